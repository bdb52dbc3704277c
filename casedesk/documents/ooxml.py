"""What a .docx is made of: parts in a zip, relations between them, XML inside."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]  # ships no types; this is the only door to it

Element = Any
"""An lxml element: the library ships no types."""

NAMESPACES: Final[Mapping[str, str]] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
CONTENT_TYPES: Final = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
XmlError = etree.XMLSyntaxError


def name(short: str) -> str:
    """Spell `w:p` the way lxml does: `{http://…}p`."""
    prefix, _, local = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


W: Final = "{" + NAMESPACES["w"] + "}"
VAL: Final = W + "val"
_OFF = {"0", "false", "off", "none"}


def parse(content: bytes) -> Element:
    """Parse XML without entities, DTD or network.

    Raises:
        XmlError: the bytes are no well-formed XML.
    """
    return etree.fromstring(content, _PARSER)


def serialise(root: Element) -> bytes:
    """Write XML the way Word does, always in UTF-8."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def make(short: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Make an element; attribute names are given short too (`w:val`)."""
    return etree.Element(name(short), {name(key): value for key, value in (attributes or {}).items()})


def local_name(element: Element) -> str:
    """Give the name without its namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def strip(root: Element, *kinds: str) -> None:
    """Take away comments and instructions to programs, which nobody sees, and the elements of some kinds."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    if kinds:
        etree.strip_elements(root, *kinds, with_tail=False)


def value_of(parent: Element, child: str) -> str | None:
    """Read `w:val` of a child (`jc`, `numId` …), None without that child."""
    found = parent.find(W + child)
    return None if found is None else (found.get(VAL) or "")


def is_on(parent: Element, child: str) -> bool | None:
    """Read a yes/no child: absent None, present yes unless it says no."""
    found = parent.find(W + child)
    return None if found is None else found.get(VAL, "1") not in _OFF


def number(element: Element | None, attribute: str) -> int | None:
    """Read a whole number of twips (or half-points …) from `w:attribute`; None when absent or not a number."""
    raw = None if element is None else element.get(W + attribute)
    match = re.match(r"-?[0-9]{1,9}", raw) if raw else None
    return int(match.group()) if match else None


@dataclass(frozen=True, slots=True)
class Relation:
    """An arrow from a part to another part, or to somewhere outside."""

    id: str
    kind: str  # last word of its type: header, image, hyperlink …
    target: str  # name of the part inside the zip, or the address when external
    external: bool


def relations_name(part: str) -> str:
    """Give the name of the part that holds the relations of `part`; an empty part is the package itself."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


class Docx:
    """A .docx opened for reading; parts and trees are read once."""

    def __init__(self, content: bytes) -> None:
        """Open the zip.

        Raises:
            zipfile.BadZipFile: the bytes are no zip.
        """
        self._zip = zipfile.ZipFile(BytesIO(content))
        self.names: tuple[str, ...] = tuple(info.filename for info in self._zip.infolist())
        self._trees: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}

    def read(self, part: str) -> bytes:
        """Read a part as it is. A part that is not there is a KeyError."""
        return self._zip.read(part)

    def tree(self, part: str) -> Element | None:
        """Parse a part; None when it is not there."""
        if part not in self._trees:
            self._trees[part] = parse(self.read(part)) if part in self.names else None
        return self._trees[part]

    def relations(self, part: str) -> dict[str, Relation]:
        """Read the relations of a part (empty name: of the package), by id."""
        if part not in self._relations:
            root = self.tree(relations_name(part))
            folder = posixpath.dirname(part)
            found = {}
            for entry in () if root is None else root.iter(name("rel:Relationship")):
                external = entry.get("TargetMode") == "External"
                target = entry.get("Target", "")
                if not external:
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = entry.get("Type", "").rpartition("/")[2]
                found[entry.get("Id", "")] = Relation(entry.get("Id", ""), kind, target, external)
            self._relations[part] = found
        return self._relations[part]

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Name the parts of one kind (`header`, `styles` …) that `part` points at."""
        arrows = self.relations(part).values()
        return tuple(a.target for a in arrows if a.kind == kind and not a.external and a.target in self.names)

    @property
    def main(self) -> str:
        """Name of the part that holds the text; empty when there is none."""
        return next(iter(self.related("", "officeDocument")), "")

    def beside(self, kind: str) -> Element | None:
        """Parse the one part of a kind (`styles`, `numbering`, `settings`, `theme`) the text points at."""
        found = self.related(self.main, kind)
        return self.tree(found[0]) if found else None

    def body(self) -> Element:
        """Give the body of the text."""
        root = self.tree(self.main)
        return None if root is None else root.find(W + "body")


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Zip parts so that the same parts always give the same bytes: fixed order, date and rights."""
    first = (CONTENT_TYPES, "_rels/.rels")
    order = [part for part in first if part in parts] + sorted(set(parts) - set(first))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in order:
            info = zipfile.ZipInfo(part, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[part], compresslevel=6)
    return out.getvalue()


def unpack(docx: bytes) -> dict[str, bytes]:
    """Read every part of a .docx."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {part: archive.read(part) for part in archive.namelist() if not part.endswith("/")}
