"""`casedesk letter` as jurists and scripts use it."""

import argparse
import json
from pathlib import Path

import pytest

from casedesk import paths
from casedesk.cli import letter
from casedesk.errors import InvalidInput, NotFound, Unreachable
from tests.documents.templates import template


def run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    letter.register(parser.add_subparsers())
    options = parser.parse_args(["letter", *map(str, arguments)])
    return int(options.run(options))


def written(folder: Path, *paragraphs: str) -> Path:
    file = folder / "modèle.docx"
    file.write_bytes(template(*paragraphs))
    return file


def test_a_good_template_is_said_to_be_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", written(tmp_path, "Madame {{ person.full }},")) == 0
    assert capsys.readouterr().out == "No fault: letters can be made from this template.\n"


def test_each_fault_comes_with_its_place_and_its_cure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "Madame {{ name.upper() }},", "{{ _secret }}")
    assert run("check", file) == 1
    said = capsys.readouterr().out
    assert "body, near “Madame {{ name.upper() }},”" in said
    assert "    → Keep to {{ name }}, {% for %}, {% if %}; have the value prepared by the program." in said
    assert said.endswith("2 faults\n")


def test_faults_are_answered_in_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "{{ a + b }}")
    assert run("check", file, "--json") == 1
    (fault,) = json.loads(capsys.readouterr().out)[str(file)]
    assert set(fault) == {"place", "what", "cure"}


def test_a_file_that_is_no_document_is_a_fault_and_not_a_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.docx"
    file.write_text("pas un document")
    assert run("check", file) == 1
    assert "This file is not a .docx document." in capsys.readouterr().out


def test_a_file_that_is_not_there_or_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        run("check", tmp_path / "absent.docx")
    with pytest.raises(Unreachable):
        run("check", tmp_path)


def test_every_template_shipped_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = sorted(paths.packs().glob("*/letters/*.docx"))
    assert len(shipped) >= 5
    assert run("check", "--all", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {str(file): [] for file in shipped}


def test_a_template_may_be_checked_beside_those_shipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "{{ a + b }}")
    assert run("check", "--all", file) == 1
    assert capsys.readouterr().out.startswith(f"{file}\n")


SHEET = """
title = "Un essai"
group = "plateformes"
use = "Pour essayer."
reader = "{reader}"
signs = ["association"]
dossier = "eu_platforms 8.3"
questions = [{questions}]
clauses = [{clauses}]
citations = [{citations}]
"""
READ = 'text = "article 20 du règlement (UE) 2022/2065", source = "dsa", mark = "VERIFIED"'


def with_sheet(folder: Path, *paragraphs: str, reader: str = "authority", **lists: str) -> Path:
    lists = {"questions": "", "clauses": "", "citations": ""} | lists
    file = written(folder, *paragraphs)
    file.with_suffix(".toml").write_text(SHEET.format(reader=reader, **lists), encoding="utf-8")
    return file


def faults(file: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    run("check", file, "--json")
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)[str(file)]
    return found


def test_a_template_in_accord_with_its_sheet_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = with_sheet(
        tmp_path,
        "{{ answers.decision }}, {{ happened.platform_decision.when }}, selon l’article 20 du règlement (UE) 2022/2065",
        "{%p if clauses.keep %}",
        "Merci de conserver les données.",
        "{%p endif %}",
        questions='{ fact = "answers.decision", ask = "Laquelle ?", example = "celle du 3" }',
        clauses='{ id = "keep", title = "Conserver", why = "Les données s’effacent." }',
        citations=f"{{ {READ} }}",
    )
    assert faults(file, capsys) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ("{{ person.fulll }}", {}, "No letter is told “person.fulll”.", "Did you mean “person.full”?"),
        ("{{ exhibits[0].numbre }}", {}, "No letter is told “exhibits[].numbre”.", "“exhibits[].number”?"),
        ("{% for x in exhibit %}{{ x }}{% endfor %}", {}, "No letter is told “exhibit”.", "“exhibits”?"),
        ("{{ happened.platform_decison.when }}", {}, "told “happened.platform_decison.when”", "platform_decision"),
        ("{{ exhibits }}", {}, "“exhibits” is not a text", "{%p for … in … %}"),
        ("{{ person }}", {}, "“person” is not a text", "parts"),
        ("{% for x in today %}x{% endfor %}", {}, "“today” is not a list", "list of variables"),
        ("{{ answers.decision }}", {}, "the sheet asks no such question", 'fact = "answers.decision"'),
        ("{% if clauses.keep %}x{% endif %}", {}, "the sheet has no such clause", 'id = "keep"'),
        ("{%p clause nothing %}", {}, "not in the folder of clauses", "Mend the clause"),
        ("x", {"questions": '{ fact = "answers.a", ask = "a", example = "b" }'}, "never uses the", "{{ answers.a }}"),
        ("x", {"clauses": '{ id = "keep", title = "a", why = "b" }'}, "“keep” is offered", "{%p clause keep %}"),
        ("x", {"citations": f"{{ {READ} }}"}, "never names it", "Take it out"),
        ("{{ domicile.line }}", {"reader": "other_side"}, "may not be told “domicile.line”", "reader"),
        ("{{ person.address[0] }}", {"reader": "other_side"}, "may not be told “person.address[]”", "reader"),
    ],
)  # fmt: skip
def test_what_a_template_and_its_sheet_disagree_on_is_a_fault(
    wrong: tuple[str, dict[str, str], str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line, lists, what, cure = wrong
    (fault,) = faults(with_sheet(tmp_path, line, **lists), capsys)
    assert what in fault["what"]
    assert cure in fault["cure"]
    assert fault["place"]


def test_a_sheet_that_cannot_be_read_is_a_fault_beside_those_of_the_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = with_sheet(tmp_path, "{{ person.fulll }}", reader="nobody at all")
    sheet, template_fault = faults(file, capsys)
    assert sheet["place"] == "modèle.toml"
    assert "reader" in sheet["what"]
    assert "person.fulll" in template_fault["what"]


def test_a_template_may_call_the_clauses_of_the_country_it_lies_under(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ml").mkdir()
    (there,) = faults(written(tmp_path / "ml", "{%p clause au_pole %}"), capsys)
    assert "style" in there["what"]  # it was found: only its style is not in this plain template
    (elsewhere,) = faults(written(tmp_path, "{%p clause au_pole %}"), capsys)
    assert "not in the folder" in elsewhere["what"]
    assert run("check", written(tmp_path, "{%p clause au_pole %}"), "--jurisdiction", "ml") == 1
    assert "not in the folder" not in capsys.readouterr().out
    with pytest.raises(NotFound):
        run("check", written(tmp_path, "x"), "--jurisdiction", "xx")


def test_nothing_to_check_is_a_sentence() -> None:
    with pytest.raises(InvalidInput, match="--all"):
        run("check")


def test_the_letters_of_one_country_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--jurisdiction", "fr") == 0
    said = capsys.readouterr().out
    assert "fr · plainte_simple\n" in said
    assert "ml ·" not in said


def test_all_letters_are_listed_in_json_with_their_questions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {(one["jurisdiction"], one["id"]) for one in told} >= {("fr", "notification_dsa"), ("ml", "plainte_pole")}
    complaint = next(one for one in told if one["id"] == "plainte_simple")
    assert complaint["records"] == "complaint_prosecutor"
    assert complaint["group"] == "plainte"
    assert complaint["signs"] == ["person"]
    assert len(complaint["sha256"]) == 64
    assert {"use", "reader", "dossier", "addressee", "clauses", "answers", "received", "reminder"} <= set(complaint)
    assert {"text", "source", "mark"} == set(complaint["citations"][0])
    assert any(question["required"] and question["fact"] == "person.born_on" for question in complaint["questions"])


def test_a_country_that_has_no_pack_is_a_sentence() -> None:
    with pytest.raises(NotFound, match="fr"):
        run("list", "--jurisdiction", "xx")
