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
    assert run("check", written(tmp_path, "Madame {{ name }},")) == 0
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
    assert any(question["required"] and question["fact"] == "person.born_on" for question in complaint["questions"])


def test_a_country_that_has_no_pack_is_a_sentence() -> None:
    with pytest.raises(NotFound, match="fr"):
        run("list", "--jurisdiction", "xx")
