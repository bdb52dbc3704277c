"""Rédaction: only what is missing on the left, the page as it will print on the right."""

from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from casedesk import wording
from casedesk.changes import Changes, Kind
from casedesk.errors import CasedeskError
from casedesk.queries.letter_draft import LetterDraft, letter_draft
from casedesk.queries.letter_questions import AnswerKind
from casedesk.services.letter_preview import Looked
from casedesk.translate import _, law
from casedesk.ui import clipboard, places, words
from casedesk.ui.desk import Desk
from casedesk.ui.letters import saving
from casedesk.ui.letters.choices import Choices
from casedesk.ui.letters.clauses import Clauses
from casedesk.ui.letters.drawing import Drawing
from casedesk.ui.letters.finding_rows import FindingRow, finding_rows
from casedesk.ui.letters.findings import Findings
from casedesk.ui.letters.footer import Footer
from casedesk.ui.letters.legend import Legend
from casedesk.ui.letters.page_preview import PagePreview
from casedesk.ui.letters.question_field import QuestionField
from casedesk.ui.letters.questions import Questions, usual_ways
from casedesk.ui.letters.road import Act, Acts, acts, road
from casedesk.ui.letters.signing import Signing
from casedesk.ui.letters.tab_order import follow_reading
from casedesk.ui.letters.telling import Told
from casedesk.ui.letters.writing import Writing
from casedesk.ui.places import Page as CasePage
from casedesk.ui.reveal import reveal
from casedesk.ui.screen import Screen

NEXT = ("Ctrl+Return", "Ctrl+Enter")

_ELSEWHERE = {
    AnswerKind.OFFENCES: CasePage.QUALIFICATION,
    AnswerKind.PEOPLE: CasePage.PEOPLE,
    AnswerKind.EXHIBITS: CasePage.FACTS,
}


class Compose(Screen):
    """One letter, from its first missing answer to the answer it got."""

    depends_on: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.JOURNAL}

    back: QPushButton
    title: QLabel
    lead: QLabel
    state: QLabel
    left: QScrollArea
    questions: Questions
    signing: Signing
    clauses: Clauses
    choices: Choices
    findings: Findings
    footer: Footer
    legend: Legend
    preview: PagePreview
    preview_problem: QLabel

    def __init__(self, desk: Desk, place: places.Compose, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._draft: LetterDraft | None = None
        self._looked: Looked | None = None
        self._rows: tuple[FindingRow, ...] = ()
        self._wanted: Told | None = None  # asked for while something was being written or read over
        self._saved = False
        self._reading = 0  # readings not answered yet
        self._writing = Writing(desk, place, self)
        self._drawing = Drawing(desk, self.preview, self.preview_problem)
        self.footer.use(desk)
        for part in (self.questions, self.signing, self.clauses, self.choices, self.findings):
            part.hide()
        self._connect(place.case_id)
        self.read()

    def _connect(self, case_id: str) -> None:
        self.back.clicked.connect(lambda: self.going.emit(places.CaseAt(case_id, CasePage.LETTERS)))
        self.questions.answered.connect(self.on_answered)
        self.questions.going.connect(self.on_elsewhere)
        self.signing.chosen.connect(lambda fact, who: self._writing.answer(fact, who, self.on_refused))
        self.clauses.switched.connect(lambda one, on: self._writing.switch(one, on=on, failed=self.on_refused))
        self.choices.chosen.connect(self.on_chosen)
        self.choices.several.connect(self.on_several)
        self.findings.reaching.connect(self.on_reaching)
        self.findings.waiving.connect(lambda keys, reason: self._writing.waive(keys, reason, self.on_refused))
        self.footer.acting.connect(self.on_acting)
        self.footer.looking.connect(lambda: reveal(self.findings))
        self._writing.written.connect(self._go_on)
        self._writing.acted.connect(self.footer.on_done)
        self._writing.begun.connect(self.going)
        self._drawing.drawn.connect(self.on_drawn)
        for keys in NEXT:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.on_next)

    # Reading

    def first_focus(self) -> QWidget | None:
        """Where the cursor goes: the first missing answer, else the act that comes next."""
        lacking = self.questions.lacking
        return self.questions.fields[lacking[0]] if lacking else self.footer.next_act

    @property
    def is_settled(self) -> bool:
        """Say whether all that was done is written, read again and drawn."""
        return not (self._writing.is_busy or self._reading or self._drawing.is_busy)

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - a letter says a little of everything
        """Read the letter again."""
        self.read()

    def read(self) -> None:
        """Ask for the letter."""
        desk, place = self.desk, self._writing.place
        self._reading += 1
        desk.read(
            lambda session: letter_draft(
                session, desk.packs, place.case_id, place.model, desk.today(), letter_id=place.letter_id or None
            ),
            self.show_draft,
            self.on_unread,
        )

    def show_draft(self, draft: LetterDraft) -> None:
        """Show the letter as it stands; the first time, the cursor goes to the first missing answer."""
        arriving = self._draft is None
        self._reading -= 1
        self._draft = draft
        if draft.letter_id:
            self._writing.stand_at(draft.letter_id)
        self._drawing.draw(draft)
        self.say()
        first = self.first_focus()
        if arriving and first is not None and self.isVisible():
            first.setFocus()
        self._go_on()

    def on_unread(self, error: CasedeskError) -> None:
        """Say that the letter cannot be shown."""
        self._reading -= 1
        self.said.emit(words.refusal(error.sentence))

    def on_drawn(self, draft: LetterDraft, looked: Looked | None) -> None:
        """Show what was found in the letter as it would leave."""
        if self._draft is draft:
            self._looked = looked
            self.say()
            self._go_on()

    def say(self) -> None:
        """Word the letter."""
        draft = self._draft
        if draft is None:
            return
        self.title.setText(law(draft.model.title))
        read_on = wording.day(date.fromisoformat(self.desk.packs[draft.data.jurisdiction].version))
        self.lead.setText(_("{case} · law read on {day}").format(case=draft.pseudonym, day=read_on))
        self.state.setText(road(draft.state))
        self._rows = finding_rows(draft, self._looked.findings if self._looked else ())
        self.questions.show_draft(draft, self.desk.today(), usual_ways(self.desk.packs[draft.data.jurisdiction]))
        self.signing.show_draft(draft)
        self.clauses.show_clauses(draft.clauses if draft.changes else ())
        self.choices.show_draft(draft)
        self.findings.show_rows(self._rows)
        found = sum(1 for row in self._rows if row.stands)
        self.findings.setVisible(draft.changes and self._looked is not None)
        self.left.setVisible(draft.changes)
        self.legend.setVisible(draft.changes)
        self.legend.say()
        self.footer.show_letter(draft, self._acts(draft), approved=self._approved(draft), found=found)
        follow_reading(self)

    def _acts(self, draft: LetterDraft) -> Acts:
        blocked = any(row.blocks for row in self._rows)
        return acts(draft, blocked=blocked, approved=self._approved(draft), saved=self._saved)

    def _approved(self, draft: LetterDraft) -> bool:
        """Say whether a second reader approved what the letter says now."""
        return self._looked.approved if self._looked else draft.review.approved

    # Writing

    def on_answered(self, field: QuestionField, fact: str, value: Any) -> None:
        """Write an answer where it belongs."""
        self._writing.answer(fact, value, lambda error: field.show_problem(words.refusal(error.sentence)))

    def on_elsewhere(self, kind: AnswerKind) -> None:
        """Go where the answer is given."""
        case_id = self._writing.place.case_id
        to_links = places.AddLinks(case_id)
        self.going.emit(places.CaseAt(case_id, _ELSEWHERE[kind]) if kind in _ELSEWHERE else to_links)

    def on_chosen(self) -> None:
        """Take what is ticked."""
        if self._draft is not None:
            self._writing.choose(self._draft.version, self.choices.ticked(), self.on_refused)

    def on_several(self) -> None:
        """Write to several platforms at once."""
        place = self._writing.place
        self.going.emit(places.Notices(place.case_id, place.model, place.letter_id))

    def on_refused(self, error: CasedeskError) -> None:
        """Say why nothing was written, and show again what is."""
        self._wanted = None
        self.footer.show_problem(error)
        self.read()

    # Going on

    def on_reaching(self, row: FindingRow) -> None:
        """Go where a finding is cured."""
        field = self.questions.reach(row.fact) if row.fact else None
        if field is not None:
            follow_reading(self)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(field)
        elif row.ticks:
            self.choices.open()
            reveal(self.choices)
        elif row.page is not None:
            self.going.emit(places.CaseAt(self._writing.place.case_id, row.page))

    def on_next(self) -> None:
        """Do the act that comes next; what is typed in a question is written first."""
        held = QApplication.focusWidget()
        if held is not None and self.questions.isAncestorOf(held):
            self.footer.next_act.setFocus()
        self.footer.on_next()

    def on_acting(self, told: Told) -> None:
        """Do an act; one asked for while something is being written or read over waits for it."""
        self._wanted = told
        self._go_on()

    def _go_on(self) -> None:
        """Do the act asked for, once all is written and read over, if it may still be done."""
        told, draft = self._wanted, self._draft
        if told is None or draft is None or self._writing.is_busy or self._reading:
            return
        if told.act is not Act.ANSWER and not self.is_settled:
            return
        self._wanted = None
        now = self._acts(draft)
        if told.act not in {now.next, *now.others}:
            self.footer.next_act.setFocus()
            return
        match told.act:
            case Act.ANSWER:
                first = self.first_focus()
                if first is not None:
                    first.setFocus(Qt.FocusReason.OtherFocusReason)
                    reveal(first)
            case Act.SETTLE:
                self._settle()
            case Act.SAVE:
                sealed = saving.Sealed(draft.model.id, draft.letter_id, draft.docx_sealed_as, draft.pdf_sealed_as)
                saving.save(self, self.desk, (sealed,), self.on_saved, self.footer.show_problem)
            case Act.COPY:
                self._copy(draft)
            case _:
                seen = self._looked.sha256 if self._looked else ""
                self._writing.act(told, draft, seen, self.on_refused)

    def _settle(self) -> None:
        """Stand on the first finding that keeps the letter from leaving."""
        first = next(row for row in self._rows if row.blocks)
        card = self.findings.cards[first.key]
        stop = card.go if not card.go.isHidden() else card.waive
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(card)

    def _copy(self, draft: LetterDraft) -> None:
        """Lend the text to the clipboard."""
        text = self._looked.text if self._looked else draft.journey.text
        clipboard.of(self.desk).lend(text)
        said = _("The text is on the clipboard for {seconds} seconds.")
        self.said.emit(said.format(seconds=clipboard.SECONDS))

    def on_saved(self, names: tuple[str, ...]) -> None:
        """Say under which name both files are."""
        (name,) = names
        self._saved = True
        self.said.emit(_("Saved: {name}.docx and {name}.pdf").format(name=name))
        self.say()
