"""The exhibits a letter cites, held against its list."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from casedesk.documents import french
from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.translate import _

_NUMBER: Final = r"(?:n\s?°|nos?|n\.)?\s*\d{1,3}(?!\d)"
_CITED: Final = re.compile(
    rf"\b(?:pieces?|pj|p\.j\.)\s+(?:jointes?\s+|annexees?\s+)?(?:sous\s+)?(?:les?\s+)?({_NUMBER}(?:\s*(?:,|et|a|ou|&|-|–)\s*{_NUMBER})*)"
    r"(?!\s*(?:/|\d|euros?|€|f\s?cfa|francs?|centimes?|jours?|ans\b|mois))"
)
_LONGEST_RUN: Final = 60
_ENOUGH: Final = 3  # exhibits among which one missing number looks like a slip, not like a choice
_LIST: Final = "exhibits"


def exhibits(reading: Reading) -> Iterator[Finding]:
    """Compare what is cited, what is listed and what leaves."""
    listed = [line.number for line in reading.data.exhibits]
    cited = set()
    for line in reading.saying(_CITED):
        for span, numbers in _cited(line):
            cited.update(numbers)
            missing = sorted(set(numbers) - set(listed))
            if missing:
                yield reading.finding(
                    Flaw.EXHIBIT_MISSING,
                    Gravity.MISTAKE,
                    line,
                    span,
                    says=_("Cited, but not in the list: {exhibits}.").format(exhibits=french.exhibits(missing)),
                    about=str(missing),
                    cure=_("Join it, or correct the number."),
                    fact=reading.typed_at(line, *span) or _LIST,
                )
    told = {n for one in reading.data.incidents for line in one.contents for n in line.exhibits}
    told |= {step.exhibit for step in reading.data.steps if step.exhibit}
    yield from _numbers(reading, listed)
    if cited:
        yield from _uncited(reading, sorted(set(listed) - cited - told))
    yield from _files(reading, listed)


def _cited(line: Line) -> Iterator[tuple[tuple[int, int], list[int]]]:
    for match in _CITED.finditer(line.folded):
        if not line.own[match.start() : match.end()].strip():
            continue
        words = re.findall(r"\d+|\ba\b|[-–]", match[1])
        numbers: list[int] = []
        for before, word in pairwise(["", *words]):
            if word.isdigit():
                number = int(word)
                if not before.isdigit() and before and numbers and number - numbers[-1] < _LONGEST_RUN:
                    numbers += range(numbers[-1] + 1, number)
                numbers.append(number)
        yield match.span(), numbers


def _numbers(reading: Reading, listed: list[int]) -> Iterator[Finding]:
    twice = sorted({number for number in listed if listed.count(number) > 1})
    if twice:
        yield reading.finding(
            Flaw.EXHIBIT_NUMBERS,
            Gravity.MISTAKE,
            None,
            _("the list of exhibits"),
            says=_("Two exhibits bear the same number: {exhibits}.").format(exhibits=french.exhibits(twice)),
            about=f"twice {twice}",
            cure=_("Number them anew."),
            fact=_LIST,
        )
    gaps = sorted(set(range(1, max(listed, default=0) + 1)) - set(listed))
    if len(gaps) == 1 and len(listed) >= _ENOUGH:
        yield reading.finding(
            Flaw.EXHIBIT_NUMBERS,
            Gravity.CARE,
            None,
            _("the list of exhibits"),
            says=_("The numbers leave a gap: {exhibits}.").format(exhibits=french.exhibits(gaps)),
            about=f"gap {gaps}",
            cure=_("Nothing to do if that exhibit is known from an earlier letter and does not leave with this one."),
            fact=_LIST,
        )


def _uncited(reading: Reading, uncited: list[int]) -> Iterator[Finding]:
    if uncited:
        yield reading.finding(
            Flaw.EXHIBIT_UNCITED,
            Gravity.CARE,
            None,
            _("the list of exhibits"),
            says=_("Joined, but cited nowhere: {exhibits}.").format(exhibits=french.exhibits(uncited)),
            about=str(uncited),
            cure=_("Cite it where it proves something, or leave it out."),
            fact=_LIST,
        )


def _files(reading: Reading, listed: list[int]) -> Iterator[Finding]:
    attached = reading.read.exhibits_attached
    without = sorted(set(listed) - set(attached)) if attached is not None else []
    if without:
        yield reading.finding(
            Flaw.EXHIBIT_FILE,
            Gravity.CARE,
            None,
            _("the list of exhibits"),
            says=_("In the list, without a file that leaves with the letter: {exhibits}.").format(
                exhibits=french.exhibits(without)
            ),
            about=str(without),
            cure=_("Join the file, or say in its title that it is only described."),
            fact=_LIST,
        )
