"""Everything that keeps a .docx from being a good template, each fault with its place and its cure."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casedesk.documents import ooxml
from casedesk.documents.drawn_check import drawn_faults
from casedesk.documents.faults import Fault, part_in_words, place_of
from casedesk.documents.ooxml import NAMESPACES, Docx, Element, W, local_name, value_of
from casedesk.documents.package_check import package_faults
from casedesk.translate import N_, _, language

# What the PDF draws, and what it may leave out without a word or a mark being lost.
_BLOCKS: Final = "body hdr ftr p tbl tblPr tblGrid gridCol tr trPr tc tcPr sdt sdtPr sdtEndPr sdtContent sectPr"
_RUNS: Final = "r t tab br cr noBreakHyphen softHyphen fldChar instrText fldSimple hyperlink drawing pPr rPr tblPrEx"
_SILENT: Final = "bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak permStart permEnd smartTag smartTagPr"
_PARAGRAPH: Final = (
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr ilvl numId pBdr shd tabs tab suppressAutoHyphens "
    "spacing ind contextualSpacing jc outlineLvl top left bottom right between bar textAlignment adjustRightInd "
    "suppressLineNumbers snapToGrid kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN mirrorIndents "
    "suppressOverlap cnfStyle divId"
)
_CHARACTER: Final = (
    "rStyle rFonts b bCs i iCs strike color sz szCs u shd highlight vertAlign lang noProof kern webHidden bdr "
    "spacing w position snapToGrid rtl cs em eastAsianLayout specVanish effect"
)
_TABLE: Final = (
    "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook insideH insideV start end shd tblCellSpacing "
    "tblCaption tblDescription tblStyleRowBandSize tblStyleColBandSize tcW gridSpan vMerge tcBorders tcMar vAlign "
    "noWrap hideMark tcFitText tblHeader cantSplit trHeight gridBefore gridAfter wBefore wAfter cnfStyle tl2br tr2bl"
)
_SECTION: Final = (
    "headerReference footerReference type pgSz pgMar pgNumType cols col titlePg docGrid formProt noEndnote bidi "
    "footnotePr endnotePr paperSrc pos numFmt numStart numRestart vAlign lnNumType textDirection"
)
_CHILDREN_NOT_LOOKED_INTO: Final = frozenset({"sdtPr", "sdtEndPr", "smartTagPr", "drawing"})
_KNOWN: Final = frozenset(
    word for row in (_BLOCKS, _RUNS, _SILENT, _PARAGRAPH, _CHARACTER, _TABLE, _SECTION) for word in row.split()
)

_TRACKED = (N_("A tracked change is left in the text."), N_("Accept or refuse all changes, then save."))
_COMMENT = (N_("A comment is left in the text."), N_("Delete all comments, then save."))
_BOX = (N_("A text box or a shape stands here; the PDF could not draw it."), N_("Put its text into the page itself."))
_NOTE = (N_("A note stands here; the PDF could not draw it."), N_("Write the note into the text."))
_CASE = (N_("Capitals are made by a text effect, and would be lost in the PDF."), N_("Type the capitals themselves."))
_HIDDEN = (N_("A hidden text stands here."), N_("Show it or delete it."))
_EQUATION = (N_("A formula stands here; the PDF could not draw it."), N_("Write it as text."))
_SYMBOL = (N_("A sign of a symbol font stands here."), N_("Insert the same sign from Noto Sans or Noto Serif."))
_FRAME = (N_("A paragraph is set in a frame; the PDF could not place it."), N_("Remove the frame; use an indent."))
_EXPLAINED: Final = {
    "ins": _TRACKED, "del": _TRACKED, "moveFrom": _TRACKED, "moveTo": _TRACKED, "pPrChange": _TRACKED,
    "rPrChange": _TRACKED, "sectPrChange": _TRACKED, "tblPrChange": _TRACKED, "tcPrChange": _TRACKED,
    "trPrChange": _TRACKED, "tblGridChange": _TRACKED, "numberingChange": _TRACKED, "cellIns": _TRACKED,
    "cellDel": _TRACKED, "moveFromRangeStart": _TRACKED, "moveToRangeStart": _TRACKED, "delText": _TRACKED,
    "commentRangeStart": _COMMENT, "commentRangeEnd": _COMMENT, "commentReference": _COMMENT,
    "AlternateContent": _BOX, "pict": _BOX, "txbxContent": _BOX,
    "footnoteReference": _NOTE, "endnoteReference": _NOTE, "footnoteRef": _NOTE,
    "caps": _CASE, "smallCaps": _CASE, "vanish": _HIDDEN, "sym": _SYMBOL, "framePr": _FRAME, "tblpPr": _FRAME,
    "oMath": _EQUATION, "oMathPara": _EQUATION,
}  # fmt: skip
_QUIET_AFTER: Final = frozenset({"moveFromRangeEnd", "moveToRangeEnd", "annotationRef", "separator"})
# Columns of a table, first number of a list, half-points, twentieths of a point: what Word itself takes at most.
_MOST: Final = {
    "gridSpan": 63,
    "start": 32_767,
    "startOverride": 32_767,
    "sz": 3_276,
    "pgSz": 31_680,
    "trHeight": 31_680,
}
_TEXT_PARTS: Final = ("header", "footer")


def template_faults(docx: bytes) -> tuple[Fault, ...]:
    """List every fault of a template; empty when letters may be made from it."""
    return _faults(docx, language())


@lru_cache(maxsize=32)
def _faults(docx: bytes, _spoken: str) -> tuple[Fault, ...]:
    """Judge a template once in each language."""
    dangers = package_faults(docx)
    if dangers:
        return dangers
    opened = Docx(docx)
    faults = [*_text_faults(opened), *drawn_faults(opened), *_number_faults(opened), *_settings_faults(opened)]
    return tuple(dict.fromkeys([*_language_faults(docx), *_stray_tag_faults(opened), *faults]))


def _text_faults(docx: Docx) -> Iterator[Fault]:
    """Walk body, headers and footers for what the PDF cannot draw."""
    parts = [docx.main] + [part for kind in _TEXT_PARTS for part in docx.related(docx.main, kind)]
    for part in parts:
        root = docx.tree(part)
        yield from _element_faults(docx, part, root if part != docx.main else docx.body())


def _element_faults(docx: Docx, part: str, element: Element) -> Iterator[Fault]:
    for child in element:
        kind = local_name(child)
        if kind in _EXPLAINED:
            what, cure = _EXPLAINED[kind]
            yield Fault(place_of(part, child), _(what), _(cure))
        elif not kind or kind in _QUIET_AFTER or not _is_words(child):
            continue  # extensions of later Word versions: rendering ignores them as Word itself does
        elif kind not in _KNOWN:
            yield Fault(
                place_of(part, child),
                _("“{kind}” stands here; the PDF could not draw it.").format(kind=kind),
                _("Remove it, or write it as plain text."),
            )
        else:
            yield from _particular_faults(docx, part, child, kind)
            if kind not in _CHILDREN_NOT_LOOKED_INTO:
                yield from _element_faults(docx, part, child)


def _is_words(element: Element) -> bool:
    """Say whether an element belongs to the text itself, or to mathematics or compatibility marks."""
    namespace = element.tag.partition("}")[0].lstrip("{")
    return namespace == NAMESPACES["w"] or local_name(element) in _EXPLAINED


def _particular_faults(docx: Docx, part: str, element: Element, kind: str) -> Iterator[Fault]:
    """Judge what is known but not in every shape."""
    if kind == "tbl" and any(local_name(a) == "tc" for a in element.iterancestors()):
        yield Fault(
            place_of(part, element),
            _("A table stands inside a table; the PDF could not draw it."),
            _("Use one table, with merged cells if needed."),
        )
    elif kind == "cols" and (ooxml.number(element, "num") or 1) > 1:
        yield Fault(
            part_in_words(part),
            _("The text is set in columns; the PDF could not draw them."),
            _("Use one column, or a table without borders."),
        )
    elif kind == "br" and element.get(ooxml.name("w:type")) == "column":
        yield Fault(place_of(part, element), _("A column break stands here."), _("Delete it."))
    elif kind == "vAlign" and local_name(element.getparent()) == "sectPr" and element.get(ooxml.VAL) != "top":
        yield Fault(part_in_words(part), _("The page is centred from top to bottom."), _("Align the page to its top."))
    elif kind == "textDirection" and element.get(ooxml.VAL) != "lrTb":
        yield Fault(place_of(part, element), _("A text is turned."), _("Write it from left to right."))
    elif kind == "drawing":
        yield from _drawing_faults(docx, part, element)
    elif kind in {"fldSimple", "instrText"} and part == docx.main:
        yield Fault(
            place_of(part, element),
            _("A page number stands in the text itself."),
            _("Page numbers belong in the header or the footer."),
        )


def _drawing_faults(docx: Docx, part: str, drawing: Element) -> Iterator[Fault]:
    """Only a picture set in the line of text can be drawn."""
    pictures = drawing.findall(f"{ooxml.name('wp:inline')}//{ooxml.name('pic:pic')}")
    if len(pictures) != 1:
        yield Fault(
            place_of(part, drawing),
            _("A chart, a shape or a floating picture stands here; the PDF could not draw it."),
            _("Use a PNG or JPEG picture, placed “in line with text”."),
        )
        return
    blip = pictures[0].find(f".//{ooxml.name('a:blip')}")
    arrow = None if blip is None else docx.relations(part).get(blip.get(ooxml.name("r:embed"), ""))
    if arrow is None or arrow.external or arrow.target not in docx.names:
        yield Fault(place_of(part, drawing), _("A picture is not in the document itself."), _("Insert it again."))


def _settings_faults(docx: Docx) -> Iterator[Fault]:
    settings = docx.beside("settings")
    if settings is not None and value_of(settings, "trackRevisions") is not None:
        yield Fault(_("the whole document"), _("Changes are being tracked."), _("Stop tracking changes, then save."))
    if any("comments" in part for part in docx.names):
        yield Fault(_("the whole document"), _(_COMMENT[0]), _(_COMMENT[1]))


def _number_faults(docx: Docx) -> Iterator[Fault]:
    """Refuse numbers that no page knows: they cost hours to draw, and nobody would see why."""
    for part in docx.names:
        root = docx.tree(part) if part.endswith(".xml") else None
        for element in () if root is None else root.iter(*(W + kind for kind in _MOST)):
            kind = local_name(element)
            found = max(ooxml.number(element, attribute) or 0 for attribute in ("val", "w", "h"))
            if found > _MOST[kind]:
                yield Fault(
                    place_of(part, element),
                    _("A number of the layout makes no sense: {kind} = {number}.").format(kind=kind, number=found),
                    _("Copy the text into a new document, without its layout."),
                )


def _stray_tag_faults(docx: Docx) -> Iterator[Fault]:
    """A tag where letters are not filled in would be sent as it is."""
    filled = {docx.main, *docx.related(docx.main, "header"), *docx.related(docx.main, "footer")}
    for part in docx.names:
        if not part.endswith((".xml", ".rels")) or part in filled or part == "docProps/core.xml":
            continue
        content = docx.read(part)
        if b"{{" in content or b"{%" in content:
            yield Fault(
                part_in_words(part), _("A tag stands where letters are not filled in."), _("Remove it from there.")
            )


def _language_faults(docx: bytes) -> Iterator[Fault]:
    """Read every tag through the allow-list, exactly as it would be rendered."""
    from casedesk.documents.tag_check import tag_faults

    yield from tag_faults(docx)
