"""What a PDF says sign by sign: the codes it writes, turned back by its own tables, in the order it writes them."""

import re
from io import BytesIO
from typing import Any

import pikepdf

from tests.documents.listening import Heard, _element

_PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,8})>")


def spelt(pdf: bytes) -> Heard:
    """Read the whole tree; readers of text put right-to-left words in an order of their own, and drop unseen signs."""
    words: dict[tuple[int, int], str] = {}
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        for index, page in enumerate(document.pages):
            _read_page(index, page, words)
        pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
        return _element(document.Root.StructTreeRoot.K, pages, words)


def _read_page(index: int, page: Any, words: dict[tuple[int, int], str]) -> None:
    tables = {str(name): _table(font) for name, font in page.Resources.Font.items()}
    number: int | None = None
    table: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "BDC":
                number = int(step.operands[1].MCID) if "/MCID" in step.operands[1] else None
            case "EMC":
                number = None
            case "Tf":
                table = tables[str(step.operands[0])]
            case "Tj" if number is not None:
                said = "".join(table[code] for code in bytes(step.operands[0]))
                words[index, number] = words.get((index, number), "") + said


def _table(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    rows = _PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(signs.decode()).decode("utf-16-be") for code, signs in rows}
