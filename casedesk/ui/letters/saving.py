"""Both files of a letter, saved where the person chooses under a name that says nothing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from casedesk.errors import CasedeskError, Unreachable
from casedesk.progress import Progress
from casedesk.queries.letter_draft import LetterDraft
from casedesk.translate import _
from casedesk.ui.desk import Desk


def neutral_name(draft: LetterDraft) -> str:
    """Name the files by their model and the letter's own random mark: no name, no case."""
    return f"{draft.model.id}-{draft.letter_id[:6]}"


def save(
    parent: QWidget,
    desk: Desk,
    draft: LetterDraft,
    then: Callable[[str], None],
    failed: Callable[[CasedeskError], None],
) -> None:
    """Ask for a folder, then write both files off the UI thread; `then` receives their name."""
    title = _("Folder for both files. Copies outside casedesk are not protected.")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
    if chosen:
        write(desk, draft, Path(chosen), then, failed)


def write(
    desk: Desk,
    draft: LetterDraft,
    folder: Path,
    then: Callable[[str], None],
    failed: Callable[[CasedeskError], None],
) -> None:
    """Write both files into `folder`; `then` receives their name."""
    name = neutral_name(draft)

    def job(_progress: Progress) -> str:
        files = {f"{name}.docx": draft.docx_sealed_as, f"{name}.pdf": draft.pdf_sealed_as}
        try:
            for file, sealed in files.items():
                (folder / file).write_bytes(desk.unseal(sealed))
        except OSError as error:
            raise Unreachable(
                _("The files could not be written in this folder. Choose another one, or free some space.")
            ) from error
        return name

    desk.run(job, then, failed)
