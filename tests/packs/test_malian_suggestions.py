"""Which Malian qualifications the answers point to, held against those the dossier proposes."""

import re
from datetime import date

import pytest

from casedesk.law.facts import Value
from casedesk.law.offences import suggest
from tests.packs.jurisdictions import MALI, told

# Situation: what she answers, then the articles that the dossier proposes for it.
SITUATIONS: dict[str, tuple[str, str]] = {
    "sextortion for money, account entered": (
        (
            "threat_by_message threat_to_reveal something_obtained money_or_signature_demanded pressed_by_threats "
            "demand_by_message intimate_representation without_agreement entered_without_right data_changed"
        ),
        "512-42 414-1 321-59 321-60 512-17 327-7 512-1 512-6",
    ),
    "sextortion for a sexual act, obtained": (
        (
            "threat_by_message threat_of_grave_violence order_or_condition because_of_gender threat_to_reveal "
            "something_obtained sexual_favours_sought repeated dependent_or_vulnerable against_her_will "
            "sexual_act_suffered violence_threat_or_surprise"
        ),
        "512-17 321-57 327-4 321-60 327-2",
    ),
    "intimate images published by a former partner": (
        (
            "intimate_representation without_agreement image_in_private_place data_disclosed private_life_harmed "
            "repeated life_worsened health_affected"
        ),
        "327-7 322-22 322-5 321-62",
    ),
    "sexual deepfake of an adult": (
        (
            "montage_published falsity_not_obvious without_agreement identity_used identity_used_to_harm "
            "intimate_representation repeated life_worsened health_affected"
        ),
        "322-7 512-55 327-7 321-62",
    ),
    "sexual deepfake of a minor": ("sexual_image_of_minor minor_image_made_or_spread", "512-12"),
    "false profile with solicitations": (
        "identity_used identity_used_to_harm montage_published falsity_not_obvious data_disclosed private_life_harmed",
        "512-55 322-7 322-22",
    ),
    "raid and insults": (
        "by_several_knowingly life_worsened health_affected insult_by_message insult because_of_gender",
        "321-62 512-18 327-15",
    ),
    "personal data spread, with threats": (
        "data_gathered_unfairly data_disclosed private_life_harmed threat_by_message",
        "322-16 322-22 512-17",
    ),
    "account stolen": (
        "entered_without_right stayed_without_right data_changed advantage_through_data",
        "512-1 512-2 512-6 512-9",
    ),
}


def suggested(**answers: Value) -> set[str]:
    return {one.qualification.offence.id for one in suggest(MALI, *told("ml", **answers))}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_the_dossier_proposes_for_a_situation_is_suggested(situation: str) -> None:
    answers, articles = SITUATIONS[situation]
    found = suggested(**dict.fromkeys(answers.split(), True))
    cited = {number for name in found for number in re.findall(r"\d{3}-\d+", MALI.offences[name].citation.text)}
    assert set(articles.split()) <= cited


def test_no_number_is_proposed_for_facts_before_the_new_code() -> None:
    eve = suggest(MALI, *told("ml", date(2024, 12, 12), threat_by_message=True))
    day = suggest(MALI, *told("ml", date(2024, 12, 13), threat_by_message=True))
    assert [one.qualification.offence.id for one in eve] == []
    assert [one.qualification.offence.id for one in day] == ["menace_systeme_information"]


def test_money_demanded_and_not_paid_is_the_attempt_that_414_1_punishes() -> None:
    asked_for = {"money_or_signature_demanded": True, "pressed_by_threats": True, "threat_to_reveal": True}
    assert "extorsion_menaces" in suggested(**asked_for, something_obtained=False)
    assert "chantage" not in suggested(**asked_for, something_obtained=False)
    assert "chantage" in suggested(**asked_for, something_obtained=True)


def test_the_image_of_a_child_is_the_crime_not_the_offence() -> None:
    both = suggested(intimate_representation=True)
    assert {"pornographie_forcee", "pornographie_forcee_enfant"} <= both
    assert "pornographie_forcee" not in suggested(intimate_representation=True, child_or_disabled_shown=True)
    assert "pornographie_forcee_enfant" not in suggested(intimate_representation=True, child_or_disabled_shown=False)


def test_carelessness_makes_the_lighter_disclosure() -> None:
    disclosed = {"data_disclosed": True, "private_life_harmed": True}
    assert suggested(**disclosed, disclosed_by_carelessness=True) == {"divulgation_donnees_negligence"}
    assert suggested(**disclosed, disclosed_by_carelessness=False) == {"divulgation_donnees"}


def test_a_lesser_violence_is_only_punished_with_an_order_or_a_condition() -> None:
    assert "menace_violence_legere" in suggested(threat_of_lesser_violence=True, order_or_condition=True)
    assert "menace_violence_legere" not in suggested(threat_of_lesser_violence=True, order_or_condition=False)
