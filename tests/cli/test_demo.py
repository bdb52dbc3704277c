"""`casedesk demo`, as a script on a computer without a screen runs it."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from casedesk import paths
from casedesk.cli import main
from casedesk.law.load import load_packs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    out = tmp_path_factory.mktemp("demo") / "out"
    surroundings = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    ran = subprocess.run(
        [sys.executable, "-m", "casedesk", "--language", "fr", "demo", "--out", str(out), "--json"],
        capture_output=True,
        text=True,
        env=surroundings | {"HOME": str(out.parent), "PYTHONPATH": str(ROOT)},
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    return out, json.loads(ran.stdout)


def _files(written: tuple[Path, dict[str, object]]) -> list[str]:
    files = written[1]["files"]
    assert isinstance(files, list)
    return [str(one) for one in files]


def test_every_file_listed_is_there(written: tuple[Path, dict[str, object]]) -> None:
    assert all((written[0] / file).stat().st_size for file in _files(written))


def test_every_letter_of_the_catalogue_comes_in_both_forms(written: tuple[Path, dict[str, object]]) -> None:
    letters = {Path(file).name for file in _files(written) if file.startswith("letters/")}
    packs = load_packs(paths.packs()).values()
    names = {f"{pack.id}-{model}.{form}" for pack in packs for model in pack.letters for form in ("docx", "pdf")}
    assert letters == names


def test_every_page_of_every_letter_is_marked_fictional(written: tuple[Path, dict[str, object]]) -> None:
    for path in sorted((written[0] / "letters").glob("*.pdf")):
        document = pypdfium2.PdfDocument(path.read_bytes())
        assert all("FICTIF" in page.get_textpage().get_text_bounded() for page in document), path.name
        document.close()


def test_the_dates_are_told_with_their_reason_and_their_mark(written: tuple[Path, dict[str, object]]) -> None:
    text = (written[0] / "dates.md").read_text(encoding="utf-8")
    assert text.count("\n## ") >= 12
    for words in ("fictif", "Ce jour ne compte pas", "revu le", "à confirmer"):
        assert words in text, words
    assert "{" not in text


def test_each_main_screen_is_pictured_in_both_looks(written: tuple[Path, dict[str, object]]) -> None:
    screens = [file for file in _files(written) if file.endswith(".png")]
    assert len({name for name in screens if "light" in name}) == len({name for name in screens if "dark" in name}) >= 10


def test_a_folder_taken_by_something_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "fictional.casedesk"
    taken.write_text("not ours")
    assert main(["--language", "en", "demo", "--out", str(tmp_path), "--today", date(2026, 11, 22).isoformat()]) == 2
    assert "something else" in capsys.readouterr().err
    assert taken.read_text() == "not ours"
