"""What stands in a template and would not come out of the PDF as Word shows it."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from casedesk.documents.faults import Fault, part_in_words, place_of
from casedesk.documents.ooxml import Docx, Element, W, is_on, local_name, value_of
from casedesk.documents.word.numbering import SPELT, Numbering
from casedesk.documents.word.story import goes_on, runs
from casedesk.documents.word.styles import Styles
from casedesk.translate import _

_SHOWN: Final = (W + "t", W + "drawing", W + "noBreakHyphen")
_EFFECTS: Final = ("caps", "smallCaps", "vanish")
_WHOLE_FIELD: Final = (["begin", "separate", "end"], ["begin", "end"])


def drawn_faults(docx: Docx) -> Iterator[Fault]:
    """Compare what a template holds with what the PDF would draw of it."""
    parts = [docx.main] + [part for kind in ("header", "footer") for part in docx.related(docx.main, kind)]
    texts = {part: docx.body() if part == docx.main else docx.tree(part) for part in parts}
    for part, root in texts.items():
        yield from _unreached(part, root)
        yield from _merged_away(part, root)
        yield from _broken_fields(part, root)
        yield from _unknown_signs(part, root)
    yield from _no_room(docx)
    yield from _effects_of_styles(docx, list(texts.values()))
    yield from _unknown_lists(docx, texts)


def _unreached(part: str, root: Element) -> Iterator[Fault]:
    """A text outside a run, a run outside a paragraph, a paragraph inside what holds none."""
    reached = set(runs(root))
    for element in root.iter(*_SHOWN):
        above = element.getparent()
        if above not in reached and not any(one in reached for one in above.iterancestors(W + "fldSimple")):
            yield Fault(
                place_of(part, element),
                _("A text or a picture stands where the PDF would not find it."),
                _("Cut it, and paste it back without its formatting."),
            )


def _merged_away(part: str, root: Element) -> Iterator[Fault]:
    for cell in root.iter(W + "tc"):
        if goes_on(cell) and next(cell.iter(*_SHOWN), None) is not None:
            yield Fault(
                place_of(part, cell),
                _("A merged cell hides a text."),
                _("Move the text into the first of the merged cells."),
            )


def _broken_fields(part: str, root: Element) -> Iterator[Fault]:
    for paragraph in root.iter(W + "p"):
        steps = [mark.get(W + "fldCharType", "") for mark in paragraph.iter(W + "fldChar")]
        while steps[:3] in _WHOLE_FIELD or steps[:2] in _WHOLE_FIELD:
            steps = steps[steps.index("end") + 1 :]
        if steps:
            yield Fault(place_of(part, paragraph), _("A page number is broken."), _("Delete it, then insert it again."))


def _unknown_signs(part: str, root: Element) -> Iterator[Fault]:
    """A sign without a glyph would come out as an empty box."""
    from casedesk.documents.pdf.fonts import face_for, marks

    faces = [face_for(font, bold=False, italic=False) for font in ("sans", "serif")]
    for text in root.iter(W + "t"):
        said = text.text or ""
        if said.isascii():
            continue
        unknown = {
            sign
            for sign in said
            if not (all(face.covers(sign) for face in faces) or marks().covers(sign))
            and unicodedata.category(sign) not in {"Cc", "Cf"}
        }
        if unknown:
            yield Fault(
                place_of(part, text),
                _("The PDF has no font for these signs: {signs}").format(signs=" ".join(sorted(unknown))),
                _("Write them otherwise."),
            )


def _no_room(docx: Docx) -> Iterator[Fault]:
    from casedesk.documents.pdf.flow import cramped

    if cramped(docx):
        yield Fault(
            _("the whole document"),
            _("The margins, the header and the footer leave no room for the text."),
            _("Make the margins narrower, or the header and the footer shorter."),
        )


def _effects_of_styles(docx: Docx, roots: list[Element]) -> Iterator[Fault]:
    """An effect refused in the text is refused in a style the text uses, too."""
    sheet = docx.beside("styles")
    if sheet is None:
        return
    styles = {style.get(W + "styleId", ""): style for style in sheet.iter(W + "style")}
    used = {value_of(named.getparent(), local_name(named)) or "" for root in roots for named in root.iter(*_NAMING)}
    used |= {name for name, style in styles.items() if style.get(W + "default") in {"1", "true", "on"}}
    seen: set[str] = set()
    while used:
        name = used.pop()
        if name in seen or name not in styles:
            continue
        seen.add(name)
        style = styles[name]
        used.add(value_of(style, "basedOn") or "")
        looks = [style, *style.iter(W + "rPr")]
        if (
            any(is_on(look, effect) for look in looks for effect in _EFFECTS)
            or style.find(f"{W}pPr/{W}framePr") is not None
        ):
            yield Fault(
                part_in_words(docx.main),
                _(
                    "The style “{style}” hides text, makes capitals or sets a frame; the PDF could not follow it."
                ).format(style=value_of(style, "name") or name),
                _("Change this style, or use another one."),
            )


_NAMING: Final = (W + "pStyle", W + "rStyle", W + "tblStyle")


def _unknown_lists(docx: Docx, texts: dict[str, Element]) -> Iterator[Fault]:
    numbering = Numbering(docx)
    styles = Styles(docx, numbering)
    for part, root in texts.items():
        for paragraph in root.iter(W + "p"):
            look = styles.paragraph(paragraph.find(W + "pPr"))
            kind = numbering.level(*look.numbered).kind if look.numbered else "none"
            if kind not in SPELT:
                yield Fault(
                    place_of(part, paragraph),
                    _("A list counts in a way the PDF does not know: {kind}.").format(kind=kind),
                    _("Number it with figures, letters or Roman numerals."),
                )
