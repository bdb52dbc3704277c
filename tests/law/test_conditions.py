"""What is known of a fact, and whether it is what a condition wants."""

from datetime import date

import pytest

from casedesk.law.conditions import known, verdict
from casedesk.law.facts import Occurrence, Value
from tests.law.factories import facts, happened

PUBLIC = happened("publication", "2026-08-21", about={"public": True})


def test_what_an_occurrence_tells_wins_then_the_case() -> None:
    case = facts(PUBLIC, answers={"public": False, "online": True})
    assert known(case, PUBLIC, "public") is True
    assert known(case, None, "public") is False
    assert known(case, PUBLIC, "online") is True
    assert known(case, PUBLIC, "residence") is None


def test_minority_follows_from_her_birth_date_and_is_answered_where_it_does_not_tell() -> None:
    born: dict[str, Value] = {"victim_birth_date": date(2010, 5, 14)}
    adult: dict[str, Value] = {"victim_minor_at_facts": False}
    child: dict[str, Value] = {"victim_minor_at_facts": True}
    assert minor_of(PUBLIC, born) is True
    assert minor_of(PUBLIC, born | adult) is True
    assert minor_of(PUBLIC, adult) is False
    assert minor_of(PUBLIC, {}) is None
    assert minor_of(None, born) is None
    around = happened("publication", "2028-05-01/2028-05-31")  # she turns eighteen in between
    assert minor_of(around, born) is None
    assert minor_of(around, born | child) is True


def test_a_birth_after_the_facts_tells_nothing_of_her_age() -> None:
    assert minor_of(PUBLIC, {"victim_birth_date": date(2026, 8, 22)}) is None
    assert minor_of(PUBLIC, {"victim_birth_date": date(2026, 8, 21)}) is True


def minor_of(occurrence: Occurrence | None, answers: dict[str, Value]) -> Value | None:
    return known(facts(PUBLIC, answers=answers), occurrence, "victim_minor_at_facts")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ("", [])),
        ({"public": True}, ("", [])),
        ({"public": False}, ("public", [])),
        ({"residence": ("overseas", "abroad")}, ("", ["residence"])),
        ({"residence": ("overseas", "abroad"), "public": False}, ("public", [])),
        ({"offence": ("insult", "threat")}, ("", [])),
        ({"offence": ("threat",)}, ("offence", [])),
    ],
)
def test_one_fact_that_says_otherwise_is_enough_and_the_unknown_are_listed(
    wanted: dict[str, Value | tuple[Value, ...]], expected: tuple[str, list[str]]
) -> None:
    assert verdict(wanted, facts(PUBLIC, answers={"offence": "insult"}), PUBLIC) == expected
