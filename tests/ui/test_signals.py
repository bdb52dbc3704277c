"""A regression of the binding: emitting signals from Python must not wear out True."""

import sys

from PySide6.QtCore import QObject, Signal


class Source(QObject):
    fired = Signal(int)


def test_two_thousand_signals_leave_the_references_of_true_unharmed() -> None:
    source = Source()
    source.fired.connect(lambda _number: None)
    before = sys.getrefcount(True)  # noqa: FBT003 - the object itself
    for number in range(2_000):
        source.fired.emit(number)
    assert abs(sys.getrefcount(True) - before) < 100  # noqa: FBT003 - the object itself
