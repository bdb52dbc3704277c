"""The look, as roles: what a colour is for, light beside dark, filled into a palette of Fusion."""

from dataclasses import dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from casedesk import paths
from casedesk.ui import fonts


class Look(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by role, as `#RRGGBB`. `hairline` and `track` only decorate; `line` bounds what can be acted on."""

    name: str
    canvas: str  # the page
    raised: str  # cards, fields, the row of the rail where one is
    rail: str
    selection: str
    ink: str
    quiet: str
    accent: str  # what can be pressed
    on_accent: str
    overdue: str
    soon: str
    met: str
    line: str
    hairline: str
    track: str  # what remains of a bar


LIGHT = Tokens(
    name="light",
    canvas="#F6F5F2",
    raised="#FFFFFF",
    rail="#ECEAE4",
    selection="#D6E6F7",
    ink="#1F2328",
    quiet="#545C66",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    overdue="#A61B1B",
    soon="#7A4B00",
    met="#1B6138",
    line="#7A828B",
    hairline="#D9D6CF",
    track="#D9D6CF",
)
DARK = Tokens(
    name="dark",
    canvas="#16181D",
    raised="#20242B",
    rail="#1B1E24",
    selection="#274768",
    ink="#E8EAED",
    quiet="#AEB6C0",
    accent="#8CBEFA",
    on_accent="#10151C",
    overdue="#FF9D94",
    soon="#F0C15A",
    met="#86D8A6",
    line="#8E98A4",
    hairline="#343A44",
    track="#343A44",
)


def tokens_of(palette: QPalette) -> Tokens:
    """Say which look a widget's palette was filled from."""
    # The ink, not the ground: the style sheet makes some grounds transparent.
    return DARK if palette.color(QPalette.ColorRole.Text).lightness() > 127 else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Fill a palette from the roles."""
    role = QPalette.ColorRole
    filled = QPalette()
    for where, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.raised),
        (role.AlternateBase, tokens.canvas),
        (role.Text, tokens.ink),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.overdue),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.ink),
        (role.Highlight, tokens.selection),
        (role.HighlightedText, tokens.ink),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.PlaceholderText, tokens.quiet),
        (role.Accent, tokens.accent),
        (role.Light, tokens.raised),
        (role.Midlight, tokens.hairline),
        (role.Mid, tokens.hairline),
        (role.Dark, tokens.line),
        (role.Shadow, tokens.line),
    ):
        filled.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        filled.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.quiet))
    return filled


# The only style sheet. Weights above 600 are lost in it; what is painted by hand asks `fonts` instead.
_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $hairline; padding: 4px 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: 0; }
QLabel[role="title"] { $font_title }
QLabel[role="heading"] { $font_heading }
QLabel[role="strong"] { $font_strong }
QLabel[role="quiet"], QLabel[role="lead"] { color: $quiet; }
QLabel[role="section"] { color: $quiet; $font_section }
QLabel[role="small"] { color: $quiet; $font_small }
QLabel[role="error"] { color: $overdue; $font_small }
QLabel[role="warning"] { color: $soon; $font_small }
QLabel[role="met"] { color: $met; $font_small }
QLabel[role="chip"] { color: $quiet; $font_small border: 1px solid $hairline; border-radius: 4px; padding: 1px 7px;
  background: $raised; }
QLabel[tone="overdue"] { color: $overdue; }
QLabel[tone="soon"] { color: $soon; }
QLabel[tone="met"] { color: $met; }
QFrame[role="card"] { background: $raised; border: 1px solid $hairline; border-radius: 9px; }
QFrame[role="inset"] { background: $canvas; border: 1px solid $hairline; border-radius: 9px; }
QFrame[role="rail"] { background: $rail; border: 0; border-right: 1px solid $hairline; }
QFrame[role="panel"] { background: $raised; border: 0; border-left: 1px solid $hairline; }
QFrame[role="rule"] { background: $hairline; border: 0; max-height: 1px; min-height: 1px; }
QPushButton { background: $canvas; color: $accent; border: 1px solid $hairline; border-radius: 7px; padding: 8px 14px;
  $font_strong }
QPushButton:hover { border-color: $line; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 7px 13px; }
QPushButton:disabled { color: $quiet; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:hover { border-color: $ink; }
QPushButton[role="primary"]:focus { border-color: $ink; }
QPushButton[role="primary"]:disabled { background: $track; color: $quiet; border-color: $track; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
  padding: 2px 0; $font_body }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 2px 0; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $raised; color: $ink; border: 1px solid $line; border-radius: 7px; padding: 7px 10px;
  selection-background-color: $selection; selection-color: $ink; placeholder-text-color: $quiet; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 6px 9px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $overdue; }
QLineEdit:disabled, QComboBox:disabled { color: $quiet; border-color: $hairline; }
QComboBox::drop-down { border: 0; width: 30px; }
QComboBox::down-arrow { image: url($icons/chevron-$name.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px; outline: 0; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; }
QCheckBox, QRadioButton { spacing: 9px; padding: 3px 0; }
QCheckBox::indicator, QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid $line;
  background: $raised; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check-$name.svg); }
QRadioButton::indicator:checked { border-color: $accent; image: url($icons/dot-$name.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 13px; height: 13px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QTabBar::tab { color: $quiet; background: transparent; border: 0; border-bottom: 2px solid transparent;
  padding: 6px 0 5px 0; margin-right: 20px; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }
QTextBrowser { background: transparent; border: 2px solid transparent; border-radius: 9px; }
QTextBrowser:focus { border-color: $accent; }
QListView, QTableView { background: $raised; border: 1px solid $hairline; border-radius: 9px; outline: 0; }
QListView[role="bare"] { background: transparent; border: 0; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: $quiet; border: 0; border-bottom: 1px solid $hairline;
  padding: 9px 14px; $font_small }
QProgressBar { background: $track; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: $track; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
""")


def style_sheet(tokens: Tokens) -> str:
    """Write the style sheet in the colours of `tokens`."""
    roles = {name: getattr(tokens, name) for name in Tokens.__slots__}
    return _SHEET.substitute(roles, **fonts.sheet(), icons=paths.icons().as_posix())


class Theme(QObject):
    """Applies the look chosen to the application (made with the Fusion style), following the system when asked to."""

    changed = Signal()

    def __init__(self, application: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._look = look
        self._tokens: Tokens | None = None
        self._system_is_dark = application.palette().window().color().lightness() < 128
        fonts.install(application)
        application.styleHints().colorSchemeChanged.connect(self.on_system_changed)
        self.choose(look)

    @property
    def look(self) -> Look:
        """What the person chose."""
        return self._look

    @property
    def tokens(self) -> Tokens:
        """The roles in force."""
        if self._look is Look.SYSTEM:
            return DARK if self._system_is_dark else LIGHT
        return DARK if self._look is Look.DARK else LIGHT

    def choose(self, look: Look) -> None:
        """Dress the application in `look`."""
        self._look = look
        tokens = self.tokens
        if tokens is self._tokens:
            return
        self._tokens = tokens
        self._application.setPalette(palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens))
        self.changed.emit()

    def on_system_changed(self) -> None:
        """Follow the system, if that is what the person chose."""
        self._system_is_dark = self._application.styleHints().colorScheme().name == "Dark"
        self.choose(self._look)
