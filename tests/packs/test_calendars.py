"""The days off the packs set, place by place."""

from datetime import date

import pytest

from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import PACKS


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("fr", date(2026, 4, 6)),  # Easter Monday
        ("fr", date(2026, 5, 14)),  # Ascension
        ("fr", date(2006, 6, 5)),  # Whit Monday, although worked in those years
        ("fr", date(1991, 11, 11)),
        ("fr-67", date(2026, 4, 3)),  # Good Friday
        ("fr-57", date(2025, 12, 26)),
        ("fr-971", date(2026, 5, 27)),
        ("fr-972", date(2026, 5, 22)),
        ("fr-973", date(2026, 6, 10)),
        ("fr-974", date(2027, 12, 20)),
        ("fr-976", date(2026, 4, 27)),
        ("fr-977", date(2026, 10, 9)),
        ("fr-978", date(2026, 5, 27)),
        ("ml", date(2026, 1, 2)),  # by communiqué
        ("ml", date(2026, 1, 14)),
        ("ml", date(2026, 1, 20)),
        ("ml", date(2026, 4, 6)),
        ("ml", date(2026, 9, 22)),
    ],
)
def test_a_day_off_is_not_worked(place: str, day: date) -> None:
    assert not calendar_for(PACKS, place).day(day).working


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("fr", date(2026, 4, 3)),
        ("fr", date(2025, 12, 26)),
        ("fr-972", date(2026, 5, 27)),
        ("ml", date(2022, 1, 14)),  # before the decree
        ("ml", date(2026, 7, 14)),
        ("ml", date(2026, 11, 11)),
    ],
)
def test_an_ordinary_day_is_worked(place: str, day: date) -> None:
    assert calendar_for(PACKS, place).day(day).working


def test_the_feasts_of_the_moon_are_estimated_in_mali() -> None:
    calendar = calendar_for(PACKS, "ml")
    for day in (date(2027, 3, 9), date(2027, 5, 16), date(2027, 8, 14), date(2027, 8, 21)):
        assert calendar.day(day).estimated
