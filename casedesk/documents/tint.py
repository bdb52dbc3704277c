"""What was inserted into a letter, tinted on a page that is only looked at: data pale blue, holes pale amber.

While a preview is filled, every printed value stands between two signs; `tinted` turns them into shading. The signs are
noncharacters, which Unicode keeps for such inner use and which `plain` lets through nowhere: no text can hold them.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Final

from casedesk.documents import ooxml
from casedesk.documents.ooxml import Element, W, local_name, make, pack, serialise, unpack

DATA: Final = ("\ufdd0", "\ufdd1")
HOLE: Final = ("\ufdd2", "\ufdd3")
DATA_COLOUR: Final = "DCE9F5"
HOLE_COLOUR: Final = "FBE7B5"

_COLOUR: Final = {DATA[0]: DATA_COLOUR, DATA[1]: "", HOLE[0]: HOLE_COLOUR, HOLE[1]: ""}
_MARKS: Final = tuple(mark.encode() for mark in _COLOUR)
_GONE: Final = dict.fromkeys(map(ord, _COLOUR))
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_SHADING: Final = frozenset(
    {"fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"}
)

_Stretch = tuple[str, list[Element]]  # its colour, and what it holds


def between(pair: tuple[str, str], value: str) -> str:
    """Put a printed value between its signs; what markup it carries stays markup."""
    return pair[0] + value + pair[1]


def tinted(docx: bytes) -> bytes:
    """Shade every stretch between signs, and leave no sign anywhere: in text, properties, addresses or descriptions."""
    parts = unpack(docx)
    for part, content in parts.items():
        if part.endswith((".xml", ".rels")) and any(mark in content for mark in _MARKS):
            root = ooxml.parse(content)
            for paragraph in root.iter(W + "p"):
                _tint(paragraph)
            _clean(root)
            parts[part] = serialise(root)
    return pack(parts)


def _tint(paragraph: Element) -> None:
    """Shade the marked runs of a paragraph; a value never leaves its paragraph."""
    colour = ""
    for run in [run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph]:
        stretches, after = _stretches(run, colour)
        if len(stretches) > 1 or any(shade for shade, _inside in stretches):
            _replace(run, stretches)
        colour = after


def _stretches(run: Element, colour: str) -> tuple[list[_Stretch], str]:
    """Cut what a run holds at the signs; say in which colour it ends."""
    found: list[_Stretch] = []
    for child in run:
        if child.tag == W + "rPr":
            continue
        pieces = [(child, colour)]
        if child.tag == W + "t":
            pieces = [(_text(child, text), shade) for text, shade in _cut(child.text or "", colour)]
        for piece, shade in pieces:
            colour = shade
            if piece.tag == W + "t" and not piece.text:
                continue
            if found and found[-1][0] == shade:
                found[-1][1].append(piece)
            else:
                found.append((shade, [piece]))
    return found, colour


def _cut(text: str, colour: str) -> Iterator[tuple[str, str]]:
    begun = 0
    for place, sign in enumerate(text):
        if sign in _COLOUR:
            yield text[begun:place], colour
            colour, begun = _COLOUR[sign], place + 1
    yield text[begun:], colour


def _text(original: Element, text: str) -> Element:
    piece = deepcopy(original)
    piece.text, piece.tail = text, None
    piece.set(_SPACE, "preserve")
    return piece


def _replace(run: Element, stretches: Iterable[_Stretch]) -> None:
    """Write a run again as one run for each stretch."""
    parent, place = run.getparent(), run.getparent().index(run)
    properties = run.find(W + "rPr")
    parent.remove(run)
    for offset, (shade, inside) in enumerate(stretches):
        piece = make("w:r")
        own = make("w:rPr") if properties is None else deepcopy(properties)
        if shade:
            _shade(own, shade)
        if len(own):
            piece.append(own)
        piece.extend(inside)
        parent.insert(place + offset, piece)


def _shade(properties: Element, shade: str) -> None:
    for other in [child for child in properties if local_name(child) in {"shd", "highlight"}]:
        properties.remove(other)
    shading = make("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade})
    later = [place for place, child in enumerate(properties) if local_name(child) in _AFTER_SHADING]
    properties.insert(min(later, default=len(properties)), shading)


def _clean(root: Element) -> None:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for where in ("text", "tail"):
            said = getattr(element, where)
            if said and not said.isascii():
                setattr(element, where, said.translate(_GONE))
        for key, said in element.attrib.items():
            if not said.isascii():
                element.set(key, said.translate(_GONE))
