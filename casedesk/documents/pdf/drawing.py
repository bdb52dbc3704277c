"""Pages drawn into a PDF that says its title and its language, and nothing of who made it, with what or when."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from casedesk.documents.pdf.fonts import face_for
from casedesk.documents.pdf.lines import Line, Span
from casedesk.documents.pdf.pages import Layer, Page, Pages, Words
from casedesk.documents.pdf.stamp import stamp

_MAKERS = (
    b" ReportLab Generated PDF document (opensource)",
    b"% ReportLab generated PDF document -- digest (opensource)",
)
_UNDERLINE_DEPTH, _STRIKE_HEIGHT, _STROKE = 0.12, 0.28, 0.055  # of the size
_DOTS = (0.6, 2.4)  # points drawn, points left white
_VERSION = (1, 7)  # the first an international standard describes
_SMALL_MARK = 7.0  # points

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
    drawn = out.getvalue()
    for maker in _MAKERS:
        drawn = drawn.replace(maker, b" " * len(maker))  # same length: the table of offsets stays true
    return drawn


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

    def page(self, page: Page, watermark: str) -> None:
        """Paint one page: what is no part of the text is marked as such (artifacts, PDF 32000-1, 14.8.2.2)."""
        self._height = page.section.height
        with self._apart():
            if watermark:
                stamp(self._canvas, watermark, page.section.width, self._height)
            for layer in (page.header, page.body, page.footer):
                self._ground(layer)
            self._words(page.header.words)
        self._words(page.body.words)
        with self._apart():
            self._words(page.footer.words)
            if watermark:
                self._small_mark(watermark, page.section.width)

    @contextmanager
    def _apart(self) -> Iterator[None]:
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    def _ground(self, layer: Layer) -> None:
        canvas = self._canvas
        for box in layer.boxes:
            canvas.setFillColorRGB(*_rgb(box.colour))
            canvas.rect(box.x, self._height - box.top - box.height, box.width, box.height, stroke=0, fill=1)
        canvas.setLineCap(2)
        for rule in layer.rules:
            canvas.setStrokeColorRGB(*_rgb(rule.colour))
            canvas.setLineWidth(rule.width)
            canvas.line(rule.x, self._height - rule.top, rule.to_x, self._height - rule.to_top)
        canvas.setLineCap(0)

    def _words(self, words: Iterable[Words]) -> None:
        for placed in words:
            self._line(placed.line, placed.x, self._height - placed.top - placed.line.baseline)

    def _line(self, line: Line, x: float, baseline: float) -> None:
        texts = [span for span in line.spans if not span.picture]
        for span in texts:
            if span.ink.shade:
                self._canvas.setFillColorRGB(*_rgb(span.ink.shade))
                low, high = span.ink.descent, span.ink.ascent
                self._canvas.rect(x + span.x, baseline - low, span.width, low + high, stroke=0, fill=1)
        if texts:
            self._text(texts, x, baseline)
        for span in line.spans:
            if span.picture:
                self._canvas.drawImage(
                    self._pictures[span.picture], x + span.x, baseline, span.width, span.height, mask="auto"
                )
            elif span.ink.underline or span.ink.strike:
                self._stroke(span, x, baseline)
        if line.leaders:
            self._leaders(line, x, baseline)

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
