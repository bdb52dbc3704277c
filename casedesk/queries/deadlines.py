"""The clocks of a case, one row each, from what the law answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from casedesk.law.assess import Due, Lack, Missing, Unknown
from casedesk.law.facts import Happening, Occurrence
from casedesk.law.pack import Clock, Rule
from casedesk.queries.reading import CaseReading

SOON = 10  # days ahead
RECENT = 30  # days behind: an older date stays in its case, not on the boards

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


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One clock of one case.

    `day` is the day to show: the prudent one while it is ahead, then the last legal one. `days_left` counts to it,
    below zero once it is behind. `subject_label` is the title of the incident or the short name of the content
    concerned, empty for the case as a whole. `same` says how many other dates of this rule the row stands for.
    """

    case_id: str
    pseudonym: str
    jurisdiction: str
    title: str
    clock: Clock
    due: Due
    urgency: Urgency
    day: date
    days_left: int
    last_chance: bool  # the prudent day is behind, the legal one is not
    subject_id: str
    subject_label: str
    same: int = 0


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One thing not known, and the clocks that wait for it. `subject_id` is an incident, an item or an event."""

    case_id: str
    pseudonym: str
    jurisdiction: str
    missing: Missing
    rules: tuple[Rule, ...]
    subject_id: str = ""
    subject_label: str = ""


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


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """What the law answers for one case, ready to be shown. Each tuple is in the order of urgency."""

    deadlines: tuple[DeadlineRow, ...]
    questions: tuple[QuestionRow, ...]
    undated: tuple[UndatedRow, ...]


def clocks(reading: CaseReading) -> CaseClocks:
    """Lay out what the law answered: dates, what is missing for the others, what presses without a date."""
    return CaseClocks(tuple(in_order(_grouped(reading))), tuple(_questions(reading)), tuple(_undated(reading)))


def in_order(rows: Iterable[DeadlineRow]) -> list[DeadlineRow]:
    """Sort by urgency, then by day; among overdue days the latest comes first, for it can best be mended."""
    return sorted(
        rows, key=lambda row: (_RANK[row.urgency], abs(row.days_left), row.title, row.case_id, row.subject_id)
    )


def deadline_row(reading: CaseReading, due: Due) -> DeadlineRow:
    """Place one date in time."""
    case = reading.file.case
    urgency, day, last_chance = _place(due, reading.today)
    return DeadlineRow(
        case_id=case.id,
        pseudonym=case.pseudonym,
        jurisdiction=case.jurisdiction,
        title=due.rule.title,
        clock=due.rule.clock,
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


def _grouped(reading: CaseReading) -> Iterator[DeadlineRow]:
    """Show one row for the dates of one rule that fall together: the contents of one incident, equally pressing."""
    groups: dict[tuple[str, str, Urgency], dict[str, DeadlineRow]] = {}
    for answer in reading.assessments:
        if isinstance(answer, Due):
            row = deadline_row(reading, answer)
            incident = reading.file.incident_of(answer.subject)
            owner = incident.id if incident else answer.subject
            group = groups.setdefault((answer.rule.id, owner, row.urgency), {})
            kept = group.get(answer.subject)
            if kept is None or row.day < kept.day:
                group[answer.subject] = row
    for group in groups.values():
        first = min(group.values(), key=lambda row: (row.day, row.subject_id))
        yield replace(first, same=len(group) - 1)


def _questions(reading: CaseReading) -> Iterator[QuestionRow]:
    """Ask each missing thing once, with every clock that waits for it."""
    waiting: dict[tuple[Missing, str], list[Rule]] = {}
    for answer in reading.assessments:
        if isinstance(answer, Unknown):
            for missing in answer.missing:
                if missing.lack is not Lack.DURATION:
                    rules = waiting.setdefault(_asked(reading, missing, answer.subject), [])
                    if answer.rule not in rules:
                        rules.append(answer.rule)
    case = reading.file.case
    for (missing, subject), rules in waiting.items():
        label = reading.file.label_of(subject)
        yield QuestionRow(case.id, case.pseudonym, case.jurisdiction, missing, tuple(rules), subject, label)


def _asked(reading: CaseReading, missing: Missing, subject: str) -> tuple[Missing, str]:
    """Say what a question is about: the case as a whole, one event, or one incident.

    A content without a moment of its own takes the day of its incident: the incident's is asked, once.
    """
    if missing.lack is Lack.FACT and missing.name not in _OF_AN_INCIDENT:
        return missing, _OF_THE_CASE
    incident = reading.file.incident_of(subject)
    if missing.lack is Lack.DAY and incident is not None:
        return Missing(Lack.DAY, Happening.OFFENCE), incident.id
    return missing, subject


def _undated(reading: CaseReading) -> list[UndatedRow]:
    """Show what runs without a number, until what stops it has happened; one row per incident."""
    rows: dict[tuple[str, str], UndatedRow] = {}
    case = reading.file.case
    for answer in reading.assessments:
        if not isinstance(answer, Unknown) or all(missing.lack is not Lack.DURATION for missing in answer.missing):
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
                case.id, case.pseudonym, case.jurisdiction, answer.rule, since, owner, label
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
