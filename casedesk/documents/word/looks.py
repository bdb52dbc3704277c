"""How a run and a paragraph look, once every style has had its say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from casedesk.documents import ooxml
from casedesk.documents.ooxml import VAL, Element, W, is_on, number, value_of

Said = dict[str, Any]
"""What one level (defaults, a style, the text itself) says; later levels are laid over earlier ones."""

TWIP = 1 / 20  # in points
EMU = 1 / 12_700
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip
_ALIGNMENTS = {"start": "left", "end": "right", "both": "justify", "distribute": "justify"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run of text is drawn. `size` in points, colours as RRGGBB, empty = none."""

    font: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = "000000"
    shade: str = ""
    rise: str = ""  # superscript, subscript


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of a border: width in points, colour, distance to the text in points."""

    width: float
    colour: str
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class TabStop:
    """Where a tab leads, in points from the margin."""

    at: float
    align: str = "left"  # left, right, center, decimal
    leader: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph is set. Lengths in points; `first` is relative to `left`."""

    style: str = ""
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0  # a factor when rule is auto, else points
    rule: str = "auto"
    contextual: bool = False
    adds: bool = False  # spacing after and spacing before are added, not compared
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widows: bool = True
    outline: int | None = None
    tabs: tuple[TabStop, ...] = ()
    borders: tuple[tuple[str, Edge], ...] = ()
    shade: str = ""
    numbered: tuple[str, int] | None = None  # list, level


def colour_of(raw: str | None, auto: str = "000000") -> str:
    """Read a colour; automatic ones become `auto`."""
    return raw.upper() if raw and len(raw) == 6 and all(c in "0123456789abcdefABCDEF" for c in raw) else auto


def run_says(properties: Element | None, theme: Mapping[str, str]) -> Said:
    """Read what a `w:rPr` says."""
    said: Said = {}
    for child in () if properties is None else properties:
        kind = ooxml.local_name(child)
        if kind == "rFonts":
            font = theme.get(child.get(W + "asciiTheme", ""), "") or child.get(W + "ascii") or child.get(W + "hAnsi")
            if font:
                said["font"] = font
        elif kind in _RUN:
            key, read = _RUN[kind]
            said[key] = read(child)
    return said


def _on(element: Element) -> bool:
    return bool(is_on(element.getparent(), ooxml.local_name(element)))


_RUN: Final[Mapping[str, tuple[str, Callable[[Element], Any]]]] = {
    "b": ("bold", _on),
    "i": ("italic", _on),
    "strike": ("strike", _on),
    "u": ("underline", lambda element: element.get(VAL) not in {None, "none"}),
    "sz": ("size", lambda element: (number(element, "val") or 20) / 2),
    "color": ("colour", lambda element: colour_of(element.get(VAL))),
    "highlight": ("shade", lambda element: _HIGHLIGHTS.get(element.get(VAL, ""), "")),
    "shd": ("shade", lambda element: colour_of(element.get(W + "fill"), "")),
    "vertAlign": ("rise", lambda element: "" if element.get(VAL) == "baseline" else element.get(VAL, "")),
}


def paragraph_says(properties: Element | None) -> Said:
    """Read what a `w:pPr` says, but for its style and its list."""
    said: Said = {}
    for child in () if properties is None else properties:
        kind = ooxml.local_name(child)
        if kind == "ind":
            _indents(child, said)
        elif kind == "spacing":
            _spacing(child, said)
        elif kind in _SWITCHES:
            said[_SWITCHES[kind]] = _on(child)
        elif kind in _PARAGRAPH:
            key, read = _PARAGRAPH[kind]
            said[key] = read(child)
    return said


_SWITCHES = {
    "contextualSpacing": "contextual",
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break_before",
    "widowControl": "widows",
}


def _indents(element: Element, said: Said) -> None:
    for key, names in {"left": ("left", "start"), "right": ("right", "end")}.items():
        for attribute in names:
            value = number(element, attribute)
            if value is not None:
                said[key] = value * TWIP
    hanging, first = number(element, "hanging"), number(element, "firstLine")
    if hanging is not None:
        said["first"] = -hanging * TWIP
    elif first is not None:
        said["first"] = first * TWIP


def _spacing(element: Element, said: Said) -> None:
    for attribute in ("before", "after"):
        value = number(element, attribute)
        if value is not None:
            said[attribute] = value * TWIP
        if element.get(W + attribute + "Autospacing") in {"1", "true", "on"}:
            said[attribute] = 14.0  # what Word makes of "automatic"
    line = number(element, "line")
    if line is not None:
        rule = element.get(W + "lineRule", "auto")
        said["rule"] = rule
        said["line"] = line / 240 if rule == "auto" else line * TWIP


def _tab_stops(element: Element) -> dict[float, TabStop | None]:
    stops: dict[float, TabStop | None] = {}
    for tab in element:
        at = (number(tab, "pos") or 0) * TWIP
        align = {"start": "left", "end": "right", "num": "left"}.get(tab.get(VAL, ""), tab.get(VAL, "left"))
        stops[at] = None if align == "clear" else TabStop(at, align, tab.get(W + "leader", ""))
    return stops


def edges(element: Element | None) -> dict[str, Edge | None]:
    """Read the sides of a border (`w:pBdr`, `w:tblBorders`, `w:tcBorders`); a side set to none is None."""
    sides: dict[str, Edge | None] = {}
    for side in () if element is None else element:
        key = {"start": "left", "end": "right"}.get(ooxml.local_name(side), ooxml.local_name(side))
        if key not in _SIDES:
            continue
        if side.get(VAL) in {"nil", "none", None}:
            sides[key] = None
        else:
            width = (number(side, "sz") or 4) / 8
            sides[key] = Edge(width, colour_of(side.get(W + "color")), float(number(side, "space") or 0))
    return sides


def list_said(properties: Element | None) -> tuple[str | None, int | None]:
    """Read the list and the level a `w:pPr` names."""
    numbering = None if properties is None else properties.find(W + "numPr")
    if numbering is None:
        return None, None
    level = value_of(numbering, "ilvl")
    return value_of(numbering, "numId"), int(level) if level and level.isdecimal() else None


_PARAGRAPH: Final[Mapping[str, tuple[str, Callable[[Element], Any]]]] = {
    "jc": ("align", lambda element: _ALIGNMENTS.get(element.get(VAL, ""), element.get(VAL, "left"))),
    "outlineLvl": ("outline", lambda element: number(element, "val")),
    "tabs": ("tabs", _tab_stops),
    "pBdr": ("borders", edges),
    "shd": ("shade", lambda element: colour_of(element.get(W + "fill"), "")),
}


def lay_over(base: Said, over: Said) -> Said:
    """Lay one level over another; tab stops and borders are laid side by side."""
    merged = {**base, **over}
    for key in ("tabs", "borders"):
        if key in base and key in over:
            merged[key] = {**base[key], **over[key]}
    return merged


def paragraph_look(said: Said, style: str, numbered: tuple[str, int] | None) -> ParagraphLook:
    """Freeze what all levels said of a paragraph."""
    plain = {key: value for key, value in said.items() if key not in {"tabs", "borders"}}
    tabs = tuple(said["tabs"][at] for at in sorted(said.get("tabs", {})) if said["tabs"][at] is not None)
    borders = tuple((side, edge) for side, edge in said.get("borders", {}).items() if edge is not None)
    return ParagraphLook(**plain, style=style, tabs=tabs, borders=borders, numbered=numbered)
