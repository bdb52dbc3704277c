"""The order in which Tab goes through what was made while the page was open: as it is read."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_reading(page: QWidget) -> None:
    """Have Tab go through a page from its top to its bottom."""
    for before, after in pairwise(_stops(page)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> list[QWidget]:
    """List what Tab stops at in a widget, in the order of its layouts."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return _stops(inside) if inside is not None else []
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        return [widget]
    layout = widget.layout()
    return _of(layout) if layout is not None else []


def _of(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inside, widget = item.layout(), item.widget()
        if widget is not None:
            found += _stops(widget)
        elif inside is not None:
            found += _of(inside)
    return found
