"""The tags of a template read through the allow-list, exactly as they would be rendered."""

import re
from collections.abc import Iterator
from zipfile import BadZipFile

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from casedesk.documents.faults import Fault, part_in_words, place_of, quoted
from casedesk.documents.fill import Source, Template
from casedesk.documents.ooxml import Docx, Element, W
from casedesk.documents.sandbox import LetterLanguage
from casedesk.translate import _

_RAW = re.compile(r"\{\{(?:r|p|tr|tc)\s|\{%tc\s|\{%-?\s*(?:hm|vm|colspan|cellbg)\b")
_ALONE = re.compile(r"\{%(p|tr)\s")
_TAG = re.compile(r"\{[{%#]|[%}#]\}")
_WORDS = frozenset({W + "t"})
_ONE_TAG = re.compile(r"\s*\{%(?:(?!%\}).)*%\}\s*", re.DOTALL)


def tag_faults(docx: bytes) -> Iterator[Fault]:
    """List the tags that are refused or cannot be read. The package must have been judged safe before."""
    language = LetterLanguage()
    try:
        sources = tuple(Template(docx, language).sources())
    except (KeyError, ValueError, BadZipFile):
        yield Fault(
            _("the whole document"),
            _("A part of the document is damaged and cannot be read."),
            _("Open it in Word or LibreOffice, check it, and save it again as .docx."),
        )
        return
    opened = Docx(docx)
    for part in (opened.main, *opened.related(opened.main, "header"), *opened.related(opened.main, "footer")):
        root = opened.tree(part)
        if root is not None:
            yield from _hidden_faults(part, root)
            for paragraph in root.iter(W + "p"):
                yield from _placing_faults(part, paragraph)
    for source in sources:
        if "{" in source.text:
            yield from _source_faults(language, source)


def _hidden_faults(part: str, root: Element) -> Iterator[Fault]:
    """Refuse tags anywhere but in the text: where Word shows nothing, nobody would see what they write."""
    for element in root.iter():
        said = "" if element.tag in _WORDS else element.text or ""
        if any(_TAG.search(text) for text in (said, element.tail or "", *element.attrib.values())):
            yield Fault(
                place_of(part, element),
                _("A tag stands where Word shows no text."),
                _("Copy the text into a new document, without its layout."),
            )


def _placing_faults(part: str, paragraph: Element) -> Iterator[Fault]:
    """Judge the tags that stand for a whole paragraph or row: what stands beside them would vanish."""
    text = _text(paragraph)
    if _RAW.search(text):
        yield Fault(
            place_of(part, paragraph),
            _("A tag writes into the construction of the document."),
            _("Write {tags}.").format(tags="{{ name }}, {%p … %}, {%tr … %}"),
        )
    lonely = _ALONE.search(text)
    if not lonely:
        return
    around = paragraph
    while lonely.group(1) == "tr" and around is not None and around.tag != W + "tr":
        around = around.getparent()
    if around is None or not _ONE_TAG.fullmatch(_text(around)):
        yield Fault(
            place_of(part, paragraph),
            _("The text beside this tag would vanish from the letter."),
            _("Give the tag a paragraph, or a row of the table, of its own."),
        )


def _text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def _source_faults(language: LetterLanguage, source: Source) -> Iterator[Fault]:
    try:
        refused = language.refused(source.text)
    except TemplateSyntaxError as error:
        yield Fault(
            place_in(source, error.lineno),
            _("A tag cannot be read."),
            _("Look for a missing brace, a missing end ({tags}) or a misspelt word.").format(
                tags="{% endif %}, {% endfor %}"
            ),
        )
        return
    except (RecursionError, SecurityError):
        yield Fault(
            part_in_words(source.part),
            _("The tags of the template are nested too deeply."),
            _("Write it more simply."),
        )
        return
    for refusal in refused:
        yield Fault(place_in(source, refusal.line), refusal.what, refusal.cure)


def place_in(source: Source, line: int) -> str:
    """Say where a line of a source stands, by its words."""
    lines = source.text.splitlines()
    text = quoted(re.sub(r"<[^>]*>", "", lines[line - 1])) if 0 < line <= len(lines) else ""
    part = part_in_words(source.part)
    return _("{part}, near “{text}”").format(part=part, text=text) if text else part
