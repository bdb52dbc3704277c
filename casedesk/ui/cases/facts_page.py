"""Faits et contenus: incidents, what became of each content, and the numbered exhibits."""

import mimetypes
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from casedesk.errors import CasedeskError, InvalidInput, Unreachable
from casedesk.queries.case_sheet import IncidentCard, ItemRow
from casedesk.queries.values import ItemState
from casedesk.services import exhibits, items
from casedesk.services.exhibits import Shows
from casedesk.translate import N_, _
from casedesk.ui import places, words
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.cases.lines import exhibit_line, item_times
from casedesk.ui.cases.summary import card_line
from casedesk.ui.desk import Desk, Session
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.card_stack import CardStack
from casedesk.ui.widgets.day_field import DayField

_SHOWS = {
    Shows.PAPER: N_("a certificate, a receipt, a letter"),
    Shows.TRACE: N_("messages, a page, a post without anything intimate"),
    Shows.INTIMATE: N_("something intimate, of an adult"),
    Shows.MINOR: N_("something sexual, and a minor or somebody who looks like one"),
}


class FactsPage(CasePage):
    """Incidents at the left; the content chosen and the exhibits at the right."""

    columns: QBoxLayout
    add_incident: QPushButton
    add_links: QPushButton
    incidents: CardStack
    no_incident: QLabel
    item_room: QWidget
    item_title: QLabel
    item_url: QLabel
    item_times: QLabel
    item_state: QComboBox
    item_seen: DayField
    item_problem: QLabel
    save_item: QPushButton
    exhibits: CardList
    no_exhibit: QLabel
    add_file: QPushButton
    add_paper: QPushButton
    paper_room: QWidget
    paper_title: QLineEdit
    paper_shows: QComboBox
    paper_intimate: QCheckBox
    paper_problem: QLabel
    save_paper: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._item: ItemRow | None = None
        self._file: Path | None = None
        self.incidents.columns(Column(lambda: "", lambda row: card_line(row).said, line=card_line))
        self.exhibits.columns(Column(lambda: "", lambda row: exhibit_line(row).said, line=exhibit_line))
        for state in ItemState:
            self.item_state.addItem("", state)
        for shows in Shows:
            self.paper_shows.addItem("", shows)
        self.item_seen.today = desk.today()
        self.incidents.chosen.connect(self.on_card)
        self.add_incident.clicked.connect(lambda: self.going.emit(places.AddIncident(self._case_id)))
        self.add_links.clicked.connect(lambda: self.going.emit(places.AddLinks(self._case_id)))
        self.save_item.clicked.connect(self.on_save_item)
        self.add_paper.clicked.connect(partial(self.open_exhibit, None))
        self.add_file.clicked.connect(self.on_add_file)
        self.save_paper.clicked.connect(self.on_save_paper)
        self.paper_shows.currentIndexChanged.connect(self.on_shows)
        for part in (self.item_room, self.paper_room, self.item_problem, self.paper_problem, self.paper_intimate):
            part.hide()

    @property
    def _case_id(self) -> str:
        return self.sheet.header.id if self.sheet else ""

    def say(self) -> None:
        """Word the page."""
        for index, state in enumerate(ItemState):
            self.item_state.setItemText(index, words.item_state(state))
        for index, shows in enumerate(Shows):
            self.paper_shows.setItemText(index, words.capital(_(_SHOWS[shows])))
        sheet = self.sheet
        if sheet is None:
            return
        cards: list[tuple[IncidentCard | ItemRow, ...]] = [(card, *card.items) for card in sheet.incidents]
        if sheet.loose_items:
            cards.append(sheet.loose_items)
        self.incidents.show_cards(cards)
        self.no_incident.setVisible(not cards)
        self.exhibits.show_rows(sheet.exhibits)
        self.no_exhibit.setVisible(not sheet.exhibits)
        is_open = sheet.header.closed_on is None
        for button in (self.add_incident, self.add_links, self.add_file, self.add_paper, self.save_item):
            button.setVisible(is_open)
        if self._item is not None:
            self.find_subject(self._item.id)

    def find_subject(self, subject_id: str) -> None:
        """Show a content, or the incident it belongs to."""
        for card in self.incidents.cards:
            model = card.model()
            for number in range(model.rowCount()):
                row = card.row_at(number)
                if row.id == subject_id:
                    card.setCurrentIndex(model.index(number, 0))
                    if isinstance(row, ItemRow):
                        self.show_item(row)

    def on_card(self, row: IncidentCard | ItemRow) -> None:
        """Complete an incident, or show a content."""
        if isinstance(row, IncidentCard):
            self.going.emit(places.AddIncident(self._case_id, row.id))
        else:
            self.show_item(row)

    def show_item(self, row: ItemRow) -> None:
        """Show what is known of a content."""
        self._item = row
        self.item_title.setText(card_line(row).title)
        self.item_url.setText(row.url or row.pasted)
        self.item_times.setText(item_times(row))
        self.item_times.setVisible(bool(item_times(row)))
        self.item_state.setCurrentIndex(self.item_state.findData(row.state))
        self.item_seen.show_day(self.desk.today())
        self.item_problem.hide()
        self.item_room.show()

    def on_save_item(self) -> None:
        """Note what became of a content."""
        row, desk = self._item, self.desk
        if row is None:
            return
        state = ItemState(self.item_state.currentData())
        today, now = desk.today(), desk.now()
        try:
            seen_on = self.item_seen.day() or today
        except InvalidInput as error:
            self._refuse(self.item_problem, error)
            return
        desk.write(
            lambda session: items.set_state(session, row.id, state, seen_on=seen_on, today=today, now=now),
            failed=partial(self._refuse, self.item_problem),
        )

    def on_add_file(self) -> None:
        """Choose a file to seal."""
        chosen, _filter = QFileDialog.getOpenFileName(self, _("File to add as an exhibit"), str(Path.home()))
        if chosen:
            self.open_exhibit(Path(chosen))

    def open_exhibit(self, file: Path | None) -> None:
        """Ask what the exhibit is; `file` is None for a paper."""
        self._file = file
        self.paper_room.show()
        self.paper_problem.hide()
        self.paper_title.clear()
        self.paper_shows.setCurrentIndex(self.paper_shows.findData(Shows.TRACE if file else Shows.PAPER))
        self.paper_title.setFocus()

    def on_shows(self) -> None:
        """An intimate file is kept only when she asked for it."""
        intimate = self.paper_shows.currentData() == Shows.INTIMATE
        self.paper_intimate.setVisible(intimate and self._file is not None)

    def on_save_paper(self) -> None:
        """Number the exhibit, sealing its file."""
        desk, file, case_id = self.desk, self._file, self._case_id
        title = self.paper_title.text()
        shows = Shows(self.paper_shows.currentData())
        keep = self.paper_intimate.isChecked()
        today, now = desk.today(), desk.now()
        item_id = self._item.id if self._item is not None else None

        def job(session: Session) -> str:
            return exhibits.add_exhibit(
                session,
                desk.packs,
                case_id,
                title=title,
                content=_content(file) if file else None,
                seal=desk.seal,
                shows=shows,
                today=today,
                now=now,
                item_id=item_id,
                original_name=file.name if file else "",
                media_type=(mimetypes.guess_type(file.name)[0] or "") if file else "",
                keep_intimate=keep,
            )

        desk.write(job, self.on_numbered, partial(self._refuse, self.paper_problem))

    def on_numbered(self, _exhibit_id: str) -> None:
        """Put the form away."""
        self.paper_room.hide()
        self.said.emit(_("The exhibit has its number; it will never change."))

    def _refuse(self, label: QLabel, error: CasedeskError) -> None:
        label.setText(words.refusal(error.sentence))
        label.show()


def _content(file: Path) -> bytes:
    try:
        exhibits.check_size(file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise Unreachable(_("This file cannot be read. Check that it is still there, then try again.")) from error
