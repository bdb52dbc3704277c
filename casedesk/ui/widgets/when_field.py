"""When something happened, as exactly as it is known: a day, about a day, between two days, or not yet."""

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from casedesk.errors import InvalidInput
from casedesk.law.when import When
from casedesk.translate import _
from casedesk.ui.form import Form
from casedesk.ui.widgets.day_field import DayField

_MARGINS = (2, 7, 30)  # days either side of an approximate day


class Known(StrEnum):
    """How well the day is known."""

    DAY = "day"
    ABOUT = "about"
    BETWEEN = "between"
    UNKNOWN = "unknown"


class WhenField(Form):
    """Never forces a false day."""

    changed = Signal()  # something was typed or chosen

    when_known: QComboBox
    when_day: DayField
    when_give: QComboBox
    when_and: QLabel
    when_last: DayField

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for known in Known:
            self.when_known.addItem("", known)
        for days in _MARGINS:
            self.when_give.addItem("", days)
        self.say()
        self.when_known.currentIndexChanged.connect(self.on_known)
        self.on_known()
        for choice in (self.when_known, self.when_give):
            choice.currentIndexChanged.connect(self.changed)
        for field in (self.when_day, self.when_last):
            field.textChanged.connect(self.changed)

    def set_today(self, today: date) -> None:
        """Say which day it is, so that “yesterday” can be read."""
        self.when_day.today = self.when_last.today = today

    def look_ahead(self, *, ahead: bool) -> None:
        """Say whether what is asked is announced: a day typed without its year is then still to come."""
        self.when_day.ahead = self.when_last.ahead = ahead

    def say(self) -> None:
        """Word the choices."""
        for index, text in enumerate((_("On"), _("About"), _("Between"), _("Day not known yet"))):
            self.when_known.setItemText(index, text)
        for index, text in enumerate((_("give or take two days"), _("give or take a week"), _("give or take a month"))):
            self.when_give.setItemText(index, text)

    def on_known(self) -> None:
        """Show the fields this needs."""
        known = self._known()
        self.when_day.setVisible(known is not Known.UNKNOWN)
        self.setFocusProxy(self.when_known if known is Known.UNKNOWN else self.when_day)
        self.when_give.setVisible(known is Known.ABOUT)
        self.when_and.setVisible(known is Known.BETWEEN)
        self.when_last.setVisible(known is Known.BETWEEN)

    def _known(self) -> Known:
        return Known(self.when_known.currentData())

    def when(self) -> When | None:
        """Give what was said; None when no day is known.

        Raises:
            InvalidInput: a day cannot be read, or the last comes before the first.
        """
        known = self._known()
        first = None if known is Known.UNKNOWN else self.when_day.day()
        if first is None:
            return None
        if known is Known.ABOUT:
            return self._around(first)
        if known is Known.BETWEEN:
            last = self.when_last.day()
            if last is None:
                raise InvalidInput("when", _("Say the last possible day too, or choose another way to tell the day."))
            if last < first:
                raise InvalidInput("when", _("The last day comes before the first. Exchange them."))
            return When(first, last)
        return When.on(first)

    def _around(self, day: date) -> When:
        margin = timedelta(days=self.when_give.currentData())
        return When(day - margin, min(day + margin, max(day, self.when_day.today)))

    @property
    def is_unknown(self) -> bool:
        """Say whether the person told that the day is not known."""
        return self._known() is Known.UNKNOWN

    def typed(self) -> When | None:
        """Give what is typed so far; None while it is no day, or its ends are crossed. Nothing is refused."""
        known = self._known()
        first = None if known is Known.UNKNOWN else self.when_day.typed()
        last = self.when_last.typed() if known is Known.BETWEEN else first
        if first is None or last is None or last < first:
            return None
        return self._around(first) if known is Known.ABOUT else When(first, last)

    def show_when(self, when: When | None) -> None:
        """Show what is known."""
        known = Known.UNKNOWN if when is None else Known.DAY if when.exact else Known.BETWEEN
        self.when_known.setCurrentIndex(self.when_known.findData(known))
        self.when_day.show_day(when.earliest if when else None)
        self.when_last.show_day(when.latest if when and not when.exact else None)
