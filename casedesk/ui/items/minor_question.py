"""The question asked before any content is taken in: is a minor shown or described sexually?"""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QRadioButton, QWidget

from casedesk.law.pack import Body
from casedesk.translate import _
from casedesk.ui.form import Form


class MinorQuestion(Form):
    """Says at once what follows from the answer, and who receives a report. `answered` at each answer."""

    answered = Signal()

    card: QFrame
    question_room: QWidget
    minor_no: QRadioButton
    minor_yes: QRadioButton
    minor_unknown: QRadioButton
    advice_room: QWidget
    advice: QLabel
    report: QLabel
    hotlines: QLabel
    note_room: QWidget
    note: QLineEdit
    answer_first: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reached: tuple[str, ...] = ()
        self._closed = False
        self._answers = (self.minor_no, self.minor_yes, self.minor_unknown)
        self.setFocusProxy(self.minor_no)
        for button in self._answers:
            button.toggled.connect(self.on_answer)
        self._show_answer()

    @property
    def is_answered(self) -> bool:
        """Say whether the question was answered, be it by “not known”."""
        return any(button.isChecked() for button in self._answers)

    @property
    def minor(self) -> bool | None:
        """What was answered; None is “not known”."""
        return True if self.minor_yes.isChecked() else False if self.minor_no.isChecked() else None

    @property
    def description(self) -> str:
        """The neutral description, which is all that is kept beside the address and the day."""
        return self.note.text() if self.minor else ""

    def show_bodies(self, bodies: Iterable[Body]) -> None:
        """Name those who receive a report in the country of the case."""
        receive = (body for body in bodies if body.channel and body.kind == "hotline")
        self._reached = tuple(_reached(body) for body in receive)
        self.say()

    def close_question(self) -> None:
        """Leave only what is still to be done, once the contents are in."""
        self._closed = True
        self._show_answer()

    def ask_again(self) -> None:
        """Forget the answer."""
        self._closed = False
        self.note.clear()
        for button in self._answers:
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
        self._show_answer()

    def on_answer(self, checked: bool) -> None:
        """Say what follows."""
        if checked:
            self._show_answer()
            self.answered.emit()

    def say(self) -> None:
        """Word what follows from the answer."""
        if self.minor is None:
            self.advice.setText(
                _("As long as it is not known, do as if it were so: add neither image, nor video, nor capture of it.")
            )
            return
        self.advice.setText(
            _(
                "Only the address, the day and a neutral description are kept. No file is: neither image, nor video, "
                "nor capture. Do not copy it, do not forward it."
            )
        )
        reached = bool(self._reached)
        self.report.setText(
            _("Report the address, without any copy:") if reached else _("Ask a jurist where to report it.")
        )
        self.hotlines.setText("\n".join(self._reached))

    def _show_answer(self) -> None:
        careful = self.is_answered and self.minor is not False
        self.question_room.setVisible(not self._closed)
        self.note_room.setVisible(self.minor is True and not self._closed)
        self.advice_room.setVisible(careful)
        self.report.setVisible(self.minor is True)
        self.hotlines.setVisible(self.minor is True)
        self.answer_first.setVisible(not self.is_answered)
        self.setVisible(careful or not self._closed)
        self.say()


def _reached(body: Body) -> str:
    """Name somebody who receives reports, and how to reach them."""
    channel = body.channel.removeprefix("https://")
    return body.name if channel in body.name else f"{body.name} · {channel}"
