"""A day typed as people write it, and shown back in words."""

from datetime import date

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk import wording
from casedesk.errors import InvalidInput
from casedesk.translate import _
from casedesk.ui.days import parse_day


class DayField(QLineEdit):
    """Never holds a false day: empty, a day, or a text that is refused in a sentence. Set `today` before use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = date.min
        self.ahead = False  # what is asked is announced: a day without a year is still to come
        self.textEdited.connect(lambda _text: self._mark(wrong=False))

    def day(self) -> date | None:
        """Give the day typed, or None when nothing was.

        Raises:
            InvalidInput: what is typed is not a day.
        """
        text = self.text().strip()
        if not text:
            return None
        found = parse_day(text, self.today, ahead=self.ahead)
        if found is None:
            self._mark(wrong=True)
            sentence = _("“{text}” is not a day we can read. Write for example 21/08/2026 or 21 August 2026.")
            raise InvalidInput(self.objectName(), sentence.format(text=text))
        return found

    def typed(self) -> date | None:
        """Give the day typed so far; None while it is none. Nothing is refused."""
        return parse_day(self.text(), self.today, ahead=self.ahead)

    def show_day(self, day: date | None) -> None:
        """Show a day in words."""
        self.setText("" if day is None else wording.long_day(day))
        self.setCursorPosition(0)  # in a narrow field its beginning is what tells
        self._mark(wrong=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show how the day was read."""
        super().focusOutEvent(event)
        text = self.text().strip()
        if not text:
            return
        found = parse_day(text, self.today, ahead=self.ahead)
        if found is None:
            self._mark(wrong=True)
        else:
            self.show_day(found)

    def _mark(self, *, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)
