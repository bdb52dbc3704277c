"""The person's choices: language, look, last folder. Never a name, never a case."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from casedesk import paths
from casedesk.translate import LANGUAGES

LOOKS = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between two days. `folder` is where the workspace last opened stands, or empty."""

    language: str = "fr"
    look: str = "system"
    folder: str = ""


def load(file: Path | None = None, *, spoken: str = "fr") -> Settings:
    """Read the choices; what is missing or cannot be understood is the default, and `spoken` the language."""
    unchosen = Settings(language=spoken)
    source = file or paths.settings_file()
    if not source.exists():
        return unchosen
    import tomllib

    try:
        with source.open("rb") as stream:
            told = tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return unchosen
    return _sane(told, unchosen)


def _sane(told: dict[str, Any], unchosen: Settings) -> Settings:
    known = {field.name: told[field.name] for field in fields(Settings) if isinstance(told.get(field.name), str)}
    settings = replace(unchosen, **known)
    if settings.language not in LANGUAGES:
        settings = replace(settings, language=unchosen.language)
    if settings.look not in LOOKS:
        settings = replace(settings, look=unchosen.look)
    return settings


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the choices.

    Raises:
        OSError: the disk does not take them.
    """
    target = file or paths.settings_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{field.name} = {_quoted(getattr(settings, field.name))}\n" for field in fields(Settings))
    partial = target.with_suffix(".part")
    partial.write_text("".join(lines), encoding="utf-8")
    partial.replace(target)


def _quoted(text: str) -> str:
    """Write a TOML string; a control character cannot stand in one as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'
