"""A .docx template filled with what a letter is told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateRuntimeError

from casedesk.documents import ooxml
from casedesk.documents.sandbox import Sandbox, harmless
from casedesk.translate import _

PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
LONGEST_PROPERTY = 255  # characters; the format allows no more


@dataclass(frozen=True, slots=True)
class Source:
    """One piece of a template as the template language reads it; `part` is its name in the zip."""

    part: str
    text: str


@lru_cache(maxsize=64)
def _as_template(xml: str) -> str:
    """Join split tags and lift `{%p`, `{%tr` out of the XML, as docxtpl does; each paragraph starts a line."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", DocxTemplate.patch_xml(None, xml))


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """A template that is only ever read and rendered through the sandbox it was given."""

    def __init__(self, docx: bytes, language: Sandbox) -> None:
        super().__init__(BytesIO(docx))
        self._language = language

    def patch_xml(self, src_xml: str) -> str:
        """Patch once what is patched again at every letter."""
        return _as_template(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Any = None) -> str:
        """Fill one part; a text that happens to read `{_{` stays what it is."""
        self.current_rendering_part = part
        language = jinja_env or self._language
        filled = language.write(src_xml, context)
        resolved: str = self.resolve_listing(re.sub(r"\n<w:p([ >])", r"<w:p\1", filled))
        return resolved

    def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Fill the properties that hold a tag, through the same door as the text."""
        language = jinja_env or self._language
        for name in PROPERTIES:
            written = getattr(self.docx.core_properties, name)
            if "{" in written:
                setattr(self.docx.core_properties, name, language.write(written, context)[:LONGEST_PROPERTY])

    def fix_tables(self, xml: str) -> Any:
        """Parse strictly: what a template breaks must be said, not repaired by dropping text."""
        try:
            return ooxml.parse(xml.encode())
        except ooxml.XmlError as error:
            raise TemplateRuntimeError(_("Once filled, the template is no longer a readable document.")) from error

    def fill(self, context: Mapping[str, Any]) -> bytes:
        """Fill body, headers, footers, footnotes and properties.

        Raises:
            jinja2.TemplateError: the template asks for something unknown or refused.
        """
        self.render(harmless(context), jinja_env=self._language)
        out = BytesIO()
        self.save(out)
        return out.getvalue()

    def undeclared(self) -> frozenset[str]:
        """List the top-level names the template asks for."""
        return frozenset(self.get_undeclared_template_variables(jinja_env=self._language))

    def sources(self) -> Iterator[Source]:
        """Give every piece that `fill` would render, exactly as it would be read."""
        self.init_docx()
        yield Source(str(self.docx.part.partname).lstrip("/"), self.patch_xml(self.get_xml()))
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _key, part in self.get_headers_footers(uri):
                yield Source(str(part.partname).lstrip("/"), self.patch_xml(self.get_part_xml(part)))
        for part in self.docx.part.package.parts:
            if part.content_type.endswith("wordprocessingml.footnotes+xml"):
                yield Source(str(part.partname).lstrip("/"), self.patch_xml(part.blob.decode("utf-8")))
        for name in PROPERTIES:
            yield Source("docProps/core.xml", getattr(self.docx.core_properties, name))
