"""One offence held against one incident: its text, its questions, what follows from them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from casedesk.law.pack import Mark, Pack
from casedesk.queries.qualification import IncidentReading, OffenceRow
from casedesk.translate import _, law
from casedesk.ui.cases import offence_words
from casedesk.ui.cases.element_question import ElementQuestion
from casedesk.ui.form import Form
from casedesk.ui.words import capital


class OffenceSheet(Form):
    """Shows one offence at a time; while it is the same one, its questions stay where they are."""

    leaving = Signal()
    choosing = Signal(object)  # the OffenceRow to choose, or to take back
    answered = Signal(str, object)
    elsewhere = Signal(object)

    back: QPushButton
    saved: QLabel
    title: QLabel
    citation: QLabel
    mark: QLabel
    confirm: QLabel
    force: QLabel
    because: QLabel
    choose: QPushButton
    elements_room: QWidget
    elements: QVBoxLayout
    excluded_room: QWidget
    excluded: QVBoxLayout
    penalty: QLabel
    penalty_because: QLabel
    heavier: QVBoxLayout
    circumstances_room: QWidget
    circumstances: QVBoxLayout
    follows_room: QWidget
    follows: QVBoxLayout
    doubts_room: QWidget
    doubts: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: OffenceRow | None = None
        self.questions: dict[str, ElementQuestion] = {}
        self._asked: tuple[tuple[str, ...], ...] = ()
        self.back.clicked.connect(self.leaving)
        self.choose.clicked.connect(self.on_choose)

    def show_offence(self, pack: Pack, row: OffenceRow, reading: IncidentReading, *, closed: bool) -> None:
        """Show an offence, and where each of its questions stands."""
        self._row = row
        offence, read = row.offence, row.read
        sure = offence.citation.mark is Mark.VERIFIED
        self._write(self.title, law(offence.title))
        self._write(self.citation, capital(law(offence.citation.text)))
        marked = offence_words.mark_words(pack, offence.citation)
        self._write(self.mark, marked if sure else "")
        self._write(self.confirm, "" if sure else marked)
        self._write(self.force, offence_words.force_words(read))
        self.force.setProperty("tone", "overdue" if read.in_force is False else "")
        self.force.style().polish(self.force)
        self._write(self.because, offence_words.because_words(pack, row))
        self.choose.setText(_("Take it back") if row.chosen else _("Choose this offence"))
        self.choose.setProperty("role", "" if row.chosen else "primary")
        self.choose.style().polish(self.choose)
        self.choose.setVisible(not closed)
        self._ask(pack, row, reading, closed=closed)
        self._write(self.penalty, offence_words.penalty_words(read))
        self._write(self.penalty_because, offence_words.penalty_because(pack, read))
        heavier = [offence_words.heavier_words(one) for one in read.heavier]
        _fill(self.heavier, [_("What could raise it:"), *heavier] if heavier else (), "small")
        _fill(self.follows, offence_words.follows(pack, row))
        doubts = [law(pack.doubts[name]) for name in offence.doubts if name in pack.doubts]
        self.doubts.setText("\n\n".join(doubts))
        self.doubts_room.setVisible(bool(doubts))

    def _write(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _ask(self, pack: Pack, row: OffenceRow, reading: IncidentReading, *, closed: bool) -> None:
        """Ask each question once, where it first matters."""
        offence = row.offence
        tiers = [name for tier in offence.aggravations for name in (*tier.all_of, *tier.any_of)]
        excluded = [name for name in offence.excluded_by if name not in offence.elements]
        circumstances = [name for name in dict.fromkeys(tiers) if name not in {*offence.elements, *excluded}]
        asked = (offence.elements, tuple(excluded), tuple(circumstances))
        if asked != self._asked:
            self._asked = asked
            self.questions = {}
            for layout, names in zip((self.elements, self.excluded, self.circumstances), asked, strict=True):
                _empty(layout)
                for name in names:
                    question = self.questions[name] = ElementQuestion(name)
                    question.answered.connect(self.answered)
                    question.elsewhere.connect(self.elsewhere)
                    layout.addWidget(question)
        for name, question in self.questions.items():
            question.show_row(pack, reading.questions[name], closed=closed)
        for room, names in zip((self.elements_room, self.excluded_room, self.circumstances_room), asked, strict=True):
            room.setVisible(bool(names))

    def on_choose(self) -> None:
        """Choose the offence, or take it back."""
        if self._row is not None:
            self.choosing.emit(self._row)


def _fill(layout: QVBoxLayout, texts: Iterable[str], role: str = "") -> None:
    _empty(layout)
    for text in texts:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty("role", role)
        layout.addWidget(label)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
