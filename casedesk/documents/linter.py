"""The reading of a letter before it leaves."""

from collections.abc import Callable, Iterator
from typing import Final

from casedesk.documents.lint.addressee import addressee
from casedesk.documents.lint.agreement import agreement
from casedesk.documents.lint.articles import articles
from casedesk.documents.lint.days import days
from casedesk.documents.lint.exhibits import exhibits
from casedesk.documents.lint.exposure import exposure
from casedesk.documents.lint.file import file
from casedesk.documents.lint.findings import Finding, Flaw, Gravity, Read
from casedesk.documents.lint.leftovers import leftovers
from casedesk.documents.lint.minors import minors
from casedesk.documents.lint.notice import notice
from casedesk.documents.lint.other_cases import other_cases
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.sums import sums
from casedesk.documents.lint.tone import tone
from casedesk.documents.lint.typography import typography

__all__ = ["Finding", "Flaw", "Gravity", "Read", "lint"]

_RULES: Final[tuple[Callable[[Reading], Iterator[Finding]], ...]] = (
    exposure,
    other_cases,
    minors,
    file,
    tone,
    addressee,
    leftovers,
    notice,
    exhibits,
    articles,
    sums,
    days,
    agreement,
    typography,
)
_ORDER: Final = tuple(Gravity)


def lint(read: Read) -> tuple[Finding, ...]:
    """Say what is wrong in a letter, what matters most first; nothing is changed.

    The same flaw found twice in the same words is told once: curing or waiving it concerns both.
    """
    reading = Reading(read)
    found: dict[str, Finding] = {}
    for rule in _RULES:
        for one in rule(reading):
            known = found.get(one.key)
            if known is None or _ORDER.index(one.gravity) < _ORDER.index(known.gravity):
                found[one.key] = one
    return tuple(sorted(found.values(), key=lambda one: _ORDER.index(one.gravity)))
