"""Printing a short text on paper, chosen printer and all."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QTextDocument
from PySide6.QtWidgets import QWidget

from casedesk.ui import fonts

_PHONE = re.compile(r"^\+?[\d\s.()]{2,}$")
_LARGE = 1.5  # times the person's own size: read at arm's length


_MARGIN = 60  # around the text of a page drawn by us, in pixels of a screen: the device makes them its own
_PALE = QColor(0, 0, 0, 26)  # of a word across the page: seen, and read through


def print_text(
    parent: QWidget, title: str, paragraphs: Sequence[str], *, large: bool = False, across: str = ""
) -> bool:
    """Ask for a printer and print; says whether it was printed. Nothing is written to the disk by us.

    What is set in large letters is hers to keep: the printer is not told where it comes from. `across` is a word
    written over every page.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title if large else "casedesk")
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    document = document_of(title, paragraphs, large=large)
    if across:
        draw_pages(document, printer, across)
    else:
        document.print_(printer)
    return True


def draw_pages(document: QTextDocument, device: QPagedPaintDevice, across: str) -> None:
    """Draw a document page by page, a pale word written across each of them."""
    painter = QPainter(device)
    page = QSizeF(device.width(), device.height())
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(_MARGIN)
    document.setPageSize(page)
    for number in range(document.pageCount()):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        document.drawContents(painter, QRectF(0, number * page.height(), page.width(), page.height()))
        painter.restore()
        _write_across(painter, page, across)
    painter.end()


def _write_across(painter: QPainter, page: QSizeF, word: str) -> None:
    painter.save()
    font = QFont(fonts.font(fonts.Role.TITLE))
    font.setPixelSize(int(page.width() / max(len(word), 4)))
    painter.setFont(font)
    painter.setPen(_PALE)
    painter.translate(page.width() / 2, page.height() / 2)
    painter.rotate(-45)
    wide = page.width()
    painter.drawText(QRectF(-wide, -wide / 2, 2 * wide, wide), Qt.AlignmentFlag.AlignCenter, word)
    painter.restore()


def document_of(title: str, paragraphs: Sequence[str], *, large: bool = False) -> QTextDocument:
    """Set a title and paragraphs as they will be printed.

    In large letters, the first line of each paragraph stands out, and a telephone number is larger still.
    """
    document = QTextDocument()
    font = QFont(fonts.font(fonts.Role.BODY))
    font.setPointSizeF(font.pointSizeF() * (_LARGE if large else 1))
    document.setDefaultFont(font)
    lines = (escape(text).split("\n") for text in paragraphs)
    body = "".join(f"<p>{_paragraph(several, large=large)}</p>" for several in lines)
    document.setHtml(f"<h2>{escape(title)}</h2>{body}")
    return document


def _paragraph(lines: list[str], *, large: bool) -> str:
    if not large:
        return "<br>".join(lines)
    first, *rest = lines
    numbers = (
        f'<span style="font-size: x-large"><b>{line}</b></span>' if _PHONE.match(line) else line for line in rest
    )
    return "<br>".join([f"<b>{first}</b>", *numbers])
