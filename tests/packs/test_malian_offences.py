"""The Malian qualifications, held against a table written by hand from the code as it was read."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from casedesk.law.facts import FACTS, FactType
from casedesk.law.offences import qualify
from casedesk.law.pack import IpGate, Mark, Nature, Offence
from tests.packs.jurisdictions import MALI, told

OFFENCES = list(MALI.offences.values())
CYBER = "(Livre V, Titre I\u00a0: De la cybercriminalité)"
BOOKS = {"2": "Livre II, Titre IV", "3": "Livre III, Titre II", "4": "Livre IV, Titre I", "5": "Livre V, Titre I"}
TWICE = {"511-1", "511-2", *(f"512-{number}" for number in range(1, 10))}  # numbers that the code gives twice
MILLION = 1_000_000

# Offence: end of the article as cited, then most years and most francs, of the base and of each heavier penalty.
PENALTIES: dict[str, tuple[str, list[tuple[float, int]]]] = {
    "chantage": ("321-59", [(5, 100_000), (7, 0)]),
    "chantage_genre": ("321-60, alinéa 1,", [(5, 500_000), (7, 0)]),
    "extorsion_menaces": ("414-1, alinéa 2,", [(5, 0)]),
    "extorsion_tic": ("512-42", [(5, 10 * MILLION)]),
    "atteinte_biens_donnees": ("512-50", [(5, 5 * MILLION)]),
    "escroquerie_tic": ("512-44", [(5, 5 * MILLION)]),
    "menace_systeme_information": ("512-17", [(10, 10 * MILLION)]),
    "menace_personne": ("321-57, alinéa 1,", [(3, 0), (5, 500_000), (7, 0)]),
    "menace_violence_legere": ("321-57, alinéa 3,", [(0.25, 0), (7, 0)]),
    "harcelement_moral": ("321-62, alinéa 1,", [(1, 500_000), (3, 2 * MILLION), (5, MILLION)]),
    "raid_numerique": ("321-62 (a et b)", [(1, 500_000), (3, 2 * MILLION), (5, MILLION)]),
    "harcelement_en_ligne": ("321-62 (4°)", [(1, 500_000), (3, 2 * MILLION), (5, MILLION)]),
    "harcelement_travail": ("321-61", [(2, MILLION)]),
    "provocation_suicide": ("321-64", [(5, MILLION)]),
    "harcelement_sexuel": ("327-4 et 327-5", [(3, 0), (5, 0), (10, 0)]),
    "pornographie_forcee": ("327-7", [(10, 5 * MILLION)]),
    "pornographie_forcee_enfant": ("327-7", [(20, 10 * MILLION)]),
    "paroles_privees": ("322-4", [(3, 300_000)]),
    "image_lieu_prive": ("322-5", [(3, 300_000)]),
    "conservation_paroles_privees": ("322-6", [(3, 300_000)]),
    "montage": ("322-7", [(3, 300_000)]),
    "images_bonnes_moeurs": ("512-53", [(7, 10 * MILLION)]),
    "correspondances": ("322-3", [(1, 240_000)]),
    "divulgation_donnees": ("322-22", [(5, 5 * MILLION)]),
    "divulgation_donnees_negligence": ("322-22", [(3, 2 * MILLION)]),
    "collecte_donnees": ("322-16", [(5, 5 * MILLION)]),
    "traitement_malgre_opposition": ("322-17", [(5, 5 * MILLION)]),
    "donnees_sensibles": ("322-18", [(5, 5 * MILLION)]),
    "acces_donnees_refuse": ("322-27", [(0.25, 120_000)]),
    "effacement_donnees_refuse": ("322-28", [(0.25, 120_000)]),
    "usurpation_identite_numerique": ("512-55", [(5, 10 * MILLION)]),
    "acces_systeme": ("512-1", [(1, 5 * MILLION), (2, 10 * MILLION)]),
    "maintien_systeme": ("512-2", [(1, 5 * MILLION), (2, 10 * MILLION)]),
    "interception_donnees": ("512-5", [(3, 50 * MILLION)]),
    "modification_donnees": ("512-6", [(3, 50 * MILLION)]),
    "donnees_contrefaites": ("512-7", [(5, 60 * MILLION)]),
    "usage_donnees_contrefaites": ("512-8", [(5, 50 * MILLION)]),
    "avantage_donnees": ("512-9", [(5, 50 * MILLION)]),
    "injure_systeme_information": ("512-18", [(2, 10 * MILLION)]),
    "injure_genre": ("327-15", [(1, 250_000)]),
    "diffamation_en_ligne": ("38 et suivants", [(0, 0)]),
    "fausses_nouvelles": ("242-6", [(5, 5 * MILLION)]),
    "pornographie_infantile_diffusion": ("512-12", [(10, 15 * MILLION)]),
    "pornographie_infantile_acquisition": ("512-13", [(10, 15 * MILLION)]),
    "pornographie_infantile_possession": ("512-14", [(10, 15 * MILLION)]),
    "sollicitation_enfant": ("512-15", [(10, 15 * MILLION)]),
    "pedophilie": ("325-5", [(20, MILLION), (0, 10 * MILLION)]),
    "agression_sexuelle": ("327-2", [(2, 500_000), (10, MILLION)]),
    "coups_genre": ("321-11", [(2, 150_000), (5, MILLION), (10, MILLION)]),
}
CRIMES = {
    "menace_systeme_information",
    "pornographie_forcee_enfant",
    "pornographie_infantile_diffusion",
    "pornographie_infantile_acquisition",
    "pornographie_infantile_possession",
    "sollicitation_enfant",
    "pedophilie",
}
MAY_TURN_AGAINST_HER = {
    "chantage",
    "chantage_genre",
    "extorsion_menaces",
    "extorsion_tic",
    "atteinte_biens_donnees",
    "menace_systeme_information",
    "image_lieu_prive",
    "pornographie_forcee",
    "agression_sexuelle",
}
SEXUAL = (MAY_TURN_AGAINST_HER - {"menace_systeme_information"}) | {
    "harcelement_sexuel",
    "pornographie_forcee_enfant",
    "montage",
    "images_bonnes_moeurs",
    "pornographie_infantile_diffusion",
    "pornographie_infantile_acquisition",
    "pornographie_infantile_possession",
    "sollicitation_enfant",
    "pedophilie",
}

offences = pytest.mark.parametrize("offence", OFFENCES, ids=lambda offence: offence.id)


def most(penalty: str) -> tuple[float, int]:
    """Read the most years and the most francs of a penalty; 0 where it gives none."""
    years = re.search(r"^(?:emprisonnement|réclusion) pouvant aller jusqu’à (\d+)\u00a0(ans?|mois)", penalty)
    francs = re.search(r"amende pouvant aller jusqu’à ([\d\u00a0]+)\u00a0F CFA", penalty)
    prison = 0.0 if years is None else int(years[1]) / (12 if years[2] == "mois" else 1)
    return prison, 0 if francs is None else int(francs[1].replace("\u00a0", ""))


def asked(offence: Offence) -> Iterator[str]:
    """Walk the questions of an offence."""
    yield from (*offence.elements, *offence.excluded_by)
    for one in offence.aggravations:
        yield from one.any_of


def test_the_qualifications_are_those_of_the_table() -> None:
    assert {offence.id for offence in OFFENCES} == set(PENALTIES)


@offences
def test_an_offence_cites_its_article_and_its_most_years_and_francs(offence: Offence) -> None:
    article, penalties = PENALTIES[offence.id]
    assert re.match(rf"articles? {re.escape(article)} ", offence.citation.text + " ")
    assert [most(offence.penalty), *(most(one.penalty) for one in offence.aggravations)] == penalties


@offences
def test_an_offence_is_cited_with_its_book_and_title(offence: Offence) -> None:
    for text in (offence.citation.text, *(one.citation.text for one in offence.aggravations)):
        numbers = re.findall(r"\b([2-5])\d\d-\d+", text)
        assert numbers
        assert all(BOOKS[first] in text for first in numbers)
        if "512-" in text:
            assert text.endswith(CYBER)


@offences
def test_a_number_that_the_code_gives_twice_never_stands_without_its_book(offence: Offence) -> None:
    for text in (offence.note, offence.element, offence.complaint_article):
        if TWICE.intersection(re.findall(r"\b51\d-\d+", text)):
            assert "Livre V, Titre I" in text


@offences
def test_penalties_are_written_as_maxima(offence: Offence) -> None:
    for penalty in (offence.penalty, *(one.penalty for one in offence.aggravations)):
        assert "pouvant aller jusqu’à" in penalty or offence.id == "diffamation_en_ligne"


@offences
def test_a_crime_is_limited_as_a_crime(offence: Offence) -> None:
    crime = offence.id in CRIMES
    assert offence.nature is (Nature.CRIME if crime else Nature.DELIT)
    assert ("crime_limitation_15y" in offence.limitation) == crime
    assert ("delit_limitation_7y" in offence.limitation) == (not crime)
    assert ("(crime)" in offence.penalty) == ("réclusion" in offence.penalty) == crime


def test_what_may_be_of_a_sexual_nature_also_shows_the_longer_clocks_to_be_discussed() -> None:
    def limited_by(rule: str) -> set[str]:
        return {offence.id for offence in OFFENCES if rule in offence.limitation}

    delits = {"harcelement_sexuel", "pornographie_forcee", "agression_sexuelle"}
    assert limited_by("delit_sexual_limitation_10y") == limited_by("delit_sexual_minor_limitation_10y") == delits
    crimes = CRIMES - {"menace_systeme_information"}
    assert limited_by("crime_sexual_limitation_20y") == limited_by("crime_sexual_minor_limitation_20y") == crimes
    assert all("D2" in MALI.offences[name].doubts for name in delits | crimes)


def test_speech_is_also_warned_of_the_three_months_of_the_press() -> None:
    warned = {offence.id for offence in OFFENCES if "press_limitation_3m" in offence.limitation}
    assert warned == {"injure_systeme_information", "injure_genre", "diffamation_en_ligne"}


def test_an_offence_begins_with_the_new_code() -> None:
    assert {offence.applies_from for offence in OFFENCES} == {date(2024, 12, 13)}


def test_the_law_sets_no_penalty_under_which_connection_data_cannot_be_asked() -> None:
    assert {offence.ip_gate for offence in OFFENCES} == {IpGate.NOT_SETTLED}
    assert all(one.ip_gate is None for offence in OFFENCES for one in offence.aggravations)
    assert all("article 93 du Code de procédure pénale" in offence.gate_reason for offence in OFFENCES)


def test_disclosing_personal_data_needs_a_complaint() -> None:
    required = {offence.id for offence in OFFENCES if offence.complaint_required}
    assert required == {"divulgation_donnees", "divulgation_donnees_negligence"}
    assert all("322-22" in MALI.offences[name].complaint_article for name in required)


def test_only_defamation_rests_on_a_law_reported() -> None:
    assert [one.id for one in OFFENCES if one.citation.mark is not Mark.VERIFIED] == ["diffamation_en_ligne"]


def test_what_may_hold_a_sexual_image_is_marked_so_that_no_file_of_a_minor_is_kept() -> None:
    # Mali has no offence of sextortion: blackmail and extortion are what it is called.
    assert {offence.id for offence in OFFENCES if offence.sexual} == SEXUAL


@pytest.mark.parametrize("name", sorted(MAY_TURN_AGAINST_HER))
def test_what_a_complaint_may_turn_against_her_is_said_before_it_is_chosen(name: str) -> None:
    for article in ("325-1", "326-2", "512-53", "messages ou images privés"):
        assert article in MALI.offences[name].note


def test_the_heaviest_form_of_each_bodily_offence_is_told_or_sent_to_a_lawyer() -> None:
    child = MALI.offences["pedophilie"]
    assert "perpétuité" in qualify(child, *told("ml", in_authority=True)).penalty
    assert "perpétuité" not in qualify(child, *told("ml", in_authority=False, by_several=False)).penalty
    assert "325-3" in MALI.offences["agression_sexuelle"].note
    assert "réclusion" in MALI.offences["coups_genre"].note


def test_the_images_of_good_morals_and_a_minor_s_own_image_come_with_their_warning() -> None:
    assert "retourné contre la personne" in MALI.offences["images_bonnes_moeurs"].note
    assert "une image d’elle-même pourrait être inquiétée" in MALI.offences["pornographie_infantile_possession"].note


@offences
def test_every_offence_asks_something_and_names_only_known_questions(offence: Offence) -> None:
    assert offence.elements
    for name in asked(offence):
        assert name in MALI.elements or FACTS[name].type is FactType.YES_NO


def test_every_question_is_asked_by_an_offence_and_reads_aloud() -> None:
    assert set(MALI.elements) == {name for one in OFFENCES for name in asked(one)} - set(FACTS)
    for element in MALI.elements.values():
        assert element.ask.endswith("\u00a0?")
        assert len(element.ask.split()) <= 26, element.id
        assert not re.search(r"\d|article|\(", element.ask), element.id
        assert not element.says.endswith(".")


def test_harassment_grows_heavier_with_two_circumstances_not_with_one() -> None:
    harassment = MALI.offences["harcelement_en_ligne"]
    one = qualify(harassment, *told("ml", by_phone_or_online=True, under_15=False))
    two = qualify(harassment, *told("ml", by_phone_or_online=True, under_15=True))
    fatal = qualify(harassment, *told("ml", by_phone_or_online=True, led_to_suicide=True))
    assert most(one.penalty) == (1, 500_000)
    assert most(two.penalty) == (3, 2 * MILLION)
    assert most(fatal.penalty) == (5, MILLION)
    assert "321-63" in fatal.citations[-1].text


def test_a_threat_grows_heavier_with_a_condition_then_with_a_weapon() -> None:
    threat = MALI.offences["menace_personne"]
    assert most(qualify(threat, *told("ml")).penalty) == (3, 0)
    assert most(qualify(threat, *told("ml", because_of_gender=True)).penalty) == (5, 500_000)
    assert most(qualify(threat, *told("ml", because_of_gender=True, weapon=True)).penalty) == (7, 0)
