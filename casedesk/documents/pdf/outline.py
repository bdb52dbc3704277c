"""The blocks of a document as a tree that is read aloud: headings nested, items in their lists, cells in their rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from casedesk.documents.pdf.paragraphs import Item, Paragraph
from casedesk.documents.pdf.tables import Cell, Row, Table
from casedesk.documents.pdf.tags import Role, Tag, heading


@dataclass(frozen=True, slots=True)
class _Open:
    """A list that may go on."""

    name: str
    level: int
    tag: Tag


class Outline:
    """Grows the tree of one document, block by block, in the order of the text."""

    def __init__(self) -> None:
        self.root = Tag(Role.DOCUMENT)
        self._levels: list[int] = []  # of the headings above, as their author counts

    def add(self, blocks: Iterable[Paragraph | Table]) -> None:
        """Put blocks at the end of the document."""
        self._grow(self.root, blocks)

    def _grow(self, parent: Tag, blocks: Iterable[Paragraph | Table]) -> None:
        lists: list[_Open] = []
        for block in blocks:
            if isinstance(block, Table):
                lists.clear()
                self._table(parent, block)
            elif block.item is not None:
                _list_for(parent, lists, block.item).add(block.tag)
            else:
                if not block.empty:
                    lists.clear()
                if block.look.outline is not None and block.look.outline < 9 and not block.empty:
                    block.tag.role = heading(self._depth(block.look.outline))
                parent.add(block.tag)

    def _depth(self, level: int) -> int:
        """Say how deep a heading stands: no level is ever skipped on the way down."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels)

    def _table(self, parent: Tag, table: Table) -> None:
        """Add a table; one that names no head only places its text, and is read as plain text."""
        heads = table.leading_heads
        if not heads:
            for row in table.rows:
                for cell in row.cells:
                    self._grow(parent, cell.blocks)
            return
        tag = parent.add(Tag(Role.TABLE))
        wide = max(row.columns for row in table.rows)
        for place, row in enumerate(table.rows):
            self._row(tag.add(Tag(Role.ROW)), row, wide, head=place < heads)

    def _row(self, tag: Tag, row: Row, wide: int, *, head: bool) -> None:
        if row.skipped:
            tag.add(Tag(Role.CELL, attributes=_spans(row.skipped, 1)))
        for cell in row.cells:
            if cell.down:
                self._grow(tag.add(_cell(cell, head=head)), cell.blocks)
        if row.columns < wide:
            tag.add(Tag(Role.CELL, attributes=_spans(wide - row.columns, 1)))


def _cell(cell: Cell, *, head: bool) -> Tag:
    spans = _spans(cell.across, cell.down)
    if head:
        return Tag(Role.HEAD_CELL, attributes=[("Table", "Scope", "Column"), *spans])
    return Tag(Role.CELL, attributes=spans)


def _spans(across: int, down: int) -> list[tuple[str, str, str | int]]:
    spans: list[tuple[str, str, str | int]] = []
    if across > 1:
        spans.append(("Table", "ColSpan", across))
    if down > 1:
        spans.append(("Table", "RowSpan", down))
    return spans


def _list_for(parent: Tag, lists: list[_Open], item: Item) -> Tag:
    """Give the list an item belongs to: one that is open, or a new one, inside the item above when it is deeper."""
    while lists and (lists[-1].level > item.level or (lists[-1].level == item.level and lists[-1].name != item.name)):
        lists.pop()
    if not lists or lists[-1].level < item.level:
        above = lists[-1].tag.kids[-1] if lists else None
        body = above.kids[-1] if isinstance(above, Tag) else None
        home = body if isinstance(body, Tag) else parent
        tag = home.add(Tag(Role.LIST, attributes=[("List", "ListNumbering", item.numbering)]))
        lists.append(_Open(item.name, item.level, tag))
    return lists[-1].tag
