"""Typing as a person does; what the test keyboard has no key for is pasted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def type_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Type `text` at the cursor of `field`."""
    if text.isascii() and "\n" not in text:
        qtbot.keyClicks(field, text)
        return
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
