"""Both files of a letter on the disk: whole, or what stood there before."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from casedesk.errors import CasedeskError
from casedesk.ui.letters.saving import Sealed, write
from tests.ui.case_bench import CaseBench


def test_a_save_that_fails_leaves_the_files_of_an_earlier_one_as_they_were(
    bench: CaseBench, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = Sealed("plainte_simple", "0123456789", bench.desk.seal(b"first docx"), bench.desk.seal(b"first pdf"))
    folder = tmp_path / "chosen"
    folder.mkdir()
    saved: list[tuple[str, ...]] = []
    failed: list[CasedeskError] = []
    write(bench.desk, [letter], folder, saved.append, failed.append)
    qtbot.waitUntil(lambda: bool(saved))
    again = Sealed("plainte_simple", "0123456789", bench.desk.seal(b"second docx"), "not-sealed")
    write(bench.desk, [again], folder, saved.append, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert sorted(file.name for file in folder.iterdir()) == [
        "plainte_simple-012345.docx",
        "plainte_simple-012345.pdf",
    ]
    assert (folder / "plainte_simple-012345.docx").read_bytes() == b"first docx"
