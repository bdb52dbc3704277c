"""One clock running through the acts that restart it."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casedesk.law.clock import Restart, acts_on, day_of, run
from casedesk.law.counting import Count, Regime, count
from casedesk.law.facts import Happening
from casedesk.law.period import Period
from casedesk.law.workdays import Calendar
from tests.law.factories import TODAY, facts, happened

CALENDAR = Calendar(())
START = date(2026, 1, 1)


def three_months(start: date | datetime) -> Count:
    return count(Regime.LIMITATION, start, Period(months=3), CALENDAR)


def restart(day: date, by: date | None = None) -> Restart:
    return Restart(day, by or day, happened("direct_citation", day.isoformat()))


def test_a_clock_that_nothing_restarts_runs_from_its_start() -> None:
    ended = run(START, [], three_months)
    assert (ended.started_on, ended.restarted, ended.count.legal_day) == (START, (), date(2026, 4, 1))


def test_each_act_carries_the_clock_to_the_next() -> None:
    """The third would be too late without the second, the second without the first."""
    acts = [restart(date(2026, 9, 1)), restart(date(2026, 3, 31)), restart(date(2026, 6, 30))]
    ended = run(START, acts, three_months)
    assert [act.when and act.when.earliest for act in ended.restarted] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 1),
    ]
    assert ended.count.legal_day == date(2026, 12, 1)


def test_a_gap_in_the_chain_ends_the_clock() -> None:
    ended = run(START, [restart(date(2026, 4, 2)), restart(date(2026, 6, 30))], three_months)
    assert (ended.restarted, ended.count.legal_day) == ((), date(2026, 4, 1))


def test_an_act_restarts_only_if_it_came_in_time_however_late_it_was() -> None:
    assert run(START, [restart(date(2026, 3, 1), by=date(2026, 4, 1))], three_months).restarted
    assert not run(START, [restart(date(2026, 3, 1), by=date(2026, 4, 2))], three_months).restarted


@given(st.lists(st.integers(-100, 400), max_size=6))
def test_acts_never_bring_the_end_nearer(days: list[int]) -> None:
    acts = [restart(START + timedelta(days=n)) for n in days]
    ended = run(START, acts, three_months)
    assert ended.count.legal_day >= three_months(START).legal_day
    assert ended.count == three_months(ended.started_on)


def test_a_start_is_a_day_or_a_moment() -> None:
    assert day_of(START) == day_of(datetime(2026, 1, 1, 23, 59, tzinfo=UTC)) == START


def test_acts_are_found_by_kind_by_day_and_by_what_they_concern() -> None:
    trigger = happened("publication", "2026-08-21", concerns=("content", "incident"))
    done = happened("direct_citation", "2026-11-21", concerns=("incident",))
    undated = happened("direct_citation")
    told = facts(
        trigger,
        done,
        undated,
        happened("direct_citation", "2026-11-22"),
        happened("direct_citation", "2026-11-20", concerns=("other",)),
        happened("judgment", "2026-11-20"),
    )
    assert acts_on(told, trigger, (Happening.DIRECT_CITATION,), TODAY) == [done, undated]
    assert acts_on(told, trigger, (), TODAY) == []
