"""Refusals, each under the field it is about."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.ui import words
from casedesk.ui.reveal import reveal


class Problems:
    """The label of a field is called `<field>_problem`; `problem` says what belongs to none.

    `others` gives the field that stands for a name no widget has: a service and a composite field have their own.
    """

    def __init__(self, form: QWidget, others: Mapping[str, str] | None = None) -> None:
        self._form = form
        self._others = others or {}
        self._labels = {
            label.objectName().removesuffix("_problem"): label
            for label in form.findChildren(QLabel)
            if label.objectName().endswith("_problem")
        }
        self._rest = form.findChild(QLabel, "problem")
        self.clear()

    def clear(self) -> None:
        """Say nothing more."""
        for name, label in self._labels.items():
            label.hide()
            self._mark(name, wrong=False)
        if self._rest is not None:
            self._rest.hide()

    def show(self, error: CasedeskError) -> None:
        """Say a refusal, bring it into view, and put the cursor where it can be cured."""
        asked = error.field if isinstance(error, InvalidInput) else ""
        name = self._others.get(asked, asked)
        label = self._labels.get(name, self._rest)
        if label is None:
            return
        label.setText(words.refusal(error.sentence))
        label.show()
        self._mark(name, wrong=True)
        field = self._form.findChild(QWidget, name) if name in self._labels else None
        if field is not None:
            field.setFocus()
        reveal(label)

    def _mark(self, name: str, *, wrong: bool) -> None:
        field = self._form.findChild(QWidget, name)
        if isinstance(field, QLineEdit | QPlainTextEdit) and bool(field.property("wrong")) != wrong:
            field.setProperty("wrong", wrong)
            field.style().polish(field)
