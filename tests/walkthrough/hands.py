"""What a person does at the desk: type, click, choose, wait for what she sees."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListView, QPlainTextEdit, QWidget

PATIENCE = 30.0  # seconds before a wait is given up
Seen = TypeVar("Seen", bound=QWidget)


def wait(what: str, seen: Callable[[], object]) -> None:
    """Let the desk work until `seen`; a person would give up too."""
    end = time.monotonic() + PATIENCE
    while not seen():
        if time.monotonic() > end:
            raise AssertionError(f"never saw: {what}")
        QTest.qWait(15)


def find(where: QWidget, kind: type[Seen], name: str) -> Seen:
    """Wait for a widget to be there and enabled, then give it."""
    held: list[Seen] = []

    def there() -> bool:
        held[:] = [one for one in where.findChildren(kind, name) if one.isVisible() and one.isEnabled()]
        return bool(held)

    wait(f"{kind.__name__} {name}", there)
    return held[-1]


def press(where: QWidget, name: str) -> None:
    """Click a button."""
    button = find(where, QAbstractButton, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def write(where: QWidget, name: str, text: str) -> None:
    """Type into a line, and go on to the next field."""
    field = find(where, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    for sign in text:  # QTest.keyClicks knows no accents
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()


def paste(where: QWidget, name: str, text: str) -> None:
    """Paste several lines, and go on."""
    field = find(where, QPlainTextEdit, name)
    field.setFocus()
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    field.clearFocus()
    QApplication.processEvents()


def choose(where: QWidget, name: str, value: object) -> None:
    """Choose in a list that drops down, by the value behind the words."""
    box = find(where, QComboBox, name)
    place = box.findData(value)
    assert place >= 0, f"{name}: {value!r} is not offered"
    box.setFocus()
    box.setCurrentIndex(place)
    box.activated.emit(place)
    QApplication.processEvents()


def row_saying(where: QWidget, name: str, words: str) -> QModelIndex:
    """Wait for a row that a screen reader would read with `words`."""
    view = find(where, QListView, name)
    held: list[QModelIndex] = []

    def there() -> bool:
        model = view.model()
        rows = (model.index(number, 0) for number in range(model.rowCount()))
        held[:] = [row for row in rows if words in str(row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data())]
        return bool(held)

    wait(f"a row saying {words!r} in {name}", there)
    return held[0]


def pick(where: QWidget, name: str, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Go to the row that says `words`, and open it."""
    row = row_saying(where, name, words)
    view = find(where, QListView, name)
    view.setFocus()
    view.setCurrentIndex(row)
    QTest.keyClick(view, key)
    QApplication.processEvents()


def act_on(where: QWidget, name: str, words: str) -> None:
    """Go to the row that says `words`, and do what it offers."""
    pick(where, name, words, Qt.Key.Key_Space)


def keys(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    """Press a shortcut."""
    QTest.keyClick(window, key, modifiers)
    QApplication.processEvents()
