"""What is said when the fault is ours: versions and stack only, nothing of any case."""

import logging
import platform
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from casedesk.translate import _
from casedesk.ui import fonts

log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """Write versions and stack: files, lines and functions, and the error's class, never its words or values."""
    try:
        ours = version("casedesk")
    except PackageNotFoundError:
        ours = "?"
    frames = traceback.extract_tb(error.__traceback__)
    stack = "\n".join(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
    versions = f"casedesk {ours} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
    return f"{versions}\n{type(error).__name__}\n{stack}"


def _place(file: str) -> str:
    """Name a file of the program or of a library, never the folder of whoever installed it."""
    parts = Path(file).parts
    starts = [place for place, part in enumerate(parts) if part in {"casedesk", "site-packages"}]
    return "/".join(parts[starts[-1] :] if starts else parts[-1:])


class Crash(QObject):
    """Shows one report at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open = False

    def show_error(self, error: Exception) -> None:
        """Log the report, and show it so that it can be copied."""
        text = report(error)
        log.error("%s", text)
        if self._open:
            return
        self._open = True
        dialog = self.dialog(text)
        dialog.finished.connect(self.on_closed)
        dialog.open()

    def dialog(self, text: str) -> QDialog:
        """Make the dialog."""
        dialog = QDialog(self._window)
        dialog.setWindowTitle("casedesk")
        dialog.setMinimumWidth(560)
        words = QLabel(
            _(
                "Something went wrong in casedesk; what was saved is safe. Copy the text below to the people who keep "
                "the program: it says where it broke, and nothing about any case."
            )
        )
        words.setWordWrap(True)
        words.setFont(fonts.font(fonts.Role.BODY))
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(_("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(dialog.reject)
        layout = QVBoxLayout(dialog)
        layout.setSpacing(12)
        for part in (words, shown, buttons):
            layout.addWidget(part)
        return dialog

    def on_closed(self) -> None:
        """Let the next one show."""
        self._open = False
