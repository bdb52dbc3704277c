"""What stands before an open workspace."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.ui.desk import Desk
from casedesk.ui.rooms import Rooms
from casedesk.ui.unlock.unlock import Unlock


class Door(Rooms):
    """The unlock page, and those it leads to, made when they are first needed."""

    trying = Signal()
    placed = Signal(object)  # the folder that was created

    def __init__(self, desk: Desk, folder: Path | None, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._home = home
        self.unlock = Unlock(desk, folder)
        self.unlock.creating.connect(self.on_create)
        self.unlock.recovering.connect(self.on_recover)
        self.unlock.trying.connect(self.trying)
        self.enter(self.unlock)

    def reset(self, folder: Path | None) -> None:
        """Come back to the passphrase."""
        self.unlock.forget()
        self.unlock.show_folder(folder)
        self.on_back()

    def on_back(self) -> None:
        """Come back to the first page."""
        self.keep(1)
        self.unlock.first_focus().setFocus()

    def on_create(self) -> None:
        """Go and create a workspace."""
        from casedesk.ui.unlock.create import Create

        page = Create(self._desk, self._home)
        page.leaving.connect(self.on_back)
        page.created.connect(self.on_created)
        self.enter(page)
        page.first_focus().setFocus()

    def on_created(self, folder: Path, recovery_key: str) -> None:
        """Show the key of the workspace just created."""
        from casedesk.ui.unlock.recovery_sheet import RecoverySheet

        self.placed.emit(folder)
        page = RecoverySheet(recovery_key)
        page.copied.connect(self._desk.enter)
        self.enter(page)
        page.first_focus().setFocus()

    def on_recover(self, folder: Path) -> None:
        """Go and open with the recovery key."""
        from casedesk.ui.unlock.recover import Recover

        page = Recover(self._desk, folder)
        page.leaving.connect(self.on_back)
        self.enter(page)
        page.first_focus().setFocus()
