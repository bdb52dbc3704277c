"""Pages one behind the other, each in a room that scrolls."""

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget


class Rooms(QStackedWidget):
    """A stack of scrolling rooms; the page behind is never destroyed by the one before."""

    def enter(self, page: QWidget) -> None:
        """Show `page` before the others."""
        page.setProperty("page", "true")
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setFrameShape(QScrollArea.Shape.NoFrame)
        room.setWidget(page)
        self.setCurrentIndex(self.addWidget(room))

    @property
    def page(self) -> QWidget:
        """The page shown."""
        room = self.currentWidget()
        page = room.widget() if isinstance(room, QScrollArea) else room
        return page or self

    def keep(self, count: int) -> None:
        """Forget every page but the first `count`."""
        for index in reversed(range(count, self.count())):
            room = self.widget(index)
            if room is not None:
                self.removeWidget(room)
                room.deleteLater()
