"""People of other cases, and people who only look like them."""

from dataclasses import replace

import pytest

from casedesk.documents.lint.people import Name, name_of
from casedesk.documents.linter import Flaw, Gravity
from tests.documents.lint.pages import codes, complaint, found


@pytest.mark.parametrize(
    ("written", "taken_apart"),
    [
        ("Awa Traoré", Name(("awa",), ("traore",))),
        ("Louise Camille MORVAN", Name(("louise", "camille"), ("morvan",))),
        ("Anne Le Guen, née Kerbrat", Name(("anne",), ("le guen", "kerbrat"))),
        ("Fatima El Amrani", Name(("fatima",), ("el amrani",))),
        ("DE LA TOUR Jeanne", Name((), ("de la tour jeanne",))),
        ("Zoé O’Connor", Name(("zoe", "o"), ("connor",))),
    ],
)
def test_a_name_is_taken_apart(written: str, taken_apart: Name) -> None:
    assert name_of(written) == taken_apart


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("Maéva Laverdière", "Comme Maéva Laverdière, j’ai reçu des lettres."),
        ("Maéva Laverdière", "Comme maeva laverdiere, j’ai reçu des lettres."),
        ("Maéva Laverdière", "Dossier LAVERDIERE, capture 3."),
        ("Maéva Laverdière", "Voir https://exemple.fr/maeva.laverdiere et rien d’autre."),
        ("Maéva Laverdière", "La capture_laverdiere_2.png est jointe."),
        ("Anne Le Guen, née Kerbrat", "C’est Mme Kerbrat qui me l’a dit."),
        ("Paul Petit", "C’est Paul Petit qui me l’a dit."),
        ("Paul Petit", "C’est M. Petit qui me l’a dit."),
        ("Rose Martin", "L’affaire de Madame MARTIN est la même."),
        ("Sophie Lyon", "Madame Lyon a reçu la même lettre."),
        ("Ba Fatoumata", "Comme Fatoumata Ba, j’ai reçu des lettres."),
    ],
)
def test_somebody_of_another_case_is_seen(other: str, words: str) -> None:
    harm = [one for one in found(words, others=(other,)) if one.code is Flaw.OTHER_CASE]
    assert harm
    assert all(one.gravity is Gravity.HARM and one.waivable for one in harm)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("Paul Durand", "Inès Durand a vu la publication."),
        ("Paul Durand", "Durant trois mois, rien ; les durandes volent."),
        ("Paul Durand", "Maître Durand me défend."),
        ("Paul Petit", "Un petit nombre de comptes. Petit à petit, ils ont cessé."),
        ("Rose Martin", "Martin m’a écrit, puis Rose l’a lu. Rue Saint-Martin."),
        ("Sophie Lyon", "Je vis à Lyon. Lyon, le 3 mars 2026."),
        ("Aminata Touré", "Le tour est joué : la visite a été touree."),
        ("Louise", "Louise est une amie."),
        ("Awa Keïta", "Modibo Keïta est le nom d’un stade."),
        ("Karim Lefèvre", "Je soussigné Karim LEFÈVRE, né le 1er août 1990."),
    ],
)
def test_somebody_who_only_looks_like_it_is_left_alone(other: str, words: str) -> None:
    assert Flaw.OTHER_CASE not in codes(words, others=(other,))


def test_her_street_names_nobody_of_another_case_and_still_hides_nobody_named_in_full() -> None:
    data = complaint()
    at_home = replace(data, person=replace(data.person, address=("12 quai de l’Exemple", "75011 Paris")))
    others = ("Maéva Exemple",)
    assert Flaw.OTHER_CASE not in codes("J’habite quai de l’Exemple.", data=at_home, others=others)
    assert Flaw.OTHER_CASE in codes("J’ai vu Maéva Exemple.", data=at_home, others=others)
