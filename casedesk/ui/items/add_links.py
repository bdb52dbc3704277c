"""Pasting contents: each line says what it is as it is pasted."""

from PySide6.QtWidgets import QPushButton, QWidget

from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.screen import Screen


class AddLinks(Screen):
    """Fills the form."""

    back: QPushButton
    save: QPushButton

    def __init__(self, desk: Desk, place: places.AddLinks, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.place = place
        self.back.clicked.connect(self.leaving)
