"""A letter line by line: each paragraph with its place, and what its file tells besides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from casedesk.documents.lint.words import folded, squeezed, unquoted, without_addresses
from casedesk.documents.ooxml import Docx, Element, W, local_name
from casedesk.documents.word.numbering import Numbering
from casedesk.documents.word.story import Kind, Section, blocks, cells, pieces, rows, sections
from casedesk.documents.word.styles import Styles

_SIGNS = {Kind.TAB: "\t", Kind.LINE_BREAK: "\n", Kind.PAGE_BREAK: "\n", Kind.PICTURE: "\ufffc"}
_SUBJECT = re.compile(r"objets?\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One paragraph. `number` counts those of its section; a line of a table has a row and a column, from 1."""

    text: str
    part: str = "body"  # body, header, footer
    section: str = ""  # the heading it stands under
    number: int = 0
    level: int | None = None  # of a heading
    listed: bool = False  # an item of a list
    table: int = 0
    row: int = 0
    column: int = 0
    opening: bool = False  # above the subject: who writes, to whom

    @cached_property
    def folded(self) -> str:
        """The text without case and accents, each character in its place."""
        return folded(self.text)

    @cached_property
    def own(self) -> str:
        """The text but for what it quotes, each character in its place."""
        return unquoted(self.text)

    @cached_property
    def plain(self) -> str:
        """The text but for what it quotes and its web and e-mail addresses, each character in its place."""
        return without_addresses(self.own)

    @cached_property
    def squeezed(self) -> str:
        """The words alone, folded, one space apart."""
        return squeezed(self.text)


@dataclass(frozen=True)
class Table:
    """A table: how many rows, how many of them its head."""

    number: int
    section: str
    rows: int
    heads: int


@dataclass
class _Walk:
    """Where the reading has come to."""

    docx: Docx
    styles: Styles
    sections: tuple[Section, ...]
    section: str = ""
    number: int = 0
    tables: list[Table] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """A whole letter."""

    lines: tuple[Line, ...]
    tables: tuple[Table, ...]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines between headers and footers."""
        return tuple(line for line in self.lines if line.part == "body")

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """The lines of the body that are neither headings nor in a table."""
        return tuple(line for line in self.body if line.level is None and not line.table)


def page_of(docx: Docx) -> Page:
    """Read a letter line by line."""
    walk = _Walk(docx, Styles(docx, Numbering(docx)), tuple(section for section, _blocks in sections(docx)))
    lines = list(_body(walk, docx.main, docx.body()))
    subject = next((place for place, line in enumerate(lines) if _SUBJECT.match(line.text)), 0)
    opened = [_with_opening(line) if place < subject else line for place, line in enumerate(lines)]
    return Page((*_margins(walk, "headers", "header"), *opened, *_margins(walk, "footers", "footer")), (*walk.tables,))


def page_of_text(text: str) -> Page:
    """Read a letter of which only the text is known."""
    return Page(tuple(Line(one, number=place) for place, one in enumerate(text.split("\n"), 1)), ())


def _with_opening(line: Line) -> Line:
    return Line(line.text, number=line.number, listed=line.listed, opening=True)


def _body(walk: _Walk, part: str, parent: Element) -> Iterator[Line]:
    for block in blocks(parent):
        if local_name(block) == "p":
            yield _line(walk, part, block)
        else:
            yield from _table(walk, part, block)


def _line(walk: _Walk, part: str, paragraph: Element) -> Line:
    text = _text(walk.docx, part, paragraph)
    look = walk.styles.paragraph(paragraph.find(W + "pPr"))
    if look.outline is not None and look.outline < 9 and text.strip():
        walk.section, walk.number = text.strip(), 0
        return Line(text, section=walk.section, level=look.outline)
    walk.number += bool(text.strip())
    return Line(text, section=walk.section, number=walk.number, listed=look.numbered is not None)


def _table(walk: _Walk, part: str, table: Element) -> Iterator[Line]:
    number = len(walk.tables) + 1
    walk.tables.append(Table(number, walk.section, 0, 0))
    count = heads = 0
    for count, row in enumerate(rows(table), 1):
        heads += row.find(f"{W}trPr/{W}tblHeader") is not None
        for column, cell in enumerate(cells(row), 1):
            for paragraph in cell.iter(W + "p"):
                text = _text(walk.docx, part, paragraph)
                yield Line(text, section=walk.section, table=number, row=count, column=column)
    walk.tables[number - 1] = Table(number, walk.section, count, heads)


def _text(docx: Docx, part: str, paragraph: Element) -> str:
    return "".join(_SIGNS.get(one.kind, one.text) for one in pieces(docx, part, paragraph))


def _margins(walk: _Walk, where: str, name: str) -> Iterator[Line]:
    used = dict.fromkeys(part for section in walk.sections for _kind, part in getattr(section, where))
    for part in used:
        root: Element = walk.docx.tree(part)
        for paragraph in root.iter(W + "p"):
            yield Line(_text(walk.docx, part, paragraph), part=name)
