"""The text of a .docx in reading order: paragraphs, tables, and the pieces paragraphs are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from casedesk.documents.ooxml import VAL, Docx, Element, W, is_on, local_name, name, number, value_of
from casedesk.documents.word.looks import EMU, TWIP


class Kind(Enum):
    """What a piece of a paragraph is."""

    TEXT = auto()
    TAB = auto()
    LINE_BREAK = auto()
    PAGE_BREAK = auto()
    PICTURE = auto()
    PAGE = auto()  # the number of the page
    PAGES = auto()  # how many pages there are


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a paragraph; `address` is where it leads, when it is a link.

    `text` of a page field is what the last program that saved it put there.
    """

    kind: Kind
    properties: Element | None = None
    text: str = ""
    picture: str = ""  # name of the part inside the zip
    said: str = ""  # what a picture shows, in words
    width: float = 0.0
    height: float = 0.0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one shape; lengths in points. Parts are named by their kind of page (default, first, even)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header_at: float
    footer_at: float
    new_page: bool
    other_first: bool
    even_differs: bool
    headers: tuple[tuple[str, str], ...]
    footers: tuple[tuple[str, str], ...]
    numbered_from: int | None


_TRANSPARENT = {"sdt", "sdtContent", "smartTag", "hyperlink", "fldSimple", "ins"}
_SIGNS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def blocks(parent: Element) -> Iterator[Element]:
    """Give the paragraphs and tables of a body, a header or a cell, in order, content controls unwrapped."""
    for child in parent:
        kind = local_name(child)
        if kind in {"p", "tbl"}:
            yield child
        elif kind in _TRANSPARENT:
            yield from blocks(child)


def rows(table: Element) -> Iterator[Element]:
    """Give the rows of a table."""
    for child in table:
        if local_name(child) == "tr":
            yield child
        elif local_name(child) in _TRANSPARENT:
            yield from rows(child)


def cells(row: Element) -> Iterator[Element]:
    """Give the cells of a row."""
    for child in row:
        if local_name(child) == "tc":
            yield child
        elif local_name(child) in _TRANSPARENT:
            yield from cells(child)


def goes_on(cell: Element) -> bool:
    """Say whether a cell only goes on from the one above it: what stands in it is not shown."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(VAL, "continue") == "continue"


def runs(parent: Element) -> Iterator[Element]:
    """Give every run that is shown of a body, a header or a cell, and every page field written as one element."""
    for block in blocks(parent):
        if local_name(block) == "p":
            yield from (element for element, _link in _inline(block))
        else:
            yield from (run for row in rows(block) for cell in cells(row) if not goes_on(cell) for run in runs(cell))


def pieces(docx: Docx, part: str, paragraph: Element) -> Iterator[Piece]:
    """Give the pieces of a paragraph. Page fields come as one piece; what they showed when saved is left out."""
    field = _Field()
    for element, link in _inline(paragraph):
        address = "" if link is None else _address(docx, part, link)
        if local_name(element) == "fldSimple":
            kind = _page_field(element.get(name("w:instr"), ""))
            if kind is not None:
                shown = "".join(t.text or "" for t in element.iter(W + "t"))
                yield Piece(kind, element.find(f"{W}r/{W}rPr"), text=shown)
        else:
            for piece in _run_pieces(docx, part, element, field):
                yield replace(piece, address=address) if address else piece


def _address(docx: Docx, part: str, link: Element) -> str:
    """Read where a link leads; nowhere when it stays inside the document."""
    arrow = docx.relations(part).get(link.get(name("r:id"), ""))
    return arrow.target if arrow is not None and arrow.external else ""


def _inline(parent: Element, link: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    """Give the runs of a paragraph, and the page fields written as one element, each with the link it stands in."""
    for child in parent:
        kind = local_name(child)
        if kind == "r" or (kind == "fldSimple" and _page_field(child.get(name("w:instr"), ""))):
            yield child, link
        elif kind in _TRANSPARENT:
            yield from _inline(child, child if kind == "hyperlink" else link)


class _Field:
    """Where we are in a field written over several runs. `done` is the page field just ended, if it was one."""

    def __init__(self) -> None:
        self.done: Kind | None = None
        self.text = ""
        self._instruction: list[str] | None = None
        self._kind: Kind | None = None

    def takes(self, child: Element) -> bool:
        """Say whether an element of a run belongs to a field, and take it in."""
        kind = local_name(child)
        if kind == "fldChar":
            self._step(child.get(name("w:fldCharType")))
            return True
        if kind == "instrText" and self._instruction is not None:
            self._instruction.append(child.text or "")
        elif kind == "t" and self._kind is not None:
            self.text += child.text or ""
        return kind == "instrText" or self._instruction is not None or self._kind is not None

    def _step(self, step: str | None) -> None:
        if step == "begin":
            self._instruction, self._kind, self.text = [], None, ""
            return
        if self._instruction is not None:
            self._kind = _page_field("".join(self._instruction))
            self._instruction = None
        if step == "end":
            self.done, self._kind = self._kind, None


def _run_pieces(docx: Docx, part: str, run: Element, field: _Field) -> Iterator[Piece]:
    properties = run.find(W + "rPr")
    for child in run:
        if not field.takes(child):
            yield from _plain_piece(docx, part, child, properties)
        elif field.done is not None:
            yield Piece(field.done, properties, text=field.text)
            field.done = None


def _plain_piece(docx: Docx, part: str, child: Element, properties: Element | None) -> Iterator[Piece]:
    kind = local_name(child)
    if kind == "t":
        if child.text:
            yield Piece(Kind.TEXT, properties, text=child.text)
    elif kind in _SIGNS:
        yield Piece(Kind.TEXT, properties, text=_SIGNS[kind])
    elif kind == "tab":
        yield Piece(Kind.TAB, properties)
    elif kind == "cr" or (kind == "br" and child.get(name("w:type"), "textWrapping") == "textWrapping"):
        yield Piece(Kind.LINE_BREAK, properties)
    elif kind == "br" and child.get(name("w:type")) == "page":
        yield Piece(Kind.PAGE_BREAK, properties)
    elif kind == "drawing":
        yield from _picture(docx, part, child, properties)


def _picture(docx: Docx, part: str, drawing: Element, properties: Element | None) -> Iterator[Piece]:
    extent = drawing.find(f"{name('wp:inline')}/{name('wp:extent')}")
    blip = drawing.find(f"{name('wp:inline')}//{name('a:blip')}")
    arrow = None if blip is None else docx.relations(part).get(blip.get(name("r:embed"), ""))
    if extent is None or arrow is None or arrow.target not in docx.names:
        return
    width, height = (int(re.sub(r"\D", "", extent.get(side, ""))[:12] or 0) * EMU for side in ("cx", "cy"))
    shown = drawing.find(f"{name('wp:inline')}/{name('wp:docPr')}")
    said = "" if shown is None else shown.get("descr", "").strip()
    yield Piece(Kind.PICTURE, properties, picture=arrow.target, said=said, width=width, height=height)


def _page_field(instruction: str) -> Kind | None:
    word = instruction.strip().partition(" ")[0].upper()
    return {"PAGE": Kind.PAGE, "NUMPAGES": Kind.PAGES}.get(word)


def sections(docx: Docx) -> tuple[tuple[Section, tuple[Element, ...]], ...]:
    """Cut the body into its sections, each with its blocks; headers a section does not name are those before it."""
    found: list[tuple[Section, tuple[Element, ...]]] = []
    gathered: list[Element] = []
    before: Section | None = None
    body = docx.body()
    for block in blocks(body):
        gathered.append(block)
        ending = block.find(f"{W}pPr/{W}sectPr") if local_name(block) == "p" else None
        if ending is not None:
            before = _section(docx, ending, before)
            found.append((before, tuple(gathered)))
            gathered = []
    last = body.find(W + "sectPr")
    if gathered or not found:
        found.append((_section(docx, last, before), tuple(gathered)))
    return tuple(found)


def _section(docx: Docx, properties: Element | None, before: Section | None) -> Section:
    def twips(child: str, attribute: str, default: int) -> float:
        element = None if properties is None else properties.find(W + child)
        value = number(element, attribute)
        return (default if value is None else value) * TWIP

    settings = docx.beside("settings")
    numbers = None if properties is None else properties.find(W + "pgNumType")
    first = None if properties is None else properties.find(W + "titlePg")
    return Section(
        width=twips("pgSz", "w", 11906),
        height=twips("pgSz", "h", 16838),
        top=abs(twips("pgMar", "top", 1417)),
        bottom=abs(twips("pgMar", "bottom", 1417)),
        left=twips("pgMar", "left", 1417) + twips("pgMar", "gutter", 0),
        right=twips("pgMar", "right", 1417),
        header_at=abs(twips("pgMar", "header", 708)),
        footer_at=abs(twips("pgMar", "footer", 708)),
        new_page=properties is None or value_of(properties, "type") != "continuous",
        other_first=first is not None and first.get(VAL, "1") not in {"0", "false", "off"},
        even_differs=settings is not None and bool(is_on(settings, "evenAndOddHeaders")),
        headers=_named(docx, properties, "headerReference", before.headers if before else ()),
        footers=_named(docx, properties, "footerReference", before.footers if before else ()),
        numbered_from=number(numbers, "start"),
    )


def _named(
    docx: Docx, properties: Element | None, kind: str, before: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    parts = dict(before)
    for reference in () if properties is None else properties.findall(W + kind):
        arrow = docx.relations(docx.main).get(reference.get(name("r:id"), ""))
        if arrow is not None and arrow.target in docx.names:
            parts[reference.get(name("w:type"), "default")] = arrow.target
    return tuple(sorted(parts.items()))
