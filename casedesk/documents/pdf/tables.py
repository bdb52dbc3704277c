"""Tables of a .docx set into rows of cells, ready to be placed on pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from casedesk.documents.ooxml import Element, W, is_on, local_name, number, value_of
from casedesk.documents.pdf.lines import Line
from casedesk.documents.pdf.paragraphs import Compositor, PageNumbers, Paragraph
from casedesk.documents.pdf.spacing import gap
from casedesk.documents.pdf.table_style import CELL_MARGIN, TableStyle, margins_of, shade_of
from casedesk.documents.word.looks import TWIP, Edge
from casedesk.documents.word.story import blocks, cells, goes_on, rows

_FIFTIETHS = 5_000  # a width in per cent is written in fiftieths
_MOST_COLUMNS = 63  # what Word allows
_NARROWEST = 6.0  # points for the text of a cell, whatever its margins say


@dataclass(slots=True)
class Set:
    """A line inside a cell; `top` in points from the top of the cell, `left` from the left of the text column."""

    left: float
    top: float
    line: Line


@dataclass(slots=True)
class Cell:
    """A cell set into lines. `x` and `width` in points from the left of the text column.

    It reaches `across` columns and `down` rows; one that only goes on from the row above is 0 rows of its own.
    """

    x: float
    width: float
    across: int
    blocks: list[Paragraph]
    lines: list[Set]
    content_height: float
    shade: str
    align: str
    top_margin: float
    bottom_margin: float
    down: int = 1
    borders: dict[str, Edge | None] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A row of cells over `columns` columns, of which the first are `skipped`."""

    cells: list[Cell]
    skipped: int
    columns: int
    height: float
    header: bool
    whole: bool  # may not be cut by the end of a page


@dataclass(slots=True)
class Table:
    """A table ready to be placed."""

    rows: list[Row] = field(default_factory=list)

    @property
    def leading_heads(self) -> int:
        """How many rows at its top say what the columns hold."""
        return next((place for place, row in enumerate(self.rows) if not row.header), len(self.rows))

    @property
    def header_rows(self) -> list[Row]:
        """The rows at its head that every page repeats."""
        heads = self.leading_heads
        return self.rows[:heads] if heads < len(self.rows) else []


@dataclass(slots=True)
class _Written:
    """A row as written: its cells, each with the columns it takes."""

    element: Element
    places: list[tuple[Element, int, int]]  # cell, first column, how many

    @property
    def columns(self) -> int:
        return self.places[-1][1] + self.places[-1][2] if self.places else 0

    def continues(self, column: int) -> bool:
        """Say whether the cell at a column goes on from the row above."""
        return any(first == column and goes_on(cell) for cell, first, _many in self.places)


def table_of(
    compositor: Compositor, part: str, table: Element, width: float, *, numbers: PageNumbers | None = None
) -> Table:
    """Set a table into a column of `width` points."""
    return _Builder(compositor, part, table, width, numbers or {}).table()


class _Builder:
    """Sets one table."""

    def __init__(self, compositor: Compositor, part: str, table: Element, width: float, numbers: PageNumbers) -> None:
        self._compositor = compositor
        self._part = part
        self._numbers = numbers
        self._rows = [_written(row) for row in rows(table)]
        properties = table.find(W + "tblPr")
        self._style = TableStyle(compositor.styles, properties)
        self._columns = _columns(table, self._rows, properties, width)
        self._left = _left(properties, width, sum(self._columns), self._style.margins["left"])

    def table(self) -> Table:
        """Set all rows."""
        return Table([self._row(index) for index in range(len(self._rows))])

    def _row(self, index: int) -> Row:
        row = self._rows[index]
        below = self._rows[index + 1] if index + 1 < len(self._rows) else None
        built = []
        for element, first, many in row.places:
            cell = self._cell(element, first, many, first_row=index == 0)
            outside = {
                "top": index == 0,
                "bottom": below is None,
                "left": first == 0,
                "right": first + many >= len(self._columns),
            }
            cell.down = 0 if goes_on(element) and index else self._reach(index, first)
            cell.borders = self._style.edges(element.find(W + "tcPr"), outside)
            if goes_on(element):
                cell.borders["top"] = None
            if below is not None and below.continues(first):
                cell.borders["bottom"] = None
            built.append(cell)
        properties = row.element.find(W + "trPr")
        height = max((cell.content_height for cell in built), default=0.0)
        asked = None if properties is None else properties.find(W + "trHeight")
        if asked is not None:
            height = max(height, (number(asked, "val") or 0) * TWIP)  # even an exact one hides no text
        return Row(
            cells=built,
            skipped=row.places[0][1] if row.places else 0,
            columns=row.columns,
            height=height,
            header=properties is not None and bool(is_on(properties, "tblHeader")),
            whole=properties is not None and bool(is_on(properties, "cantSplit")),
        )

    def _reach(self, index: int, column: int) -> int:
        """Count the rows a cell reaches over, itself and those that go on from it."""
        end = index + 1
        while end < len(self._rows) and self._rows[end].continues(column):
            end += 1
        return end - index

    def _cell(self, cell: Element, first: int, many: int, *, first_row: bool) -> Cell:
        properties = cell.find(W + "tcPr")
        x = self._left + sum(self._columns[:first])
        width = sum(self._columns[first : first + many])
        margins = self._style.margins | margins_of(None if properties is None else properties.find(W + "tcMar"))
        inner = max(width - margins["left"] - margins["right"], _NARROWEST)
        around = self._style.text(first_row=first_row)
        set_blocks: list[Paragraph] = []
        lines: list[Set] = []
        y, above = margins["top"], None
        for block in () if goes_on(cell) else blocks(cell):
            if local_name(block) == "p":
                paragraph = self._compositor.paragraph(self._part, block, inner, numbers=self._numbers, around=around)
                set_blocks.append(paragraph)
                y += gap(above, paragraph.look)
                for line in paragraph.lines:
                    lines.append(Set(x + margins["left"], y, line))
                    y += line.height
                above = paragraph.look
        return Cell(
            x=x,
            width=width,
            across=many,
            blocks=set_blocks,
            lines=lines,
            content_height=y + (above.after if above else 0.0) + margins["bottom"],
            shade=shade_of(properties, self._style.first_shade if first_row else ""),
            align="top" if properties is None else value_of(properties, "vAlign") or "top",
            top_margin=margins["top"],
            bottom_margin=margins["bottom"],
        )


def _written(row: Element) -> _Written:
    column = _columns_in(row.find(f"{W}trPr/{W}gridBefore"), 0)
    places = []
    for cell in cells(row):
        many = _columns_in(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        places.append((cell, column, many))
        column += many
    return _Written(row, places)


def _columns_in(element: Element | None, least: int) -> int:
    return min(max(number(element, "val") or least, least), _MOST_COLUMNS)


def _columns(table: Element, written: Sequence[_Written], properties: Element | None, width: float) -> list[float]:
    """Read the widths of the columns; too wide or unknown ones are fitted into the text column."""
    count = max((row.columns for row in written), default=0) or 1
    grid = [(number(column, "w") or 0) * TWIP for column in table.findall(f"{W}tblGrid/{W}gridCol")]
    own = [_asked_width(cell) for cell, _first, many in (written[0].places if written else ()) if many == 1]
    if len(own) == count and all(own):
        grid = own
    if len(grid) != count or not all(grid):
        grid = [width / count] * count
    asked = None if properties is None else properties.find(W + "tblW")
    wanted = sum(grid)
    if asked is not None and asked.get(W + "type") == "pct":
        wanted = width * _share(asked)
    elif asked is not None and asked.get(W + "type") == "dxa":
        wanted = (number(asked, "w") or 0) * TWIP or wanted
    wanted = min(wanted, width + 2 * CELL_MARGIN)
    return [column * wanted / sum(grid) for column in grid]


def _asked_width(cell: Element) -> float:
    """Read the width a cell asks for in points; 0 when it asks for none, or for a share."""
    asked = cell.find(f"{W}tcPr/{W}tcW")
    return (number(asked, "w") or 0) * TWIP if asked is not None and asked.get(W + "type") == "dxa" else 0.0


def _share(asked: Element) -> float:
    """Read a width in per cent, written `50%` or in fiftieths; the whole when it makes no sense."""
    value = number(asked, "w") or 0
    share = value / 100 if asked.get(W + "w", "").endswith("%") else value / _FIFTIETHS
    return share if 0 < share <= 1 else 1.0


def _left(properties: Element | None, width: float, wide: float, margin: float) -> float:
    """Say where the table begins; one wider than the text column hangs out by the margin of its cells, as in Word."""
    align = "left" if properties is None else (value_of(properties, "jc") or "left")
    if align == "center":
        return (width - wide) / 2
    if align in {"right", "end"}:
        return width - wide
    indent = None if properties is None else properties.find(W + "tblInd")
    if indent is not None:
        return (number(indent, "w") or 0) * TWIP
    return -margin if wide > width else 0.0
