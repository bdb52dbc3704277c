"""Aujourd'hui: what must not be missed, what is awaited, what is missing to count."""

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from casedesk import wording
from casedesk.changes import Changes, Kind
from casedesk.errors import CasedeskError
from casedesk.law.assess import Lack
from casedesk.law.facts import Happening
from casedesk.queries.board import FAR
from casedesk.queries.deadlines import AskedRow, DateRow, DeadlineRow, UndatedRow, Urgency, deadline
from casedesk.queries.today import MOST, TodaySheet, today_sheet
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
    more: QPushButton
    passed: QLabel
    undated_more: QLabel
    uncounted_room: QWidget
    uncounted: QLabel
    count: QPushButton
    waiting_room: QWidget
    waiting: CardList
    waiting_more: QPushButton
    questions_room: QWidget
    questions: CardList
    questions_more: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._sheet: TodaySheet | None = None
        self._all = False
        self._most = MOST
        self._counting = False
        self._stopped = False
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
        for button in (self.more, self.waiting_more, self.questions_more):
            button.clicked.connect(self.on_more)
        self.count.clicked.connect(self.on_count)
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
        desk, later, most = self.desk, self._all, self._most
        desk.read(
            lambda session: today_sheet(session, desk.packs, desk.today(), later=later, most=most), self.show_today
        )

    def show_today(self, sheet: TodaySheet) -> None:
        """Show the board; dates not counted yet are counted, unless the person stopped that."""
        self._sheet = sheet
        self.counted.emit(sheet.counts)
        if sheet.uncounted and not self._counting and not self._stopped:
            self.on_count()
        self.say()

    def on_count(self) -> None:
        """Count the dates that are not in the index."""
        if self._sheet is not None and not self._counting:
            self._counting, self._stopped = True, False
            self.say()
            self.desk.count_dates(self._sheet.uncounted, self.on_counted)

    def on_counted(self, left: int) -> None:
        """Read the board again once the dates were counted."""
        self._counting, self._stopped = False, left > 0
        self.read()

    def say(self) -> None:
        """Word the board."""
        sheet = self._sheet
        self.title.setText(words.capital(wording.long_day(self.desk.today())))
        if sheet is None:
            return
        unsure = sheet.uncounted > 0 and not sheet.urgent  # nothing is said of dates nobody counted
        self.lead.setText("" if unsure else _pressing(sheet.urgent))
        urgent = [row for row in sheet.deadlines if row.urgency in {Urgency.OVERDUE, Urgency.TODAY}]
        self.deadlines.show_rows([*urgent, *sheet.undated, *sheet.deadlines[len(urgent) :]])
        self.waiting.show_rows(sheet.waiting)
        self.questions.show_rows(sheet.questions)
        self.later.setText(_("Show the coming month only") if self._all else _later(sheet.hidden.later))
        self.passed.setText(
            ngettext(
                "{count} date behind for more than a month stays in its case.",
                "{count} dates behind for more than a month stay in their cases.",
                sheet.passed,
            ).format(count=wording.number(sheet.passed))
        )
        self.undated_more.setText(
            ngettext(
                "{count} other clock presses without a date: it is in its case.",
                "{count} other clocks press without a date: they are in their cases.",
                sheet.hidden.undated,
            ).format(count=wording.number(sheet.hidden.undated))
        )
        self._say_uncounted(sheet.uncounted)
        for button, hidden in self._more(sheet):
            button.setText(
                ngettext("and {count} more", "and {count} more", hidden).format(count=wording.number(hidden))
            )
        self._show_parts(sheet)

    def _more(self, sheet: TodaySheet) -> tuple[tuple[QPushButton, int], ...]:
        return (
            (self.more, sheet.hidden.deadlines),
            (self.waiting_more, sheet.hidden.waiting),
            (self.questions_more, sheet.hidden.questions),
        )

    def _say_uncounted(self, cases: int) -> None:
        """Say that dates are missing here, whether they are being counted or not."""
        if self._counting:
            message = ngettext(
                "The dates of {count} case are being counted. They will stand here.",
                "The dates of {count} cases are being counted. They will stand here.",
                cases,
            )
        else:
            message = ngettext(
                "The dates of {count} case are not counted: they are missing here.",
                "The dates of {count} cases are not counted: they are missing here.",
                cases,
            )
        self.uncounted.setText(message.format(count=wording.number(cases)))

    def _show_parts(self, sheet: TodaySheet | None) -> None:
        """Show each part only when it has something to say."""
        empty = sheet is not None and not self.deadlines.model().rowCount() and not sheet.uncounted
        self.nothing.setVisible(empty)
        self.passed.setVisible(sheet is not None and sheet.passed > 0)
        self.undated_more.setVisible(sheet is not None and sheet.hidden.undated > 0)
        self.uncounted_room.setVisible(sheet is not None and sheet.uncounted > 0)
        self.count.setVisible(not self._counting)
        for room, rows in ((self.waiting_room, self.waiting), (self.questions_room, self.questions)):
            room.setVisible(rows.model().rowCount() > 0)
        self.later.setVisible(sheet is not None and (sheet.hidden.later > 0 or self._all))
        for button in (self.more, self.waiting_more, self.questions_more):
            button.setVisible(sheet is not None and dict(self._more(sheet))[button] > 0)

    def _line(self, row: DateRow | UndatedRow | WaitingRow | AskedRow) -> Line:
        today = self.desk.today()
        match row:
            case DateRow():
                return deadline_line(row, today)
            case UndatedRow():
                return undated_line(row, today)
            case WaitingRow():
                return waiting_line(row, today)
            case AskedRow():
                return question_line(row, self.desk.packs[row.jurisdiction].elements)

    def _said(self, row: DateRow | UndatedRow | WaitingRow | AskedRow) -> str:
        return self._line(row).said

    def on_deadline(self, row: DateRow | UndatedRow) -> None:
        """Open the case where the date is."""
        self.going.emit(places.CaseAt(row.case_id, Page.CALENDAR, row.subject_id))

    def on_why(self, row: DateRow | UndatedRow) -> None:
        """Explain the date beside: its reasons are asked of the law now."""
        if isinstance(row, UndatedRow):
            self.on_deadline(row)
            return
        desk = self.desk
        desk.read(
            lambda session: deadline(session, desk.packs, row, desk.today()), self.on_explained, self.show_refusal
        )

    def on_explained(self, row: DeadlineRow) -> None:
        """Show the reasons of a date."""
        self.explaining.emit(row)

    def show_refusal(self, error: CasedeskError) -> None:
        """Say that a date is no longer there."""
        self.said.emit(words.refusal(error.sentence))

    def on_waiting(self, row: WaitingRow) -> None:
        """Open the case that waits."""
        self.going.emit(places.CaseAt(row.case_id))

    def on_answered(self, row: WaitingRow) -> None:
        """Note what came back."""
        answer = _ANSWERS.get(row.what)
        self.going.emit(places.AddEvent(row.case_id, answer.value if answer else ""))

    def on_question(self, row: AskedRow) -> None:
        """Go where the answer is given."""
        self.going.emit(answer_place(row))

    def on_later(self) -> None:
        """Show later dates, or put them away."""
        self._all = not self._all
        self.read()

    def on_more(self) -> None:
        """Show more of what there is."""
        self._most += MOST
        self.read()

    def resizeEvent(self, event: object) -> None:
        """Put the columns one under the other where there is no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        wide = self.width() >= WIDE
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def answer_place(row: AskedRow) -> places.Place:
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


def _later(count: int) -> str:
    if count >= FAR:
        return _("Show later dates, more than {count}").format(count=wording.number(FAR))
    return ngettext("Show {count} later date", "Show {count} later dates", count).format(count=count)
