"""The feasts that follow the moon."""

from datetime import date

import pytest

from casedesk.law.moon import FEASTS, LAST_YEAR, FeastDay, feast_days


def test_the_feasts_of_a_year_to_come_are_estimates() -> None:
    assert feast_days(2027) == (
        FeastDay("eid_al_fitr", date(2027, 3, 9), estimated=True),
        FeastDay("eid_al_adha", date(2027, 5, 16), estimated=True),
        FeastDay("mawlid", date(2027, 8, 14), estimated=True),
        FeastDay("mawlid_baptism", date(2027, 8, 21), estimated=True),
    )


def test_a_year_whose_announcements_are_recorded_is_no_estimate() -> None:
    assert FeastDay("eid_al_adha", date(2024, 6, 17), estimated=False) in feast_days(2024)


def test_a_feast_may_come_twice_in_a_year() -> None:
    assert [feast.day for feast in feast_days(2015) if feast.feast == "mawlid"] == [
        date(2015, 1, 3),
        date(2015, 12, 24),
    ]


@pytest.mark.parametrize("year", [1995, 2027, LAST_YEAR])
def test_an_older_name_of_a_feast_is_understood(year: int) -> None:
    assert {feast.feast for feast in feast_days(year)} >= set(FEASTS) - {"mawlid_baptism"}


def test_nothing_is_known_beyond_the_last_year() -> None:
    assert feast_days(LAST_YEAR + 1) == ()
