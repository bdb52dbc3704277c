"""What was done to her, told once."""

from PySide6.QtWidgets import QPushButton, QWidget

from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.screen import Screen


class AddIncident(Screen):
    """Fills the form."""

    back: QPushButton
    save: QPushButton

    def __init__(self, desk: Desk, place: places.AddIncident, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.place = place
        self.back.clicked.connect(self.leaving)
