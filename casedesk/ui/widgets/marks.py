"""The few small drawings that stand beside words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from casedesk.ui.widgets.line import Mark


def draw_mark(painter: QPainter, mark: Mark, box: QRectF, ink: QColor) -> None:
    """Paint `mark` in `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    centre = box.center()
    if mark is Mark.TRIANGLE:
        painter.drawPolygon(QPolygonF([QPointF(centre.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif mark is Mark.DIAMOND:
        wide = box.adjusted(-0.5, -0.5, 0.5, 0.5)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(centre.x(), wide.top()),
                    QPointF(wide.right(), centre.y()),
                    QPointF(centre.x(), wide.bottom()),
                    QPointF(wide.left(), centre.y()),
                ]
            )
        )
    elif mark is Mark.DOT:
        painter.drawEllipse(box.adjusted(2, 2, -2, -2))
    elif mark in {Mark.RING, Mark.CHECK}:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        if mark is Mark.RING:
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        else:
            path = QPainterPath(QPointF(box.left() + 1, centre.y() + 0.5))
            path.lineTo(centre.x() - 0.8, box.bottom() - 1.5)
            path.lineTo(box.right() - 0.5, box.top() + 1.5)
            painter.drawPath(path)
    painter.restore()
