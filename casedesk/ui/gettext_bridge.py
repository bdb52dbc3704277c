"""Qt's words answered from our catalogues."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

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
        self.speak(language)

    def speak(self, language: str) -> None:
        """Speak `language` from now on: every open screen receives a LanguageChange."""
        translate.set_language(language)
        QLocale.setDefault(QLocale(language))
        self._application.removeTranslator(self._qt)
        self._application.removeTranslator(self._ours)
        if self._qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._application.installTranslator(self._qt)
        self._application.installTranslator(self._ours)
