"""One page of a case."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from casedesk.errors import CasedeskError
from casedesk.queries.case_sheet import CaseSheet
from casedesk.ui import words
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form

TO_WRITE = "write"  # the subject of the page of letters when one is to be begun
WIDE = 780  # pixels under which columns go one under the other


class CasePage(Form):
    """Shows its part of the sheet; `find` brings one record into view."""

    going = Signal(object)
    said = Signal(str)
    explaining = Signal(object)  # a DeadlineRow or a RouteShown, to be told beside

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk
        self.sheet: CaseSheet | None = None
        super().__init__(parent)

    def show_case(self, sheet: CaseSheet) -> None:
        """Show the sheet."""
        self.sheet = sheet
        self.say()

    def find_subject(self, subject_id: str) -> None:
        """Bring a record into view; a page that shows none does nothing."""

    def show_refusal(self, error: CasedeskError) -> None:
        """Say an error no field took."""
        self.said.emit(words.refusal(error.sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one under the other where there is no room."""
        super().resizeEvent(event)
        columns = self.findChild(QBoxLayout, "columns")
        if columns is not None:
            wide = self.width() >= WIDE
            columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
