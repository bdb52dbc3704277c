"""The text of a .docx as it reads: header, then paragraphs and tables in order with their numbers, then footer."""

from collections.abc import Iterator

from casedesk.documents.ooxml import Docx, Element, W, local_name
from casedesk.documents.word.numbering import Numbering
from casedesk.documents.word.story import Kind, blocks, cells, pieces, rows, sections
from casedesk.documents.word.styles import Styles

_SIGNS = {Kind.TAB: "\t", Kind.LINE_BREAK: "\n", Kind.PAGE_BREAK: "\n"}


def text_of(docx: bytes) -> str:
    """Read the whole text; paragraphs end lines, cells are set apart by tabs."""
    opened = Docx(docx)
    reader = _Reader(opened)
    body = list(reader.lines(opened.main, opened.body()))
    return "\n".join([*reader.margins("headers"), *body, *reader.margins("footers")])


def body_of(docx: bytes) -> str:
    """Read the text between headers and footers."""
    opened = Docx(docx)
    return "\n".join(_Reader(opened).lines(opened.main, opened.body()))


def _once(docx: Docx, where: str) -> tuple[str, ...]:
    """Name the header or footer parts in use, each once, the first page's first."""
    order = {"first": 0, "default": 1, "even": 2}
    used = [
        (kind, part)
        for section, _blocks in sections(docx)
        for kind, part in getattr(section, where)
        if {"first": section.other_first, "even": section.even_differs}.get(kind, True)
    ]
    return tuple(dict.fromkeys(part for _kind, part in sorted(used, key=lambda pair: order.get(pair[0], 3))))


class _Reader:
    """Reads parts of one document, counting its lists."""

    def __init__(self, docx: Docx) -> None:
        self._docx = docx
        self._numbering = Numbering(docx)
        self._styles = Styles(docx, self._numbering)

    def margins(self, where: str) -> Iterator[str]:
        """Read the headers or the footers, those that say something."""
        for part in _once(self._docx, where):
            with self._numbering.apart():
                lines = list(self.lines(part, self._docx.tree(part)))
            yield from lines if any(line.strip() for line in lines) else ()

    def lines(self, part: str, parent: Element) -> Iterator[str]:
        for block in blocks(parent):
            if local_name(block) == "p":
                yield self._paragraph(part, block)
            else:
                for row in rows(block):
                    yield "\t".join("\n".join(self.lines(part, cell)) for cell in cells(row))

    def _paragraph(self, part: str, paragraph: Element) -> str:
        look = self._styles.paragraph(paragraph.find(W + "pPr"))
        label = ""
        if look.numbered:
            label = self._numbering.label(*look.numbered)
            label += {"tab": "\t", "space": " "}.get(self._numbering.level(*look.numbered).follow, "") if label else ""
        return label + "".join(_SIGNS.get(p.kind, p.text) for p in pieces(self._docx, part, paragraph))
