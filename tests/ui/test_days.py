"""A day as people type it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk import translate, wording
from casedesk.ui.days import parse_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("21/08/2026", date(2026, 8, 21)),
        ("21.8.26", date(2026, 8, 21)),
        ("2026-08-21", date(2026, 8, 21)),
        ("21 août 2026", date(2026, 8, 21)),
        ("Vendredi 21 AOUT 2026", date(2026, 8, 21)),
        ("ven. 21 août", date(2026, 8, 21)),
        ("1er décembre", date(2025, 12, 1)),
        ("mardi 3 mars 2026", date(2026, 3, 3)),
        ("3 mars", date(2026, 3, 3)),
        ("August 21, 2026", date(2026, 8, 21)),
        ("March 3, 2026", date(2026, 3, 3)),
        ("mar. 3 mars 2026", date(2026, 3, 3)),
        ("21/11", date(2026, 11, 21)),
        ("22/11", date(2025, 11, 22)),
        ("hier", date(2026, 11, 20)),
        ("avant-hier", date(2026, 11, 19)),
        ("aujourd’hui", TODAY),
        ("yesterday", date(2026, 11, 20)),
        (" 29/02/2024 ", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_was_meant(typed: str, read: date) -> None:
    assert parse_day(typed, TODAY) == read


@pytest.mark.parametrize("typed", ["", "31/02/2026", "29 février 2026", "lundi", "août 2026", "12", "21/13/2026", "x"])
def test_what_is_not_a_day_is_never_guessed(typed: str) -> None:
    assert parse_day(typed, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(translate.LANGUAGES))
def test_a_day_written_by_the_desk_is_read_back(day: date, language: str) -> None:
    for text in (wording.long_day(day, language), wording.day(day, language), day.isoformat()):
        assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("22/11", date(2026, 11, 22)),
        ("21/11", TODAY),
        ("20 novembre", date(2027, 11, 20)),
        ("March 3", date(2027, 3, 3)),
        ("20/11/2026", date(2026, 11, 20)),
    ],
)
def test_without_a_year_the_day_of_what_is_announced_is_never_behind(typed: str, read: date) -> None:
    assert parse_day(typed, TODAY, ahead=True) == read


@given(st.dates(date(2020, 3, 1), date(2090, 1, 1)), st.integers(0, 364))
def test_without_a_year_a_day_is_never_ahead(today: date, ago: int) -> None:
    day = today - timedelta(days=ago)
    read = parse_day(f"{day.day}/{day.month}", today)
    assert read is None or read <= today
