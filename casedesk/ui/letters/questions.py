"""What a letter asks: only what it lacks, each with the field its answer needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from casedesk.law.pack import Pack, Question
from casedesk.queries.letter_draft import LetterDraft
from casedesk.translate import _, ngettext
from casedesk.ui import fonts
from casedesk.ui.letters.question_field import Offered, QuestionField
from casedesk.ui.letters.stack import Stack

SENDING_WAY = "answers.sending_way"


def usual_ways(pack: Pack) -> dict[str, list[str]]:
    """Give the ways of sending that the letters of a country name: they are the same words in all of them."""
    asked = [question for model in pack.letters.values() for question in model.questions]
    return {SENDING_WAY: list(dict.fromkeys(one.example for one in asked if one.fact == SENDING_WAY))}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as the letter stands."""

    question: Question
    answer: str


class Questions(QWidget):
    """What was asked once stays on the page with its answer: nothing moves under her cursor."""

    answered = Signal(object, str, object)  # the field, the fact, the answer
    going = Signal(object)  # AnswerKind of a question that is answered on another page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = False
        self._today = date.min
        self._offered: dict[str, list[Offered]] = {}
        self._suggested: Mapping[str, Sequence[str]] = {}
        self._known: dict[str, _Asked] = {}
        self._shown: list[str] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.count = QLabel()
        self.count.setProperty("role", "section")
        self.count.setFont(fonts.font(fonts.Role.SECTION))
        layout.addWidget(self.count)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        layout.addLayout(rows)
        self._rows: Stack[str, QuestionField] = Stack(rows)
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self.on_more)
        layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def fields(self) -> dict[str, QuestionField]:
        """The fields shown, by the fact they ask."""
        return dict(self._rows.kept)

    def show_draft(self, draft: LetterDraft, today: date, suggested: Mapping[str, Sequence[str]]) -> None:
        """Show what the letter lacks now; `suggested` are usual answers, by the fact asked."""
        self._suggested = suggested
        self._today = today
        self._offered = {
            "addressee": [Offered(body.name, body.id) for body in draft.addressees],
            "about": [Offered(letter.label, letter.id) for letter in draft.sent_letters],
        }
        lacking = {one.fact: _Asked(one, "") for one in draft.missing}
        there = {one.question.fact: _Asked(one.question, one.answer) for one in draft.answered}
        self._known = {one.fact: lacking.get(one.fact) or there[one.fact] for one in draft.model.questions}
        self._shown = [fact for fact in self._shown if fact in self._known]
        self._shown += [one.fact for one in draft.missing if one.required and one.fact not in self._shown]
        self._say()
        self.setVisible(draft.changes)

    def _say(self) -> None:
        lacking = self.lacking
        said = ngettext("{count} answer is missing", "{count} answers are missing", len(lacking))
        self.count.setText(said.format(count=len(lacking)) if lacking else _("Nothing is missing to issue this letter"))
        others = len(self._known) - len(self._shown)
        self.more.setVisible(bool(others))
        self.more.setText(
            _("Show only what is missing")
            if self._all
            else ngettext("Show the other question", "Show the {count} other questions", others).format(count=others)
        )
        shown = [fact for fact in self._known if fact in self._shown]
        if self._all:
            shown += [fact for fact in self._known if fact not in self._shown]
        self._rows.show(shown, self._make)
        for fact, field in self._rows.kept.items():
            field.show_answer(self._known[fact].answer)

    @property
    def lacking(self) -> list[str]:
        """The facts that must be told before the letter is issued."""
        return [fact for fact, one in self._known.items() if one.question.required and not one.answer]

    def _make(self, fact: str) -> QuestionField:
        asked = self._known[fact]
        field = QuestionField(
            asked.question,
            asked.answer,
            self._today,
            offered=self._offered.get(fact),
            suggested=self._suggested.get(fact, ()),
        )
        field.answered.connect(partial(self.answered.emit, field))
        field.going.connect(self.going)
        return field

    def on_more(self) -> None:
        """Show every question, or only the missing ones."""
        self._all = not self._all
        self._say()

    def reach(self, fact: str) -> QuestionField | None:
        """Bring a question into the page and give its field; None if the letter does not ask it."""
        if fact not in self._known:
            return None
        if fact not in self._rows.kept:
            self._shown.append(fact)
            self._say()
        return self._rows.kept[fact]
