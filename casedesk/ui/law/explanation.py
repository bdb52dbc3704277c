"""An answer of the law, laid out: the date, the numbered sentences, the text and its mark, the doubts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from casedesk.explain import Sentence
from casedesk.law.pack import LetterModel
from casedesk.translate import _, law
from casedesk.ui.form import Form
from casedesk.ui.law.told import Told
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line


class Explanation(Form):
    """Shows one `Told` at a time."""

    writing = Signal(object)  # the LetterModel chosen
    reading = Signal(str)  # the name of the rule, to be read whole
    copied = Signal()

    title: QLabel
    legal: QLabel
    prudent: QLabel
    steps: QGridLayout
    article: QLabel
    mark: QLabel
    warning: QLabel
    reference: QLabel
    letters: CardList
    doubts_title: QLabel
    doubts: QLabel
    print_it: QPushButton
    copy_it: QPushButton
    read_it: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Told | None = None
        self._heading = ""
        self._fictional = False
        self.letters.columns(Column(lambda: "", lambda model: _letter_line(model).said, line=_letter_line))
        self.letters.chosen.connect(self.writing)
        self.letters.acted.connect(self.writing)
        self.print_it.clicked.connect(self.on_print)
        self.copy_it.clicked.connect(self.on_copy)
        self.read_it.clicked.connect(self.on_read)
        for label in (self.title, self.legal, self.prudent, self.article, self.mark, self.reference, self.doubts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def told(self) -> Told | None:
        """The answer shown."""
        return self._told

    def show_answer(self, told: Told, letters: Sequence[LetterModel] = ()) -> None:
        """Show an answer, and the letters that it calls for."""
        self._told = told
        self.title.setText(told.title)
        self.legal.setProperty("tone", told.tone.value)
        self.legal.style().polish(self.legal)
        parts = {
            self.legal: told.legal,
            self.prudent: told.prudent,
            self.article: told.article,
            self.mark: told.mark,
            self.warning: told.warning,
            self.reference: told.reference,
            self.doubts: "\n\n".join(told.doubts),
        }
        for label, text in parts.items():
            label.setText(text)
            label.setVisible(bool(text))
        self.doubts_title.setVisible(bool(told.doubts))
        self.read_it.setVisible(bool(told.rule))
        self._show_steps(told.steps)
        self.letters.show_rows(letters)

    def _show_steps(self, sentences: tuple[Sentence, ...]) -> None:
        _empty(self.steps)
        for row in range(self.steps.rowCount()):
            self.steps.setRowMinimumHeight(row, 0)
        line = 0
        for number, sentence in enumerate(sentences, start=1):
            if len(sentences) > 1:
                figure = _label(_("{number}.").format(number=number), "quiet")
                self.steps.addWidget(figure, line, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self.steps.addWidget(_label(sentence.text), line, 1)
            line += 1
            if sentence.detail:
                self.steps.addWidget(_label(sentence.detail, "small"), line, 1)
                line += 1
            self.steps.setRowMinimumHeight(line, 8)
            line += 1
        self.steps.setColumnStretch(1, 1)

    @property
    def is_fictional(self) -> bool:
        """Say whether what is printed is marked as fictional."""
        return self._fictional

    def print_for(self, heading: str, *, fictional: bool) -> None:
        """Say what stands at the top of the printed page, and whether it is marked as fictional.

        `heading` may hold a pseudonym, never a name.
        """
        self._heading, self._fictional = heading, fictional

    def on_print(self) -> None:
        """Print the explanation; it never names anybody."""
        from casedesk.ui.printing import print_text

        if self._told is not None:
            across = _("FICTIONAL") if self._fictional else ""
            print_text(self, self._told.title, self.printed(), across=across)

    def printed(self) -> list[str]:
        """Lay out what is printed under the title."""
        told = self._told.paragraphs() if self._told is not None else []
        return [self._heading, *told] if self._heading else told

    def on_copy(self) -> None:
        """Copy the explanation as text."""
        if self._told is not None:
            QGuiApplication.clipboard().setText(self._told.text())
            self.copied.emit()

    def on_read(self) -> None:
        """Ask for the rule itself."""
        if self._told is not None:
            self.reading.emit(self._told.rule)


def _letter_line(model: LetterModel) -> Line:
    return Line(title=law(model.title), action=_("Write it"), strong=False)


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _empty(layout: QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
