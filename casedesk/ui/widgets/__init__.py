"""The widgets of the forms, by their class name."""

from importlib import import_module
from typing import cast

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

# Where each stands. A widget is imported when a form first asks for it, so that the desk opens at once.
_MODULES = {
    "Acts": "casedesk.ui.law.acts",
    "CalendarChart": "casedesk.ui.cases.calendar_chart",
    "CardList": "casedesk.ui.widgets.card_list",
    "CardStack": "casedesk.ui.widgets.card_stack",
    "Choices": "casedesk.ui.letters.choices",
    "Clauses": "casedesk.ui.letters.clauses",
    "DayField": "casedesk.ui.widgets.day_field",
    "Explanation": "casedesk.ui.law.explanation",
    "Findings": "casedesk.ui.letters.findings",
    "Footer": "casedesk.ui.letters.footer",
    "Legend": "casedesk.ui.letters.legend",
    "MinorQuestion": "casedesk.ui.items.minor_question",
    "Notice": "casedesk.ui.widgets.notice",
    "NoticeMatrix": "casedesk.ui.letters.notice_matrix",
    "OffenceSheet": "casedesk.ui.cases.offence_sheet",
    "PagePreview": "casedesk.ui.letters.page_preview",
    "PassphraseField": "casedesk.ui.widgets.passphrase_field",
    "ProofMatrix": "casedesk.ui.cases.proof_matrix",
    "Questions": "casedesk.ui.letters.questions",
    "RailButton": "casedesk.ui.widgets.rail_button",
    "RaceStrip": "casedesk.ui.cases.race_strip",
    "Rooms": "casedesk.ui.rooms",
    "ScrollList": "casedesk.ui.widgets.scroll_list",
    "RowView": "casedesk.ui.widgets.row_view",
    "Signing": "casedesk.ui.letters.signing",
    "Telling": "casedesk.ui.letters.telling",
    "TimelineList": "casedesk.ui.widgets.timeline_list",
    "WhenField": "casedesk.ui.widgets.when_field",
}


def find(class_name: str) -> type[QWidget]:
    """Find a widget by its class name: ours, or Qt's."""
    module = import_module(_MODULES[class_name]) if class_name in _MODULES else QtWidgets
    return cast("type[QWidget]", getattr(module, class_name))
