"""The parts of a letter that may be left out, each with what helps to decide."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from casedesk.queries.letter_draft import ClauseChoice
from casedesk.translate import _, law
from casedesk.ui import fonts
from casedesk.ui.letters.stack import Stack
from casedesk.ui.letters.tick import Tick

_INDENT = 25  # pixels: the reason stands under the title, not under its box


class ClauseSwitch(QWidget):
    """One part: its title to tick, its reason below."""

    switched = Signal(str, bool)  # the clause, whether it stands

    def __init__(self, clause: ClauseChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, why = law(clause.title), law(clause.why)
        self.tick = Tick(title)
        self.box = self.tick.box
        self.box.setAccessibleDescription(why)
        self.tick.clicked.connect(lambda on: self.switched.emit(clause.id, on))
        reason = QLabel(why)
        reason.setWordWrap(True)
        reason.setProperty("role", "small")
        reason.setFont(fonts.font(fonts.Role.SMALL))
        reason.setContentsMargins(_INDENT, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tick)
        layout.addWidget(reason)
        self.setFocusProxy(self.box)


class Clauses(QWidget):
    """The switches; nothing of it shows for a letter without any."""

    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setFont(fonts.font(fonts.Role.SECTION))
        layout.addWidget(self._title)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(7)
        layout.addLayout(rows)
        self._rows: Stack[str, ClauseSwitch] = Stack(rows)

    @property
    def switches(self) -> Mapping[str, ClauseSwitch]:
        """The switches shown, by their clause."""
        return self._rows.kept

    def show_clauses(self, clauses: Sequence[ClauseChoice]) -> None:
        """Show which parts stand."""
        by_id = {clause.id: clause for clause in clauses}
        self._title.setText(_("Passages"))
        self._rows.show(list(by_id), lambda clause_id: self._make(by_id[clause_id]))
        for clause_id, switch in self._rows.kept.items():
            switch.box.setChecked(by_id[clause_id].on)
        self.setVisible(bool(by_id))

    def _make(self, clause: ClauseChoice) -> ClauseSwitch:
        switch = ClauseSwitch(clause)
        switch.switched.connect(self.switched)
        return switch
