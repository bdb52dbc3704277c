"""Our own widgets, by the class name a form gives them."""

from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

# Where each stands. A widget is imported when a form first asks for it, so that the desk opens at once.
_MODULES = {
    "CalendarChart": "casedesk.ui.cases.calendar_chart",
    "CardList": "casedesk.ui.widgets.card_list",
    "CardStack": "casedesk.ui.widgets.card_stack",
    "DayField": "casedesk.ui.widgets.day_field",
    "MinorQuestion": "casedesk.ui.items.minor_question",
    "PagePreview": "casedesk.ui.letters.page_preview",
    "PassphraseField": "casedesk.ui.widgets.passphrase_field",
    "QTabBar": "PySide6.QtWidgets",  # the loader does not know it
    "RailButton": "casedesk.ui.widgets.rail_button",
    "RaceStrip": "casedesk.ui.cases.race_strip",
    "Rooms": "casedesk.ui.rooms",
    "Sending": "casedesk.ui.letters.sending",
    "RowView": "casedesk.ui.widgets.row_view",
    "TimelineList": "casedesk.ui.widgets.timeline_list",
    "WhenField": "casedesk.ui.widgets.when_field",
}


def find(class_name: str) -> type[QWidget] | None:
    """Find one of our own widgets by its class name."""
    module = _MODULES.get(class_name)
    if module is None:
        return None
    return cast("type[QWidget]", getattr(import_module(module), class_name))
