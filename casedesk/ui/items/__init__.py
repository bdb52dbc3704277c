"""Contents online."""
