"""The desktop: forms filled by small classes."""
