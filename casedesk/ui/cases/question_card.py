"""One thing not known, answered on the spot where it can be."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casedesk import explain
from casedesk.errors import CasedeskError, InvalidInput
from casedesk.law.assess import Lack
from casedesk.law.facts import FACTS, FactType, Value
from casedesk.queries.deadlines import QuestionRow
from casedesk.services import answers
from casedesk.translate import _, law
from casedesk.ui import places, words
from casedesk.ui.desk import Desk, Session
from casedesk.ui.places import Page
from casedesk.ui.widgets.day_field import DayField


class QuestionCard(QFrame):
    """The question, what it is about, and the shortest way to answer it."""

    going = Signal(object)
    said = Signal(str)

    def __init__(self, desk: Desk, row: QuestionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row = row
        self.setProperty("role", "card")
        self._elements = desk.packs[row.jurisdiction].elements
        self.question = _label(explain.missing_question(row.missing, self._elements), "strong")
        self.problem = _label("", "error")
        self.problem.hide()
        self.acts = QHBoxLayout()
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.acts.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(5)
        layout.addWidget(self.question)
        layout.addWidget(_label(_about(row, desk.today()), "small"))
        layout.addLayout(self.acts)
        layout.addWidget(self.problem)
        self.setAccessibleName(self.question.text())
        self._offer()
        self.acts.addStretch(1)

    def _offer(self) -> None:
        """Offer the answers this question can take."""
        missing = self._row.missing
        element = missing.lack is Lack.FACT and missing.name in self._elements
        spec = FACTS.get(missing.name) if missing.lack is Lack.FACT else None
        if not element and (spec is None or missing.name == "offence"):
            self._button(_("Answer"), self.on_elsewhere)
        elif spec is None or spec.type is FactType.YES_NO:
            self._button(_("Yes"), partial(self.answer, True))  # noqa: FBT003 - the answer itself
            self._button(_("No"), partial(self.answer, False))  # noqa: FBT003 - the answer itself
        elif spec.type is FactType.CHOICE:
            for choice in spec.choices:
                self._button(words.choice(choice), partial(self.answer, choice))
        else:
            self.day = DayField()
            self.day.setObjectName(missing.name)
            self.day.today = self._desk.today()
            self.day.setAccessibleName(self.question.text())
            self.day.setPlaceholderText(_("for example 03/04/1996"))
            self.day.returnPressed.connect(self.on_day)
            self.acts.addWidget(self.day)
            self._button(_("Note it"), self.on_day)

    def _button(self, text: str, act: object) -> None:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
        self.acts.addWidget(button)

    def on_elsewhere(self) -> None:
        """Go where this is answered."""
        row = self._row
        if row.missing.lack is Lack.FACT:
            self.going.emit(places.CaseAt(row.case_id, Page.QUALIFICATION, row.subject_id))
        elif row.missing.lack is Lack.DAY and row.missing.name in {"offence", "publication", "connection"}:
            self.going.emit(places.AddIncident(row.case_id, row.subject_id))
        else:
            self.going.emit(places.CaseAt(row.case_id, Page.FACTS, row.subject_id))

    def on_day(self) -> None:
        """Take the day typed."""
        try:
            day: date | None = self.day.day()
        except InvalidInput as error:
            self.show_refusal(error)
            return
        if day is not None:
            self.answer(day)

    def answer(self, value: Value) -> None:
        """Write the answer down."""
        row, packs, today, now = self._row, self._desk.packs, self._desk.today(), self._desk.now()

        def job(session: Session) -> None:
            answers.answer_fact(
                session,
                row.case_id,
                row.missing.name,
                value=value,
                today=today,
                now=now,
                subject_id=row.subject_id,
                packs=packs,
            )

        self._desk.write(job, failed=self.show_refusal)

    def show_refusal(self, error: CasedeskError) -> None:
        """Show a refusal under the question."""
        self.problem.setText(words.refusal(error.sentence))
        self.problem.show()


def _about(row: QuestionRow, today: date) -> str:
    if row.subject_label:
        return _("About “{subject}”").format(subject=row.subject_label)
    if not row.rules:
        return ""
    rule = row.rules[0]
    title = explain.cautioned(law(rule.title), rule.version_on(today).article.mark, rule.clock)
    return _("Needed for: {rule}").format(rule=title)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
