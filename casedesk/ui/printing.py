"""Printing a short text on paper, chosen printer and all."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QWidget

from casedesk.ui import fonts

_PHONE = re.compile(r"^\+?[\d\s.()]{2,}$")
_LARGE = 1.5  # times the person's own size: read at arm's length


def print_text(parent: QWidget, title: str, paragraphs: Sequence[str], *, large: bool = False) -> bool:
    """Ask for a printer and print; says whether it was printed. Nothing is written to the disk by us.

    What is set in large letters is hers to keep: the printer is not told where it comes from.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title if large else "casedesk")
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    document_of(title, paragraphs, large=large).print_(printer)
    return True


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
