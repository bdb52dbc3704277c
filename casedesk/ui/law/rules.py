"""Règles: every rule of every country, found and read whole."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from casedesk import explain
from casedesk.law.pack import Clock, Mark
from casedesk.translate import _, law
from casedesk.ui import places, words
from casedesk.ui.desk import Desk
from casedesk.ui.fonts import Role
from casedesk.ui.law import terms
from casedesk.ui.law.choices import offer
from casedesk.ui.law.list_page import ListPage
from casedesk.ui.law.rule_notice import rule_sections
from casedesk.ui.law.rule_rows import RuleFilter, RuleRow, count_sentence, rule_line, rule_rows
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.notice import Piece, Section
from casedesk.ui.widgets.paragraph import Tone

_OF_THE_LAW = "law_date"


class Rules(ListPage):
    """Nothing here comes from a case."""

    jurisdiction: QComboBox
    clock: QComboBox
    mark: QComboBox
    stale: QCheckBox
    doubtful: QCheckBox
    count_it: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._all = rule_rows(desk.packs, desk.today())
        self._read: RuleRow | None = None
        for field in (self.jurisdiction, self.clock, self.mark):
            field.currentIndexChanged.connect(self.look)
        for box in (self.stale, self.doubtful):
            box.toggled.connect(self.look)
        self.count_it.clicked.connect(self.on_count)
        self.say()

    def say(self) -> None:
        """Word the filters, the list and what is read."""
        packs = self.desk.packs
        offer(self.jurisdiction, [(_("Every country"), ""), *((words.jurisdiction(name), name) for name in packs)])
        clocks: list[tuple[str, object]] = [(words.capital(explain.clock_name(clock)), clock) for clock in Clock]
        offer(self.clock, [(_("Every kind of clock"), None), *clocks, (_("Dates of the law itself"), _OF_THE_LAW)])
        marks: list[tuple[str, object]] = [(words.capital(terms.mark_name(mark)), mark) for mark in Mark]
        offer(self.mark, [(_("Every mark"), None), *marks])
        self.nothing.setText(_("No rule holds these words with these filters. Try fewer of them."))
        self.look()
        if self._read is None:
            self.show_detail(_("How to read a rule"), _legend())
            self.acts_room.hide()
        else:
            self.read(self._read)

    def line(self, row: RuleRow) -> Line:
        """Word one rule; its country only where both are shown."""
        return rule_line(row, "" if self.jurisdiction.currentData() else words.jurisdiction(row.pack))

    def look(self) -> None:
        """Show the rules looked for."""
        clock = self.clock.currentData()
        wanted = RuleFilter(
            words=self.search.text(),
            pack=self.jurisdiction.currentData() or "",
            clock=Clock(clock) if clock and clock != _OF_THE_LAW else None,
            of_the_law=clock == _OF_THE_LAW,
            mark=Mark(self.mark.currentData()) if self.mark.currentData() else None,
            stale=self.stale.isChecked(),
            doubtful=self.doubtful.isChecked(),
        )
        kept = [row for row in self._all if wanted.keeps(row)]
        self.show_found(kept, count_sentence(kept))

    def read(self, row: RuleRow) -> None:
        """Show a rule in full."""
        self._read = row
        self.show_detail(law(row.rule.title), rule_sections(self.desk.packs[row.pack], row))
        self.acts_room.show()
        self.count_it.setVisible(not row.of_the_law)

    def show_subject(self, name: str) -> None:
        """Read the rule of that name, whatever was looked for."""
        self.search.clear()
        for field in (self.jurisdiction, self.clock, self.mark):
            field.setCurrentIndex(0)
        for box in (self.stale, self.doubtful):
            box.setChecked(False)
        for number, row in enumerate(self._all):
            if row.name == name:
                self.rows.setFocus()
                self.stand_on(number)

    def on_count(self) -> None:
        """Count with the rule that is read."""
        if self._read is not None:
            self.going.emit(places.Law(places.LawPage.CALCULATOR, self._read.name))


def _legend() -> list[Section]:
    """Say what the kinds of clock and the marks mean, until a rule is chosen."""
    clocks = []
    for clock in Clock:
        clocks += [
            Piece(words.capital(explain.clock_name(clock)), Role.STRONG),
            Piece(terms.clock_meaning(clock), Role.SMALL, Tone.QUIET),
        ]
    return [
        Section("", (Piece(_("Choose a rule: its text, its mark, its doubts and its worked examples come here.")),)),
        Section(_("Kinds of clock"), tuple(clocks)),
        Section(
            _("Marks"),
            (
                Piece(words.capital(terms.mark_name(Mark.VERIFIED)), Role.STRONG),
                Piece(_("The article itself was read, in the copy named under it."), Role.SMALL, Tone.QUIET),
                Piece(words.capital(terms.mark_name(Mark.SECONDARY)), Role.STRONG),
                Piece(_("Another page tells what it says. To be confirmed before it is used."), Role.SMALL, Tone.QUIET),
                Piece(words.capital(terms.mark_name(Mark.UNVERIFIED)), Role.STRONG),
                Piece(_("Nobody here read it. It is no law until a jurist confirms it."), Role.SMALL, Tone.QUIET),
            ),
        ),
    ]
