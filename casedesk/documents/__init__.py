"""What leaves the desk: letters as .docx and PDF."""
