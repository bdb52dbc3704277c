"""Aujourd'hui: what must not be missed, what is awaited, what is missing to count."""

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from casedesk import wording
from casedesk.changes import Changes, Kind
from casedesk.law.assess import Lack
from casedesk.law.facts import Happening
from casedesk.queries.deadlines import DeadlineRow, QuestionRow, UndatedRow, Urgency
from casedesk.queries.today import TodaySheet, today_sheet
from casedesk.queries.waiting import WaitingRow
from casedesk.translate import _, ngettext
from casedesk.ui import places, words
from casedesk.ui.desk import Desk
from casedesk.ui.places import Page
from casedesk.ui.screen import Screen
from casedesk.ui.table import Column
from casedesk.ui.today.lines import deadline_line, question_line, undated_line, waiting_line
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line

HORIZON = 30  # days shown before "later" is asked for
WIDE = 860  # pixels under which the second column goes under the first

_ANSWERS = {
    Happening.NOTICE_SENT: Happening.PLATFORM_DECISION,
    Happening.NOTICE_ACKNOWLEDGED: Happening.PLATFORM_DECISION,
    Happening.COMPLAINT_PROSECUTOR: Happening.NO_FURTHER_ACTION,
    Happening.COMPLAINT_POLICE: Happening.NO_FURTHER_ACTION,
    Happening.INTERNAL_COMPLAINT_SENT: Happening.PLATFORM_DECISION,
    Happening.GDPR_REQUEST_RECEIVED: Happening.GDPR_REPLY_RECEIVED,
    Happening.APPEAL_LODGED: Happening.JUDGMENT,
}


class Today(Screen):
    """The board."""

    depends_on: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.JOURNAL}

    title: QLabel
    lead: QLabel
    new_case: QPushButton
    columns: QBoxLayout
    deadlines: CardList
    nothing: QLabel
    later: QPushButton
    passed: QLabel
    waiting_room: QWidget
    waiting: CardList
    questions_room: QWidget
    questions: CardList

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._sheet: TodaySheet | None = None
        self._all = False
        self.deadlines.columns(Column(lambda: _("Deadlines"), self._said, line=self._line))
        self.waiting.columns(Column(lambda: _("Answers awaited"), self._said, line=self._line))
        self.questions.columns(Column(lambda: _("Missing answers"), self._said, line=self._line))
        self.deadlines.chosen.connect(self.on_deadline)
        self.deadlines.acted.connect(self.on_why)
        self.waiting.chosen.connect(self.on_waiting)
        self.waiting.acted.connect(self.on_answered)
        self.questions.chosen.connect(self.on_question)
        self.questions.acted.connect(self.on_question)
        self.later.clicked.connect(self.on_later)
        self.new_case.clicked.connect(lambda: self.going.emit(places.NewCase()))
        self._show_parts(None)
        self.read()

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.deadlines

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - the whole board is read again
        """Read the board again."""
        self.read()

    def read(self) -> None:
        """Ask for the board."""
        desk = self.desk
        desk.read(lambda session: today_sheet(session, desk.packs, desk.today()), self.show_today)

    def show_today(self, sheet: TodaySheet) -> None:
        """Show the board."""
        self._sheet = sheet
        self.counted.emit(sheet.counts)
        self.say()

    def say(self) -> None:
        """Word the board."""
        sheet = self._sheet
        self.title.setText(words.capital(wording.long_day(self.desk.today())))
        if sheet is None:
            return
        pressing = sum(row.urgency in {Urgency.OVERDUE, Urgency.TODAY} for row in sheet.deadlines) + len(sheet.undated)
        self.lead.setText(_pressing(pressing))
        near = [row for row in sheet.deadlines if self._all or row.days_left <= HORIZON]
        hidden = len(sheet.deadlines) - len(near)
        urgent = [row for row in near if row.urgency in {Urgency.OVERDUE, Urgency.TODAY}]
        rest = near[len(urgent) :]
        self.deadlines.show_rows([*urgent, *sheet.undated, *rest])
        self.waiting.show_rows(sheet.waiting)
        self.questions.show_rows(sheet.questions)
        self.later.setVisible(hidden > 0 or self._all)
        self.later.setText(
            _("Show the coming month only")
            if self._all
            else ngettext("Show {count} later date", "Show {count} later dates", hidden).format(count=hidden)
        )
        self.passed.setText(
            ngettext(
                "{count} date behind for more than a month stays in its case.",
                "{count} dates behind for more than a month stay in their cases.",
                sheet.passed,
            ).format(count=sheet.passed)
        )
        self._show_parts(sheet)

    def _show_parts(self, sheet: TodaySheet | None) -> None:
        """Show each part only when it has something to say."""
        empty = sheet is not None and not self.deadlines.model().rowCount()
        self.nothing.setVisible(empty)
        self.passed.setVisible(sheet is not None and sheet.passed > 0)
        for room, rows in ((self.waiting_room, self.waiting), (self.questions_room, self.questions)):
            room.setVisible(rows.model().rowCount() > 0)
        if sheet is None:
            self.later.hide()

    def _line(self, row: DeadlineRow | UndatedRow | WaitingRow | QuestionRow) -> Line:
        today = self.desk.today()
        match row:
            case DeadlineRow():
                return deadline_line(row, today)
            case UndatedRow():
                return undated_line(row)
            case WaitingRow():
                return waiting_line(row, today)
            case QuestionRow():
                return question_line(row)

    def _said(self, row: DeadlineRow | UndatedRow | WaitingRow | QuestionRow) -> str:
        return self._line(row).said

    def on_deadline(self, row: DeadlineRow | UndatedRow) -> None:
        """Open the case where the date is."""
        self.going.emit(places.CaseAt(row.case_id, Page.CALENDAR, row.subject_id))

    def on_why(self, row: DeadlineRow | UndatedRow) -> None:
        """Explain the date beside."""
        if isinstance(row, DeadlineRow):
            self.explaining.emit(row)
        else:
            self.on_deadline(row)

    def on_waiting(self, row: WaitingRow) -> None:
        """Open the case that waits."""
        self.going.emit(places.CaseAt(row.case_id))

    def on_answered(self, row: WaitingRow) -> None:
        """Note what came back."""
        answer = _ANSWERS.get(row.what)
        self.going.emit(places.AddEvent(row.case_id, answer.value if answer else ""))

    def on_question(self, row: QuestionRow) -> None:
        """Go where the answer is given."""
        self.going.emit(answer_place(row))

    def on_later(self) -> None:
        """Show later dates, or put them away."""
        self._all = not self._all
        self.say()

    def resizeEvent(self, event: object) -> None:
        """Put the columns one under the other where there is no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        wide = self.width() >= WIDE
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def answer_place(row: QuestionRow) -> places.Place:
    """Say where a missing answer is given."""
    if row.missing.lack is Lack.FACT and row.missing.name == "offence":
        return places.CaseAt(row.case_id, Page.QUALIFICATION, row.subject_id)
    if row.missing.lack is Lack.DAY:
        return places.CaseAt(row.case_id, Page.FACTS, row.subject_id)
    return places.CaseAt(row.case_id, Page.SUMMARY, row.subject_id)


def _pressing(count: int) -> str:
    if not count:
        return _("Nothing presses today.")
    return ngettext("{count} thing cannot wait.", "{count} things cannot wait.", count).format(count=count)
