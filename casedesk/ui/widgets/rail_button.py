"""One word of the rail, with its number or its keys at the right."""

from PySide6.QtCore import Property, QEvent, QRectF, QSize
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from casedesk.ui import fonts
from casedesk.ui.fonts import Role
from casedesk.ui.theme import tokens_of

_PAD = 11.0


class RailButton(QAbstractButton):
    """Raised when it is where one is. `side` is what stands at the right; `foot` makes it small and quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = ""
        self._foot = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _get_side(self) -> str:
        return self._side

    def _set_side(self, side: str) -> None:
        self._side = side
        self.update()

    side = Property(str, _get_side, _set_side)

    def _get_foot(self) -> bool:
        return self._foot

    def _set_foot(self, foot: bool) -> None:
        self._foot = foot

    foot = Property(bool, _get_foot, _set_foot)

    def sizeHint(self) -> QSize:
        """Give a comfortable line."""
        height = QFontMetricsF(fonts.font(Role.BODY)).height()
        return QSize(172, int(height + (14 if self._foot else 19)))

    def minimumSizeHint(self) -> QSize:
        """Take the width given."""
        return QSize(80, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the word, the number, and the raised ground where one is."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QColor, QPainter, QPen

        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        here = self.isChecked()
        if here or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(tokens.hairline), 1) if here else Qt.PenStyle.NoPen)
            ground = QColor(tokens.raised)
            ground.setAlphaF(1.0 if here else 0.5)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        side_font = fonts.font(Role.KEY if self._foot else Role.SMALL)
        side_width = QFontMetricsF(side_font).horizontalAdvance(self._side)
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(side_font)
        painter.setPen(QColor(tokens.quiet))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, self._side)
        word_font = fonts.font(Role.SMALL if self._foot else Role.STRONG if here else Role.BODY)
        painter.setFont(word_font)
        painter.setPen(QColor(tokens.quiet if self._foot else tokens.ink))
        room = inner.width() - (side_width + 8 if self._side else 0)
        word = QFontMetricsF(word_font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, word)
