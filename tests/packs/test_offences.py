"""The French qualifications: the article as written, the clock, the complaint needed, the way to an IP address."""

import re
from datetime import date

import pytest

from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.offences import Qualification, qualify
from casedesk.law.pack import Aggravation, IpGate, Mark, Nature, Offence
from casedesk.law.when import When
from tests.packs.jurisdictions import FRANCE

FRENCH = list(FRANCE.offences.values())
TIERS = [(offence, tier) for offence in FRENCH for tier in offence.aggravations]

# Offence, end of the article as cited, most years of prison without aggravation (0: a fine only), then the heaviest.
FRENCH_PENALTIES = {
    "harcelement_cyber": ("222-33-2-2, alinéa 1,", 1, 6),
    "raid_numerique": ("222-33-2-2, alinéas 1 à 4 (a et b),", 1, 6),
    "harcelement_sexuel": ("222-33 (I, alinéa 1, et III)", 2, 3),
    "harcelement_sexuel_raid": ("222-33 (I, 1° et 2°, et III)", 2, 3),
    "pression_sexuelle_grave": ("222-33 (II et III)", 2, 3),
    "harcelement_conjoint": ("222-33-2-1, alinéas 1 et 2,", 3, 10),
    "harcelement_scolaire": ("222-33-2-3, alinéas 1 et 2,", 3, 10),
    "harcelement_travail": ("222-33-2", 2, 4),
    "messages_malveillants": ("222-16, alinéa 1,", 1, 3),
    "outrage_sexiste": ("R625-8-3, alinéa 1,", 0, 0),
    "outrage_sexiste_aggrave": ("222-33-1-1 (I)", 0, 0),
    "vie_privee_captation": ("226-1, alinéas 1 à 4,", 1, 2),
    "vie_privee_conservation": ("226-1 et 226-2, alinéa 1,", 1, 2),
    "captation_intime": ("226-2-1, alinéa 1,", 2, 4),
    "diffusion_intime": ("226-2-1, alinéa 2,", 2, 4),
    "voyeurisme": ("226-3-1, alinéa 1,", 1, 4),
    "montage_en_ligne": ("226-8, alinéa 1,", 1, 4),
    "deepfake_sexuel_en_ligne": ("226-8-1, alinéa 1,", 2, 6),
    "usurpation_identite": ("226-4-1, alinéas 1 et 2,", 1, 2),
    "doxxing": ("223-1-1, alinéa 1,", 3, 5),
    "secret_correspondances": ("226-15, alinéas 1 et 2,", 1, 2),
    "acces_compte": ("323-1, alinéa 1,", 3, 5),
    "donnees_extraites": ("323-3, alinéa 1,", 5, 5),
    "donnees_collecte": ("226-18", 5, 5),
    "donnees_divulgation": ("226-22, alinéa 1,", 5, 5),
    "donnees_divulgation_negligence": ("226-22, alinéas 1 et 2,", 3, 3),
    "menace_simple": ("222-17, alinéa 1,", 0.5, 3),
    "menace_mort": ("222-17, alinéa 2,", 3, 5),
    "menace_condition": ("222-18, alinéa 1,", 3, 7),
    "menace_violences_legeres": ("R623-1", 0, 0),
    "chantage": ("312-10, alinéas 1 et 2,", 5, 7),
    "sextorsion_en_ligne": ("312-10, alinéas 1 et 3,", 7, 7),
    "extorsion": ("312-1", 7, 10),
    "enregistrement_violences": ("222-33-3, alinéa 1,", 0, 0),  # the penalty of what was recorded
    "happy_slapping": ("222-33-3, alinéa 2,", 5, 5),
    "provocation_suicide": ("223-13, alinéa 1,", 3, 5),
    "sujetion": ("223-15-3 (I)", 3, 7),
    "pedoporno_diffusion": ("227-23, alinéas 1 et 2,", 5, 10),
    "pedoporno_detention": ("227-23, alinéa 4,", 5, 5),
    "corruption_mineur": ("227-22, alinéa 1,", 5, 10),
    "proposition_sexuelle_mineur": ("227-22-1, alinéa 1,", 2, 5),
    "incitation_actes_mineur": ("227-22-2, alinéa 1,", 7, 10),
    "sextorsion_mineur": ("227-23-1, alinéa 1,", 7, 10),
    "message_porno_mineur": ("227-24, alinéa 1,", 3, 3),
    "non_denonciation": ("434-3, alinéa 1,", 3, 5),
    "injure_publique": ("29, alinéa 2, et 33, alinéa 2,", 0, 0),
    "diffamation_publique": ("29, alinéa 1, et 32, alinéa 1,", 0, 0),
    "injure_sexiste": ("29, alinéa 2, et 33, alinéa 4,", 1, 3),
    "diffamation_sexiste": ("29, alinéa 1, et 32, alinéa 3,", 1, 1),
    "injure_raciste": ("29, alinéa 2, et 33, alinéa 3,", 1, 3),
    "diffamation_raciste": ("29, alinéa 1, et 32, alinéa 2,", 1, 1),
    "provocation_haine": ("24, alinéa 8,", 1, 1),
    "provocation_haine_raciste": ("24, alinéa 7,", 1, 1),
    "provocation_crime": ("24, alinéa 1 (1°),", 5, 5),
    "injure_non_publique": ("R621-2", 0, 0),
    "diffamation_non_publique": ("R621-1", 0, 0),
    "injure_non_publique_sexiste": ("R625-8-1, alinéa 2,", 0, 0),
    "diffamation_non_publique_sexiste": ("R625-8, alinéa 2,", 0, 0),
    "injure_non_publique_raciste": ("R625-8-1, alinéa 1,", 0, 0),
    "diffamation_non_publique_raciste": ("R625-8, alinéa 1,", 0, 0),
    "provocation_non_publique_sexiste": ("R625-7, alinéa 2,", 0, 0),
    "provocation_non_publique_raciste": ("R625-7, alinéa 1,", 0, 0),
}
PRIVACY = "article 226-6 du Code pénal"
DATA = "article 226-22, dernier alinéa, du Code pénal"
PRESS = "article 48 (6°) de la loi du 29 juillet 1881 sur la liberté de la presse"
COMPLAINT_REQUIRED = {
    "captation_intime": PRIVACY,
    "diffusion_intime": PRIVACY,
    "vie_privee_captation": PRIVACY,
    "vie_privee_conservation": PRIVACY,
    "donnees_divulgation": DATA,
    "donnees_divulgation_negligence": DATA,
    "injure_publique": PRESS,
    "diffamation_publique": PRESS,
}
CLOCKS = {
    "press_limitation_3m": {"injure_publique", "diffamation_publique"},
    "press_limitation_1y": {
        "injure_sexiste",
        "diffamation_sexiste",
        "injure_raciste",
        "diffamation_raciste",
        "provocation_haine",
        "provocation_haine_raciste",
        "provocation_crime",
    },
    "private_insult_limitation_3m": {"injure_non_publique", "diffamation_non_publique"},
    "private_insult_limitation_1y": {
        "injure_non_publique_sexiste",
        "diffamation_non_publique_sexiste",
        "injure_non_publique_raciste",
        "diffamation_non_publique_raciste",
        "provocation_non_publique_sexiste",
        "provocation_non_publique_raciste",
    },
    "contravention_limitation_1y": {"outrage_sexiste", "menace_violences_legeres"},
    "non_denunciation_limitation_10y": {"non_denonciation"},
    "hidden_offence_cap_12y": {
        "vie_privee_captation",
        "vie_privee_conservation",
        "captation_intime",
        "secret_correspondances",
        "acces_compte",
        "donnees_extraites",
        "donnees_collecte",
    },
}


def test_the_french_qualifications_are_those_of_the_table() -> None:
    assert {offence.id for offence in FRENCH} == set(FRENCH_PENALTIES)


@pytest.mark.parametrize("offence", FRENCH, ids=lambda offence: offence.id)
def test_a_french_offence_cites_its_article_and_its_most_years_of_prison(offence: Offence) -> None:
    article, lightest, heaviest = FRENCH_PENALTIES[offence.id]
    assert re.match(rf"articles? {re.escape(article)} ", offence.citation.text)
    assert years_of(offence.penalty) == lightest
    penalties = (offence.penalty, *(tier.penalty for tier in offence.aggravations))
    assert max(map(years_of, penalties)) == heaviest


@pytest.mark.parametrize("offence", FRENCH, ids=lambda offence: offence.id)
def test_the_way_to_an_ip_address_follows_from_the_penalty(offence: Offence) -> None:
    if offence.id == "enregistrement_violences":
        assert offence.ip_gate is IpGate.NOT_SETTLED
        return
    assert offence.ip_gate is gate_of(offence.penalty)
    assert named_gate(offence.gate_reason) == offence.ip_gate


@pytest.mark.parametrize(("offence", "tier"), TIERS, ids=lambda one: getattr(one, "id", ""))
def test_the_way_to_an_ip_address_follows_from_a_heavier_penalty_too(offence: Offence, tier: Aggravation) -> None:
    assert tier.ip_gate is gate_of(tier.penalty)
    assert named_gate(tier.gate_reason) == tier.ip_gate
    assert years_of(tier.penalty) >= years_of(offence.penalty)


@pytest.mark.parametrize("offence", FRENCH, ids=lambda offence: offence.id)
def test_heavier_penalties_go_from_the_lightest_to_the_heaviest(offence: Offence) -> None:
    told = [(years_of(one.penalty), fine_of(one.penalty)) for one in offence.aggravations]
    assert [years for years, _fine in told] == sorted(years for years, _fine in told)
    assert all(fine > 0 for _years, fine in told)


def test_the_complaint_of_the_victim_is_required_where_the_law_says_so() -> None:
    required = {offence.id: offence.complaint_article for offence in FRENCH if offence.complaint_required}
    assert required == COMPLAINT_REQUIRED


@pytest.mark.parametrize(
    ("name", "answers", "without", "motivated"),
    [
        ("menace_simple", {}, IpGate.NO, IpGate.SECOND),
        ("diffusion_intime", {"online": True}, IpGate.SECOND, IpGate.FIRST),
        ("captation_intime", {}, IpGate.SECOND, IpGate.FIRST),
        ("montage_en_ligne", {"online": True}, IpGate.SECOND, IpGate.FIRST),
        ("voyeurisme", {"images_recorded": True}, IpGate.SECOND, IpGate.FIRST),
        ("harcelement_travail", {}, IpGate.SECOND, IpGate.FIRST),
        ("deepfake_sexuel_en_ligne", {"online": False}, IpGate.SECOND, IpGate.FIRST),
    ],
)
@pytest.mark.parametrize(("motive", "article"), [("sexist_motive", "132-77"), ("racist_motive", "132-76")])
def test_a_motive_doubles_the_prison_and_may_open_the_way_to_an_ip_address(  # noqa: PLR0917 - one line of a table
    name: str, answers: dict[str, Value], without: IpGate, motivated: IpGate, motive: str, article: str
) -> None:
    plain, aggravated = held(name, answers), held(name, {**answers, motive: True})
    assert (plain.ip_gate, aggravated.ip_gate) == (without, motivated)
    assert years_of(aggravated.penalty) == 2 * years_of(plain.penalty)
    assert fine_of(aggravated.penalty) == fine_of(plain.penalty)
    assert f" {article} du Code pénal" in aggravated.citations[-1].text


def test_a_former_partner_makes_a_threat_heavier_than_a_sexist_motive_does() -> None:
    read = held("menace_simple", {"sexist_motive": True, "partner_or_former": True})
    assert years_of(read.penalty) == 3


def test_a_sexist_insult_needs_her_agreement_without_a_complaint_being_required() -> None:
    agreement = {one.id for one in FRENCH if one.complaint_article and not one.complaint_required}
    assert agreement == {"injure_sexiste", "diffamation_sexiste"}
    assert {FRANCE.offences[name].complaint_article for name in agreement} == {PRESS}


@pytest.mark.parametrize("rule", CLOCKS)
def test_each_clock_that_is_not_the_ordinary_one_limits_the_offences_of_the_law(rule: str) -> None:
    assert {offence.id for offence in FRENCH if rule in offence.limitation} == CLOCKS[rule]


def test_every_other_delit_is_limited_by_the_six_years_alone() -> None:
    special = {name for names in CLOCKS.values() for name in names}
    listed = {one.id for one in FRENCH if "delit_minor_limitation" in one.limitation}
    ordinary = [one for one in FRENCH if one.id not in special | listed]
    assert {one.limitation for one in ordinary} == {("delit_limitation_6y",)}


def test_what_the_code_calls_a_contravention_is_one() -> None:
    fines = {one.id for one in FRENCH if one.citation.text.startswith("article R")}
    assert {one.id for one in FRENCH if one.nature is Nature.CONTRAVENTION} == fines
    assert not [one.id for one in FRENCH if one.nature is Nature.CRIME]
    assert (
        fines
        == CLOCKS["contravention_limitation_1y"]
        | CLOCKS["private_insult_limitation_3m"]
        | CLOCKS["private_insult_limitation_1y"]
    )


def test_every_offence_asks_something_and_every_question_serves() -> None:
    asked: set[str] = set()
    for offence in FRENCH:
        assert offence.elements
        asked.update(offence.elements, offence.excluded_by)
        for tier in offence.aggravations:
            asked.update(tier.any_of, tier.all_of)
    assert set(FRANCE.elements) <= asked


def test_what_follows_from_a_number_is_not_asked() -> None:
    read = {one.id: (one.number, one.above, one.below) for one in FRANCE.elements.values() if one.number}
    assert read == {"itt_over_8_days": ("incapacity_days", 8, None), "victim_under_15": ("victim_age", None, 15)}


@pytest.mark.parametrize(
    ("answers", "years", "gate", "article"),
    [
        ({"online": False}, 1, IpGate.SECOND, ""),
        ({"online": True}, 2, IpGate.SECOND, "(4°)"),
        ({"online": False, "itt_over_8_days": True}, 2, IpGate.SECOND, "(1° à 3°, 4° bis ou 5°)"),
        ({"online": True, "victim_minor_at_facts": True}, 3, IpGate.FIRST, "dernier alinéa"),
        ({"online": False, "sexist_motive": True}, 2, IpGate.SECOND, "132-77"),
        ({"online": True, "sexist_motive": True}, 4, IpGate.FIRST, "132-77"),
        ({"online": True, "racist_motive": True}, 4, IpGate.FIRST, "132-76"),
        ({"online": True, "victim_vulnerable": True, "sexist_motive": True}, 6, IpGate.FIRST, "132-77"),
    ],
)
@pytest.mark.parametrize("name", ["harcelement_cyber", "raid_numerique"])
def test_cyber_harassment_grows_with_its_circumstances(
    name: str, answers: dict[str, Value], years: int, gate: IpGate, article: str
) -> None:
    read = held(name, answers)
    assert (years_of(read.penalty), read.ip_gate) == (years, gate)
    assert article in read.citations[-1].text


@pytest.mark.parametrize(
    ("name", "answers", "years"),
    [
        ("menace_condition", {"death_threat": True}, 5),
        ("menace_condition", {"partner_or_former": True, "still_together": True}, 5),
        ("menace_condition", {"death_threat": True, "partner_or_former": True}, 7),
        ("menace_simple", {"partner_or_former": True}, 3),
        ("harcelement_conjoint", {"minor_witness": True}, 5),
        ("harcelement_conjoint", {"minor_witness": True, "suicide_or_attempt": True}, 10),
        ("deepfake_sexuel_en_ligne", {"online": False}, 2),
        ("deepfake_sexuel_en_ligne", {"online": True}, 3),
        ("pedoporno_diffusion", {"online": True, "public": False}, 5),
        ("pedoporno_diffusion", {"online": True, "public": True}, 7),
        ("sujetion", {"online": True}, 5),
        ("sujetion", {"online": True, "victim_minor_at_facts": True}, 7),
        ("harcelement_sexuel", {"online": True, "sexist_motive": True}, 3),  # art. 132-77 leaves 222-33 out
        ("injure_sexiste", {"sexist_motive": True}, 1),  # and the three sexist offences of the press
    ],
)
def test_the_penalty_is_that_of_the_facts_at_hand(name: str, answers: dict[str, Value], years: int) -> None:
    assert years_of(held(name, answers).penalty) == years


COUPLE = {
    "messages_malveillants",
    "vie_privee_captation",
    "vie_privee_conservation",
    "usurpation_identite",
    "secret_correspondances",
    "menace_simple",
    "menace_mort",
    "menace_condition",
}


@pytest.mark.parametrize("name", sorted(COUPLE))
def test_a_former_couple_makes_it_heavier_as_reported_and_a_present_one_as_read(name: str) -> None:
    former = held(name, {"partner_or_former": True, "still_together": False}).tier
    present = held(name, {"partner_or_former": True, "still_together": True}).tier
    assert former is not None
    assert present is not None
    assert former.penalty == present.penalty
    assert (former.citation.mark, present.citation.mark) == (Mark.SECONDARY, Mark.VERIFIED)
    assert "132-80" in former.citation.text


def test_every_other_heavier_penalty_was_read_in_the_code() -> None:
    reported = {offence.id for offence, tier in TIERS if tier.citation.mark is not Mark.VERIFIED}
    assert reported == COUPLE
    assert all("partner_or_former" in tier.any_of for _one, tier in TIERS if tier.citation.mark is not Mark.VERIFIED)


def test_what_excludes_an_offence_contradicts_it() -> None:
    assert held("menace_simple", {"death_threat": True}).contradicted
    assert held("outrage_sexiste", {"repeated_acts": True}).contradicted
    assert held("outrage_sexiste", {"outrage_circumstance": True}).contradicted
    assert held("injure_non_publique", {"public": True}).contradicted
    assert held("injure_publique", {"public": False}).contradicted
    assert held("happy_slapping", {"for_proof_or_press": True}).contradicted


def test_the_image_of_a_minor_is_never_to_be_kept() -> None:
    question = FRANCE.elements["sexual_image_of_minor"]
    assert question.help.startswith("Ne pas ouvrir, copier, demander ni garder l’image")
    for name in ("pedoporno_diffusion", "pedoporno_detention", "sextorsion_mineur"):
        assert FRANCE.offences[name].note.startswith("Ne jamais importer, copier ni transmettre l’image")


def test_no_question_blames() -> None:
    for element in FRANCE.elements.values():
        assert element.ask.endswith("\u00a0?"), element.id
        assert not re.search(r"\b(imprudent|coupable|accusé|prouve|provoqué|aurait pu|pourquoi)", element.ask), (
            element.id
        )
        assert not element.says.endswith("."), element.id


def test_what_may_hold_a_sexual_image_is_marked_so_that_no_file_of_a_minor_is_kept() -> None:
    assert {offence.id for offence in FRENCH if offence.sexual} == {
        "harcelement_sexuel",
        "harcelement_sexuel_raid",
        "pression_sexuelle_grave",
        "deepfake_sexuel_en_ligne",
        "captation_intime",
        "diffusion_intime",
        "voyeurisme",
        "vie_privee_captation",
        "vie_privee_conservation",
        "sextorsion_en_ligne",
        "enregistrement_violences",
        "happy_slapping",
        "pedoporno_diffusion",
        "pedoporno_detention",
        "sextorsion_mineur",
        "incitation_actes_mineur",
        "corruption_mineur",
        "proposition_sexuelle_mineur",
        "message_porno_mineur",
    }


def held(name: str, answers: dict[str, Value]) -> Qualification:
    """Hold an offence against an incident of Friday 21 August 2026."""
    day = When.on(date(2026, 8, 21))
    return qualify(FRANCE.offences[name], Facts("fr"), Occurrence(Happening.OFFENCE, day, about=answers))


def gate_of(penalty: str) -> IpGate:
    """Say what a penalty opens: three years or more, one year or more, nothing."""
    years = years_of(penalty)
    return IpGate.FIRST if years >= 3 else IpGate.SECOND if years >= 1 else IpGate.NO


def named_gate(reason: str) -> IpGate:
    """Read which way a reason names."""
    return IpGate.FIRST if "60-1-2, 1°" in reason else IpGate.SECOND if "60-1-2, 2°" in reason else IpGate.NO


def years_of(penalty: str) -> float:
    """Read the most years of prison at the head of a French penalty; 0 for a fine only."""
    if months := re.match(r"jusqu’à (\d+)\u00a0mois d’emprisonnement", penalty):
        return int(months[1]) / 12
    years = re.match(r"jusqu’à (\d+)\u00a0ans? d’emprisonnement", penalty)
    return int(years[1]) if years else 0


def fine_of(penalty: str) -> int:
    """Read the fine of a French penalty, in euros."""
    fine = re.search(r"([\d\u00a0]+)\u00a0€", penalty)
    return int(fine[1].replace("\u00a0", "")) if fine else 0
