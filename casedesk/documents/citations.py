"""Which articles a letter cites: those it was given, as far as its text names them."""

import re
from collections.abc import Iterable

_NUMBER = r"(?:[LRD]\.?\s?)?\d+(?:-\d+)*(?:\s(?:bis|ter|quater))?"
_HEAD = re.compile(rf"\barticles?\s+({_NUMBER}(?:(?:\s*,\s*|\s+et\s+|\s+à\s+){_NUMBER})*)", re.IGNORECASE)
_FARTHEST = 80  # characters between the word “article” and the last number it goes with


def cited(text: str, citations: Iterable[str]) -> tuple[str, ...]:
    """Keep the citations whose articles the text names, each once, in the order given.

    A citation without an article number (a recital, a convention) is kept when the text says it word for word.
    """
    plain = _plain(text)
    return tuple(dict.fromkeys(one for one in citations if _is_named(plain, _plain(one))))


def _is_named(text: str, citation: str) -> bool:
    if citation in text:
        return True
    head = _HEAD.search(citation)
    if head is None:
        return False
    numbers = [re.sub(r"\s+", "", number) for number in re.findall(_NUMBER, head.group(1), re.IGNORECASE)]
    return all(_says_article(text, number) for number in numbers)


def _says_article(text: str, number: str) -> bool:
    spaced = r"\s?".join(re.escape(sign) for sign in number)
    return re.search(rf"\bart(?:icles?\b|\.)[^;\n]{{0,{_FARTHEST}}}?(?<![\d-]){spaced}(?![\d-])", text) is not None


def _plain(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", text.replace("’", "'")).casefold()
