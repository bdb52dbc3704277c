"""A .docx without a trace of who made it, when, or on what machine; the same content gives the same bytes."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import Final

from casedesk.documents import ooxml
from casedesk.documents.ooxml import CONTENT_TYPES, W, local_name, name, pack, unpack
from casedesk.documents.pictures import bare

NEUTRAL_DATE: Final = "2000-01-01T00:00:00Z"
_DROPPED: Final = re.compile(
    r"^(customXml/|docProps/(?!core\.xml$|app\.xml$)|docMetadata/|word/(people|comments\w*|webSettings)\.xml$|\[trash\]/)"
    r"|thumbnail|printerSettings",
    re.IGNORECASE,
)
_CORE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:language>{language}</dc:language><cp:revision>1</cp:revision>"
    f'<dcterms:created xsi:type="dcterms:W3CDTF">{NEUTRAL_DATE}</dcterms:created>'
    f'<dcterms:modified xsi:type="dcterms:W3CDTF">{NEUTRAL_DATE}</dcterms:modified></cp:coreProperties>'
)
_CORE_RELATION: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_SETTINGS_DROPPED: Final = frozenset(
    {"rsids", "attachedTemplate", "docVars", "mailMerge", "docId", "proofState", "trackRevisions", "hdrShapeDefaults"}
    | {"linkStyles", "revisionView", "saveThroughXslt", "activeWritingStyle", "writeProtection", "documentProtection"}
)
_ELEMENTS_DROPPED: Final = tuple(
    W + kind for kind in ("rsid", "permStart", "permEnd", "dataBinding")
)  # when it was written, who may edit it, what feeds a field
_TRACE = re.compile(r"^(rsid\w*|paraId|textId)$")
_PLACE = re.compile(r"[/\\]|^\w:|\.(png|jpe?g)$", re.IGNORECASE)


def clean(docx: bytes, *, title: str = "") -> bytes:
    """Rewrite a .docx: no author, one fixed date, no thumbnail, no revision marks, no custom XML, no path.

    Args:
        docx: a readable document.
        title: what its properties say it is; never a name.

    Returns:
        The cleaned document; the same input gives the same bytes.
    """
    parts = unpack(docx)
    language = language_of(docx)
    renamed = _renamed(part for part in parts if not _DROPPED.search(part))
    kept = {renamed[part]: content for part, content in parts.items() if part in renamed}
    for part, content in kept.items():
        if part.endswith(".rels"):
            kept[part] = _relations_kept(part, content, renamed)
        elif part.endswith(".xml") and part != CONTENT_TYPES:
            kept[part] = _without_traces(content)
        elif part.startswith("word/media/"):
            kept[part] = bare(content)
    _ensure_core(kept)
    untagged = title.translate({ord("{"): "(", ord("}"): ")"})  # or filling the letter would fill it in too
    kept["docProps/core.xml"] = _CORE.format(title=_escaped(untagged), language=language).encode()
    if "docProps/app.xml" in kept:
        kept["docProps/app.xml"] = _APP
    kept[CONTENT_TYPES] = _types_kept(kept[CONTENT_TYPES], {**renamed, "docProps/core.xml": "docProps/core.xml"})
    return pack(kept)


def _renamed(parts: Iterable[str]) -> dict[str, str]:
    """Give every part its name; a picture, which may bear one of a person, gets a number instead."""
    names: dict[str, str] = {}
    for part in sorted(parts):
        folder, _slash, file = part.rpartition("/")
        if folder == "word/media":
            names[part] = f"{folder}/image{sum(name.startswith('word/media/') for name in names) + 1}{_kind_of(file)}"
        else:
            names[part] = part
    return names


def _kind_of(file: str) -> str:
    return posixpath.splitext(file)[1].lower()


def _ensure_core(parts: dict[str, bytes]) -> None:
    """Give a document without properties the place for ours, or a library would write its own, with today's date."""
    package = ooxml.relations_name("")
    relations = ooxml.parse(parts[package])
    if not any(arrow.get("Type") == _CORE_RELATION for arrow in relations):
        arrow = ooxml.make("rel:Relationship")
        arrow.attrib.update({"Id": "rIdCore", "Type": _CORE_RELATION, "Target": "docProps/core.xml"})
        relations.append(arrow)
        parts[package] = ooxml.serialise(relations)
    types = ooxml.parse(parts[CONTENT_TYPES])
    if not any(entry.get("PartName") == "/docProps/core.xml" for entry in types):
        entry = ooxml.make("ct:Override")
        entry.attrib.update({"PartName": "/docProps/core.xml", "ContentType": _CORE_TYPE})
        types.append(entry)
        parts[CONTENT_TYPES] = ooxml.serialise(types)


def language_of(docx: bytes) -> str:
    """Read in which language the text is written (`fr-FR`), from its default style; French when it does not say."""
    styles = ooxml.Docx(docx).beside("styles")
    marked = [] if styles is None else [lang.get(ooxml.VAL, "") for lang in styles.iter(W + "lang")]
    return next((lang for lang in marked if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang)), "fr-FR")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _without_traces(content: bytes) -> bytes:
    root = ooxml.parse(content)
    if local_name(root) == "settings":
        for child in list(root):
            if local_name(child) in _SETTINGS_DROPPED:
                root.remove(child)
    ooxml.strip(root, *_ELEMENTS_DROPPED)
    for element in root.iter():
        for key in [key for key in element.attrib if _TRACE.match(key.rpartition("}")[2])]:
            del element.attrib[key]
    for properties in root.iter(name("wp:docPr"), name("pic:cNvPr")):
        properties.set("name", "picture")
        if _PLACE.search(properties.get("descr", "")):
            del properties.attrib["descr"]
        properties.attrib.pop("title", None)
    return ooxml.serialise(root)


def _relations_kept(part: str, content: bytes, kept: Mapping[str, str]) -> bytes:
    root = ooxml.parse(content)
    ooxml.strip(root)
    folder = posixpath.dirname(posixpath.dirname(part))
    for arrow in list(root):
        external = arrow.get("TargetMode") == "External"
        target = posixpath.normpath(posixpath.join("/", folder, arrow.get("Target", ""))).lstrip("/")
        kept_outside = arrow.get("Type", "").endswith("/hyperlink")
        if (external and not kept_outside) or (not external and target not in kept):
            root.remove(arrow)
        elif not external and kept[target] != target:
            arrow.set("Target", "/" + kept[target])
    return ooxml.serialise(root)


def _types_kept(content: bytes, kept: Mapping[str, str]) -> bytes:
    root = ooxml.parse(content)
    ooxml.strip(root)
    for entry in list(root):
        part = entry.get("PartName", "").lstrip("/")
        if entry.tag == name("ct:Override") and part not in kept:
            root.remove(entry)
        elif entry.tag == name("ct:Override"):
            entry.set("PartName", "/" + kept[part])
    return ooxml.serialise(root)
