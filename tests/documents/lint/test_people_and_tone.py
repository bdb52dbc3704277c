"""Minors, agreement, tone, addressees, addresses and signs, and what the file tells besides."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document

from casedesk.documents.linter import Flaw, Gravity, Read, lint
from casedesk.documents.text import text_of
from tests.documents.fictional_people import AWA, KARIM, SACHA, SHA
from tests.documents.lint.letters import read, told
from tests.documents.lint.pages import codes, complaint, formal_notice, found, notice
from tests.documents.templates import changed, saved, with_part


@pytest.mark.parametrize(
    "words",
    [
        "La présente lettre ne décrit ni ne reproduit aucune image.",
        "Aucun fichier n’est joint.",
        "Les images ne sont ni jointes ni décrites.",
        "Sans image, sans lien direct.",
    ],
)
def test_a_word_of_protection_is_known_however_it_is_said(words: str) -> None:
    data = told("ml_requisitions_minor")
    account = data.incidents[0].account_of_facts
    assert Flaw.MINOR_UNPROTECTED in codes(account, data=data)
    assert Flaw.MINOR_UNPROTECTED not in codes(account, words, data=data)


def test_a_letter_about_a_minor_that_tells_no_facts_needs_no_such_word() -> None:
    assert Flaw.MINOR_UNPROTECTED not in codes("Notre adresse change.", data=told("ml_requisitions_minor"))


@pytest.mark.parametrize(
    ("title", "seen"),
    [
        ("Photo intime", True),
        ("Capture de la vidéo sexuelle", True),
        ("Captures des messages qui réclament une photo intime", False),
        ("Capture du profil", False),
        ("Récépissé", False),
    ],
)
def test_an_image_of_a_minor_in_the_list_is_seen(title: str, seen: bool) -> None:
    data = told("fr_plainte_minor")
    exhibit = replace(told("fr_plainte_woman").exhibits[0], title=title, sha256=SHA)
    assert (Flaw.MINOR_IMAGE in codes("Rien.", data=replace(data, exhibits=(exhibit,)))) is seen


def test_a_minor_the_case_does_not_know_of_is_asked_about() -> None:
    assert Flaw.MINOR_UNTOLD in codes("J’avais 15 ans quand il m’a écrit en 2024.", typed=True)
    assert Flaw.MINOR_UNTOLD not in codes("J’avais 19 ans quand il m’a écrit en 2024.", typed=True)
    young = replace(complaint(), person=SACHA, minor_concerned=True)
    assert Flaw.MINOR_UNTOLD not in codes("J’avais 15 ans.", data=young, typed=True)


@pytest.mark.parametrize(
    "words",
    [
        "Je soussignée, Monsieur Karim Lefèvre, porte plainte.",
        "Je soussigné(e), porte plainte.",
        "Je soussignéee porte plainte.",
        "Je suis née le 1er août 1990 à Lyon.",
        "Je suis allée au commissariat.",
        "J’ai été très mal reçue.",
        "La plaignante demande à être entendue.",
    ],
)
def test_endings_that_do_not_agree_with_a_man_are_seen(words: str) -> None:
    assert Flaw.AGREEMENT in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "Je soussigné, Monsieur Karim Lefèvre, porte plainte.",
        "Je suis né le 1er août 1990 à Lyon.",
        "Elle est née le 3 mars 1991. Ma sœur, plus jeune, est allée ouvrir.",
        "Je suis victime. Je suis libre. Je suis à côté.",
        "Il a dit : « je suis allée chez toi ».",
        "Cette personne, plaignante dans la procédure, attend.",
        "Le(s) compte(s) : voir ci-dessous.",
    ],
)
def test_endings_that_agree_are_left_alone(words: str) -> None:
    assert Flaw.AGREEMENT not in codes(words)


def test_a_woman_and_somebody_without_gender_have_their_own_endings() -> None:
    woman = replace(complaint(), person=AWA)
    assert Flaw.AGREEMENT in codes("Je suis allé au commissariat.", data=woman)
    assert Flaw.AGREEMENT not in codes("Je me suis rendu compte de tout. Je suis allée le dire.", data=woman)
    nobody_knows = replace(complaint(), person=replace(KARIM, addressed_as="neutral"))
    assert Flaw.AGREEMENT not in codes("Je soussigné·e suis né·e le 1er août 1990.", data=nobody_knows)
    assert Flaw.AGREEMENT in codes("Je soussigné porte plainte.", data=nobody_knows)


def test_tu_and_vous_in_one_letter_are_seen() -> None:
    assert Flaw.FAMILIAR in codes("Je vous écris pour que tu répondes.")
    assert Flaw.FAMILIAR not in codes("Je vous écris : il a dit « tu vas voir ». Il s’est tu. Le ton monte.")


@pytest.mark.parametrize(
    "words",
    [
        "À défaut de paiement de 2 000 euros, je déposerai plainte.",
        "Si vous ne payez pas, nous préviendrons la police.",
        "En échange de 500 €, je renonce à porter plainte.",
        "Je retirerai ma plainte contre le versement de 500 €.",
        "Nous informerons votre employeur de vos actes.",
        "Vous allez le regretter.",
        "Payez 500 euros ou je porte plainte.",
        "Vous devez me verser 500 euros, faute de quoi je déposerai plainte.",
    ],
)
def test_what_may_be_read_as_blackmail_is_seen(words: str) -> None:
    harm = [one for one in found(words, data=formal_notice()) if one.code is Flaw.THREAT]
    assert [one.gravity for one in harm] == [Gravity.HARM]


@pytest.mark.parametrize(
    "words",
    [
        "À défaut de retrait sous 48 heures, je déposerai plainte et saisirai le tribunal.",
        "À défaut de retrait, je demanderai 5 000 € de dommages et intérêts devant le tribunal.",
        "Je vous demande de payer 1 500 € en réparation ; à défaut de paiement, je saisirai le tribunal judiciaire.",
        "Je me réserve le droit de demander réparation en justice.",
        "Il m’a écrit : « si tu ne paies pas 500 €, je publie tout ».",
        "Vous avez exigé 500 € sous peine de publier ma photo : une plainte est déposée.",
        "Sans réponse de votre part, la justice sera saisie aux fins de retrait et d’indemnisation.",
    ],
)
def test_lawful_steps_are_left_alone(words: str) -> None:
    assert Flaw.THREAT not in codes(words, data=formal_notice())


def test_an_insult_is_seen_unless_it_is_reported() -> None:
    assert Flaw.INSULT in codes("Vous êtes un violeur.", data=formal_notice())
    assert Flaw.INSULT not in codes("Vous m’avez traitée de salope, puis écrit « pute ».", data=formal_notice())


def test_a_notice_needs_its_good_faith_and_its_addresses() -> None:
    assert Flaw.GOOD_FAITH not in codes("Rien.", data=notice())
    without = replace(notice(), answers={**notice().answers, "good_faith": " "})
    faults = [one for one in found("Rien.", data=without) if one.code is Flaw.GOOD_FAITH]
    assert [(one.gravity, one.waivable, one.fact) for one in faults] == [(Gravity.HARM, False, "answers.good_faith")]
    incident = told("fr_dsa_woman_by_association").incidents[0]
    bare = replace(incident, contents=(replace(incident.contents[0], url=" ", exhibits=()),))
    assert Flaw.NO_URL in codes("Rien.", data=replace(notice(), incidents=(bare,)))


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Écrire à nadia@exemple,fr.", True),
        ("Écrire à nadia@exemple.", True),
        ("Écrire à nadia @ exemple.fr.", True),
        ("Écrire à nadia@@exemple.fr.", True),
        ("Voir http:/exemple.fr/page.", True),
        ("Voir htps://exemple.fr/page.", True),
        ("Voir https://exemple/page.", True),
        ("Voir https://x.com/compte/stat…", True),
        ("Écrire à nadia.b+avis@exemple.fr, merci.", False),
        ("Le compte @machin. Il a écrit.", False),
        ("Le compte @machin@instance.social publie.", False),
        ("Voir https://x.com/i/status/1958657304112345678.", False),
        ("Voir (https://medium.com/@auteur/titre).", False),
        ("Voir www.exemple.fr et exemple.fr.", False),
    ],
)
def test_an_address_that_cannot_work_is_seen(words: str, broken: bool) -> None:
    assert (Flaw.BROKEN_ADDRESS in codes(words)) is broken


def test_whoever_may_not_sign_or_receive_is_seen() -> None:
    data = replace(complaint(), answers={**complaint().answers, "signed_by": "association"})
    assert Flaw.SIGNATORY in codes("Rien.", data=data)
    body = told("fr_dsa_woman_by_association").addressee
    assert Flaw.ADDRESSEE in codes("Rien.", data=replace(complaint(), addressee=body))


def test_words_of_another_country_are_seen_outside_what_was_typed() -> None:
    words = "Le tribunal de grande instance de Lyon est compétent."
    assert {(one.code, one.gravity) for one in found(words) if one.code is Flaw.OTHER_LAW} == {
        (Flaw.OTHER_LAW, Gravity.MISTAKE)
    }
    assert {one.gravity for one in found(words, typed=True) if one.code is Flaw.OTHER_LAW} == {Gravity.CARE}
    claimed = told("ml_plainte_woman", answers={"reparation": "500 euros"}, incidents=(), exhibits=())
    assert Flaw.OTHER_LAW in codes("Rien.", data=claimed)


def test_a_long_explanation_is_seen() -> None:
    data = notice()
    long = replace(data, answers={**data.answers, "explanation": "On voit son visage. " * 80})
    assert Flaw.TOO_LONG in codes("Rien.", data=long)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ('Il a dit "non".', True),
        ("J'ai vu.", True),
        ("Il a  vu.", True),
        ("Quoi ?", True),
        ("Il a dit...", True),
        ("Il a vu , puis lu.", True),
        ("J’ai vu « tout »\u00a0: rien\u202f!".replace("« ", "«\u00a0").replace(" »", "\u00a0»"), False),
        ("Voir https://exemple.fr/?a=1;b=2 et l’écran.", False),
    ],
)
def test_slips_of_typography_are_seen(words: str, seen: bool) -> None:
    assert (Flaw.TYPOGRAPHY in codes(words)) is seen


def test_signs_nobody_sees_are_told_wherever_they_are() -> None:
    left = [one for one in found("Le compte \u202eabc\u202c a écrit.") if one.code is Flaw.HIDDEN_SIGNS]
    assert [one.gravity for one in left] == [Gravity.MISTAKE]
    data = replace(complaint(), answers={**complaint().answers, "how_learned": "par un\x07 ami"})
    gone = [one for one in found("Rien.", data=data) if one.code is Flaw.HIDDEN_SIGNS]
    assert [(one.gravity, one.fact) for one in gone] == [(Gravity.CARE, "answers.how_learned")]
    assert Flaw.HIDDEN_SIGNS not in codes("Une famille 👩‍👧 écrit ߒߞߏ\u200f et \u06a9\u200c\u0627.")


def _commented(docx: bytes) -> bytes:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = f'<w:comments xmlns:w="{words}"><w:comment w:id="1" w:author="Nadia"/></w:comments>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    return with_part(docx, "word/comments.xml", note, kind, "comments")


def _veiled(docx: bytes) -> bytes:
    veil = "<w:rPr><w:vanish/></w:rPr>"
    return changed(docx, "word/document.xml", lambda xml: xml.replace("<w:r><w:t", f"<w:r>{veil}<w:t", 1))


def _edited(docx: bytes) -> bytes:
    document: Any = Document(io.BytesIO(docx))
    document.core_properties.last_modified_by = "Nadia Bernard"
    return saved(document)


@pytest.mark.parametrize(
    ("spoil", "flaw"),
    [(_commented, Flaw.COMMENTS), (_edited, Flaw.PROPERTIES), (_veiled, Flaw.PROPERTIES)],
)
def test_what_the_file_tells_besides_is_seen_and_may_not_be_waived(spoil: Callable[[bytes], bytes], flaw: Flaw) -> None:
    made = read(told("fr_plainte_man"))
    assert flaw not in {one.code for one in lint(made)}
    docx = spoil(made.docx)
    faults = [one for one in lint(Read(made.data, docx, text_of(docx))) if one.code is flaw]
    assert [(one.gravity, one.waivable) for one in faults] == [(Gravity.HARM, False)]


def test_a_letter_of_which_only_the_text_is_known_is_read_too() -> None:
    found_in_text = lint(Read(complaint(), b"", "Objet : plainte\nVoir la pièce n° 9."))
    assert Flaw.EXHIBIT_MISSING in {one.code for one in found_in_text}


def test_a_place_names_its_section_its_paragraph_and_its_words() -> None:
    data = told("fr_plainte_man", account="Le 1er août 2026, rien.\nLe 30 février 2026, il m'a écrit longuement.")
    place = next(one for one in lint(read(data)) if one.code is Flaw.DATE_IMPOSSIBLE)
    assert "Les faits" in place.place or "Menaces par courrier" in place.place
    assert "30 février 2026" in place.place
    assert place.fact == "incident.account_of_facts"


def test_whoever_signs_what_a_platform_reads_has_a_name() -> None:
    hers = notice(by_association=False)
    unnamed = replace(hers, person=replace(hers.person, given_name="", family_name=" "))
    assert Flaw.SIGNATORY not in codes("Rien.", data=hers)
    assert Flaw.SIGNATORY in codes("Rien.", data=unnamed)
    assert Flaw.SIGNATORY not in codes("Rien.", data=replace(unnamed, minor_concerned=True))
    assert Flaw.SIGNATORY not in codes(
        "Rien.", data=replace(unnamed, answers={**unnamed.answers, "signed_by": "association"})
    )
