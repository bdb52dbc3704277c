"""Lengths of time: read, written, added."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.errors import InvalidInput
from casedesk.law.period import Period, add, subtract

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
MONTHS = st.integers(0, 400)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("P3M", Period(months=3)),
        ("P1Y", Period(years=1)),
        ("P1Y6M", Period(years=1, months=6)),
        ("P10D", Period(days=10)),
        ("P2W", Period(weeks=2)),
        ("P1M2W3D", Period(months=1, weeks=2, days=3)),
        ("PT72H", Period(hours=72)),
    ],
)
def test_a_length_of_time_is_read_as_the_standard_writes_it(text: str, period: Period) -> None:
    assert Period.parse(text) == period
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "3M",
        "p3m",
        "P3",
        "P-3M",
        "P3M ",
        "P1DT2H",
        "PT",
        "PT30M",
        "P0M",
        "PT0H",
        "P3M1Y",
        "P٣M",
        "P99999Y",
        "P3.5D",
    ],
)
def test_what_is_no_length_of_time_is_refused_with_examples(text: str) -> None:
    with pytest.raises(InvalidInput, match="P3M") as refusal:
        Period.parse(text)
    assert refusal.value.field == "for"


@pytest.mark.parametrize(
    ("day", "period", "end", "clipped"),
    [
        ("2026-08-21", "P3M", "2026-11-21", False),
        ("2026-11-30", "P3M", "2027-02-28", True),
        ("2027-11-30", "P3M", "2028-02-29", True),
        ("2027-01-31", "P3M", "2027-04-30", True),
        ("2026-03-31", "P3M", "2026-06-30", True),
        ("2024-02-29", "P1Y", "2025-02-28", True),
        ("2024-02-29", "P4Y", "2028-02-29", False),
        ("2024-02-29", "P6Y", "2030-02-28", True),
        ("2026-12-31", "P2M", "2027-02-28", True),
        ("2023-12-31", "P1Y2M", "2025-02-28", True),
        ("2026-12-15", "P1M", "2027-01-15", False),
        ("2026-01-31", "P1M1D", "2026-03-01", True),
        ("2026-12-28", "P1W", "2027-01-04", False),
        ("2026-02-27", "P2D", "2026-03-01", False),
    ],
)
def test_a_period_runs_from_day_number_to_day_number(day: str, period: str, end: str, clipped: bool) -> None:
    assert add(date.fromisoformat(day), Period.parse(period)) == (date.fromisoformat(end), clipped)


@pytest.mark.parametrize(
    ("day", "period", "start", "clipped"),
    [
        ("2026-05-31", "P3M", "2026-02-28", True),
        ("2024-02-29", "P1Y", "2023-02-28", True),
        ("2026-01-15", "P1M", "2025-12-15", False),
        ("2026-03-01", "P20D", "2026-02-09", False),
    ],
)
def test_a_period_is_taken_off_the_same_way(day: str, period: str, start: str, clipped: bool) -> None:
    assert subtract(date.fromisoformat(day), Period.parse(period)) == (date.fromisoformat(start), clipped)


@pytest.mark.parametrize("period", [Period(years=9000), Period(days=99999), Period(years=9000, days=99999)])
def test_leaving_the_calendar_is_a_sentence_and_not_a_crash(period: Period) -> None:
    with pytest.raises(InvalidInput, match="out of the calendar"):
        add(date(9990, 1, 1), period)
    with pytest.raises(InvalidInput, match="out of the calendar"):
        subtract(date(2, 1, 1), period)


@given(DAYS, MONTHS)
def test_a_year_is_twelve_months(day: date, months: int) -> None:
    assert add(day, Period(months=months)) == add(day, Period(years=months // 12, months=months % 12))


@given(DAYS, st.integers(0, 400), st.integers(0, 60))
def test_months_come_before_days(day: date, months: int, days: int) -> None:
    end, _ = add(day, Period(months=months))
    assert add(day, Period(months=months, days=days))[0] == end + timedelta(days=days)


@given(DAYS, MONTHS)
def test_a_month_too_short_gives_its_last_day(day: date, months: int) -> None:
    end, clipped = add(day, Period(months=months))
    assert clipped == (end.day != day.day)
    assert not clipped or (end + timedelta(days=1)).day == 1
