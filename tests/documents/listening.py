"""What a PDF says aloud: its tree read by one library, the words of its marks by another."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

from tests.documents.reading import opened

_BLOCKS = frozenset({"P", "LI", "H1", "H2", "H3", "H4", "H5", "H6"})
_PAINTS = frozenset({"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "EI", "BI"})


@dataclass
class Heard:
    """An element as it is announced, with the pages it stands on and all the words below it."""

    role: str
    text: str = ""
    pages: set[int] = field(default_factory=set)
    kids: list[Heard] = field(default_factory=list)
    said: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Heard]:
        yield self
        for kid in self.kids:
            yield from kid

    def all(self, *roles: str) -> list[Heard]:
        return [one for one in self if one.role in roles]

    @property
    def blocks(self) -> list[Heard]:
        """The paragraphs, headings and items, in the order they are read."""
        return [one for one in self if one.role in _BLOCKS]


def heard(pdf: bytes) -> Heard:
    """Listen to a whole document."""
    words = _words(pdf)
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        pages = {page.obj.objgen: index for index, page in enumerate(document.pages)}
        return _element(document.Root.StructTreeRoot.K, pages, words)


def _element(node: Any, pages: dict[Any, int], words: dict[tuple[int, int], str]) -> Heard:
    told = Heard(str(node.S)[1:], said=str(node.get("/Alt", "")))
    for owned in _many(node.get("/A")):
        told.attributes |= {key[1:]: _value(value) for key, value in owned.items() if key != "/O"}
    for kid in _many(node.get("/K")):
        page, number = node.get("/Pg"), kid
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                below = _element(kid, pages, words)
                assert kid.P.objgen == node.objgen
                told.kids.append(below)
                told.text += below.text if below.role not in _BLOCKS else f"{below.text}\n"
                told.pages |= below.pages
                continue
            if kid.Type == pikepdf.Name.OBJR:
                continue
            page, number = kid.Pg, kid.MCID
        assert page is not None
        place = pages[page.objgen]
        told.pages.add(place)
        told.text += words.pop((place, int(number)), "")
    return told


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _value(value: Any) -> Any:
    return str(value)[1:] if isinstance(value, pikepdf.Name) else value


def _words(pdf: bytes) -> dict[tuple[int, int], str]:
    """Read the words of every mark, by page and number."""
    found: dict[tuple[int, int], str] = {}
    with opened(pdf) as document:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                number = raw.FPDFPageObj_GetMarkedContentID(thing.raw)
                if number >= 0:
                    found[index, number] = found.get((index, number), "") + _said(thing.raw, text.raw)
    return found


def _said(thing: Any, text: Any) -> str:
    size = raw.FPDFTextObj_GetText(thing, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(thing, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def loose_ends(pdf: bytes) -> list[str]:
    """Name whatever is painted neither as text that is read nor as decoration, and every mark no element owns."""
    wrong: list[str] = []
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        owners = list(document.Root.StructTreeRoot.ParentTree.Nums)
        owned = {int(owners[place]): owners[place + 1] for place in range(0, len(owners), 2)}
        for index, page in enumerate(document.pages):
            open_marks: list[str] = []
            numbers: list[int] = []
            for step in pikepdf.parse_content_stream(page):
                operands, sign = step.operands, str(step.operator)
                if sign in {"BDC", "BMC"}:
                    open_marks.append(str(operands[0]))
                    if len(open_marks) > 1:
                        wrong.append(f"page {index}: {open_marks} inside one another")
                    if sign == "BDC" and "/MCID" in operands[1]:
                        numbers.append(int(operands[1].MCID))
                        owner = owned[int(page.obj.StructParents)][numbers[-1]]
                        if str(owner.S) != open_marks[-1]:
                            wrong.append(f"page {index}: {open_marks[-1]} belongs to {owner.S}")
                    elif open_marks[-1] != "/Artifact":
                        wrong.append(f"page {index}: {open_marks[-1]} has no number")
                elif sign == "EMC":
                    open_marks.pop()
                elif sign in _PAINTS and not open_marks:
                    wrong.append(f"page {index}: {sign} outside of any mark")
            if numbers != list(range(len(owned[int(page.obj.StructParents)]))):
                wrong.append(f"page {index}: marks {numbers}")
            if open_marks:
                wrong.append(f"page {index}: {open_marks} never closed")
    return wrong
