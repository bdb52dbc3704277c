"""Who signs a letter, where several may."""

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from casedesk.law.pack import Signatory
from casedesk.queries.letter_draft import LetterDraft
from casedesk.queries.letter_questions import SIGNED_BY
from casedesk.translate import _
from casedesk.ui import fonts


def signatory_name(signatory: Signatory) -> str:
    """Name who may sign."""
    match signatory:
        case Signatory.PERSON:
            return _("The person accompanied")
        case Signatory.ASSOCIATION:
            return _("The association")
        case Signatory.WITNESS:
            return _("The witness")
        case Signatory.NOBODY:
            return _("Nobody signs")
    assert_never(signatory)


class Signing(QWidget):
    """The first who may sign is proposed; nothing of it shows where only one may."""

    chosen = Signal(str, str)  # the fact, who signs

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("role", "section")
        self._label.setFont(fonts.font(fonts.Role.SECTION))
        self.who = QComboBox()
        self.who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.who.activated.connect(lambda _place: self.chosen.emit(SIGNED_BY, self.who.currentData()))
        self._label.setBuddy(self.who)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._label)
        layout.addWidget(self.who)

    def show_draft(self, draft: LetterDraft) -> None:
        """Show who signs."""
        self._label.setText(_("Who signs"))
        self.who.setAccessibleName(_("Who signs"))
        who = draft.model.signs
        if [self.who.itemData(place) for place in range(self.who.count())] != [one.value for one in who]:
            self.who.clear()
            for one in who:
                self.who.addItem("", one.value)
        for place, one in enumerate(who):
            self.who.setItemText(place, signatory_name(one))
        said = draft.data.answers.get(SIGNED_BY.partition(".")[2], "")
        self.who.setCurrentIndex(next((place for place, one in enumerate(who) if one.value == said), 0))
        self.setVisible(draft.changes and len(who) > 1)
