"""The window: the door, and once it is open the workbench."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from casedesk.errors import CasedeskError
from casedesk.ui.desk import Desk
from casedesk.ui.unlock.door import Door

if TYPE_CHECKING:
    from casedesk.ui.workbench import Workbench


class MainWindow(QStackedWidget):
    """Its title never changes. The workbench is made when the door first opens, so that the door shows at once."""

    trying = Signal()
    placed = Signal(object)  # the folder of a workspace just created
    preferring = Signal(object)  # the page of preferences, to be filled by the composition root

    def __init__(self, desk: Desk, folder: Path | None, home: Path) -> None:
        super().__init__()
        self.desk = desk
        self._folder = folder
        self._workbench: Workbench | None = None
        self.door = Door(desk, folder, home)
        self.addWidget(self.door)
        self.door.unlock.first_focus().setFocus()
        desk.opened.connect(self.on_opened)
        desk.locked.connect(self.show_door)
        desk.failed.connect(self.on_failed)
        self.door.trying.connect(self.trying)
        self.door.placed.connect(self.on_placed)
        self.setWindowTitle("casedesk")
        self.resize(1366, 768)
        self.setMinimumSize(820, 480)

    @property
    def workbench(self) -> "Workbench":
        """What stands behind the door."""
        if self._workbench is None:
            from casedesk.ui.workbench import Workbench

            self._workbench = Workbench(self.desk, self)
            self._workbench.preferring.connect(self.preferring)
            self.addWidget(self._workbench)
        return self._workbench

    @property
    def is_open(self) -> bool:
        """Say whether the workbench is shown."""
        return self.currentWidget() is not self.door

    def on_opened(self) -> None:
        """Show the workbench."""
        self._folder = self.door.unlock.folder or self._folder
        self.setCurrentWidget(self.workbench)
        self.workbench.begin()

    def show_door(self) -> None:
        """Show nothing but the door; nothing of any case stays behind it."""
        if self._workbench is not None:
            self._workbench.end()
        self.door.reset(self._folder)
        self.setCurrentWidget(self.door)
        self.door.unlock.first_focus().setFocus()

    def on_placed(self, folder: Path) -> None:
        """Remember the folder of a workspace just created."""
        self._folder = folder
        self.placed.emit(folder)

    def on_failed(self, error: CasedeskError) -> None:
        """Say what no screen said."""
        self.say_lasting(error.sentence)

    def say_lasting(self, sentence: str) -> None:
        """Say a sentence that stays until it is closed."""
        if self.is_open:
            self.workbench.say_lasting(sentence)
        else:
            self.door.unlock.show_problem(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood, and close the workspace."""
        QSettings("casedesk", "casedesk").setValue("geometry", self.saveGeometry())
        self.desk.stop()
        super().closeEvent(event)
