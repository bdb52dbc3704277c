"""Opening the workspace with a passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casedesk.errors import CasedeskError
from casedesk.translate import _
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.widgets.passphrase_field import PassphraseField


class Unlock(Form):
    """Asks for the passphrase of the last folder, or welcomes the first time."""

    creating = Signal()
    recovering = Signal(object)  # the folder
    trying = Signal()

    title: QLabel
    lead: QLabel
    opening: QWidget
    beginning: QWidget
    others: QWidget
    passphrase: PassphraseField
    notice: QLabel
    problem: QLabel
    problem_finding: QLabel
    open_it: QPushButton
    with_key: QPushButton
    create_first: QPushButton
    find_one: QPushButton
    where: QLabel
    elsewhere: QPushButton
    create_other: QPushButton
    try_it: QPushButton

    def __init__(self, desk: Desk, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = folder
        self.open_it.clicked.connect(self.on_open)
        self.passphrase.returnPressed.connect(self.on_open)
        self.passphrase.textEdited.connect(self.problem.hide)
        self.passphrase.capitals.connect(self.notice.setVisible)
        self.with_key.clicked.connect(self.on_recover)
        self.create_first.clicked.connect(self.creating)
        self.create_other.clicked.connect(self.creating)
        self.find_one.clicked.connect(self.on_find)
        self.elsewhere.clicked.connect(self.on_find)
        self.try_it.clicked.connect(self.on_try)
        self.problem.hide()
        self.problem_finding.hide()
        self.notice.hide()
        self.show_folder(folder)

    @property
    def folder(self) -> Path | None:
        """The folder that would be opened."""
        return self._folder

    def show_folder(self, folder: Path | None) -> None:
        """Show which folder would be opened; None is the first time."""
        self._folder = folder
        for room in (self.opening, self.others):
            room.setVisible(folder is not None)
        self.beginning.setVisible(folder is None)
        self.say()

    def say(self) -> None:
        """Word the page."""
        self.notice.setText(_("Capitals seem to be locked."))
        if self._folder is None:
            self.title.setText(_("Welcome"))
            self.lead.setText(_("casedesk keeps the cases of an association, their evidence, their dates and letters."))
        else:
            self.title.setText(_("Open the workspace"))
            self.lead.setText(_("The cases appear once the passphrase is typed."))
            self.where.setText(_("Folder: {folder}").format(folder=shortened(self._folder)))

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.create_first if self._folder is None else self.passphrase

    def on_open(self) -> None:
        """Try the passphrase."""
        if self._folder is None or not self.open_it.isEnabled():
            return
        if not self.passphrase.text():
            self.show_problem(_("Type the passphrase of this workspace."))
            return
        self._wait(waiting=True)
        self._desk.open(self._folder, self.passphrase.text(), self.on_refused)

    def on_refused(self, error: CasedeskError) -> None:
        """Say why it did not open, and let her try again."""
        self._wait(waiting=False)
        self.show_problem(error.sentence)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def on_recover(self) -> None:
        """Go to the recovery key."""
        self.recovering.emit(self._folder)

    def on_find(self) -> None:
        """Choose another folder."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the workspace"), str(self._folder or Path.home()))
        if chosen:
            self.problem.hide()
            self.show_folder(Path(chosen))
            self.passphrase.setFocus()

    def on_try(self) -> None:
        """Go and open the fictional association; it takes a moment to be made."""
        self.try_it.setEnabled(False)
        self.try_it.setText(_("The fictional association is being prepared…"))
        self.trying.emit()

    def show_problem(self, sentence: str) -> None:
        """Show a sentence under what was asked."""
        self._rest()
        label = self.problem_finding if self._folder is None else self.problem
        label.setText(sentence)
        label.show()

    def forget(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.problem.hide()
        self.problem_finding.hide()
        self._rest()
        self._wait(waiting=False)

    def _rest(self) -> None:
        self.try_it.setEnabled(True)
        self.try_it.setText(_("Try with fictional data"))

    def _wait(self, *, waiting: bool) -> None:
        self.open_it.setEnabled(not waiting)
        self.open_it.setText(_("Opening…") if waiting else _("Open"))


def shortened(folder: Path) -> str:
    """Write a folder briefly: the person's own folder is a tilde."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
