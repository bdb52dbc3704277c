"""The recovery key, shown once: two of its groups are typed back from the paper."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from casedesk.translate import _
from casedesk.ui.form import Form


class RecoverySheet(Form):
    """Lets nobody in before the key is on paper."""

    copied = Signal()

    recovery_key: QLabel
    print_it: QPushButton
    first_label: QLabel
    first: QLineEdit
    second_label: QLabel
    second: QLineEdit
    problem: QLabel
    go_in: QPushButton

    def __init__(self, recovery_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = recovery_key.replace("-", " ").split()
        self._asked = sorted(secrets.SystemRandom().sample(range(len(self._groups)), 2))
        half = (len(self._groups) + 1) // 2
        self.recovery_key.setText("\n".join("   ".join(line) for line in (self._groups[:half], self._groups[half:])))
        self.problem.hide()
        self.go_in.clicked.connect(self.on_go_in)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.on_go_in)
        self.print_it.clicked.connect(self.on_print)
        self.say()

    def say(self) -> None:
        """Name the two groups asked for."""
        for label, position in zip((self.first_label, self.second_label), self._asked, strict=True):
            label.setText(_("Group {number}").format(number=position + 1))

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.first

    def on_go_in(self) -> None:
        """Go in once both groups are right."""
        typed = [field.text().strip().upper() for field in (self.first, self.second)]
        if typed == [self._groups[position] for position in self._asked]:
            self.copied.emit()
            return
        self.problem.setText(_("These are not the groups of the key. Look at your paper, and type them again."))
        self.problem.show()
        self.first.setFocus()

    def on_print(self) -> None:
        """Print the sheet."""
        from casedesk.ui.printing import print_text

        title = _("casedesk: recovery key")
        lead = _("Whoever holds this sheet and the folder can read everything. Keep it far from the computer.")
        print_text(self, title, (lead, self.recovery_key.text()))
