"""One clock drawn on time: a line, a band where the day is uncertain, a gate that opens, dashes for a target."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from casedesk.law.pack import Clock
from casedesk.queries.calendar import CalendarLine
from casedesk.queries.deadlines import Urgency
from casedesk.ui import words
from casedesk.ui.theme import Tokens
from casedesk.ui.widgets.paragraph import Tone, colour

_BAR = 10.0
_LEAST = 8.0  # pixels a band needs to be seen
_TONES = {Urgency.LATER: Tone.MET, Urgency.OPENS: Tone.SOON}


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first day to the last, laid between two pixels."""

    first: date
    last: date
    today: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; days beyond an end stand at that end."""
        share = (day - self.first) / max(self.last - self.first, timedelta(days=1))
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def months(self) -> list[date]:
        """The first days of month between the ends, thinned to what can be read."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((s for s in (1, 2, 3, 6, 12, 24, 60) if (self.right - self.left) / (count / s + 1) >= 44), 120)
        found = []
        for number in range(1, count + 1):
            year, month = divmod(self.first.month - 1 + number, 12)
            if (self.first.year * 12 + self.first.month - 1 + number) % step == 0:
                found.append(date(self.first.year + year, month + 1, 1))
        return found


def draw_bar(painter: QPainter, axis: Axis, line: CalendarLine, y: float, tokens: Tokens) -> None:
    """Draw one clock at the height `y`."""
    tone = colour(tokens, tone_of(line))
    start, end = axis.x(line.start), axis.x(line.end)
    bar = QRectF(start, y - _BAR / 2, max(end - start, _BAR), _BAR)
    if line.is_target:
        _dash(painter, bar, tone)
    elif line.clock is Clock.OPENS_ON:
        _gate(painter, axis, line, bar, tone)
    else:
        _line(painter, axis, line, bar, tone)
        if line.prudent < line.end and end - axis.x(line.prudent) >= 4 and line.urgency is not Urgency.MET:
            painter.setPen(QPen(QColor(tokens.ink), 1.6))
            x = axis.x(line.prudent)
            painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3))


def _dash(painter: QPainter, bar: QRectF, tone: QColor) -> None:
    """Draw what is no law: dashes, never a line."""
    pen = QPen(tone, _BAR)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([0.5, 0.35])
    painter.setPen(pen)
    painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()))


def _gate(painter: QPainter, axis: Axis, line: CalendarLine, bar: QRectF, tone: QColor) -> None:
    """Draw what opens: hollow while it is closed, a band until it is surely open, full from then on."""
    opens, surely = axis.x(line.end_earliest), bar.right()
    painter.setPen(QPen(tone, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(bar.left(), bar.top() + 1, max(opens - bar.left(), _BAR), _BAR - 2), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    if surely > opens:
        painter.setBrush(_faint(tone))
        painter.drawRect(QRectF(opens, bar.top(), surely - opens, _BAR))
    painter.setBrush(tone)
    painter.drawRect(QRectF(surely, bar.top(), max(axis.right - surely, 0), _BAR))


def _line(painter: QPainter, axis: Axis, line: CalendarLine, bar: QRectF, tone: QColor) -> None:
    """Draw what runs to a day, and a band over the days it may be."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    if line.end > axis.last:  # it goes on beyond the page
        bar.setRight(axis.x(axis.last))
        painter.setClipRect(QRectF(axis.left, bar.top(), axis.right - axis.left, _BAR))
        painter.drawRoundedRect(bar.adjusted(0, 0, _BAR, 0), _BAR / 2, _BAR / 2)
        painter.setClipping(False)
        return
    first, last = axis.x(line.end_earliest), axis.x(line.end_latest)
    if last > first:
        last = max(last, first + _LEAST)
        bar.setRight(max(first, bar.left() + _BAR / 2))
        painter.setBrush(_faint(tone))
        painter.drawRoundedRect(QRectF(bar.right() - _BAR / 2, bar.top(), last - bar.right() + _BAR / 2, _BAR), 5, 5)
        painter.setBrush(tone)
    painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)


def _faint(tone: QColor) -> QColor:
    faint = QColor(tone)
    faint.setAlphaF(0.32)
    return faint


def presses(line: CalendarLine) -> bool:
    """Say whether a date of law is close; what is no law never looks as if it were."""
    return line.urgency in {Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON} and not line.is_target


def tone_of(line: CalendarLine) -> Tone:
    """Give the colour of a clock, by how close it is."""
    if line.is_target:
        return Tone.ACCENT
    return _TONES.get(line.urgency) or words.urgency_mark(line.urgency)[1]
