"""The same letter to several platforms: who is told of what, all made and issued in one act."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from casedesk.changes import Changes, Kind
from casedesk.errors import CasedeskError
from casedesk.queries.case_sheet import LetterRow
from casedesk.queries.letter_draft import LetterDraft
from casedesk.queries.values import Channel, LetterState
from casedesk.services.letter_batch import Made
from casedesk.translate import _, law, ngettext
from casedesk.ui import places, words
from casedesk.ui.desk import Desk, Session
from casedesk.ui.letters import saving
from casedesk.ui.letters.batch import Batch, Offer, Reading
from casedesk.ui.letters.finding_rows import batch_rows
from casedesk.ui.letters.findings import Findings
from casedesk.ui.letters.notice_matrix import NoticeMatrix
from casedesk.ui.letters.road import Act
from casedesk.ui.letters.tab_order import follow_reading
from casedesk.ui.letters.telling import Telling, Told
from casedesk.ui.reveal import reveal
from casedesk.ui.screen import Screen
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone

NEXT = ("Ctrl+Return", "Ctrl+Enter")


class Notices(Screen):
    """Ticks, one act, then what came of it."""

    depends_on: ClassVar[frozenset[Kind]] = frozenset({Kind.ITEM, Kind.INCIDENT, Kind.EXHIBIT, Kind.PERSON})

    back: QPushButton
    title: QLabel
    lead: QLabel
    matrix_title: QLabel
    matrix: NoticeMatrix
    nothing: QLabel
    one_each: QCheckBox
    review_room: QWidget
    read_by: QLineEdit
    alone: QLineEdit
    findings: Findings
    issued: CardList
    problem: QLabel
    telling: Telling
    issue: QPushButton
    save: QPushButton
    sent: QPushButton
    answer: QPushButton

    def __init__(self, desk: Desk, place: places.Notices, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._draft: LetterDraft | None = None
        self._made: Made | None = None
        self._waivers: dict[str, str] = {}
        self._letters: tuple[LetterRow, ...] = ()
        self._batch = Batch(desk, place, self)
        self.issued.columns(Column(lambda: "", lambda row: letter_line(row).said, line=letter_line))
        for part in (self.nothing, self.findings, self.issued, self.problem, self.answer):
            part.hide()
        self._connect()
        self.say()
        self._batch.read()

    def _connect(self) -> None:
        for button in (self.back, self.answer):
            button.clicked.connect(self.on_back)
        self.matrix.changed.connect(self.say)
        self.one_each.toggled.connect(lambda _on: self.say())
        self.issue.clicked.connect(self.on_issue)
        self.save.clicked.connect(self.on_save)
        self.sent.clicked.connect(self.on_sent)
        self.telling.told.connect(self.on_told)
        self.telling.left.connect(self.telling.hide)
        self.issued.chosen.connect(self.on_letter)
        self.findings.reaching.connect(lambda _row: self.on_back())
        self.findings.waiving.connect(self.on_waiving)
        self._batch.offered.connect(self.show_offer)
        self._batch.harmed.connect(self.show_harm)
        self._batch.issued.connect(self.show_letters)
        self._batch.failed.connect(self.show_problem)
        self._batch.stopped.connect(self.say)
        for keys in NEXT:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.issue.click)

    def first_focus(self) -> QWidget:
        """Where the cursor goes: who read them is all that is left to say."""
        return self.read_by

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - what may be notified depends on all of it
        """Ask again what may be notified."""
        if not self._batch.is_busy and not self._letters:
            self._batch.read()

    def show_offer(self, offer: Offer) -> None:
        """Show what may be notified to whom."""
        self._draft = offer.draft
        self.matrix.show_choices(offer.choices)
        self.nothing.setVisible(not offer.choices)
        self.say()

    def say(self) -> None:
        """Word the page."""
        draft, count = self._draft, len(self.matrix.notices(one_each=self.one_each.isChecked()))
        self.title.setText(_("Several notices"))
        if draft is not None:
            self.lead.setText(_("{case} · {letter}").format(case=draft.pseudonym, letter=law(draft.model.title)))
        done = bool(self._letters)
        said = ngettext("Issue {count} notice", "Issue {count} notices", count)
        self.issue.setText(said.format(count=count))
        self.issue.setEnabled(bool(count) and draft is not None and not self._batch.is_busy)
        for part in (self.matrix_title, self.matrix, self.one_each, self.review_room, self.issue):
            part.setVisible(not done)
        self.back.setText(_("Back to the case") if done else _("Back to the letter"))
        self.save.setVisible(done)
        self.sent.setVisible(done and any(row.state is LetterState.ISSUED for row in self._letters))
        self.telling.say()
        follow_reading(self)

    # Issuing

    def on_issue(self) -> None:
        """Make and issue every notice that is ticked."""
        draft = self._draft
        self.problem.hide()
        self.answer.hide()
        if draft is None or self._batch.is_busy:
            return
        by, alone = self.read_by.text().strip(), self.alone.text().strip()
        if not by and not alone:
            self._say_problem(_("Type who read these notices, or why nobody else does."))
            self.read_by.setFocus()
            return
        reading = Reading(by, alone, {**draft.waived, **self._waivers})
        self._batch.issue(self.matrix.notices(one_each=self.one_each.isChecked()), reading)
        self.say()

    def show_problem(self, error: CasedeskError) -> None:
        """Say why nothing was issued."""
        lacking = {question.fact for question in self._draft.missing} if self._draft is not None else set()
        self.answer.setVisible(getattr(error, "field", "") in lacking)
        self._say_problem(words.refusal(error.sentence))
        self.say()

    def _say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    def show_harm(self, made: Made) -> None:
        """Show what must be settled before any of them leaves."""
        self._made = made
        self._show_findings()
        self._say_problem(_("Something must be settled first: nothing was issued."))
        self.say()
        reveal(self.findings)

    def _show_findings(self) -> None:
        if self._made is not None:
            self.findings.show_rows(batch_rows(self._made.findings, self._waivers))
            self.findings.show()

    def on_waiving(self, keys: tuple[str, ...], reason: str) -> None:
        """Pass over a finding in these notices, or no longer."""
        for key in keys:
            self._waivers[key] = reason
        self._show_findings()
        self.problem.hide()

    # Once issued

    def show_letters(self, rows: tuple[LetterRow, ...]) -> None:
        """Show each notice issued."""
        self._letters = rows
        self.findings.hide()
        self.problem.hide()
        self.issued.show_rows(rows)
        count = len(rows)
        self.said.emit(ngettext("{count} notice issued", "{count} notices issued", count).format(count=count))
        self.say()
        self.save.setFocus()

    def on_letter(self, row: LetterRow) -> None:
        """Open one of them."""
        self.going.emit(places.Compose(self._batch.letter.case_id, row.model, row.id))

    def on_save(self) -> None:
        """Save the files of all of them."""
        sealed = [saving.Sealed(row.model, row.id, row.docx_sealed_as, row.pdf_sealed_as) for row in self._letters]
        saving.save(self, self.desk, sealed, self.on_saved, self.show_problem)

    def on_saved(self, names: tuple[str, ...]) -> None:
        """Say that the files are there."""
        count = len(names)
        said = ngettext("Saved: both files of {count} notice", "Saved: both files of {count} notices", count)
        self.said.emit(said.format(count=count))

    def on_sent(self) -> None:
        """Ask when they left."""
        self.telling.ask(Act.MARK_SENT, self.desk.today(), channel=Channel.FORM, numbered=False)

    def on_told(self, told: Told) -> None:
        """Note that all of them left."""
        from casedesk.services import letters

        desk, ids, on, channel = self.desk, [row.id for row in self._letters], told.day, told.channel
        if on is None or channel is None:
            return

        def job(session: Session) -> None:
            letters.mark_all_sent(session, desk.packs, ids, on=on, channel=channel, today=desk.today(), now=desk.now())

        desk.write(job, self.on_noted, self.telling.show_problem)

    def on_noted(self, _nothing: object) -> None:
        """Say that the clocks run, and go back to the case."""
        self.said.emit(_("Noted: the notices were sent."))
        self.going.emit(places.CaseAt(self._batch.letter.case_id, places.Page.LETTERS))

    def on_back(self) -> None:
        """Go back to the draft, or to the case once they are issued."""
        letter = self._batch.letter
        self.going.emit(places.CaseAt(letter.case_id, places.Page.LETTERS) if self._letters else letter)


def letter_line(row: LetterRow) -> Line:
    """Word one notice issued."""
    return Line(title=row.to or law(row.title), aside=words.letter_state(row.state), aside_tone=Tone.SOON)
