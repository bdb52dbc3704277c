"""A word or two in a quiet frame, beside what they are about."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from casedesk.ui import fonts
from casedesk.ui.fonts import Role
from casedesk.ui.theme import Tokens


def chip_size(text: str) -> QRectF:
    """Give the room that a chip needs, from (0, 0); without words it needs no width."""
    metrics = QFontMetricsF(fonts.font(Role.SMALL))
    return QRectF(0, 0, metrics.horizontalAdvance(text) + 16 if text else 0, metrics.height())


def draw_chip(painter: QPainter, text: str, box: QRectF, tokens: Tokens) -> None:
    """Paint a chip."""
    painter.setPen(QPen(QColor(tokens.hairline), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, 0.5), 4, 4)
    painter.setPen(QColor(tokens.quiet))
    painter.setFont(fonts.font(Role.SMALL))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
