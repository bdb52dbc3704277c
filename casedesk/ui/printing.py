"""Printing a short text on paper, chosen printer and all."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from casedesk.ui import fonts


def print_text(parent: QWidget, title: str, paragraphs: Sequence[str]) -> bool:
    """Ask for a printer and print; says whether it was printed. Nothing is written to the disk by us."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("casedesk")
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    document_of(title, paragraphs).print_(printer)
    return True


def document_of(title: str, paragraphs: Sequence[str]) -> QTextDocument:
    """Set a title and paragraphs as they will be printed."""
    document = QTextDocument()
    document.setDefaultFont(fonts.font(fonts.Role.BODY))
    body = "".join(f"<p>{escape(text).replace(chr(10), '<br>')}</p>" for text in paragraphs)
    document.setHtml(f"<h2>{escape(title)}</h2>{body}")
    return document
