"""A step of the proceedings: what happened, when, what proves it."""

from PySide6.QtWidgets import QPushButton, QWidget

from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.screen import Screen


class AddEvent(Screen):
    """Fills the form."""

    back: QPushButton
    save: QPushButton

    def __init__(self, desk: Desk, place: places.AddEvent, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.place = place
        self.back.clicked.connect(self.leaving)
