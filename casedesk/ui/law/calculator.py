"""Calculateur: a date and its reasons, without a case."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from casedesk.errors import InvalidInput
from casedesk.law.counting import can_count
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.law.period import Period
from casedesk.law.regime import Regime
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from casedesk.law_words import happening_name
from casedesk.translate import _
from casedesk.ui import places, words
from casedesk.ui.desk import Desk
from casedesk.ui.form import Form
from casedesk.ui.law import asked, terms
from casedesk.ui.law.acts import Acts
from casedesk.ui.law.choices import choose, offer
from casedesk.ui.law.explanation import Explanation
from casedesk.ui.law.fact_field import AskedField, FactField, HappenedField
from casedesk.ui.law.hours import parse_hour
from casedesk.ui.law.rule_rows import RuleFilter, RuleRow, countable, rule_line, rule_rows
from casedesk.ui.law.told import Told, told, told_count
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.scroll_list import ScrollList
from casedesk.ui.widgets.when_field import Known, WhenField

WIDE = 780  # pixels under which the answer goes under the question
LIST_HEIGHT = 220  # pixels: three rules in sight at the least

_UNITS = ("days", "weeks", "months", "years", "hours")


class Calculator(Form):
    """Answers as one types. Nothing said here is kept."""

    going = Signal(object)
    said = Signal(str)

    columns: QBoxLayout
    asking: QVBoxLayout
    jurisdiction: QComboBox
    place: QComboBox
    by_rule: QRadioButton
    by_period: QRadioButton
    rule_room: QWidget
    search: QLineEdit
    rules: ScrollList
    nothing: QLabel
    chosen: CardList
    period_room: QWidget
    regime: QComboBox
    number: QLineEdit
    unit: QComboBox
    day_room: QWidget
    start_label: QLabel
    start: QComboBox
    when: WhenField
    hour_room: QWidget
    hour: QLineEdit
    hour_hint: QLabel
    short_room: QWidget
    short_legal: QLabel
    short_prudent: QLabel
    short_warning: QLabel
    facts_room: QWidget
    facts: QVBoxLayout
    acts_room: QWidget
    acts: Acts
    idle: QLabel
    explanation: Explanation

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk
        super().__init__(parent)
        self._all = countable(rule_rows(desk.packs, desk.today()))
        self._rule: RuleRow | None = None
        self._fields: list[FactField] = []
        self._required: dict[Happening, HappenedField] = {}
        self.rules.setMinimumHeight(LIST_HEIGHT)
        self.rules.columns(Column(lambda: "", lambda row: rule_line(row).said, line=rule_line))
        self.chosen.columns(Column(lambda: "", lambda row: _chosen_line(row).said, line=_chosen_line))
        self.when.set_today(desk.today())
        self.when.setFocusProxy(self.when.when_known)
        self.number.setText("3")
        self.say()
        choose(self.unit, "months")
        self._connect()
        self._show_parts()
        self.compute()

    def _connect(self) -> None:
        self.jurisdiction.currentIndexChanged.connect(self.on_jurisdiction)
        self.place.currentIndexChanged.connect(self.compute)
        self.by_rule.toggled.connect(self.on_way)
        self.search.textChanged.connect(self.look)
        self.search.returnPressed.connect(self.on_enter)
        self.rules.chosen.connect(self.on_rule)
        self.chosen.chosen.connect(self.on_change)
        self.chosen.acted.connect(self.on_change)
        self.regime.currentIndexChanged.connect(self.on_regime)
        self.number.textChanged.connect(self.compute)
        self.unit.currentIndexChanged.connect(self.on_unit)
        self.start.currentIndexChanged.connect(self.compute)
        self.when.changed.connect(self.compute)
        self.hour.textChanged.connect(self.compute)
        self.acts.changed.connect(self.compute)
        self.explanation.reading.connect(lambda name: self.going.emit(places.Law(places.LawPage.RULES, name)))
        self.explanation.copied.connect(lambda: self.said.emit(_("Copied.")))

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.search if self._rule is None else self.when

    def say(self) -> None:
        """Word the choices."""
        offer(self.jurisdiction, [(words.jurisdiction(name), name) for name in self.desk.packs])
        offer(self.regime, [(words.capital(terms.regime_name(regime)), regime) for regime in Regime])
        self.nothing.setText(_("No rule holds these words. Try fewer letters, or count a bare period."))
        self.hour_hint.setText(_("Time of the place chosen. The explanation counts in universal time (UTC)."))
        self._offer_places()
        self._offer_units()
        self.look()

    # What is asked

    @property
    def _pack(self) -> Pack:
        return self.desk.packs[self.jurisdiction.currentData()]

    @property
    def _counts_by_rule(self) -> bool:
        return self.by_rule.isChecked()

    def _offer_places(self) -> None:
        offer(self.place, [(words.place(name), name) for name in self._pack.places])
        self.place.setEnabled(self.place.count() > 1)

    def _offer_units(self) -> None:
        names = {
            "days": _("days"),
            "weeks": _("weeks"),
            "months": _("months"),
            "years": _("years"),
            "hours": _("hours"),
        }
        regime = Regime(self.regime.currentData())
        offer(self.unit, [(names[unit], unit) for unit in _UNITS if can_count(regime, _period(1, unit))])

    def on_jurisdiction(self) -> None:
        """Change country: another calendar, other rules."""
        self._offer_places()
        if self._rule is not None and self._rule.pack != self._pack.id:
            self._forget_rule()
        self.look()
        self.compute()

    def on_way(self) -> None:
        """Count with a rule, or without one."""
        self._show_parts()
        self.compute()

    def look(self) -> None:
        """Show the rules that hold the words typed."""
        wanted = RuleFilter(words=self.search.text(), pack=self._pack.id)
        kept = [row for row in self._all if wanted.keeps(row)]
        self.rules.show_rows(kept)
        self._show_parts()

    def on_enter(self) -> None:
        """Take the only rule left; else go into the list."""
        count = self.rules.model().rowCount()
        if count == 1:
            self.on_rule(self.rules.row_at(0))
        elif count:
            self.rules.setFocus(Qt.FocusReason.TabFocusReason)

    def on_rule(self, row: RuleRow) -> None:
        """Count with this rule, and ask what it asks."""
        rule, pack, today = row.rule, self._pack, self.desk.today()
        if self.start.count() and self.start.currentData() != rule.trigger:
            self._forget_day()
        self._rule = row
        self.chosen.show_rows([row])
        offer(self.start, [(happening_name(what), what) for what in asked.starts_of(rule)])
        self._ask([FactField(pack, name, today) for name in asked.facts_of(rule)], rule.requires)
        self.acts.offer(asked.acts_of(rule), today)
        self._show_parts()
        self.compute()
        self.when.when_day.setFocus()
        self.chosen.setCurrentIndex(QModelIndex())  # the cursor passed over it as the list went away

    def on_change(self) -> None:
        """Choose another rule."""
        self._forget_rule()
        self.compute()
        self.search.setFocus()
        self.search.selectAll()

    def _forget_rule(self) -> None:
        self._rule = None
        self.chosen.show_rows(())
        self._ask([], ())
        self.acts.offer({}, self.desk.today())
        self._show_parts()

    def _forget_day(self) -> None:
        """Ask anew for the day: that of one event says nothing of another."""
        choose(self.when.when_known, Known.DAY)
        for field in (self.when.when_day, self.when.when_last, self.hour):
            field.clear()

    def _ask(self, fields: list[FactField], required: tuple[Happening, ...]) -> None:
        """Replace the questions by those of another rule."""
        old: AskedField
        for old in (*self._fields, *self._required.values()):
            self.facts.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._fields = fields
        asks = _("Has this happened: {what}?")
        self._required = {what: HappenedField(asks.format(what=happening_name(what))) for what in required}
        field: AskedField
        for field in (*self._required.values(), *fields):
            field.changed.connect(self.compute)
            self.facts.addWidget(field)

    def on_regime(self) -> None:
        """Offer the units in which this way counts."""
        self._offer_units()
        self.on_unit()

    def on_unit(self) -> None:
        """Ask for the hour where hours are counted."""
        self._show_parts()
        self.compute()

    def _show_parts(self) -> None:
        """Show what the question asked so far needs."""
        by_rule, rule = self._counts_by_rule, self._rule.rule if self._rule else None
        self.rule_room.setVisible(by_rule)
        self.period_room.setVisible(not by_rule)
        looking = rule is None
        found = self.rules.model().rowCount() > 0
        self.search.setVisible(looking)
        self.rules.setVisible(looking and found)
        self.nothing.setVisible(looking and not found)
        self.chosen.setVisible(not looking)
        self.asking.setStretchFactor(self.rule_room, int(by_rule and looking and found))
        self.day_room.setVisible(not by_rule or rule is not None)
        self.start.setVisible(by_rule and self.start.count() > 1)
        in_hours = asked.counts_hours(rule) if by_rule and rule else self.unit.currentData() == "hours"
        self.hour_room.setVisible(in_hours)
        self.facts_room.setVisible(by_rule and bool(self._fields or self._required))
        self.acts_room.setVisible(by_rule and rule is not None and bool(asked.acts_of(rule)))
        self.start_label.setText(self._start_words())

    def _start_words(self) -> str:
        if not self._counts_by_rule:
            back = self.regime.currentData() in {Regime.BACKWARD, Regime.CLEAR_BACKWARD}
            return _("Day of the event") if back else _("First day")
        if self._rule is None or self.start.count() > 1:
            return _("What starts it, and when")
        return happening_name(self._rule.rule.trigger)

    # What is answered

    def compute(self) -> None:
        """Answer at once, or say what is still needed."""
        try:
            answer = self._answer()
        except InvalidInput:
            answer = _("This leads out of the calendar.")
        idle = answer if isinstance(answer, str) else ""
        self.idle.setText(idle)
        self.idle.setVisible(bool(idle))
        self.explanation.setVisible(not idle)
        if isinstance(answer, Told) and answer != self.explanation.told:
            self.explanation.show_answer(answer)
            self._show_short(answer)
        self._place_answer()

    def _show_short(self, answer: Told) -> None:
        """Say the answer in short; never without what warns of it."""
        parts = {
            self.short_legal: answer.legal,
            self.short_prudent: answer.prudent,
            self.short_warning: answer.warning,
        }
        for label, text in parts.items():
            label.setText(text)
            label.setVisible(bool(text))

    def _answer(self) -> Told | str:
        """Give the answer, or the sentence that stands in its place.

        Raises:
            InvalidInput: the period leads out of the calendar.
        """
        if self._counts_by_rule and self._rule is None:
            return _("Choose a rule, then say the day: the date and its reasons come here.")
        when = self._when()
        counts = not self._counts_by_rule or self._has_number
        if when is None and counts and not self.when.is_unknown:
            return self._day_wanted()
        return self._answer_of_rule(when) if self._counts_by_rule else self._answer_of_period(when)

    @property
    def _has_number(self) -> bool:
        """Say whether the rule chosen can be counted at all: where it cannot, no day is asked for."""
        return self._rule is not None and any(version.duration for version in self._rule.rule.versions)

    def _when(self) -> When | None:
        hour = parse_hour(self.hour.text()) if not self.hour_room.isHidden() else None
        return asked.at_hour(self.when.typed(), hour, terms.zone(self.place.currentData()))

    def _day_wanted(self) -> str:
        if self.when.when_day.text().strip():
            return _("This is not a day yet. Write for example 21/08/2026; between two days, the first one first.")
        return _("Say the day: the date and its reasons come here.")

    def _answer_of_rule(self, when: When | None) -> Told | str:
        row, pack, today = self._rule, self._pack, self.desk.today()
        if row is None:
            return ""
        ask = asked.Ask(
            place=self.place.currentData(),
            start=Happening(self.start.currentData()),
            when=when,
            answers={field.fact: value for field in self._fields if (value := field.value()) is not None},
            happened=tuple(what for what, field in self._required.items() if field.happened),
            acts=self.acts.acts(),
        )
        calendar = calendar_for(self.desk.packs, ask.place)
        return told(pack, asked.answer(pack, row.rule, ask, today, calendar), today, terms.zone(ask.place))

    def _answer_of_period(self, when: When | None) -> Told | str:
        if when is None:
            return _("A bare period needs a day. Between two days, both ends are counted.")
        number = self.number.text().strip()
        if not number.isdecimal():
            return _("Say how long the period is, in figures.")
        place = self.place.currentData()
        period = _period(int(number), self.unit.currentData())
        first, last = asked.bare_count(
            Regime(self.regime.currentData()), period, when, calendar_for(self.desk.packs, place)
        )
        return told_count(first, last, terms.zone(place), self.desk.today())

    def show_subject(self, name: str) -> None:
        """Count with the rule of that name."""
        for row in self._all:
            if row.name == name:
                choose(self.jurisdiction, row.pack)
                self.by_rule.setChecked(True)
                self.on_rule(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answer under the question where there is no room beside."""
        super().resizeEvent(event)
        self._place_answer()

    def _place_answer(self) -> None:
        """Where the whole answer is out of sight, say it in short beside the day."""
        wide = self.width() >= WIDE
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.short_room.setVisible(not wide and not self.explanation.isHidden())


def _period(number: int, unit: str) -> Period:
    return Period(**{unit: number})


def _chosen_line(row: RuleRow) -> Line:
    return replace(rule_line(row), action=_("Change"))
