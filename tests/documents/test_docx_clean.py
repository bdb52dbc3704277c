"""A .docx that tells nothing of who made it, when, or on what machine."""

import io
import zipfile

import pytest
from docx import Document
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from casedesk.documents.docx_clean import NEUTRAL_DATE, clean, language_of
from casedesk.documents.package_check import package_faults
from casedesk.documents.pictures import bare
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import text_of
from tests.documents.templates import blank, changed, full_letter, repacked, saved, template, with_part

LEAKS = (
    "Awa Diarra",
    "awa",
    "LAPTOP-7",
    "C:\\Users",
    "/home/awa",
    "python-docx",
    "2013-12-23",
    "2024-05-06",
    "Secret SA",
)


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def talkative() -> bytes:
    """A template that says who wrote it, when, with what, and where it lay."""
    document = blank()
    document.add_paragraph("Madame, Monsieur,")
    picture = io.BytesIO()
    note = PngInfo()
    note.add_text("Author", "Awa Diarra")
    Image.new("RGB", (4, 4), "white").save(picture, "png", pnginfo=note, dpi=(96, 96))
    picture.seek(0)
    document.add_picture(picture)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Awa Diarra"
    properties.comments, properties.keywords, properties.category = "sur LAPTOP-7", "awa", "Secret SA"
    docx = changed(
        saved(document),
        "word/document.xml",
        lambda xml: (
            xml.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
            .replace('name="Picture 1"', 'name="C:\\Users\\awa\\logo.png" descr="/home/awa/logo.png"')
            .replace('name="image.png"', 'name="C:\\Users\\awa\\logo.png"')
        ),
    )
    docx = changed(
        docx,
        "word/settings.xml",
        lambda xml: xml.replace(
            "</w:settings>",
            '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
            '<w:docVars><w:docVar w:name="a" w:val="/home/awa"/></w:docVars></w:settings>',
        ),
    )
    docx = changed(
        docx,
        "docProps/app.xml",
        lambda xml: xml.replace(
            "</Properties>", "<Company>Secret SA</Company><Manager>Awa Diarra</Manager></Properties>"
        ),
    )
    people = b'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">Awa Diarra</w15:people>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"
    docx = with_part(docx, "word/people.xml", people, kind, "people")
    return with_part(docx, "customXml/item1.xml", b"<x>Awa Diarra</x>", "application/xml", "customXml")


def found(docx: bytes, *words: str) -> list[str]:
    return [
        f"{word} in {name}" for name, content in parts_of(docx).items() for word in words if word.encode() in content
    ]


def test_a_cleaned_document_tells_nothing_of_its_making() -> None:
    dirty = talkative()
    assert len(found(dirty, *LEAKS)) >= 8
    cleaned = clean(dirty, title="Plainte simple")
    assert found(cleaned, *LEAKS, "rsid", "00AB12CD", "thumbnail", 'dcterms:W3CDTF">2') == [
        'dcterms:W3CDTF">2 in docProps/core.xml'
    ]
    core = parts_of(cleaned)["docProps/core.xml"].decode()
    assert core.count(NEUTRAL_DATE) == 2
    assert "<dc:title>Plainte simple</dc:title>" in core


def test_the_document_python_docx_writes_by_itself_does_leak() -> None:
    assert found(template("Texte."), "python-docx", "thumbnail")


def test_cleaning_keeps_every_word_and_a_readable_document() -> None:
    dirty = full_letter()
    cleaned = clean(dirty)
    assert text_of(cleaned) == text_of(dirty)
    assert [p.text for p in Document(io.BytesIO(cleaned)).paragraphs] == [
        p.text for p in Document(io.BytesIO(dirty)).paragraphs
    ]
    assert template_faults(cleaned) == ()
    declared = parts_of(cleaned)["[Content_Types].xml"].decode()
    assert "thumbnail" not in declared
    assert "customXml" not in declared


def test_no_relation_is_left_pointing_at_a_part_that_was_dropped() -> None:
    cleaned = clean(talkative())
    relations = b"".join(content for name, content in parts_of(cleaned).items() if name.endswith(".rels"))
    assert b"people" not in relations
    assert b"customXml" not in relations
    assert package_faults(cleaned) == ()


def test_the_same_document_gives_the_same_bytes() -> None:
    docx = talkative()
    assert clean(docx) == clean(docx)
    assert clean(clean(docx)) == clean(docx)


def test_no_entry_of_the_zip_bears_a_date_or_the_name_of_a_system() -> None:
    with zipfile.ZipFile(io.BytesIO(clean(talkative()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.external_attr >> 16) for entry in archive.infolist()} == {(0, 0o600)}


def test_a_document_without_properties_gets_neutral_ones() -> None:
    bare_one = repacked(template("Texte."), {}, drop=["docProps/core.xml"])
    bare_one = changed(bare_one, "[Content_Types].xml", lambda xml: without(xml, "Override", "core.xml"))
    bare_one = changed(bare_one, "_rels/.rels", lambda xml: without(xml, "Relationship", "core.xml"))
    properties = Document(io.BytesIO(clean(bare_one, title="Lettre & <suite>"))).core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == ("", "", "Lettre & <suite>")
    assert properties.modified is not None
    assert properties.modified.year == 2000


def without(xml: str, element: str, word: str) -> str:
    """Drop the element that names `word`."""
    start = xml.rindex(f"<{element} ", 0, xml.index(word))
    return xml[:start] + xml[xml.index("/>", start) + 2 :]


@pytest.mark.parametrize(("written", "read"), [("fr-FR", "fr-FR"), ("fr-ML", "fr-ML"), ("x y", "fr-FR")])
def test_the_language_is_the_one_of_the_text(written: str, read: str) -> None:
    docx = changed(
        template("Texte."), "word/styles.xml", lambda xml: xml.replace('w:val="en-US"', f'w:val="{written}"')
    )
    assert language_of(docx) == read


def test_a_jpeg_loses_its_place_and_its_camera_and_still_opens() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[271] = "Secret SA"
    Image.new("RGB", (8, 8), "red").save(out, "jpeg", exif=exif, comment=b"Awa Diarra")
    cleaned = bare(out.getvalue())
    assert b"Secret SA" in out.getvalue()
    assert b"Secret SA" not in cleaned
    assert b"Awa" not in cleaned
    assert Image.open(io.BytesIO(cleaned)).convert("RGB").getpixel((2, 2)) == Image.open(out).getpixel((2, 2))


@pytest.mark.parametrize(
    "broken", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0\xff\xffIDAT1234", b"\xff\xd8\xff\xe0\0\x04ab"]
)
def test_a_picture_that_cannot_be_read_comes_back_as_it_is(broken: bytes) -> None:
    assert bare(broken) == broken
