"""A column being filled from top to bottom: paragraphs and tables placed, one below the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casedesk.documents.pdf.lines import Line
from casedesk.documents.pdf.pages import Box, Layer, Rule, Words
from casedesk.documents.pdf.paragraphs import Paragraph
from casedesk.documents.pdf.rows import EPSILON, Rows
from casedesk.documents.pdf.spacing import gap
from casedesk.documents.pdf.tables import Table
from casedesk.documents.word.looks import Edge, ParagraphLook

Block = Paragraph | Table
_FEWEST = 2  # lines of a paragraph that may stand alone at the foot or the head of a page


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a column stands on its page, in points."""

    left: float
    width: float
    top: float
    bottom: float


class Column:
    """Places blocks on layers; asks `turn` for the next layer when the column is full. A header never turns."""

    def __init__(self, shape: Shape, layer: Layer, turn: Callable[[], Layer] | None) -> None:
        self.left = shape.left
        self.width = shape.width
        self.top = shape.top
        self.bottom = shape.bottom
        self.layer = layer
        self.y = self.top
        self._turn = turn
        self._above: ParagraphLook | None = None
        self._turned = False  # the page was turned by the flow, not by the author

    @property
    def room(self) -> float:
        """Points left to the foot of the column."""
        return self.bottom - self.y

    @property
    def empty(self) -> bool:
        """Say whether nothing stands on this page yet."""
        return self.y <= self.top + EPSILON

    @property
    def can_turn(self) -> bool:
        """Say whether there is a next page to go to."""
        return self._turn is not None

    def rule(self, ends: tuple[float, float, float, float], edge: Edge) -> None:
        """Draw a straight line, from left and top to left and top."""
        self.layer.rules.append(Rule(*ends, edge.width, edge.colour))

    def turn(self, *, asked: bool) -> None:
        """Go to the next page; `asked` = the author wants it here."""
        if self._turn is None:
            return
        self.layer = self._turn()
        self.y = self.top
        self._above = None
        self._turned = not asked

    def place(self, blocks: Sequence[Block]) -> None:
        """Place blocks in order."""
        for index, block in enumerate(blocks):
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block, blocks[index + 1 :])
            self._turned = False

    # paragraphs

    def _space_above(self, look: ParagraphLook) -> float:
        return 0.0 if self._turned and self.empty else gap(self._above, look)

    def _paragraph(self, paragraph: Paragraph, following: Sequence[Block]) -> None:
        look = paragraph.look
        if look.page_break_before and not self.empty:
            self.turn(asked=True)
        if not self.empty and self._space_above(look) + self._needed(paragraph, following) > self.room + EPSILON:
            self.turn(asked=False)
        self.y += self._space_above(look)
        lines = list(paragraph.lines)
        while lines:
            fitting = self._fitting(lines, look, whole=len(lines) == len(paragraph.lines))
            self._lines(lines[:fitting], look, begins=len(lines) == len(paragraph.lines), ends=fitting == len(lines))
            broke = bool(fitting) and lines[fitting - 1].page_break_after
            lines = lines[fitting:]
            if lines or broke:
                self.turn(asked=broke)
        self._above = look if not self.empty or not paragraph.lines[-1].page_break_after else None

    def _needed(self, paragraph: Paragraph, following: Sequence[Block]) -> float:
        """Measure what must stand on this page for the paragraph to begin on it."""
        look = paragraph.look
        if not look.keep_next:
            return self._least(paragraph)
        needed, above = paragraph.height, look
        for block in following:
            if isinstance(block, Table):
                heads = block.header_rows
                needed += above.after + sum(row.height for row in [*heads, *block.rows[len(heads) : len(heads) + 1]])
                break
            needed += gap(above, block.look)
            if not block.look.keep_next or block.look.page_break_before:
                needed += self._least(block)
                break
            needed += block.height
            above = block.look
        return needed if needed <= self.bottom - self.top else self._least(paragraph)

    def _least(self, paragraph: Paragraph) -> float:
        lines = paragraph.lines
        if paragraph.look.keep_lines and paragraph.height <= self.bottom - self.top:
            return paragraph.height
        few = _FEWEST if paragraph.look.widows else 1
        count = len(lines) if len(lines) <= few + (1 if paragraph.look.widows else 0) else few
        return sum(line.height for line in lines[:count])

    def _fitting(self, lines: Sequence[Line], look: ParagraphLook, *, whole: bool) -> int:
        """Count the lines that stand on this page, leaving no line alone."""
        room, count = self.room + EPSILON, 0
        for line in lines:
            room -= line.height
            if room < 0 and self._turn is not None:
                break
            count += 1
            if line.page_break_after:
                return count
        if count == len(lines):
            return count
        if look.widows and len(lines) - count < _FEWEST:
            count = len(lines) - _FEWEST
        if count < 1 or (whole and look.widows and count < _FEWEST and not self.empty):
            count = 0 if not self.empty else 1
        return count

    def _lines(self, lines: Sequence[Line], look: ParagraphLook, *, begins: bool, ends: bool) -> None:
        top = self.y
        for line in lines:
            self.layer.words.append(Words(self.left, self.y, line))
            self.y += line.height
        if not lines or not (look.borders or look.shade):
            return
        x, width = self.left + min(look.left, look.left + look.first), self.width - look.left - look.right
        sides = dict(look.borders)
        over = sides["top"].space if "top" in sides and begins else 0.0
        under = sides["bottom"].space if "bottom" in sides and ends else 0.0
        if look.shade:
            self.layer.boxes.append(Box(x, top - over, width, self.y - top + over + under, look.shade))
        for side, edge in look.borders:
            if side == "top" and begins:
                self.rule((x, top - over, x + width, top - over), edge)
            elif side == "bottom" and ends:
                self.rule((x, self.y + under, x + width, self.y + under), edge)
            elif side in {"left", "right"}:
                at = x - edge.space if side == "left" else x + width + edge.space
                self.rule((at, top - over, at, self.y + under), edge)

    # tables

    def _table(self, table: Table) -> None:
        """Place a table: its head and first row together, the head again on every page."""
        if self._above is not None:
            self.y += self._above.after
        heads = table.header_rows
        if sum(row.height for row in heads) > (self.bottom - self.top) / 2:
            heads = []  # too tall to be shown on every page
        body = table.rows[len(heads) :]
        least = sum(row.height for row in heads) + (body[0].height if body else 0.0)
        if not self.empty and least > self.room + EPSILON and least <= self.bottom - self.top:
            self.turn(asked=False)
        rows = Rows(self, heads)
        rows.head()
        for row in body:
            rows.place(row)
        self._above = None
