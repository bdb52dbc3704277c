"""The cases, and one case."""
