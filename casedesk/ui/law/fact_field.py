"""A fact that a rule asks for, with the field its answer needs."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from casedesk.law.facts import FACTS, FactType, Value
from casedesk.law.pack import Pack
from casedesk.law_words import fact_question
from casedesk.translate import _, law
from casedesk.ui.law.terms import fact_type, value_words
from casedesk.ui.widgets.day_field import DayField


class AskedField(QWidget):
    """A question over its field."""

    changed = Signal()

    def lay(self, question: str, field: QWidget, more: str = "") -> None:
        """Set the question over the field, and what explains it in small under it."""
        field.setAccessibleName(question)
        field.setSizePolicy(QSizePolicy.Policy.Ignored, field.sizePolicy().verticalPolicy())
        self.setFocusProxy(field)
        label = QLabel(question)
        label.setWordWrap(True)
        label.setBuddy(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(label)
        layout.addWidget(field)
        if more:
            help_ = QLabel(more)
            help_.setProperty("role", "small")
            help_.setWordWrap(True)
            layout.addWidget(help_)


class FactField(AskedField):
    """Not answered is an answer: the law then says what is missing."""

    def __init__(self, pack: Pack, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact = name
        self.value: Callable[[], Value | None] = lambda: None
        self.field = self._make(pack, today)
        self.field.setObjectName(name)
        element = pack.elements.get(name)
        self.lay(fact_question(name, pack.elements), self.field, law(element.help) if element else "")

    def _make(self, pack: Pack, today: date) -> QWidget:
        match fact_type(self.fact):
            case FactType.DATE:
                return self._day(today)
            case FactType.YES_NO:
                return self._choice(pack, (True, False))
            case FactType.CHOICE:
                return self._choice(pack, tuple(pack.offences) if self.fact == "offence" else FACTS[self.fact].choices)
            case FactType.NUMBER:
                return self._number()

    def _day(self, today: date) -> DayField:
        field = DayField()
        field.today = today
        field.setPlaceholderText(_("for example 03/04/1996"))
        field.textChanged.connect(self.changed)
        self.value = field.typed
        return field

    def _choice(self, pack: Pack, choices: tuple[Value, ...]) -> QComboBox:
        field = QComboBox()
        field.addItem(_("not answered"), None)
        for choice in choices:
            field.addItem(value_words(pack, self.fact, choice), choice)
        field.currentIndexChanged.connect(self.changed)
        self.value = field.currentData
        return field

    def _number(self) -> QLineEdit:
        field = QLineEdit()
        field.textChanged.connect(self.changed)
        self.value = lambda: int(text) if (text := field.text().strip()).isdecimal() else None
        return field


class HappenedField(AskedField):
    """Whether something that a rule requires has happened."""

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QComboBox()
        for text, value in ((_("not answered"), False), (_("Yes"), True), (_("No"), False)):
            self.field.addItem(text, value)
        self.field.currentIndexChanged.connect(self.changed)
        self.lay(question, self.field)

    @property
    def happened(self) -> bool:
        """Say whether it is known to have happened."""
        return bool(self.field.currentData())
