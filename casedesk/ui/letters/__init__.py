"""Writing and sending."""
