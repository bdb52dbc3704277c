"""A timeline: one thread, a bead for each thing that happened."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casedesk.ui.fonts import Role
from casedesk.ui.table import LINE_ROLE
from casedesk.ui.theme import Tokens, tokens_of
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Paragraph, Run, Tone

_LEFT, _GAP, _BEAD = 24.0, 15.0, 11.0


class TimelineDelegate(QStyledItemDelegate):
    """Draws the bead, the words and the day."""

    def _laid(self, option: QStyleOptionViewItem, line: Line) -> tuple[Paragraph, Paragraph]:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        tokens = tokens_of(option.palette)
        room = width - _LEFT - 4
        return (
            Paragraph((Run(line.title, Role.BODY),), room, tokens, 3),
            Paragraph((Run(line.detail, Role.SMALL, Tone.QUIET),), room, tokens, 3),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height the words need."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return QSize(0, 0)
        title, detail = self._laid(option, line)
        return QSize(0, int(title.height + detail.height + _GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one bead and its words."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        title, detail = self._laid(option, line)
        self._thread(painter, box, index, tokens, title.height)
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QRectF(box.left() + _LEFT - 6, box.top() - 1, box.width() - _LEFT + 6, box.height() - _GAP + 5)
            painter.setPen(QPen(QColor(tokens.selection), 0))
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(ground, 5, 5)
        title.draw(painter, box.left() + _LEFT, box.top())
        detail.draw(painter, box.left() + _LEFT, box.top() + title.height)
        painter.restore()

    def _thread(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        tokens: Tokens,
        height: float,
    ) -> None:
        x = box.left() + 7
        bead_y = box.top() + min(height, 20) / 2
        last = index.row() == index.model().rowCount() - 1
        painter.setPen(QPen(QColor(tokens.hairline), 2))
        start = bead_y if index.row() == 0 else box.top()
        painter.drawLine(QPointF(x, start), QPointF(x, bead_y if last else box.bottom() + 1))
        painter.setPen(QPen(QColor(tokens.quiet), 2))
        painter.setBrush(QColor(tokens.canvas))
        painter.drawRoundedRect(QRectF(x - _BEAD / 2, bead_y - _BEAD / 2, _BEAD, _BEAD), 4, 4)


class TimelineList(CardList):
    """A bare list with a thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setItemDelegate(TimelineDelegate(self))
