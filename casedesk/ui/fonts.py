"""The type scale: one family, five sizes relative to the person's own, weights instead of boxes."""

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from casedesk import paths

FAMILY = "Noto Sans"


class Role(StrEnum):
    """What a text is for."""

    TITLE = "title"
    HEADING = "heading"  # the title of a card, a question
    STRONG = "strong"
    BODY = "body"
    SECTION = "section"  # the quiet title above a list
    SMALL = "small"
    SMALL_STRONG = "small_strong"
    KEY = "key"  # a shortcut beside its act


_SCALE: dict[Role, tuple[float, QFont.Weight]] = {
    Role.TITLE: (1.62, QFont.Weight.Bold),
    Role.HEADING: (1.14, QFont.Weight.DemiBold),
    Role.STRONG: (1.0, QFont.Weight.DemiBold),
    Role.BODY: (1.0, QFont.Weight.Normal),
    Role.SECTION: (0.93, QFont.Weight.DemiBold),
    Role.SMALL: (0.9, QFont.Weight.Normal),
    Role.SMALL_STRONG: (0.92, QFont.Weight.DemiBold),
    Role.KEY: (0.76, QFont.Weight.Normal),
}


def install(application: QApplication) -> None:
    """Load the fonts shipped with the program, and write in them at the person's own size."""
    font = application.font()
    if font.family() != FAMILY:  # once: loading a font makes Qt read all the others again
        for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
            file = paths.fonts() / name
            if file.exists():
                QFontDatabase.addApplicationFont(str(file))
    font.setFamily(FAMILY)
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)


def font(role: Role) -> QFont:
    """Give the font of a role, from the application's own."""
    return _scaled(role, QApplication.font().key())


@cache
def _scaled(role: Role, key: str) -> QFont:
    scaled = QFont()
    scaled.fromString(key)
    size, weight = _SCALE[role]
    scaled.setPointSizeF(scaled.pointSizeF() * size)
    scaled.setWeight(weight)
    return scaled


def sheet() -> dict[str, str]:
    """Give each role as a style sheet writes a font: relative to the person's own size, in points."""
    base = QApplication.font().pointSizeF()
    return {
        f"font_{role.value}": f"font-size: {base * size:.2f}pt; font-weight: {min(weight.value, 600)};"
        for role, (size, weight) in _SCALE.items()
    }
