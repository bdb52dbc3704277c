"""Words of the interface in the person's language: English in the code, French and others from the catalogues."""

import gettext as _gettext
from collections.abc import Callable

from casedesk import paths

LANGUAGES = ("fr", "en")
_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_law: _gettext.NullTranslations | None = None  # read at the first word of law, so that the desk opens at once
_language = "en"


def set_language(language: str) -> None:
    """Speak `language` from now on; an unknown one is spoken in English."""
    global _translations, _law, _language  # noqa: PLW0603 - one program speaks one language at a time
    _language = language if language in LANGUAGES else "en"
    _translations = _catalogue("casedesk")
    _law = None


def _catalogue(domain: str) -> _gettext.NullTranslations:
    """Read a catalogue of the language spoken; an absent one leaves the words as they are written."""
    try:
        with (paths.catalogues() / _language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as stream:
            return _gettext.GNUTranslations(stream)
    except OSError:
        return _gettext.NullTranslations()


def language() -> str:
    """Say which language is spoken: `fr` or `en`."""
    return _language


def _(message: str) -> str:
    """Translate a whole sentence."""
    return _translations.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a sentence that counts."""
    return _translations.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Translate a word that means different things in different places."""
    return _translations.pgettext(context, message)


def law(message: str) -> str:
    """Translate, as a courtesy, what a pack says in its own language."""
    global _law  # noqa: PLW0603 - as above
    if not message:
        return ""
    if _law is None:
        _law = _catalogue("law")
    return _law.gettext(message)


def N_(message: str) -> str:
    """Mark a sentence here that is translated elsewhere."""
    return message


Translate = Callable[[str], str]
