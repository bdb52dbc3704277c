"""The clocks of a case, one row each, from what the law answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.assess import Due, Lack, Missing, Unknown
from casedesk.law.facts import Happening, Occurrence
from casedesk.law.pack import Clock, Pack, Rule, RuleVersion
from casedesk.queries.case_file import load_one
from casedesk.queries.reading import CaseReading, Reader

SOON = 10  # days ahead
RECENT = 30  # days behind: an older date stays in its case, not on the boards

_NUMBERLESS = frozenset({Lack.DURATION, Lack.NO_NUMBER})
_OF_THE_CASE = ""
_OF_AN_INCIDENT = frozenset({"online", "public", "offence"})


class Urgency(StrEnum):
    """How close a day is, most pressing first."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    OPENS = "opens"  # a gate: acting before is too early
    MET = "met"  # what had to be done was done


_RANK = {urgency: rank for rank, urgency in enumerate(Urgency)} | {Urgency.OPENS: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """One date of one case, with what a board says of it.

    `day` is the day to show: the prudent one while it is ahead, then the last legal one, then the latest possible.
    `days_left` counts to it, below zero once it is behind. `subject_label` is the title of the incident or the short
    name of the content concerned, empty for the case as a whole. `same` says how many other dates of this rule the row
    stands for.
    """

    case_id: str
    pseudonym: str
    jurisdiction: str
    rule: Rule
    version: RuleVersion
    legal_day: date
    prudent_day: date
    until: date
    instant: datetime | None
    estimated: bool
    urgency: Urgency
    day: date
    days_left: int
    last_chance: bool  # the prudent day is behind, the legal one is not
    subject_id: str
    subject_label: str
    same: int = 0

    @property
    def title(self) -> str:
        """What the law calls it, in the pack's language."""
        return self.rule.title

    @property
    def clock(self) -> Clock:
        """Its kind."""
        return self.rule.clock


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow(DateRow):
    """A date with all that the law answered: why it is what it is."""

    due: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRow:
    """One thing not known that hides a date. `subject_id` is an incident, an item or an event, empty for the case."""

    case_id: str
    pseudonym: str
    jurisdiction: str
    missing: Missing
    subject_id: str = ""
    subject_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow(AskedRow):
    """One thing not known, and the clocks that wait for it."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class UndatedRow:
    """A clock for which the law gives no number: shown without a countdown, as urgent when its rule says so."""

    case_id: str
    pseudonym: str
    jurisdiction: str
    rule: Rule
    since: date | None  # the day it runs from, when known
    subject_id: str = ""
    subject_label: str = ""
    instead: str = ""  # what a text that was read says instead of a number

    def version(self, today: date) -> RuleVersion:
        """Give its version in force on the day it runs from, today where that day is not known."""
        return self.rule.version_on(self.since or today)


Row = TypeVar("Row", bound=DateRow)


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """What the law answers for one case, ready to be shown. Each tuple is in the order of urgency."""

    deadlines: tuple[DeadlineRow, ...]
    questions: tuple[QuestionRow, ...]
    undated: tuple[UndatedRow, ...]


def clocks(reading: CaseReading) -> CaseClocks:
    """Lay out what the law answered: dates, what is missing for the others, what presses without a date."""
    rows = grouped((deadline_row(reading, due), group) for due, group in dues(reading))
    return CaseClocks(tuple(in_order(rows)), tuple(questions(reading)), tuple(undated(reading)))


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Sort by urgency, then by day; among overdue days the latest comes first, for it can best be mended."""
    return sorted(rows, key=_order)


def _order(row: DateRow) -> tuple[int, int, str, str]:
    day = row.day.toordinal()
    return rank(row.urgency), -day if row.urgency is Urgency.OVERDUE else day, row.rule.id, row.subject_id


def rank(urgency: Urgency) -> int:
    """Say how pressing an urgency is, from 0; an open gate and a far date press alike."""
    return _RANK[urgency]


def deadline_row(reading: CaseReading, due: Due) -> DeadlineRow:
    """Place one date in time."""
    case = reading.file.case
    urgency, day, last_chance = _place(due, reading.today)
    return DeadlineRow(
        case_id=case.id,
        pseudonym=case.pseudonym,
        jurisdiction=case.jurisdiction,
        rule=due.rule,
        version=due.version,
        legal_day=due.legal_day,
        prudent_day=due.prudent_day,
        until=due.until,
        instant=due.instant,
        estimated=due.estimated,
        due=due,
        urgency=urgency,
        day=day,
        days_left=(day - reading.today).days,
        last_chance=last_chance,
        subject_id=due.subject,
        subject_label=reading.file.label_of(due.subject),
    )


def _place(due: Due, today: date) -> tuple[Urgency, date, bool]:
    """Say how close a date is, which day to show, and whether only the legal day is left."""
    if due.met:
        return Urgency.MET, due.legal_day, False
    if due.rule.clock is Clock.OPENS_ON:
        return Urgency.OPENS, due.prudent_day, False
    last_chance = today > due.prudent_day
    day = next((day for day in (due.prudent_day, due.legal_day, due.until) if today <= day), None)
    if day is None:
        return Urgency.OVERDUE, due.until, False
    if day == today:
        return Urgency.TODAY, day, last_chance
    # Past the earliest end of an uncertain period nothing is far away any more.
    soon = (day - today).days <= SOON or today > due.legal_day
    return Urgency.SOON if soon else Urgency.LATER, day, last_chance


def dues(reading: CaseReading) -> Iterator[tuple[Due, str]]:
    """List every date once, with what it is shown with: the dates of one incident's contents stand in one row."""
    seen = set()
    for answer in reading.assessments:
        if isinstance(answer, Due):
            key = (answer.rule.id, answer.subject, answer.prudent_day, answer.legal_day, answer.until, answer.met)
            if key not in seen:  # two offences under one rule are one date
                seen.add(key)
                incident = reading.file.incident_of(answer.subject)
                yield answer, incident.id if incident else answer.subject


def grouped(rows: Iterable[tuple[Row, str]]) -> Iterator[Row]:
    """Show one row for the dates of one rule that stand together, equally pressing."""
    groups: dict[tuple[str, str, str, Urgency], list[Row]] = {}
    for row, group in rows:
        groups.setdefault((row.case_id, row.rule.id, group, row.urgency), []).append(row)
    for members in groups.values():
        first = min(members, key=lambda row: (row.day, row.subject_id))
        yield replace(first, same=len(members) - 1)


def deadline(session: Session, packs: Mapping[str, Pack], shown: DateRow, today: date) -> DeadlineRow:
    """Ask the law again for a date shown on a board, with its reasons.

    Raises:
        NotFound: the case is no longer there, or no longer has this date.
    """
    reading = Reader(packs, today).read(load_one(session, shown.case_id))
    for due, _group in dues(reading):
        if (due.rule.id, due.subject) == (shown.rule.id, shown.subject_id):
            row = deadline_row(reading, due)
            if (row.urgency, row.day) == (shown.urgency, shown.day):
                return replace(row, same=shown.same)
    raise NotFound("This is no longer there. Go back to the list and open it again.")  # the screen translates it


def questions(reading: CaseReading) -> Iterator[QuestionRow]:
    """Ask each missing thing once, with every clock that waits for it."""
    waiting: dict[tuple[Missing, str], list[Rule]] = {}
    for answer in reading.assessments:
        if isinstance(answer, Unknown):
            for missing in answer.missing:
                if missing.lack not in _NUMBERLESS:
                    rules = waiting.setdefault(_asked(reading, missing, answer.subject), [])
                    if answer.rule not in rules:
                        rules.append(answer.rule)
    case = reading.file.case
    for (missing, subject), rules in waiting.items():
        label = reading.file.label_of(subject)
        yield QuestionRow(
            case_id=case.id,
            pseudonym=case.pseudonym,
            jurisdiction=case.jurisdiction,
            missing=missing,
            rules=tuple(rules),
            subject_id=subject,
            subject_label=label,
        )


def _asked(reading: CaseReading, missing: Missing, subject: str) -> tuple[Missing, str]:
    """Say what a question is about: the case as a whole, one event, or one incident.

    A content without a moment of its own takes the day of its incident: the incident's is asked, once.
    """
    element = missing.name in reading.pack.elements
    if missing.lack is Lack.FACT and not element and missing.name not in _OF_AN_INCIDENT:
        return missing, _OF_THE_CASE
    incident = reading.file.incident_of(subject)
    if missing.lack is Lack.FACT and element:
        return missing, incident.id if incident else _OF_THE_CASE
    if missing.lack is Lack.DAY and incident is not None:
        return Missing(Lack.DAY, Happening.OFFENCE), incident.id
    return missing, subject


def undated(reading: CaseReading) -> list[UndatedRow]:
    """Show what runs without a number, until what stops it has happened; one row per incident."""
    rows: dict[tuple[str, str], UndatedRow] = {}
    case = reading.file.case
    for answer in reading.assessments:
        if not isinstance(answer, Unknown):
            continue
        numberless = next((missing for missing in answer.missing if missing.lack in _NUMBERLESS), None)
        if numberless is None:
            continue
        starts = [one for one in reading.facts.occurrences if one.subject == answer.subject]
        if _stopped(reading, answer.rule, starts):
            continue
        days = [one.when.earliest for one in starts if one.when is not None]
        incident = reading.file.incident_of(answer.subject)
        owner = incident.id if incident else answer.subject
        since = min(days, default=None)
        known = rows.get((answer.rule.id, owner))
        if known is None or (since is not None and (known.since is None or since < known.since)):
            label = reading.file.label_of(answer.subject)
            rows[answer.rule.id, owner] = UndatedRow(
                case.id, case.pseudonym, case.jurisdiction, answer.rule, since, owner, label, numberless.name
            )
    return list(rows.values())


def _stopped(reading: CaseReading, rule: Rule, starts: list[Occurrence]) -> bool:
    """Say whether what stops a clock, or one of its letters, has happened: about the same thing or the whole case."""
    letters = (reading.pack.letters[letter].records for letter in rule.letters)
    stops = {*rule.met_by, *letters}
    concerned = {thing for start in starts for thing in start.concerns}
    return any(
        act.what in stops and (not act.concerns or bool(concerned.intersection(act.concerns)))
        for act in reading.facts.occurrences
    )
