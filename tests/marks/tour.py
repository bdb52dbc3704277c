"""A visit of the desk: its screens, and all that opens on them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import CaseSheet, case_sheet
from casedesk.queries.cases import case_rows
from casedesk.queries.deadlines import DateRow
from casedesk.store.workspace import Workspace
from casedesk.ui import places
from casedesk.ui.cases.calendar_page import CalendarPage
from casedesk.ui.cases.case import Case
from casedesk.ui.cases.qualification import Qualification
from casedesk.ui.cases.summary import Summary
from casedesk.ui.desk import Desk
from casedesk.ui.events.add_event import AddEvent
from casedesk.ui.law.body_notice import page_for_her
from casedesk.ui.law.calculator import Calculator
from casedesk.ui.law.directory import Directory
from casedesk.ui.law.explanation import Explanation
from casedesk.ui.law.law_room import LawRoom
from casedesk.ui.law.rules import Rules
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import LawPage, Page
from casedesk.ui.printing import document_of
from casedesk.ui.today.today import Today
from tests.marks.house import TODAY
from tests.marks.shown import Piece, pieces, plain

FEW = 3  # things opened among many of a kind; then the last


class Lent:
    """A workspace that its owner closes."""

    def __init__(self, workspace: Workspace) -> None:
        object.__setattr__(self, "_workspace", workspace)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workspace, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._workspace, name, value)

    def close(self) -> None:
        """Leave it open."""


@dataclass
class Tour:
    """A visit under one law. `seen` is all that was shown, screen by screen; `every` opens one thing in so many."""

    desk: Desk
    window: MainWindow
    qtbot: QtBot
    every: int = 1
    seen: dict[str, list[Piece]] = field(default_factory=dict)

    @property
    def packs(self) -> Mapping[str, Pack]:
        """The law it is under."""
        return self.desk.packs

    def settle(self) -> None:
        """Let everything asked be answered and laid out."""
        quiet = 0
        while quiet < 3:
            self.qtbot.wait(1)
            quiet = quiet + 1 if self.desk.is_idle else 0

    def ask(self, job: Callable[[Any], Any]) -> Any:
        """Read something of the workspace."""
        found: list[Any] = []
        self.desk.read(job, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def go(self, place: places.Place) -> QWidget:
        """Go somewhere; give the page."""
        self.window.workbench.go(place)
        self.settle()
        page = self.window.workbench.pages.page
        assert page is not None
        return page

    def look(self, screen: str, root: QWidget | None = None) -> None:
        """Read what is shown."""
        self.seen.setdefault(screen, []).extend(pieces(root or self.window))

    def look_beside(self, screen: str) -> None:
        """Read what opened beside the page, then close it."""
        self.settle()
        panel = self.window.workbench.panel
        assert panel.isVisible(), screen
        self.look(screen, panel)
        for explanation in panel.findChildren(Explanation):
            if explanation.isVisible():
                self.print_it(explanation)
        self.window.workbench.close_panel()

    def print_it(self, explanation: Explanation) -> None:
        """Read an explanation as it is printed."""
        assert explanation.told is not None
        paper = document_of(explanation.told.title, explanation.printed()).toPlainText()
        self.seen.setdefault("printed", []).append(Piece(explanation.told.rule, plain(paper)))

    # Everything

    def everywhere(self, cases: int) -> None:
        """See every screen, and some cases of each country."""
        self.board()
        self.list_of_cases()
        for sheet in self.sheets(cases):
            self.case(sheet)
            self.entries(sheet)
        self.steps()
        self.calculator()
        self.rules()
        self.directory()

    def main_screens(self) -> None:
        """See where dates stand, in one case of each country, and the law without a case."""
        self.board()
        self.list_of_cases()
        for sheet in self.sheets(1):
            self.case(sheet, [Page.SUMMARY, Page.CALENDAR])
        self.steps()
        self.calculator()
        self.rules()

    def sheets(self, most: int) -> list[CaseSheet]:
        """Read some cases of each country, those with the most to show."""

        def job(session: Any) -> list[CaseSheet]:
            rows = case_rows(session, self.packs, TODAY)
            return [case_sheet(session, self.packs, row.id, TODAY) for row in rows]

        found: list[CaseSheet] = sorted(self.ask(job), key=lambda one: -len(one.deadlines) - len(one.letters))
        return [
            sheet
            for country in self.packs
            for sheet in islice((one for one in found if one.header.jurisdiction == country), most)
        ]

    # The screens

    def board(self) -> None:
        """See Aujourd'hui with its later dates, and why some dates are what they are."""
        page = self.go(places.Today())
        assert isinstance(page, Today)
        page.on_later()
        self.settle()
        self.look("today")
        rows = [page.deadlines.row_at(number) for number in range(page.deadlines.model().rowCount())]
        for row in {row.clock: row for row in rows if isinstance(row, DateRow)}.values():  # one of each kind of clock
            page.on_why(row)
            self.look_beside("why")

    def list_of_cases(self) -> None:
        """See Dossiers, at ease then where there is little room."""
        self.go(places.Cases())
        self.look("cases")
        self.window.resize(910, 512)
        self.look("cases")
        self.window.resize(1366, 768)

    def case(self, sheet: CaseSheet, pages: Collection[Page] = tuple(Page)) -> None:
        """See pages of a case, and what opens on them."""
        for name in pages:
            page = self.go(places.CaseAt(sheet.header.id, name))
            assert isinstance(page, Case)
            match page.page:
                case Summary():
                    self._summary(page.page)
                case Qualification():
                    self._qualification(page.page)
                case CalendarPage():
                    self._calendar(page.page)
            self.look(name.value)

    def _summary(self, page: Summary) -> None:
        page.show_closed.setChecked(True)
        self.settle()
        waiting = [card for card in page.routes.cards if card.row_at(0).opens_on]
        for card in (*waiting, *page.routes.cards[:FEW], *page.closed_routes.cards[:1]):
            page.on_route(card.row_at(0))
            self.look_beside("route")

    def _qualification(self, page: Qualification) -> None:
        for rows in (page.chosen, page.suggested, page.offences):
            for number in _some(rows):
                page.on_open(rows.row_at(number))
                self.look("offence", page.sheet_card)
                page.on_back()

    def _calendar(self, page: CalendarPage) -> None:
        page.show_idle.setChecked(True)
        self.settle()
        lines = [page.chart.row_at(number) for number in range(page.chart.model().rowCount())]
        for line in {line.clock: line for line in lines}.values():
            page.on_line(line)
            self.look_beside("clock")

    def entries(self, sheet: CaseSheet) -> None:
        """See what is written in a case: facts, letters."""
        if sheet.header.closed_on is not None:
            return
        self.go(places.AddIncident(sheet.header.id, sheet.incidents[0].id if sheet.incidents else ""))
        self.look("incident")
        for choice in sheet.catalogue:
            self.go(places.Compose(sheet.header.id, choice.model))
            self.look("compose")

    def steps(self) -> None:
        """Choose each step that can be noted, and read what it does."""
        for sheet in self.sheets(1):
            page = self.go(places.AddEvent(sheet.header.id))
            assert isinstance(page, AddEvent)
            self.look("step", page)
            for index in range(0, page.what.count(), self.every):
                page.what.setCurrentIndex(index)
                self.look("step", page.help_room)

    def calculator(self) -> None:
        """Count with every rule, from a day, wide then narrow; copy each answer."""
        page = self._law(LawPage.CALCULATOR)
        assert isinstance(page, Calculator)
        self.look("calculator")
        rules = [f"{pack.id}/{rule}" for pack in self.packs.values() for rule in pack.rules]
        for number, name in enumerate(rules[:: self.every]):
            page.show_subject(name)
            page.when.when_day.setText("18/11/2026")
            self.look("count", page)
            if number % 10 == 0:
                self.window.resize(700, 768)
                self.look("count", page)
                self.window.resize(1366, 768)
            self.print_it(page.explanation)
            page.explanation.copy_it.click()
            self.seen.setdefault("copied", []).append(Piece(name, plain(QGuiApplication.clipboard().text())))

    def rules(self) -> None:
        """Read each rule whole."""
        page = self._law(LawPage.RULES)
        assert isinstance(page, Rules)
        self.look("rules")
        for number in range(0, page.rows.model().rowCount(), self.every):
            page.read(page.rows.row_at(number))
            self.look("rule", page.detail)

    def directory(self) -> None:
        """Read each body whole, then the page of numbers of all of them."""
        page = self._law(LawPage.DIRECTORY)
        assert isinstance(page, Directory)
        self.look("directory")
        for number in range(0, page.rows.model().rowCount(), self.every):
            page.read(page.rows.row_at(number))
            self.look("body", page.detail)
        page.on_take(page.rows.row_at(0))
        page.on_see()
        self.look("her page", page.detail)
        bodies = [page.rows.row_at(number).body for number in range(page.rows.model().rowCount())]
        for entry in page_for_her(bodies):
            paper = document_of(entry.name, [entry.phone, *entry.lines], large=True).toPlainText()
            self.seen["her page"].append(Piece(entry.name, plain(paper)))

    def _law(self, name: LawPage) -> QWidget:
        room = self.go(places.Law(name))
        assert isinstance(room, LawRoom)
        return room.page


def _some(view: QAbstractItemView) -> Iterator[int]:
    """Choose rows of a list: the first ones, and the last."""
    count = view.model().rowCount()
    yield from sorted({*range(min(count, FEW)), count - 1} if count else ())
