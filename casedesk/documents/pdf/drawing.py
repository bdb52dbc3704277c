"""Pages drawn into a PDF that says its title and its language, and nothing of who made it, with what or when."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import Any, Final

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from casedesk.documents.pdf.fonts import face_for
from casedesk.documents.pdf.lines import Line, Span
from casedesk.documents.pdf.pages import Layer, Page, Pages, Words
from casedesk.documents.pdf.stamp import stamp
from casedesk.documents.pdf.tagged import tagged
from casedesk.documents.pdf.tags import Mark, Tag

_UNDERLINE_DEPTH, _STRIKE_HEIGHT, _STROKE = 0.12, 0.28, 0.055  # of the size
_DOTS = (0.6, 2.4)  # points drawn, points left white
_VERSION = (1, 7)  # the first an international standard describes
_SMALL_MARK = 7.0  # points
_NOTHING: Final = Tag("")  # no element is being written

rl_config.useA85 = 0  # streams as bytes, not as letters: a quarter smaller


class _OnlyTitle(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab ships no types
    """The document's information: its title."""

    def format(self, document: Any) -> Any:
        return pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)}).format(document)


def draw(pages: Pages, *, title: str, language: str, watermark: str) -> bytes:
    """Draw all pages; the same pages give the same bytes."""
    out = BytesIO()
    plain = face_for("sans", bold=False, italic=False)
    canvas = Canvas(
        out,
        invariant=1,
        pageCompression=1,
        pdfVersion=_VERSION,
        lang=language,
        initialFontName=plain.fontName,
        initialFontSize=10,
    )
    canvas._doc.info = _OnlyTitle()  # noqa: SLF001 - reportlab has no door for this
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    painter = _Painter(canvas, pages)
    for page in pages.pages:
        canvas.setPageSize((page.section.width, page.section.height))
        painter.page(page, watermark)
        canvas.showPage()
    canvas.save()
    return tagged(out.getvalue(), pages.tree, title=title, language=language)


@lru_cache(maxsize=256)
def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


class _Painter:
    """Paints the pages of one document, from the back to the front."""

    def __init__(self, canvas: Any, pages: Pages) -> None:
        self._canvas = canvas
        self._pictures = {name: ImageReader(BytesIO(content)) for name, content in pages.pictures.items()}
        self._height = 0.0
        self._number = 0  # of the page, from 0

    def page(self, page: Page, watermark: str) -> None:
        """Paint one page: what is no part of the text is marked as such (artifacts, PDF 32000-1, 14.8.2.2)."""
        self._height = page.section.height
        layers = (page.header, page.body, page.footer)
        if watermark:
            with self._apart("Pagination", "Watermark"):
                stamp(self._canvas, watermark, page.section.width, self._height)
        with self._apart("Layout"):
            for layer in layers:
                self._ground(layer)
        with self._apart("Pagination", "Header"):
            for placed in page.header.words:
                self._spans(placed, placed.line.spans)
        self._body(page.body.words)
        with self._apart("Pagination", "Footer"):
            for placed in page.footer.words:
                self._spans(placed, placed.line.spans)
            if watermark:
                self._small_mark(watermark, page.section.width)
        with self._apart("Layout"):
            for layer in layers:
                self._strokes(layer)
        self._number += 1

    @contextmanager
    def _apart(self, kind: str, subtype: str = "") -> Iterator[None]:
        """Mark what is drawn inside as no part of the text; what drew nothing leaves no trace."""
        code = self._canvas._code  # noqa: SLF001 - reportlab has no door for this
        before = len(code)
        self._canvas.addLiteral(f"/Artifact <</Type /{kind}{f' /Subtype /{subtype}' if subtype else ''}>> BDC")
        yield
        if len(code) == before + 1:
            code.pop()
        else:
            self._canvas.addLiteral("EMC")

    def _body(self, words: Iterable[Words]) -> None:
        """Write the text, each stretch of one element between its marks."""
        number = 0
        tag: Tag | None = _NOTHING
        for placed in words:
            for owner, spans in groupby(placed.line.spans, key=lambda span: None if placed.again else span.tag):
                if owner is not tag:
                    if tag is not _NOTHING:
                        self._canvas.addLiteral("EMC")
                    if owner is None:
                        self._canvas.addLiteral("/Artifact <</Type /Pagination>> BDC")
                    else:
                        self._canvas.addLiteral(f"/{owner.role} <</MCID {number}>> BDC")
                        owner.mark(Mark(self._number, number))
                        number += 1
                    tag = owner
                self._spans(placed, list(spans))
        if tag is not _NOTHING:
            self._canvas.addLiteral("EMC")

    def _ground(self, layer: Layer) -> None:
        canvas = self._canvas
        for box in layer.boxes:
            canvas.setFillColorRGB(*_rgb(box.colour))
            canvas.rect(box.x, self._height - box.top - box.height, box.width, box.height, stroke=0, fill=1)
        if layer.rules:
            canvas.setLineCap(2)
            for rule in layer.rules:
                canvas.setStrokeColorRGB(*_rgb(rule.colour))
                canvas.setLineWidth(rule.width)
                canvas.line(rule.x, self._height - rule.top, rule.to_x, self._height - rule.to_top)
            canvas.setLineCap(0)
        for placed in layer.words:
            for span in placed.line.spans:
                if span.ink.shade and not span.picture:
                    canvas.setFillColorRGB(*_rgb(span.ink.shade))
                    low, high = span.ink.descent, span.ink.ascent
                    canvas.rect(
                        placed.x + span.x, self._baseline(placed) - low, span.width, low + high, stroke=0, fill=1
                    )

    def _baseline(self, placed: Words) -> float:
        return self._height - placed.top - placed.line.baseline

    def _spans(self, placed: Words, spans: Sequence[Span]) -> None:
        x, baseline = placed.x, self._baseline(placed)
        texts = [span for span in spans if not span.picture]
        if texts:
            self._text(texts, x, baseline)
        for span in spans:
            if span.tag is not None and span.tag.joins is not None and not placed.again:
                right, top = x + span.x + span.width, baseline + (span.height or span.ink.ascent)
                bottom = baseline - (0.0 if span.picture else span.ink.descent)
                span.tag.boxes.append((self._number, (x + span.x, bottom, right, top)))
            if span.picture:
                self._canvas.drawImage(
                    self._pictures[span.picture], x + span.x, baseline, span.width, span.height, mask="auto"
                )

    def _strokes(self, layer: Layer) -> None:
        """Draw what is drawn over and under the text."""
        for placed in layer.words:
            baseline = self._baseline(placed)
            for span in placed.line.spans:
                if (span.ink.underline or span.ink.strike) and not span.picture:
                    self._stroke(span, placed.x, baseline)
            if placed.line.leaders:
                self._leaders(placed.line, placed.x, baseline)

    def _text(self, spans: Sequence[Span], x: float, baseline: float) -> None:
        """Write the spans of a line; each is put in its place, so that no rounding adds up."""
        text = self._canvas.beginText()
        colour, stretch, rise = "", 0.0, 0.0
        for span in spans:
            ink = span.ink
            text.setTextOrigin(x + span.x, baseline)
            text.setFont(ink.face.fontName, ink.size)
            if ink.colour != colour:
                text.setFillColorRGB(*_rgb(ink.colour))
                colour = ink.colour
            if span.stretch != stretch:
                text.setWordSpace(span.stretch)
                stretch = span.stretch
            if ink.rise != rise:
                text.setRise(ink.rise)
                rise = ink.rise
            text.textOut(span.text)
        if stretch:
            text.setWordSpace(0)
        if rise:
            text.setRise(0)
        self._canvas.drawText(text)

    def _stroke(self, span: Span, x: float, baseline: float) -> None:
        size = span.ink.size
        self._canvas.setStrokeColorRGB(*_rgb(span.ink.colour))
        self._canvas.setLineWidth(size * _STROKE)
        for drawn, offset in ((span.ink.underline, -_UNDERLINE_DEPTH), (span.ink.strike, _STRIKE_HEIGHT)):
            if drawn:
                y = baseline + span.ink.rise + size * offset
                self._canvas.line(x + span.x, y, x + span.x + span.width, y)

    def _leaders(self, line: Line, x: float, baseline: float) -> None:
        self._canvas.setStrokeColorRGB(0, 0, 0)
        self._canvas.setLineWidth(_DOTS[0])
        self._canvas.setDash(*_DOTS)
        for start, end in line.leaders:
            self._canvas.line(x + start + 2, baseline + 1, x + end - 2, baseline + 1)
        self._canvas.setDash()

    def _small_mark(self, watermark: str, width: float) -> None:
        """Say it once in letters too, at the foot of the page, for who cannot see the large one."""
        face = face_for("sans", bold=True, italic=False)
        self._canvas.setFillColorRGB(*_rgb("A61B1B"))
        self._canvas.setFont(face.fontName, _SMALL_MARK)
        self._canvas.drawCentredString(width / 2, 2 * _SMALL_MARK, watermark)
