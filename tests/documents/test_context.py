"""What a letter is told, worded."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from casedesk.documents import french, parties
from casedesk.documents.context import context_of
from casedesk.documents.qualifications import worded
from casedesk.law.pack import Aggravation, Citation, Mark
from casedesk.law.when import When
from casedesk.queries.letter_data import LetterData, Party, StepLine
from tests.documents.fictional_letters import LETTERS, letter
from tests.documents.fictional_people import (
    ANNE,
    AWA,
    DEEPFAKE,
    KARIM,
    LOUISE,
    NOBODY,
    ON_X,
    SACHA,
    SEXTORTION,
)

NB, THIN = "\u00a0", "\u202f"


def told(data: LetterData, *path: str) -> object:
    """Follow a dotted name into the context of a letter."""
    value: object = context_of(data)
    for step in path:
        assert isinstance(value, dict)
        value = value[step]
    return value


def plainte(**changes: object) -> LetterData:
    return replace(LETTERS["fr_plainte_woman"], **changes)  # type: ignore[arg-type]  # the tests name the fields


def test_a_template_is_told_texts_lists_dicts_and_flags_only() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(inner) for key, inner in value.items())
        return all(map(plain, value)) if isinstance(value, list) else isinstance(value, str | bool | int)

    assert all(plain(context_of(data)) for data in LETTERS.values())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (1, "un"),
        (16, "seize"),
        (21, "vingt et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (280, "deux cent quatre-vingts"),
        (1_000, "mille"),
        (1_999, "mille neuf cent quatre-vingt-dix-neuf"),
        (80_000, "quatre-vingt mille"),
        (100_000, "cent mille"),
        (200_000, "deux cent mille"),
        (525_250, "cinq cent vingt-cinq mille deux cent cinquante"),
        (1_000_000, "un million"),
        (200_000_080, "deux cents millions quatre-vingts"),
        (2_000_001_000, "deux milliards mille"),
        (-3, "moins trois"),
    ],
)
def test_numbers_are_written_in_words_with_their_agreements(number: int, words: str) -> None:
    assert french.in_words(number) == words


@pytest.mark.parametrize(
    ("value", "currency", "figures", "words"),
    [
        (Decimal(100_000), "XOF", f"100{THIN}000{NB}francs{NB}CFA", "cent mille francs CFA"),
        (Decimal(1), "EUR", f"1{NB}euro", "un euro"),
        (Decimal("250.50"), "EUR", f"250,50{NB}euros", "deux cent cinquante euros et cinquante centimes"),
        (Decimal("2000000.01"), "EUR", f"2{THIN}000{THIN}000,01{NB}euros", "deux millions d’euros et un centime"),
        (Decimal(3_000_000), "XOF", f"3{THIN}000{THIN}000{NB}francs{NB}CFA", "trois millions de francs CFA"),
        (Decimal(40), "CHF", f"40{NB}CHF", "quarante CHF"),
    ],
)
def test_a_sum_is_written_in_figures_that_never_break_and_in_words(
    value: Decimal, currency: str, figures: str, words: str
) -> None:
    assert french.money(value, currency) == figures
    assert french.money_in_words(value, currency) == words


@pytest.mark.parametrize(
    ("numbers", "cited"),
    [
        ([], ""),
        ([3], f"pièce n°{NB}3"),
        ([2, 1], f"pièces n°{NB}1 et 2"),
        ([5, 2, 4, 3, 3], f"pièces n°{NB}2{NB}à{NB}5"),
        ([1, 3, 4, 5, 9], f"pièces n°{NB}1, 3{NB}à{NB}5 et 9"),
    ],
)
def test_exhibits_are_cited_by_number_long_runs_shortened(numbers: list[int], cited: str) -> None:
    assert french.exhibits(numbers) == cited


def test_a_moment_is_written_to_the_second_in_universal_time_and_in_the_time_of_paris() -> None:
    summer = datetime(2026, 8, 21, 22, 14, 5, tzinfo=UTC)
    winter = datetime(2027, 1, 1, 9, 0, 0, tzinfo=UTC)
    assert french.utc(summer) == f"21 août 2026 à 22{NB}h{NB}14{NB}min{NB}05{NB}s (UTC)"
    assert french.paris(summer) == f"22 août 2026 à 0{NB}h{NB}14{NB}min{NB}05{NB}s (heure de Paris)"
    assert french.paris(winter) == f"1er janvier 2027 à 10{NB}h{NB}00{NB}min{NB}00{NB}s (heure de Paris)"
    assert french.gmt(winter) == f"1er janvier 2027 à 9{NB}h{NB}00{NB}min{NB}00{NB}s (GMT)"


def test_an_incident_is_dated_as_exactly_as_it_is_known_and_no_more() -> None:
    def when(value: When | None) -> object:
        incidents = context_of(plainte(incidents=(replace(DEEPFAKE, when=value),)))["incidents"]
        assert isinstance(incidents, list)
        return incidents[0]["when"]

    assert when(None) == ""
    assert when(When.on(date(2026, 8, 1))) == "le 1er août 2026"
    assert when(When(date(2026, 8, 22), date(2026, 9, 4))) == "entre le 22 août et le 4 septembre 2026"
    assert str(when(DEEPFAKE.when)).startswith("le 21 août 2026 à 22")
    assert ", soit le 22 août 2026 à 0" in str(when(DEEPFAKE.when))


def test_in_mali_universal_time_is_the_only_time() -> None:
    contents = context_of(letter("ml", "plainte_pole", incidents=(replace(SEXTORTION, contents=(ON_X,)),)))["contents"]
    assert isinstance(contents, list)
    assert contents[0]["moment"] == french.gmt(datetime(2026, 8, 21, 22, 14, 5, tzinfo=UTC))


def test_a_sum_demanded_is_also_in_words_in_mali() -> None:
    def amount(pack: str, model: str) -> str:
        incidents = context_of(letter(pack, model, incidents=(SEXTORTION,)))["incidents"]
        assert isinstance(incidents, list)
        return str(incidents[0]["amount"]).replace(NB, " ").replace(THIN, " ")

    assert amount("ml", "plainte_pole") == "cent mille francs CFA (100 000 francs CFA)"
    assert amount("fr", "plainte_simple") == "100 000 francs CFA"


@pytest.mark.parametrize(
    ("typed", "claimed"),
    [
        ("500000", "cinq cent mille francs CFA (500 000 francs CFA)"),
        ("1 000 000 F CFA", "un million de francs CFA (1 000 000 francs CFA)"),
        ("Le remboursement des 25 000 francs payés.", "Le remboursement des 25 000 francs payés"),
        ("non", ""),
        ("", ""),
    ],
)
def test_a_reparation_typed_as_a_bare_sum_is_also_written_in_words(typed: str, claimed: str) -> None:
    answers = {"reparation": typed}
    worded = str(told(letter("ml", "plainte_pole", answers=answers), "reparation"))
    assert worded.replace(NB, " ").replace(THIN, " ") == claimed


@pytest.mark.parametrize(
    ("person", "born", "suffix", "full"),
    [
        (LOUISE, "née le 14 mars 1999 à Vannes (Morbihan)", "e", "Madame Louise Camille MORVAN"),
        (KARIM, "né le 1er août 1990 à Lyon (Rhône)", "", "Monsieur Karim LEFÈVRE"),
        (SACHA, "né·e le 20 mai 2011 à Brest (Finistère)", "·e", "Sacha LE GUEN"),
    ],
)
def test_words_agree_with_how_each_person_is_addressed(person: Party, born: str, suffix: str, full: str) -> None:
    data = plainte(person=person)
    assert told(data, "person", "born") == born
    assert told(data, "person", "e") == suffix
    assert told(data, "person", "full") == full


def test_the_words_that_tie_names_together_stay_small() -> None:
    assert parties.full_name(ANNE) == "Madame Anne LE GUEN, née KERBRAT"
    assert french.family_name("Diabaté dit Traoré") == "DIABATÉ dit TRAORÉ"


@pytest.mark.parametrize(
    ("town", "said"),
    [("Lyon", "de Lyon"), ("Angers", "d’Angers"), ("Le Mans", "du Mans"), ("La Rochelle", "de La Rochelle")],
)
def test_a_court_is_named_with_the_right_preposition(town: str, said: str) -> None:
    assert told(plainte(answers={"court_town": town}), "court", "name") == f"Tribunal judiciaire {said}"


def test_an_association_is_named_with_its_article() -> None:
    assert french.association("Association Exemple") == "l’Association Exemple"
    assert french.association("Sira") == "l’association Sira"


def test_text_typed_by_someone_gets_the_typography_of_a_letter() -> None:
    assert french.prose('Il a dit : "J\'arrive !"') == f"Il a dit{NB}: «{NB}J’arrive{THIN}!{NB}»"
    assert french.phrase("Rien de plus.") == "Rien de plus"
    assert french.sentence("Rien de plus") == "Rien de plus."
    assert french.paragraphs("Un\n\n  \nDeux") == ["Un", "Deux"]


def test_addresses_are_never_touched() -> None:
    url = "https://x.com/i/status/1?a='b'&c=d!;e"
    contents = context_of(plainte(incidents=(replace(DEEPFAKE, contents=(replace(ON_X, url=url),)),)))["contents"]
    assert isinstance(contents, list)
    assert contents[0]["url"] == url


def test_the_address_declared_is_the_association_s_with_the_day_it_agreed_and_never_her_own() -> None:
    domicile = told(plainte(), "domicile")
    assert isinstance(domicile, dict)
    assert domicile["lines"] == ["chez l’Association Les Veilleuses", "14 rue des Tanneurs", "35000 Rennes"]
    assert domicile["agreed_on"] == "3 septembre 2026"
    assert domicile["reach"] == [f"02{NB}99{NB}00{NB}00{NB}00", "contact@veilleuses.example"]


def test_the_representative_of_a_minor_shares_the_minor_s_domicile_at_the_association() -> None:
    hosted = replace(SACHA, domiciled_at_association=True)
    data = plainte(person=hosted, representatives=(ANNE,), minor_concerned=True)
    assert told(data, "domicile", "at_association") is True
    assert "5 rue Cachée" not in str(told(data, "domicile"))


def test_somebody_who_has_come_of_age_speaks_for_herself() -> None:
    data = plainte(representatives=(ANNE,), minor_concerned=True)
    assert told(data, "represented") is False
    assert told(data, "speaker", "full") == "Madame Louise Camille MORVAN"
    assert told(data, "minor") is True


def test_a_minor_without_representative_speaks_for_themself() -> None:
    data = plainte(person=SACHA)
    assert told(data, "represented") is False
    assert told(data, "minor") is True
    assert told(data, "age_at_facts") == f"15{NB}ans"


@pytest.mark.parametrize(
    ("authors", "aimed_at"),
    [
        ((), "X, titulaire inconnu du compte @compte_8841"),
        ((replace(NOBODY, accounts=("compte @a",)),), "X, titulaire inconnu du compte @a"),
        (
            (replace(NOBODY, accounts=("@a", "+223 70 00 00 00")), replace(NOBODY, accounts=("@b", "@a"))),
            f"X, titulaires inconnus des comptes @a et @b et du numéro +223{NB}70{NB}00{NB}00{NB}00",
        ),
        (
            (replace(KARIM, accounts=("@k",)),),
            "Monsieur Karim LEFÈVRE (titulaire présumé du compte @k) et contre X",
        ),
    ],
)
def test_a_complaint_aims_at_the_people_named_and_at_x(authors: tuple[Party, ...], aimed_at: str) -> None:
    assert told(plainte(authors=authors), "against") == aimed_at


def test_a_platform_is_told_neither_name_nor_address_nor_facts_of_a_person() -> None:
    context = context_of(LETTERS["fr_dsa_woman_by_association"])
    for key in ("domicile", "incidents", "authors", "representatives", "against", "age_at_facts", "dates", "silences"):
        assert key not in context
    assert context["person"] == {"e": "e", "pronoun": "elle"}
    for secret in (LOUISE.family_name, LOUISE.given_name, LOUISE.phone, LOUISE.email, *LOUISE.address):
        assert secret.lower() not in repr(context).lower()


def test_whoever_notifies_a_platform_in_person_gives_a_name_and_a_mailbox_only() -> None:
    speaker = told(LETTERS["fr_dsa_man_himself"], "speaker")
    assert speaker == {
        "e": "",
        "pronoun": "il",
        "full": "Monsieur Karim LEFÈVRE",
        "name": "Karim LEFÈVRE",
        "email": "karim@secret.example",
    }
    assert "email" not in parties.to_the_other_side(replace(KARIM, email=""))


def test_a_no_says_nothing_a_yes_says_yes_and_the_rest_is_told() -> None:
    asked = {
        "wishes_lawyer": "Non.",
        "wishes_civil_party": "OUI",
        "witnesses": "aucun",
        "companion": "oui, Nadia Bernard.",
    }
    answers = told(plainte(answers={**LETTERS["fr_plainte_woman"].answers, **asked}), "answers")
    assert isinstance(answers, dict)
    assert (answers["wishes_lawyer"], answers["wishes_civil_party"], answers["witnesses"]) == ("", "oui", "")
    assert answers["companion"] == "Nadia Bernard"


def test_an_optional_question_without_answer_is_empty_and_a_required_one_is_absent() -> None:
    answers = told(plainte(answers={"court_town": " "}), "answers")
    assert isinstance(answers, dict)
    assert answers["witnesses"] == ""
    assert "court_town" not in answers
    assert "sending_way" not in answers


def test_an_article_that_nobody_read_is_not_cited_nor_its_penalty() -> None:
    data = letter("ml", "plainte_pole", "diffamation_en_ligne", person=AWA)
    assert data.offences[0].citation.mark is not Mark.VERIFIED
    offences = context_of(data)["offences"]
    assert isinstance(offences, list)
    assert (offences[0]["title"], offences[0]["citation"], offences[0]["penalty"]) == ("Diffamation en ligne", "", "")


def plainly(text: object) -> str:
    """Write a text with plain spaces."""
    return str(text).replace(NB, " ")


def harassment(**changes: object) -> tuple[LetterData, Aggravation]:
    """A complaint for cyber-harassment, and the penalty of two circumstances."""
    data = letter("fr", "plainte_simple", "harcelement_cyber", incidents=())
    tier = next(one for one in data.offences[0].aggravations if one.at_least == 2)
    tier = replace(tier, **changes)  # type: ignore[arg-type]  # the tests name the fields they change
    return replace(data, heavier={"harcelement_cyber": tier}), tier


def test_a_heavier_penalty_is_worded_with_its_circumstance_its_article_and_its_way_to_an_ip_address() -> None:
    data, tier = harassment(says="deux circonstances")
    base = worded(data.offences[0])
    heavier = worded(data.offences[0], tier)
    assert told(data, "offences") == [heavier]
    assert plainly(base["citation"]) == "article 222-33-2-2, alinéa 1, du Code pénal"
    assert plainly(heavier["citation"]) == (
        "article 222-33-2-2, alinéa 1, du Code pénal, avec une circonstance aggravante "
        "(deux circonstances – article 222-33-2-2 (1° à 5° et dernier alinéa) du Code pénal)"
    )
    assert (base["gate"], heavier["gate"]) == ("2", "1")
    assert (base["penalty"], heavier["penalty"]) == (data.offences[0].penalty, tier.penalty)


def test_a_heavier_penalty_keeps_the_way_to_an_ip_address_when_it_changes_nothing_to_it() -> None:
    data, tier = harassment(
        ip_gate=None, citation=letter("fr", "plainte_simple", "harcelement_cyber").offences[0].citation
    )
    heavier = worded(data.offences[0], tier)
    assert heavier["gate_reason"] == worded(data.offences[0])["gate_reason"]
    assert str(heavier["citation"]).count("222-33-2-2") == 1, "the same article is cited once"


def test_a_heavier_penalty_that_nobody_read_is_not_worded() -> None:
    data, _tier = harassment(citation=Citation("article 1", "cp", Mark.SECONDARY))
    assert told(data, "offences") == [worded(data.offences[0])]


def test_a_heavier_penalty_may_be_what_brings_imprisonment() -> None:
    data, tier = harassment()
    fined = replace(data.offences[0], penalty="3 750 € d’amende")
    base = replace(data, offences=(fined,), heavier={})
    assert told(base, "imprisonment") is False
    assert told(replace(base, heavier={fined.id: tier}), "imprisonment") is True


def test_a_text_that_ended_before_the_facts_is_not_proposed() -> None:
    data, _tier = harassment(ip_gate=None)
    ended = replace(data.offences[0], applies_until=date(2024, 6, 1))
    after = replace(SEXTORTION, when=When(date(2024, 6, 2), date(2024, 6, 3)))
    across = replace(SEXTORTION, when=When(date(2024, 6, 1), date(2024, 6, 3)))
    assert told(replace(data, offences=(ended,), incidents=(after,)), "offences") == []
    assert told(replace(data, offences=(ended,), incidents=(across,)), "offence_ids") == [ended.id]


def test_a_text_is_proposed_only_for_facts_it_was_in_force_for() -> None:
    old = replace(SEXTORTION, when=When(date(2024, 1, 1), date(2024, 2, 1)))
    across = replace(SEXTORTION, when=When(date(2024, 11, 1), date(2025, 1, 10)))
    undated = replace(SEXTORTION, when=None)

    def proposed(*incidents: object) -> tuple[object, object]:
        context = context_of(letter("ml", "plainte_pole", "chantage", incidents=incidents))
        return context["offence_ids"], context["older_law"]

    assert proposed(old) == ([], True)
    assert proposed(across) == (["chantage"], True)
    assert proposed(old, SEXTORTION) == (["chantage"], True)
    assert proposed(SEXTORTION) == (["chantage"], False)
    assert proposed(undated) == (["chantage"], False)


def test_only_some_ways_of_sending_open_the_three_months() -> None:
    def opens(way: str) -> object:
        return told(plainte(answers={"sending_way": way}), "proves_receipt")

    assert opens("Lettre recommandée avec demande d’avis de réception") is True
    assert opens("dépôt au greffe contre récépissé") is True
    assert opens("courrier simple") is False


def test_earlier_steps_are_recalled_and_what_the_facts_tell_is_not_repeated() -> None:
    report = StepLine("bailiff_report", When.on(date(2026, 9, 1)), "n° 12.", 2)
    steps = context_of(plainte(steps=(report, StepLine("connection", None, "", None))))["steps"]
    assert steps == [
        {
            "kind": "bailiff_report",
            "words": "constat de commissaire de justice",
            "when": "le 1er septembre 2026",
            "reference": f"n°{NB}12",
            "exhibit": f"pièce n°{NB}2",
        }
    ]
    in_mali = context_of(letter("ml", "plainte_pole", steps=(report,)))["steps"]
    assert isinstance(in_mali, list)
    assert in_mali[0]["words"] == "constat d’huissier de justice"


def test_the_reference_of_a_letter_names_nobody() -> None:
    assert told(plainte(), "reference") == "FR-PS-20261121"


def test_a_platform_is_told_of_its_own_dealings_with_us_and_not_where_a_complaint_was_lodged() -> None:
    day = When.on(date(2026, 11, 3))
    steps = (
        StepLine("complaint_police", day, "commissariat de Rennes", 2),
        StepLine("platform_decision", day, "n° 55", 1),
        StepLine("platform_decision", When.on(date(2026, 11, 9)), "n° 56", None),
    )
    letter = replace(LETTERS["fr_dsa_woman_by_association"], steps=steps)
    happened = told(letter, "happened")
    assert isinstance(happened, dict)
    assert happened["complaint_police"] == {"when": "le 3 novembre 2026", "reference": "", "exhibit": ""}
    assert happened["platform_decision"] == {"when": "le 9 novembre 2026", "reference": f"n°{NB}56", "exhibit": ""}
    assert happened["judgment"] == {}
    assert "Rennes" not in repr(told(letter, "steps"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("01 23 45 67 89", "01_23_45_67_89"),
        ("Nadia, +223 76 12 34 56, le soir", "Nadia, +223_76_12_34_56, le soir"),
        ("+33 6 12 34 56 78", "+33_6_12_34_56_78"),
        ("12 34 56 78 90 12", "12 34 56 78 90 12"),  # too long for a telephone
        ("le 12 11 2026", "le 12 11 2026"),
    ],
)
def test_a_telephone_number_stays_on_one_line(typed: str, kept: str) -> None:
    assert french.prose(typed) == kept.replace("_", NB)
