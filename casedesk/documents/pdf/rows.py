"""The rows of a table placed on pages."""

from collections.abc import Sequence
from typing import Protocol

from casedesk.documents.pdf.pages import Box, Layer, Words
from casedesk.documents.pdf.tables import Cell, Row, Set
from casedesk.documents.word.looks import Edge

EPSILON = 0.01  # points; sums of heights are never exact
_Part = tuple[Cell, Sequence[Set]]  # a cell and the lines of it that stand on one page


class Page(Protocol):
    """What the rows need of the column they are placed in."""

    left: float
    top: float
    bottom: float
    y: float
    layer: Layer

    @property
    def room(self) -> float:
        """Points left to the foot of the column."""

    @property
    def can_turn(self) -> bool:
        """Say whether there is a next page to go to."""

    def turn(self, *, asked: bool) -> None:
        """Go to the next page."""

    def rule(self, ends: tuple[float, float, float, float], edge: Edge) -> None:
        """Draw a straight line."""


class Rows:
    """Places the rows of one table, its head again on every page."""

    def __init__(self, page: Page, heads: Sequence[Row]) -> None:
        self._page = page
        self._heads = heads

    def head(self, *, again: bool = False) -> None:
        """Place the rows every page begins with."""
        for row in self._heads:
            self._whole(row, again=again)

    def place(self, row: Row) -> None:
        """Place a row; one that does not fit goes to the next page, one that fits on no page is cut between lines."""
        page = self._page
        if row.height > page.room + EPSILON and page.can_turn:
            if row.whole or row.height <= page.bottom - page.top - sum(head.height for head in self._heads):
                self._turn()
            if row.height > page.room + EPSILON:
                self._cut(row)
                return
        self._whole(row)

    def _turn(self) -> None:
        self._page.turn(asked=False)
        self.head(again=True)

    def _whole(self, row: Row, *, again: bool = False) -> None:
        self._draw([(cell, cell.lines) for cell in row.cells], row.height, again=again)

    def _cut(self, row: Row) -> None:
        """Put as many lines of each cell as fit on each page; a fresh page takes at least one."""
        rest: list[_Part] = [(cell, cell.lines) for cell in row.cells]
        fresh = False
        while any(lines for _cell, lines in rest):
            now = [(cell, self._fitting(cell, lines, fresh=fresh)) for cell, lines in rest]
            height = max((_height(cell, lines) for cell, lines in now if lines), default=0.0)
            if height:
                self._draw(now, height, cut=True)
            rest = [(cell, lines[len(shown) :]) for (cell, lines), (_cell, shown) in zip(rest, now, strict=True)]
            fresh = True
            if any(lines for _cell, lines in rest):
                self._turn()

    def _fitting(self, cell: Cell, lines: Sequence[Set], *, fresh: bool) -> Sequence[Set]:
        count = 0
        while count < len(lines) and _height(cell, lines[: count + 1]) <= self._page.room + EPSILON:
            count += 1
        return lines[: max(count, 1 if fresh else 0)]

    def _draw(self, parts: Sequence[_Part], height: float, *, cut: bool = False, again: bool = False) -> None:
        page = self._page
        for cell, lines in parts:
            x, right, foot = page.left + cell.x, page.left + cell.x + cell.width, page.y + height
            if cell.shade:
                page.layer.boxes.append(Box(x, page.y, cell.width, height, cell.shade))
            self._words(cell, lines, height, cut=cut, again=again)
            ends = {
                "top": (x, page.y, right, page.y),
                "bottom": (x, foot, right, foot),
                "left": (x, page.y, x, foot),
                "right": (right, page.y, right, foot),
            }
            for side, edge in cell.borders.items():
                if edge is not None:
                    page.rule(ends[side], edge)
        page.y += height

    def _words(self, cell: Cell, lines: Sequence[Set], height: float, *, cut: bool, again: bool) -> None:
        page = self._page
        shift = 0.0
        if cut and lines:
            shift = cell.top_margin - lines[0].top
        elif cell.align in {"center", "bottom"}:
            shift = (height - cell.content_height) * (0.5 if cell.align == "center" else 1.0)
        for one in lines:
            page.layer.words.append(Words(page.left + one.left, page.y + one.top + shift, one.line, again))


def _height(cell: Cell, lines: Sequence[Set]) -> float:
    """Measure the part of a cell that some of its lines make up."""
    return cell.top_margin + lines[-1].top - lines[0].top + lines[-1].line.height + cell.bottom_margin
