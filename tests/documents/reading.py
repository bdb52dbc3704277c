"""What a PDF says and where, read back by an independent reader."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from casedesk.documents.pdf import pdf_of
from tests.documents.templates import saved


@dataclass(frozen=True, slots=True)
class Sign:
    """A character on a page; points from the left and the bottom of the page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float


def drawn(document: Any, *, fictional: bool = False) -> bytes:
    """Draw a .docx, or a document of python-docx, as the desk does."""
    docx = document if isinstance(document, bytes) else saved(document)
    return pdf_of(docx, title="Plainte simple", language="fr-FR", fictional=fictional)


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF for reading."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def laid_bare(pdf: bytes) -> bytes:
    """Write a PDF again with nothing packed, so that its bytes can be searched."""
    out = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        document.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            static_id=True,
        )
    return out.getvalue()


def page_texts(pdf: bytes) -> list[str]:
    """Read the text of each page, as it comes."""
    with opened(pdf) as document:
        return [document[index].get_textpage().get_text_range() for index in range(len(document))]


def body_text(pdf: bytes, margin: float = 65) -> str:
    """Read the text between the header and the footer: `margin` points are left out at the top and at the bottom."""
    with opened(pdf) as document:
        read = []
        for index in range(len(document)):
            page = document[index]
            width, height = page.get_size()
            read.append(page.get_textpage().get_text_bounded(0, margin, width, height - margin))
        return "\n".join(read)


def signs(pdf: bytes) -> list[Sign]:
    """Find every visible character, in the order it is written."""
    with opened(pdf) as document:
        found = []
        for index in range(len(document)):
            text = document[index].get_textpage()
            for place in range(text.count_chars()):
                character = chr(raw.FPDFText_GetUnicode(text, place))
                if not character.isspace():
                    left, bottom, right, top = text.get_charbox(place, loose=True)
                    size = raw.FPDFText_GetFontSize(text, place)
                    found.append(Sign(character, index, left, right, bottom, top, size))
        return found


def moved(one: bytes, other: bytes) -> list[Sign]:
    """List the characters of a PDF that do not stand where another PDF has them, to the hundredth of a point."""
    here, there = signs(one), signs(other)
    still = [
        (a.text, a.page, a.size) == (b.text, b.page, b.size)
        and all(abs(getattr(a, side) - getattr(b, side)) < 0.01 for side in ("left", "right", "bottom", "top"))
        for a, b in zip(here, there, strict=False)
    ]
    unmatched = [False] * (len(here) - len(still))
    return [sign for sign, stays in zip(here, still + unmatched, strict=True) if not stays] or there[len(here) :]


def where(pdf: bytes, words: str) -> list[Sign]:
    """Find the characters of the first place that reads `words`, white space aside."""
    wanted = squeezed(words)
    found = signs(pdf)
    start = "".join(sign.text for sign in found).index(wanted)
    return found[start : start + len(wanted)]


def colours(pdf: bytes, page: int = 0) -> set[tuple[int, int, int]]:
    """List the colours of a page."""
    with opened(pdf) as document:
        image = document[page].render(scale=1).to_pil().convert("RGB")
        return {colour for _count, colour in image.getcolors(image.width * image.height)}


def squeezed(text: str | Sequence[str]) -> str:
    """Drop the white space: where lines end is a matter of the page, not of the text."""
    return re.sub(r"\s+", "", text if isinstance(text, str) else "".join(text))
