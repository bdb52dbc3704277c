"""A box to tick beside words of any length."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget


class _Words(QLabel):
    """Words that tick the box they stand beside."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Do as the box does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()


class Tick(QWidget):
    """The words go on the next line rather than out of sight; a press on them ticks the box."""

    clicked = Signal(bool)

    def __init__(self, text: str, indent: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(text)
        self.box.clicked.connect(self.clicked)
        self.words = _Words(text)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.pressed.connect(self.box.click)
        self.words.setContentsMargins(0, 2, 0, 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(indent, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.setFocusProxy(self.box)

    @property
    def text(self) -> str:
        """The words."""
        return self.words.text()
