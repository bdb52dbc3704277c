"""Words as they are compared: without case, accents or signs, each character staying in its place."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_SAME: Final = {
    "…": "…",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\t": " ",
    "\n": " ",
}
_OPENING: Final = {"«": "»", "“": "”", "„": "”", '"': '"'}
_MARK: Final = re.compile('[«»“”„"]')
URL: Final = re.compile(r"(?:https?://|www\.)[^\s«»<>\"]+", re.IGNORECASE)
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD: Final = re.compile(r"\w+")


class _Folded(dict[int, str]):
    """Folds a character the first time it is met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        bare = next((one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one)), sign)
        low = _SAME.get(sign) or bare.lower()
        self[code] = folded = low if len(low) == 1 else sign
        return folded


_FOLDED = _Folded()


def folded(text: str) -> str:
    """Take away case, accents and kinds of spaces; the length stays, so that a place is the same in both."""
    return text.translate(_FOLDED)


def squeezed(text: str) -> str:
    """Fold a text, its words one space apart, for comparing."""
    return " ".join(_WORD.findall(folded(text)))


def unquoted(text: str) -> str:
    """Blank what is quoted: those words are somebody else's. The length stays."""
    pieces: list[str] = []
    closing: list[str] = []
    done = 0
    for mark in _MARK.finditer(text):
        sign, outside = mark[0], not closing
        if sign in closing:
            del closing[closing.index(sign) :]
        elif sign in _OPENING:
            closing.append(_OPENING[sign])
        if outside and closing:  # a quotation begins
            pieces.append(text[done : mark.start()])
            done = mark.start()
        elif not outside and not closing:  # it ends
            pieces.append(" " * (mark.end() - done))
            done = mark.end()
    pieces.append(" " * (len(text) - done) if closing else text[done:])
    return "".join(pieces)


def without_addresses(text: str, sign: str = " ") -> str:
    """Blank the web and e-mail addresses, or write `sign` over them. The length stays."""
    if "@" not in text and "//" not in text and "www." not in text:
        return text
    return EMAIL.sub(lambda match: sign * len(match[0]), URL.sub(lambda match: sign * len(match[0]), text))


@lru_cache(maxsize=512)
def whole(words: str) -> re.Pattern[str]:
    """Find some folded words, whole, however they are set apart."""
    parts = [re.escape(word) for word in _WORD.findall(words)]
    return re.compile(r"(?<!\w)" + r"[\W_]{1,3}".join(parts) + r"(?!\w)") if parts else re.compile(r"(?!)")


def any_of(words: Iterable[str]) -> str:
    """Join words into one alternative of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def digits(text: str) -> str:
    """Keep the figures."""
    return re.sub(r"\D", "", text)
