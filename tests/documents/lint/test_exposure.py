"""Where she is, who she is, how to find others: what the other side may not read."""

from dataclasses import replace

import pytest

from casedesk.documents.linter import Flaw, Gravity
from tests.documents.fictional_people import KARIM, LOUISE, MODIBO
from tests.documents.lint.letters import told
from tests.documents.lint.pages import codes, found, notice


@pytest.mark.parametrize(
    "words",
    [
        "Elle vit au 3 impasse du Secret.",
        "Elle vit au 3, IMPASSE DU SECRET, à l’étage.",
        "On l’attend impasse du secret.",
        "Au 3 imp. du Secret.",
        "Écrivez à louise [at] secret.example.",
        "Appelez le 06.11.22.33.44.",
        "Appelez le 0033 6 11 22 33 44.",
        "Appelez le +33611223344.",
        "Au 3impasse du Secret.",
        "Au 3, impasse Secret.",
        "Appelez le 06/11/22/33/44, pas le 3919.",
        "Appelez le 06\u201111\u201122\u201133\u201144.",
        "Appelez le 06·11·22·33·44.",
        "Appelez le 06 – 11 – 22 – 33 – 44.",
        "Écrivez à louise @ secret . example.",
        "Écrivez à louise [arobase] secret [point] example.",
        "Écrivez à louise@secret.example.",
        "Elle habite toujours à Rennes.",
    ],
)
def test_where_she_is_is_seen_in_a_notice(words: str) -> None:
    harm = [one for one in found(words, data=notice()) if one.code is Flaw.WHERE_SHE_IS]
    assert harm
    assert harm[0].gravity is Gravity.HARM


@pytest.mark.parametrize(
    "words",
    [
        "Les Veilleuses, 14 rue des Tanneurs, 35000 Rennes, 02 99 00 00 00.",
        "Rennes, le 21 novembre 2026.",
        "L’impasse est totale : le secret des correspondances est violé.",
        "La publication n° 0611223344556677 a été vue.",
        "Les pièces n° 6, 11, 22, 33 et 44 le montrent.",
    ],
)
def test_what_the_association_says_of_itself_is_left_alone(words: str) -> None:
    assert codes(words, data=notice()).isdisjoint({Flaw.WHERE_SHE_IS, Flaw.THIRD_PARTY, Flaw.HER_NAME})


@pytest.mark.parametrize("words", ["Aidez louise, vite.", "Voir https://x.example/louise.b/1", "Photo_louise.png"])
def test_her_first_name_is_hers_in_small_letters_too(words: str) -> None:
    assert Flaw.HER_NAME in codes(words, data=notice())


def test_a_first_name_that_is_a_word_is_hers_with_a_capital_only() -> None:
    data = replace(notice(), person=replace(notice().person, given_name="Marine"))
    assert Flaw.HER_NAME in codes("Selon Marine, tout va bien.", data=data)
    assert Flaw.HER_NAME not in codes("La marine marchande.", data=data)


def test_her_street_may_not_be_waived_and_her_town_may() -> None:
    data = replace(notice(), person=KARIM)
    street = next(one for one in found("Au 8 quai Dérobé.", data=data) if one.code is Flaw.WHERE_SHE_IS)
    town = next(one for one in found("Il est connu à Lyon.", data=data) if one.code is Flaw.WHERE_SHE_IS)
    assert (street.waivable, town.waivable) == (False, True)


def test_a_quarter_of_bamako_is_where_he_is() -> None:
    data = replace(notice(), person=MODIBO, sender=told("ml_plainte_man").sender)
    assert Flaw.WHERE_SHE_IS in codes("On l’attend à Kalaban Coura.", data=data)
    assert Flaw.WHERE_SHE_IS not in codes("On l’attend à Bamako.", data=data)


def test_her_name_is_seen_unless_she_signs() -> None:
    words = "Montage représentant Louise Morvan."
    assert Flaw.HER_NAME in codes(words, data=notice())
    assert Flaw.HER_NAME not in codes(words, data=notice(by_association=False))


@pytest.mark.parametrize(
    "words", ["Elle s’appelle MORVAN.", "Le pseudonyme louise_morvan", "La vraie Louise.", "Louise-Camille M."]
)
def test_parts_of_her_name_are_her_name(words: str) -> None:
    assert Flaw.HER_NAME in codes(words, data=notice())


@pytest.mark.parametrize(
    "words", ["Un fond rose.", "Rose vif, le fond attire l’œil.", "Rue des Rosiers.", "Saint-Martin."]
)
def test_the_word_that_her_name_also_is_is_no_name(words: str) -> None:
    rose = replace(LOUISE, given_name="Rose", family_name="Martin", address=("1 rue Cachée", "35000 Rennes"))
    assert Flaw.HER_NAME not in codes(words, data=replace(notice(), person=rose))


def test_the_address_of_the_content_itself_must_be_told_whole() -> None:
    data = notice()
    base = told("fr_dsa_woman_by_association").incidents[0]
    url = "https://x.com/louise.morvan/status/1"
    content = replace(base.contents[0], url=url, exhibits=())
    named = replace(data, incidents=(replace(base, contents=(content,), exhibits=()),))
    assert Flaw.HER_NAME not in codes(f"Contenu : {url}", data=named)
    assert Flaw.HER_NAME in codes(f"Contenu : {url}", "Son nom est Morvan.", data=named)


@pytest.mark.parametrize(
    "words", ["Un témoin : 06 98 76 54 32.", "Un témoin : ines@exemple.fr.", "Un témoin habite 4 rue des Lilas."]
)
def test_how_to_find_a_witness_is_seen(words: str) -> None:
    assert Flaw.THIRD_PARTY in codes(words, data=notice())
    assert Flaw.THIRD_PARTY not in codes(words)


def test_her_home_is_seen_in_a_complaint_when_the_association_receives_her_letters() -> None:
    hosted = told("fr_plainte_woman", incidents=())
    assert Flaw.SAFE_CONTACT in codes("Il m’attend 3 impasse du Secret.", data=hosted)
    at_home = replace(hosted, person=replace(LOUISE, domiciled_at_association=False))
    assert Flaw.SAFE_CONTACT not in codes("J’habite 3 impasse du Secret.", data=at_home)
