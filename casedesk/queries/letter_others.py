"""People of other cases whose name stands in what a letter is told: a slip of the hand that must not leave."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casedesk.queries.letter_data import LetterData
from casedesk.records import Person

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST = 3  # words of a family name

# What was typed in this case; the rest comes from the law and the association.
_TYPED = ("incidents", "exhibits", "steps", "answers", "authors", "representatives", "person")


def others_named(session: Session, case_id: str, *letters: LetterData) -> tuple[str, ...]:
    """Name, as “Given Family”, people of other cases whose family name is among the words of these letters.

    They are looked for in the database, so that no other name is ever read. Never to be shown.
    """
    said = {name for data in letters for text in _texts(data) for name in _names(text)}
    if not said:
        return ()
    found = session.execute(
        select(Person.given_name, Person.family_name)
        .where(Person.case_id != case_id)
        .where(or_(Person.family_name.in_(said), (Person.family_name == "") & Person.given_name.in_(said)))
        .distinct()
    )
    names = {f"{given} {family}".strip() for given, family in found}
    own = {name for data in letters for name in _own(data)}
    return tuple(sorted(names - own - {""}))


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


def _names(text: str) -> Iterator[str]:
    """List the words of a text, and its runs of words, as a name may have been written down."""
    words = _WORD.findall(text)
    for length in range(1, _LONGEST + 1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            if run[0].isupper():
                yield from (run, run.title(), run.upper())


def _own(data: LetterData) -> Iterator[str]:
    for party in (data.person, *data.authors, *data.representatives):
        yield f"{party.given_name} {party.family_name}".strip()
