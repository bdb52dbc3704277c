"""The clocks of a case on time: a line when the day is known, a band when it is not, a dashed line for a target."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casedesk import wording
from casedesk.queries.calendar import CalendarLine, CalendarSheet
from casedesk.queries.deadlines import Urgency
from casedesk.translate import _, law
from casedesk.ui import fonts, words
from casedesk.ui.fonts import Role
from casedesk.ui.table import ROW_ROLE, Column
from casedesk.ui.theme import Tokens, tokens_of
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.paragraph import Paragraph, Run, Tone, colour

_BAR, _PAD, _AXIS = 10.0, 9.0, 30
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


class CalendarChart(CardList):
    """One row per clock; moving the selection explains it beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self._sheet: CalendarSheet | None = None
        self.bars = CalendarDelegate(self)
        self.setItemDelegate(self.bars)
        self.columns(Column(lambda: "", said))
        self._header = _Header(self)
        self.setViewportMargins(0, _AXIS, 0, 0)

    def show_calendar(self, sheet: CalendarSheet) -> None:
        """Show the clocks."""
        self._sheet = sheet
        self.show_rows(sheet.lines)
        self._header.update()

    def has_twin(self, line: CalendarLine) -> bool:
        """Say whether another clock has the same name."""
        lines = self._sheet.lines if self._sheet else ()
        return sum(other.title == line.title for other in lines) > 1

    def axis(self) -> Axis | None:
        """The scale, in the viewport's pixels."""
        sheet = self._sheet
        if sheet is None:
            return None
        width = self.viewport().width()
        left = min(250.0, width * 0.34)
        right = width - QFontMetricsF(fonts.font(Role.SMALL)).horizontalAdvance("30 sept. 2026") - 18
        return Axis(sheet.first, sheet.last, sheet.today, left + 16, max(right, left + 80))

    def sizeHint(self) -> QSize:
        """Make room for the axis."""
        return super().sizeHint() + QSize(0, _AXIS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the axis above the rows."""
        super().resizeEvent(event)
        self._header.setGeometry(0, 0, self.width(), _AXIS)


class _Header(QWidget):
    """The months, and the word today."""

    def __init__(self, chart: CalendarChart) -> None:
        super().__init__(chart)
        self._chart = chart

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the months."""
        axis = self._chart.axis()
        if axis is None:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        font = fonts.font(Role.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        here = _("today")
        half = metrics.horizontalAdvance(here) / 2
        at = min(max(axis.x(axis.today), axis.left + half), axis.right - half)
        box = QRectF(at - half - 4, 0, 2 * half + 8, _AXIS - 6)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, here)
        painter.setPen(QColor(tokens.quiet))
        for month in axis.months():
            name = str(month.year) if month.month == 1 else wording.month(month)
            x = axis.x(month)
            wide = metrics.horizontalAdvance(name)
            place = QRectF(x - wide / 2, 0, wide, _AXIS - 6)
            if (
                not place.intersects(box)
                and place.left() >= axis.left - wide / 2
                and place.right() <= axis.right + wide
            ):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)


class CalendarDelegate(QStyledItemDelegate):
    """Draws one clock: its name, its line, its day."""

    def _label(self, option: QStyleOptionViewItem, line: CalendarLine, tokens: Tokens) -> Paragraph:
        chart = option.widget
        axis = chart.axis() if isinstance(chart, CalendarChart) else None
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pressing = line.urgency in {Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON}
        weight = Role.STRONG if selected or pressing else Role.BODY
        runs = [Run(law(line.title), weight)]
        if isinstance(chart, CalendarChart) and line.deadline.subject_label and chart.has_twin(line):
            runs.append(Run(f" · {line.deadline.subject_label}", Role.SMALL, Tone.QUIET))
        if line.is_target:
            runs.append(Run("  " + _("target"), Role.SMALL, Tone.QUIET))
        return Paragraph(tuple(runs), (axis.left if axis else 250) - 22, tokens, 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of the name."""
        line = index.data(ROW_ROLE)
        if not isinstance(line, CalendarLine):
            return QSize(0, 0)
        return QSize(0, int(self._label(option, line, tokens_of(option.palette)).height + 2 * _PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one clock."""
        line, chart = index.data(ROW_ROLE), option.widget
        if not isinstance(line, CalendarLine) or not isinstance(chart, CalendarChart):
            return
        axis = chart.axis()
        if axis is None:
            return
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -2), 6, 6)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(QPointF(axis.left, box.bottom() - 0.5), QPointF(axis.right, box.bottom() - 0.5))
        label = self._label(option, line, tokens)
        label.draw(painter, box.left() + 6, box.center().y() - label.height / 2)
        self._bar(painter, axis, line, box.center().y(), tokens)
        painter.setPen(QPen(QColor(tokens.line), 1.6))
        x = axis.x(axis.today)
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setFont(fonts.font(Role.SMALL))
        painter.setPen(colour(tokens, _tone(line) if line.urgency is not Urgency.LATER else Tone.QUIET))
        place = QRectF(axis.right + 6, box.top(), box.right() - axis.right - 10, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, end_words(line))
        painter.restore()

    def _bar(self, painter: QPainter, axis: Axis, line: CalendarLine, y: float, tokens: Tokens) -> None:
        tone = colour(tokens, Tone.ACCENT if line.is_target else _tone(line))
        start, end = axis.x(line.start), axis.x(line.end)
        bar = QRectF(start, y - _BAR / 2, max(end - start, _BAR), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        if line.is_target:
            pen = QPen(tone, _BAR)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([0.6, 0.45])
            painter.setPen(pen)
            painter.drawLine(QPointF(bar.left(), y), QPointF(bar.right(), y))
            return
        painter.setBrush(tone)
        if line.end > axis.last:  # it goes on beyond the page
            bar.setRight(axis.x(axis.last))
            painter.setClipRect(QRectF(axis.left, bar.top(), axis.right - axis.left, _BAR))
            painter.drawRoundedRect(bar.adjusted(0, 0, _BAR, 0), _BAR / 2, _BAR / 2)
            painter.setClipping(False)
            return
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if line.end_latest > line.end:
            band = QRectF(bar.right() - _BAR / 2, bar.top(), axis.x(line.end_latest) - bar.right() + _BAR / 2, _BAR)
            faint = QColor(tone)
            faint.setAlphaF(0.32)
            painter.setBrush(faint)
            painter.drawRoundedRect(band, _BAR / 2, _BAR / 2)


def _tone(line: CalendarLine) -> Tone:
    return _TONES.get(line.urgency) or words.urgency_mark(line.urgency)[1]


def end_words(line: CalendarLine) -> str:
    """Say when a clock ends."""
    if line.urgency is Urgency.MET:
        return _("done")
    return wording.compact_day(line.end)


def said(line: CalendarLine) -> str:
    """Say a clock to a screen reader."""
    sentence = _("{title}: from {start} to {end}").format(
        title=law(line.title), start=wording.day(line.start), end=wording.day(line.end)
    )
    if line.end_latest > line.end:
        sentence += " " + _("or up to {day}").format(day=wording.day(line.end_latest))
    return sentence
