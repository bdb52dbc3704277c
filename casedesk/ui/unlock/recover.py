"""Opening the workspace with the recovery key on paper."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form


class Recover(Form):
    """Asks for the groups of the sheet."""

    leaving = Signal()

    back: QPushButton
    typed: QLineEdit
    problem: QLabel
    open_it: QPushButton

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = folder
        self.problem.hide()
        self.back.clicked.connect(self.leaving)
        self.open_it.clicked.connect(self.on_open)
        self.typed.returnPressed.connect(self.on_open)

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.typed

    def on_open(self) -> None:
        """Try the key."""
        self.open_it.setEnabled(False)
        self.problem.hide()
        self._desk.recover(self._folder, self.typed.text(), self.on_refused)

    def on_refused(self, error: CasedeskError) -> None:
        """Say why it did not open."""
        self.open_it.setEnabled(True)
        self.problem.setText(error.sentence)
        self.problem.show()
        self.typed.setFocus()
