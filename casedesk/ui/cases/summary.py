"""Résumé: what happened, what was done to her, and what can be done now."""

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casedesk.law.routes import RouteAnswer, RouteState
from casedesk.queries.case_sheet import IncidentCard, ItemRow, TimelineRow
from casedesk.translate import ngettext
from casedesk.ui import places
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.cases.lines import beads, incident_line, item_line, timeline_line
from casedesk.ui.cases.question_card import QuestionCard
from casedesk.ui.cases.route_words import RouteShown, route_line
from casedesk.ui.desk import Desk
from casedesk.ui.places import Page
from casedesk.ui.reveal import reveal
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_stack import CardStack
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.timeline_list import TimelineList

_FIRST = (RouteState.OPEN, RouteState.MISSING, RouteState.WAITING, RouteState.DONE)


class Summary(CasePage):
    """Three columns."""

    columns: QBoxLayout
    timeline: TimelineList
    no_timeline: QLabel
    add_event: QPushButton
    incidents: CardStack
    no_incident: QLabel
    add_incident: QPushButton
    questions_room: QWidget
    questions: QVBoxLayout
    routes: CardStack
    show_closed: QPushButton
    closed_routes: CardStack

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.timeline.columns(Column(lambda: "", lambda row: timeline_line(row).said, line=timeline_line))
        self.incidents.columns(Column(lambda: "", lambda row: card_line(row).said, line=card_line))
        for routes in (self.routes, self.closed_routes):
            routes.columns(Column(lambda: "", lambda row: self._route(row).said, line=self._route))
            routes.chosen.connect(self.on_route)
            routes.acted.connect(self.on_route)
        self.timeline.chosen.connect(self.on_timeline)
        self.incidents.chosen.connect(self.on_card)
        self.show_closed.toggled.connect(self.say)
        self.add_event.clicked.connect(lambda: self._go(places.AddEvent(self._case_id)))
        self.add_incident.clicked.connect(lambda: self._go(places.AddIncident(self._case_id)))

    @property
    def _case_id(self) -> str:
        return self.sheet.header.id if self.sheet else ""

    def _go(self, place: places.Place) -> None:
        self.going.emit(place)

    def _route(self, answer: RouteAnswer) -> Line:
        sheet = self.sheet
        pack = self.desk.packs[sheet.header.jurisdiction if sheet else ""]
        return route_line(pack, answer, self.desk.today())

    def say(self) -> None:
        """Word the page."""
        sheet = self.sheet
        if sheet is None:
            return
        self.timeline.show_rows(beads(sheet.timeline))
        self.no_timeline.setVisible(not sheet.timeline)
        cards: list[tuple[IncidentCard | ItemRow, ...]] = [(card, *card.items) for card in sheet.incidents]
        if sheet.loose_items:
            cards.append(sheet.loose_items)
        self.incidents.show_cards(cards)
        self.no_incident.setVisible(not cards)
        shown = sorted((r for r in sheet.routes if r.state in _FIRST), key=_order)
        self.routes.show_cards([(answer,) for answer in shown])
        closed = [answer for answer in sheet.routes if answer.state is RouteState.CLOSED]
        self.show_closed.setText(
            ngettext("{count} step is not for her here", "{count} steps are not for her here", len(closed)).format(
                count=len(closed)
            )
        )
        self.show_closed.setVisible(bool(closed))
        self.closed_routes.show_cards([(answer,) for answer in closed] if self.show_closed.isChecked() else ())
        for button in (self.add_event, self.add_incident):
            button.setVisible(sheet.header.closed_on is None)
        self._show_questions()

    def _show_questions(self) -> None:
        while (item := self.questions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        sheet = self.sheet
        if sheet is None:
            return
        for row in sheet.questions:
            card = QuestionCard(self.desk, row)
            card.going.connect(self.going)
            card.said.connect(self.said)
            self.questions.addWidget(card)
        self.questions_room.setVisible(bool(sheet.questions))

    def on_timeline(self, row: TimelineRow) -> None:
        """Go where this is told in full."""
        self._go(places.CaseAt(self._case_id, Page.FACTS, row.subject_id))

    def on_card(self, row: IncidentCard | ItemRow) -> None:
        """Complete an incident, or look at a content."""
        if isinstance(row, IncidentCard):
            self._go(places.AddIncident(self._case_id, row.id))
        else:
            self._go(places.CaseAt(self._case_id, Page.FACTS, row.id))

    def on_route(self, answer: RouteAnswer) -> None:
        """Tell a route whole, beside: its cost and its risk are read before its letter is written."""
        if self.sheet is not None:
            self.explaining.emit(RouteShown(self._case_id, self.sheet.header.jurisdiction, answer))
            for card in (*self.routes.cards, *self.closed_routes.cards):
                if card.row_at(0) == answer:
                    reveal(card)  # beside the panel there may be less room: she keeps her place


def _order(answer: RouteAnswer) -> tuple[int, bool]:
    """What is open and has its letter first."""
    return _FIRST.index(answer.state), not answer.route.letters


def card_line(row: IncidentCard | ItemRow) -> Line:
    """Word a row of an incident's card."""
    return incident_line(row) if isinstance(row, IncidentCard) else item_line(row)
