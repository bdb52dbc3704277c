"""A list and what is read beside it; where there is no room, one in the place of the other."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from casedesk.translate import _
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.table import Column
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.notice import Notice, Section
from casedesk.ui.widgets.scroll_list import ScrollList

WIDE = 800  # pixels under which what is read takes the place of the list


class ListPage(Form):
    """What the pages of rules and of bodies share; each says how its rows are worded, kept and read."""

    going = Signal(object)
    said = Signal(str)

    list_room: QWidget
    search: QLineEdit
    lead: QLabel
    rows: ScrollList
    nothing: QLabel
    detail: QFrame
    back_room: QWidget
    back: QPushButton
    notice: Notice
    acts_room: QWidget
    copy_it: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk
        self._reading = False
        super().__init__(parent)
        self.rows.columns(Column(lambda: "", lambda row: self.line(row).said, line=self.line))
        self.rows.moved.connect(self.on_moved)
        self.rows.chosen.connect(self.on_chosen)
        self.search.textChanged.connect(self.look)
        self.search.returnPressed.connect(self.on_enter)
        self.search.installEventFilter(self)
        self.back.clicked.connect(self.on_back)
        self.copy_it.clicked.connect(lambda: self.notice.copy_text(self.notice.said))
        self.notice.copied.connect(lambda: self.said.emit(_("Copied.")))
        self._place()

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.search

    # What each page says

    def line(self, row: Any) -> Line:
        """Word a row."""
        raise NotImplementedError

    def look(self) -> None:
        """Show the rows that are looked for."""
        raise NotImplementedError

    def read(self, row: Any) -> None:
        """Show a row in full."""
        raise NotImplementedError

    def show_subject(self, name: str) -> None:
        """Read the row of that name, whatever was looked for."""
        raise NotImplementedError

    # What they share

    def show_found(self, rows: Sequence[Any], lead: str) -> None:
        """Show what was found; never an empty card."""
        self.rows.show_rows(rows)
        self.lead.setText(lead)
        self.nothing.setVisible(not rows)

    def show_detail(self, title: str, sections: Sequence[Section]) -> None:
        """Show a text from its top."""
        self.notice.show_notice(title, sections)

    def stand_on(self, number: int) -> None:
        """Read the row at a place in the list."""
        self.rows.choose(number)
        self.on_chosen(self.rows.row_at(number))

    def on_moved(self, row: Any) -> None:
        """Read while moving among the rows, where the list stays in sight."""
        self.read(row)

    def on_chosen(self, row: Any) -> None:
        """Read a row."""
        self.read(row)
        self._reading = True
        self._place()
        if self.is_narrow:
            self.back.setFocus()

    def on_back(self) -> None:
        """Go back to the list."""
        self._reading = False
        self._place()
        self.rows.setFocus()

    def on_enter(self) -> None:
        """Go from the search into the list; read the only row left."""
        count = self.rows.model().rowCount()
        if count == 1:
            self.stand_on(0)
        elif count:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down from the search into the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.on_enter()
            return True
        return super().eventFilter(watched, event)

    @property
    def is_narrow(self) -> bool:
        """Say whether there is room for one of the two only."""
        return self.width() < WIDE

    def _place(self) -> None:
        narrow = self.is_narrow
        self.list_room.setVisible(not narrow or not self._reading)
        self.detail.setVisible(not narrow or self._reading)
        self.back_room.setVisible(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self._place()
