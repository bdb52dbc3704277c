"""The questions the day's board puts to the index of derived dates: each has an index, and most have a limit."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    and_,
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
_OF_THE_CASE = (Case.id.label("case_id"), Case.pseudonym, Case.jurisdiction)


class Span(NamedTuple):
    """What a board looks at: the days around today, ahead until `last`.

    Where part of the index is no longer true, `only` holds the stamps of the rows that may be.
    """

    today: date
    last: date
    only: tuple[str, ...] = ()

    @property
    def first(self) -> date:
        """The oldest day still shown."""
        return self.today - timedelta(days=RECENT)

    @property
    def soon(self) -> date:
        """The last day that presses."""
        return self.today + timedelta(days=SOON)


def dates(span: Span, most: int) -> Select[Any]:
    """Ask for the dates of the span, the most pressing first, one row for those that stand together.

    Each row also says how many rows there are in all, how many press (overdue, today, soon), and how many cannot wait.
    """
    rows = _ranked(span).cte("days")
    together = (rows.c.due_case_id, rows.c.rule_id, rows.c.group_id, rows.c.rank)
    first = select(
        rows,
        func.row_number().over(partition_by=together, order_by=(rows.c.day, rows.c.subject_id)).label("nth"),
        func.count().over(partition_by=together).label("together"),
    ).subquery("first")
    shown = (
        select(
            first,
            func.count().over().label("in_all"),
            func.sum(case((first.c.rank <= rank(Urgency.SOON), 1), else_=0)).over().label("pressing"),
            func.sum(case((first.c.rank <= rank(Urgency.TODAY), 1), else_=0)).over().label("urgent"),
        )
        .where(first.c.nth == 1)
        .order_by(*_order(first))
        .limit(most)
        .subquery("shown")
    )
    named = shown.join(DueCase, DueCase.id == shown.c.due_case_id).join(Case, Case.id == DueCase.case_id)
    return select(shown, *_OF_THE_CASE).select_from(named).order_by(*_order(shown))


def _ranked(span: Span) -> Select[Any]:
    """Select the days to show within the span, and those past it of a date that may be too late already."""
    near = _days(span).where(DueDay.day.between(span.first, span.last))
    unsure = _days(span).where(DueDay.unsure.is_(True), DueDay.day > span.last)
    return select(union_all(near, unsure).subquery("ranked"))


def _days(span: Span) -> Select[Any]:
    columns = [column for column in DueDay.__table__.c if column.name not in {"since", "last", "shown", "lost"}]
    return (
        select(*columns, _rank(span).label("rank"))
        .where(DueDay.shown.is_(True), *_current(span.today))
        .where(*_true_ones(DueDay.due_case_id, span))
    )


def _true(span: Span, stamps: tuple[str, ...]) -> ColumnElement[bool]:
    """Keep the cases counted under these laws, of which nothing changes before today is over."""
    return and_(DueCase.stamp.in_(stamps), DueCase.valid_until > span.today, DueCase.valid_from <= span.today)


def _true_ones(number: SQLColumnExpression[int], span: Span) -> tuple[ColumnElement[bool], ...]:
    """Leave out the rows that are no longer true, where there are any."""
    return (number.in_(select(DueCase.id).where(_true(span, span.only))),) if span.only else ()


def _current(today: date) -> tuple[ColumnElement[bool], ...]:
    """Keep the day to show today among those of a date."""
    return DueDay.since <= today, or_(DueDay.day >= today, DueDay.last.is_(True))


def _rank(span: Span) -> ColumnElement[int]:
    """Say how pressing a day is."""
    return case(
        (DueDay.opens.is_(True), rank(Urgency.OPENS)),
        (DueDay.day < span.today, rank(Urgency.OVERDUE)),
        (DueDay.day == span.today, rank(Urgency.TODAY)),
        (or_(DueDay.day <= span.soon, DueDay.unsure.is_(True)), rank(Urgency.SOON)),
        else_=rank(Urgency.LATER),
    )


def _order(rows: FromClause) -> tuple[ColumnElement[Any], ...]:
    """Sort as `deadlines.in_order` does: by urgency, then by day, the latest first among overdue ones."""
    ahead = case((rows.c.rank == rank(Urgency.OVERDUE), literal(date.min)), else_=rows.c.day)
    return rows.c.rank, ahead, rows.c.day.desc(), rows.c.rule_id, rows.c.subject_id


def undated(span: Span, most: int) -> Select[Any]:
    """Ask for what presses without a date, the most recent first: what others still hold can best be saved."""
    return (
        _of_cases(DueUndated, span)
        .order_by(DueUndated.since.desc().nulls_last(), DueUndated.rule_id, DueUndated.subject_id)
        .limit(most)
    )


def waiting(span: Span, most: int) -> Select[Any]:
    """Ask for the acts without an answer, the oldest first."""
    return (
        _of_cases(DueWaiting, span)
        .where(DueWaiting.ends_on >= span.today)
        .order_by(DueWaiting.since, DueWaiting.event_id)
        .limit(most)
    )


def clocks(span: Span, cases: Collection[int], events: Collection[str]) -> Select[Any]:
    """Ask for the clocks that some acts started, as today shows them."""
    return (
        select(*DueDay.__table__.c, _rank(span).label("rank"), literal(1).label("together"), *_OF_THE_CASE)
        .join(DueCase, DueCase.id == DueDay.due_case_id)
        .join(Case, Case.id == DueCase.case_id)
        .where(DueDay.due_case_id.in_(cases), DueDay.subject_id.in_(events), *_current(span.today))
    )


def questions(span: Span, most: int) -> Select[Any]:
    """Ask for what is not known, case by case."""
    return _of_cases(DueQuestion, span).order_by(Case.pseudonym, DueQuestion.number).limit(most)


def _of_cases(kind: type[DueUndated | DueWaiting | DueQuestion], span: Span) -> Select[Any]:
    return (
        select(*kind.__table__.c, *_OF_THE_CASE)
        .join(DueCase, DueCase.id == kind.due_case_id)
        .join(Case, Case.id == DueCase.case_id)
        .where(*_true_ones(kind.due_case_id, span))
    )


def coverage(span: Span, known: tuple[str, ...]) -> Select[Any]:
    """Ask how many cases are open, and the dates of how many of them are in the index, and true."""
    return select(
        select(func.count()).where(Case.closed_on.is_(None)).scalar_subquery().label("cases"),
        select(func.count()).where(_true(span, known)).scalar_subquery().label("counted"),
    )


def counts(span: Span) -> Select[Any]:
    """Ask how many there are of each; of later dates, up to `FAR`."""
    later = (
        select(DueDay.number)
        .where(DueDay.day > span.last, DueDay.unsure.is_(False), DueDay.shown.is_(True), *_current(span.today))
        .where(*_true_ones(DueDay.due_case_id, span))
        .limit(FAR)
        .subquery("later")
    )
    passed = (DueDay.lost.is_(True), DueDay.day < span.first, *_true_ones(DueDay.due_case_id, span))
    awaited = (DueWaiting.ends_on >= span.today, *_true_ones(DueWaiting.due_case_id, span))
    return select(
        _count(DueDay, *passed).label("passed"),
        select(func.count()).select_from(later).scalar_subquery().label("later"),
        _count(DueUndated, *_true_ones(DueUndated.due_case_id, span)).label("undated"),
        _count(DueWaiting, *awaited).label("waiting"),
        _count(DueQuestion, *_true_ones(DueQuestion.due_case_id, span)).label("questions"),
    )


def _count(kind: type[Record], *where: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(kind).where(*where).scalar_subquery()
