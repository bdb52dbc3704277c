"""The clocks of a case on time, kind by kind: a line, a band where the day is uncertain, dashes for a target."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casedesk import wording
from casedesk.law.pack import Clock
from casedesk.law_words import clock_name
from casedesk.queries.calendar import CalendarLine, CalendarSheet
from casedesk.queries.deadlines import Urgency
from casedesk.translate import _, law
from casedesk.ui import fonts, words
from casedesk.ui.cases.calendar_bars import Axis, draw_bar, presses, tone_of
from casedesk.ui.fonts import Role
from casedesk.ui.table import ROW_ROLE, Column
from casedesk.ui.theme import Tokens, tokens_of
from casedesk.ui.today.lines import caution
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.paragraph import Paragraph, Run, Tone, colour

_PAD, _AXIS = 9.0, 30
_KIND_GAP = 14.0  # pixels above the name of a kind


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

    def begins_kind(self, row: int) -> bool:
        """Say whether a row is the first of its kind of clock."""
        lines = self._sheet.lines if self._sheet else ()
        return row < len(lines) and (row == 0 or lines[row - 1].clock is not lines[row].clock)

    def axis(self) -> Axis | None:
        """The scale, in the viewport's pixels."""
        sheet = self._sheet
        if sheet is None:
            return None
        width = self.viewport().width()
        left = min(290.0, width * 0.36)
        metrics = QFontMetricsF(fonts.font(Role.SMALL))
        widest = max((metrics.horizontalAdvance(text) for line in sheet.lines for text in end_words(line)), default=0.0)
        right = width - min(widest, width * 0.26) - 18
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
    """Draws one clock: the name of its kind above the first, its own name, its line, its days."""

    def _label(self, option: QStyleOptionViewItem, line: CalendarLine, tokens: Tokens) -> Paragraph:
        chart = option.widget
        axis = chart.axis() if isinstance(chart, CalendarChart) else None
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        weight = Role.STRONG if selected or presses(line) else Role.BODY
        runs = [Run(f"{warning} · ", Role.SMALL, Tone.QUIET)] if (warning := caution(line.deadline)) else []
        runs.append(Run(law(line.title), weight))
        if isinstance(chart, CalendarChart) and line.deadline.subject_label and chart.has_twin(line):
            runs.append(Run(f" · {line.deadline.subject_label}", Role.SMALL, Tone.QUIET))
        return Paragraph(tuple(runs), (axis.left if axis else 290) - 22, tokens, 4)

    def _kind(self, option: QStyleOptionViewItem, row: int) -> float:
        """Give the height of the name of a kind above a row; nothing where the kind goes on."""
        chart = option.widget
        if not isinstance(chart, CalendarChart) or not chart.begins_kind(row):
            return 0.0
        return QFontMetricsF(fonts.font(Role.SECTION)).height() + (_KIND_GAP if row else 2.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height of the name, of the days, and of the kind above."""
        line = index.data(ROW_ROLE)
        if not isinstance(line, CalendarLine):
            return QSize(0, 0)
        days = QFontMetricsF(fonts.font(Role.SMALL)).height() * len(end_words(line))
        body = max(self._label(option, line, tokens_of(option.palette)).height, days)
        return QSize(0, int(body + 2 * _PAD + self._kind(option, index.row())))

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
        whole = QRectF(option.rect)
        above = self._kind(option, index.row())
        box = whole.adjusted(0, above, 0, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if above:
            painter.setFont(fonts.font(Role.SECTION))
            painter.setPen(QColor(tokens.quiet))
            place = QRectF(whole.left() + 6, whole.top(), axis.left, above)
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, kind_words(line))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -2), 6, 6)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(QPointF(axis.left, box.bottom() - 0.5), QPointF(axis.right, box.bottom() - 0.5))
        label = self._label(option, line, tokens)
        label.draw(painter, box.left() + 6, box.center().y() - label.height / 2)
        draw_bar(painter, axis, line, box.center().y(), tokens)
        painter.setPen(QPen(QColor(tokens.line), 1.6))
        x = axis.x(axis.today)
        painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
        self._days(painter, axis, line, box, tokens)
        painter.restore()

    def _days(self, painter: QPainter, axis: Axis, line: CalendarLine, box: QRectF, tokens: Tokens) -> None:
        """Write the legal day, and under it the prudent one or how uncertain it is."""
        font = fonts.font(Role.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        said = end_words(line)
        y = box.center().y() - metrics.height() * len(said) / 2
        for number, text in enumerate(said):
            tone = Tone.MET if line.urgency is Urgency.MET else Tone.QUIET
            if number == 0 and presses(line):
                tone = tone_of(line)
            painter.setPen(colour(tokens, tone))
            place = QRectF(axis.right + 6, y, box.right() - axis.right - 10, metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
            y += metrics.height()


def kind_words(line: CalendarLine) -> str:
    """Name the kind of a clock, as a title."""
    return words.capital(clock_name(line.clock))


def end_words(line: CalendarLine) -> tuple[str, ...]:
    """Say when a clock ends, then what else is to be known of that day."""
    day = wording.compact_day(line.end)
    if line.urgency is Urgency.MET:
        return (_("done"),)
    if line.clock is Clock.OPENS_ON:
        return (_("opens on {day}").format(day=day),)
    said = [day]
    if line.estimated:
        said.append(_("estimated"))
    elif line.end_latest > line.end:
        said.append(_("or up to {day}").format(day=wording.compact_day(line.end_latest)))
    if line.prudent < line.end:
        said.append(_("prudent: {day}").format(day=wording.compact_day(line.prudent)))
    return tuple(said)


def said(line: CalendarLine) -> str:
    """Say a clock to a screen reader."""
    sentence = _("{title}: from {start} to {end}").format(
        title=law(line.title), start=wording.day(line.start), end=wording.day(line.end)
    )
    parts = (caution(line.deadline), sentence, *end_words(line)[1:], clock_name(line.clock))
    return ". ".join(part for part in parts if part)
