"""Draws a `Line` from the tokens: hairlines, weight and space; text wraps, then elides, and is never clipped."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casedesk.ui import fonts
from casedesk.ui.fonts import Role
from casedesk.ui.table import LINE_ROLE
from casedesk.ui.theme import DARK, LIGHT, Tokens, tokens_of
from casedesk.ui.widgets.chip import chip_size, draw_chip
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.marks import draw_mark
from casedesk.ui.widgets.paragraph import Paragraph, Run, Tone, colour

_PAD_X, _PAD_Y, _GAP, _RADIUS, _MARK = 16.0, 11.0, 18.0, 8.0, 11.0


class _Laid:
    """A line laid out in a width: what goes where."""

    def __init__(self, line: Line, width: float, tokens: Tokens, lead: float) -> None:
        self.line = line
        inner = width - 2 * _PAD_X
        self.lead_x = _PAD_X
        self.lead = _stack(
            (Run(line.lead, Role.SMALL_STRONG, line.tone),), (Run(line.under, Role.SMALL, Tone.QUIET),), lead, tokens
        )
        self.body_x = _PAD_X + (lead + _GAP if lead else 0)
        aside = Run(line.aside, Role.SMALL, line.aside_tone)
        action = Run(line.action, Role.SMALL, Tone.ACCENT)
        self.aside = Paragraph((aside,), inner * 0.4, tokens, 2) if line.aside else None
        self.action = Paragraph((action,), inner * 0.4, tokens, 2) if line.action else None
        below = line.action_below
        right = sum(part.width + _GAP for part in (self.aside, None if below else self.action) if part)
        room = max(inner - (self.body_x - _PAD_X) - right, 40.0)
        weight = Role.HEADING if line.heading else Role.STRONG if line.strong else Role.BODY
        title = (Run(line.title, weight), Run(f" · {line.after}" if line.after else ""))
        self.title = Paragraph(title, room, tokens, 3)
        self.chip = chip_size(line.chip)
        self.chip_at = QPointF(self.title.end.x() + 8, self.title.end.y())
        self.title_height = self.title.height
        if line.chip and self.chip_at.x() + self.chip.width() > room:
            self.chip_at = QPointF(0, self.title.height + 2)
            self.title_height += self.chip.height() + 4
        self.detail = Paragraph((Run(line.detail, Role.SMALL, Tone.QUIET),), room, tokens, line.detail_lines, 1.03)
        body = self.title_height + (self.detail.height + 2 if line.detail else 0)
        if self.action and below:
            body += self.action.height + 5
        self.body_height = body
        self.height = max(body, sum(part.height for part in self.lead)) + 2 * _PAD_Y
        x = width - _PAD_X
        self.action_box = QRectF()
        if self.action and below:
            bottom = (self.height + body) / 2
            self.action_box = QRectF(
                self.body_x - 6, bottom - self.action.height - 5, self.action.width + 12, self.action.height + 10
            )
        elif self.action:
            x -= self.action.width
            self.action_box = QRectF(x - 6, (self.height - self.action.height) / 2 - 5, 0, 0)
            self.action_box.setSize((QRectF(0, 0, self.action.width + 12, self.action.height + 10)).size())
            x -= _GAP
        self.aside_x = x - (self.aside.width if self.aside else 0)


def _stack(first: tuple[Run, ...], second: tuple[Run, ...], width: float, tokens: Tokens) -> list[Paragraph]:
    indent = _MARK + 6
    return [
        Paragraph(first, width - indent, tokens, 2) if index == 0 else Paragraph(runs, width, tokens, 2)
        for index, runs in enumerate((first, second))
        if width and runs[0].text
    ]


@lru_cache(maxsize=2048)
def _lay(line: Line, width: int, dark: bool, lead: float, _font: str) -> _Laid:
    return _Laid(line, width, DARK if dark else LIGHT, lead)


class LineDelegate(QStyledItemDelegate):
    """Draws the rows of a `CardList`; a click on the act at the right is told apart from a click on the row."""

    acted = Signal(QModelIndex)

    def __init__(self, parent: QObject | None = None, *, lead_ems: float = 8.4) -> None:
        super().__init__(parent)
        self._lead_ems = lead_ems
        self.with_lead = False  # whether some row has words in the margin
        self.over: tuple[int, bool] = (-1, False)  # the row under the pointer, and whether on its act

    def _laid(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> _Laid | None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return None
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        key = fonts.font(Role.BODY).key()
        lead = 0.0
        if self.with_lead:
            lead = QFontMetricsF(fonts.font(Role.BODY)).averageCharWidth() * 1.75 * self._lead_ems
        return _lay(line, width, tokens_of(option.palette) is DARK, lead, key)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give the height the text needs in the view's width."""
        laid = self._laid(option, index)
        return QSize(0, 0) if laid is None else QSize(0, int(laid.height + 1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        laid = self._laid(option, index)
        if laid is None:
            return
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = index.row() == index.model().rowCount() - 1
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            fill = QColor(tokens.selection)
            if not selected:
                fill.setAlphaF(0.35)
            painter.fillPath(_rounded(box, top=index.row() == 0, bottom=last), fill)
        if not last:
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        painter.translate(box.topLeft())
        self._draw(painter, laid, tokens, hot=self.over == (index.row(), True))
        painter.restore()

    def _draw(self, painter: QPainter, laid: _Laid, tokens: Tokens, *, hot: bool) -> None:
        line = laid.line
        y = (laid.height - sum(part.height for part in laid.lead)) / 2
        for number, part in enumerate(laid.lead):
            x = laid.lead_x
            if number == 0 and line.lead:
                size = QRectF(x, y + (QFontMetricsF(fonts.font(Role.SMALL_STRONG)).height() - _MARK) / 2, _MARK, _MARK)
                draw_mark(painter, line.mark, size, colour(tokens, line.tone))
                x += _MARK + 6 if line.mark else 0
            part.draw(painter, x, y)
            y += part.height
        y = (laid.height - laid.body_height) / 2
        laid.title.draw(painter, laid.body_x, y)
        if line.chip:
            draw_chip(painter, line.chip, laid.chip.translated(laid.chip_at + QPointF(laid.body_x, y)), tokens)
        laid.detail.draw(painter, laid.body_x, y + laid.title_height + 2)
        if laid.aside:
            laid.aside.draw(painter, laid.aside_x, (laid.height - laid.aside.height) / 2)
        if laid.action:
            at = laid.action_box
            laid.action.draw(painter, at.x() + 6, at.y() + 5)
            if hot:
                painter.setPen(QPen(QColor(tokens.accent), 1))
                under = at.bottom() - 5
                painter.drawLine(QPointF(at.left() + 6, under), QPointF(at.right() - 6, under))

    def action_box(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRectF:
        """Where the act of a row stands, in the view's viewport; empty when it has none."""
        laid = self._laid(option, index)
        if laid is None or laid.action_box.isEmpty():
            return QRectF()
        return laid.action_box.translated(QPointF(option.rect.topLeft()))

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: QModelIndex) -> bool:  # type: ignore[override]  # noqa: ARG002
        """Tell a click on the act."""
        if (
            event.type() is QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and self.action_box(option, index).contains(event.position())
        ):
            self.acted.emit(QModelIndex(index))
            return True
        return False


def _rounded(box: QRectF, *, top: bool, bottom: bool) -> QPainterPath:
    """Follow the corners of the card at its first and last row."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, _RADIUS, _RADIUS)
    if not top:
        path.addRect(QRectF(box.left(), box.top(), box.width(), _RADIUS))
    if not bottom:
        path.addRect(QRectF(box.left(), box.bottom() - _RADIUS, box.width(), _RADIUS))
    return path.simplified()
