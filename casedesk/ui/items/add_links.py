"""Coller des contenus: one big field, each line read as it is pasted; the question about minors comes first."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.queries.case_sheet import CaseSheet, case_sheet
from casedesk.services import incidents, items
from casedesk.services.items import LinkOutcome, PastedLink
from casedesk.translate import _, ngettext
from casedesk.ui import places
from casedesk.ui.desk import Desk, Session
from casedesk.ui.items.lines import foreseen, kept_line, read_line
from casedesk.ui.items.minor_question import MinorQuestion
from casedesk.ui.problems import Problems
from casedesk.ui.reveal import reveal
from casedesk.ui.screen import Screen
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.day_field import DayField
from casedesk.ui.widgets.line import Line

REST = 120  # milliseconds without a key before what is pasted is read
WIDE = 780  # pixels under which the columns go one under the other
SHOWN = 200  # rows drawn; more would be read by nobody

_NONE, _NEW = "", "new"  # what a content may be tied to, beside the incidents of the case


class AddLinks(Screen):
    """Nothing is fetched: each line is read for what it says by itself, then kept as it was pasted."""

    back: QPushButton
    lead: QLabel
    minor: MinorQuestion
    pasting: QWidget
    columns: QBoxLayout
    asking: QWidget
    pasted: QPlainTextEdit
    incident_id: QComboBox
    first_seen_on: DayField
    title_room: QWidget
    title: QLineEdit
    count: QLabel
    read_rows: CardList
    others: QLabel
    nothing: QLabel
    save: QPushButton
    done: QPushButton
    again: QPushButton

    def __init__(self, desk: Desk, place: places.AddLinks, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = place
        self._sheet: CaseSheet | None = None
        self._rows: tuple[PastedLink, ...] = ()
        self._saved = False
        self._problems = Problems(self, {"text": "pasted"})
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.on_rest)
        self.first_seen_on.today = desk.today()
        self.read_rows.columns(Column(lambda: "", lambda row: self._line(row).said, line=self._line))
        self.pasted.textChanged.connect(self._rest.start)
        self.incident_id.currentIndexChanged.connect(self.on_incident)
        self.minor.answered.connect(self.on_answer)
        self.back.clicked.connect(self.leaving)
        self.save.clicked.connect(self.on_save)
        self.done.clicked.connect(self.leaving)
        self.again.clicked.connect(self.on_again)
        self.show_rows(())
        self.on_answer()
        self.read()

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.minor

    def read(self) -> None:
        """Ask for what is already in the case."""
        desk, case_id = self.desk, self._place.case_id
        desk.read(
            lambda session: case_sheet(session, desk.packs, case_id, desk.today()), self.show_case, self._problems.show
        )

    def show_case(self, sheet: CaseSheet) -> None:
        """Offer the incidents of the case."""
        self._sheet = sheet
        self.incident_id.clear()
        self.incident_id.addItem("", _NONE)
        for card in sheet.incidents:
            self.incident_id.addItem(card.title, card.id)
        self.incident_id.addItem("", _NEW)
        first = self.incident_id.findData(self._place.incident_id) if self._place.incident_id else -1
        if first < 0 and len(sheet.incidents) <= 1:
            first = 1  # the only incident there is, or a new one
        self.incident_id.setCurrentIndex(max(first, 0))
        self.minor.show_bodies(self.desk.packs[sheet.header.jurisdiction].bodies.values())
        self.say()

    def say(self) -> None:
        """Word the page."""
        self.show_rows(self._rows)
        if self._sheet is None:
            return
        self.lead.setText(
            _("{case} · each address is kept as it was pasted; nothing is opened, nothing is fetched.").format(
                case=self._sheet.header.pseudonym
            )
        )
        self.incident_id.setItemText(0, _("to be said later"))
        self.incident_id.setItemText(self.incident_id.count() - 1, _("new facts…"))

    def on_answer(self) -> None:
        """Go on once the question about minors is answered."""
        answered = self.minor.is_answered
        self.pasting.setVisible(answered)
        self.asking.setVisible(not self._saved)
        self.done.setVisible(self._saved)
        self.again.setVisible(self._saved)

    # What is pasted

    def on_rest(self) -> None:
        """Read what is pasted."""
        self._problems.clear()
        try:
            read = items.read_links(self.pasted.toPlainText())
        except InvalidInput as error:
            self._problems.show(error)
            return
        self.show_rows(foreseen(read, self._known()))

    def _known(self) -> frozenset[str]:
        """The addresses the case has already."""
        if self._sheet is None:
            return frozenset()
        tied = (row for card in self._sheet.incidents for row in card.items)
        return frozenset(row.url for row in (*tied, *self._sheet.loose_items))

    def show_rows(self, rows: tuple[PastedLink, ...]) -> None:
        """Show what each line says, or what became of it."""
        self._rows = rows
        self.read_rows.show_rows(rows[:SHOWN])
        self.nothing.setVisible(not rows)
        self.count.setVisible(bool(rows))
        new = sum(row.outcome is LinkOutcome.ADDED for row in rows)
        there = sum(row.outcome is LinkOutcome.ALREADY_THERE for row in rows)
        self.count.setText(" · ".join(_counts(new, there, saved=self._saved)))
        beyond = len(rows) - SHOWN
        self.others.setVisible(beyond > 0)
        self.others.setText(
            ngettext("{count} more line is read too.", "{count} more lines are read too.", beyond).format(count=beyond)
        )
        self.save.setText(
            ngettext("Add {count} content", "Add {count} contents", new).format(count=new)
            if new
            else _("Add to the case")
        )

    def _line(self, row: PastedLink) -> Line:
        return kept_line(row) if self._saved else read_line(row)

    def on_incident(self) -> None:
        """Ask for a few words on facts that are not noted yet."""
        self.title_room.setVisible(self.incident_id.currentData() == _NEW)

    # Writing

    def on_save(self) -> None:
        """Add the contents to the case."""
        self._rest.stop()
        self.on_rest()
        try:
            self._check()
            first_seen_on = self._day()
        except InvalidInput as error:
            self._problems.show(error)
            return
        desk, case_id, text = self.desk, self._place.case_id, self.pasted.toPlainText()
        today, now = desk.today(), desk.now()
        tied = str(self.incident_id.currentData() or _NONE)
        title, minor, note = self.title.text(), self.minor.minor, self.minor.description

        def job(session: Session) -> tuple[PastedLink, ...]:
            incident_id = tied or None
            if tied == _NEW:
                incident_id = incidents.add_incident(
                    session, desk.packs, case_id, today=today, now=now, title=title, online=True
                )
            return items.add_links(
                session,
                case_id,
                text,
                incident_id=incident_id,
                first_seen_on=first_seen_on,
                shows_minor=minor,
                note=note,
                now=now,
            )

        self.save.setEnabled(False)
        desk.write(job, self.on_saved, self.show_refusal)

    def _check(self) -> None:
        """See that there is something to add.

        Raises:
            InvalidInput: no address is read.
        """
        if not any(row.outcome in {LinkOutcome.ADDED, LinkOutcome.ALREADY_THERE} for row in self._rows):
            raise InvalidInput("pasted", _("No address is read here. Paste at least one, from https:// on."))

    def _day(self) -> date | None:
        """Read the day somebody saw them.

        Raises:
            InvalidInput: it is not a day, or it is to come.
        """
        day = self.first_seen_on.day()
        if day is not None and day > self.desk.today():
            sentence = _("This day is in the future. Only what has happened is recorded here.")
            raise InvalidInput("first_seen_on", sentence)
        return day

    def on_saved(self, outcomes: tuple[PastedLink, ...]) -> None:
        """Say what became of each line."""
        self.save.setEnabled(True)
        self._saved = True
        self.minor.close_question()
        self.on_answer()
        self.show_rows(outcomes)
        self.done.setFocus()
        reveal(self.done)

    def show_refusal(self, error: CasedeskError) -> None:
        """Say why nothing was added; what was pasted stays."""
        self.save.setEnabled(True)
        self._problems.show(error)

    def on_again(self) -> None:
        """Begin again; the question is asked again."""
        self._saved = False
        for field in (self.pasted, self.title, self.first_seen_on):
            field.clear()
        self.minor.ask_again()
        self.show_rows(())
        self.on_answer()
        self.minor.setFocus()
        self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one under the other where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def _counts(new: int, there: int, *, saved: bool) -> list[str]:
    """Count what is new and what is not."""
    counts = []
    if saved:
        counts.append(ngettext("{count} content added", "{count} contents added", new).format(count=new))
    elif new:
        counts.append(ngettext("{count} new address", "{count} new addresses", new).format(count=new))
    if there:
        said = ngettext("{count} already in the case", "{count} already in the case", there)
        counts.append(said.format(count=there))
    return counts or [_("No address yet")]
