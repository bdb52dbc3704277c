"""Filling a field of choices, and keeping the one made."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox


def offer(field: QComboBox, choices: Iterable[tuple[str, object]]) -> None:
    """Offer choices, each a text and what it stands for; the one made before stays where it is still offered."""
    with QSignalBlocker(field):
        kept = field.currentData()
        field.clear()
        for text, value in choices:
            field.addItem(text, value)
        field.setCurrentIndex(max(field.findData(kept), 0))


def choose(field: QComboBox, value: object) -> None:
    """Make a choice, if it is offered."""
    index = field.findData(value)
    if index >= 0:
        field.setCurrentIndex(index)
