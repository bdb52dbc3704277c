"""The parts that several letters share, each a .docx of its own, put where a template calls them."""

import copy
import re
from collections.abc import Collection, Mapping
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
    styles = _styles(opened)
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


def _clause(clauses: Mapping[str, bytes], called: str, styles: frozenset[str]) -> list[Element]:
    """Give fresh copies of the blocks of a clause."""
    if not _NAME.fullmatch(called):
        raise _problem(called, _("the name of a clause is made of small letters, digits and _"))
    content = clauses.get(called)
    if content is None:
        raise _problem(called, _("this clause is not in the folder of clauses"))
    return [copy.deepcopy(block) for block in _blocks(called, content, styles)]


@lru_cache(maxsize=128)
def _blocks(called: str, content: bytes, styles: frozenset[str]) -> tuple[Element, ...]:
    """Read a clause once; refuse what would not be the same in the letter."""
    for fault in package_faults(content):
        raise _problem(called, f"{fault.what} {fault.cure}")
    body = Docx(content).body()
    blocks = [] if body is None else [one for one in body if local_name(one) != "sectPr"]
    for block in blocks:
        for element in block.iter():
            _refuse_foreign(called, element, styles)
    return tuple(blocks)


def _refuse_foreign(called: str, element: Element, styles: frozenset[str]) -> None:
    kind = local_name(element)
    if any(str(key).startswith(_RELATED) for key in element.attrib):
        raise _problem(called, _("a clause holds text only: no picture, no link"))
    if kind == "numPr":
        raise _problem(called, _("a clause numbers its lists by their style, not by hand"))
    if kind == "p" and _called(element):
        raise _problem(called, _("a clause may not call another clause"))
    if kind in _STYLED and element.get(name("w:val")) not in styles:
        told = _("the style “{style}” is not in the letter").format(style=element.get(name("w:val")))
        raise _problem(called, told)


def _styles(opened: Docx) -> frozenset[str]:
    sheet = opened.beside("styles")
    return frozenset() if sheet is None else frozenset(one.get(name("w:styleId")) for one in sheet.iter(W + "style"))


def _problem(called: str, expected: str) -> PackProblem:
    return PackProblem(f"clauses/{called}.docx", "", "", expected)
