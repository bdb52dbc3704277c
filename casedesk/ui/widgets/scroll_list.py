"""A long list of lines that scrolls by itself: as tall as the room it is given."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from casedesk.ui.widgets.card_list import CardList


class ScrollList(CardList):
    """Only the rows in sight are painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fit(self) -> None:
        """Keep the height given."""

    def sizeHint(self) -> QSize:
        """Ask for little: the page gives what it has."""
        return QSize(240, 160)

    def minimumSizeHint(self) -> QSize:
        """Never less than two rows."""
        return QSize(160, 120)

    def choose(self, number: int) -> None:
        """Stand on a row, and bring it into view."""
        self.setCurrentIndex(self.model().index(number, 0))
        self.show_current()

    def show_current(self) -> None:
        """Bring the row one stands on into view."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row one stands on in view: in another width the rows have other heights."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.show_current)
