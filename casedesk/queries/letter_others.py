"""People of other cases whose name stands in what a letter is told: a slip of the hand that must not leave."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.queries.letter_data import LetterData
from casedesk.records import Person

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 6  # words of a family name

# What was typed in this case; the rest comes from the law and the association.
_TYPED = ("incidents", "exhibits", "steps", "answers", "authors", "representatives", "person")


def others_named(session: Session, case_id: str, *letters: LetterData) -> tuple[str, ...]:
    """Name, as “Given Family”, people of other cases whose family name is among the words of these letters.

    However it is written: small or large, without its accents, its hyphens as spaces or in an address. The names are
    compared one after the other; only those found are kept, for the reading of the letter. Never to be shown.
    """
    said = {run for data in letters for text in _texts(data) for run in _runs(text)}
    if not said:
        return ()
    query = select(Person.given_name, Person.family_name).where(Person.case_id != case_id).distinct()
    found = {f"{given} {family}".strip() for given, family in session.execute(query) if _is_said(family or given, said)}
    own = {name for data in letters for name in _own(data)}
    return tuple(sorted(found - own - {""}))


def _is_said(name: str, said: set[str]) -> bool:
    """Say whether a name is among the runs of words."""
    words = _words(name)
    return bool(words) and " ".join(words) in said


def _texts(data: LetterData) -> Iterator[str]:
    for part in _TYPED:
        yield from _strings(getattr(data, part))


def _strings(value: object) -> Iterator[str]:
    """List the texts inside a frozen value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _runs(text: str) -> Iterator[str]:
    """List the words of a text, and its runs of words, as a name may have been written down."""
    words = _words(text)
    for length in range(1, _LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _words(text: str) -> list[str]:
    """Take the words out of a text, without case nor accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _WORD.findall(bare.lower())


def _own(data: LetterData) -> Iterator[str]:
    for party in (data.person, *data.authors, *data.representatives):
        yield f"{party.given_name} {party.family_name}".strip()
