"""What the five letters say: every content the law asks for, nothing that would betray, nothing empty."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from jinja2 import nodes

from casedesk.documents import ooxml
from casedesk.documents.clauses import expanded
from casedesk.documents.fill import Template
from casedesk.documents.letter import render_docx
from casedesk.documents.ooxml import Docx, W, name
from casedesk.documents.sandbox import letter_language
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import body_of, text_of
from casedesk.law.pack import LetterModel
from casedesk.law.when import When
from casedesk.queries.letter_data import LetterData, Party
from tests.documents.fictional_letters import LETTERS, PACKS, SNAPSHOTS
from tests.documents.fictional_people import KARIM, LOUISE, SACHA, SHA
from tests.documents.required_contents import REQUIRED

MODELS = [pytest.param(m, id=f"{pack.id}-{m.id}") for pack in PACKS.values() for m in pack.letters.values()]
OF_THE_LAW = frozenset({"offence_ids", "limitations"})
_SPACES = re.compile("[\u00a0\u202f]")


@cache
def text(letter: str) -> str:
    """The text of a fictional letter, with ordinary spaces."""
    return plain(LETTERS[letter])


def plain(data: LetterData) -> str:
    return _SPACES.sub(" ", text_of(render_docx(data)))


def changed(letter: str, **answers: str) -> LetterData:
    return replace(LETTERS[letter], answers={**LETTERS[letter].answers, **answers})


CASES = [
    pytest.param(letter, expected, id=f"{letter}: {section}")
    for letter, sections in REQUIRED.items()
    for section, expected in sections.items()
]


@pytest.mark.parametrize(("letter", "expected"), CASES)
def test_a_letter_says_what_the_law_folder_asks_of_it(letter: str, expected: tuple[str, ...]) -> None:
    for words in expected:
        assert words in text(letter)


@pytest.mark.parametrize("letter", LETTERS)
def test_the_text_of_a_letter_is_the_one_that_was_read_over(letter: str) -> None:
    read_over = (SNAPSHOTS / f"{letter}.txt").read_text(encoding="utf-8")
    assert text_of(render_docx(LETTERS[letter])) + "\n" == read_over


@pytest.mark.parametrize("letter", LETTERS)
def test_no_heading_is_empty_and_no_trace_of_the_template_is_left(letter: str) -> None:
    docx = render_docx(LETTERS[letter])
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bTrue\b|\[\]", text_of(docx))
    styles = [style_of(paragraph) for paragraph in Docx(docx).body().iter(W + "p")]
    assert "LettreCondition" not in styles
    titles = {"LettreTitre", "LettreSousTitre", "LettreBordereau"}
    for style, following in zip(styles, [*styles[1:], "LettreTitre"], strict=True):
        assert not (style in titles and following in titles - {"LettreSousTitre"})


def style_of(paragraph: ooxml.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(name("w:val")))


@pytest.mark.parametrize("letter", LETTERS)
def test_no_sentence_stumbles_over_what_is_not_there(letter: str) -> None:
    words = body_of(render_docx(LETTERS[letter]))
    for line in words.split("\n"):
        assert not re.search(r"  |,,|\.\.|, \.|\(\)| ,|: \.|^\W*$", line.replace("\t", "").strip() or "x"), line


@pytest.mark.parametrize("letter", LETTERS)
def test_french_signs_never_stand_alone_at_the_end_of_a_line(letter: str) -> None:
    words = re.sub(r"https?://\S+", "", body_of(render_docx(LETTERS[letter])))
    assert not re.search(r" [;:?!»]|« | %|n° |article \d|'", words)
    assert not re.search(r"\d \d{3}\b(?! \d)", re.sub(r"[+0]\d[\d ]+|[0-9a-f]{16}", "", words))


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (LOUISE, ("Je soussignée, Madame", "assistée d’un avocat", "accompagnée, à tous")),
        (KARIM, ("Je soussigné, Monsieur", "assisté d’un avocat", "accompagné, à tous")),
        (replace(SACHA, born_on=LOUISE.born_on), ("Je soussigné·e, Sacha", "assisté·e d’un", "accompagné·e, à tous")),
    ],
)
def test_a_complaint_agrees_with_the_person_who_signs_it(person: Party, words: tuple[str, ...]) -> None:
    said = plain(replace(LETTERS["fr_plainte_woman"], person=person))
    for one in words:
        assert one in said


def test_somebody_harmed_as_a_minor_and_since_of_age_speaks_of_herself() -> None:
    since = replace(LETTERS["fr_plainte_minor"], person=replace(SACHA, born_on=date(2008, 10, 1)), representatives=())
    said = plain(since)
    assert "J’avais 17 ans à la date des premiers faits." in said
    assert "mon identité et mon image" in said
    assert "représentant" not in said
    assert "706-52" not in said


def test_what_is_not_asked_for_leaves_nothing_behind() -> None:
    bare = text("fr_plainte_man")
    for absent in ("Contenus et comptes", "Démarches", "Partie civile", "Plainte expresse", "Bordereau", "60-1-2"):
        assert absent not in bare
    assert "article 85" not in bare  # a simple letter starts nothing
    assert "113-2-1" not in bare  # nothing was done online
    assert "trois mois" not in bare
    assert "partie civile" not in text("ml_plainte_minor")
    assert "article 177" not in text("ml_plainte_minor")


def test_a_notice_never_shows_a_platform_who_or_where_the_person_is() -> None:
    told = text("fr_dsa_woman_by_association").lower()
    for secret in (LOUISE.family_name, LOUISE.given_name, LOUISE.phone, LOUISE.email, *LOUISE.address):
        assert secret.lower() not in told
    himself = text("fr_dsa_man_himself")
    assert all(secret not in himself for secret in (*KARIM.address, KARIM.phone))


def test_a_notice_about_sexual_images_of_a_minor_asks_nobody_s_name() -> None:
    notice = text("fr_dsa_minor")
    assert "Notification sans identification du notifiant" in notice
    assert "représentant" not in notice  # a platform that knows it is her mother knows who she is
    for impossible in ("accusé de réception", "confirmer par écrit"):
        assert impossible not in notice
        assert impossible in text("fr_dsa_woman_by_association")
    assert "article 16, paragraphe 6" in notice
    for secret in ("GUEN", "Anne", "anne@secret.example", "Sacha", "point c)\n"):
        assert secret not in notice.replace("paragraphe 2, point c), du règlement (UE) 2022/2065", "")


def test_a_person_domiciled_at_the_association_shows_her_own_address_in_no_letter() -> None:
    for letter in ("fr_plainte_woman", "fr_requisitions_woman", "fr_dsa_woman_by_association", "ml_plainte_man"):
        for line in (*LETTERS[letter].person.address[:1], LETTERS[letter].person.phone):
            assert line not in text(letter)


def test_the_duty_to_alert_is_claimed_only_for_the_offences_of_its_list() -> None:
    image = replace(
        LETTERS["fr_dsa_woman_by_association"], offences=LETTERS["fr_dsa_woman_by_association"].offences[:1]
    )
    assert image.offences[0].id == "deepfake_sexuel_en_ligne"
    assert "A du IV" not in plain(image)
    assert "et VI," not in plain(image)
    assert "A du IV" in text("fr_dsa_minor")


def test_a_notice_that_nobody_vouches_for_says_that_it_must_not_be_sent() -> None:
    notice = plain(changed("fr_dsa_woman_by_association", good_faith="non"))
    assert "ne doit pas être envoyée" in notice
    assert "exactes et complètes" not in notice


def test_connection_data_are_asked_only_when_an_offence_opens_them() -> None:
    assert "adresses IP et ports source" in text("fr_requisitions_woman")
    assert "adresses IP et ports source" not in text("fr_requisitions_man_by_association")
    assert "60-1-2, 3°" not in text("fr_requisitions_man_by_association")  # a fine only: not even her own devices


def test_a_complaint_about_letters_on_paper_asks_nothing_of_operators() -> None:
    threats = LETTERS["fr_plainte_man"]
    on_paper = replace(
        threats,
        authors=tuple(replace(author, accounts=()) for author in threats.authors[:1]),
        offences=(PACKS["fr"].offences["menace_mort"],),
    )
    said = plain(on_paper)
    assert "faire identifier le ou les auteurs ;" in said
    assert "b)\tme faire entendre" in said
    for absent in ("opérateurs", "données", "60-1-2", "L. 34-1"):
        assert absent not in said


def test_agreement_to_prosecution_is_given_only_for_the_insults_that_need_it() -> None:
    minor = LETTERS["fr_plainte_minor"]
    assert "J’accepte expressément" in text("fr_plainte_minor")
    assert "J’accepte expressément" not in plain(replace(minor, offences=minor.offences[:2]))


def test_the_three_months_are_said_of_insults_without_a_discriminatory_motive() -> None:
    insults = tuple(PACKS["fr"].offences[name] for name in ("injure_publique", "injure_sexiste"))
    both = plain(replace(LETTERS["fr_plainte_woman"], offences=insults))
    assert "Pour l’injure ou la diffamation sans motif discriminatoire, l’action se prescrit par trois mois" in both
    assert "sans motif discriminatoire" not in text("fr_plainte_woman")
    assert "se prescrit par trois mois" not in plain(replace(LETTERS["fr_plainte_woman"], offences=insults[1:]))


def test_facts_older_than_the_texts_close_no_door_to_the_connection_data() -> None:
    woman = LETTERS["fr_requisitions_woman"]
    older = plain(
        replace(
            woman,
            offences=woman.offences[:1],  # in force since 23 May 2024
            incidents=(replace(woman.incidents[0], when=When.on(date(2024, 3, 1))),),
        )
    )
    assert "textes en vigueur à la date des faits" in older
    assert "dépend de la qualification que vous retiendrez" in older
    assert "b)\tles données de connexion, si la qualification retenue le permet" in older
    assert "ne permet pas" not in older


def test_an_association_that_writes_says_whose_words_it_reports() -> None:
    for letter, person in (
        ("fr_requisitions_man_by_association", "Monsieur Karim LEFÈVRE"),
        ("ml_requisitions_man_by_association", "Monsieur Modibo KEÏTA"),
    ):
        assert f"{person} rapporte les faits suivants." in text(letter)
    assert "rapporte les faits suivants" not in text("fr_requisitions_woman")


def test_digests_are_printed_whole() -> None:
    assert SHA in text("fr_plainte_woman").replace(" ", "")


def test_no_phone_no_street_no_name_of_a_magistrate_is_given_for_the_pole() -> None:
    head = text("ml_plainte_minor").split("Objet")[0]
    assert head.count("+223") == 1  # the representative's
    assert "Madame, Monsieur\n" in head


def whole(model: LetterModel) -> bytes:
    """The template with the clauses it calls."""
    switchable = [clause.id for clause in model.clauses]
    clauses = {file.stem: file.read_bytes() for file in model.clauses_folder.glob("*.docx")}
    return expanded(model.template.read_bytes(), clauses, switchable)


@pytest.mark.parametrize("model", MODELS)
def test_a_template_is_sound_and_asks_only_for_answers_its_model_asks(model: LetterModel) -> None:
    docx = whole(model)
    assert template_faults(docx) == ()
    kept = PACKS[model.template.parent.parent.name].kept_with_case
    asked = {question.fact for question in model.questions} | {f"answers.{name}" for name in kept}
    language = letter_language()
    for source in Template(docx, language).sources():
        for used in language.parse(source.text).find_all(nodes.Getattr):
            if isinstance(used.node, nodes.Name) and used.node.name == "answers":
                assert f"answers.{used.attr}" in asked


@pytest.mark.parametrize("model", MODELS)
def test_a_template_names_only_offences_and_rules_its_jurisdiction_knows(model: LetterModel) -> None:
    pack = PACKS[model.template.parent.parent.name]
    known = set(pack.offences) | set(pack.rules)
    language = letter_language()
    for source in Template(whole(model), language).sources():
        for compared in language.parse(source.text).find_all(nodes.Compare):
            looked_in = compared.ops[0].expr
            if compared.ops[0].op == "in" and isinstance(looked_in, nodes.Name) and looked_in.name in OF_THE_LAW:
                assert isinstance(compared.expr, nodes.Const)
                assert compared.expr.value in known


@pytest.mark.parametrize("model", MODELS)
def test_a_template_holds_no_author_no_date_no_revision_no_picture(model: LetterModel) -> None:
    docx = Docx(model.template.read_bytes())
    properties = docx.read("docProps/core.xml").decode()
    assert re.findall(r"<(?:dc|dcterms|cp):(\w+)>", properties) == ["title", "language"]
    assert not [part for part in docx.names if "thumbnail" in part or "media" in part or "app.xml" in part]
    assert not [part for part in docx.names if part.endswith(".xml") and b"rsid" in docx.read(part)]
