"""Rédaction: only what is missing on the left, the page as it will print on the right."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casedesk import wording
from casedesk.changes import Changes, Kind
from casedesk.errors import CasedeskError
from casedesk.queries.letter_draft import Choice, LetterDraft, letter_draft
from casedesk.queries.letter_questions import AnswerKind
from casedesk.queries.values import LetterState
from casedesk.translate import _, law, ngettext
from casedesk.ui import fonts, places, words
from casedesk.ui.desk import Desk, Session
from casedesk.ui.letters import saving
from casedesk.ui.letters.drawing import Drawing
from casedesk.ui.letters.page_preview import PagePreview
from casedesk.ui.letters.question_field import QuestionField
from casedesk.ui.letters.sending import Sending
from casedesk.ui.letters.warning_words import is_grave, warning_sentence
from casedesk.ui.places import Page as CasePage
from casedesk.ui.screen import Screen

_ELSEWHERE = {
    AnswerKind.OFFENCES: CasePage.QUALIFICATION,
    AnswerKind.PEOPLE: CasePage.PEOPLE,
    AnswerKind.EXHIBITS: CasePage.FACTS,
}


class Compose(Screen):
    """One letter, from its first missing answer to the day it was sent."""

    depends_on: ClassVar[frozenset[Kind]] = frozenset(Kind) - {Kind.JOURNAL}

    back: QPushButton
    title: QLabel
    lead: QLabel
    state: QLabel
    questions_title: QLabel
    questions: QVBoxLayout
    all_questions: QPushButton
    choices_title: QLabel
    choices: QVBoxLayout
    warnings_title: QLabel
    warnings: QVBoxLayout
    problem: QLabel
    sending: Sending
    issue: QPushButton
    save: QPushButton
    preview: PagePreview
    preview_problem: QLabel

    def __init__(self, desk: Desk, place: places.Compose, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = place
        self._draft: LetterDraft | None = None
        self._all = False
        self._drawing = Drawing(desk, self.preview, self.preview_problem)
        self.sending.use(desk)
        self.problem.hide()
        self.sending.hide()
        self.save.hide()
        self.issue.setEnabled(False)  # until the letter is read
        self.back.clicked.connect(lambda: self.going.emit(places.CaseAt(place.case_id, CasePage.LETTERS)))
        self.all_questions.clicked.connect(self.on_all_questions)
        self.issue.clicked.connect(self.on_issue)
        self.save.clicked.connect(self.on_save)
        self.read()

    def first_focus(self) -> QWidget | None:
        """Where the cursor goes: the first missing answer."""
        first = self.questions.itemAt(0)
        return first.widget() if first is not None else self.back

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - a letter says a little of everything
        """Read the letter again."""
        self.read()

    def read(self) -> None:
        """Ask for the letter."""
        desk, place = self.desk, self._place
        desk.read(
            lambda session: letter_draft(
                session, desk.packs, place.case_id, place.model, desk.today(), letter_id=place.letter_id or None
            ),
            self.show_draft,
        )

    def show_draft(self, draft: LetterDraft) -> None:
        """Show the letter as it stands; the first time, the cursor goes to the first missing answer."""
        arriving = self._draft is None
        self._draft = draft
        if draft.letter_id:
            self._place = places.Compose(draft.case_id, draft.model.id, draft.letter_id)
        self.sending.show_letter(draft.letter_id)
        self.say()
        first = self.first_focus()
        if arriving and first is not None and self.isVisible():
            first.setFocus()
        self._drawing.draw(draft)

    def say(self) -> None:
        """Word the letter."""
        draft = self._draft
        if draft is None:
            return
        issued = draft.state is not LetterState.DRAFT
        self.title.setText(law(draft.model.title))
        self.lead.setText(
            _("{case} · law read on {day}").format(
                case=draft.pseudonym,
                day=wording.day(date.fromisoformat(self.desk.packs[draft.data.jurisdiction].version)),
            )
        )
        self.state.setText(_road(draft.state))
        self._show_questions(draft)
        self._show_choices(draft)
        self._show_warnings(draft)
        for title in (self.questions_title, self.choices_title, self.warnings_title):
            title.setVisible(not issued)
        self.all_questions.setVisible(not issued and bool(draft.answered))
        self.issue.setVisible(not issued)
        self.issue.setEnabled(draft.ready)
        self.save.setVisible(issued)
        self.sending.setVisible(draft.state is LetterState.ISSUED)

    def _show_questions(self, draft: LetterDraft) -> None:
        held = self.focusWidget()
        kept = held.objectName() if held is not None else ""
        _empty(self.questions)
        if draft.state is not LetterState.DRAFT:
            return
        required = [question for question in draft.missing if question.required]
        optional = [question for question in draft.missing if not question.required]
        self.questions_title.setText(
            ngettext("{count} answer is missing", "{count} answers are missing", len(required)).format(
                count=len(required)
            )
            if required
            else _("Nothing is missing to issue this letter")
        )
        asked = [(question, "") for question in required + (optional if self._all or not required else [])]
        if self._all:
            asked += [(one.question, one.answer) for one in draft.answered]
        self.all_questions.setText(_("Show only what is missing") if self._all else _("Show every question"))
        for question, answer in asked:
            field = QuestionField(question, answer, self.desk.today(), draft.addressees)
            field.answered.connect(partial(self.on_answered, field))
            field.going.connect(self.on_elsewhere)
            self.questions.addWidget(field)
            if question.fact == kept:
                field.setFocus()

    def _show_choices(self, draft: LetterDraft) -> None:
        _empty(self.choices)
        if draft.state is not LetterState.DRAFT:
            return
        for choice in draft.incidents:
            self._add_choice(choice, choice.label, 0)
            for item in (one for one in draft.items if one.parent_id == choice.id):
                self._add_choice(item, item.label, 22)
        for exhibit in draft.exhibits:
            self._add_choice(exhibit, _("Exhibit {number}: {title}").format(number=exhibit.number, title=exhibit.label))

    def _add_choice(self, choice: Choice, text: str, indent: int = 0) -> None:
        box = QCheckBox(text.replace("&", "&&"))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long name never widens the page
        box.setToolTip(text)
        box.setChecked(choice.chosen)
        box.setProperty("choice", choice.id)
        box.setStyleSheet(f"margin-left: {indent}px") if indent else None
        box.clicked.connect(self.on_chosen)
        self.choices.addWidget(box)

    def _show_warnings(self, draft: LetterDraft) -> None:
        _empty(self.warnings)
        for warning in draft.warnings if draft.state is LetterState.DRAFT else ():
            label = QLabel(warning_sentence(warning))
            label.setWordWrap(True)
            label.setProperty("role", "warning" if is_grave(warning) else "small")
            label.setFont(fonts.font(fonts.Role.SMALL))
            self.warnings.addWidget(label)
        self.warnings_title.setVisible(bool(draft.warnings))

    # Writing

    def _write(self, job: Callable[[Session, str], object], failed: Callable[[CasedeskError], None]) -> None:
        """Run a service on the letter, beginning it if nobody did."""
        from casedesk.services import letters

        desk, place = self.desk, self._place

        def run(session: Session) -> str:
            letter_id = place.letter_id or letters.start(
                session, desk.packs, place.case_id, place.model, today=desk.today(), now=desk.now()
            )
            job(session, letter_id)
            return letter_id

        desk.write(run, self._take, failed)

    def _take(self, letter_id: str) -> None:
        self._place = places.Compose(self._place.case_id, self._place.model, letter_id)

    def on_answered(self, field: QuestionField, fact: str, value: Any) -> None:
        """Write an answer where it belongs."""
        from casedesk.services import letters

        desk = self.desk
        self._write(
            lambda session, letter_id: letters.answer(
                session, desk.packs, letter_id, fact, value, today=desk.today(), now=desk.now()
            ),
            lambda error: field.show_problem(error.sentence),
        )

    def on_elsewhere(self, kind: AnswerKind) -> None:
        """Go where the answer is given."""
        case_id = self._place.case_id
        to_links = places.AddLinks(case_id)
        self.going.emit(places.CaseAt(case_id, _ELSEWHERE[kind]) if kind in _ELSEWHERE else to_links)

    def on_chosen(self) -> None:
        """Take what was ticked."""
        from casedesk.services import letters

        draft, desk = self._draft, self.desk
        if draft is None:
            return
        ticked = {box.property("choice") for box in self.findChildren(QCheckBox) if box.isChecked()}
        incidents, items, exhibits = (
            [one.id for one in group if one.id in ticked] for group in (draft.incidents, draft.items, draft.exhibits)
        )
        version = draft.version

        def choose(session: Session, letter_id: str) -> None:
            letters.choose(
                session,
                letter_id,
                version or 1,
                incident_ids=incidents,
                item_ids=items,
                exhibit_ids=exhibits,
                now=desk.now(),
            )

        self._write(choose, self.show_error)

    def on_issue(self) -> None:
        """Freeze the letter and make both files."""
        from casedesk.services import letters

        draft, desk = self._draft, self.desk
        if draft is None:
            return
        self.problem.hide()
        version = draft.version

        def issue(session: Session, letter_id: str) -> None:
            letters.issue(
                session, desk.packs, letter_id, version or 1, seal=desk.seal, today=desk.today(), now=desk.now()
            )

        self._write(issue, self.show_problem)

    def show_problem(self, error: CasedeskError) -> None:
        """Say why the letter is not issued."""
        self.problem.setText(error.sentence)
        self.problem.show()

    def on_save(self) -> None:
        """Save both files where she chooses, under a name that says nothing."""
        if self._draft is not None:
            saving.save(self, self.desk, self._draft, self.on_saved, self.show_problem)

    def on_saved(self, name: str) -> None:
        """Say under which name both files are."""
        self.said.emit(_("Saved: {name}.docx and {name}.pdf").format(name=name))

    def on_all_questions(self) -> None:
        """Show every question, or only the missing ones."""
        self._all = not self._all
        self.say()


def _road(state: LetterState) -> str:
    """Show how far the letter went, in words."""
    steps = [
        f"<b>{words.letter_state(step)}</b>" if step is state else words.letter_state(step) for step in LetterState
    ]
    return "&nbsp;&nbsp;→&nbsp;&nbsp;".join(steps)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
