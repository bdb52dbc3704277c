"""The days a letter names: whether they exist, bear that name, and come before the letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from casedesk.documents import french
from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import squeezed
from casedesk.translate import _

_WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS: Final = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre",
)  # fmt: skip
_DAY: Final = re.compile(
    rf"(?<!\w)(?:(?P<name>{'|'.join(_WEEKDAYS)})\s+)?(?P<day>\d{{1,2}})(?:\s?er)?\s+(?P<month>{'|'.join(_MONTHS)})(?!\w)"
    r"(?:\s+(?P<year>\d{4})(?!\d))?"
)
_FIGURES: Final = re.compile(
    rf"(?<![\w./-])(?:(?P<name>{'|'.join(_WEEKDAYS)})\s+)?(?P<day>\d{{1,2}})(?P<sign>[/.])(?P<month>\d{{1,2}})(?P=sign)"
    r"(?P<year>(?:19|20)\d{2})(?![\w/])"
)
_TO_COME: Final = re.compile(
    r"\b(?:avant|d'ici|des|partir|jusqu|pour|prevu|fixe|audience|convo|rendez-vous|menac|delai|echeance|tard|annonc|promis"
    r"|prochain|expir|vers|valable|validite|compter|programm|report|doit|devra|devait|veut|voulait|attend|prevoi)"
    r"|\b\w{2,}(?:ra|ront|rait|raient|rai)\b"
)
_FEASTS: Final = frozenset({(1, 1), (1, 5), (8, 5), (14, 7), (15, 8), (1, 11), (11, 11), (25, 12), (31, 12), (8, 3)})
_LEAP: Final = 2024  # a year with a 29 February, for a day without year


@dataclass(frozen=True)
class _Named:
    """A day as a letter names it."""

    day: int
    month: int
    year: int | None
    weekday: str
    start: int
    end: int

    @property
    def date(self) -> date | None:
        """The day, if it exists; in a leap year when no year is told."""
        try:
            return date(self.year or _LEAP, self.month, self.day)
        except ValueError:
            return None


def days(reading: Reading) -> Iterator[Finding]:
    """Look at each day that is named."""
    for line in reading.saying(_DAY, _FIGURES):
        named = list(_named(line))
        for one in named:
            yield from _exists(reading, line, one)
        yield from _told(reading, line, [one for one in named if reading.typed_at(line, one.start, one.end)])
    yield from _of_the_facts(reading)
    yield from _of_the_exhibits(reading)


def _named(line: Line) -> Iterator[_Named]:
    low = line.folded
    for pattern in (_DAY, _FIGURES):
        for match in pattern.finditer(low):
            month = match["month"]
            number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
            year = int(match["year"]) if match["year"] else None
            yield _Named(int(match["day"]), number, year, match["name"] or "", *match.span())


def _exists(reading: Reading, line: Line, one: _Named) -> Iterator[Finding]:
    if one.date is None:
        yield reading.finding(
            Flaw.DATE_IMPOSSIBLE,
            Gravity.MISTAKE,
            line,
            (one.start, one.end),
            says=_("This day does not exist."),
            cure=_("Correct it."),
        )
    elif one.weekday and one.year and _WEEKDAYS[one.date.weekday()] != one.weekday:
        yield reading.finding(
            Flaw.DATE_WEEKDAY,
            Gravity.MISTAKE,
            line,
            (one.start, one.end),
            says=_("The {day} was a {weekday}.").format(
                day=french.day(one.date), weekday=_WEEKDAYS[one.date.weekday()]
            ),
            cure=_("Correct the day or its name."),
        )


def _told(reading: Reading, line: Line, named: list[_Named]) -> Iterator[Finding]:
    years = any(one.year for one in named)
    for one in named:
        if one.date is None:
            continue
        sentence = _sentence(line.folded, one.start, one.end)
        if one.year and one.date > reading.data.today and not _TO_COME.search(sentence) and _ours(line, one):
            yield reading.finding(
                Flaw.DATE_FUTURE,
                Gravity.MISTAKE,
                line,
                (one.start, one.end),
                says=_("This day comes after the letter, and is told as past."),
                cure=_("Correct it."),
            )
        if not one.year and not years and (one.day, one.month) not in _FEASTS:
            yield reading.finding(
                Flaw.DATE_NO_YEAR,
                Gravity.CARE,
                line,
                (one.start, one.end),
                says=_("This day has no year."),
                cure=_("Add the year: the letter will be read years later."),
            )


def _ours(line: Line, one: _Named) -> bool:
    return bool(line.own[one.start : one.end].strip())


def _sentence(low: str, start: int, end: int) -> str:
    first = max(low.rfind(sign, 0, start) for sign in (". ", "? ", "! ", "; ")) + 1
    last = min((found for sign in (". ", "; ") if (found := low.find(sign, end)) >= 0), default=len(low))
    return low[first:last]


def _of_the_facts(reading: Reading) -> Iterator[Finding]:
    told = reading.text
    for incident in reading.data.incidents:
        if incident.when is not None and incident.when.earliest > reading.data.today:
            yield reading.finding(
                Flaw.DATE_FUTURE,
                Gravity.MISTAKE,
                None,
                incident.title or _("the facts"),
                about=incident.title,
                says=_("The facts are dated {day}, after the letter.").format(day=french.day(incident.when.earliest)),
                cure=_("Correct the day of the facts."),
                fact="incident.when",
            )
        account = [part for part in incident.account_of_facts.split("\n") if part.strip()]
        if incident.when is None and account and _dateless(incident.account_of_facts, account[0], told):
            yield reading.finding(
                Flaw.NO_DATE,
                Gravity.MISTAKE,
                None,
                incident.title or _("the facts"),
                about=incident.title,
                says=_("These facts are told without any day."),
                cure=_("Say when they happened, even roughly: a period is enough."),
                fact="incident.when",
            )


def _dateless(account: str, opening: str, told: str) -> bool:
    printed = squeezed(opening) in told
    return printed and not any(one.year for one in _named(Line(account)))


def _of_the_exhibits(reading: Reading) -> Iterator[Finding]:
    for exhibit in reading.data.exhibits:
        if exhibit.received_on > reading.data.today:
            yield reading.finding(
                Flaw.DATE_FUTURE,
                Gravity.MISTAKE,
                None,
                french.exhibits([exhibit.number]),
                about=exhibit.title,
                says=_("This exhibit is said to be received on {day}, after the letter.").format(
                    day=french.day(exhibit.received_on)
                ),
                cure=_("Correct the day it was received."),
                fact="exhibits",
            )
