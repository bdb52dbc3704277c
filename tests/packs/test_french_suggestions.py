"""Stories a caseworker tells, and the French qualifications that honest answers point to."""

import pytest

from casedesk.law.facts import Value
from casedesk.law.offences import Suggestion, suggest
from tests.packs.jurisdictions import FRANCE, told

# Story: what is answered yes, what is answered no, then what all the answers make out, with its most years of prison.
STORIES: dict[str, tuple[str, str, dict[str, int]]] = {
    "a raid launched from a live show, with sexist insults, twelve days of incapacity": (
        (
            "group_attack repeated_acts several_authors life_degraded health_affected itt_over_8_days insulting_words "
            "sexist_motive words_on_sex_or_disability online public"
        ),
        "racist_motive precise_fact_alleged urges_hatred same_school partner_or_former sexual_or_sexist_acts",
        {"harcelement_cyber": 6, "raid_numerique": 6, "injure_publique": 0, "injure_sexiste": 1},
    ),
    "photographs she had sent, published by her former partner": (
        "sexual_content made_with_her_agreement shown_to_others no_agreement_to_share partner_or_former online public",
        "still_together repeated_acts montage_of_her private_life_captured violence_recorded",
        {"diffusion_intime": 2},
    ),
    "a sexual deepfake that says it is one": (
        "montage_of_her sexual_content shown_to_others no_agreement_to_share online public",
        "montage_not_said made_with_her_agreement private_life_captured violence_recorded sexist_motive",
        {"deepfake_sexuel_en_ligne": 3},
    ),
    "a stranger recorded a video call and wants money": (
        (
            "private_life_captured no_agreement_to_capture recording_kept_or_used sexual_content threat_to_reveal "
            "something_demanded sexual_images_at_stake online"
        ),
        "threat_carried_out shown_to_others partner_or_former public violence_or_constraint intimate_parts_viewed",
        {"vie_privee_captation": 1, "vie_privee_conservation": 1, "captation_intime": 2, "chantage": 5}
        | {"sextorsion_en_ligne": 7},
    ),
    "a former partner entered her account, read and erased": (
        (
            "account_entered account_data_changed account_data_taken correspondence_opened knew_not_addressee "
            "partner_or_former online"
        ),
        "still_together public repeated_acts",
        {"secret_correspondances": 2, "acces_compte": 5, "donnees_extraites": 5},
    ),
    "the address of an elected woman, with an invitation to go there": (
        "personal_information_spread identifies_or_locates exposed_to_risk victim_elected online public",
        "repeated_acts",
        {"doxxing": 5},
    ),
    "an adult asks a girl of thirteen for images": (
        (
            "author_adult victim_minor_at_facts victim_under_15 sexual_proposals asked_sexual_images_of_minor "
            "urged_to_sexual_act online"
        ),
        "meeting_followed public repeated_acts drawn_into_sexuality",
        {"proposition_sexuelle_mineur": 2, "incitation_actes_mineur": 10, "sextorsion_mineur": 10},
    ),
    "a husband writes every week that he will kill her": (
        (
            "death_threat threat_of_crime threat_repeated_or_written repeated_acts life_degraded health_affected "
            "partner_or_former still_together calls_or_messages meant_to_disturb online"
        ),
        "public condition_imposed group_attack same_school sexual_or_sexist_acts work_conditions_degraded",
        {"harcelement_cyber": 2, "harcelement_conjoint": 3, "messages_malveillants": 3, "menace_mort": 5},
    ),
    "one sexist insult in a private message": (
        "insulting_words words_on_sex_or_disability sexual_or_sexist_acts degrading_or_hostile imposed_on_her",
        "repeated_acts public group_attack outrage_circumstance precise_fact_alleged racist_motive urges_hatred",
        {"outrage_sexiste": 0, "injure_non_publique": 0, "injure_non_publique_sexiste": 0},
    ),
    "filmed under her skirt in the metro": (
        "intimate_parts_viewed no_agreement_to_capture images_recorded in_transport",
        "private_life_captured shown_to_others sexist_motive",
        {"voyeurisme": 2},
    ),
    "pupils of her school, online": (
        "same_school repeated_acts group_attack life_degraded health_affected victim_minor_at_facts online",
        "public sexual_or_sexist_acts calls_or_messages partner_or_former work_conditions_degraded",
        {"harcelement_cyber": 3, "raid_numerique": 3, "harcelement_scolaire": 3},
    ),
    "the video of an assault goes round": (
        "violence_recorded shown_to_others no_agreement_to_share sexual_content online public",
        "made_with_her_agreement for_proof_or_press montage_of_her private_life_captured",
        {"enregistrement_violences": 0, "happy_slapping": 5},
    ),
    "a false profile offers meetings with her number": (
        (
            "identity_used meant_to_disturb_or_dishonour personal_information_spread identifies_or_locates "
            "exposed_to_risk online public"
        ),
        "partner_or_former repeated_acts",
        {"usurpation_identite": 1, "doxxing": 3},
    ),
    "a secretary told her employer about her health": (
        "held_in_a_file disclosed_to_outsider disclosure_harms",
        "by_negligence",
        {"donnees_divulgation": 5},
    ),
    "a rumour that she stole, published": (
        "precise_fact_alleged recognisable online public",
        "insulting_words words_on_sex_or_disability racist_motive",
        {"diffamation_publique": 0},
    ),
}


def suggested(yes: str, no: str) -> tuple[Suggestion, ...]:
    answers: dict[str, Value] = {**dict.fromkeys(yes.split(), True), **dict.fromkeys(no.split(), False)}
    return suggest(FRANCE, *told("fr", **answers))


@pytest.mark.parametrize("story", STORIES)
def test_honest_answers_make_out_what_a_jurist_would_choose_and_nothing_else(story: str) -> None:
    yes, no, wanted = STORIES[story]
    complete = [one.qualification for one in suggested(yes, no) if not one.qualification.holes]
    assert {one.offence.id: _years(one.penalty) for one in complete} == wanted


@pytest.mark.parametrize("story", STORIES)
def test_each_suggestion_says_which_answers_point_to_it(story: str) -> None:
    yes, no, _wanted = STORIES[story]
    for one in suggested(yes, no):
        assert one.because
        assert set(one.because) <= set(yes.split())
        assert not set(one.qualification.holes) & {*yes.split(), *no.split()}


def test_a_health_that_did_not_suffer_is_no_harassment() -> None:
    found = {one.qualification.offence.id for one in suggested("repeated_acts life_degraded", "health_affected")}
    assert not found & {"harcelement_cyber", "harcelement_conjoint", "harcelement_scolaire"}


def test_what_she_refused_to_have_recorded_is_not_what_she_sent() -> None:
    sent = {one.qualification.offence.id for one in suggested("sexual_content made_with_her_agreement", "")}
    taken = {one.qualification.offence.id for one in suggested("sexual_content", "made_with_her_agreement")}
    assert "diffusion_intime" in sent
    assert "diffusion_intime" not in taken
    assert "captation_intime" in taken


def _years(penalty: str) -> int:
    head = penalty.removeprefix("jusqu’à ").replace("\u00a0", " ").split()
    return int(head[0]) if len(head) > 1 and head[1].startswith("an") else 0
