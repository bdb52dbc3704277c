"""The French qualifications: the article as written, the clock, the complaint needed, the way to an IP address."""

import re

import pytest

from casedesk.law.pack import IpGate, Offence
from tests.packs.jurisdictions import FRANCE

FRENCH = list(FRANCE.offences.values())

# Offence, end of the article as cited, most years of prison (0: a fine only).
FRENCH_PENALTIES = {
    "harcelement_cyber": ("222-33-2-2 (4°)", 2),
    "harcelement_cyber_aggrave": ("222-33-2-2 (4° et dernier alinéa)", 3),
    "raid_numerique": ("222-33-2-2 (a, b et 4°)", 2),
    "harcelement_sexuel_en_ligne": ("222-33 (I et III, 6°)", 3),
    "harcelement_conjoint": ("222-33-2-1", 3),
    "messages_malveillants": ("222-16", 1),
    "deepfake_sexuel_en_ligne": ("226-8-1, alinéas 1 et 3,", 3),
    "montage_en_ligne": ("226-8, alinéas 1 et 2,", 2),
    "diffusion_intime": ("226-2-1", 2),
    "vie_privee_captation": ("226-1", 1),
    "vie_privee_conservation": ("226-2", 1),
    "usurpation_identite": ("226-4-1", 1),
    "doxxing": ("223-1-1", 3),
    "doxxing_aggrave": ("223-1-1", 5),
    "secret_correspondances": ("226-15", 1),
    "acces_compte": ("323-1", 3),
    "menace_simple": ("222-17, alinéa 1,", 0.5),
    "menace_mort": ("222-17, alinéa 2,", 3),
    "menace_condition": ("222-18", 3),
    "sextorsion_en_ligne": ("312-10, alinéas 1 et 3,", 7),
    "chantage": ("312-10, alinéas 1 et 2,", 5),
    "pedoporno_diffusion": ("227-23", 5),
    "pedoporno_detention": ("227-23, alinéa 4,", 5),
    "sextorsion_mineur": ("227-23-1", 7),
    "incitation_actes_mineur": ("227-22-2", 7),
    "corruption_mineur": ("227-22", 5),
    "proposition_sexuelle_mineur": ("227-22-1", 2),
    "message_porno_mineur": ("227-24", 3),
    "injure_publique": ("29, alinéa 2, et 33, alinéa 2,", 0),
    "diffamation_publique": ("29, alinéa 1, et 32, alinéa 1,", 0),
    "injure_sexiste": ("29, alinéa 2, et 33, alinéa 4,", 1),
    "diffamation_sexiste": ("29, alinéa 1, et 32, alinéa 3,", 1),
    "injure_raciste": ("29, alinéa 2, et 33, alinéa 3,", 1),
    "injure_non_publique": ("R621-2", 0),
    "diffamation_non_publique": ("R621-1", 0),
    "injure_non_publique_sexiste": ("R625-8-1", 0),
}
COMPLAINT_REQUIRED = {
    "diffusion_intime": "article 226-6 du Code pénal",
    "vie_privee_captation": "article 226-6 du Code pénal",
    "vie_privee_conservation": "article 226-6 du Code pénal",
    "injure_publique": "article 48 (6°) de la loi du 29 juillet 1881 sur la liberté de la presse",
    "diffamation_publique": "article 48 (6°) de la loi du 29 juillet 1881 sur la liberté de la presse",
}
PRESS = {
    "press_limitation_3m": {
        "injure_publique",
        "diffamation_publique",
        "injure_non_publique",
        "diffamation_non_publique",
    },
    "press_limitation_1y": {"injure_sexiste", "diffamation_sexiste", "injure_raciste", "injure_non_publique_sexiste"},
}


def test_the_french_qualifications_are_those_of_the_table() -> None:
    assert {offence.id for offence in FRENCH} == set(FRENCH_PENALTIES)


@pytest.mark.parametrize("offence", FRENCH, ids=lambda offence: offence.id)
def test_a_french_offence_cites_its_article_and_its_most_years_of_prison(offence: Offence) -> None:
    article, years = FRENCH_PENALTIES[offence.id]
    assert re.match(rf"articles? {re.escape(article)} ", offence.citation.text + " ")
    assert years_of(offence) == years


@pytest.mark.parametrize("offence", FRENCH, ids=lambda offence: offence.id)
def test_the_way_to_an_ip_address_follows_from_the_penalty(offence: Offence) -> None:
    years = years_of(offence)
    expected = IpGate.FIRST if years >= 3 else IpGate.SECOND if years >= 1 else IpGate.NO
    assert offence.ip_gate is expected
    assert ("60-1-2, 1°" in offence.gate_reason) == (expected is IpGate.FIRST)
    assert ("60-1-2, 2°" in offence.gate_reason) == (expected is IpGate.SECOND)


def test_the_complaint_of_the_victim_is_required_where_the_law_says_so() -> None:
    required = {offence.id: offence.complaint_article for offence in FRENCH if offence.complaint_required}
    assert required == COMPLAINT_REQUIRED


def test_a_sexist_insult_needs_her_agreement_without_a_complaint_being_required() -> None:
    for name in ("injure_sexiste", "diffamation_sexiste"):
        offence = FRANCE.offences[name]
        assert not offence.complaint_required
        assert offence.complaint_article == COMPLAINT_REQUIRED["injure_publique"]


@pytest.mark.parametrize("rule", PRESS)
def test_each_kind_of_speech_has_the_press_clock_of_the_law_of_1881(rule: str) -> None:
    assert {offence.id for offence in FRENCH if rule in offence.limitation} == PRESS[rule]


def years_of(offence: Offence) -> float:
    """Read the most years of prison at the head of a French penalty; 0 for a fine only."""
    if months := re.match(r"jusqu’à (\d+)\u00a0mois d’emprisonnement", offence.penalty):
        return int(months[1]) / 12
    years = re.match(r"jusqu’à (\d+)\u00a0ans? d’emprisonnement", offence.penalty)
    return int(years[1]) if years else 0


def test_what_may_hold_a_sexual_image_is_marked_so_that_no_file_of_a_minor_is_kept() -> None:
    assert {offence.id for offence in FRENCH if offence.sexual} == {
        "harcelement_sexuel_en_ligne",
        "deepfake_sexuel_en_ligne",
        "diffusion_intime",
        "vie_privee_captation",
        "vie_privee_conservation",
        "sextorsion_en_ligne",
        "pedoporno_diffusion",
        "pedoporno_detention",
        "sextorsion_mineur",
        "incitation_actes_mineur",
        "corruption_mineur",
        "proposition_sexuelle_mineur",
        "message_porno_mineur",
    }
