"""Courriers: the letters of a case with what comes next, and those that can be written."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from casedesk import wording
from casedesk.errors import PackProblem
from casedesk.law.pack import LetterGroup
from casedesk.problem_words import problem_sentence
from casedesk.queries.case_sheet import LetterChoice, LetterRow
from casedesk.queries.letter_life import NextStep
from casedesk.queries.silence import SILENCE_FILE
from casedesk.translate import _, law, ngettext
from casedesk.ui import places
from casedesk.ui.cases.case_page import TO_WRITE, CasePage
from casedesk.ui.cases.letter_words import choice_line, letter_line, shelf_name
from casedesk.ui.desk import Desk
from casedesk.ui.law.search import holds, plain
from casedesk.ui.reveal import reveal
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.card_stack import CardStack


class LettersPage(CasePage):
    """Opens a letter where what comes next is done, reminds of those without an answer, or begins one."""

    columns: QBoxLayout
    letters: CardList
    no_letter: QLabel
    silence_room: QWidget
    remind_all: QPushButton
    silence_file: QPushButton
    search: QLineEdit
    catalogue: CardStack
    no_choice: QLabel
    refused: QLabel

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.letters.columns(Column(lambda: "", lambda row: letter_line(row).said, line=letter_line))
        self.catalogue.columns(Column(lambda: "", lambda row: choice_line(row).said, line=choice_line))
        self.letters.chosen.connect(self.on_letter)
        self.letters.acted.connect(self.on_next)
        self.catalogue.chosen.connect(self.on_choice)
        self.catalogue.acted.connect(self.on_choice)
        self.remind_all.clicked.connect(self.on_remind_all)
        self.silence_file.clicked.connect(self.on_silence_file)
        self.search.textChanged.connect(self.look)
        self.search.returnPressed.connect(self.on_enter)

    def say(self) -> None:
        """Word the page."""
        if self.sheet is None:
            return
        self.letters.show_rows(self.sheet.letters)
        self.no_letter.setVisible(not self.sheet.letters)
        self._show_silence()
        self._show_refused()
        self.look()

    def _show_refused(self) -> None:
        """Say which of the association's own letters cannot be used, and why."""
        pack = None if self.sheet is None else self.desk.packs.get(self.sheet.header.jurisdiction)
        refused = pack.refused if pack is not None and self._catalogue() else ()
        told = (problem_sentence(one) if isinstance(one, PackProblem) else one.sentence for one in refused)
        self.refused.setText("\n".join((_("Some of your own letters cannot be used:"), *told)))
        self.refused.setVisible(bool(refused))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the two columns; one under the other, each takes the height it needs."""
        super().resizeEvent(event)
        beside = self.columns.direction() is QBoxLayout.Direction.LeftToRight
        for column in range(self.columns.count()):
            self.columns.setStretch(column, int(beside))

    def find_subject(self, subject_id: str) -> None:
        """Put the cursor where a letter is looked for."""
        if subject_id == TO_WRITE and self.search.isVisibleTo(self):
            reveal(self.search)
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_silence(self) -> None:
        """Propose what can be done of the letters that have no answer."""
        late = self._late()
        silent = any(row.silent for row in self._rows())
        self.remind_all.setVisible(len(late) > 1)
        self.remind_all.setText(
            ngettext("Write {count} reminder", "Write {count} reminders", len(late)).format(
                count=wording.number(len(late))
            )
        )
        self.silence_file.setVisible(silent and any(choice.model == SILENCE_FILE for choice in self._catalogue()))
        self.silence_room.setVisible(not self.remind_all.isHidden() or not self.silence_file.isHidden())

    def _rows(self) -> tuple[LetterRow, ...]:
        return self.sheet.letters if self.sheet is not None else ()

    def _late(self) -> list[LetterRow]:
        """List the letters without an answer that no reminder followed yet, while the case is open."""
        if self.sheet is None or self.sheet.header.closed_on is not None:
            return []
        return [row for row in self._rows() if row.next is NextStep.REMIND]

    def _catalogue(self) -> tuple[LetterChoice, ...]:
        """List what can be written: nothing in a closed case."""
        if self.sheet is None or self.sheet.header.closed_on is not None:
            return ()
        return self.sheet.catalogue

    def look(self) -> None:
        """Show the letters that are looked for, shelf by shelf."""
        catalogue = self._catalogue()
        found = [choice for choice in catalogue if holds(plain(_searched(choice)), self.search.text())]
        shelves: list[list[LetterGroup | LetterChoice]] = [
            [group, *choices] for group, choices in groupby(found, lambda choice: choice.group)
        ]
        self.catalogue.show_cards(shelves)
        self.search.setVisible(bool(catalogue))
        self.no_choice.setVisible(bool(catalogue) and not found)

    def on_enter(self) -> None:
        """Go from the search into the letters found; begin the only one left."""
        found = [(card, place) for card in self.catalogue.cards for place in range(card.model().rowCount())]
        letters = [(card, place) for card, place in found if isinstance(card.row_at(place), LetterChoice)]
        if not letters:
            return
        card, place = letters[0]
        if len(letters) == 1:
            self.on_choice(card.row_at(place))
        else:
            card.setFocus(Qt.FocusReason.TabFocusReason)
            card.setCurrentIndex(card.model().index(place, 0))  # the letter, not the heading above it

    def on_letter(self, row: LetterRow) -> None:
        """Open a letter already begun."""
        self._compose(row.model, row.id)

    def on_next(self, row: LetterRow) -> None:
        """Do what comes next: begin the reminder, or open the letter where it is done."""
        if row.next is NextStep.REMIND:
            self._remind([row])
        else:
            self.on_letter(row)

    def on_remind_all(self) -> None:
        """Begin the reminders of all the letters that have no answer."""
        self._remind(self._late())

    def _remind(self, rows: list[LetterRow]) -> None:
        """Begin reminders, and open the one where there is one."""
        from casedesk.services import letters

        desk, ids = self.desk, [row.id for row in rows]

        def begun(made: tuple[str, ...]) -> None:
            if len(made) == 1:
                self._compose(rows[0].reminder, made[0])

        desk.write(
            lambda session: letters.remind_all(session, desk.packs, ids, now=desk.now()), begun, self.show_refusal
        )

    def on_silence_file(self) -> None:
        """Write the file of what stayed without an answer."""
        self._compose(SILENCE_FILE)

    def on_choice(self, row: LetterChoice | LetterGroup) -> None:
        """Begin a letter."""
        if isinstance(row, LetterChoice):
            self._compose(row.model)

    def _compose(self, model: str, letter_id: str = "") -> None:
        if self.sheet is not None:
            self.going.emit(places.Compose(self.sheet.header.id, model, letter_id))


def _searched(choice: LetterChoice) -> str:
    return " ".join((law(choice.title), law(choice.use), shelf_name(choice.group)))
