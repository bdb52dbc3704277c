"""Courriers: the letters of a case, and those that can be written."""

from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from casedesk import wording
from casedesk.queries.case_sheet import LetterChoice, LetterRow
from casedesk.queries.values import LetterState
from casedesk.translate import _, law
from casedesk.ui import places, words
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.desk import Desk
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone

_TONES = {
    LetterState.DRAFT: Tone.QUIET,
    LetterState.REVIEW: Tone.QUIET,
    LetterState.ISSUED: Tone.SOON,
    LetterState.SENT: Tone.MET,
    LetterState.RECEIVED: Tone.MET,
    LetterState.ANSWERED: Tone.MET,
}


class LettersPage(CasePage):
    """Opens a letter, or begins one."""

    columns: QBoxLayout
    letters: CardList
    no_letter: QLabel
    catalogue: CardList

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.letters.columns(Column(lambda: "", lambda row: letter_line(row).said, line=letter_line))
        self.catalogue.columns(Column(lambda: "", lambda row: choice_line(row).said, line=choice_line))
        self.letters.chosen.connect(self.on_letter)
        self.catalogue.chosen.connect(self.on_choice)
        self.catalogue.acted.connect(self.on_choice)

    def say(self) -> None:
        """Word the page."""
        if self.sheet is None:
            return
        self.letters.show_rows(self.sheet.letters)
        self.no_letter.setVisible(not self.sheet.letters)
        self.catalogue.show_rows(self.sheet.catalogue if self.sheet.header.closed_on is None else ())

    def on_letter(self, row: LetterRow) -> None:
        """Open a letter already begun."""
        if self.sheet is not None:
            self.going.emit(places.Compose(self.sheet.header.id, row.model, row.id))

    def on_choice(self, row: LetterChoice) -> None:
        """Begin a letter."""
        if self.sheet is not None:
            self.going.emit(places.Compose(self.sheet.header.id, row.model))


def letter_line(row: LetterRow) -> Line:
    """Word one letter."""
    parts = [_("begun on {day}").format(day=wording.compact_day(row.created_at.date()))]
    if row.issued_at is not None:
        parts.append(_("issued on {day}").format(day=wording.compact_day(row.issued_at.date())))
    if row.sent_on is not None:
        parts.append(_("sent on {day}").format(day=wording.compact_day(row.sent_on)))
    return Line(
        title=law(row.title),
        detail=" · ".join(parts),
        aside=words.letter_state(row.state),
        aside_tone=_TONES[row.state],
    )


def choice_line(row: LetterChoice) -> Line:
    """Word one letter of the catalogue."""
    return Line(title=law(row.title), action=_("Write it"), strong=False)
