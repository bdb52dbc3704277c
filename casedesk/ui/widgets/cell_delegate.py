"""Draws one cell of a table from a `Line`: a word with its mark and its chip, and a quiet one under it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casedesk.ui import fonts
from casedesk.ui.fonts import Role
from casedesk.ui.table import LINE_ROLE
from casedesk.ui.theme import tokens_of
from casedesk.ui.widgets.chip import chip_size, draw_chip
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.marks import draw_mark
from casedesk.ui.widgets.paragraph import colour

_PAD, _MARK, _GAP = 14.0, 11.0, 8.0


class CellDelegate(QStyledItemDelegate):
    """Every row has the same height, so that a long list scrolls without waiting."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Give room for two lines."""
        body = QFontMetricsF(fonts.font(Role.BODY)).height()
        small = QFontMetricsF(fonts.font(Role.SMALL)).height()
        return QSize(80, int(body + small + 17))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        head = fonts.font(Role.STRONG if line.strong else Role.BODY)
        small = fonts.font(Role.SMALL)
        head_height = QFontMetricsF(head).height()
        height = head_height + (QFontMetricsF(small).height() + 1 if line.detail else 0)
        y = box.top() + (box.height() - height) / 2
        x = inner.left()
        if line.mark:
            draw_mark(
                painter, line.mark, QRectF(x, y + (head_height - _MARK) / 2, _MARK, _MARK), colour(tokens, line.tone)
            )
            x += _MARK + 6
        title = QRectF(x, y, inner.right() - x, head_height)
        under = QRectF(inner.left(), y + head_height + 1, inner.width(), QFontMetricsF(small).height())
        if line.chip:
            chip = chip_size(line.chip)
            after = x + QFontMetricsF(head).horizontalAdvance(line.title) + _GAP
            if line.detail and after + chip.width() > inner.right():  # beside the quiet word: the title stays whole
                at = chip.translated(under.topLeft())
                under.setLeft(at.right() + _GAP)
            else:
                title.setRight(inner.right() - chip.width() - _GAP)
                at = chip.translated(min(after, title.right() + _GAP), y + (head_height - chip.height()) / 2)
            draw_chip(painter, line.chip, at, tokens)
        self._write(painter, line.title, head, colour(tokens, line.tone), title)
        if line.detail:
            self._write(painter, line.detail, small, QColor(tokens.quiet), under)
        painter.restore()

    def _write(self, painter: QPainter, text: str, font: QFont, ink: QColor, box: QRectF) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
