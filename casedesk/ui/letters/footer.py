"""The foot of a letter: what was done with it, and the one act that comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from casedesk.errors import CasedeskError
from casedesk.queries.letter_draft import LetterDraft
from casedesk.queries.letter_warnings import TO_PLATFORM
from casedesk.queries.values import Channel
from casedesk.translate import ngettext
from casedesk.ui import words
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.letters.road import Act, Acts, act_word, history, remark
from casedesk.ui.letters.telling import ASKING, Telling, Told

_ACROSS = 2  # links on one line


class Footer(Form):
    """Asks what an act must be told, then says that it is to be done."""

    acting = Signal(object)  # Told
    looking = Signal()  # at what was found in the letter

    line: QFrame
    remark: QLabel
    history: QLabel
    problem: QLabel
    telling: Telling
    acts_room: QWidget
    next_act: QPushButton
    found: QPushButton
    others: QGridLayout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._draft: LetterDraft | None = None
        self._acts: Acts | None = None
        self.buttons: dict[Act, QPushButton] = {}
        for label in (self.remark, self.history, self.problem):
            label.hide()
        self.next_act.setEnabled(False)  # until the letter is read
        self.next_act.clicked.connect(self.on_next)
        self.found.clicked.connect(self.looking)
        self.found.hide()
        self.telling.told.connect(self.acting)
        self.telling.left.connect(self.on_left)

    def use(self, desk: Desk) -> None:
        """Know what day it is through this desk."""
        self._desk = desk

    def show_letter(self, draft: LetterDraft, acts: Acts, *, approved: bool, found: int) -> None:
        """Show how far the letter went and what may be done; `found` things in it are to be looked at."""
        if self._draft is not None and self._draft.state is not draft.state:
            self.fold()
        self._draft = draft
        for label, text in ((self.remark, remark(draft, approved=approved)), (self.history, history(draft))):
            label.setText(text)
            label.setVisible(bool(text))
        self.line.setVisible(draft.changes)
        said = ngettext("{count} thing to look at", "{count} things to look at", found)
        self.found.setText(said.format(count=found))
        self.found.setVisible(draft.changes and bool(found))
        self.next_act.setEnabled(True)
        self.next_act.setText(act_word(acts.next))
        if acts != self._acts:
            self._acts = acts
            self._lay(acts)
        for act, button in self.buttons.items():
            button.setText(act_word(act))

    def _lay(self, acts: Acts) -> None:
        for button in self.buttons.values():
            self.others.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, act in enumerate(acts.others):
            button = self.buttons[act] = QPushButton(self.acts_room)
            button.setProperty("role", "link")
            button.clicked.connect(lambda _checked=False, act=act: self.do(act))
            self.others.addWidget(button, place // _ACROSS, place % _ACROSS, Qt.AlignmentFlag.AlignLeft)
            button.show()
        self.others.setColumnStretch(_ACROSS, 1)

    def on_next(self) -> None:
        """Do the act that comes next, or confirm the one being told."""
        if not self.telling.isHidden():
            self.telling.on_confirm()
        elif self._acts is not None:
            self.do(self._acts.next)

    def do(self, act: Act) -> None:
        """Do an act, or ask what it needs first."""
        self.problem.hide()
        if act in ASKING and self._draft is not None and self._desk is not None:
            self.acts_room.hide()
            draft = self._draft
            to_platform = draft.model.addressee == TO_PLATFORM
            self.telling.ask(
                act,
                self._desk.today(),
                answers=draft.answers_possible,
                exhibits=draft.exhibits,
                channel=Channel.FORM if to_platform else Channel.LRAR,
            )
        else:
            self.acting.emit(Told(act))

    def on_left(self) -> None:
        """Put the question away, and stand where she was."""
        self.fold()
        self.next_act.setFocus()

    def on_done(self, _told: Told) -> None:
        """What was told is written."""
        held = self.telling.isAncestorOf(QApplication.focusWidget() or self)
        self.fold()
        if held:
            self.next_act.setFocus()

    def fold(self) -> None:
        """Put the question away."""
        self.telling.hide()
        self.acts_room.show()
        self.problem.hide()

    def show_problem(self, error: CasedeskError) -> None:
        """Say why it is not done."""
        if not self.telling.isHidden():
            self.telling.show_problem(error)
            return
        self.problem.setText(words.refusal(error.sentence))
        self.problem.show()
