"""The desk of an association that helps victims of cyber-violence."""

__version__ = "0.1.0"
