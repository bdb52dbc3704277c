"""A paragraph of differently weighted words, laid out in a width and elided rather than clipped."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from casedesk.ui import fonts
from casedesk.ui.fonts import Role
from casedesk.ui.theme import Tokens


class Tone(StrEnum):
    """Which colour a word takes, by what it says."""

    INK = "ink"
    QUIET = "quiet"
    ACCENT = "accent"
    OVERDUE = "overdue"
    SOON = "soon"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight and one colour."""

    text: str
    role: Role = Role.BODY
    tone: Tone = Tone.INK


def colour(tokens: Tokens, tone: Tone) -> QColor:
    """Give the colour of a tone."""
    return QColor(getattr(tokens, tone.value))


class Paragraph:
    """Runs laid out in `width` pixels on at most `lines` lines."""

    def __init__(
        self, runs: tuple[Run, ...], width: float, tokens: Tokens, lines: int = 3, spacing: float = 1.0
    ) -> None:
        self._spacing = spacing
        runs = tuple(run for run in runs if run.text)
        self._layout = self._lay(runs, width, tokens)
        if self._layout.lineCount() > lines:
            self._layout = self._lay(self._cut(runs, width, lines), width, tokens)

    def _lay(self, runs: tuple[Run, ...], width: float, tokens: Tokens) -> QTextLayout:
        text = "".join(run.text for run in runs)
        layout = QTextLayout(text, fonts.font(runs[0].role if runs else Role.BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, at = [], 0
        for run in runs:
            style = QTextCharFormat()
            style.setFont(fonts.font(run.role))
            style.setForeground(colour(tokens, run.tone))
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = at, _length(run.text), style
            formats.append(part)
            at += _length(run.text)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, y))
            y += line.height() * self._spacing
        layout.endLayout()
        return layout

    def _cut(self, runs: tuple[Run, ...], width: float, lines: int) -> tuple[Run, ...]:
        """Keep what stands before the last line allowed, and elide the rest into it."""
        start = self._layout.lineAt(lines - 1).textStart()
        kept: list[Run] = []
        rest = ""
        last = runs[-1]
        at = 0
        for run in runs:
            length = _length(run.text)
            if at + length <= start:
                kept.append(run)
            elif at < start:
                head = run.text[: start - at]
                kept.append(Run(head, run.role, run.tone))
                rest, last = run.text[start - at :], run
            else:
                rest += run.text
                last = run if not rest.strip() else last
            at += length
        metrics = QFontMetricsF(fonts.font(last.role))
        kept.append(Run(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 2), last.role, last.tone))
        return tuple(kept)

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last."""
        count = self._layout.lineCount()
        if not count:
            return 0.0
        last = self._layout.lineAt(count - 1)
        return float(last.y() + last.height())

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        return max((self._layout.lineAt(i).naturalTextWidth() for i in range(self._layout.lineCount())), default=0.0)

    @property
    def end(self) -> QRectF:
        """Where the last line ends, and its height."""
        count = self._layout.lineCount()
        if not count:
            return QRectF()
        last = self._layout.lineAt(count - 1)
        return QRectF(last.naturalTextWidth(), last.y(), 0, last.height())

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the top left corner at (x, y)."""
        self._layout.draw(painter, QPointF(x, y))


def _length(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
