"""The styles of a .docx, resolved through `basedOn` and the document's defaults, each once."""

from collections.abc import Mapping

from casedesk.documents.ooxml import Docx, Element, W, name, value_of
from casedesk.documents.word.looks import (
    ParagraphLook,
    RunLook,
    Said,
    lay_over,
    list_said,
    paragraph_look,
    paragraph_says,
    run_says,
)
from casedesk.documents.word.numbering import Numbering

_LONGEST_CHAIN = 20


class Styles:
    """Answers how a paragraph and a run look. `numbering` is asked for the indents of lists."""

    def __init__(self, docx: Docx, numbering: Numbering) -> None:
        root = docx.beside("styles")
        self._numbering = numbering
        self.theme = _theme_fonts(docx.beside("theme"))
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._paragraphs: dict[str, tuple[Said, Said, str | None, int]] = {}
        self._runs: dict[str, Said] = {}
        self._looks: dict[tuple[object, ...], RunLook] = {}
        self._base_run: Said = {}
        self._base_paragraph: Said = {}
        settings = docx.beside("settings")
        if settings is not None and settings.find(f"{W}compat/{W}doNotUseHTMLParagraphAutoSpacing") is not None:
            self._base_paragraph["adds"] = True
        if root is None:
            return
        for style in root.iter(W + "style"):
            identity = style.get(W + "styleId", "")
            self._styles[identity] = style
            if style.get(W + "default") in {"1", "true", "on"}:
                self._default[style.get(W + "type", "")] = identity
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            self._base_run = run_says(defaults.find(f"{W}rPrDefault/{W}rPr"), self.theme)
            self._base_paragraph |= paragraph_says(defaults.find(f"{W}pPrDefault/{W}pPr"))

    def _chain(self, identity: str) -> list[Element]:
        """Give a style and those it is based on, the most general first."""
        chain: list[Element] = []
        while identity in self._styles and len(chain) < _LONGEST_CHAIN:
            style = self._styles[identity]
            chain.insert(0, style)
            identity = value_of(style, "basedOn") or ""
        return chain

    def _style_says(self, identity: str) -> tuple[Said, Said, str | None, int]:
        """Resolve a paragraph style, once: what it says of paragraphs and runs, and the list it belongs to."""
        known = self._paragraphs.get(identity)
        if known is None:
            paragraph: Said = {}
            run: Said = {}
            list_id: str | None = None
            level = 0
            for style in self._chain(identity):
                properties = style.find(W + "pPr")
                own_list, own_level = list_said(properties)
                list_id = list_id if own_list is None else own_list
                level = level if own_level is None else own_level
                if own_list is not None or own_level is not None:
                    paragraph = lay_over(paragraph, self._numbering.paragraph_says(list_id, level))
                paragraph = lay_over(paragraph, paragraph_says(properties))
                run = lay_over(run, run_says(style.find(W + "rPr"), self.theme))
            known = self._paragraphs[identity] = (paragraph, run, list_id, level)
        return known

    def style_of(self, properties: Element | None) -> str:
        """Name the style of a paragraph: its own, or the default one."""
        own = None if properties is None else value_of(properties, "pStyle")
        return own if own in self._styles else self._default.get("paragraph", "")

    def paragraph(self, properties: Element | None, around: Said | None = None) -> ParagraphLook:
        """Resolve how a paragraph is set. `around` is what the style of its table says."""
        style = self.style_of(properties)
        said, _run, list_id, level = self._style_says(style)
        whole = lay_over(lay_over(self._base_paragraph, around or {}), said)
        own_list, own_level = list_said(properties)
        if own_list is not None or own_level is not None:
            list_id = list_id if own_list is None else own_list
            level = level if own_level is None else own_level
            whole = lay_over(whole, self._numbering.paragraph_says(list_id, level))
        whole = lay_over(whole, paragraph_says(properties))
        numbered = (list_id, level) if list_id and self._numbering.has(list_id, level) else None
        return paragraph_look(whole, style, numbered)

    def run_base(self, paragraph_properties: Element | None, around: Said | None = None) -> Said:
        """Say what a paragraph's style and its table say of the runs inside."""
        style_run = self._style_says(self.style_of(paragraph_properties))[1]
        return lay_over(lay_over(self._base_run, around or {}), style_run)

    def run_says(self, properties: Element | None) -> Said:
        """Say what a run says for itself: its character style, then its own properties."""
        if properties is None:
            return {}
        style = value_of(properties, "rStyle")
        own = run_says(properties, self.theme)
        return lay_over(self._character(style), own) if style else own

    def look(self, base: Said, own: Said) -> RunLook:
        """Freeze how a run is drawn; equal runs share one look."""
        whole = {**base, **own}
        key = tuple(sorted(whole.items()))
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = RunLook(**whole)
        return known

    def _character(self, identity: str) -> Said:
        known = self._runs.get(identity)
        if known is None:
            known = {}
            for style in self._chain(identity):
                known = lay_over(known, run_says(style.find(W + "rPr"), self.theme))
            self._runs[identity] = known
        return known

    def table_chain(self, identity: str | None) -> list[Element]:
        """Give a table style and those it is based on; the default table style when none is named."""
        return self._chain(identity or self._default.get("table", ""))


def _theme_fonts(theme: Element | None) -> Mapping[str, str]:
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("minor", "major"):
        latin = theme.find(f".//{name('a:' + kind + 'Font')}/{name('a:latin')}")
        face = "" if latin is None else latin.get("typeface", "")
        for script in ("HAnsi", "Ascii"):
            fonts[kind + script] = face
    return fonts
