"""The race strip: what runs out first, each clock a bar."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk import explain, wording
from casedesk.law.pack import Clock
from casedesk.queries.case_sheet import RaceLine
from casedesk.queries.deadlines import Urgency
from casedesk.translate import _, law
from casedesk.ui import fonts, words
from casedesk.ui.fonts import Role
from casedesk.ui.theme import tokens_of
from casedesk.ui.widgets.paragraph import Tone, colour

_BAR = 7.0
_LEAST_BAR = 110.0  # pixels: narrower, a bar says nothing
_PRESSING = frozenset({Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON})
_TONES = {Urgency.LATER: Tone.MET, Urgency.OPENS: Tone.SOON, Urgency.MET: Tone.MET}


class RaceStrip(QWidget):
    """Painted, and said in words to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RaceLine, ...] = ()
        self._labels: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_race(self, lines: tuple[RaceLine, ...]) -> None:
        """Show the clocks of a case."""
        self._lines = lines
        self._labels = tuple((law(line.title), _day(line)) for line in lines)
        self.setAccessibleName(_("What runs out first"))
        self.setAccessibleDescription("; ".join(f"{title}: {day}" for title, day in self._labels))
        self.updateGeometry()
        self.update()

    def _row(self) -> float:
        return QFontMetricsF(fonts.font(Role.BODY)).height() + 9

    def sizeHint(self) -> QSize:
        """Give each clock a line."""
        return QSize(400, int(self._row() * len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        """Give each clock a line."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint each bar between its words and its day."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = fonts.font(Role.BODY)
        words_ = QFontMetricsF(body)
        said = [(fonts.font(role), tone) for role, tone in map(emphasis, self._lines)]
        right = max(
            (
                QFontMetricsF(font).horizontalAdvance(day)
                for (_t, day), (font, _c) in zip(self._labels, said, strict=True)
            ),
            default=0,
        )
        room = max(self.width() * 0.36, self.width() - right - _LEAST_BAR - 56)
        left = min(max((words_.horizontalAdvance(title) for title, _d in self._labels), default=0), room)
        row = self._row()
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, (line, (title, day)) in enumerate(zip(self._lines, self._labels, strict=True)):
            box = QRectF(0, number * row, self.width(), row)
            painter.setFont(body)
            painter.setPen(QColor(tokens.ink))
            shown = words_.elidedText(title, Qt.TextElideMode.ElideRight, left)
            painter.drawText(QRectF(0, box.top(), left, row), middle | Qt.AlignmentFlag.AlignLeft, shown)
            painter.setFont(said[number][0])
            painter.setPen(colour(tokens, said[number][1]))
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, day)
            bar = QRectF(left + 24, box.center().y() - _BAR / 2, self.width() - left - right - 56, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.track))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
            if line.alone is not None:  # what identifies the author may be gone: the clocks crossed
                painter.setBrush(_pale(colour(tokens, Tone.OVERDUE)))
                painter.drawRoundedRect(bar.adjusted(bar.width() * line.alone, 0, 0, 0), _BAR / 2, _BAR / 2)
            tone = _TONES.get(line.urgency) or words.urgency_mark(line.urgency)[1]
            painter.setBrush(colour(tokens, tone))
            done = QRectF(bar.topLeft(), QPointF(bar.left() + max(bar.width() * line.fraction, _BAR), bar.bottom()))
            painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)


def emphasis(line: RaceLine) -> tuple[Role, Tone]:
    """Give the weight and the colour of a day: what presses is loud, and a day that only crosses another is not."""
    if line.urgency in _PRESSING and line.clock is not Clock.TARGET:
        return Role.SMALL_STRONG, words.urgency_mark(line.urgency)[1]
    return Role.SMALL, Tone.QUIET


def _pale(tone: QColor) -> QColor:
    pale = QColor(tone)
    pale.setAlphaF(0.38)
    return pale


def _day(line: RaceLine) -> str:
    """Say when a clock ends, where it ends before one can no longer act, and what warns of that day."""
    warning = explain.caution(line.deadline.version.article.mark)
    return f"{_end(line)} · {warning}" if warning else _end(line)


def _end(line: RaceLine) -> str:
    if line.urgency is Urgency.TODAY:
        return _("today, until midnight")
    day = wording.compact_day(line.end)
    return _("{day}, before the limitation").format(day=day) if line.ends_too_soon else day
