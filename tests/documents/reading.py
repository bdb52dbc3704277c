"""What a PDF says, read back by an independent reader."""

import re
from collections.abc import Sequence

import pypdfium2


def page_texts(pdf: bytes) -> list[str]:
    """Read the text of each page, as it comes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[index].get_textpage().get_text_range() for index in range(len(document))]
    finally:
        document.close()


def body_text(pdf: bytes, *, top: float, bottom: float) -> str:
    """Read the text between the header and the footer: `top` and `bottom` are margins in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        read = []
        for index in range(len(document)):
            page = document[index]
            width, height = page.get_size()
            read.append(page.get_textpage().get_text_bounded(0, bottom, width, height - top))
        return "\n".join(read)
    finally:
        document.close()


def squeezed(text: str | Sequence[str]) -> str:
    """Drop the white space: where lines end is a matter of the page, not of the text."""
    return re.sub(r"\s+", "", text if isinstance(text, str) else "".join(text))
