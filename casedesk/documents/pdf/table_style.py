"""What a table and its style say of borders, margins, colours and text."""

import re

from casedesk.documents.ooxml import VAL, Element, W, local_name, number, value_of
from casedesk.documents.word.looks import TWIP, Edge, Said, colour_of, edges, lay_over, paragraph_says, run_says
from casedesk.documents.word.styles import Styles

CELL_MARGIN = 5.4  # points to the left and right of a cell's text, what Word does without a word
_FIRST_ROW = 0x20  # bit of the older way to say which rows are special


class TableStyle:
    """A table's style and its own properties, the more particular over the more general."""

    def __init__(self, styles: Styles, properties: Element | None) -> None:
        self.paragraph: Said = {}
        self.run: Said = {}
        self.first_run: Said = {}
        self.first_shade = ""
        self.borders: dict[str, Edge | None] = {}
        self.margins = {"top": 0.0, "left": CELL_MARGIN, "bottom": 0.0, "right": CELL_MARGIN}
        for style in styles.table_chain(None if properties is None else value_of(properties, "tblStyle")):
            self.paragraph = lay_over(self.paragraph, paragraph_says(style.find(W + "pPr")))
            self.run = lay_over(self.run, run_says(style.find(W + "rPr"), styles.theme))
            self._own(style.find(W + "tblPr"))
            for part in style.findall(W + "tblStylePr"):
                if part.get(W + "type") == "firstRow":
                    self.first_run = lay_over(self.first_run, run_says(part.find(W + "rPr"), styles.theme))
                    self.first_shade = shade_of(part.find(W + "tcPr"), self.first_shade)
        self._own(properties)
        look = None if properties is None else properties.find(W + "tblLook")
        if look is not None and not _first_row_marked(look):
            self.first_run, self.first_shade = {}, ""

    def _own(self, properties: Element | None) -> None:
        if properties is not None:
            self.borders |= edges(properties.find(W + "tblBorders"))
            self.margins |= margins_of(properties.find(W + "tblCellMar"))

    def text(self, *, first_row: bool) -> tuple[Said, Said]:
        """Say what the table says of the paragraphs and the runs of a cell."""
        return self.paragraph, lay_over(self.run, self.first_run) if first_row else self.run

    def edges(self, cell: Element | None, outside: dict[str, bool]) -> dict[str, Edge | None]:
        """Settle each side of a cell: its own word, else the table's outer or inner border."""
        own = edges(None if cell is None else cell.find(W + "tcBorders"))
        settled: dict[str, Edge | None] = {}
        for side, outer in outside.items():
            inner = "insideH" if side in {"top", "bottom"} else "insideV"
            settled[side] = own[side] if side in own else self.borders.get(side if outer else inner)
        return settled


def shade_of(properties: Element | None, otherwise: str) -> str:
    """Read the colour behind a cell."""
    shading = None if properties is None else properties.find(W + "shd")
    return otherwise if shading is None else colour_of(shading.get(W + "fill"), "")


def margins_of(element: Element | None) -> dict[str, float]:
    """Read the margins inside a cell, in points, those that are said."""
    found = {}
    for side in () if element is None else element:
        width = number(side, "w")
        if width is not None:
            found[{"start": "left", "end": "right"}.get(local_name(side), local_name(side))] = width * TWIP
    return found


def _first_row_marked(look: Element) -> bool:
    said = look.get(W + "firstRow")
    if said is not None:
        return said in {"1", "true", "on"}
    older = look.get(VAL, "")
    return re.fullmatch(r"[0-9A-Fa-f]{1,8}", older) is not None and bool(int(older, 16) & _FIRST_ROW)
