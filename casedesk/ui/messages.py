"""The one voice of the desk: one thing said at a time, never in the way."""

from PySide6.QtCore import QTimer

from casedesk.progress import Progress
from casedesk.ui.desk import Step
from casedesk.ui.message_bar import Message, MessageBar

LINGER = 8_000  # milliseconds a passing word stays
PATIENCE = 400  # milliseconds before a long work shows itself


class Messages:
    """Says one thing at a time in a `MessageBar`; a work under way comes back once a passing word has gone."""

    def __init__(self, bar: MessageBar) -> None:
        self._bar = bar
        self._work: Step | None = None
        self._linger = QTimer(bar)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER)
        self._linger.timeout.connect(self.clear)
        self._patience = QTimer(bar)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_work)
        bar.close_message.clicked.connect(self.on_close)

    def say(self, message: Message) -> None:
        """Show a message in the place of the one before."""
        self._patience.stop()
        self._bar.show_message(message)
        if message.lasting:
            self._linger.stop()
        else:
            self._linger.start()

    def clear(self) -> None:
        """Say nothing more."""
        self._linger.stop()
        self._bar.hide()
        if self._work is not None:
            self._show_work()

    def on_close(self) -> None:
        """Close the message, or cancel the work shown."""
        if self._work is not None and self._bar.how_far.isVisible():
            self._work.progress.cancel()
            return
        self.clear()

    def on_working(self, step: Step) -> None:
        """Follow a long work; it shows itself only after a moment."""
        begins = self._work is None
        self._work = step
        if begins:
            self._patience.start()
        elif self._bar.how_far.isVisible():
            self._show_work()

    def on_rested(self, progress: Progress) -> None:
        """Put the line away."""
        if self._work is not None and self._work.progress is progress:
            self._work = None
            self._patience.stop()
            if self._bar.how_far.isVisible():
                self._bar.hide()

    def _show_work(self) -> None:
        if self._work is not None:
            self._bar.show_work(self._work)
