"""Droit: the law without a case, on three pages."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from casedesk.translate import N_, _
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.places import LawPage
from casedesk.ui.screen import Screen

if TYPE_CHECKING:
    from casedesk.ui.law.calculator import Calculator
    from casedesk.ui.law.list_page import ListPage

_TABS = {
    LawPage.CALCULATOR: (N_("Calculator"), "calculator.Calculator"),
    LawPage.RULES: (N_("Rules"), "rules.Rules"),
    LawPage.DIRECTORY: (N_("Directory"), "directory.Directory"),
}
_PAGES = tuple(_TABS)


class LawRoom(Screen):
    """Reads the packs only; each page is made when it is first looked at."""

    tabs: QTabBar
    page_layout: QVBoxLayout

    def __init__(self, desk: Desk, place: places.Law, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = place
        self._made: dict[LawPage, Calculator | ListPage] = {}
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for page in _PAGES:
            self.tabs.addTab(_(_TABS[page][0]))
        self.tabs.setCurrentIndex(_PAGES.index(place.page))
        self.tabs.currentChanged.connect(self.on_tab)
        self._show_page()

    def go_within(self, place: places.Law) -> bool:
        """Show another page, and what is asked for there."""
        self._place = place
        self.tabs.setCurrentIndex(_PAGES.index(place.page))
        self._show_page()
        if not place.subject:
            self.page.first_focus().setFocus()
        return True

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.page.first_focus()

    def say(self) -> None:
        """Word the tabs."""
        for index, page in enumerate(_PAGES):
            self.tabs.setTabText(index, _(_TABS[page][0]))

    @property
    def page(self) -> "Calculator | ListPage":
        """The page shown."""
        return self._made[_PAGES[self.tabs.currentIndex()]]

    def on_tab(self) -> None:
        """Show the page chosen."""
        current = _PAGES[self.tabs.currentIndex()]
        if self._place.page is not current:
            self._place = places.Law(current)
        self.turned.emit(self._place)
        self._show_page()

    def _show_page(self) -> None:
        current = self._place.page
        page = self._made.get(current)
        if page is None:
            page = self._made[current] = _make(_TABS[current][1], self.desk)
            page.going.connect(self.going)
            page.said.connect(self.said)
            self.page_layout.addWidget(page)
        for other in self._made.values():
            other.setVisible(other is page)
        if self._place.subject:
            page.show_subject(self._place.subject)


def _make(where: str, desk: Desk) -> "Calculator | ListPage":
    module, _dot, name = where.partition(".")
    page: Calculator | ListPage = getattr(import_module(f"casedesk.ui.law.{module}"), name)(desk)
    return page
