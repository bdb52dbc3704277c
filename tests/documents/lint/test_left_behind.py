"""What a template leaves behind, or whoever filled it."""

import pytest

from casedesk.documents.linter import Flaw, Gravity, Read, lint
from casedesk.documents.text import text_of
from tests.documents.lint.pages import codes, complaint, found
from tests.documents.templates import blank, saved


@pytest.mark.parametrize(
    "words",
    [
        "Je soussignée {{ person.full }}.",
        "{% if minor %}Sacha est mineur.",
        "Le compte [nom du compte] m’a écrit.",
        "Le compte [à préciser] m’a écrit.",
        "Le compte [ ] m’a écrit.",
        "Il habite [...] depuis mars.",
        "Le <date> il m’a écrit.",
        "Plainte n° XXX du 3 mars 2026.",
        "Le XX/XX/2026, il a écrit.",
        "Madame XXX porte plainte.",
        "Fait à ______ le ______.",
        "Lorem ipsum dolor sit amet.",
        "Indiquez ici le nom du tribunal.",
        "Rayer les mentions inutiles.",
        "Montant : à compléter",
        "Le préjudice (à préciser) est important.",
        "TODO relire ce paragraphe",
        "XX € de dommages et intérêts.",
        "La somme de …… euros.",
        "La somme de ... euros.",
        "Fait à Lyon, le",
        "Voir {nom du compte}.",
        "NOM Prénom",
    ],
)
def test_a_blank_to_fill_is_seen(words: str) -> None:
    assert Flaw.PLACEHOLDER in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "Il a écrit : « Salut [prénom], paie […] avant demain ».",
        "Il a écrit [sic] que le nom [nom effacé] lui plaisait.",
        "Le site XXX a publié la vidéo, classée XXX.",
        "Voir https://exemple.fr/[date]/xxxx/{id}.",
        "Signature : ______",
        "Je vous prie de faire compléter l’enquête ici ou ailleurs.",
        "Le préjudice reste à préciser avec l’expert.",
        "Les cases du formulaire ont été cochées ; le texte a été supprimé.",
        "Si x < 3 et y > 2, rien.",
        "Il est venu ici.",
        "Il a hésité… puis il a écrit à trois comptes.",
        "Fait à Lyon, le 3 mars 2026.",
        "Mes données d’identité (nom, prénom, adresse).",
    ],
)
def test_what_looks_like_a_blank_and_is_none_is_left_alone(words: str) -> None:
    assert Flaw.PLACEHOLDER not in codes(words)


def test_a_tag_may_not_be_waived_and_a_blank_may() -> None:
    tag = next(one for one in found("Voici {{ tout }}.") if one.code is Flaw.PLACEHOLDER)
    blank = next(one for one in found("Voici [à compléter].") if one.code is Flaw.PLACEHOLDER)
    assert (tag.gravity, tag.waivable) == (Gravity.HARM, False)
    assert (blank.gravity, blank.waivable) == (Gravity.HARM, True)


@pytest.mark.parametrize(
    "words", ["Objet :", "Il m’a écrit () hier.", "Il a dit «  » et rien.", "La pièce n°, jointe."]
)
def test_something_announced_that_does_not_follow_is_seen(words: str) -> None:
    assert Flaw.EMPTY in codes(words, "Suite de la lettre.")


def test_the_same_long_paragraph_twice_is_seen_once() -> None:
    words = "Ce compte a publié la même image trois jours de suite, avec les mêmes mots et le même montage."
    assert [one.code for one in found(words, "Autre chose.", words)].count(Flaw.REPEATED) == 1
    assert Flaw.REPEATED not in codes("Je vous remercie.", "Je vous remercie.")


def test_the_same_words_under_two_headings_are_no_oversight() -> None:
    document = blank()
    for title in ("Plainte du 3 mars 2026", "Notification du 4 mars 2026"):
        document.add_heading(title, level=2)
        document.add_paragraph("Aucun effet de ce silence n’est relevé ici : une nouvelle relance reste possible.")
    docx = saved(document)
    assert Flaw.REPEATED not in {one.code for one in lint(Read(complaint(), docx, text_of(docx), (), None))}
