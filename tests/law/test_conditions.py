"""What is known of a fact, and whether it is what a condition wants."""

from datetime import date

import pytest

from casedesk.law.conditions import known, verdict
from casedesk.law.facts import Value
from tests.law.factories import facts, happened

PUBLIC = happened("publication", "2026-08-21", about={"public": True})


def test_what_an_occurrence_tells_wins_then_the_case() -> None:
    case = facts(PUBLIC, answers={"public": False, "online": True})
    assert known(case, PUBLIC, "public") is True
    assert known(case, None, "public") is False
    assert known(case, PUBLIC, "online") is True
    assert known(case, PUBLIC, "residence") is None


def test_minority_is_answered_or_follows_from_her_birth_date() -> None:
    born = {"victim_birth_date": date(2010, 5, 14)}
    assert known(facts(PUBLIC, answers=born), PUBLIC, "victim_minor_at_facts") is True
    assert (
        known(facts(PUBLIC, answers=born | {"victim_minor_at_facts": False}), PUBLIC, "victim_minor_at_facts") is False
    )
    assert known(facts(PUBLIC, answers=born), None, "victim_minor_at_facts") is None
    assert known(facts(PUBLIC), PUBLIC, "victim_minor_at_facts") is None


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
