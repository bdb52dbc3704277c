"""What to look at before a letter leaves: each with the way to its cure, or past it with a reason."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casedesk.services.letter_preview import Gravity
from casedesk.translate import _, ngettext
from casedesk.ui import fonts, words
from casedesk.ui.letters.finding_rows import FindingRow
from casedesk.ui.letters.stack import Stack
from casedesk.ui.theme import tokens_of
from casedesk.ui.widgets.line import Mark
from casedesk.ui.widgets.marks import draw_mark
from casedesk.ui.widgets.paragraph import Tone, colour

_SIDE = 11  # pixels of the small drawing
_FEW = 3  # findings shown at once, whatever they weigh


def gravity_mark(row: FindingRow) -> tuple[Mark, Tone]:
    """Give the drawing and the colour of a gravity; its word stands beside."""
    if row.waived:
        return Mark.CHECK, Tone.QUIET
    match row.gravity:
        case Gravity.HARM:
            return Mark.TRIANGLE, Tone.OVERDUE
        case Gravity.MISTAKE:
            return Mark.DIAMOND, Tone.SOON
        case Gravity.CARE:
            return Mark.RING, Tone.QUIET
    assert_never(row.gravity)


def gravity_word(row: FindingRow) -> str:
    """Say how much it matters."""
    if row.waived:
        return _("Passed over")
    match row.gravity:
        case Gravity.HARM:
            return _("To settle before issuing")
        case Gravity.MISTAKE:
            return _("To put right")
        case Gravity.CARE:
            return _("To check")
    assert_never(row.gravity)


class _Sign(QWidget):
    """The small drawing of a gravity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self.tone = Mark.NONE, Tone.QUIET
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Stand beside the first line of the words."""
        return QSize(_SIDE + 6, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        box = QRectF(0, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        draw_mark(QPainter(self), self.mark, box, colour(tokens_of(self.palette()), self.tone))


def _label(role: str, font: fonts.Role) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setFont(fonts.font(font))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _link(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.clicked.connect(lambda _checked=False: act())
    return button


class FindingCard(QWidget):
    """One finding: what it is, its cure, where to go, and the reason to pass over it."""

    reaching = Signal(object)  # FindingRow to go to
    waiving = Signal(object, str)  # the keys of the findings, the reason; an empty one takes it back

    def __init__(self, row: FindingRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._sign = _Sign()
        self.word = _label("small", fonts.Role.SMALL_STRONG)
        self.says = _label("", fonts.Role.BODY)
        self.cure = _label("small", fonts.Role.SMALL)
        self.go = _link(_("Go to it"), lambda: self.reaching.emit(self._row))
        self.waive = _link(_("Pass over…"), self.on_waive)
        self.back = _link(_("Take the reason back"), lambda: self.waiving.emit(self._row.keys, ""))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(14)
        head.addWidget(self.word, 1)
        for button in (self.go, self.waive, self.back):
            head.addWidget(button)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why this letter may leave as it is"))
        self.reason.setAccessibleName(_("Reason to pass over it"))
        self.reason.returnPressed.connect(self.on_reason)
        self.keep = QPushButton(_("Note the reason"))
        self.keep.clicked.connect(self.on_reason)
        self.cancel = _link(_("Cancel"), self._fold)
        self._reason_room = QWidget()
        room = QVBoxLayout(self._reason_room)
        room.setContentsMargins(0, 2, 0, 4)
        room.setSpacing(6)
        room.addWidget(self.reason)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(12)
        acts.addWidget(self.keep)
        acts.addWidget(self.cancel)
        acts.addStretch(1)
        room.addLayout(acts)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(7)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(head, 0, 1)
        for line, widget in enumerate((self.says, self.cure, self._reason_room), start=1):
            grid.addWidget(widget, line, 1)
        self._fold()
        self.show_row(row)

    def show_row(self, row: FindingRow) -> None:
        """Word the finding."""
        self._row = row
        self._sign.mark, tone = gravity_mark(row)
        self._sign.tone = tone
        self._sign.update()
        self.word.setText(gravity_word(row))
        self.word.setProperty("tone", tone.value)
        self.word.style().polish(self.word)
        told = _("{place}: {what}").format(place=words.capital(row.place), what=row.says)
        self.says.setText(told if row.place else row.says)
        self.cure.setText(_("Reason: {reason}").format(reason=row.waived) if row.waived else row.cure)
        self.cure.setVisible(bool(self.cure.text()))
        self.go.setVisible(bool(row.fact or row.page or row.ticks) and not row.waived)
        self.go.setAccessibleDescription(row.says)
        self.waive.setAccessibleDescription(row.says)
        self.back.setVisible(bool(row.waived))
        self.setAccessibleName(f"{gravity_word(row)}. {row.says}")
        if row.waived:
            self._fold()
        self._show_waive()

    def _show_waive(self) -> None:
        self.waive.setVisible(self._row.waivable and not self._row.waived and self._reason_room.isHidden())

    def on_waive(self) -> None:
        """Ask for the reason."""
        self._reason_room.show()
        self.waive.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self._reason_room.hide()
        self.reason.clear()
        self._show_waive()

    def on_reason(self) -> None:
        """Pass over it, once a reason is given."""
        reason = self.reason.text().strip()
        if reason:
            self.waiving.emit(self._row.keys, reason)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


class Findings(QWidget):
    """The list, in order of gravity; a card whose finding stays is never made anew."""

    reaching = Signal(object)
    waiving = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.title = _label("section", fonts.Role.SECTION)
        self.none = _label("met", fonts.Role.SMALL)
        layout.addWidget(self.title)
        layout.addWidget(self.none)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        layout.addLayout(rows)
        self._cards: Stack[str, FindingCard] = Stack(rows)
        self._rows: Sequence[FindingRow] = ()
        self._all = False
        self.more = _link("", self.on_more)
        layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def cards(self) -> Mapping[str, FindingCard]:
        """The cards shown, by the finding's key."""
        return self._cards.kept

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show what there is to look at; the lesser things beyond a few, the doubts of law, are one press away."""
        self._rows = rows
        few = [row for place, row in enumerate(rows) if row.grave or (place < _FEW and not row.doubt)]
        shown = rows if self._all else few
        by_key = {row.key: row for row in shown}
        self.more.setVisible(len(rows) > len(shown) or self._all)
        left = len(rows) - len(shown)
        others = ngettext("Show the other one", "Show the {count} others", left).format(count=left)
        if all(row.doubt for row in rows if row not in shown):
            others = ngettext("Show the point of law in doubt", "Show the {count} points of law in doubt", left).format(
                count=left
            )
        self.more.setText(_("Show fewer") if self._all else others)
        standing = sum(1 for row in rows if row.stands)
        self.title.setText(_("Before issuing"))
        said = ngettext("{count} thing to look at", "{count} things to look at", standing)
        self.title.setText(f"{_('Before issuing')} · {said.format(count=standing)}" if standing else self.title.text())
        self.none.setText(_("✓ Read over: nothing to say."))
        self.none.setVisible(all(row.doubt for row in rows))
        self._cards.show(list(by_key), lambda key: self._make(by_key[key]))
        for key, card in self._cards.kept.items():
            card.show_row(by_key[key])

    def on_more(self) -> None:
        """Show everything, or only what matters most."""
        self._all = not self._all
        self.show_rows(self._rows)

    def _make(self, row: FindingRow) -> FindingCard:
        card = FindingCard(row)
        card.reaching.connect(self.reaching)
        card.waiving.connect(self.waiving)
        return card
