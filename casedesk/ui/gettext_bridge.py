"""Qt's words answered from our catalogues."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from casedesk import translate


class GettextTranslator(QTranslator):
    """Answers the words of the forms; what the catalogue does not know stays as written."""

    def translate(
        self,
        context: str,  # noqa: ARG002 - forms share their words: no context
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,  # noqa: ARG002 - plurals are counted in Python
    ) -> str | None:
        """Give the words for `source_text`, or None."""
        if not source_text:
            return None
        words = translate.pgettext(disambiguation, source_text) if disambiguation else translate._(source_text)
        return words if words != source_text else None

    def isEmpty(self) -> bool:
        """Say that there is something to ask."""
        return False


class Languages(QObject):
    """Speaks one language everywhere, and changes it while the windows are open."""

    def __init__(self, application: QCoreApplication, language: str) -> None:
        super().__init__(application)
        self._application = application
        self._ours = GettextTranslator(self)
        self._qt = QTranslator(self)
        self._with_qt = False
        self._language = language
        self.speak(language)

    def complete(self) -> None:
        """Speak Qt's own words too: those of its menus and dialogs, which no first screen shows."""
        self._with_qt = True
        self.speak(self._language)

    def speak(self, language: str) -> None:
        """Speak `language` from now on: every open screen receives a LanguageChange."""
        self._language = language
        translate.set_language(language)
        QLocale.setDefault(QLocale(language))
        self._application.removeTranslator(self._qt)
        self._application.removeTranslator(self._ours)
        if self._with_qt and self._qt.load(f"qtbase_{language}", _qt_folder()):
            self._application.installTranslator(self._qt)
        self._application.installTranslator(self._ours)


def _qt_folder() -> str:
    from PySide6.QtCore import QLibraryInfo

    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
