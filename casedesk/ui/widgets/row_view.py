"""A long table of rows: one click or Enter opens one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from casedesk.ui import fonts
from casedesk.ui.table import Column, RowTable
from casedesk.ui.widgets.cell_delegate import CellDelegate


class RowView(QTableView):
    """Emits `chosen` with the row."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: RowTable[Any] = RowTable((), self)
        self._stretches: tuple[int, ...] = ()
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFont(fonts.font(fonts.Role.SMALL))

    def columns(self, columns: Sequence[Column[Any]], stretches: Sequence[int]) -> RowTable[Any]:
        """Say what the columns are, and how wide each is beside the others."""
        self._table = RowTable(columns, self)
        self._stretches = tuple(stretches)
        self.setModel(self._table)
        height = self.itemDelegate().sizeHint(QStyleOptionViewItem(), self._table.index(0, 0)).height()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self._share()
        return self._table

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Replace the rows, keeping the place when the same row is still there."""
        kept = self.current_row()
        self._table.show(rows)
        height = self.verticalHeader().defaultSectionSize() * len(rows)
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + height + 2)
        if kept in rows:
            self.setCurrentIndex(self._table.index(list(rows).index(kept), 0))

    def current_row(self) -> Any:
        """The row selected, or None."""
        index = self.currentIndex()
        return self._table.row(index) if index.isValid() else None

    def _share(self) -> None:
        total = sum(self._stretches)
        room = self.viewport().width()
        for section, stretch in enumerate(self._stretches):
            self.setColumnWidth(section, room * stretch // total)

    def resizeEvent(self, event: Any) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        if self._table.columnCount():
            self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        row = self.current_row()
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._table.row(index))
