"""What was done since: a row per act, and what it does to the clock."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casedesk.law.facts import Happening
from casedesk.law_words import happening_name
from casedesk.translate import N_, _
from casedesk.ui import fonts
from casedesk.ui.law.asked import Act, Part
from casedesk.ui.widgets.day_field import DayField

_PARTS = {
    Part.RESTARTS: N_("Starts a whole new period"),
    Part.CONFIRMS: N_("Confirms such an act"),
    Part.STOPS: N_("Stops the countdown"),
    Part.NOTHING: N_("Changes nothing, though it looks so"),
}


class _Row(QWidget):
    """One act and its day."""

    changed = Signal()
    removed = Signal(QWidget)

    def __init__(self, offered: Mapping[Part, tuple[Happening, ...]], today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.what = QComboBox()
        self.what.setAccessibleName(_("What was done"))
        self.what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._offer(offered)
        self.day = DayField()
        self.day.today = today
        self.day.setAccessibleName(_("Day"))
        self.day.setPlaceholderText(_("for example 21/08/2026, or yesterday"))
        self.remove = QPushButton(_("Remove"))
        self.remove.setProperty("role", "link")
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self.day, 1)
        second.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(6)
        layout.addWidget(self.what)
        layout.addLayout(second)
        self.what.currentIndexChanged.connect(self.changed)
        self.day.textChanged.connect(self.changed)
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def _offer(self, offered: Mapping[Part, tuple[Happening, ...]]) -> None:
        """List the acts under what they do; a title cannot be chosen."""
        self.what.addItem(_("choose…"), None)
        for part, acts in offered.items():
            self.what.addItem(_(_PARTS[part]), None)
            title = self.what.count() - 1
            model = self.what.model()
            if isinstance(model, QStandardItemModel):
                model.item(title).setFlags(Qt.ItemFlag.NoItemFlags)
                model.item(title).setFont(fonts.font(fonts.Role.SECTION))
            for act in acts:
                self.what.addItem(happening_name(act), act)

    def act(self) -> Act | None:
        """Give the act told; None until one is chosen."""
        what = self.what.currentData()
        return None if what is None else Act(Happening(what), self.day.typed())


class Acts(QWidget):
    """Begins empty: nothing was done until she says so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Mapping[Part, tuple[Happening, ...]] = {}
        self._today = date.min
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.add = QPushButton()
        self.add.setProperty("role", "link")
        self.add.clicked.connect(self.on_add)
        last = QHBoxLayout()
        last.addWidget(self.add)
        last.addStretch(1)
        self._layout.addLayout(last)
        self.setFocusProxy(self.add)
        self.say()

    def say(self) -> None:
        """Word the button."""
        self.add.setText(_("Add something done since"))

    @property
    def rows(self) -> list[_Row]:
        """The rows shown."""
        return self.findChildren(_Row, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def offer(self, offered: Mapping[Part, tuple[Happening, ...]], today: date) -> None:
        """Begin anew with the acts that matter to another rule."""
        self._offered, self._today = offered, today
        for row in self.rows:
            self._forget(row)
        self.setVisible(bool(offered))

    def on_add(self) -> None:
        """Add a row."""
        row = _Row(self._offered, self._today, self)
        row.changed.connect(self.changed)
        row.removed.connect(self.on_removed)
        self._layout.insertWidget(self._layout.count() - 1, row)
        row.show()
        row.what.setFocus()

    def on_removed(self, row: QWidget) -> None:
        """Take a row away."""
        self._forget(row)
        self.add.setFocus()
        self.changed.emit()

    def _forget(self, row: QWidget) -> None:
        self._layout.removeWidget(row)
        row.setParent(None)
        row.deleteLater()

    def acts(self) -> tuple[Act, ...]:
        """Give the acts told."""
        return tuple(act for row in self.rows if (act := row.act()) is not None)
