"""Why a date of a case is what it is, beside a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casedesk import wording
from casedesk.law.pack import Clock, LetterModel
from casedesk.queries.association import AssociationSheet, association_sheet
from casedesk.queries.deadlines import DeadlineRow
from casedesk.translate import _
from casedesk.ui import places, words
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.law.explanation import Explanation
from casedesk.ui.law.told import told_due
from casedesk.ui.widgets.paragraph import Tone


class TracePanel(Form):
    """It explains one date at a time."""

    closing = Signal()
    going = Signal(object)  # a Place: the letter to write, the rule to read
    said = Signal(str)

    question: QLabel
    close_panel: QPushButton
    explanation: Explanation

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: DeadlineRow | None = None
        self._fictional = False
        self.close_panel.clicked.connect(self.closing)
        self.explanation.writing.connect(self.on_letter)
        self.explanation.reading.connect(self.on_rule)
        self.explanation.copied.connect(lambda: self.said.emit(_("Copied.")))

    @property
    def row(self) -> DeadlineRow | None:
        """The date explained."""
        return self._row

    def show_deadline(self, row: DeadlineRow) -> None:
        """Explain a date."""
        self._row = row
        self.say()
        self._desk.read(lambda session: association_sheet(session, row.jurisdiction), self.on_house)

    def on_house(self, house: AssociationSheet | None) -> None:
        """Print under the pseudonym; what is fictional is marked so."""
        self._fictional = house is not None and house.fictional
        self._head()

    def _head(self) -> None:
        row = self._row
        if row is not None:
            day = wording.day(self._desk.today())
            heading = _("Case {pseudonym}, as of {day}").format(pseudonym=row.pseudonym, day=day)
            self.explanation.print_for(heading, fictional=self._fictional)

    def say(self) -> None:
        """Word the explanation."""
        row = self._row
        if row is None:
            return
        self._head()
        self.question.setText(_("Why {day}?").format(day=wording.day(row.day)))
        pack = self._desk.packs[row.jurisdiction]
        tone = Tone.INK if row.clock is Clock.TARGET else words.urgency_mark(row.urgency)[1]  # no law, no alarm
        letters = [pack.letters[name] for name in row.due.rule.letters if name in pack.letters]
        self.explanation.show_answer(told_due(pack, row.due, self._desk.today(), tone), letters)

    def on_letter(self, model: LetterModel) -> None:
        """Write a letter this date calls for."""
        if self._row is not None:
            self.going.emit(places.Compose(self._row.case_id, model.id))

    def on_rule(self, name: str) -> None:
        """Read the rule itself."""
        self.going.emit(places.Law(places.LawPage.RULES, name))
