"""Articles, sums, days and exhibits: what can be held against what is known."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.documents.french import in_words
from casedesk.documents.lint.articles import references
from casedesk.documents.lint.sums import number_of
from casedesk.documents.lint.words import folded
from casedesk.documents.linter import Flaw, Gravity
from tests.documents.fictional_people import EXHIBITS
from tests.documents.lint.letters import told
from tests.documents.lint.pages import codes, complaint, found


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("articles 29, alinéa 2, et 33, alinéa 2, de la loi du 29 juillet 1881", [("29", "1881"), ("33", "1881")]),
        ("article L. 34-1, III bis, du Code des postes", [("l34-1", "postes")]),
        (
            "articles 93, alinéa 1, 1°, et 94 du Code de procédure pénale",
            [("93", "procedure penale"), ("94", "procedure penale")],
        ),
        ("article 222-33 (I, 1° et 2°, et III) du Code pénal", [("222-33", "penal")]),
        ("article 16, paragraphe 2, point b), du règlement (UE) 2022/2065", [("16", "2022/2065")]),
        ("article 226-8-1, 2 ans d’emprisonnement", [("226-8-1", "")]),
        ("un article de presse, 12 pages", []),
    ],
)
def test_articles_are_read_as_jurists_write_them(words: str, numbers: list[tuple[str, str]]) -> None:
    assert [(one.number, one.law) for one in references(folded(words))] == numbers


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("L’article 222-17 du Code pénal s’applique.", True),
        ("L’article 222-17 s’applique.", True),
        ("L’article 222-17, alinéa 9, du même code s’applique.", True),
        ("L’article 222-17 du Code de procédure pénale s’applique.", False),
        ("L’article 222-171 du Code pénal s’applique.", False),
        ("Voir art 222-171 CP.", False),
        ("Les articles 222-17 et 999-1 du Code pénal s’appliquent.", False),
    ],
)
def test_an_article_nobody_gave_is_seen(words: str, known: bool) -> None:
    assert (Flaw.ARTICLE_UNKNOWN not in codes(words, typed=True)) is known


def test_an_article_that_was_not_read_must_bear_its_mark() -> None:
    data = replace(told("ml_plainte_woman"), incidents=(), exhibits=())
    words = "Ces faits relèvent de l’article 38 de la loi n° 00-046 du 7 juillet 2000"
    assert Flaw.ARTICLE_UNVERIFIED in codes(f"{words}.", data=data)
    assert Flaw.ARTICLE_UNVERIFIED not in codes(f"{words} (à confirmer).", data=data)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_in_words_is_read_back(value: int) -> None:
    assert number_of(folded(in_words(value))) == value


@pytest.mark.parametrize(
    "words",
    [
        "mille cinq cents euros (1 050 €)",
        "1 500 € (mille cinq cents francs CFA)",
        "dix (12) jours",
        "2 OOO euros",
        "3 000 000 F CFA (trois cent mille francs CFA)",
        "12,50 euros (douze euros et cinq centimes)",
    ],
)
def test_words_and_figures_that_differ_are_seen(words: str) -> None:
    assert Flaw.AMOUNT in codes(f"Il demande {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "quatre-vingt-onze euros (91 €)",
        "deux millions de francs CFA (2 000 000 F CFA)",
        "1 500 € (le prix demandé)",
        "une image (2 fois)",
        "deux comptes (3 publications chacun)",
        "12,50 euros (douze euros et cinquante centimes)",
        "septante (70) euros",
    ],
)
def test_words_and_figures_that_agree_are_left_alone(words: str) -> None:
    assert Flaw.AMOUNT not in codes(f"Il demande {words}.")


@pytest.mark.parametrize(
    ("words", "flaw"),
    [
        ("Le 31 novembre 2026, il a écrit.", Flaw.DATE_IMPOSSIBLE),
        ("Le 29 février 2026, il a écrit.", Flaw.DATE_IMPOSSIBLE),
        ("Le 31/04/2026, il a écrit.", Flaw.DATE_IMPOSSIBLE),
        ("Le 12/13/2026, il a écrit.", Flaw.DATE_IMPOSSIBLE),
        ("Le lundi 1er novembre 2026, il a écrit.", Flaw.DATE_WEEKDAY),
        ("Le 12 mars 2027, il a écrit.", Flaw.DATE_FUTURE),
        ("Le 12 mars, il a écrit.", Flaw.DATE_NO_YEAR),
    ],
)
def test_a_day_that_cannot_be_is_seen(words: str, flaw: Flaw) -> None:
    assert flaw in codes(words, typed=True)


@pytest.mark.parametrize(
    "words",
    [
        "Le dimanche 1er novembre 2026, il a écrit.",
        "Le 29 février 2024, il a écrit.",
        "Entre le 12 et le 18 mars 2026, puis le 20 mars 2026.",
        "Du 12 mars au 3 avril 2026, il a écrit.",
        "Il a menacé de publier le 25 décembre 2026.",
        "Rendez-vous le 12 mars 2027.",
        "Il a écrit : « je reviens le 12 mars 2027 ».",
        "Depuis l’adresse 192.0.2.10, le 12.03.2026.",
        "La loi du 29 juillet 1881.",
    ],
)
def test_a_day_that_can_be_is_left_alone(words: str) -> None:
    days = {Flaw.DATE_IMPOSSIBLE, Flaw.DATE_WEEKDAY, Flaw.DATE_FUTURE, Flaw.DATE_NO_YEAR}
    assert codes(words, typed=True).isdisjoint(days)


def test_facts_told_without_any_day_are_seen() -> None:
    data = told("fr_plainte_man")
    incident = replace(data.incidents[0], when=None)
    words = "J’ai trouvé trois lettres de menaces."
    assert Flaw.NO_DATE in codes(words, data=replace(data, incidents=(incident,)))
    dated = replace(incident, account_of_facts=f"{words} C’était le 1er août 2026.")
    assert Flaw.NO_DATE not in codes(words, data=replace(data, incidents=(dated,)))


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Voir la pièce n° 4.", False),
        ("Voir les pièces n° 2 à 4.", False),
        ("Voir les pièces 1, 2 et 4.", False),
        ("Voir la pièce 5.", True),
        ("Voir les pièces n° 3 et 12.", True),
        ("Voir la pièce n°7.", True),
        ("Voir PJ 9.", True),
        ("Il a volé ma pièce d’identité n° 12 et deux pièces de 5 euros.", False),
        ("Il a écrit : « pièce n° 9 ».", False),
    ],
)
def test_an_exhibit_cited_that_is_not_listed_is_seen(words: str, missing: bool) -> None:
    data = replace(complaint(), exhibits=EXHIBITS)
    assert (Flaw.EXHIBIT_MISSING in codes(words, data=data)) is missing


def test_the_list_of_exhibits_is_looked_at() -> None:
    twice = replace(complaint(), exhibits=(*EXHIBITS, EXHIBITS[0]))
    assert Flaw.EXHIBIT_NUMBERS in codes("Rien.", data=twice)
    gap = replace(complaint(), exhibits=(*EXHIBITS[:2], EXHIBITS[3]))
    assert Flaw.EXHIBIT_NUMBERS in codes("Rien.", data=gap)
    late = replace(complaint(), exhibits=(replace(EXHIBITS[0], received_on=date(2027, 1, 1)),))
    assert Flaw.DATE_FUTURE in codes("Rien.", data=late)
    without = found("Voir les pièces 1 à 4.", data=replace(complaint(), exhibits=EXHIBITS), attached=(1, 2, 3))
    assert (Flaw.EXHIBIT_FILE, Gravity.CARE) in [(one.code, one.gravity) for one in without]
