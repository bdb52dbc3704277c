"""Bringing a part of a page into view, whatever scrolls it."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(part: QWidget, within: QRect | None = None) -> None:
    """Scroll until `part`, or what stands `within` it, is seen, once the layout has made room for it."""
    QTimer.singleShot(0, part, lambda: _reveal(part, part.rect() if within is None else within))


def _reveal(part: QWidget, box: QRect) -> None:
    room = part.parentWidget()
    while room is not None and not isinstance(room, QScrollArea):
        room = room.parentWidget()
    inside = room.widget() if isinstance(room, QScrollArea) else None
    if isinstance(room, QScrollArea) and inside is not None:
        for corner in (box.bottomRight(), box.topLeft()):  # the top last: it is what must be seen
            at = part.mapTo(inside, corner)
            room.ensureVisible(at.x(), at.y())
