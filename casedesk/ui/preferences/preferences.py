"""The person's choices: language and look, in force at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QRadioButton, QWidget

from casedesk.settings import Settings
from casedesk.ui.desk import Desk
from casedesk.ui.screen import Screen

_LANGUAGES = {"fr": "Français", "en": "English"}  # each in its own words


class Preferences(Screen):
    """Emits `chosen` with the new choices as soon as one is made."""

    chosen = Signal(object)

    back: QPushButton
    language: QComboBox
    look_system: QRadioButton
    look_light: QRadioButton
    look_dark: QRadioButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._settings = Settings()
        self._looks = {"system": self.look_system, "light": self.look_light, "dark": self.look_dark}
        for code, name in _LANGUAGES.items():
            self.language.addItem(name, code)
        self.back.clicked.connect(self.leaving)
        self.language.activated.connect(self.on_chosen)
        for button in self._looks.values():
            button.clicked.connect(self.on_chosen)

    def show_settings(self, settings: Settings) -> None:
        """Show the choices in force."""
        self._settings = settings
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self._looks[settings.look].setChecked(True)

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.language

    def on_chosen(self) -> None:
        """Take a choice."""
        look = next(name for name, button in self._looks.items() if button.isChecked())
        self._settings = Settings(language=str(self.language.currentData()), look=look, folder=self._settings.folder)
        self.chosen.emit(self._settings)
