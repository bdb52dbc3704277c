"""The fictional association: its cases, and how they are laid out as files."""
