"""One case: its header, its race strip, its pages."""

from importlib import import_module
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QStackedWidget, QTabBar, QWidget

from casedesk.changes import Changes, Kind
from casedesk.errors import CasedeskError
from casedesk.queries.case_sheet import CaseHeader, CaseSheet, case_sheet
from casedesk.translate import N_, _
from casedesk.ui import places, words
from casedesk.ui.cases.case_page import TO_WRITE, CasePage
from casedesk.ui.cases.race_strip import RaceStrip
from casedesk.ui.desk import Desk
from casedesk.ui.places import Page
from casedesk.ui.screen import Screen

_TABS = {
    Page.SUMMARY: (N_("Summary"), "summary.Summary"),
    Page.PEOPLE: (N_("People"), "people.People"),
    Page.FACTS: (N_("Facts and contents"), "facts_page.FactsPage"),
    Page.QUALIFICATION: (N_("Qualification"), "qualification.Qualification"),
    Page.CALENDAR: (N_("Calendar"), "calendar_page.CalendarPage"),
    Page.LETTERS: (N_("Letters"), "letters_page.LettersPage"),
}
_PAGES = tuple(_TABS)


class Case(Screen):
    """Reads the sheet once and gives each page its part; pages are made when first looked at."""

    depends_on: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.JOURNAL}

    pseudonym: QLabel
    country: QLabel
    stage: QLabel
    contact: QLabel
    paste: QPushButton
    write: QPushButton
    strip_card: QFrame
    strip: RaceStrip
    tabs: QTabBar
    page_stack: QStackedWidget

    def __init__(self, desk: Desk, place: places.CaseAt, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = place
        self._sheet: CaseSheet | None = None
        self._made: dict[Page, CasePage] = {}
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for page in _PAGES:
            self.tabs.addTab(_(_TABS[page][0]))
        self.tabs.setCurrentIndex(_PAGES.index(place.page))
        self.tabs.currentChanged.connect(self.on_tab)
        self.paste.clicked.connect(lambda: self.going.emit(places.AddLinks(self._place.case_id)))
        self.write.clicked.connect(self.on_write)
        self.strip_card.hide()
        self.read()

    def go_within(self, place: places.CaseAt) -> bool:
        """Show another page of the same case."""
        if place.case_id != self._place.case_id:
            return False
        self._place = place
        self.tabs.setCurrentIndex(_PAGES.index(place.page))
        self._show_page()
        return True

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.tabs

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - the whole sheet is read again
        """Read the case again."""
        self.read()

    def read(self) -> None:
        """Ask for the sheet."""
        desk, case_id = self.desk, self._place.case_id
        desk.read(
            lambda session: case_sheet(session, desk.packs, case_id, desk.today()), self.show_case, self.show_refusal
        )

    def show_case(self, sheet: CaseSheet) -> None:
        """Show the case."""
        self._sheet = sheet
        for page in self._made.values():
            page.show_case(sheet)
        self.say()
        self._show_page()

    def show_refusal(self, error: CasedeskError) -> None:
        """Say that the case cannot be shown."""
        self.said.emit(words.refusal(error.sentence))

    def say(self) -> None:
        """Word the header."""
        for index, page in enumerate(_PAGES):
            self.tabs.setTabText(index, _(_TABS[page][0]))
        sheet = self._sheet
        if sheet is None:
            return
        header = sheet.header
        self.pseudonym.setText(header.pseudonym)
        self.country.setText(words.jurisdiction(header.jurisdiction))
        self.stage.setText(words.stage(header.stage))
        self.contact.setText(contact_line(header))
        self.strip.show_race(sheet.race)
        for button in (self.paste, self.write):
            button.setEnabled(header.closed_on is None)
        self._show_strip()

    @property
    def page(self) -> CasePage | None:
        """The page shown."""
        return self._made.get(self._current())

    def _current(self) -> Page:
        return _PAGES[self.tabs.currentIndex()]

    def on_tab(self) -> None:
        """Show the page chosen."""
        if self._place.page is not self._current():
            self._place = places.CaseAt(self._place.case_id, self._current())
        self.turned.emit(self._place)
        self._show_page()

    def _show_page(self) -> None:
        if self._sheet is None:
            return
        current = self._current()
        page = self._made.get(current)
        if page is None:
            module, _dot, name = _TABS[current][1].partition(".")
            page = getattr(import_module(f"casedesk.ui.cases.{module}"), name)(self.desk)
            self._made[current] = page
            page.going.connect(self.going)
            page.said.connect(self.said)
            page.explaining.connect(self.explaining)
            page.show_case(self._sheet)
            self.page_stack.addWidget(page)
        for other in self._made.values():
            shown = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(shown, shown)
        self.page_stack.setCurrentWidget(page)
        self._show_strip()
        if self._place.subject:
            subject = self._place.subject
            self._place = places.CaseAt(self._place.case_id, current)  # once: reading again must not move her away
            page.find_subject(subject)

    def _show_strip(self) -> None:
        """The calendar shows the same clocks on a longer scale."""
        has_race = self._sheet is not None and bool(self._sheet.race)
        self.strip_card.setVisible(has_race and self._current() is not Page.CALENDAR)

    def on_write(self) -> None:
        """Choose the letter to write, among the letters of the case."""
        self.going.emit(places.CaseAt(self._place.case_id, Page.LETTERS, TO_WRITE))


def contact_line(header: CaseHeader) -> str:
    """Say how she may be reached, and that her identity is masked."""
    parts = []
    if header.safe_contact:
        way = ", ".join(part for part in (header.safe_contact, header.safe_hours) if part)
        parts.append(_("Safe contact: {way}.").format(way=way))
    if header.never:
        parts.append(_never(header.never.rstrip(".")))
    if header.danger_note:
        parts.append(_("Danger: {note}.").format(note=header.danger_note.rstrip(".")))
    if not parts:
        parts.append(_("No safe contact is noted yet."))
    return "  ".join(parts)


def _never(never: str) -> str:
    """Say what must never be done; what already says “never” is not said twice."""
    word = _("Never: {never}.").partition("{")[0].strip(" :\u00a0\u202f")
    if never.casefold().startswith(word.casefold()):
        return f"{words.capital(never)}."
    return _("Never: {never}.").format(never=never)
