"""The rules by which a letter is read before it leaves."""
