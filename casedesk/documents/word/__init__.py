"""A .docx read the way Word reads it: styles, numbers, paragraphs, tables."""
