"""Words lent to the clipboard."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from casedesk.ui import clipboard
from casedesk.ui.clipboard import Clipboard
from casedesk.ui.desk import Desk


def text() -> str:
    return QGuiApplication.clipboard().text()


def test_what_was_lent_is_taken_back_after_a_while(qtbot: QtBot, desk: Desk) -> None:
    Clipboard(desk, milliseconds=20).lend("une adresse")
    assert text() == "une adresse"
    qtbot.waitUntil(lambda: not text())


def test_what_was_copied_since_stays(desk: Desk) -> None:
    lent = Clipboard(desk)
    lent.lend("une adresse")
    QGuiApplication.clipboard().setText("autre chose")
    lent.take_back()
    assert text() == "autre chose"


def test_locking_takes_back_what_was_lent(qtbot: QtBot, desk: Desk) -> None:
    clipboard.of(desk).lend("une adresse")
    assert clipboard.of(desk) is clipboard.of(desk)
    desk.lock()
    qtbot.waitUntil(lambda: not text())


def test_histories_are_asked_to_forget(desk: Desk) -> None:
    Clipboard(desk).lend("une adresse")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
