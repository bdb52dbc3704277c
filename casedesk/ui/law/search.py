"""Finding rows by words, whatever their accents and capitals."""

import unicodedata


def plain(text: str) -> str:
    """Take off what a person does not type: capitals, accents, curly apostrophes."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(c for c in bare if not unicodedata.combining(c))


def holds(text: str, words: str) -> bool:
    """Say whether a plain text holds every one of the words typed, in any order."""
    return all(word in text for word in plain(words).split())
