"""The slim bar in which the desk speaks."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from casedesk.translate import _
from casedesk.ui.desk import Step
from casedesk.ui.form import Form


@dataclass(frozen=True, slots=True)
class Message:
    """What is said. A lasting message stays until it is closed or another comes; `act` names what `do` does."""

    sentence: str
    lasting: bool = False
    act: str = ""
    do: Callable[[], None] | None = None


class MessageBar(Form):
    """The bar itself."""

    words: QLabel
    act: QPushButton
    close_message: QPushButton
    how_far: QProgressBar

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do: Callable[[], None] | None = None
        self.act.clicked.connect(self.on_act)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a sentence."""
        self.how_far.hide()
        self._do = message.do
        self.act.setText(message.act)
        self.act.setVisible(bool(message.act))
        self.close_message.setText(_("Close"))
        self.words.setText(message.sentence)
        self.show()

    def on_act(self) -> None:
        """Do what the message offers."""
        self.hide()
        if self._do is not None:
            self._do()

    def show_work(self, step: Step) -> None:
        """Show how far a work is."""
        self.act.hide()
        self.how_far.setMaximum(max(step.total, 0))
        self.how_far.setValue(step.done)
        self.how_far.show()
        self.close_message.setText(_("Cancel"))
        self.words.setText(step.sentence)
        self.show()
