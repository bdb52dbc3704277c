"""The type scale: one family, five sizes relative to the person's own, weights instead of boxes."""

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

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
_LABELS = {
    "title": Role.TITLE,
    "heading": Role.HEADING,
    "strong": Role.STRONG,
    "section": Role.SECTION,
    "small": Role.SMALL,
    "error": Role.SMALL,
    "warning": Role.SMALL,
    "met": Role.SMALL,
    "chip": Role.SMALL,
}


def install(application: QApplication) -> None:
    """Load the fonts shipped with the program, and write in them at the person's own size."""
    for file in sorted(paths.fonts().glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = application.font()
    if FAMILY in QFontDatabase.families():
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


def dress(widget: QWidget) -> None:
    """Give each label, button and tab under `widget` the font of its `role` property."""
    for label in widget.findChildren(QLabel):
        role = _LABELS.get(str(label.property("role")))
        if role is not None:
            label.setFont(font(role))
    for button in widget.findChildren(QAbstractButton):
        if button.metaObject().className() == "QPushButton":
            button.setFont(font(Role.BODY if button.property("role") == "link" else Role.STRONG))
    for tabs in widget.findChildren(QTabBar):
        tabs.setFont(font(Role.BODY))
