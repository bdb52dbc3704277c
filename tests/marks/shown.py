"""What a window shows, in pieces: each row of a list, each card or panel, each sentence outside them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # ships no types
from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from casedesk.ui.cases.race_strip import RaceStrip

_CARDS = frozenset({"card", "inset", "panel"})  # what frames of the look enclose one thing
_TAGS = re.compile(r"<[^>]+>")
_SAME_LINE = 10  # pixels between the baselines of what stands on one line


@dataclass(frozen=True)
class Piece:
    """What must be read together, and where it stands."""

    where: str
    text: str


def pieces(root: QWidget) -> Iterator[Piece]:
    """Read everything that can be seen under `root`, or heard by a screen reader."""
    panels: dict[QWidget, list[str]] = {}
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisibleTo(root) or _within_list(widget, root):
            continue
        if isinstance(widget, QAbstractItemView):
            yield from _rows(widget)
        elif isinstance(widget, RaceStrip):
            yield from _strip(widget)
        else:
            texts = [text for text in _texts(widget) if text]
            if texts:
                panels.setdefault(_panel(widget, root), []).extend(texts)
    for panel, texts in panels.items():
        yield Piece(_name(panel), plain("\n".join(texts)))


def plain(text: str) -> str:
    """Read a text without its looks: tags, odd spaces."""
    return re.sub(r"[^\S\n]+", " ", _TAGS.sub(" ", text).replace("\u2028", "\n").replace("\u2011", "-"))


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.text()
            yield widget.placeholderText()
        case QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield widget.currentText()


def _above(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    """Go up from a widget, to the root."""
    above = widget.parentWidget() if widget is not root else None
    while above is not None:
        yield above
        above = above.parentWidget() if above is not root else None


def _within_list(widget: QWidget, root: QWidget) -> bool:
    """Say whether a widget is a part of a list: its rows are read one by one."""
    return any(isinstance(above, QAbstractItemView | QComboBox) for above in _above(widget, root))


def _panel(widget: QWidget, root: QWidget) -> QWidget:
    """Find the card or the panel a widget stands in, the outermost; itself where it stands in none."""
    cards = [one for one in _above(widget, root) if isinstance(one, QFrame) and one.property("role") in _CARDS]
    return cards[-1] if cards else widget


def _name(widget: QWidget) -> str:
    """Name a widget by its kind and by what it stands in."""
    named = [one.objectName() for one in (widget, *_above(widget, widget.window()))]
    known = [name for name in named if name and not name.startswith("qt_")][:3]
    return f"{type(widget).__name__} {'.'.join(reversed(known))}"


def _rows(view: QAbstractItemView) -> Iterator[Piece]:
    """Read each row as it is said, then as it is drawn: what is left out for want of room is not shown."""
    model = view.model()
    for row in range(model.rowCount() if model is not None else 0):
        cells = [model.index(row, column) for column in range(model.columnCount())]
        said = " · ".join(str(cell.data(Qt.ItemDataRole.AccessibleTextRole) or "") for cell in cells)
        name = f"{_name(view)}, row {row + 1}"
        yield Piece(f"{name}, said", plain(said))
        yield Piece(f"{name}, drawn", plain(" · ".join(_drawn(view, cell) for cell in cells)))


def _drawn(view: QAbstractItemView, cell: QModelIndex) -> str:
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    width = view.visualRect(cell).width()
    delegate = view.itemDelegate()
    option.rect = QRect(0, 0, width, 400)
    option.rect = QRect(0, 0, width, max(delegate.sizeHint(option, cell).height(), 1))
    return " ".join(text for _y, text in _painted(lambda painter: delegate.paint(painter, option, cell), width))


def _strip(strip: RaceStrip) -> Iterator[Piece]:
    """Read each line of the strip."""
    for said in strip.accessibleDescription().split("; "):
        yield Piece(f"{_name(strip)}, said", plain(said))
    painted = sorted(_painted(lambda painter: strip.render(painter, QPoint()), strip.width()))
    line: list[str] = []
    last = None
    for y, text in painted:
        if last is not None and y - last > _SAME_LINE:
            yield Piece(f"{_name(strip)}, drawn", plain(" ".join(line)))
            line = []
        line.append(text)
        last = y
    if line:
        yield Piece(f"{_name(strip)}, drawn", plain(" ".join(line)))


def _painted(paint: Callable[[QPainter], object], width: int) -> list[tuple[float, str]]:
    """Paint on paper that keeps words as words; give each with the height of its line."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(QSize(max(width, 1), 4000))
    painter = QPainter(paper)
    paint(painter)
    painter.end()
    return list(_words(etree.fromstring(bytes(written.data()))))


def _words(drawing: Any) -> Iterator[tuple[float, str]]:
    for group in drawing.iter("{http://www.w3.org/2000/svg}g"):
        shift = re.match(r"matrix\(([^)]*)\)", group.get("transform", ""))
        down = float(shift[1].split(",")[5]) if shift else 0.0
        for text in group.findall("{http://www.w3.org/2000/svg}text"):
            yield float(text.get("y", "0")) + down, "".join(text.itertext())
