"""The door: opening, creating or recovering a workspace. Nothing about any case is shown here."""
