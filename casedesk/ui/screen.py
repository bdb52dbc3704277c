"""A page of the desk: it shows a sheet, asks the desk, and reads again when what it shows changed."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.changes import Changes, Kind
from casedesk.errors import CasedeskError
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form


class Screen(Form):
    """What every page shares. A page never knows the window: it says where to go and what to say."""

    going = Signal(object)  # a Place
    turned = Signal(object)  # the Place now shown, without having left the page
    leaving = Signal()  # back to where the person came from
    said = Signal(str)  # a sentence to show in passing
    counted = Signal(object)  # RailCounts, when the page read them anyway
    explaining = Signal(object)  # a DeadlineRow whose trace is wanted beside

    depends_on: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk
        super().__init__(parent)
        desk.changed.connect(self.on_changed)

    def on_changed(self, changes: Changes) -> None:
        """Read again if what is shown was touched."""
        if changes.touch(*self.depends_on):
            self.changed(changes)

    def changed(self, changes: Changes) -> None:
        """Read again; each page says what."""

    def first_focus(self) -> QWidget | None:
        """Where the cursor goes on arrival."""
        return None

    def show_error(self, error: CasedeskError) -> None:
        """Show an error no field took."""
        self.said.emit(error.sentence)
