"""The day an issued letter was sent: clocks start from it."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.translate import _
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.widgets.day_field import DayField


class Sending(Form):
    """Asks for the day and the number of the registered letter."""

    sent_on: DayField
    reference: QLineEdit
    sent_problem: QLabel
    mark_sent: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._letter_id = ""
        self.sent_problem.hide()
        self.mark_sent.clicked.connect(self.on_mark_sent)

    def use(self, desk: Desk) -> None:
        """Write through this desk."""
        self._desk = desk
        self.sent_on.today = desk.today()

    def show_letter(self, letter_id: str) -> None:
        """Ask about this letter."""
        self._letter_id = letter_id

    def on_mark_sent(self) -> None:
        """Note the sending."""
        from casedesk.services import letters

        desk, letter_id, reference = self._desk, self._letter_id, self.reference.text()
        self.sent_problem.hide()
        try:
            day = self.sent_on.day()
        except InvalidInput as error:
            self.show_problem(error)
            return
        if day is None or desk is None:
            self.show_problem(InvalidInput("sent_on", _("Type the day it was sent.")))
            return
        desk.write(
            lambda session: letters.mark_sent(
                session, desk.packs, letter_id, on=day, reference=reference, today=desk.today(), now=desk.now()
            ),
            failed=self.show_problem,
        )

    def show_problem(self, error: CasedeskError) -> None:
        """Say under the field why the sending is not noted."""
        self.sent_problem.setText(error.sentence)
        self.sent_problem.show()
