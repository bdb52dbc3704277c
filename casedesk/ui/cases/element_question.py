"""One question of fact: asked with three answers, or shown as it was read elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from casedesk.law.offences import Standing
from casedesk.law.pack import Pack
from casedesk.law_words import fact_question
from casedesk.queries.qualification import ElementRow, ReadIn
from casedesk.translate import _, law
from casedesk.ui.cases import offence_words

_VALUES = {Standing.YES: True, Standing.NO: False, Standing.NOT_KNOWN: None}


class ElementQuestion(QWidget):
    """Stays in place while its answer changes."""

    answered = Signal(str, object)  # the question's name; True, False, or None
    elsewhere = Signal(object)  # ReadIn: where the answer is noted

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._row: ElementRow | None = None
        self._ask = _label("")
        self._help = _label("small")
        self._read = _label("small")
        self._read.setWordWrap(False)
        self.note = QPushButton()
        self.note.setProperty("role", "link")
        self.note.clicked.connect(self.on_elsewhere)
        self._group = QButtonGroup(self)
        self.choices: dict[Standing, QRadioButton] = {}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for standing in Standing:
            button = self.choices[standing] = QRadioButton()
            self._group.addButton(button)
            button.clicked.connect(self.on_choice)
            row.addWidget(button)
        row.addWidget(self._read)
        row.addWidget(self.note)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._ask)
        layout.addWidget(self._help)
        layout.addLayout(row)

    def show_row(self, pack: Pack, row: ElementRow, *, closed: bool) -> None:
        """Show the question and where it stands."""
        self._row = row
        name = row.answer.name
        question = fact_question(name, pack.elements)
        self._ask.setText(question)
        help_ = law(pack.elements[name].help) if name in pack.elements else ""
        self._help.setText(help_)
        self._help.setVisible(bool(help_))
        self.setAccessibleName(question)
        asked = row.read_in is ReadIn.ASKED
        answers = {Standing.YES: _("Yes"), Standing.NO: _("No"), Standing.NOT_KNOWN: _("Not known")}
        for standing, button in self.choices.items():
            button.setText(answers[standing])
            button.setAccessibleName(f"{question} {answers[standing]}")
            button.setVisible(asked)
            button.setEnabled(not closed)
            if standing is row.answer.standing:
                button.setChecked(True)
        known = row.answer.standing is not Standing.NOT_KNOWN
        if not asked:
            where = offence_words.read_in(row.read_in) if known else _("not noted yet")
            self._read.setText(_("{answer}, {where}").format(answer=answers[row.answer.standing], where=where))
            self.note.setText(_("Correct") if known else _("Note it"))
            self.note.setAccessibleName(f"{question} {self.note.text()}")
        self._read.setVisible(not asked)
        self.note.setVisible(not asked and not closed)

    def on_choice(self) -> None:
        """Tell the answer chosen."""
        for standing, button in self.choices.items():
            if button.isChecked():
                self.answered.emit(self.name, _VALUES[standing])

    def on_elsewhere(self) -> None:
        """Go where it is noted."""
        if self._row is not None:
            self.elsewhere.emit(self._row.read_in)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
