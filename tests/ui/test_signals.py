"""The signals of the Qt we depend on: docs/adr/0009-lock.md says why its version is held back."""

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal(int)


def test_thousands_of_signals_emitted_from_python_all_arrive() -> None:
    bell = Bell()
    heard: list[int] = []
    bell.rung.connect(heard.append)
    for number in range(5000):
        bell.rung.emit(number)
    assert heard == list(range(5000))
