"""`casedesk workspace` as a script runs it."""

import argparse
import getpass
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from casedesk.cli import main
from casedesk.cli import workspace as workspace_command
from casedesk.errors import InvalidInput, Locked, Unreachable
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.store.factories import save_exhibit

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command as `python -m casedesk` would, with a passphrase on the standard input."""
    parser = argparse.ArgumentParser()
    workspace_command.register(parser.add_subparsers())

    def run_one(*arguments: str, typed: str = PASSPHRASE) -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        options = parser.parse_args(["workspace", *arguments, "--passphrase-stdin"])
        return int(options.run(options))

    return run_one


def test_a_workspace_made_by_the_command_opens_and_verifies(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "w"
    assert run("create", str(folder), "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert made["folder"] == str(folder)
    with Workspace.recover(folder, made["recovery_key"]) as workspace:
        name = save_exhibit(workspace, "Mésange", b"capture")
    assert run("verify", str(folder), "--json") == 0
    verdict = json.loads(capsys.readouterr().out)
    assert verdict == {"sound": True, "saved": 1, "journal_entries": 1, "sealed_files": 1, "orphans": 0, "problems": []}
    (folder / "a" / name[:2] / f"{name}.age").write_bytes(b"")
    assert run("verify", str(folder), "--json") == 1
    verdict = json.loads(capsys.readouterr().out)
    assert not verdict["sound"]
    assert name in verdict["problems"][0]


def test_the_command_speaks_in_sentences(
    workspace: Workspace, tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("create", str(tmp_path / "w")) == 0
    said = capsys.readouterr().out
    assert "will not be shown again" in said
    assert re.search(r"(?:[0-9A-Z]{4}-){8}[0-9A-Z]{2}", said)
    assert PASSPHRASE not in said
    save_exhibit(workspace, "Mésange", b"capture")
    workspace.close()
    assert run("verify", str(workspace.folder)) == 0
    said = capsys.readouterr().out
    assert "1 sealed file.\n" in said
    assert "Everything is as it was saved." in said


@pytest.mark.parametrize(
    ("part", "typed", "remedy"),
    [
        ("create", "soleil", InvalidInput),
        ("create", PASSPHRASE, InvalidInput),
        ("verify", "pas cette phrase", Locked),
        ("verify", "", Locked),
    ],
)
def test_a_refusal_is_one_of_the_remedies(
    workspace: Workspace, run: Run, part: str, typed: str, remedy: type[Exception]
) -> None:
    workspace.close()
    with pytest.raises(remedy):
        run(part, str(workspace.folder), typed=typed)


def test_a_damaged_workspace_is_a_sentence(workspace: Workspace, run: Run) -> None:
    workspace.close()
    (workspace.folder / "data.db").write_bytes(bytes(50_000))
    with pytest.raises(Unreachable, match=r"data\.db"):
        run("verify", str(workspace.folder))


def test_a_person_at_the_keyboard_types_twice_or_takes_the_proposed_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = argparse.ArgumentParser()
    workspace_command.register(parser.add_subparsers())
    typed: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda _question: typed.pop(0))  # the terminal itself

    def create(name: str, *words: str) -> int:
        typed.extend(words)
        options = parser.parse_args(["workspace", "create", str(tmp_path / name)])
        return int(options.run(options))

    with pytest.raises(InvalidInput, match="differ"):
        create("w", PASSPHRASE, PASSPHRASE + "s")
    with pytest.raises(InvalidInput, match="at least"):
        create("w", "soleil")
    assert not (tmp_path / "w").exists()
    capsys.readouterr()
    assert create("typed", PASSPHRASE, PASSPHRASE) == 0
    Workspace.open(tmp_path / "typed", PASSPHRASE).close()
    capsys.readouterr()
    assert create("proposed", "") == 0
    proposed = capsys.readouterr().err.strip().removeprefix("Proposed passphrase: ")
    assert len(proposed.split()) == 7
    Workspace.open(tmp_path / "proposed", proposed).close()


def test_a_keyboard_that_ends_before_a_passphrase_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", ended)
    assert main(["--language", "en", "workspace", "verify", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "No passphrase was typed. Type it on the keyboard, or give it on the standard input.\n"
    )


def test_interrupting_a_command_shows_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", interrupted)
    assert main(["workspace", "verify", str(tmp_path)]) == 130
    assert capsys.readouterr().err == ""
