"""What an act on a letter must be told first: by whom, why, on what day, under which number, with what proof."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.law.facts import Happening
from casedesk.law_words import happening_name
from casedesk.queries.letter_draft import Choice
from casedesk.queries.values import Channel
from casedesk.translate import _
from casedesk.ui import fonts, words
from casedesk.ui.form import Form
from casedesk.ui.letters.road import Act
from casedesk.ui.widgets.day_field import DayField

ASKING = frozenset({Act.APPROVE, Act.GIVE_BACK, Act.ISSUE_ALONE, Act.MARK_SENT, Act.MARK_RECEIVED, Act.MARK_ANSWERED})
_NUMBERED = frozenset({Channel.LRAR, Channel.LREL, Channel.RECEIPT, Channel.FORM})
_DAYS = frozenset({Act.MARK_SENT, Act.MARK_RECEIVED, Act.MARK_ANSWERED})
_WHO = frozenset({Act.APPROVE, Act.GIVE_BACK})
_NOTES = frozenset({Act.GIVE_BACK, Act.ISSUE_ALONE, Act.MARK_ANSWERED})
_NOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What was said for an act; what the act does not ask is empty."""

    act: Act
    who: str = ""
    note: str = ""
    day: date | None = None
    channel: Channel | None = None
    number: str = ""
    what: Happening | None = None
    proof: str | None = None


def channel_name(channel: Channel) -> str:
    """Name a way of sending."""
    match channel:
        case Channel.LRAR:
            return _("Registered letter with acknowledgement of receipt")
        case Channel.LREL:
            return _("Electronic registered letter")
        case Channel.RECEIPT:
            return _("Lodged against a receipt")
        case Channel.FORM:
            return _("Form on the site")
        case Channel.EMAIL:
            return _("E-mail")
        case Channel.POST:
            return _("Ordinary letter")
        case Channel.HAND:
            return _("Handed over, without a receipt")
    assert_never(channel)


class Telling(Form):
    """Shows the fields of one act at a time."""

    told = Signal(object)  # Told
    left = Signal()  # she changed her mind

    asks: QLabel
    channel_label: QLabel
    channel: QComboBox
    number_label: QLabel
    number: QLineEdit
    what_label: QLabel
    what: QComboBox
    day_label: QLabel
    day: DayField
    proof_label: QLabel
    proof: QComboBox
    who_label: QLabel
    who: QLineEdit
    note_label: QLabel
    note: QPlainTextEdit
    telling_problem: QLabel
    confirm: QPushButton
    cancel: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = Act.MARK_SENT
        self._numbered = True
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _NOTE_LINES + 20)
        for box in (self.channel, self.what, self.proof):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(18)
        self.channel.currentIndexChanged.connect(self._show_fields)
        self.confirm.clicked.connect(self.on_confirm)
        self.cancel.clicked.connect(self.left)
        for line in (self.number, self.day, self.who):
            line.returnPressed.connect(self.on_confirm)
        self.hide()

    def ask(
        self,
        act: Act,
        today: date,
        *,
        answers: Sequence[Happening] = (),
        exhibits: Sequence[Choice] = (),
        channel: Channel = Channel.LRAR,
        numbered: bool = True,
    ) -> None:
        """Ask what `act` needs; the way proposed is `channel`, and nothing asks a number of several letters."""
        self._act, self._numbered = act, numbered
        self.day.today = today
        self.day.show_day(None)
        for line in (self.number, self.who):
            line.clear()
        self.note.clear()
        self.telling_problem.hide()
        self._fill(self.channel, [(channel_name(one), one.value) for one in Channel])
        self.channel.setCurrentIndex(self.channel.findData(channel.value))
        said = [(words.capital(happening_name(one)), one.value) for one in answers]
        self._fill(self.what, [*said, (_("Another answer"), None)])
        proofs = [
            (_("Exhibit {number}: {title}").format(number=one.number, title=one.label), one.id) for one in exhibits
        ]
        self._fill(self.proof, [(_("None yet"), None), *proofs])
        self.say()
        self._show_fields()
        self.show()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _fill(box: QComboBox, choices: list[tuple[str, object]]) -> None:
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(0)

    def say(self) -> None:
        """Word the fields."""
        self.asks.setFont(fonts.font(fonts.Role.STRONG))
        match self._act:
            case Act.APPROVE:
                texts = (_("Approve this letter as it stands"), _("Approve"), "", _("Who read it"), "")
            case Act.GIVE_BACK:
                texts = (
                    _("Give it back to be changed"),
                    _("Give it back"),
                    "",
                    _("Who read it"),
                    _("What should be changed"),
                )
            case Act.ISSUE_ALONE:
                texts = (
                    _("Issue without a second reader"),
                    _("Issue this letter"),
                    "",
                    "",
                    _("Why nobody else reads it; the reason stays with the letter"),
                )
            case Act.MARK_SENT:
                left = _("It was sent") if self._numbered else _("They were sent")
                texts = (left, _("Note that it was sent"), _("Sent on"), "", "")
            case Act.MARK_RECEIVED:
                texts = (_("It was received"), _("Note the receipt"), _("Received on"), "", "")
            case _:
                texts = (_("An answer came"), _("Note the answer"), _("Answered on"), "", _("What it says, in short"))
        asks, confirm, day, who, note = texts
        self.asks.setText(asks)
        self.confirm.setText(confirm)
        self.day_label.setText(day)
        self.day.setPlaceholderText(_("for example 03/11 or yesterday"))
        self.who_label.setText(who)
        self.note_label.setText(note)

    def _show_fields(self) -> None:
        act = self._act
        numbered = self._numbered and act is Act.MARK_SENT and self.channel.currentData() in _NUMBERED
        registered = self.channel.currentData() == Channel.LRAR
        self.number.setPlaceholderText(_("for example 1A 234 567 8901 2") if registered else "")
        for shown, label, field in (
            (act is Act.MARK_SENT, self.channel_label, self.channel),
            (numbered, self.number_label, self.number),
            (act is Act.MARK_ANSWERED and self.what.count() > 1, self.what_label, self.what),
            (act in _DAYS, self.day_label, self.day),
            (act in _DAYS and self.proof.count() > 1, self.proof_label, self.proof),
            (act in _WHO, self.who_label, self.who),
            (act in _NOTES, self.note_label, self.note),
        ):
            label.setVisible(shown)
            field.setVisible(shown)

    def _first(self) -> QWidget:
        if self._act in _WHO:
            return self.who
        if self._act is Act.ISSUE_ALONE:
            return self.note
        return self.channel if self._act is Act.MARK_SENT else self.day

    def on_confirm(self) -> None:
        """Give what was said, or say what is lacking."""
        self.telling_problem.hide()
        act = self._act
        try:
            day = self.day.day() if act in _DAYS else None
        except InvalidInput as error:
            self._refuse(error.sentence, self.day)
            return
        who, note = self.who.text().strip(), self.note.toPlainText().strip()
        if act in _DAYS and day is None:
            self._refuse(_("Type the day: the dates run from it."), self.day)
        elif act in _WHO and not who:
            self._refuse(_("Type the name of who read it."), self.who)
        elif act in _NOTES - {Act.MARK_ANSWERED} and not note:
            self._refuse(_("A few words are needed here."), self.note)
        else:
            sent = act is Act.MARK_SENT
            what = self.what.currentData() if act is Act.MARK_ANSWERED else None
            self.told.emit(
                Told(
                    act,
                    who=who,
                    note=note,
                    day=day,
                    channel=Channel(self.channel.currentData()) if sent else None,
                    number=self.number.text() if sent and not self.number.isHidden() else "",
                    what=Happening(what) if what else None,
                    proof=self.proof.currentData() if act in _DAYS else None,
                )
            )

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.telling_problem.setText(sentence)
        self.telling_problem.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: CasedeskError) -> None:
        """Say under the fields why it is not noted."""
        self.telling_problem.setText(words.refusal(error.sentence))
        self.telling_problem.show()
