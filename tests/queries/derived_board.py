"""The day's board derived from every open case, without the index: what the index must equal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.law.pack import Pack
from casedesk.queries.board import FAR
from casedesk.queries.case_file import load
from casedesk.queries.deadlines import (
    RECENT,
    AskedRow,
    DateRow,
    UndatedRow,
    Urgency,
    deadline_row,
    dues,
    grouped,
    in_order,
    questions,
    undated,
)
from casedesk.queries.indexed import CaseIndex, Columns, index_of
from casedesk.queries.reading import CaseReading, Reader
from casedesk.queries.today import FEW, HORIZON, Hidden, RailCounts, TodaySheet
from casedesk.queries.waiting import WaitingRow, awaited, owed, waiting
from casedesk.records import Case, DueCase, DueDay, DueQuestion, DueUndated, DueWaiting, Record

Kept = TypeVar("Kept", DateRow, AskedRow)

CHUNK = 500  # cases held at once

_CANNOT_WAIT = {Urgency.OVERDUE, Urgency.TODAY}
_PRESSING = _CANNOT_WAIT | {Urgency.SOON}


@dataclass
class Derived:
    """What the open cases say, one after the other."""

    cases: int = 0
    dates: list[tuple[DateRow, str]] = field(default_factory=list)
    undated: list[UndatedRow] = field(default_factory=list)
    acts: list[WaitingRow] = field(default_factory=list)
    asked: list[AskedRow] = field(default_factory=list)

    def add(self, reading: CaseReading) -> None:
        """Take in what the law answered for one case."""
        self.cases += 1
        self.dates += _ours(reading)
        self.undated += [row for row in undated(reading) if row.rule.urgent]
        self.acts += [_plain(row) for row in waiting(reading)]
        self.asked += [_bare(AskedRow, row) for row in questions(reading)]

    def sheet(self, today: date, *, later: bool, most: int) -> TodaySheet:
        """Lay the board out in plain Python."""
        pressing = sorted(
            self.undated, key=lambda row: (-(row.since or date.min).toordinal(), row.rule.id, row.subject_id)
        )
        acts = sorted(self.acts, key=lambda row: (row.since or date.max, row.event_id))
        horizon = date.max if later else today + timedelta(days=HORIZON)
        oldest = today - timedelta(days=RECENT)
        recent = [(row, group) for row, group in self.dates if row.day >= oldest]
        near = [(row, group) for row, group in recent if row.day <= horizon or row.urgency is Urgency.SOON]
        rows = in_order(grouped(near))
        half, few = most // 2, min(FEW, most)
        return TodaySheet(
            today=today,
            deadlines=tuple(rows[:most]),
            undated=tuple(pressing[:few]),
            waiting=tuple(acts[:half]),
            questions=tuple(self.asked[:half]),
            hidden=Hidden(
                deadlines=max(0, len(rows) - most),
                later=min(FAR, len(recent) - len(near)),
                undated=max(0, len(pressing) - few),
                waiting=max(0, len(acts) - half),
                questions=max(0, len(self.asked) - half),
            ),
            urgent=sum(row.urgency in _CANNOT_WAIT for row in rows) + len(pressing),
            passed=sum(row.urgency is Urgency.OVERDUE and row.day < oldest for row, _group in self.dates),
            uncounted=0,
            counts=RailCounts(
                today=sum(row.urgency in _PRESSING for row in rows) + len(pressing),
                cases=self.cases,
                waiting=len(acts),
            ),
        )


def derived_sheet(
    session: Session, packs: Mapping[str, Pack], today: date, *, later: bool = False, most: int = 100
) -> TodaySheet:
    """Ask the law about every open case, then lay the board out."""
    derived = Derived()
    for reading in readings(session, packs, today):
        derived.add(reading)
    return derived.sheet(today, later=later, most=most)


def readings(session: Session, packs: Mapping[str, Pack], today: date) -> Iterator[CaseReading]:
    """Read every open case by the law, in the order of pseudonyms."""
    reader = Reader(packs, today)
    ids = session.scalars(select(Case.id).where(Case.closed_on.is_(None)).order_by(Case.pseudonym)).all()
    for start in range(0, len(ids), CHUNK):
        for file in load(session, Case.id.in_(ids[start : start + CHUNK])):
            yield reader.read(file)


def derived_index(session: Session, packs: Mapping[str, Pack], today: date) -> dict[str, CaseIndex]:
    """Lay out what the index must hold, by case."""
    return {reading.file.case.id: index_of(reading) for reading in readings(session, packs, today)}


def stored_index(session: Session) -> dict[str, CaseIndex]:
    """Read what the index holds, by case."""
    connection = session.connection()
    parts: dict[str, dict[int, list[Columns]]] = {}
    for kind in (DueDay, DueUndated, DueWaiting, DueQuestion):
        table = Record.metadata.tables[kind.__tablename__]
        rows = parts.setdefault(table.name, {})
        for row in connection.execute(table.select().order_by(table.c.number)).mappings():
            rows.setdefault(row["due_case_id"], []).append({k: v for k, v in row.items() if k != "due_case_id"})
    found = {}
    for case in connection.execute(Record.metadata.tables[DueCase.__tablename__].select()):
        days, pressing, acts, asked = (tuple(rows.get(case.id, ())) for rows in parts.values())
        found[case.case_id] = CaseIndex(case.valid_from, case.valid_until, days, pressing, acts, asked)
    return found


def _ours(reading: CaseReading) -> list[tuple[DateRow, str]]:
    """List the dates not met, but those somebody else owes and that stand among the answers awaited."""
    theirs = {act.event.id for act in awaited(reading)}
    return [
        (_bare(DateRow, deadline_row(reading, due)), group)
        for due, group in dues(reading)
        if not due.met and not (owed(due.rule.clock) and due.subject in theirs)
    ]


def _plain(row: WaitingRow) -> WaitingRow:
    return row if row.next is None else replace(row, next=_bare(DateRow, row.next))


def _bare(kind: type[Kept], row: Kept) -> Kept:
    """Leave the reasons out, as the index does."""
    return kind(**{one.name: getattr(row, one.name) for one in fields(kind)})
