"""What holds for every count, whatever the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.law.counting import Regime, count
from casedesk.law.period import THAT_DAY, Period, add
from casedesk.law.workdays import Calendar
from tests.law.replay import Replay

DAY = timedelta(days=1)
STARTS = st.dates(date(2000, 1, 1), date(2060, 1, 1))
PERIODS = st.one_of(
    st.builds(Period, days=st.integers(1, 400)),
    st.builds(Period, weeks=st.integers(1, 60)),
    st.builds(Period, years=st.integers(0, 20), months=st.integers(1, 30)),
    st.builds(Period, months=st.integers(1, 30), days=st.integers(1, 40)),
)
BACK = (Regime.BACKWARD, Regime.CLEAR_BACKWARD)
FORWARD = [regime for regime in Regime if regime not in {Regime.HOURS, *BACK, Regime.GATE}]
ROLLING = [Regime.CPP_801, Regime.CPC_642, Regime.CLEAR_DAYS, Regime.EU_1182_71, Regime.ML_CPP_1366]
PLACES = ("france", "strasbourg", "bamako")


@pytest.fixture(params=PLACES, scope="module")
def calendar(request: pytest.FixtureRequest) -> Calendar:
    found: Calendar = request.getfixturevalue(request.param)
    return found


@given(st.sampled_from([*FORWARD, Regime.GATE]), STARTS, PERIODS)
def test_a_due_date_never_precedes_its_start(calendar: Calendar, regime: Regime, start: date, period: Period) -> None:
    assert count(regime, start, period, calendar).legal_day > start


@given(st.sampled_from([*FORWARD, Regime.GATE, *BACK]), STARTS, st.integers(1, 40), PERIODS)
def test_a_later_start_never_gives_an_earlier_date(
    calendar: Calendar, regime: Regime, start: date, later: int, period: Period
) -> None:
    first = count(regime, start, period, calendar)
    second = count(regime, start + later * DAY, period, calendar)
    assert first.legal_day <= second.legal_day
    assert first.prudent_day <= second.prudent_day


@given(st.sampled_from([*FORWARD, *BACK]), STARTS, PERIODS)
def test_the_prudent_day_is_never_after_the_last(
    calendar: Calendar, regime: Regime, start: date, period: Period
) -> None:
    result = count(regime, start, period, calendar)
    assert result.prudent_day <= result.legal_day


@given(st.sampled_from(FORWARD), STARTS, PERIODS)
def test_nobody_is_asked_to_act_before_the_period_starts(
    calendar: Calendar, regime: Regime, start: date, period: Period
) -> None:
    assert count(regime, start, period, calendar).prudent_day >= start


@given(STARTS, PERIODS)
def test_the_prudent_day_of_a_gate_is_never_before_it_opens(calendar: Calendar, start: date, period: Period) -> None:
    result = count(Regime.GATE, start, period, calendar)
    assert result.prudent_day >= result.legal_day
    assert calendar.works(result.prudent_day)


@given(st.sampled_from(ROLLING), STARTS, PERIODS)
def test_a_rolling_period_ends_on_a_working_day(
    calendar: Calendar, regime: Regime, start: date, period: Period
) -> None:
    assert calendar.works(count(regime, start, period, calendar).legal_day)


@given(st.sampled_from([Regime.LIMITATION, Regime.CIVIL_LIMITATION]), STARTS, PERIODS)
def test_a_limitation_never_rolls(calendar: Calendar, regime: Regime, start: date, period: Period) -> None:
    result = count(regime, start, period, calendar)
    assert result.legal_day == add(start, period)[0]
    assert not result.rolled


@given(STARTS, PERIODS)
def test_clear_days_give_one_day_more(calendar: Calendar, start: date, period: Period) -> None:
    ordinary = count(Regime.CPP_801, start, period, calendar)
    clear = count(Regime.CLEAR_DAYS, start, period, calendar)
    assert clear.legal_day >= ordinary.legal_day
    assert clear.prudent_day == ordinary.prudent_day


@given(STARTS, PERIODS)
def test_clear_days_before_an_event_leave_one_day_more(calendar: Calendar, event: date, period: Period) -> None:
    ordinary = count(Regime.BACKWARD, event, period, calendar)
    assert count(Regime.CLEAR_BACKWARD, event, period, calendar).legal_day == ordinary.legal_day - DAY


FIXABLE = [Regime.LIMITATION, Regime.CPP_801, Regime.CPC_642, Regime.EU_1182_71, Regime.ML_CPP_1366, Regime.GATE]


@given(st.sampled_from(FIXABLE), STARTS)
def test_a_day_that_is_fixed_is_that_very_day_or_rolls(calendar: Calendar, regime: Regime, day: date) -> None:
    expected = day
    while regime in ROLLING and not calendar.works(expected):
        expected += DAY
    assert count(regime, day, THAT_DAY, calendar).legal_day == expected


@given(st.sampled_from([Regime.LIMITATION, Regime.CPP_801, Regime.CPC_642, Regime.ML_CPP_1366]), STARTS)
def test_a_day_that_is_fixed_is_prudently_met_on_a_working_day(calendar: Calendar, regime: Regime, day: date) -> None:
    prudent = count(regime, day, THAT_DAY, calendar).prudent_day
    assert prudent <= day
    assert calendar.works(prudent)


@given(STARTS, st.integers(2, 60))
def test_european_periods_of_two_days_hold_two_working_days(calendar: Calendar, start: date, days: int) -> None:
    result = count(Regime.EU_1182_71, start, Period(days=days), calendar)
    length = (result.legal_day - start).days
    assert sum(calendar.works(start + n * DAY) for n in range(1, length + 1)) >= 2


@given(st.sampled_from([*FORWARD, Regime.GATE, *BACK]), STARTS, PERIODS)
def test_the_steps_recompute_to_the_dates(calendar: Calendar, regime: Regime, start: date, period: Period) -> None:
    result = count(regime, start, period, calendar)
    replay = Replay(result, calendar)
    assert replay.legal == result.legal_day
    assert replay.prudent == result.prudent_day
