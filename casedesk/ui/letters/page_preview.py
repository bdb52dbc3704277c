"""A letter as it will print: its pages, one under the other, on the paper's own white."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui import theme

_GAP = 18  # pixels between two pages
_MARGIN = 6  # pixels around them, for the shadow
_SHARPNESS = 2.0  # pixels of the image per point of the page
_WIDEST = 760  # pixels a page may take


@dataclass(frozen=True, slots=True)
class Page:
    """One page, as red, green, blue and an unused byte per pixel."""

    width: int
    height: int
    stride: int
    pixels: bytes


def pages_of(pdf: bytes) -> tuple[Page, ...]:
    """Draw every page of a PDF. No Qt here: it runs off the UI thread."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = []
        for page in document:
            bitmap = page.render(scale=_SHARPNESS, rev_byteorder=True, prefer_bgrx=True)
            drawn.append(Page(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)))
            bitmap.close()
            page.close()
    finally:
        document.close()
    return tuple(drawn)


class PagePreview(QWidget):
    """Fits the width it is given; the scroll area around it does the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show these pages."""
        self._images = [
            QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888).copy()
            for page in pages
        ]
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Take the height the pages need."""
        return QSize(520, self.heightForWidth(max(self.width(), 320)))

    def heightForWidth(self, width: int) -> int:
        """Say how tall the pages are at this width."""
        return int(sum(place.height() + _GAP for place in self._places(width))) + 2 * _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _places(self, width: int) -> list[QRectF]:
        places, top = [], float(_MARGIN)
        for image in self._images:
            wide = float(min(width - 2 * _MARGIN, _WIDEST))
            tall = wide * image.height() / image.width()
            places.append(QRectF((width - wide) / 2, top, wide, tall))
            top += tall + _GAP
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that can be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QColor(theme.tokens_of(self.palette()).hairline)
        for image, place in zip(self._images, self._places(self.width()), strict=True):
            if place.intersects(QRectF(event.rect())):
                painter.drawImage(place, image)
                painter.setPen(edge)
                painter.drawRect(place)
