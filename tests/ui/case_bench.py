"""One case at hand: what is done to it through the desk, what it holds, which page shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import CaseSheet, case_sheet
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.pages import make
from casedesk.ui.screen import Screen
from tests.factories import TODAY, a_case


@dataclass(frozen=True)
class CaseBench:
    """An open French case without anything in it yet."""

    desk: Desk
    qtbot: QtBot
    packs: Mapping[str, Pack]
    write: Callable[[Callable[[Any], Any]], Any]
    case_id: str

    def sheet(self) -> CaseSheet:
        """Read the case as it is written now."""
        found: CaseSheet = self.write(lambda session: case_sheet(session, self.packs, self.case_id, TODAY))
        return found

    def in_country(self, country: str) -> "CaseBench":
        """Take up another case, under the law of `country`."""
        return replace(self, case_id=self.write(lambda session: a_case(session, self.packs, "Baobab-02", country)))

    def show(self, place: places.Place) -> Screen:
        """Show the page of a place as large as in a small window."""
        page = make(place, self.desk)
        self.qtbot.addWidget(page)
        page.resize(1100, 760)
        page.show()
        return page


def field(page: QWidget, name: str) -> QWidget:
    """Find a field of a page, which is there."""
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def label(page: QWidget, name: str) -> QLabel:
    """Find a label of a page, which is there."""
    found = field(page, name)
    assert isinstance(found, QLabel)
    return found
