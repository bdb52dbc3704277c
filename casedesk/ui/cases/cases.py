"""Dossiers: every case, found as one types."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from casedesk import wording
from casedesk.changes import Changes, Kind
from casedesk.queries.cases import CaseRow, case_rows
from casedesk.queries.stage import Stage
from casedesk.translate import _, law, ngettext
from casedesk.ui import places, words
from casedesk.ui.desk import Desk
from casedesk.ui.screen import Screen
from casedesk.ui.table import Column
from casedesk.ui.today.lines import caution, how_far
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone
from casedesk.ui.widgets.row_view import RowView

REST = 120  # milliseconds without a key before the search is asked


class Cases(Screen):
    """A search field and a table; one click opens a case."""

    depends_on: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.JOURNAL}

    lead: QLabel
    new_case: QPushButton
    search: QLineEdit
    closed: QCheckBox
    rows: RowView
    nothing: QLabel

    def __init__(self, desk: Desk, *, search: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._searching = search
        self._found: tuple[CaseRow, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.read)
        self.rows.columns(_columns(desk.today), (24, 24, 42, 26, 20))
        self.rows.chosen.connect(lambda row: self.going.emit(places.CaseAt(row.id)))
        self.search.textChanged.connect(self._rest.start)
        self.search.returnPressed.connect(self.on_enter)
        self.closed.toggled.connect(self.say)
        self.new_case.clicked.connect(lambda: self.going.emit(places.NewCase()))
        self.nothing.hide()
        self.read()

    def go_within(self, place: places.Cases) -> bool:
        """Put the cursor in the search field."""
        if place.search:
            self.search.setFocus()
            self.search.selectAll()
        return True

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.search

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - the whole list is read again
        """Read the list again."""
        self.read()

    def read(self) -> None:
        """Ask for the cases that match."""
        desk, search = self.desk, self.search.text()
        desk.read(lambda session: case_rows(session, desk.packs, desk.today(), search), self.show_cases)

    def show_cases(self, rows: tuple[CaseRow, ...]) -> None:
        """Show the cases found."""
        self._found = rows
        self.say()

    def say(self) -> None:
        """Word the list."""
        shown = [row for row in self._found if self.closed.isChecked() or row.stage is not Stage.CLOSED]
        self.lead.setText(
            ngettext("{count} case", "{count} cases", len(shown)).format(count=wording.number(len(shown)))
        )
        self.rows.show_rows(shown)
        self.rows.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(
            _("No case holds these words. Try fewer letters, or open a new case.")
            if self.search.text().strip()
            else _("No case yet. The first one opens with a pseudonym alone.")
        )

    def on_enter(self) -> None:
        """Open the case when only one is left; else go into the list."""
        if len(self._found) == 1:
            self.going.emit(places.CaseAt(self._found[0].id))
        elif self._found:
            self.rows.setFocus()
            self.rows.setCurrentIndex(self.rows.model().index(0, 0))


def _columns(today: Callable[[], date]) -> tuple[Column[CaseRow], ...]:
    """Word each column."""

    def plain(text: str, detail: str = "") -> Line:
        return Line(title=text, detail=detail, strong=False)

    def clock(row: CaseRow) -> Line:
        if row.next_deadline is None:
            missing = _missing(row.questions)
            return Line(title=missing or _("none for now"), strong=False, tone=Tone.QUIET)
        mark, tone = words.urgency_mark(row.urgency)
        lead, _under = how_far(row.next_deadline, today())
        return Line(
            title=lead,
            detail=law(row.next_deadline.title),
            chip=caution(row.next_deadline),
            mark=mark,
            tone=tone,
            strong=tone is not Tone.INK,
        )

    def contact(row: CaseRow) -> Line:
        if row.last_contact_on is None:
            return Line(title=_("none noted"), strong=False, tone=Tone.QUIET)
        return plain(words.capital(wording.elapsed(row.last_contact_on, today())))

    return (
        Column(lambda: _("Case"), lambda row: row.pseudonym, line=lambda row: Line(row.pseudonym, detail=_where(row))),
        Column(lambda: _("Stage"), lambda row: words.stage(row.stage), line=lambda row: plain(words.stage(row.stage))),
        Column(lambda: _("Next date"), lambda row: clock(row).said, line=clock),
        Column(lambda: _("Last contact"), lambda row: contact(row).title, line=contact),
        Column(lambda: _("Caseworker"), lambda row: row.referent, line=lambda row: plain(row.referent)),
    )


def _where(row: CaseRow) -> str:
    return words.jurisdiction(row.jurisdiction)


def _missing(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} answer is missing", "{count} answers are missing", count).format(count=count)
