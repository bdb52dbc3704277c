"""What the rules say beyond their dates: which exist, what restarts them, what they never claim."""

import pytest

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Rule, StartsFrom
from tests.packs.jurisdictions import FRANCE, MALI, RULES

# Filed or written by her side: none of these stops the time that limits an action.
NEVER_RESTARTS = {
    Happening.COMPLAINT_POLICE,
    Happening.COMPLAINT_PROSECUTOR,
    Happening.COPY_TO_PROSECUTOR,
    Happening.REQUISITION_REQUESTED,
    Happening.BAILIFF_REPORT,
    Happening.LAWYER_LETTER,
}
LIMITATIONS = [rule for _pack, rule in RULES if rule.clock is Clock.LIMITATION]
ADULT_RULE = "delit_listed_limitation_6y"
MINOR_RULE = "delit_minor_limitation"
# Code of criminal procedure, art. 706-47, text of 2023, among the offences of the pack.
LISTED = {
    "pedoporno_diffusion",
    "pedoporno_detention",
    "corruption_mineur",
    "proposition_sexuelle_mineur",
    "message_porno_mineur",
}


@pytest.mark.parametrize("rule", LIMITATIONS, ids=lambda rule: rule.id)
def test_a_plain_complaint_a_report_or_a_letter_restart_no_limitation(rule: Rule) -> None:
    assert not NEVER_RESTARTS & set(rule.restarted_by)
    assert set(rule.not_restarted_by) >= NEVER_RESTARTS
    assert rule.met_by == ()


def test_an_ordinary_investigation_act_restarts_the_year_of_the_press_not_its_three_months() -> None:
    assert Happening.INVESTIGATION_ACT in FRANCE.rules["press_limitation_1y"].restarted_by
    assert Happening.INVESTIGATION_ACT in FRANCE.rules["press_limitation_3m"].not_restarted_by


def test_nothing_is_taken_to_restart_the_press_clock_of_mali_whose_law_was_not_read() -> None:
    assert MALI.rules["press_limitation_3m"].restarted_by == ()


def test_only_listed_offences_run_from_majority() -> None:
    assert {offence.id for offence in FRANCE.offences.values() if MINOR_RULE in offence.limitation} == LISTED
    assert {offence.id for offence in FRANCE.offences.values() if ADULT_RULE in offence.limitation} == LISTED
    assert FRANCE.rules[MINOR_RULE].starts_from is StartsFrom.MAJORITY
    assert FRANCE.rules[MINOR_RULE].when == {"victim_minor_at_facts": True}
    assert FRANCE.rules[ADULT_RULE].when == {"victim_minor_at_facts": False}


def test_every_limitation_asked_of_an_offence_is_one() -> None:
    for pack in (FRANCE, MALI):
        for offence in pack.offences.values():
            assert offence.limitation
            assert {pack.rules[name].clock for name in offence.limitation} == {Clock.LIMITATION}


def test_the_three_months_before_a_civil_party_complaint_start_from_the_prosecutor_only() -> None:
    for pack in (FRANCE, MALI):
        gate = pack.rules["civil_party_gate"]
        assert {gate.trigger, *gate.also_from} == {Happening.COMPLAINT_PROSECUTOR, Happening.COPY_TO_PROSECUTOR}


def test_mali_gives_no_duration_to_what_operators_keep_and_says_it_is_urgent() -> None:
    rule = MALI.rules["operator_retention"]
    assert rule.urgent
    assert [version.duration for version in rule.versions] == [None]


def test_a_target_is_never_called_a_legal_period() -> None:
    targets = [rule for _pack, rule in RULES if rule.clock is Clock.TARGET]
    assert [rule.id for rule in targets] == ["dsa_notice_target"]
    [version] = targets[0].versions
    assert "aucun délai chiffré" in version.article.text
    assert version.note.startswith("Objectif interne, non légal.")


def test_what_evaporates_is_prudently_asked_for_the_day_before() -> None:
    for name in ("ip_retention_1y", "account_retention_1y"):
        assert [version.safe_days for version in FRANCE.rules[name].versions] == [1]
