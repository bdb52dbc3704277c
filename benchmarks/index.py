"""The index of derived dates over twenty thousand cases: counted whole, compared with derivation, then read."""

import calendar
import statistics
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import event
from sqlalchemy.orm import Session

from benchmarks.crowd import fill
from benchmarks.ratio import Ratio, at_most, in_turn, timed, told
from casedesk import paths
from casedesk.demo.build import build
from casedesk.law.assess import Due
from casedesk.law.clock import day_of
from casedesk.law.load import load_packs
from casedesk.law.pack import Pack
from casedesk.law.period import Period
from casedesk.law.regime import Regime
from casedesk.law.workdays import calendar_for
from casedesk.queries.indexed import index_of
from casedesk.queries.today import today_sheet
from casedesk.services.index import count_some
from casedesk.store.workspace import Workspace
from tests.conftest import FAST, PASSPHRASE
from tests.queries.derived_board import Derived, readings, stored_index

COUNT = 21_200  # of which some are closed: twenty thousand are open
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
ALL = 10**9  # rows: everything is compared, not only what is shown first

Packs = Mapping[str, Pack]


class _Counted(NamedTuple):
    """A period and where it starts, as the engine took them."""

    start: date
    period: Period
    gate: bool
    place: str


def ratios(scratch: Path) -> Iterator[Ratio]:
    """Fill an encrypted workspace, count every date, compare, then measure how the board opens."""
    packs = load_packs(paths.packs())
    workspace, _recovery_key = Workspace.create(scratch / "crowd", PASSPHRASE, cost=FAST)
    with workspace:
        with workspace.transaction() as work:
            build(work.session, packs, TODAY, NOW, workspace.seal)
        with workspace.transaction() as work:
            fill(work.session.connection(), COUNT)
        counted = _count_all(workspace, packs)
        with workspace.transaction() as work:
            derived, periods = _compare(work.session, packs)
        name = f"{derived.cases} cases counted ({derived.cases / counted:.0f} cases/s) / bare arithmetic"
        yield told(name, (counted, _by_hand(packs, periods)))
        yield _opening(workspace, packs)


def _count_all(workspace: Workspace, packs: Packs) -> float:
    """Count the dates of every case, as the desk does, and time it in seconds."""
    start = time.perf_counter()
    left = 1
    while left:
        with workspace.transaction() as work:
            left = count_some(work.session, packs, TODAY)
    return time.perf_counter() - start


def _compare(session: Session, packs: Packs) -> tuple[Derived, list[_Counted]]:
    """Hold every row of the index, then the whole board read from it, against what the law answers case by case."""
    stored, derived, periods = stored_index(session), Derived(), []
    for reading in readings(session, packs, TODAY):
        if stored.pop(reading.file.case.id, None) != index_of(reading):
            raise SystemExit("the index and derivation disagree about a case")
        derived.add(reading)
        periods += [_period(due, reading.file.case.place) for due in reading.assessments if isinstance(due, Due)]
    if stored:
        raise SystemExit("the index holds cases that are not open")
    for later in (False, True):
        if today_sheet(session, packs, TODAY, later=later, most=ALL) != derived.sheet(TODAY, later=later, most=ALL):
            raise SystemExit("the board read from the index and the board derived disagree")
    rows = len(derived.dates) + len(derived.undated) + len(derived.acts) + len(derived.asked)
    print(f"index = derivation over {derived.cases} cases: {rows} dates, acts and questions")
    return derived, periods


def _period(due: Due, place: str) -> _Counted:
    count = due.trace.count
    return _Counted(day_of(due.trace.started_on), count.period, count.regime is Regime.GATE, place)


def _by_hand(packs: Packs, periods: list[_Counted]) -> float:
    """Add the same periods to the same days, find the working day nearby, and nothing else: the median, in seconds."""
    closed: dict[str, frozenset[date]] = {}
    for place in {one.place for one in periods}:
        days = calendar_for(packs, place)
        every = (date(2010, 1, 1) + timedelta(days=number) for number in range(40 * 365))
        closed[place] = frozenset(day for day in every if not days.works(day))

    def count() -> list[tuple[date, date]]:
        return [_end(one, closed[one.place]) for one in periods]

    return statistics.median(timed(count) for _ in range(5))


def _end(counted: _Counted, closed: frozenset[date]) -> tuple[date, date]:
    start, period = counted.start, counted.period
    months = start.month - 1 + period.months + 12 * period.years
    year, month = start.year + months // 12, months % 12 + 1
    end = start.replace(year=year, month=month, day=min(start.day, calendar.monthrange(year, month)[1]))
    end += timedelta(days=period.days + 7 * period.weeks, hours=period.hours)
    prudent, towards = end, timedelta(days=1 if counted.gate else -1)
    while prudent in closed:
        prudent += towards
    return end, prudent


def _opening(workspace: Workspace, packs: Packs) -> Ratio:
    """Open the board as the desk does, against the very statements it sends, sent by the bare driver."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        sent.append((statement, parameters))

    def ours() -> None:
        with workspace.transaction() as work:
            today_sheet(work.session, packs, TODAY)

    event.listen(workspace.engine, "before_cursor_execute", note)
    ours()
    event.remove(workspace.engine, "before_cursor_execute", note)
    with workspace.engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection  # the only one: the pool gives it again

    def floor() -> None:
        for statement, parameters in sent:  # the first begins a transaction
            driver.execute(statement, parameters).fetchall()
        driver.execute("ROLLBACK")

    return at_most(
        "Aujourd’hui over the index / its SQL alone", in_turn(lambda: timed(ours), lambda: timed(floor), 31), 1.3
    )
