"""A route told whole beside the page, with the letters that take it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casedesk.law.pack import LetterModel
from casedesk.law.routes import RouteState
from casedesk.translate import _, law
from casedesk.ui import places
from casedesk.ui.cases.route_words import RouteShown, route_sections
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.notice import Notice


class RoutePanel(Form):
    """Shows one route at a time."""

    closing = Signal()
    going = Signal(object)  # a Place: the letter to write
    said = Signal(str)

    question: QLabel
    close_panel: QPushButton
    notice: Notice
    letters: CardList

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: RouteShown | None = None
        self.close_panel.clicked.connect(self.closing)
        self.letters.columns(Column(lambda: "", lambda model: _letter_line(model).said, line=_letter_line))
        self.letters.chosen.connect(self.on_letter)
        self.letters.acted.connect(self.on_letter)
        self.notice.copied.connect(lambda: self.said.emit(_("Copied.")))

    def show_route(self, shown: RouteShown) -> None:
        """Show a route."""
        self._shown = shown
        self.say()

    def say(self) -> None:
        """Word the route."""
        shown = self._shown
        if shown is None:
            return
        pack, route = self._desk.packs[shown.jurisdiction], shown.answer.route
        self.question.setText(_("What can be done"))
        self.notice.show_notice(law(route.title), route_sections(pack, shown.answer, self._desk.today()))
        is_open = shown.answer.state is RouteState.OPEN
        self.letters.show_rows([pack.letters[name] for name in route.letters] if is_open else ())

    def on_letter(self, model: LetterModel) -> None:
        """Write a letter that takes this route."""
        if self._shown is not None:
            self.going.emit(places.Compose(self._shown.case_id, model.id))


def _letter_line(model: LetterModel) -> Line:
    return Line(title=law(model.title), action=_("Write the letter"), strong=False)
