"""Why a date is what it is: numbered sentences, article, mark, doubts, and the letters it calls for."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from casedesk import explain, wording
from casedesk.law.pack import Clock, LetterModel, Pack
from casedesk.queries.deadlines import DeadlineRow, Urgency
from casedesk.translate import _, law
from casedesk.ui import places, words
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line


class TracePanel(Form):
    """Stands beside a page. It shows one date at a time."""

    closing = Signal()
    going = Signal(object)  # a Place: the letter to write

    question: QLabel
    close_panel: QPushButton
    title: QLabel
    legal: QLabel
    prudent: QLabel
    steps: QGridLayout
    article: QLabel
    mark: QLabel
    reference: QLabel
    doubts_title: QLabel
    doubts: QLabel
    letters: CardList
    print_it: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: DeadlineRow | None = None
        self.close_panel.clicked.connect(self.closing)
        self.print_it.clicked.connect(self.on_print)
        self.letters.columns(Column(lambda: "", lambda model: _letter_line(model).said, line=_letter_line))
        self.letters.chosen.connect(self.on_letter)
        self.letters.acted.connect(self.on_letter)

    @property
    def row(self) -> DeadlineRow | None:
        """The date explained."""
        return self._row

    def show_deadline(self, row: DeadlineRow) -> None:
        """Explain a date."""
        self._row = row
        self.say()

    def say(self) -> None:
        """Word the explanation."""
        row = self._row
        if row is None:
            return
        due, rule = row.due, row.due.rule
        self.question.setText(_("Why {day}?").format(day=wording.day(row.day)))
        self.title.setText(law(rule.title))
        self.legal.setText(explain.legal_sentence(row.due))
        self.legal.setProperty("tone", words.urgency_mark(row.urgency)[1].value)
        self.legal.style().polish(self.legal)
        prudent = prudent_sentence(row, self._desk.today())
        self.prudent.setText(prudent)
        self.prudent.setVisible(bool(prudent))
        self._show_steps(explain.trace_sentences(due, self._desk.today()))
        article = due.version.article
        self.article.setText(words.capital(law(article.text)))
        self.mark.setText(explain.mark_sentence(article.mark, rule.checked_on))
        self.reference.setText(_reference(row))
        pack = self._desk.packs[row.jurisdiction]
        doubts = [law(pack.doubts[name]) for name in rule.doubts if name in pack.doubts]
        self.doubts.setText("\n\n".join(doubts))
        for part in (self.doubts_title, self.doubts):
            part.setVisible(bool(doubts))
        self._show_letters(pack)

    def _show_steps(self, sentences: tuple[explain.Sentence, ...]) -> None:
        _empty(self.steps)
        line = 0
        for number, sentence in enumerate(sentences, start=1):
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

    def _show_letters(self, pack: Pack) -> None:
        names = self._row.due.rule.letters if self._row else ()
        self.letters.show_rows([pack.letters[name] for name in names if name in pack.letters])

    def on_letter(self, model: LetterModel) -> None:
        """Write a letter this date calls for."""
        if self._row is not None:
            self.going.emit(places.Compose(self._row.case_id, model.id))

    def on_print(self) -> None:
        """Print the explanation, without saying whose case it is."""
        from casedesk.ui.printing import print_text

        row = self._row
        if row is None:
            return
        sentences = explain.trace_sentences(row.due, self._desk.today())
        numbered = [
            f"{number}. {sentence.text}" + (f"\n{sentence.detail}" if sentence.detail else "")
            for number, sentence in enumerate(sentences, start=1)
        ]
        paragraphs = [self.legal.text(), self.prudent.text(), *numbered, self.article.text(), self.mark.text()]
        print_text(self, self.title.text(), [text for text in paragraphs if text])


def prudent_sentence(row: DeadlineRow, today: date) -> str:
    """Say the prudent date in a sentence, when it is another day."""
    due = row.due
    if row.urgency is Urgency.MET:
        return _("What had to be done was done.")
    if due.prudent_day == due.legal_day:
        return ""
    day = wording.long_day(due.prudent_day)
    if row.clock is Clock.OPENS_ON:
        return _("Prudent date: {day}. Earlier would be refused.").format(day=day)
    if due.prudent_day < today:
        return _("Prudent date: {day}. It is behind.").format(day=day)
    return _("Prudent date: {day}. Act by then.").format(day=day)


def _reference(row: DeadlineRow) -> str:
    version = row.due.version
    name = f"{row.jurisdiction}/{row.due.rule.id}"
    if version.applies_from is None:
        return name
    return _("{rule} · version since {day}").format(rule=name, day=wording.day(version.applies_from))


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
