"""A text in short sections, to be read: titles, sentences, and what can be copied from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from casedesk.translate import _
from casedesk.ui import fonts
from casedesk.ui.fonts import Role
from casedesk.ui.theme import Tokens, tokens_of
from casedesk.ui.widgets.paragraph import Tone, colour

_MARGIN = 22  # pixels around the text
_SECTION, _TITLE, _PIECE = 17, 4, 5  # pixels before a section, under its title, between its sentences
_APART = 14  # pixels before a section without a title


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence, in the weight and the colour of what it says.

    `copy` is what a press on “Copy” after it puts on the clipboard; empty, there is no such link.
    """

    text: str
    role: Role = Role.BODY
    tone: Tone = Tone.INK
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a title; the title may be empty."""

    title: str
    pieces: tuple[Piece, ...] = field(default=())


def as_text(title: str, sections: Sequence[Section]) -> str:
    """Write a notice as plain text."""
    blocks = [title]
    for section in sections:
        lines = [section.title] if section.title else []
        blocks.append("\n".join([*lines, *(piece.text for piece in section.pieces)]))
    return "\n\n".join(block for block in blocks if block)


class Notice(QTextBrowser):
    """Shows one text at a time; read, selected and scrolled like any page. It never opens a link."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._sections: tuple[Section, ...] = ()
        self._copies: list[str] = []
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setUndoRedoEnabled(False)
        self.setMinimumHeight(120)
        self.anchorClicked.connect(self.on_link)

    @property
    def said(self) -> str:
        """Everything shown, as plain text."""
        return as_text(self._title, self._sections)

    def show_notice(self, title: str, sections: Sequence[Section]) -> None:
        """Replace what is shown, from its top. A section without sentences is left out."""
        self._title = title
        self._sections = tuple(section for section in sections if section.pieces)
        self._write()
        self.verticalScrollBar().setValue(0)

    def _write(self) -> None:
        tokens = tokens_of(self.palette())
        self._copies = []
        self.clear()
        self.document().setDocumentMargin(_MARGIN)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if self._title:
            self._add(cursor, Piece(self._title, Role.HEADING), 0, tokens)
        for section in self._sections:
            before = _APART if section is not self._sections[0] else _TITLE
            if section.title:
                self._add(cursor, Piece(section.title, Role.SECTION, Tone.QUIET), _SECTION, tokens)
                before = _TITLE
            for piece in section.pieces:
                self._add(cursor, piece, _SECTION if piece.role is Role.HEADING else before, tokens)
                before = _PIECE
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt goes to the cursor when it first shows a text

    def _add(self, cursor: QTextCursor, piece: Piece, before: float, tokens: Tokens) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(before)
        if cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(piece.text.replace("\n", "\u2028"), _words(piece.role, piece.tone, tokens))
        if piece.copy:
            link = _words(Role.SMALL, Tone.ACCENT, tokens)
            link.setAnchor(True)
            link.setAnchorHref(f"copy:{len(self._copies)}")
            self._copies.append(piece.copy)
            cursor.insertText("\u2003", _words(Role.SMALL, Tone.INK, tokens))
            cursor.insertText(_("Copy"), link)

    def on_link(self, link: QUrl) -> None:
        """Copy what stands before the link."""
        self.copy_text(self._copies[int(link.path())])

    def copy_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the look."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_sections"):
            self._write()


def _words(role: Role, tone: Tone, tokens: Tokens) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(fonts.font(role))
    style.setForeground(colour(tokens, tone))
    return style
