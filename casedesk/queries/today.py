"""Aujourd'hui: what must not be missed, over every open case, as the index of derived dates has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Result, Row, Select
from sqlalchemy.orm import Session

from casedesk.law.assess import Lack, Missing
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries import board
from casedesk.queries.board import Span
from casedesk.queries.deadlines import AskedRow, DateRow, UndatedRow, Urgency, rank
from casedesk.queries.indexed import stamps
from casedesk.queries.waiting import WaitingRow, next_of

HORIZON = 30  # days ahead shown before later dates are asked for
MOST = 100  # dates shown before more are asked for; half of them for what is awaited or missing
FEW = 10  # what presses without a date: more would hide the dates

_URGENCIES = {rank(one): one for one in (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON, Urgency.LATER)}


@dataclass(frozen=True, slots=True)
class RailCounts:
    """The numbers beside the rail's words."""

    today: int  # overdue, due today, due soon, and pressing without a date
    cases: int  # open cases
    waiting: int  # acts without an answer


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many more there are of each than the page shows. Later dates are counted up to `board.FAR`."""

    deadlines: int
    later: int
    undated: int
    waiting: int
    questions: int


@dataclass(frozen=True, slots=True)
class TodaySheet:
    """The page. `urgent` things cannot wait: overdue, due today, or pressing without a date.

    `passed` counts the days overdue for more than a month: they stay in their cases, not here. `uncounted` open cases
    have no date here yet: the index must be brought in step (`services.index`).
    """

    today: date
    deadlines: tuple[DateRow, ...]
    undated: tuple[UndatedRow, ...]
    waiting: tuple[WaitingRow, ...]
    questions: tuple[AskedRow, ...]
    hidden: Hidden
    urgent: int
    passed: int
    uncounted: int
    counts: RailCounts


def today_sheet(
    session: Session, packs: Mapping[str, Pack], today: date, *, later: bool = False, most: int = MOST
) -> TodaySheet:
    """Read what is overdue, due, awaited and unknown in the open cases; delays met are left out.

    `later` looks past the coming month. `most` dates are shown, and half as many acts awaited and questions.
    """
    span, cases, uncounted = _span(session, packs, today, date.max if later else today + timedelta(days=HORIZON))
    number = _ask(session, board.counts(part=span.part), span).one()
    rows = _ask(session, board.dates(part=span.part), span, most).all()
    first = rows[0] if rows else None
    undated = tuple(_undated(packs, row) for row in _ask(session, board.undated(part=span.part), span, min(FEW, most)))
    awaited = tuple(_awaited(session, packs, span, most // 2))
    questions = tuple(_question(row) for row in _ask(session, board.questions(part=span.part), span, most // 2))
    return TodaySheet(
        today=today,
        deadlines=tuple(_date(packs, today, row) for row in rows),
        undated=undated,
        waiting=awaited,
        questions=questions,
        hidden=Hidden(
            deadlines=first.in_all - len(rows) if first else 0,
            later=number.later,
            undated=number.undated - len(undated),
            waiting=number.waiting - len(awaited),
            questions=number.questions - len(questions),
        ),
        urgent=(first.urgent if first else 0) + number.undated,
        passed=number.passed,
        uncounted=uncounted,
        counts=RailCounts((first.pressing if first else 0) + number.undated, cases, number.waiting),
    )


def rail_counts(session: Session, packs: Mapping[str, Pack], today: date) -> RailCounts:
    """Count what the rail shows."""
    span, cases, _uncounted = _span(session, packs, today, today + timedelta(days=HORIZON))
    number = _ask(session, board.counts(part=span.part), span).one()
    first = _ask(session, board.dates(part=span.part), span, 1).first()
    return RailCounts((first.pressing if first else 0) + number.undated, cases, number.waiting)


def _span(session: Session, packs: Mapping[str, Pack], today: date, last: date) -> tuple[Span, int, int]:
    """Say what to look at, how many cases are open, and how many of them are not truly in the index."""
    span = Span(today, last, stamps(packs))
    number = _ask(session, board.coverage(), span).one()
    uncounted = number.cases - number.counted
    return span._replace(part=uncounted > 0), number.cases, uncounted


def _ask(session: Session, question: Select[Any], span: Span, most: int = 0, **more: Any) -> Result[Any]:
    """Put a question to the index."""
    return session.connection().execute(question, {**span.told(most), **more})


def _date(packs: Mapping[str, Pack], today: date, row: Row[Any]) -> DateRow:
    rule = packs[row.jurisdiction].rules[row.rule_id]
    urgency = Urgency.OPENS if row.opens else _URGENCIES[row.rank]
    return DateRow(
        case_id=row.case_id,
        pseudonym=row.pseudonym,
        jurisdiction=row.jurisdiction,
        rule=rule,
        version=rule.versions[row.version],
        legal_day=row.legal_day,
        prudent_day=row.prudent_day,
        until=row.until,
        instant=row.instant_at,
        estimated=row.estimated,
        urgency=urgency,
        day=row.day,
        days_left=(row.day - today).days,
        last_chance=urgency not in {Urgency.OPENS, Urgency.OVERDUE} and today > row.prudent_day,
        subject_id=row.subject_id,
        subject_label=row.label,
        same=row.together - 1,
    )


def _undated(packs: Mapping[str, Pack], row: Row[Any]) -> UndatedRow:
    return UndatedRow(
        case_id=row.case_id,
        pseudonym=row.pseudonym,
        jurisdiction=row.jurisdiction,
        rule=packs[row.jurisdiction].rules[row.rule_id],
        since=row.since,
        subject_id=row.subject_id,
        subject_label=row.label,
        instead=row.instead,
    )


def _awaited(session: Session, packs: Mapping[str, Pack], span: Span, most: int) -> Iterator[WaitingRow]:
    """Read the acts without an answer, each with the clock it started that comes next."""
    acts = _ask(session, board.waiting(part=span.part), span, most).all()
    wanted = board.acts({act.due_case_id for act in acts}, {act.event_id for act in acts})
    clocks: dict[str, list[DateRow]] = {}
    for row in _ask(session, board.clocks(), span, **wanted):
        clocks.setdefault(row.subject_id, []).append(_date(packs, span.today, row))
    for act in acts:
        since = None if act.since == date.max else act.since
        yield WaitingRow(
            case_id=act.case_id,
            pseudonym=act.pseudonym,
            jurisdiction=act.jurisdiction,
            what=Happening(act.what),
            event_id=act.event_id,
            since=since,
            days=None if since is None else (span.today - since).days,
            whom=act.whom,
            platforms=tuple(act.platforms),
            acknowledged_on=act.acknowledged_on,
            reference=act.reference,
            next=next_of(clocks.get(act.event_id, ())),
        )


def _question(row: Row[Any]) -> AskedRow:
    return AskedRow(
        case_id=row.case_id,
        pseudonym=row.pseudonym,
        jurisdiction=row.jurisdiction,
        missing=Missing(Lack(row.lack), row.name),
        subject_id=row.subject_id,
        subject_label=row.label,
    )
