"""A passphrase: hidden until asked for, with a word when capitals are locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk import paths
from casedesk.translate import _
from casedesk.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PassphraseField(QLineEdit):
    """`capitals` says whether capitals seem locked: letters come upper case without Shift."""

    capitals = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)  # which also forbids suggestions and automatic capitals
        self._drawn = ""
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self.on_eye)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._draw()

    def on_eye(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._draw()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Notice capitals that nobody asked for."""
        from PySide6.QtCore import Qt

        letter = event.text()
        if len(letter) == 1 and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() is not shift and letter.upper() != letter.lower())
        elif event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)  # noqa: FBT003 - a signal
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look and the language."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.LanguageChange} and hasattr(self, "_eye"):
            self._draw()

    def _draw(self) -> None:
        words = _("Hide the passphrase") if self._eye.isChecked() else _("Show the passphrase")
        self._eye.setText(words)
        self._eye.setToolTip(words)
        name = f"eye-{'shut' if self._eye.isChecked() else 'open'}-{tokens_of(self.palette()).name}.png"
        if name != self._drawn:
            self._drawn = name
            self._eye.setIcon(QIcon(str(paths.icons() / name)))
