"""Where the forms, the packs, the catalogues, the fonts and the person's data are: checkout, wheel or frozen app."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Find a folder shipped with the program: beside the package in a checkout, inside it in a wheel."""
    frozen = getattr(sys, "_MEIPASS", None)
    bases = [Path(frozen)] if frozen else []
    bases += [_PACKAGE / "shipped", _PACKAGE.parent]
    for base in bases:
        if (base / name).is_dir():
            return base / name
    return _PACKAGE.parent / name


def forms() -> Path:
    """Folder of the Designer forms."""
    return _shipped("forms")


def packs() -> Path:
    """Folder of the jurisdictions."""
    return _shipped("legal_templates")


def catalogues() -> Path:
    """Folder of the translations."""
    return _shipped("i18n")


def fonts() -> Path:
    """Folder of the embedded fonts."""
    return _PACKAGE / "fonts"


def icons() -> Path:
    """Folder of the few drawings the style sheet needs."""
    return _PACKAGE / "ui" / "icons"


def settings_file() -> Path:
    """File of the person's choices (never a name, never a case)."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config"))
    return base / "casedesk" / "settings.toml"


def own_letters() -> Path:
    """Folder of the association's own letters, one folder for each jurisdiction: templates, never a case."""
    return settings_file().parent / "letters"


def fictional_folder() -> Path:
    """Folder where the fictional association is made anew each time it is tried."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "casedesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "casedesk"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "casedesk"
