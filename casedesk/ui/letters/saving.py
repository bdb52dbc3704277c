"""Both files of each letter, saved where the person chooses under a name that says nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from casedesk.errors import CasedeskError, Unreachable
from casedesk.progress import Progress
from casedesk.translate import _
from casedesk.ui.desk import Desk

_UNFINISHED = ".part"

Then = Callable[[tuple[str, ...]], None]
Failed = Callable[[CasedeskError], None]


@dataclass(frozen=True, slots=True)
class Sealed:
    """An issued letter: its model, its id, both its files as they are kept."""

    model: str
    letter_id: str
    docx: str
    pdf: str

    @property
    def name(self) -> str:
        """Name the files by their model and the letter's own random mark: no name, no case."""
        return f"{self.model}-{self.letter_id[:6]}"


def save(parent: QWidget, desk: Desk, letters: Sequence[Sealed], then: Then, failed: Failed) -> None:
    """Ask for a folder, then write the files off the UI thread; `then` receives their names."""
    title = _("Folder for the files. Copies outside casedesk are not protected.")
    options = QFileDialog.Option.ShowDirsOnly | QFileDialog.Option.DontUseNativeDialog  # a system's own remembers it
    chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()), options)
    if chosen:
        write(desk, letters, Path(chosen), then, failed)


def write(desk: Desk, letters: Sequence[Sealed], folder: Path, then: Then, failed: Failed) -> None:
    """Write the files into `folder`; `then` receives their names.

    Stopping, or a full disk, leaves none of them, and what stood there before as it was.
    """

    def job(progress: Progress) -> tuple[str, ...]:
        written: list[Path] = []
        try:
            for done, letter in enumerate(letters):
                progress.step(done, len(letters), _("Saving the files"))
                for sealed, kind in ((letter.docx, "docx"), (letter.pdf, "pdf")):
                    file = folder / f"{letter.name}.{kind}{_UNFINISHED}"
                    content = desk.unseal(sealed)
                    written.append(file)
                    file.write_bytes(content)
            for file in written:
                file.replace(file.with_suffix(""))
        except OSError as error:
            _remove(written)
            raise Unreachable(
                _("The files could not be written in this folder. Choose another one, or free some space.")
            ) from error
        except BaseException:
            _remove(written)
            raise
        return tuple(letter.name for letter in letters)

    desk.run(job, then, failed)


def _remove(files: Sequence[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
