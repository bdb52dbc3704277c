"""A .docx laid out on pages: sections, then headers and footers once the number of pages is known."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from casedesk.documents.ooxml import Docx, Element, local_name
from casedesk.documents.pdf.column import Block, Column, Shape
from casedesk.documents.pdf.outline import Outline
from casedesk.documents.pdf.pages import Layer, Page, Pages, Words
from casedesk.documents.pdf.paragraphs import Compositor, PageNumbers
from casedesk.documents.pdf.tables import table_of
from casedesk.documents.word.story import Kind, Section, blocks, sections

LEAST: Final = 72.0  # points each way, an inch


def paginate(docx: bytes) -> Pages:
    """Lay a whole document out."""
    opened = Docx(docx)
    flow = _Flow(opened)
    for section, content in sections(opened):
        flow.section(section, content)
    flow.finish()
    names = {span.picture for page in flow.pages for words in _words(page) for span in words.line.spans if span.picture}
    return Pages(flow.pages, {name: opened.read(name) for name in sorted(names)}, flow.outline.root)


def cramped(docx: Docx) -> bool:
    """Say whether margins, headers and footers leave too little room for a text anywhere."""
    flow = _Flow(docx)
    shapes = [flow.shape(section) for section, _blocks in sections(docx)]
    return any(shape.width < LEAST or shape.bottom - shape.top < LEAST for shape in shapes)


def _words(page: Page) -> list[Words]:
    return [*page.header.words, *page.body.words, *page.footer.words]


class _Flow:
    """Goes through a document section by section."""

    def __init__(self, docx: Docx) -> None:
        self._docx = docx
        self._compositor = Compositor(docx)
        self.pages: list[Page] = []
        self.outline = Outline()
        self._column: Column | None = None
        self._section: Section | None = None

    def section(self, section: Section, content: Sequence[Element]) -> None:
        """Lay a section out; one that continues on the page keeps the page's shape."""
        if self._column is None or self._section is None or section.new_page:
            self._open(section)
        else:  # the page keeps its shape; the next ones show the new headers
            self._section = replace(self._section, headers=section.headers, footers=section.footers, other_first=False)
        assert self._column is not None  # noqa: S101 - opened above
        width = self._column.width
        placed = [self._block(self._docx.main, block, width) for block in content]
        self.outline.add(placed)
        self._column.place(placed)

    def _open(self, section: Section) -> None:
        self._section = section
        page = self._page(restart=True)
        shape = self.shape(section)
        self._compositor.tallest = shape.bottom - shape.top
        self._column = Column(shape, page.body, self._turn)

    def shape(self, section: Section) -> Shape:
        """Say where the text of a section stands, between its headers and its footers."""
        top = max(section.top, section.header_at + self._tallest(section, section.headers))
        bottom = section.height - max(section.bottom, section.footer_at + self._tallest(section, section.footers))
        return Shape(section.left, section.width - section.left - section.right, top, bottom)

    def _turn(self) -> Layer:
        return self._page(restart=False).body

    def _page(self, *, restart: bool) -> Page:
        assert self._section is not None  # noqa: S101 - a section is open
        number = self.pages[-1].number + 1 if self.pages else 1
        if restart and self._section.numbered_from is not None:
            number = self._section.numbered_from
        page = Page(self._section, number)
        self.pages.append(page)
        return page

    def _block(self, part: str, block: Element, width: float, numbers: PageNumbers | None = None) -> Block:
        if local_name(block) == "tbl":
            return table_of(self._compositor, part, block, width, numbers=numbers)
        return self._compositor.paragraph(part, block, width, numbers=numbers)

    # headers and footers

    def _tallest(self, section: Section, parts: Sequence[tuple[str, str]]) -> float:
        """Measure the tallest header or footer a section may show."""
        heights = [self._margin(section, part, Layer(), 0.0, {}) for _kind, part in parts]
        return max(heights, default=0.0)

    def _margin(self, section: Section, part: str, layer: Layer, top: float, numbers: PageNumbers) -> float:
        """Lay out a header or a footer, and say where it ends."""
        width = section.width - section.left - section.right
        column = Column(Shape(section.left, width, top, section.height), layer, None)
        with self._compositor.numbering.apart():
            column.place([self._block(part, block, width, numbers) for block in blocks(self._docx.tree(part))])
        return column.y

    def finish(self) -> None:
        """Draw headers and footers, now that there are no more pages to come."""
        first_of: Section | None = None
        for place, page in enumerate(self.pages):
            opens = page.section is not first_of
            first_of = page.section
            numbers = {Kind.PAGE: str(page.number), Kind.PAGES: str(len(self.pages))}
            header = _part_for(page.section, page.section.headers, opens=opens, even=place % 2 == 1)
            if header:
                self._margin(page.section, header, page.header, page.section.header_at, numbers)
            footer = _part_for(page.section, page.section.footers, opens=opens, even=place % 2 == 1)
            if footer:
                height = self._margin(page.section, footer, Layer(), 0.0, numbers)
                top = page.section.height - page.section.footer_at - height
                self._margin(page.section, footer, page.footer, top, numbers)


def _part_for(section: Section, parts: Sequence[tuple[str, str]], *, opens: bool, even: bool) -> str:
    """Choose which header or footer a page shows."""
    named = dict(parts)
    if section.other_first and opens:
        return named.get("first", "")
    if even and "even" in named and section.even_differs:
        return named["even"]
    return named.get("default", "")
