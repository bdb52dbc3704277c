"""The day's board derived from every open case, without the index: what the index must equal."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from casedesk.law.pack import Pack
from casedesk.queries.board import FAR
from casedesk.queries.case_file import load
from casedesk.queries.deadlines import (
    RECENT,
    AskedRow,
    DateRow,
    DeadlineRow,
    Urgency,
    deadline_row,
    dues,
    grouped,
    in_order,
    questions,
    undated,
)
from casedesk.queries.reading import CaseReading, Reader
from casedesk.queries.today import FEW, HORIZON, Hidden, RailCounts, TodaySheet
from casedesk.queries.waiting import WaitingRow, awaited, owed, waiting
from casedesk.records import Case

_CANNOT_WAIT = {Urgency.OVERDUE, Urgency.TODAY}
_PRESSING = _CANNOT_WAIT | {Urgency.SOON}


def derived_sheet(
    session: Session, packs: Mapping[str, Pack], today: date, *, later: bool = False, most: int = 100
) -> TodaySheet:
    """Ask the law about every open case, then lay the board out in plain Python."""
    reader = Reader(packs, today)
    readings = [reader.read(file) for file in load(session, Case.closed_on.is_(None))]
    ours = [one for reading in readings for one in _ours(reading)]
    horizon = date.max if later else today + timedelta(days=HORIZON)
    oldest = today - timedelta(days=RECENT)
    recent = [(row, group) for row, group in ours if row.day >= oldest]
    near = [(row, group) for row, group in recent if row.day <= horizon or row.urgency is Urgency.SOON]
    rows = in_order(grouped(near))
    pressing = [row for reading in readings for row in undated(reading) if row.rule.urgent]
    pressing.sort(key=lambda row: (-(row.since or date.min).toordinal(), row.rule.id, row.subject_id))
    acts = sorted(
        (row for reading in readings for row in waiting(reading)), key=lambda row: (row.since or date.max, row.event_id)
    )
    asked = [row for reading in readings for row in questions(reading)]
    half, few = most // 2, min(FEW, most)
    return TodaySheet(
        today=today,
        deadlines=tuple(_bare(row) for row in rows[:most]),
        undated=tuple(pressing[:few]),
        waiting=tuple(_plain(row) for row in acts[:half]),
        questions=tuple(
            AskedRow(**{one.name: getattr(row, one.name) for one in fields(AskedRow)}) for row in asked[:half]
        ),
        hidden=Hidden(
            deadlines=max(0, len(rows) - most),
            later=min(FAR, len(recent) - len(near)),
            undated=max(0, len(pressing) - few),
            waiting=max(0, len(acts) - half),
            questions=max(0, len(asked) - half),
        ),
        urgent=sum(row.urgency in _CANNOT_WAIT for row in rows) + len(pressing),
        passed=sum(row.urgency is Urgency.OVERDUE and row.day < oldest for row, _group in ours),
        uncounted=0,
        counts=RailCounts(
            today=sum(row.urgency in _PRESSING for row in rows) + len(pressing),
            cases=len(readings),
            waiting=len(acts),
        ),
    )


def _ours(reading: CaseReading) -> list[tuple[DeadlineRow, str]]:
    """List the dates not met, but those somebody else owes and that stand among the answers awaited."""
    theirs = {act.event.id for act in awaited(reading)}
    return [
        (deadline_row(reading, due), group)
        for due, group in dues(reading)
        if not due.met and not (owed(due.rule.clock) and due.subject in theirs)
    ]


def _bare(row: DateRow) -> DateRow:
    """Leave the reasons out, as the index does."""
    return DateRow(**{one.name: getattr(row, one.name) for one in fields(DateRow)})


def _plain(row: WaitingRow) -> WaitingRow:
    return row if row.next is None else replace(row, next=_bare(row.next))
