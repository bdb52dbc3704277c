"""Personal words lent to the clipboard: marked as secret, and taken back after a while."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from casedesk.ui.desk import Desk

SECONDS = 30

# What each system reads to keep a copy out of its history and of other computers.
_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": bytes(4),
    "CanUploadToCloudClipboard": bytes(4),
}


class Clipboard(QObject):
    """Takes back what it lent, unless something else was copied since; it outlives the page that lent it."""

    def __init__(self, parent: QObject | None = None, *, milliseconds: int = SECONDS * 1000) -> None:
        super().__init__(parent)
        self._lent = ""
        self._timer = QTimer(self, interval=milliseconds, singleShot=True)
        self._timer.timeout.connect(self.take_back)

    def lend(self, text: str) -> None:
        """Put a text on the clipboard for a while."""
        data = QMimeData()
        data.setText(text)
        for hint, value in _HINTS.items():
            data.setData(hint, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._lent = text
        self._timer.start()

    def take_back(self) -> None:
        """Empty the clipboard if it still holds what was lent."""
        self._timer.stop()
        if self._lent and QGuiApplication.clipboard().text() == self._lent:
            QGuiApplication.clipboard().clear()
        self._lent = ""


def of(desk: Desk) -> Clipboard:
    """Give the clipboard of a desk: locking it takes back what was lent."""
    found = desk.findChild(Clipboard)
    if found is None:
        found = Clipboard(desk)
        desk.locked.connect(found.take_back)
    return found
