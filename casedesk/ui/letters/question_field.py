"""One question of a letter, with the field its answer needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casedesk.errors import InvalidInput
from casedesk.law.pack import Question
from casedesk.law.when import When
from casedesk.queries.letter_questions import AnswerKind, answer_kind
from casedesk.translate import _, law
from casedesk.ui import fonts
from casedesk.ui.widgets.day_field import DayField
from casedesk.ui.widgets.when_field import WhenField

ELSEWHERE = frozenset({AnswerKind.OFFENCES, AnswerKind.PEOPLE, AnswerKind.CONTENTS, AnswerKind.EXHIBITS})
_LINES_SHOWN = 4
_LONG = 70  # characters of an example that shows several sentences are wanted


@dataclass(frozen=True, slots=True)
class Offered:
    """One of the answers to choose from."""

    name: str
    id: str


class _Lines(QPlainTextEdit):
    """Several lines; says when one leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person went on."""
        super().focusOutEvent(event)
        self.left.emit()


class QuestionField(QWidget):
    """Saves by itself: leaving the field is answering."""

    answered = Signal(str, object)  # the fact, the answer
    going = Signal(object)  # AnswerKind of a question that is answered on another page

    def __init__(
        self,
        question: Question,
        current: str,
        today: date,
        *,
        offered: Sequence[Offered] | None = None,
        suggested: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.kind = answer_kind(question)
        if self.kind is AnswerKind.TEXT and len(question.example) > _LONG and not suggested:
            self.kind = AnswerKind.LINES
        self._current = current
        self._suggested = suggested
        self._read: Callable[[], object] = lambda: None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        label = QLabel(law(question.ask))
        label.setWordWrap(True)
        label.setFont(fonts.font(fonts.Role.BODY if current or not question.required else fonts.Role.STRONG))
        layout.addWidget(label)
        self.field = self._make(today, offered)
        self.field.setObjectName(question.fact)
        self.field.setAccessibleName(law(question.ask))
        label.setBuddy(self.field)
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, self.field.sizePolicy().verticalPolicy())
        layout.addWidget(self.field)
        self.setFocusProxy(self.field.when_day if isinstance(self.field, WhenField) else self.field)
        self.problem = QLabel()
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.setFont(fonts.font(fonts.Role.SMALL))
        self.problem.hide()
        layout.addWidget(self.problem)

    def _make(self, today: date, offered: Sequence[Offered] | None) -> QWidget:
        if offered is not None:
            return self._choice([("", None), *((one.name, one.id) for one in offered)])
        match self.kind:
            case kind if kind in ELSEWHERE:
                return self._elsewhere()
            case AnswerKind.LINES:
                return self._lines()
            case AnswerKind.DAY:
                return self._day(today)
            case AnswerKind.WHEN:
                return self._when(today)
            case AnswerKind.YES_NO:
                return self._choice([("", None), (_("Yes"), True), (_("No"), False)])
            case _:
                return self._line()

    def _line(self) -> QLineEdit:
        field = QLineEdit(self._current)
        field.setCursorPosition(0)
        field.setPlaceholderText(_("e.g. {example}").format(example=self.question.example))
        whole = self.kind in {AnswerKind.NUMBER, AnswerKind.AMOUNT}
        self._read = (lambda: _whole(self.question.fact, field.text())) if whole else field.text
        field.editingFinished.connect(self.on_left)
        if self._suggested:
            ways = QCompleter(list(self._suggested), field)
            ways.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            ways.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            field.setCompleter(ways)
        return field

    def _lines(self) -> _Lines:
        field = _Lines(self._current)
        field.setPlaceholderText(self.question.example)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES_SHOWN + 22)
        self._read = field.toPlainText
        field.left.connect(self.on_left)
        return field

    def _day(self, today: date) -> DayField:
        field = DayField()
        field.today = today
        if self._current:
            field.show_day(date.fromisoformat(self._current))
        field.setPlaceholderText(_("e.g. {example}").format(example=self.question.example))
        self._read = field.day
        field.editingFinished.connect(self.on_left)
        return field

    def _when(self, today: date) -> WhenField:
        field = WhenField()
        field.set_today(today)
        if self._current:
            field.show_when(_when(self._current))
        self._read = field.when
        for part in (field.when_day, field.when_last):
            part.editingFinished.connect(self.on_left)
        field.when_give.activated.connect(self.on_left)
        return field

    def _choice(self, choices: list[tuple[str, object]]) -> QComboBox:
        field = QComboBox()
        for text, value in choices:
            field.addItem(text, value)
        self._choose(field)
        self._read = field.currentData
        field.activated.connect(self.on_left)
        return field

    def _elsewhere(self) -> QPushButton:
        words = {
            AnswerKind.OFFENCES: _("Choose the qualification"),
            AnswerKind.PEOPLE: _("Complete the people of the case"),
            AnswerKind.CONTENTS: _("Paste the contents"),
            AnswerKind.EXHIBITS: _("Add exhibits"),
        }
        button = QPushButton(words[self.kind])
        button.setProperty("role", "link")
        button.clicked.connect(lambda: self.going.emit(self.kind))
        return button

    def on_left(self) -> None:
        """Answer, if something new was said."""
        self.problem.hide()
        try:
            value = self._read()
        except InvalidInput as error:
            self.show_problem(error.sentence)
            return
        if isinstance(self.field, QLineEdit) and not self.field.hasFocus():
            self.field.setCursorPosition(0)  # its beginning says what it is
        text = _written(value)
        if text != self._current:
            self._current = text
            self.answered.emit(self.question.fact, value)

    def show_answer(self, answer: str) -> None:
        """Show what the case holds now, unless she is answering."""
        held = self.field.hasFocus() or self.field.isAncestorOf(QApplication.focusWidget() or self)
        if answer == self._current or held or not self.problem.isHidden():
            return
        self._current = answer
        self._show(answer)

    def _show(self, answer: str) -> None:
        match self.field:
            case DayField():
                self.field.show_day(date.fromisoformat(answer) if answer else None)
            case WhenField():
                self.field.show_when(_when(answer))
            case QLineEdit():
                self.field.setText(answer)
                self.field.setCursorPosition(0)
            case QPlainTextEdit():
                self.field.setPlainText(answer)
            case QComboBox():
                self._choose(self.field)

    def _choose(self, field: QComboBox) -> None:
        kept = {"oui": True, "non": False}.get(self._current, self._current)
        field.setCurrentIndex(max(field.findData(kept), field.findText(self._current), 0))

    def show_problem(self, sentence: str) -> None:
        """Say under the field why the answer is not taken."""
        self.problem.setText(sentence)
        self.problem.show()
        self._current = ""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _when(answer: str) -> When | None:
    """Read back a day, or two, as the letter tells them."""
    days = [date.fromisoformat(day) for day in answer.split(" / ") if day]
    return When(days[0], days[-1]) if days else None


def _written(value: object) -> str:
    """Write an answer as the letter tells it back."""
    match value:
        case None:
            return ""
        case When(earliest=first, latest=last):
            return first.isoformat() if first == last else f"{first.isoformat()} / {last.isoformat()}"
        case date():
            return value.isoformat()
        case bool():
            return "oui" if value else "non"
        case _:
            return str(value)


def _whole(fact: str, text: str) -> int | None:
    """Read a whole number.

    Raises:
        InvalidInput: it is not one.
    """
    digits = "".join(text.split())
    if not digits:
        return None
    if not digits.isdecimal():
        raise InvalidInput(fact, _("A whole number is needed here."))
    return int(digits)
