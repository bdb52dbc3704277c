"""Which language the command line speaks."""

from pathlib import Path

import pytest

from casedesk.cli import main
from tests.law.small_pack import write

ASKED = ["law", "count", "--regime", "limitation", "--from", "2026-08-21", "--for", "P3M"]


@pytest.mark.parametrize(
    ("surroundings", "words"),
    [
        ({}, "Dernier jour"),
        ({"LANG": "C.UTF-8"}, "Dernier jour"),
        ({"LANG": "fr_ML.UTF-8"}, "Dernier jour"),
        ({"LANG": "de_DE.UTF-8"}, "Dernier jour"),
        ({"LANG": "en_GB.UTF-8"}, "Last day"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US"}, "Last day"),
    ],
)
def test_french_is_spoken_unless_the_computer_speaks_english(
    surroundings: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert main(ASKED) == 0
    assert words in capsys.readouterr().out


def test_the_language_asked_for_wins(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert main(["--language", "en", *ASKED]) == 0
    assert "Last day" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('trigger = "offence"', 'trigger = "jugement"', "trigger: un de ces mots est attendu"),
        ('doubts = ["D1"]', 'doubts = ["D9"]', "doubts: 'D9' n’est pas connu\u00a0: doute"),
        ("due = 2026-11-21", "due = 2026-11-22", "le programme trouve 2026-11-21, et non 2026-11-22"),
    ],
)
def test_a_jurist_is_told_in_french_what_to_mend_and_where(
    old: str, new: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "deadlines.toml", old, new)
    assert main(["--language", "fr", "law", "check", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "zz/deadlines.toml · limit · " in printed
    assert words in printed
