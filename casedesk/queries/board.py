"""The questions the day's board puts to the index of derived dates: each has an index, and most have a limit."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    String,
    Table,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from casedesk.queries.deadlines import RECENT, SOON, Urgency, rank
from casedesk.records import Case, DueCase, DueDay, DueQuestion, DueUndated, DueWaiting, Record

FAR = 1000  # later dates counted; beyond, their number says nothing more

# Tables, not records: a row read here never becomes a record. Each question is built once and asked many times.
_CASE, _KNOWN, _DAY, _UNDATED, _WAITING, _QUESTION = (
    Record.metadata.tables[kind.__tablename__] for kind in (Case, DueCase, DueDay, DueUndated, DueWaiting, DueQuestion)
)
_OF_THE_CASE = (_CASE.c.id.label("case_id"), _CASE.c.pseudonym, _CASE.c.jurisdiction)
_KEY = ("day", "due_case_id", "number")
_TODAY, _FIRST, _LAST, _SOON = (bindparam(name, type_=Date) for name in ("today", "first", "last", "soon"))
_MOST = bindparam("most", type_=Integer)
_STAMPS = bindparam("stamps", type_=String, expanding=True)

Asked = Select[Any]


class Span(NamedTuple):
    """What a board looks at: the days around today, ahead until `last`, in the cases counted under `stamps`.

    `part` says that some rows of the index are no longer true, so that each must be looked at.
    """

    today: date
    last: date
    stamps: tuple[str, ...]
    part: bool = False

    def told(self, most: int = 0) -> Mapping[str, Any]:
        """Give what the questions want to be told."""
        return {
            "today": self.today,
            "first": self.today - timedelta(days=RECENT),
            "last": self.last,
            "soon": self.today + timedelta(days=SOON),
            "stamps": self.stamps,
            "most": most,
        }


@lru_cache
def dates(*, part: bool) -> Asked:
    """Ask for the dates of the span, the most pressing first, one row for those that stand together.

    Each row also says how many rows there are in all, how many press (overdue, today, soon), and how many cannot wait.
    """
    days = _ranked(part=part).cte("days")
    group = (days.c.due_case_id, days.c.rule_id, days.c.group_id, days.c.rank)
    in_day_order = (days.c.day, days.c.subject_id)
    first = select(
        *days.c,
        func.row_number().over(partition_by=group, order_by=in_day_order, rows=(None, None)).label("nth"),
        func.count().over(partition_by=group, order_by=in_day_order, rows=(None, None)).label("together"),
    ).subquery("first")
    pressing, urgent = (first.c.rank <= rank(Urgency.SOON), first.c.rank <= rank(Urgency.TODAY))
    shown = (
        select(
            *(first.c[name] for name in (*_KEY, "rule_id", "subject_id", "rank", "together")),
            func.count().over().label("in_all"),
            func.sum(case((pressing, 1), else_=0)).over().label("pressing"),
            func.sum(case((urgent, 1), else_=0)).over().label("urgent"),
        )
        .where(first.c.nth == 1)
        .order_by(*_order(first))
        .limit(_MOST)
        .subquery("shown")
    )
    same_day = and_(*(_DAY.c[name] == shown.c[name] for name in _KEY))
    said = (shown.c[name] for name in ("rank", "together", "in_all", "pressing", "urgent"))
    return _with_case(select(*_DAY.c, *said, *_OF_THE_CASE), shown.join(_DAY, same_day), _DAY).order_by(*_order(shown))


def _ranked(*, part: bool) -> Asked:
    """Select the days to show within the span, and those past it of a date that may be too late already."""
    columns = (_DAY.c[name] for name in (*_KEY, "rule_id", "group_id", "subject_id"))
    days = select(*columns, _rank().label("rank")).where(_DAY.c.shown, *_current(), *_true_ones(_DAY, part=part))
    near = days.where(_DAY.c.day.between(_FIRST, _LAST))
    unsure = days.where(_DAY.c.unsure, _DAY.c.day > _LAST)
    return select(union_all(near, unsure).subquery("ranked"))


def _current() -> tuple[ColumnElement[bool], ...]:
    """Keep the day to show today among those of a date."""
    return _DAY.c.since <= _TODAY, or_(_DAY.c.day >= _TODAY, _DAY.c.last)


def _rank() -> ColumnElement[int]:
    """Say how pressing a day is."""
    return case(
        (_DAY.c.opens, rank(Urgency.OPENS)),
        (_DAY.c.day < _TODAY, rank(Urgency.OVERDUE)),
        (_DAY.c.day == _TODAY, rank(Urgency.TODAY)),
        (or_(_DAY.c.day <= _SOON, _DAY.c.unsure), rank(Urgency.SOON)),
        else_=rank(Urgency.LATER),
    )


def _order(rows: FromClause) -> tuple[ColumnElement[Any], ...]:
    """Sort as `deadlines.in_order` does: by urgency, then by day, the latest first among overdue ones."""
    ahead = case((rows.c.rank == rank(Urgency.OVERDUE), literal(date.min)), else_=rows.c.day)
    return rows.c.rank, ahead, rows.c.day.desc(), rows.c.rule_id, rows.c.subject_id


@lru_cache
def undated(*, part: bool) -> Asked:
    """Ask for what presses without a date, the most recent first: what others still hold can best be saved."""
    order = (_UNDATED.c.since.desc().nulls_last(), _UNDATED.c.rule_id, _UNDATED.c.subject_id)
    return _of_cases(_UNDATED, part=part).order_by(*order).limit(_MOST)


@lru_cache
def waiting(*, part: bool) -> Asked:
    """Ask for the acts without an answer, the oldest first."""
    running = _of_cases(_WAITING, part=part).where(_WAITING.c.ends_on >= _TODAY)
    return running.order_by(_WAITING.c.since, _WAITING.c.event_id).limit(_MOST)


@lru_cache
def questions(*, part: bool) -> Asked:
    """Ask for what is not known, case by case."""
    return _of_cases(_QUESTION, part=part).order_by(_CASE.c.pseudonym, _QUESTION.c.number).limit(_MOST)


@lru_cache
def clocks() -> Asked:
    """Ask for the clocks that some acts (`events`, of `cases`) started, as today shows them."""
    acts = (
        _DAY.c.due_case_id.in_(bindparam("cases", type_=Integer, expanding=True)),
        _DAY.c.subject_id.in_(bindparam("events", type_=String, expanding=True)),
    )
    asked = select(*_DAY.c, _rank().label("rank"), literal(1).label("together"), *_OF_THE_CASE)
    return _with_case(asked, _DAY, _DAY).where(*acts, *_current())


def acts(cases: Collection[int], events: Collection[str]) -> Mapping[str, Any]:
    """Give what `clocks` wants to be told beside the span."""
    return {"cases": tuple(cases), "events": tuple(events)}


@lru_cache
def coverage() -> Asked:
    """Ask how many cases are open, and the dates of how many of them are in the index, and true."""
    return select(
        select(func.count()).where(_CASE.c.closed_on.is_(None)).scalar_subquery().label("cases"),
        select(func.count()).where(*_true()).scalar_subquery().label("counted"),
    )


@lru_cache
def counts(*, part: bool) -> Asked:
    """Ask how many there are of each; of later dates, up to `FAR`."""
    later = (
        select(_DAY.c.number)
        .where(_DAY.c.day > _LAST, ~_DAY.c.unsure, _DAY.c.shown, *_current(), *_true_ones(_DAY, part=part))
        .limit(FAR)
        .subquery("later")
    )
    return select(
        _count(_DAY, _DAY.c.lost, _DAY.c.day < _FIRST, part=part).label("passed"),
        select(func.count()).select_from(later).scalar_subquery().label("later"),
        _count(_UNDATED, part=part).label("undated"),
        _count(_WAITING, _WAITING.c.ends_on >= _TODAY, part=part).label("waiting"),
        _count(_QUESTION, part=part).label("questions"),
    )


def _count(rows: Table, *where: ColumnElement[bool], part: bool) -> ScalarSelect[int]:
    return select(func.count()).select_from(rows).where(*where, *_true_ones(rows, part=part)).scalar_subquery()


def _of_cases(rows: Table, *, part: bool) -> Asked:
    return _with_case(select(*rows.c, *_OF_THE_CASE), rows, rows).where(*_true_ones(rows, part=part))


def _with_case(asked: Asked, source: FromClause, rows: Table) -> Asked:
    """Join the case each row is about."""
    known = source.join(_KNOWN, _KNOWN.c.id == rows.c.due_case_id)
    return asked.select_from(known.join(_CASE, _CASE.c.id == _KNOWN.c.case_id))


def _true() -> tuple[ColumnElement[bool], ...]:
    """Keep the cases counted under these laws, of which nothing changes before today is over."""
    return _KNOWN.c.stamp.in_(_STAMPS), _KNOWN.c.valid_until > _TODAY, _KNOWN.c.valid_from <= _TODAY


def _true_ones(rows: Table, *, part: bool) -> tuple[ColumnElement[bool], ...]:
    """Leave out the rows that are no longer true, where there are any."""
    return (rows.c.due_case_id.in_(select(_KNOWN.c.id).where(*_true())),) if part else ()
