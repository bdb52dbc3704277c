"""Creating a workspace: who the association is, where the folder stands, and what opens it."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.translate import _
from casedesk.ui.desk import Desk, Session
from casedesk.ui.form import Form
from casedesk.ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from casedesk.law.pack import Pack


class Create(Form):
    """One page; the recovery key comes after."""

    leaving = Signal()
    created = Signal(object, str)  # the folder, the recovery key

    back: QPushButton
    association: QLineEdit
    association_problem: QLabel
    jurisdiction: QComboBox
    town: QLineEdit
    folder: QLineEdit
    choose: QPushButton
    folder_problem: QLabel
    proposed: QLabel
    draw: QPushButton
    passphrase: PassphraseField
    notice: QLabel
    passphrase_problem: QLabel
    again_room: QWidget
    again: PassphraseField
    again_problem: QLabel
    create_it: QPushButton
    busy: QLabel

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._problems = {
            "association": (self.association, self.association_problem),
            "folder": (self.folder, self.folder_problem),
            "passphrase": (self.passphrase, self.passphrase_problem),
            "again": (self.again, self.again_problem),
        }
        self.folder.setText(str(folder))
        self.back.clicked.connect(self.leaving)
        self.choose.clicked.connect(self.on_choose)
        self.draw.clicked.connect(self.on_draw)
        self.create_it.clicked.connect(self.on_create)
        self.again.returnPressed.connect(self.on_create)
        self.passphrase.returnPressed.connect(self.on_create)
        self.passphrase.textEdited.connect(self.on_typed)
        self.passphrase.capitals.connect(self.notice.setVisible)
        self.notice.hide()
        self.again_room.hide()
        self._clear()
        self.on_draw()
        desk.run(lambda _progress: desk.packs, self.show_jurisdictions)

    def say(self) -> None:
        """Word what the form does not."""
        self.notice.setText(_("Capitals seem to be locked."))

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.association

    def show_jurisdictions(self, packs: Mapping[str, "Pack"]) -> None:
        """List the jurisdictions found."""
        for pack in packs.values():
            self.jurisdiction.addItem(pack.title, pack.id)

    def on_draw(self) -> None:
        """Draw another passphrase."""
        self._desk.run(lambda _progress: self._desk.propose_passphrase(), self.proposed.setText)

    def on_typed(self, text: str) -> None:
        """Ask for a passphrase of her own twice; the one proposed was already copied once."""
        proposed = self.proposed.text()
        self.again_room.setVisible(bool(text) and not proposed.startswith(text.strip()))

    def on_choose(self) -> None:
        """Choose where the folder stands."""
        chosen = QFileDialog.getExistingDirectory(self, _("Folder of the workspace"), str(Path.home()))
        if chosen:
            self.folder.setText(str(Path(chosen)))

    def on_create(self) -> None:
        """Create, if everything needed was said."""
        self._clear()
        passphrase = self.passphrase.text().strip()
        if not self.association.text().strip():
            self.show_problem(InvalidInput("association", _("Type the name of the association.")))
        elif not self.folder.text().strip():
            self.show_problem(InvalidInput("folder", _("Choose a folder.")))
        elif self.again_room.isVisible() and self.again.text().strip() != passphrase:
            self.show_problem(InvalidInput("again", _("The two passphrases differ. Type the same one twice.")))
        else:
            folder = Path(self.folder.text().strip()).expanduser()
            first = partial(
                _name_association,
                name=self.association.text().strip(),
                town=self.town.text().strip(),
                jurisdiction=self.jurisdiction.currentData() or "fr",
                now=self._desk.now(),
            )
            self._wait(waiting=True)
            self._desk.create(folder, passphrase, first, partial(self.on_created, folder), self.show_problem)

    def on_created(self, folder: Path, recovery_key: str) -> None:
        """Go on to the recovery key."""
        self._wait(waiting=False)
        self.created.emit(folder, recovery_key)

    def show_problem(self, error: CasedeskError) -> None:
        """Show a refusal under its field, or at the end."""
        self._wait(waiting=False)
        name = error.field if isinstance(error, InvalidInput) else "folder"
        field, label = self._problems.get(name, self._problems["passphrase"])
        label.setText(error.sentence)
        label.show()
        field.setFocus()

    def _clear(self) -> None:
        for _field, label in self._problems.values():
            label.hide()

    def _wait(self, *, waiting: bool) -> None:
        self.create_it.setEnabled(not waiting)
        self.busy.setText(_("The folder is being prepared…") if waiting else "")


def _name_association(session: Session, *, name: str, town: str, jurisdiction: str, now: datetime) -> None:
    from casedesk.services import association

    association.save(session, name=name, town=town, jurisdiction=jurisdiction, now=now)
