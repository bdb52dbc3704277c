"""The association's own letters stand beside those shipped; one that cannot be used spoils nothing."""

import os
import sys
from pathlib import Path

import pytest

from casedesk.errors import PackProblem, Unreachable
from casedesk.law.load import load_pack
from casedesk.law.load_letters import with_own_letters
from casedesk.law.pack import Pack
from tests.law.small_pack import FILES, write

SHEET = FILES["letters/plainte.toml"]


def _own(folder: Path, **sheets: str) -> Path:
    (folder / "zz").mkdir(parents=True)
    for name, sheet in sheets.items():
        (folder / "zz" / f"{name}.toml").write_text(sheet, encoding="utf-8")
    return folder


def _with(tmp_path: Path, **sheets: str) -> Pack:
    pack = load_pack(write(tmp_path / "shipped"))
    return with_own_letters({"zz": pack}, _own(tmp_path / "own", **sheets))["zz"]


def test_an_own_letter_is_one_of_the_jurisdiction_and_shares_its_questions_and_clauses(tmp_path: Path) -> None:
    pack = _with(tmp_path, remerciement=SHEET.replace('title = "Plainte"', 'title = "Remerciement"'))
    letter = pack.letters["remerciement"]
    assert letter.title == "Remerciement"
    assert letter.template == tmp_path / "own" / "zz" / "remerciement.docx"
    assert letter.clauses_folder == pack.folder / "clauses"
    assert letter.questions[0].ask == "Quel est son prénom ?"
    assert set(pack.letters) == {"plainte", "notice", "remerciement"}
    assert pack.refused == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("plainte", "", "", "already taken"),
        ("autre", 'addressee = "parquet"', 'addressee = "juge"', "not a known"),
        ("autre", 'reader = "authority"', "", "reader"),
        ("autre", "title", "[[", "TOML"),
        ("autre", 'mark = "VERIFIED"', 'mark = "UNVERIFIED"', "not read"),
    ],
)
def test_an_own_letter_that_cannot_be_used_is_left_out_and_said(
    tmp_path: Path, name: str, old: str, new: str, says: str
) -> None:
    pack = _with(tmp_path, bon=SHEET, **{name: SHEET.replace(old, new, 1)})
    assert set(pack.letters) == {"plainte", "notice", "bon"}
    (refusal,) = pack.refused
    assert isinstance(refusal, PackProblem)
    assert says in str(refusal)


@pytest.mark.parametrize(
    "fact", ["person.case_id", "person.role", "incident.case_id", "sender.jurisdiction", "person.__class__", "nobody"]
)
def test_an_own_letter_asks_nothing_that_would_be_written_where_no_answer_belongs(tmp_path: Path, fact: str) -> None:
    pack = _with(
        tmp_path,
        autre=SHEET.replace(
            '{ fact = "person.given_name", required = false }', f'{{ fact = "{fact}", ask = "?", example = "x" }}'
        ),
    )
    (refusal,) = pack.refused
    assert f"'{fact}' is not a known fact" in str(refusal)


def test_an_own_letter_to_a_platform_is_read_by_the_other_side(tmp_path: Path) -> None:
    pack = _with(tmp_path, autre=SHEET.replace('addressee = "parquet"', 'addressee = "platform"'))
    (refusal,) = pack.refused
    assert "other_side" in str(refusal)


@pytest.mark.parametrize(
    "sheet",
    [
        SHEET + "#" * 500_000,
        "a" + ".a" * 100_000 + " = 1",
        "a = 1" + "0" * 10_000,
        "a = " + "[" * 100_000,
    ],
    ids=["large", "long key", "long number", "deep"],
)
def test_an_own_letter_that_would_hold_up_the_desk_is_refused_at_once(tmp_path: Path, sheet: str) -> None:
    pack = _with(tmp_path, bon=SHEET, autre=sheet)
    assert "bon" in pack.letters
    (refusal,) = pack.refused
    assert "TOML" in str(refusal)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_in_the_folder_of_own_letters_is_never_waited_for(tmp_path: Path) -> None:
    own = _own(tmp_path / "own", bon=SHEET)
    os.mkfifo(own / "zz" / "autre.toml")
    pack = with_own_letters({"zz": load_pack(write(tmp_path / "shipped"))}, own)["zz"]
    assert "bon" in pack.letters
    assert isinstance(pack.refused[0], Unreachable)


def test_a_jurisdiction_without_own_letters_is_left_as_it_is(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path))
    assert with_own_letters({"zz": pack}, tmp_path / "nowhere")["zz"] is pack
