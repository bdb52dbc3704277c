"""Calendrier: the clocks of a case on time, what hides a date, and what does not run."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casedesk import explain
from casedesk.law.assess import NotApplicable, Why
from casedesk.law.pack import Element
from casedesk.queries.calendar import CalendarLine, CalendarSheet, calendar_sheet
from casedesk.queries.case_sheet import CaseSheet
from casedesk.queries.deadlines import QuestionRow, UndatedRow
from casedesk.translate import _, law, ngettext
from casedesk.ui.cases.calendar_chart import CalendarChart
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.desk import Desk
from casedesk.ui.table import Column
from casedesk.ui.today.lines import undated_line
from casedesk.ui.today.today import answer_place
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line

ROOMY = 1200  # pixels of the window from which the explanation stands beside the page


class CalendarPage(CasePage):
    """Reads its own sheet: only this page needs it."""

    lead: QLabel
    chart: CalendarChart
    undated_room: QWidget
    undated: CardList
    questions_room: QWidget
    questions: CardList
    not_running_room: QWidget
    not_running: CardList
    show_idle: QPushButton
    idle: CardList

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._calendar: CalendarSheet | None = None
        self._wanted = ""
        self.undated.columns(Column(lambda: "", lambda row: self._undated(row).said, line=self._undated))
        self.questions.columns(Column(lambda: "", lambda row: self._question(row).said, line=self._question))
        for rows in (self.not_running, self.idle):
            rows.columns(Column(lambda: "", lambda row: self._not_running(row).said, line=self._not_running))
        self.show_idle.toggled.connect(self._show_parts)
        self.chart.chosen.connect(self.on_line)
        self.chart.acted.connect(self.on_line)
        self.chart.moved.connect(self.on_moved)
        self.questions.chosen.connect(self.on_question)
        self.questions.acted.connect(self.on_question)
        self._show_parts()

    def show_case(self, sheet: CaseSheet) -> None:
        """Read the calendar of the case."""
        super().show_case(sheet)
        desk, case_id = self.desk, sheet.header.id
        desk.read(
            lambda session: calendar_sheet(session, desk.packs, case_id, desk.today()),
            self.show_calendar,
            self.show_refusal,
        )

    def show_calendar(self, sheet: CalendarSheet) -> None:
        """Show the clocks."""
        self._calendar = sheet
        self.say()
        if self._wanted:
            self.find_subject(self._wanted)

    def say(self) -> None:
        """Word the page."""
        sheet = self._calendar
        if sheet is None:
            return
        count = len(sheet.lines)
        self.lead.setText(
            ngettext("{count} clock.", "{count} clocks.", count).format(count=count)
            + " "
            + _(
                "An uncertain date is a band, a notch is the prudent date. What opens is hollow until its day. "
                "A target is dashed: it is not law."
            )
            if count
            else _("No clock runs yet.")
        )
        self.chart.show_calendar(sheet)
        self.undated.show_rows(sheet.undated)
        self.questions.show_rows(sheet.questions)
        not_running = _unique(sheet.not_running)
        self.not_running.show_rows([one for one in not_running if one.why is not Why.NO_TRIGGER])
        idle = [one for one in not_running if one.why is Why.NO_TRIGGER]
        self.idle.show_rows(idle)
        self.show_idle.setText(
            ngettext(
                "{count} other clock that nothing recorded starts",
                "{count} other clocks that nothing recorded starts",
                len(idle),
            ).format(count=len(idle))
        )
        self._show_parts()

    def _show_parts(self) -> None:
        for room, rows in (
            (self.undated_room, self.undated),
            (self.questions_room, self.questions),
            (self.not_running_room, self.not_running),
        ):
            room.setVisible(rows.model().rowCount() > 0)
        self.show_idle.setVisible(self.idle.model().rowCount() > 0)
        self.idle.setVisible(self.show_idle.isChecked())

    def find_subject(self, subject_id: str) -> None:
        """Select the most pressing clock of a record."""
        self._wanted = subject_id
        if self._calendar is None:
            return
        self._wanted = ""
        for number, line in enumerate(self._calendar.lines):
            if line.deadline.subject_id == subject_id:
                self.chart.setCurrentIndex(self.chart.model().index(number, 0))
                return

    def on_line(self, line: CalendarLine) -> None:
        """Explain a clock beside."""
        self.explaining.emit(line.deadline)

    def on_moved(self, line: CalendarLine) -> None:
        """Explain a clock while moving among them, where the explanation does not hide them."""
        if self.window().width() >= ROOMY:
            self.on_line(line)

    def _question(self, row: QuestionRow) -> Line:
        question = explain.missing_question(row.missing, self._elements)
        return Line(title=question, detail=row.subject_label, action=_("Answer"), strong=False)

    def _not_running(self, answer: NotApplicable) -> Line:
        """Word a clock that does not run, and why."""
        why = explain.why_sentence(answer, self._elements)
        warning = explain.caution(answer.rule.version_on(self.desk.today()).article.mark, answer.rule.clock)
        return Line(title=law(answer.rule.title), detail=why, chip=warning, strong=False)

    def _undated(self, row: UndatedRow) -> Line:
        """Word a clock without a date; the page says whose it is."""
        return replace(undated_line(row, self.desk.today()), after=row.subject_label)

    @property
    def _elements(self) -> Mapping[str, Element]:
        sheet = self._calendar
        return self.desk.packs[sheet.jurisdiction].elements if sheet else {}

    def on_question(self, row: QuestionRow) -> None:
        """Go where the answer is given."""
        self.going.emit(answer_place(row))


def _unique(answers: tuple[NotApplicable, ...]) -> list[NotApplicable]:
    """Show each rule once for each reason."""
    seen: dict[tuple[str, str, str], NotApplicable] = {}
    for answer in answers:
        seen.setdefault((answer.rule.id, answer.why, answer.name), answer)
    return list(seen.values())
