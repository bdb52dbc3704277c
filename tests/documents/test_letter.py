"""A letter made from what it is told."""

import hashlib
import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casedesk.documents.letter import faults_of, render, render_docx
from casedesk.documents.ooxml import Docx
from casedesk.documents.package_check import package_faults
from casedesk.documents.text import body_of, text_of
from casedesk.documents.unanswered import unanswered
from casedesk.errors import InvalidInput, PackProblem
from casedesk.law.pack import Question
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_letters import LETTERS
from tests.documents.reading import body_text, opened, page_texts, squeezed
from tests.documents.templates import template

COMPLAINT = LETTERS["fr_plainte_woman"]
HERE = bytes(Path(__file__).parents[2])


def asking(*paragraphs: str, folder: Path, header: str = "", questions: tuple[Question, ...] = ()) -> LetterData:
    """A letter made from a template of a few lines."""
    file = folder / "essai.docx"
    file.write_bytes(template(*paragraphs, header=header))
    return replace(COMPLAINT, model=replace(COMPLAINT.model, template=file, questions=questions))


def question(fact: str, *, required: bool = True) -> Question:
    return Question(fact, f"Que vaut {fact} ?", "", required)


@pytest.mark.parametrize("letter", LETTERS)
def test_the_two_files_say_the_same(letter: str) -> None:
    made = render(LETTERS[letter])
    heads = repeated_heads(made.docx, made.pdf)
    assert squeezed(body_text(made.pdf)) == squeezed(body_of(made.docx)) or heads
    assert made.text == text_of(made.docx)
    with opened(made.pdf) as document:
        said = {key: value for key, value in document.get_metadata_dict().items() if value}
    assert said == {"Title": LETTERS[letter].model.title}


def repeated_heads(docx: bytes, pdf: bytes) -> bool:
    """Say whether the only difference is the head of a table, shown again on another page."""
    more = squeezed(body_text(pdf))
    for head in {squeezed(row.split("\t")) for row in body_of(docx).splitlines() if row.count("\t") >= 3}:
        first = more.find(head)
        more = more[: first + len(head)] + more[first + len(head) :].replace(head, "") if first >= 0 else more
    return more == squeezed(body_of(docx))


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_tells_nothing_of_the_machine_it_was_made_on(letter: str) -> None:
    docx = render_docx(LETTERS[letter])
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        inside = b"\n".join(archive.read(name) for name in archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for word in (b"python-docx", b"rsid", b"thumbnail", HERE, b"LibreOffice", b"attachedTemplate", b"<Company>"):
        assert word not in inside
    assert package_faults(docx) == ()


def test_the_same_data_give_the_same_bytes() -> None:
    assert render(COMPLAINT) == render(COMPLAINT)


def test_the_template_is_named_by_its_hash(tmp_path: Path) -> None:
    plain = asking("Bonjour", folder=tmp_path)
    assert faults_of(plain.model.template, tmp_path, None) == ()
    assert render(plain).template_sha256 == hashlib.sha256(plain.model.template.read_bytes()).hexdigest()


def test_a_clause_is_part_of_the_template_and_of_its_name(tmp_path: Path) -> None:
    calling = asking("{%p clause fin %}", folder=tmp_path)
    calling = replace(calling, model=replace(calling.model, clauses_folder=tmp_path / "clauses"))
    (tmp_path / "clauses").mkdir()
    names = []
    for text in ("Salutations.", "Meilleures salutations.", "Salutations."):
        (tmp_path / "clauses" / "fin.docx").write_bytes(template(text))
        made = render(calling)
        assert body_of(made.docx).strip() == text
        names.append(made.template_sha256)
    assert names[0] == names[2] != names[1]


def test_only_the_articles_the_text_names_are_kept() -> None:
    made = render(COMPLAINT)
    assert "article 226-8-1, alinéa 1, du Code pénal" in made.citations
    assert len(set(made.citations)) == len(made.citations)
    threats = render(LETTERS["fr_plainte_man"])
    assert "article 85, alinéa 2, du Code de procédure pénale" in made.citations
    assert "article 85, alinéa 2, du Code de procédure pénale" not in threats.citations


def test_a_required_question_without_an_answer_stops_the_letter_with_its_sentence() -> None:
    with pytest.raises(InvalidInput) as refusal:
        render(replace(COMPLAINT, person=replace(COMPLAINT.person, birth_place=" ")))
    assert refusal.value.field == "person.birth_place"
    assert "Où est-elle née" in refusal.value.sentence


WITHOUT: dict[str, dict[str, Any]] = {
    "answers.court_town": {"answers": {}},
    "person.given_name": {"person": replace(COMPLAINT.person, given_name="")},
    "person.born_on": {"person": replace(COMPLAINT.person, born_on=None)},
    "sender.name": {"sender": replace(COMPLAINT.sender, name="  ")},
    "sender.address": {"sender": replace(COMPLAINT.sender, address=("", " "))},
    "incident.when": {"incidents": (replace(COMPLAINT.incidents[0], when=None), *COMPLAINT.incidents[1:])},
    "incident.account_of_facts": {"incidents": ()},
    "content.url": {"incidents": (replace(COMPLAINT.incidents[0], contents=()),)},
    "offences": {"offences": ()},
    "exhibits": {"exhibits": ()},
    "addressee": {"addressee": None},
}


@pytest.mark.parametrize("fact", WITHOUT)
def test_every_kind_of_missing_answer_is_seen(fact: str) -> None:
    asked = question(fact)
    data = replace(COMPLAINT, model=replace(COMPLAINT.model, questions=(asked, question(fact, required=False))))
    assert unanswered(replace(data, **WITHOUT[fact])) == (asked,)


def test_zero_and_no_are_answers() -> None:
    first = replace(COMPLAINT.incidents[0], incapacity_days=0, online=False)
    asked = (question("incident.incapacity_days"), question("incident.online"))
    data = replace(COMPLAINT, incidents=(first,), model=replace(COMPLAINT.model, questions=asked))
    assert unanswered(data) == ()


def test_an_address_at_the_association_needs_no_other() -> None:
    person = replace(COMPLAINT.person, address=(), domiciled_at_association=True)
    data = replace(COMPLAINT, person=person, model=replace(COMPLAINT.model, questions=(question("person.address"),)))
    assert unanswered(data) == ()


def test_a_question_no_letter_knows_is_a_bug() -> None:
    with pytest.raises(LookupError):
        unanswered(replace(COMPLAINT, model=replace(COMPLAINT.model, questions=(question("colour"),))))


def test_a_template_that_asks_for_something_unknown_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackProblem) as problem:
        render_docx(asking("Bonjour {{ person.shoe_size }}", folder=tmp_path))
    assert (problem.value.file, problem.value.key) == ("essai.docx", "shoe_size")


def test_a_faulty_template_is_refused_with_its_place_and_cure(tmp_path: Path) -> None:
    with pytest.raises(PackProblem) as problem:
        render_docx(asking("Bonjour {{ today.upper() }}", folder=tmp_path))
    assert problem.value.file == "essai.docx"
    assert "near “Bonjour {{ today.upper() }}”" in problem.value.key
    assert "Keep to" in problem.value.expected


@pytest.mark.parametrize("line", ["{{ exhibits }}", "{% for one in minor %}x{% endfor %}"])
def test_a_template_that_misuses_what_it_is_told_is_named(line: str, tmp_path: Path) -> None:
    with pytest.raises(PackProblem) as problem:
        render_docx(asking(line, folder=tmp_path))
    assert problem.value.file == "essai.docx"


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    data = replace(COMPLAINT, model=replace(COMPLAINT.model, template=tmp_path / "absent.docx"))
    with pytest.raises(PackProblem) as problem:
        render(data)
    assert problem.value.file == "absent.docx"


def test_a_template_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    first = render_docx(asking("Un", folder=tmp_path))
    second = render_docx(asking("Deux", folder=tmp_path))
    assert body_of(first) != body_of(second)


def test_the_machinery_of_letters_is_loaded_at_the_first_letter_only() -> None:
    heavy = "import sys, casedesk.documents.letter, casedesk.cli.letter, casedesk.documents.pdf\n"
    heavy += "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml', 'reportlab'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


# fictional letters


def test_a_fictional_letter_is_marked_in_both_files_and_says_the_same() -> None:
    plain, marked = render(COMPLAINT), render(replace(COMPLAINT, fictional=True))
    assert marked.text == plain.text
    assert all(text.rstrip().endswith("FICTIF") for text in page_texts(marked.pdf))
    assert not any("FICTIF" in text for text in page_texts(plain.pdf))
    assert watermarks(marked.docx)
    assert not watermarks(plain.docx)


def test_a_fictional_letter_without_a_header_is_marked_too(tmp_path: Path) -> None:
    data = replace(asking("Bonjour", folder=tmp_path), fictional=True)
    assert watermarks(render_docx(data)) == 1
    assert watermarks(render_docx(replace(asking("Bonjour", folder=tmp_path, header="Tête"), fictional=True))) == 1


def watermarks(docx: bytes) -> int:
    opened_docx = Docx(docx)
    headers = opened_docx.related(opened_docx.main, "header")
    return sum(opened_docx.read(part).count(b'string="FICTIF"') for part in headers)
