"""What the two tints of the page mean."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from casedesk.translate import _
from casedesk.ui import fonts
from casedesk.ui.theme import tokens_of

# The tints of the paper, the same in both looks.
KNOWN, LACKING = "#DCE9F5", "#FBE7B5"
_SIDE = 12  # pixels


class _Swatch(QWidget):
    """A small square of paper."""

    def __init__(self, tint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tint = QColor(tint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Stand beside a word."""
        return QSize(_SIDE + 2, _SIDE + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setPen(QColor(tokens_of(self.palette()).line))
        painter.setBrush(self._tint)
        painter.drawRect(QRectF(0.5, 0.5, _SIDE, _SIDE))


class Legend(QWidget):
    """Two swatches and their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(5)
        self._known, self._lacking = QLabel(), QLabel()
        for swatch, label in ((KNOWN, self._known), (LACKING, self._lacking)):
            label.setProperty("role", "small")
            label.setFont(fonts.font(fonts.Role.SMALL))
            layout.addWidget(_Swatch(swatch))
            layout.addWidget(label)
            layout.addSpacing(4)
        layout.addStretch(1)
        self.say()

    def say(self) -> None:
        """Word the tints."""
        self._known.setText(_("from the case"))
        self._lacking.setText(_("still missing"))
