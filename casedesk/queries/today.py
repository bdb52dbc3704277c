"""Aujourd'hui: what must not be missed, over every open case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from casedesk.law.pack import Clock, Pack
from casedesk.queries.case_file import load
from casedesk.queries.deadlines import RECENT, DeadlineRow, QuestionRow, UndatedRow, Urgency, clocks, in_order
from casedesk.queries.reading import Reader
from casedesk.queries.waiting import WaitingRow, waiting
from casedesk.records import Case

_PRESSING = frozenset({Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON})


@dataclass(frozen=True, slots=True)
class RailCounts:
    """The numbers beside the rail's words."""

    today: int  # overdue, due today, due soon, and pressing without a date
    cases: int  # open cases
    waiting: int  # acts without an answer


@dataclass(frozen=True, slots=True)
class TodaySheet:
    """The page. `passed` counts the clocks overdue for more than a month: they stay in their cases, not here."""

    today: date
    deadlines: tuple[DeadlineRow, ...]
    undated: tuple[UndatedRow, ...]
    waiting: tuple[WaitingRow, ...]
    questions: tuple[QuestionRow, ...]
    passed: int
    counts: RailCounts


def today_sheet(session: Session, packs: Mapping[str, Pack], today: date) -> TodaySheet:
    """Read every open case and lay out what is overdue, due, awaited and unknown. Delays met are left out."""
    reader = Reader(packs, today)
    readings = [reader.read(file) for file in load(session, Case.closed_on.is_(None))]
    awaited = [row for reading in readings for row in waiting(reading)]
    shown_there = {(row.next.due.rule.id, row.next.subject_id) for row in awaited if row.next is not None}
    laid = [clocks(reading) for reading in readings]
    ahead = [row for case in laid for row in case.deadlines if _belongs_here(row, shown_there)]
    recent = in_order(row for row in ahead if row.days_left >= -RECENT)
    undated = tuple(row for case in laid for row in case.undated if row.rule.urgent)
    return TodaySheet(
        today=today,
        deadlines=tuple(recent),
        undated=undated,
        waiting=tuple(sorted(awaited, key=lambda row: (row.since or date.max, row.pseudonym, row.event_id))),
        questions=tuple(row for case in laid for row in case.questions),
        passed=sum(row.urgency is Urgency.OVERDUE for row in ahead)
        - sum(row.urgency is Urgency.OVERDUE for row in recent),
        counts=RailCounts(
            today=sum(row.urgency in _PRESSING for row in recent) + len(undated),
            cases=len(readings),
            waiting=len(awaited),
        ),
    )


def rail_counts(session: Session, packs: Mapping[str, Pack], today: date) -> RailCounts:
    """Count what the rail shows."""
    return today_sheet(session, packs, today).counts


def _belongs_here(row: DeadlineRow, shown_there: set[tuple[str, str]]) -> bool:
    """Leave out what was done, and what somebody else owes when it is shown among the answers awaited."""
    if row.urgency is Urgency.MET:
        return False
    awaited = row.clock in {Clock.TARGET, Clock.ANSWER}
    return not awaited or (row.due.rule.id, row.subject_id) not in shown_there
