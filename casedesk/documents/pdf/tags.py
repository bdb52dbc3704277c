"""What a reader who listens is told of a page: a tree of headings, paragraphs, lists, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]
"""Left, bottom, right and top on the page, in points."""


class Role(StrEnum):
    """The kinds of element used (PDF 32000-1, 14.8.4). Headings are made by `heading`."""

    DOCUMENT = "Document"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"


_KEPT_EMPTY = frozenset({Role.ROW, Role.HEAD_CELL, Role.CELL, Role.ITEM_BODY})


def heading(level: int) -> str:
    """Name a heading of a level from 1; no reader knows more than six."""
    return f"H{min(max(level, 1), 6)}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of what is drawn on a page, by its number there."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Tag:
    """One element of the tree.

    `attributes` are names by their owner and key, as `("Table", "Scope", "Column")`. `said` stands for what cannot be
    read aloud. `address` is where a link leads. `boxes` say where a picture or a link stands, by page. A picture or a
    link `joins` its paragraph where it is first drawn.
    """

    role: str
    kids: list[Tag | Mark] = field(default_factory=list)
    joins: Tag | None = None
    said: str = ""
    address: str = ""
    attributes: list[tuple[str, str, str | int]] = field(default_factory=list)
    boxes: list[tuple[int, Box]] = field(default_factory=list)

    def add(self, kid: Tag) -> Tag:
        """Put an element at the end of this one."""
        self.kids.append(kid)
        return kid

    def mark(self, mark: Mark) -> None:
        """Take in what was drawn."""
        if self.joins is not None and not self.kids:
            self.joins.kids.append(self)
        self.kids.append(mark)

    @property
    def marks(self) -> Iterator[Mark]:
        """Give all that was drawn of it, in the order it is read."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            else:
                yield from kid.marks

    def prune(self) -> bool:
        """Drop what drew nothing, but for the places of a table; say whether anything is left."""
        self.kids = [kid for kid in self.kids if isinstance(kid, Mark) or kid.prune() or kid.role in _KEPT_EMPTY]
        return any(True for _mark in self.marks)
