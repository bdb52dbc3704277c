"""A caseworker at the real window: from an empty computer to a complaint on paper, and nothing left in the clear."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from casedesk.documents.text import text_of
from tests.walkthrough.told import ACCOUNT_OF_FACTS, ADDRESS, CANARIES, COURT, FAMILY_NAME, GIVEN_NAME, HANDLE, POST

ROOT = Path(__file__).resolve().parents[2]
EXPORTED = "out"


@dataclass(frozen=True)
class Afternoon:
    """What the session said, and the only folder it could write to."""

    said: dict[str, object]
    printed: str
    folder: Path

    @property
    def exported(self) -> list[Path]:
        """The files she chose to save."""
        return sorted((self.folder / "work" / EXPORTED).iterdir())

    def left_behind(self) -> Iterator[Path]:
        """Everything else on the disk."""
        exported = set(self.exported)
        return (path for path in self.folder.rglob("*") if path.is_file() and path not in exported)


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Afternoon:
    folder = tmp_path_factory.mktemp("afternoon")
    for name in ("home", "temp", "work"):
        (folder / name).mkdir()
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "COV_"))}
    surroundings |= {
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "temp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.walkthrough.session", str(folder / "work")],
        capture_output=True,
        text=True,
        env=surroundings,
        cwd=folder / "work",
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return Afternoon(json.loads(ran.stdout), ran.stderr, folder)


def test_a_pasted_link_becomes_a_complaint_in_both_forms(afternoon: Afternoon) -> None:
    docx, pdf = afternoon.exported
    assert (docx.suffix, pdf.suffix) == (".docx", ".pdf")
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    printed = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    for text in (text_of(docx.read_bytes()), printed):
        flat = " ".join(text.split())
        for words in (GIVEN_NAME, FAMILY_NAME.upper(), HANDLE, COURT, "226-8-1", "plainte contre X"):
            assert words in flat, words
        assert POST in flat.replace(" ", "")
        assert " ".join(ACCOUNT_OF_FACTS.split())[:40] in flat


def test_her_own_address_stays_where_she_wrote_it_when_it_was_asked_for(afternoon: Afternoon) -> None:
    assert ADDRESS in text_of(afternoon.exported[0].read_bytes())


def test_the_names_of_saved_files_say_nothing(afternoon: Afternoon) -> None:
    for path in afternoon.exported:
        assert not any(canary.lower() in path.name.lower() for canary in CANARIES)


def test_window_titles_say_nothing(afternoon: Afternoon) -> None:
    assert set(afternoon.said["titles"]) <= {"casedesk", ""}  # type: ignore[call-overload]


def test_nothing_was_printed_or_logged(afternoon: Afternoon) -> None:
    assert afternoon.printed == ""


@pytest.mark.parametrize("canary", CANARIES)
def test_what_she_told_is_nowhere_in_the_clear(afternoon: Afternoon, canary: str) -> None:
    forms = [canary.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
    found = [
        path.relative_to(afternoon.folder).as_posix()
        for path in afternoon.left_behind()
        if canary.lower() in path.name.lower() or any(form in path.read_bytes() for form in forms)
    ]
    assert found == []


def test_the_passphrase_is_nowhere_on_the_disk(afternoon: Afternoon) -> None:
    words = str(afternoon.said["passphrase"]).encode()
    assert [path for path in afternoon.left_behind() if words in path.read_bytes()] == []


def test_the_search_finds_what_is_in_the_clear(afternoon: Afternoon, tmp_path: Path) -> None:
    assert list(afternoon.left_behind()), "nothing was searched"
    assert any(path.name == "data.db" for path in afternoon.left_behind())
