"""Is this .docx safe to open at all? Looked at before anything in it is read as a document."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from casedesk.documents import ooxml
from casedesk.documents.faults import Fault, part_in_words, place_of
from casedesk.documents.ooxml import Docx, Element, name
from casedesk.documents.pictures import points_of
from casedesk.translate import N_, _

ENTRIES_ALLOWED: Final = 2_000
BYTES_ALLOWED: Final = 200_000_000
RATIO_ALLOWED: Final = 100
SMALL: Final = 100_000  # a part this small may compress as well as it likes
XML_ALLOWED: Final = 10_000_000  # bytes of all XML parts together; a long letter has fifty thousand
MARKS_ALLOWED: Final = 200_000  # tags of all XML parts together; a long letter has three thousand
POINTS_ALLOWED: Final = 40_000_000  # of a picture

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES_ALLOWED: Final = frozenset(
    {
        _MAIN,
        "application/xml",
        "application/vnd.openxmlformats-package.relationships+xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        "application/vnd.openxmlformats-officedocument.theme+xml",
        "application/vnd.openxmlformats-officedocument.themeOverride+xml",
        "application/vnd.ms-word.stylesWithEffects+xml",
        "application/vnd.ms-office.classificationlabels+xml",
        "image/png",
        "image/jpeg",
        "image/jpg",
    }
    | {
        f"{_WORD}{kind}+xml"
        for kind in "styles settings webSettings fontTable numbering header footer footnotes endnotes people".split()  # noqa: SIM905 - a row of words
    }
)
_BESIDE: Final = ("header", "footer", "styles", "settings", "numbering", "footnotes", "endnotes")
_FORBIDDEN_NAMES: Final = (
    (re.compile(r"vba|macro", re.IGNORECASE), N_("The document holds macros.")),
    (re.compile(r"(^|/)embeddings/|oleobject", re.IGNORECASE), N_("The document holds an embedded file.")),
    (re.compile(r"activex|ctrlprop", re.IGNORECASE), N_("The document holds an active control.")),
    (re.compile(r"afchunk|altchunk", re.IGNORECASE), N_("The document holds another document inside it.")),
    (re.compile(r"\.(zip|docx?|docm|dotm?|dotx|xlsx?|pptx?|bin|exe|html?|mht|rtf|odttf)$", re.IGNORECASE),
     N_("The document holds another file inside it.")),
)  # fmt: skip
# Declarations, and the other spelling of Word's elements, in which a field would not be recognised.
_STRANGE: Final = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|www\.w3\.org/2001/XInclude|http://purl\.oclc\.org/ooxml/wordprocessingml/"
)
_XML: Final = (".xml", ".rels")
_INSTR: Final = name("w:instr")
_IMAGE_STARTS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LINK_ALLOWED: Final = re.compile(r"(https://|mailto:)[^\s\"'<>]+", re.IGNORECASE)
_FIELD_ALLOWED: Final = re.compile(r"\s*(PAGE|NUMPAGES)\b[^\"]*", re.IGNORECASE)


def package_faults(docx: bytes) -> tuple[Fault, ...]:
    """List what makes a .docx dangerous or unreadable; empty when it may be opened."""
    whole = _("the whole document")
    save_again = _("Open it in Word or LibreOffice, check it, and save it again as .docx.")
    try:
        archive = zipfile.ZipFile(BytesIO(docx))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return (Fault(whole, _("This file is not a .docx document."), save_again),)
    faults = tuple(_zip_faults(archive))
    if faults:
        return faults
    try:
        faults = tuple(_part_faults(Docx(docx)))
    except (ooxml.XmlError, zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, zlib.error):
        return (Fault(whole, _("A part of the document is damaged and cannot be read."), save_again),)
    return faults


def _zip_faults(archive: zipfile.ZipFile) -> Iterator[Fault]:
    """Judge the table of contents before a single part is unpacked."""
    whole = _("the whole document")
    make_again = _("Copy its text into a new document and save that one.")
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    size = sum(entry.file_size for entry in entries)
    words = sum(entry.file_size for entry in entries if entry.filename.endswith(_XML))
    swollen = any(e.file_size > SMALL and e.file_size > RATIO_ALLOWED * max(e.compress_size, 1) for e in entries)
    if len(entries) > ENTRIES_ALLOWED or size > BYTES_ALLOWED or words > XML_ALLOWED or swollen:
        yield Fault(whole, _("The document unpacks to far more than a letter needs."), make_again)
    if len({n.casefold() for n in names}) != len(names):
        yield Fault(whole, _("Two parts of the document bear the same name."), make_again)
    if any(n.startswith("/") or "\\" in n or ":" in n or ".." in n.split("/") for n in names):
        yield Fault(whole, _("A part of the document has a name that leads outside it."), make_again)
    if any(entry.flag_bits & 0x1 for entry in entries):
        yield Fault(whole, _("The document is protected by a password."), _("Save it without a password."))
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        yield Fault(whole, _("A part of the document is written in a way Word never uses."), make_again)
    for entry in entries:
        for pattern, sentence in _FORBIDDEN_NAMES:
            if pattern.search(entry.filename):
                yield Fault(entry.filename, _(sentence), _("Remove it, or copy the text into a new document."))
                break


def _part_faults(docx: Docx) -> Iterator[Fault]:
    make_again = _("Copy its text into a new document and save that one.")
    marks = 0
    for part in docx.names:
        content = docx.read(part)
        if part.endswith(_XML):
            marks += content.count(b"<")
            if marks > MARKS_ALLOWED:
                yield Fault(part, _("The document unpacks to far more than a letter needs."), make_again)
                return
            if _STRANGE.search(content) or not _is_utf8(content):
                yield Fault(part, _("A part of the document is written in a way Word never uses."), make_again)
                return
        elif not content.startswith(_IMAGE_STARTS) and not part.endswith("/") and "thumbnail" not in part:
            yield Fault(part, _("The document holds another file inside it."), _("Use PNG or JPEG pictures only."))
        elif not 0 < points_of(content) <= POINTS_ALLOWED and part.startswith("word/media/"):
            yield Fault(part, _("A picture is damaged, or far too large."), _("Insert it again, smaller."))
    if not docx.main or docx.body() is None:
        yield Fault(_("the whole document"), _("This file is not a .docx document."), make_again)
        return
    yield from _type_faults(docx)
    for part in docx.names:
        if part.endswith(".rels"):
            yield from _relation_faults(docx, part)
        elif part.endswith(".xml"):
            yield from _field_faults(part, docx.tree(part))


def _is_utf8(content: bytes) -> bool:
    """Say whether an XML part is in UTF-8 and says so: another encoding could hide from a search."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in content:
        return False
    declared = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", content)
    return not declared or declared.group(1).lower() in {b"utf-8", b"us-ascii"}


def _type_faults(docx: Docx) -> Iterator[Fault]:
    """Refuse every kind of part a letter has no use for."""
    types = docx.tree(ooxml.CONTENT_TYPES)
    if types is None:
        yield Fault(_("the whole document"), _("This file is not a .docx document."), _("Save it again as .docx."))
        return
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types.iter(name("ct:Default"))}
    overrides = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in types.iter(name("ct:Override"))}
    if overrides.get(docx.main, "") != _MAIN:
        yield Fault(
            _("the whole document"),
            _("This is a model or a document with macros, not a plain document."),
            _("Save it as .docx."),
        )
    for kind in _BESIDE:
        for part in docx.related(docx.main, kind):
            if overrides.get(part, "") != f"{_WORD}{kind}+xml":
                yield Fault(
                    part_in_words(part),
                    _("A part of the document is damaged and cannot be read."),
                    _("Open it in Word or LibreOffice, check it, and save it again as .docx."),
                )
    for part in docx.names:
        extension = part.rpartition(".")[2].lower()
        kind = overrides.get(part, defaults.get(extension, ""))
        dropped = "thumbnail" in part or part == ooxml.CONTENT_TYPES or part.endswith("/")
        if kind not in TYPES_ALLOWED and not dropped and "comments" not in kind:
            yield Fault(
                part,
                _("The document holds a part no letter needs: {kind}.").format(kind=kind or part),
                _("Copy its text into a new document and save that one."),
            )


def _relation_faults(docx: Docx, relations: str) -> Iterator[Fault]:
    """Refuse arrows that leave the document, but for plain links, which are shown as text."""
    folder, _slash, file = relations.rpartition("/")
    owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    for arrow in docx.relations(owner if file != ".rels" else "").values():
        if arrow.kind in {"attachedTemplate", "subDocument", "frame", "oleObject", "aFChunk", "control", "vbaProject"}:
            yield Fault(
                part_in_words(owner),
                _("The document fetches another file when it is opened ({kind}).").format(kind=arrow.kind),
                _("Detach it, or copy the text into a new document."),
            )
        elif arrow.external and not (arrow.kind == "hyperlink" and _LINK_ALLOWED.fullmatch(arrow.target)):
            yield Fault(
                part_in_words(owner),
                _("The document points at something outside itself."),
                _("Insert the picture instead of linking it; keep only links that begin with https:// or mailto:."),
            )


def _field_faults(part: str, root: Element) -> Iterator[Fault]:
    """Refuse fields: they can fetch files and run programs. Page numbers remain."""
    wrong = [one for one in root.iter(name("w:fldSimple")) if not _FIELD_ALLOWED.fullmatch(one.get(_INSTR, ""))]
    for field in [*wrong, *_refused_fields(root)]:
        yield Fault(
            place_of(part, field),
            _("The document holds a field that is not a page number."),
            _("Replace the field by its text; only PAGE and NUMPAGES may stay."),
        )
    for kind in ("altChunk", "object", "control", "subDoc", "attachedTemplate", "mailMerge"):
        for element in root.iter(name(f"w:{kind}")):
            yield Fault(
                place_of(part, element),
                _("The document fetches or holds another file ({kind}).").format(kind=kind),
                _("Remove it, or copy the text into a new document."),
            )


def _refused_fields(root: Element) -> Iterator[Element]:
    """Give the marks of fields written over several runs whose instruction is not a page number."""
    instruction: list[str] = []
    inside = 0
    last = None
    for element in root.iter(name("w:fldChar"), name("w:instrText"), name("w:delInstrText")):
        last = element
        if element.tag != name("w:fldChar"):
            instruction.append(element.text or "")
            continue
        step = element.get(name("w:fldCharType"))
        if step == "begin":
            if inside:
                yield element  # a field inside a field could hide the outer one's instruction
            inside, instruction = inside + 1, []
        elif step == "separate" or instruction:
            if not _FIELD_ALLOWED.fullmatch("".join(instruction)):
                yield element
            instruction = []
        inside = max(0, inside - 1) if step == "end" else inside
    if instruction and last is not None:
        yield last
