"""What was done to her."""
