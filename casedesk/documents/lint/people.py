"""A person's name taken apart, and found again in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from casedesk.documents.lint.known_names import CIVILITIES, FIRST_NAMES, PARTICLES, TITLES, TOWNS, WORDS
from casedesk.documents.lint.words import folded
from casedesk.queries.letter_data import Party

_ALSO: Final = re.compile(r",|\b(?:n[ée]e?|[ée]pouse|veuve|dite?|alias)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTER: Final = r"[^\W\d_]"
_BEFORE: Final = re.compile(rf"({_LETTER}+)(\.?[\s]{{1,2}}|-)$")
_AFTER: Final = re.compile(rf"^(\s{{1,2}}|-)({_LETTER}+)")
_SURE: Final = 5  # letters from which a name written small is still that name


@dataclass(frozen=True)
class Name:
    """Somebody's name, folded: what is given, and each of the family names, its words one space apart."""

    given: tuple[str, ...]
    families: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of it."""
        return frozenset((*self.given, *(word for family in self.families for word in family.split())))


@dataclass(frozen=True)
class Hit:
    """Where a name stands in a line."""

    start: int
    end: int
    whole: bool  # given and family name together


def name_of(text: str) -> Name:
    """Take apart a name written “Given Family” or “Given FAMILY, née OTHER”."""
    first, *others = (part.strip() for part in _ALSO.split(text))
    words = _WORD.findall(first)
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    last = max(0, len(words) - 1)
    start = words.index(capitals[0]) if capitals and len(capitals) < len(words) else last
    while start > 1 and folded(words[start - 1]) in PARTICLES:
        start -= 1
    given, family = words[:start], words[start:]
    families = (" ".join(family), *(" ".join(_WORD.findall(part)) for part in others))
    return Name(tuple(map(folded, given)), tuple(folded(one) for one in families if one))


def name_of_party(party: Party) -> Name:
    """Take apart the name of somebody of the case."""
    families = (" ".join(_WORD.findall(part)) for part in _ALSO.split(party.family_name))
    return Name(
        tuple(map(folded, _WORD.findall(party.given_name))), tuple(folded(one) for one in families if one.strip())
    )


@lru_cache(maxsize=4096)
def pattern(words: str) -> re.Pattern[str]:
    """Find words that stand whole among letters: digits and underscores set names apart too."""
    return re.compile(rf"(?<!{_LETTER})" + r"[\W_]{1,2}".join(map(re.escape, words.split())) + rf"(?!{_LETTER})")


def hits(name: Name, text: str, low: str) -> Iterator[Hit]:
    """Find somebody in a text; `low` is the same text folded.

    A family name alone counts, a first name alone does not. It must be written as a name is, unless it is long and no
    word of the language; after somebody else's first name it is somebody else's. A family name that is also a word, a
    town or a first name counts only beside a civility or the first name.
    """
    for family in name.families:
        if len(family) < 2:
            continue
        for found in pattern(family).finditer(low):
            before, joined = _before(low, found.start())
            after = _AFTER.match(low[found.end() :])
            beside = {before, after[2] if after else ""}
            if beside & set(name.given):
                yield Hit(found.start(), found.end(), whole=True)
            elif not joined and _alone(family, text, found, before, after):
                yield Hit(found.start(), found.end(), whole=False)


def _before(low: str, start: int) -> tuple[str, bool]:
    """Give the word just before, and whether a hyphen joins them."""
    match = _BEFORE.search(low[max(0, start - 30) : start])
    return (match[1], match[2] == "-") if match else ("", False)


def _alone(family: str, text: str, found: re.Match[str], before: str, after: re.Match[str] | None) -> bool:
    written = text[found.start() : found.end()]
    if before in CIVILITIES:
        return True
    if family in WORDS or family in TOWNS or family in FIRST_NAMES:
        return written.isupper() and len(family) >= _SURE and family not in TOWNS and not _shouted(text)
    if not written[:1].isupper():
        return len(family) >= _SURE
    if _somebody_else(text, found.start(), before):
        return False
    return after is None or (after[1] != "-" and after[2] not in FIRST_NAMES)


def _somebody_else(text: str, start: int, before: str) -> bool:
    """Say whether the word before is the first name of somebody else."""
    if not before:
        return False
    place = text[:start].rstrip(" \u00a0\u202f-.")
    written = place[len(place) - len(before) :]
    return (
        before in FIRST_NAMES
        or before in TITLES
        or (written[:1].isupper() and len(before) > 2 and not _opens(place, before))
    )


def _opens(text: str, word: str) -> bool:
    """Say whether a word opens its sentence, where everything has a capital."""
    return not text[: len(text) - len(word)].rstrip() or text[: len(text) - len(word)].rstrip()[-1] in ".!?:«“(–—"


def _shouted(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 12 and sum(sign.isupper() for sign in letters) > 0.6 * len(letters)
