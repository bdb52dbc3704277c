"""The parts that several letters share, each a .docx of its own, put where a template calls them."""

import copy
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from casedesk.documents import ooxml
from casedesk.documents.ooxml import Docx, Element, W, local_name, name, pack, unpack
from casedesk.documents.package_check import package_faults
from casedesk.errors import PackProblem
from casedesk.translate import _

_CALL: Final = re.compile(r"\{%p\s+clause\s+([^\s%]+)\s*%\}")
_NAME: Final = re.compile(r"[a-z0-9_]{1,60}")
_RELATED: Final = f"{{{ooxml.NAMESPACES['r']}}}"
_STYLED: Final = ("pStyle", "rStyle", "tblStyle")


def expanded(docx: bytes, clauses: Mapping[str, bytes], switchable: Collection[str] = ()) -> bytes:
    """Replace each paragraph `{%p clause name %}` by the text of the clause of that name, a .docx.

    A clause named in `switchable` is there only when `clauses.name` is chosen. A template that calls none is given
    back as it is.

    Raises:
        PackProblem: a clause is missing, cannot be read, or does not fit the template.
    """
    opened = Docx(docx)
    body = opened.body()
    calls = [] if body is None else [(one, _called(one)) for one in body.iter(W + "p") if _called(one)]
    if not calls:
        return docx
    styles = frozenset(_styles(opened))
    for paragraph, called in calls:
        blocks = _clause(clauses, called, styles)
        if called in switchable:
            opening, closing = copy.deepcopy(paragraph), copy.deepcopy(paragraph)
            _say(opening, f"{{%p if clauses.{called} %}}")
            _say(closing, "{%p endif %}")
            blocks = [opening, *blocks, closing]
        for block in blocks:
            paragraph.addprevious(block)
        paragraph.getparent().remove(paragraph)
    parts = unpack(docx)
    parts[opened.main] = ooxml.serialise(opened.tree(opened.main))
    return pack(parts)


def _called(paragraph: Element) -> str:
    """Name the clause a paragraph calls; empty when it calls none."""
    match = _CALL.fullmatch("".join(text.text or "" for text in paragraph.iter(W + "t")).strip())
    return match[1] if match else ""


def _say(paragraph: Element, words: str) -> None:
    """Put other words in a paragraph that called a clause."""
    texts = list(paragraph.iter(W + "t"))
    texts[0].text = words
    for rest in texts[1:]:
        rest.text = ""


def _clause(clauses: Mapping[str, bytes], called: str, styles: "frozenset[_Style]") -> list[Element]:
    """Give fresh copies of the blocks of a clause."""
    if not _NAME.fullmatch(called):
        raise _problem(called, _("the name of a clause is made of small letters, digits and _"))
    content = clauses.get(called)
    if content is None:
        raise _problem(called, _("this clause is not in the folder of clauses"))
    return [copy.deepcopy(block) for block in _blocks(called, content, styles)]


@dataclass(frozen=True, slots=True)
class _Style:
    """A style of a letter or of a clause. Word and LibreOffice number styles anew, but keep their names."""

    id: str
    name: str
    counts: bool  # it numbers its paragraphs by itself


@lru_cache(maxsize=128)
def _blocks(called: str, content: bytes, styles: frozenset[_Style]) -> tuple[Element, ...]:
    """Read a clause once; refuse what would not be the same in the letter."""
    for fault in package_faults(content):
        raise _problem(called, f"{fault.what} {fault.cure}")
    opened = Docx(content)
    body = opened.body()
    blocks = [] if body is None else [one for one in body if local_name(one) != "sectPr"]
    names = {style.id: style.name for style in _styles(opened)}
    known = {style.name: style for style in styles} | {style.id: style for style in styles}
    for block in blocks:
        for element in list(block.iter()):
            _fit(called, element, names, known)
    return tuple(blocks)


def _fit(called: str, element: Element, names: Mapping[str, str], known: Mapping[str, _Style]) -> None:
    """Give an element of a clause the styles of the letter, by their names; refuse what the letter does not have."""
    kind = local_name(element)
    if any(str(key).startswith(_RELATED) for key in element.attrib):
        raise _problem(called, _("a clause holds text only: no picture, no link"))
    if kind == "p" and _called(element):
        raise _problem(called, _("a clause may not call another clause"))
    if kind in _STYLED:
        own = element.get(name("w:val"), "")
        style = known.get(names.get(own, own))
        if style is None:
            raise _problem(called, _("the style “{style}” is not in the letter").format(style=names.get(own, own)))
        element.set(name("w:val"), style.id)
    if kind == "numPr":  # LibreOffice says again by hand what the style says
        own = ooxml.value_of(element.getparent(), "pStyle") or ""
        style = known.get(own)
        if style is None or not style.counts:
            raise _problem(called, _("a clause numbers its lists by their style, not by hand"))
        element.getparent().remove(element)


def _styles(opened: Docx) -> Iterator[_Style]:
    sheet = opened.beside("styles")
    for style in () if sheet is None else sheet.iter(W + "style"):
        own = style.get(name("w:styleId"), "")
        yield _Style(own, ooxml.value_of(style, "name") or own, style.find(f"{W}pPr/{W}numPr") is not None)


def _problem(called: str, expected: str) -> PackProblem:
    return PackProblem(f"clauses/{called}.docx", "", "", expected)
