"""A short list drawn as one card, as tall as what it says."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from casedesk.ui.table import Column, RowTable
from casedesk.ui.widgets.line_delegate import LineDelegate


class CardList(QListView):
    """Enter or a click opens a row (`chosen`); Space or a click on its act does the act (`acted`).

    A click tells one of these once, when the button is let go, of the row that was pressed; it tells `moved` only where
    it was let go elsewhere. Until then nothing is told, so that nothing moves under the pointer.
    """

    chosen = Signal(object)  # the row
    acted = Signal(object)
    moved = Signal(object)  # the row now current

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = LineDelegate(self)
        self._column: Column[Any] = Column(str, str)
        self._table: RowTable[Any] = RowTable((), self)
        self._pressed: Any = None  # the row under the button, while the button is down
        self._held: Any = None  # the row that became current since
        self.setItemDelegate(self._lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._lines.acted.connect(self.on_acted)

    def columns(self, column: Column[Any]) -> RowTable[Any]:
        """Say how its rows are worded; gives the table to fill."""
        self._column = column
        self._table = RowTable([column], self)
        self.setModel(self._table)
        self._table.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self.on_current)
        return self._table

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Replace the rows, keeping the place when the same row is still there."""
        kept = self.current_row()
        line = self._column.line
        self._lines.with_lead = line is not None and any(line(row).lead for row in rows)
        self._table.show(rows)
        if kept is not None:
            for number, row in enumerate(rows):
                if row == kept:
                    self.setCurrentIndex(self._table.index(number, 0))
        self.setVisible(bool(rows))

    def current_row(self) -> Any:
        """The row selected, or None."""
        index = self.currentIndex()
        return self._table.row(index) if index.isValid() else None

    def row_at(self, number: int) -> Any:
        """The row at a place in the list."""
        return self._table.rows[number]

    def on_current(self, index: QModelIndex) -> None:
        """Tell which row is current."""
        if self._table is None or not index.isValid():
            return
        if self._pressed is None:
            self.moved.emit(self._table.row(index))
        else:
            self._held = self._table.row(index)

    def on_acted(self, index: QModelIndex) -> None:
        """Do the act of a row."""
        self.setCurrentIndex(index)
        self.acted.emit(self._table.row(index))

    def fit(self) -> None:
        """Be as tall as the rows."""
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the height of all rows."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        height = sum(self.sizeHintForRow(row) for row in range(rows))
        return QSize(240, height + 2)

    def minimumSizeHint(self) -> QSize:
        """Never less than the rows."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out again in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the look or the font changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and self.model() is not None:
            self.scheduleDelayedItemsLayout()
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by keyboard, stand on a row."""
        super().focusInEvent(event)
        by_key = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_key and not self.currentIndex().isValid() and self.model() is not None and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space acts, arrows move."""
        self._pressed = None  # the pointer may have been let go out of sight
        row = self.current_row()
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.acted.emit(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the row pressed."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._pressed, self._held = self._table.row(index), None
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are one: the first may have put another row under the pointer."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be opened, and underline the act; dragging takes no other row."""
        if self._pressed is not None:
            return
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        hot = index.isValid() and self._on_act(index, event.position().toPoint())
        self._lines.over = (index.row(), hot)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the pointer was."""
        super().leaveEvent(event)
        self._lines.over = (-1, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row pressed, unless its act was."""
        index = self.indexAt(event.position().toPoint())
        pressed, held = self._pressed, self._held
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        self._pressed = self._held = None
        on_it = index.isValid() and self._table.row(index) == pressed
        on_act = on_it and self._on_act(index, event.position().toPoint())
        super().mouseReleaseEvent(event)
        if on_it and not on_act:
            self.chosen.emit(pressed)
        elif not on_it and held is not None:
            self.moved.emit(held)

    def _on_act(self, index: QModelIndex, point: QPoint) -> bool:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._lines.action_box(option, index).contains(point)
