"""Coming of age, and minority at the time of the facts."""

from datetime import date

import pytest

from casedesk.law.majority import age_at, minor_at, of_age_on
from tests.law.factories import on


@pytest.mark.parametrize(
    ("born_on", "of_age"),
    [
        ("2010-05-14", "2028-05-14"),
        ("2010-12-31", "2028-12-31"),
        ("2008-02-29", "2026-02-28/2026-03-01"),  # two readings, one day apart
        ("2010-02-28", "2028-02-28"),
    ],
)
def test_she_is_of_age_on_her_eighteenth_birthday(born_on: str, of_age: str) -> None:
    assert of_age_on(date.fromisoformat(born_on)) == on(of_age)


@pytest.mark.parametrize(
    ("born_on", "facts_on", "minor"),
    [
        ("2008-08-21", "2026-08-20", True),
        ("2008-08-21", "2026-08-21", False),
        ("2008-08-21", "2026-08-01/2026-08-20", True),
        ("2008-08-21", "2026-08-21/2026-08-30", False),
        ("2008-08-21", "2026-08-01/2026-08-30", None),
        ("2008-02-29", "2026-02-28", True),  # nobody is taken for an adult too early
        ("2008-02-29", "2026-03-01", False),
    ],
)
def test_she_was_a_minor_until_that_day(born_on: str, facts_on: str, minor: bool | None) -> None:
    assert minor_at(date.fromisoformat(born_on), on(facts_on)) is minor


@pytest.mark.parametrize(
    ("born_on", "day", "expected"),
    [
        ("2011-06-15", "2026-06-14", 14),
        ("2011-06-15", "2026-06-15", 15),
        ("2012-02-29", "2027-02-27", 14),
        ("2012-02-29", "2027-02-28", 15),
        ("2012-02-29", "2028-02-28", 15),
        ("2012-02-29", "2028-02-29", 16),
    ],
)
def test_an_age_is_counted_in_whole_years(born_on: str, day: str, expected: int) -> None:
    assert age_at(date.fromisoformat(born_on), date.fromisoformat(day)) == expected
