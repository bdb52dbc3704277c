"""What the command line tells of the law, under packs whose every text is marked in their files."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from casedesk.law.pack import Clock, Pack
from tests.marks.marked import AIM, SIGN
from tests.marks.shown import Piece, plain
from tests.marks.words import MARK, posing_as_law, unmarked

ROOT = Path(__file__).resolve().parents[2]
ALL = """
import casedesk, json, sys
from casedesk.cli import main
assert casedesk.__file__.startswith(sys.argv[1]), casedesk.__file__
for call in json.loads(sys.argv[2]):
    print("\\x1e", end="")
    assert main(call) == 0, call
"""
CITED = re.compile(r'\{ ?text = "(?P<text>[^"]*)", source = "(?P<source>\w+)", mark = "\w+" ?\}')
LETTERS = "letters"  # a letter that cited an unread text would be refused
Told = dict[str, object]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program whose packs were read by nobody."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("casedesk", "i18n", "legal_templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    changed = 0
    unread = rf'{{ text = "{SIGN}\g<text>", source = "\g<source>", mark = "SECONDARY" }}'
    for file in (folder / "legal_templates").rglob("*.toml"):
        if LETTERS not in file.parts:
            text, count = CITED.subn(unread, file.read_text(encoding="utf-8"))
            if "deadlines" in file.parts:
                text = re.sub(r'^title = "', f'title = "{SIGN}', text, flags=re.MULTILINE)
            file.write_text(text, encoding="utf-8")
            changed += count
    assert changed > 500
    return folder


def run(copy: Path, *calls: list[str]) -> list[str]:
    """Give what each call prints."""
    told = subprocess.run(
        [sys.executable, "-c", ALL, str(copy), json.dumps([["--language", "fr", *call] for call in calls])],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PYTHONIOENCODING": "utf-8", "HOME": str(copy), "PATH": ""},
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.split("\x1e")[1:]


def asked(packs: Mapping[str, Pack]) -> list[list[str]]:
    """Ask a rule of each kind of clock in each country; then some of them as if the day were not known."""
    calls = []
    for pack in packs.values():
        kinds = {rule.clock: rule for rule in pack.rules.values() if rule.trigger.value != "law_date"}
        for rule in kinds.values():
            call = ["law", "due", "--jurisdiction", pack.id, "--rule", rule.id, "--today", "2026-11-21"]
            calls.append([*call, "--on", "2026-11-02"])
    return [*calls, *(call[:-2] for call in calls[::4])]


def test_a_date_asked_of_the_law_is_told_with_its_mark(copy: Path, packs: Mapping[str, Pack]) -> None:
    calls = asked(packs)
    told = [Piece(" ".join(call), plain(text)) for call, text in zip(calls, run(copy, *calls), strict=True)]
    assert all(SIGN in piece.text for piece in told)
    assert unmarked(told) == []


def test_a_target_asked_of_the_law_is_never_told_as_law(packs: Mapping[str, Pack]) -> None:
    targets = [
        ["law", "due", "--jurisdiction", pack.id, "--rule", rule.id, "--on", "2026-11-02"]
        for pack in packs.values()
        for rule in pack.rules.values()
        if rule.clock is Clock.TARGET
    ]
    targets += [call[:-2] for call in targets[::3]]
    told = [plain(text).split("À trancher")[0] for text in run(ROOT, *targets)]
    assert told
    assert [text for text in told if "objectif" not in text.lower()] == []
    assert posing_as_law(Piece("target", AIM + text) for text in told) == []


def test_the_rules_are_listed_each_with_its_mark(copy: Path) -> None:
    (text,) = run(copy, ["law", "rules"])
    rules = [Piece("law rules", plain(one)) for one in re.split(r"\n(?=\w)", text)]
    assert len(rules) > 100
    assert unmarked(rules) == []


def objects(told: object) -> Iterator[Told]:
    """Go through everything JSON tells, from the outside in."""
    if isinstance(told, dict):
        yield told
    for part in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from objects(part)


def test_what_is_told_in_json_has_its_mark_beside_it(copy: Path, packs: Mapping[str, Pack]) -> None:
    calls = [["law", "rules", "--json"], ["law", "check", "--json"], ["letter", "list", "--json"]]
    calls += [[*call, "--json"] for call in asked(packs)[::4]]
    seen = 0
    for text in run(copy, *calls):
        for one in objects(json.loads(text)):
            if any(isinstance(value, str) and SIGN in value for value in one.values()):
                marks = {found["mark"] for found in objects(one) if "mark" in found}
                in_words = [value for value in one.values() if isinstance(value, str) and MARK.search(value)]
                assert marks == {"SECONDARY"} or in_words, one
                seen += 1
    assert seen > 200
