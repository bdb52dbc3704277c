"""Qualification: the offences a jurist chooses for each incident, the questions they ask, what shows the answers."""

import unicodedata
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from casedesk import wording
from casedesk.errors import CasedeskError
from casedesk.law.offences import Standing
from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import CaseSheet, IncidentCard
from casedesk.queries.qualification import (
    ExhibitLine,
    IncidentReading,
    OffenceRow,
    QualificationSheet,
    ReadIn,
    qualification_sheet,
)
from casedesk.services import incidents, qualification
from casedesk.translate import _, ngettext
from casedesk.ui import places
from casedesk.ui.cases import offence_words
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.cases.lines import incident_line, when_words
from casedesk.ui.cases.offence_sheet import OffenceSheet
from casedesk.ui.cases.offence_words import Group
from casedesk.ui.cases.proof_matrix import ProofMatrix
from casedesk.ui.desk import Desk, Session
from casedesk.ui.reveal import reveal
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line

_READ_AT_ONCE = 600  # pixels of an offence brought into view: its top first
_WHERE = {ReadIn.PERSON: places.Page.PEOPLE, ReadIn.AUTHORS: places.Page.PEOPLE, ReadIn.CONTENTS: places.Page.FACTS}


class _Gesture(Protocol):
    def __call__(self, session: Session, card: IncidentCard) -> None:
        """Write something about an incident as it was last shown."""


class Qualification(CasePage):
    """The incident at the left, its offences in the middle, elements and exhibits at the right. Reads its own sheet."""

    columns: QBoxLayout
    incidents: CardList
    no_incident: QLabel
    facts_room: QWidget
    facts: QLabel
    complete: QPushButton
    exhibits: CardList
    no_exhibit: QLabel
    middle_room: QWidget
    list_room: QWidget
    chosen_room: QWidget
    chosen: CardList
    suggested_room: QWidget
    suggested: CardList
    search: QLineEdit
    offences: CardList
    none_found: QLabel
    sheet_card: OffenceSheet
    matrix_lead: QLabel
    matrix: ProofMatrix

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._read: QualificationSheet | None = None
        self._incident_id = ""
        self._offence_id = ""  # the one open; empty shows the lists
        self._gestures: deque[tuple[str, _Gesture]] = deque()
        self._writing = False
        self._stale = False  # the last reading failed: read again before anything is written
        self.incidents.columns(Column(lambda: "", lambda row: _incident(row).said, line=_incident))
        self.exhibits.columns(Column(lambda: "", lambda row: _exhibit(row).said, line=_exhibit))
        for rows in (self.chosen, self.suggested, self.offences):
            rows.columns(Column(lambda: "", lambda row: self._offence(row).said, line=self._offence))
            rows.chosen.connect(self.on_open)
            rows.acted.connect(self.on_offence)
        self.incidents.chosen.connect(self.on_incident)
        self.incidents.moved.connect(self.on_incident)
        self.complete.clicked.connect(lambda: self.on_elsewhere(ReadIn.FACTS))
        self.exhibits.chosen.connect(self.on_exhibit)
        self.search.textChanged.connect(self._show_lists)
        self.sheet_card.leaving.connect(self.on_back)
        self.sheet_card.choosing.connect(self.on_offence)
        self.sheet_card.answered.connect(self.on_answer)
        self.sheet_card.elsewhere.connect(self.on_elsewhere)
        self.matrix.ticked.connect(self.on_tick)
        self._show()

    # Reading

    def show_case(self, sheet: CaseSheet) -> None:
        """Read the offences of the case."""
        super().show_case(sheet)
        self._ask(self.show_sheet)

    def _ask(self, then: Callable[[QualificationSheet], None]) -> None:
        """Ask for the page's own sheet."""
        if self.sheet is None:
            return
        desk, case_id = self.desk, self.sheet.header.id
        desk.read(lambda session: qualification_sheet(session, desk.packs, case_id, desk.today()), then, self.on_unread)

    def on_unread(self, error: CasedeskError) -> None:
        """Say that the page could not be read again; what she ticks next is written once it is."""
        self._writing, self._stale = False, True
        self.show_refusal(error)

    def show_sheet(self, sheet: QualificationSheet) -> None:
        """Show the incidents and their offences."""
        self._read, self._stale = sheet, False
        if self._reading is None and sheet.incidents:
            without = [one for one in sheet.incidents if not one.card.offences]
            self._incident_id = (without or list(sheet.incidents))[0].card.id
        self.say()

    def show_written(self, sheet: QualificationSheet) -> None:
        """Show what a gesture made of the incident, then write the next one."""
        self._writing = False
        self.show_sheet(sheet)
        self._write_next()

    def find_subject(self, subject_id: str) -> None:
        """Choose the incident to qualify."""
        if self._read is None or any(one.card.id == subject_id for one in self._read.incidents):
            self._incident_id = subject_id
            self._offence_id = ""
            self._show()

    @property
    def _reading(self) -> IncidentReading | None:
        cards = self._read.incidents if self._read else ()
        return next((one for one in cards if one.card.id == self._incident_id), None)

    @property
    def _pack(self) -> Pack:
        return self.desk.packs[self._read.jurisdiction if self._read else ""]

    @property
    def _open(self) -> OffenceRow | None:
        reading = self._reading
        return next((one for one in reading.offences if one.offence.id == self._offence_id), None) if reading else None

    # Showing

    def say(self) -> None:
        """Word the page."""
        self._show()

    def _show(self) -> None:
        sheet, reading = self._read, self._reading
        self.incidents.show_rows(sheet.incidents if sheet else ())
        self.no_incident.setVisible(sheet is not None and not sheet.incidents)
        for room in (self.facts_room, self.middle_room, self.matrix, self.matrix_lead):
            room.setVisible(reading is not None)
        if sheet is None or reading is None:
            return
        self._select(reading)
        self.facts.setText(_facts(reading))
        self.complete.setVisible(not sheet.closed)
        of_it = [one for one in sheet.exhibits if one.incident_id in {"", reading.card.id}]
        self.exhibits.show_rows(of_it)
        self.no_exhibit.setVisible(not of_it)
        self._show_middle(sheet, reading)
        self._show_matrix(sheet, reading, of_it)

    def _select(self, reading: IncidentReading) -> None:
        for number, one in enumerate(self._read.incidents if self._read else ()):
            if one is reading:
                self.incidents.setCurrentIndex(self.incidents.model().index(number, 0))

    def _show_middle(self, sheet: QualificationSheet, reading: IncidentReading) -> None:
        row = self._open
        self.list_room.setVisible(row is None)
        self.sheet_card.setVisible(row is not None)
        if row is not None:
            self.sheet_card.show_offence(self._pack, row, reading, closed=sheet.closed)
        else:
            self._show_lists()

    def _show_lists(self) -> None:
        reading = self._reading
        if reading is None:
            return
        pack = self._pack
        wanted = _plain(self.search.text()).split()
        groups: dict[Group, list[OffenceRow]] = {group: [] for group in Group}
        for row in reading.offences:
            group = offence_words.group_of(row)
            text = _plain(offence_words.searched(pack, row.offence))
            if group is not Group.OTHER or all(word in text for word in wanted):
                groups[group].append(row)
        self.chosen.show_rows(groups[Group.CHOSEN])
        self.chosen_room.setVisible(bool(groups[Group.CHOSEN]))
        self.suggested.show_rows(groups[Group.SUGGESTED])
        self.suggested_room.setVisible(bool(groups[Group.SUGGESTED]))
        self.offences.show_rows(groups[Group.OTHER])
        self.none_found.setVisible(not groups[Group.OTHER])

    def _show_matrix(self, sheet: QualificationSheet, reading: IncidentReading, exhibits: list[ExhibitLine]) -> None:
        """Show the elements of the offence open, else of those chosen, and the circumstances that are there."""
        row = self._open
        rows = [row] if row else [one for one in reading.offences if one.chosen]
        names = dict.fromkeys(name for one in rows for name in (*one.offence.elements, *one.read.because))
        words = {
            name: offence_words.says(self._pack, name)
            for name in names
            if reading.questions[name].answer.standing is not Standing.NO or reading.questions[name].exhibits
        }
        if not words:
            lead = _("Open an offence: its elements stand here, beside the exhibits.")
        elif not exhibits:
            lead = _("No exhibit yet: nothing can show these elements.")
        else:
            lead = _("Tick the exhibits, by their number, that show each element.")
        self.matrix_lead.setText(lead)
        self.matrix.show_matrix(words, reading.questions, exhibits, closed=sheet.closed)

    def _offence(self, row: OffenceRow) -> Line:
        return offence_words.offence_line(self._pack, row)

    # Acting

    def on_incident(self, reading: IncidentReading) -> None:
        """Show the offences of an incident."""
        if reading.card.id != self._incident_id:
            self._incident_id = reading.card.id
            self._offence_id = ""
            self._show()

    def on_exhibit(self, exhibit: ExhibitLine) -> None:
        """Go to an exhibit."""
        if self._read is not None:
            self.going.emit(places.CaseAt(self._read.case_id, places.Page.FACTS, exhibit.id))

    def on_open(self, row: OffenceRow) -> None:
        """Show an offence in full."""
        self._offence_id = row.offence.id
        self.sheet_card.saved.clear()
        self._show()
        self.sheet_card.back.setFocus()
        reveal(self.sheet_card, QRect(0, 0, 1, _READ_AT_ONCE))

    def on_back(self) -> None:
        """Show all the offences again, the cursor where it was."""
        left = self._offence_id
        self._offence_id = ""
        self._show()
        for rows in (self.chosen, self.suggested, self.offences):
            for number in range(rows.model().rowCount()):
                if rows.row_at(number).offence.id == left:
                    index = rows.model().index(number, 0)
                    rows.setCurrentIndex(index)
                    rows.setFocus()
                    reveal(rows, rows.visualRect(index))

    def on_elsewhere(self, where: ReadIn) -> None:
        """Go where a fact is noted."""
        if self._read is None:
            return
        page = _WHERE.get(where)
        if page is None:
            self.going.emit(places.AddIncident(self._read.case_id, self._incident_id))
        else:
            self.going.emit(places.CaseAt(self._read.case_id, page))

    def on_offence(self, row: OffenceRow) -> None:
        """Choose an offence, or take it back."""
        desk, offence = self.desk, row.offence.id

        def job(session: Session, card: IncidentCard) -> None:
            chosen = [one.id for one in card.offences if one.id != offence]
            if not row.chosen:
                chosen.append(offence)
            today, now = desk.today(), desk.now()
            incidents.update_incident(
                session, desk.packs, card.id, card.version, today=today, now=now, offences=tuple(chosen)
            )

        self._write(job)

    def on_answer(self, element: str, value: object) -> None:
        """Write an answer down."""
        desk, said = self.desk, value if isinstance(value, bool) else None

        def job(session: Session, card: IncidentCard) -> None:
            qualification.answer_element(
                session, desk.packs, card.id, element, value=said, version=card.version, now=desk.now()
            )

        self._write(job)

    def on_tick(self, element: str, exhibit_id: str, supported: bool) -> None:
        """Write down that an exhibit shows an element, or no longer."""
        desk = self.desk

        def job(session: Session, card: IncidentCard) -> None:
            qualification.support_element(
                session, desk.packs, card.id, element, exhibit_id, supported=supported, now=desk.now()
            )

        self._write(job)

    def _write(self, gesture: _Gesture) -> None:
        """Write one gesture after the other: the next one sees what the last one made of the incident."""
        if self._read is not None and not self._read.closed:
            self._gestures.append((self._incident_id, gesture))
            self._write_next()

    def _write_next(self) -> None:
        """Write the gesture that waits, unless one is being written; one about facts that are gone is passed over."""
        if self._read is None or self._writing or not self._gestures:
            return
        if self._stale:
            self._writing = True
            self._ask(self.show_written)
            return
        cards = {one.card.id: one.card for one in self._read.incidents}
        while self._gestures and not self._writing:
            incident_id, gesture = self._gestures.popleft()
            if incident_id in cards:
                self._writing = True
                self.desk.write(partial(gesture, card=cards[incident_id]), self.on_saved, self.on_refused)

    def on_saved(self, _nothing: object) -> None:
        """Say it is saved; the clocks follow by themselves."""
        self.sheet_card.saved.setText(_("Saved. The dates follow."))
        self._ask(self.show_written)

    def on_refused(self, error: CasedeskError) -> None:
        """Say a refusal, and show again what is written."""
        self._gestures.clear()
        self.show_refusal(error)
        self._ask(self.show_written)


def _incident(reading: IncidentReading) -> Line:
    return incident_line(reading.card)


def _exhibit(exhibit: ExhibitLine) -> Line:
    return Line(title=_("Exhibit {number}").format(number=exhibit.number), after=exhibit.title, strong=False)


def _facts(reading: IncidentReading) -> str:
    """Say what is noted of an incident that the offences may ask about."""
    card = reading.card
    parts = [when_words(reading.when), card.where]
    if card.online is not None:
        parts.append(_("online") if card.online else _("not online"))
    if card.public is not None:
        parts.append(_("in public") if card.public else _("not in public"))
    if card.incapacity_days is not None:
        days = card.incapacity_days
        said = ngettext("{days} day of incapacity", "{days} days of incapacity", days)
        parts.append(said.format(days=wording.number(days)))
    if card.amount is not None:
        parts.append(wording.amount(card.amount, card.currency))
    return "\n\n".join(part for part in (" · ".join(filter(None, parts)), card.account_of_facts, card.effects) if part)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in bare if not unicodedata.combining(c))
