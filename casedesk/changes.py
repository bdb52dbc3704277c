"""What a write touched, said by kind, so that each open screen knows whether to read again."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record a screen can depend on."""

    CASE = "case"
    PERSON = "person"
    INCIDENT = "incident"
    ITEM = "item"
    EXHIBIT = "exhibit"
    EVENT = "event"
    LETTER = "letter"
    JOURNAL = "journal"
    ASSOCIATION = "association"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds touched by one committed transaction."""

    kinds: frozenset[Kind] = frozenset()

    def touch(self, *kinds: Kind) -> bool:
        """Say whether any of `kinds` was touched."""
        return not self.kinds.isdisjoint(kinds)
