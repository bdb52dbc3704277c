"""Bringing a part of a page into view, whatever scrolls it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(part: QWidget) -> None:
    """Scroll until `part` is seen, once the layout has made room for it."""
    QTimer.singleShot(0, part, lambda: _reveal(part))


def _reveal(part: QWidget) -> None:
    room = part.parentWidget()
    while room is not None and not isinstance(room, QScrollArea):
        room = room.parentWidget()
    if isinstance(room, QScrollArea):
        room.ensureWidgetVisible(part)
