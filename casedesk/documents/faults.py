"""What is wrong with a template: where, what, and how to cure it."""

import posixpath
import re
from dataclasses import dataclass

from casedesk.documents.ooxml import NAMESPACES, Element, local_name
from casedesk.translate import _, pgettext

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing a jurist can mend in Word or LibreOffice; the three texts are whole and translated."""

    place: str
    what: str
    cure: str


def part_in_words(part: str) -> str:
    """Name a part of the document the way a person sees it; an unusual one by its name in the zip."""
    file = posixpath.basename(part)
    if re.fullmatch(r"document\d*\.xml", file):
        return pgettext("part of a document", "body")
    if re.fullmatch(r"header\d*\.xml", file):
        return pgettext("part of a document", "header")
    if re.fullmatch(r"footer\d*\.xml", file):
        return pgettext("part of a document", "footer")
    if re.fullmatch(r"(foot|end)notes\d*\.xml", file):
        return pgettext("part of a document", "notes")
    if part.startswith("docProps/"):
        return _("properties of the document")
    return part


def quoted(text: str) -> str:
    """Shorten a text so that it can be found again by eye."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1].rstrip() + "…"


def place_of(part: str, element: Element) -> str:
    """Say where an element stands: the part, and the beginning of its paragraph when there is one."""
    around = element
    while around is not None and local_name(around) not in {"p", "tbl", "body", "hdr", "ftr"}:
        around = around.getparent()
    text = ""
    if around is not None and local_name(around) in {"p", "tbl"}:
        text = quoted("".join(t.text or "" for t in around.iter("{" + NAMESPACES["w"] + "}t")))
    if not text:
        return part_in_words(part)
    return _("{part}, near “{text}”").format(part=part_in_words(part), text=text)
