"""The pages of the law at hand: they need no workspace."""

from typing import TypeVar

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.ui.desk import Desk
from casedesk.ui.law.calculator import Calculator
from casedesk.ui.law.list_page import ListPage
from casedesk.ui.widgets.card_list import CardList

Page = TypeVar("Page", bound=Calculator | ListPage)


def a_page(kind: type[Page], desk: Desk, qtbot: QtBot, subject: str = "", width: int = 1100) -> Page:
    """Show a page as large as in a small window."""
    page = kind(desk)
    qtbot.addWidget(page)
    page.resize(width, 640)
    page.show()
    page.first_focus().setFocus()
    if subject:
        page.show_subject(subject)
    return page


def said(rows: CardList) -> list[str]:
    """What a screen reader says, row by row."""
    model = rows.model()
    return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]


def as_shown(text: str) -> str:
    """Write a text as Qt gives back what it shows: a no-break space is then a space."""
    return text.replace("\u00a0", " ").replace("\n", "\u2028")
