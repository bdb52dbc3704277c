"""A .docx that tells nothing of who made it, when, or on what machine."""

import io
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from casedesk.documents.docx_clean import NEUTRAL_DATE, clean, language_of
from casedesk.documents.letter import render
from casedesk.documents.ooxml import unpack
from casedesk.documents.package_check import package_faults
from casedesk.documents.pictures import bare
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import text_of
from tests.documents.fictional_letters import LETTERS
from tests.documents.reading import laid_bare
from tests.documents.templates import OFFICE, blank, changed, full_letter, repacked, saved, template, with_part

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


MORE_LEAKS = (
    "Awa", "awa", "LAPTOP", "Secret SA", "GPS", "Exif", "adobe", "48.1173", "contact@", "Samsung", "storeItem",
)  # fmt: skip


@cache
def photograph() -> bytes:
    """A JPEG that says where, with what and by whom it was taken, at its head, in its scans and behind its end."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[271], exif[305], exif[315] = "Samsung", "Secret SA", "Awa Diarra"
    exif.get_ifd(0x8825)[1] = "N"
    Image.effect_noise((40, 30), 60).convert("RGB").save(
        out, "jpeg", exif=exif, comment=b"Awa Diarra", progressive=True, icc_profile=b"Secret SA" * 20
    )
    picture = out.getvalue()
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>48.1173 Awa</x>"
    segment = b"\xff\xe1" + (len(xmp) + 2).to_bytes(2, "big") + xmp
    second = picture.rindex(b"\xff\xda")
    return picture[:2] + segment + picture[2:second] + segment + picture[second:] + b"Awa: second picture"


def betraying() -> bytes:
    """A template that tells of its author in every other way a file can."""
    document = blank()
    document.add_paragraph("Madame, Monsieur, {{ person.full }}")
    plain = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(plain, "jpeg")
    document.add_picture(plain)
    docx = saved(document)
    parts = parts_of(docx)
    (image,) = [name for name in parts if name.startswith("word/media/")]
    docx = repacked(docx, {"word/media/logo-awa.jpg": photograph()}, drop=[image])
    docx = changed(
        docx, "word/_rels/document.xml.rels", lambda xml: xml.replace(image.removeprefix("word/"), "media/logo-awa.jpg")
    )
    docx = changed(
        docx,
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", "<w:body><!-- Awa Diarra --><?editor LAPTOP-7?>").replace(
            "<w:sectPr",
            '<w:p><w:permStart w:id="1" w:ed="contact@secret.example"/><w:permEnd w:id="1"/></w:p><w:sectPr',
        ),
    )
    custom = b'<Properties xmlns="x"><property name="by">Awa Diarra</property></Properties>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    docx = with_part(docx, "docProps/custom.xml", custom, kind, "custom-properties")
    return changed(
        docx, "docProps/app.xml", lambda xml: xml.replace("<Template>", "<Template>C:\\Users\\awa\\").replace(
            "</Properties>", "<Company>Secret SA</Company></Properties>")
    )  # fmt: skip


def test_what_else_betrays_an_author_is_gone_from_the_template() -> None:
    dirty = betraying()
    assert template_faults(dirty) == ()
    assert len({leak.split(" in ")[0] for leak in found(dirty, *MORE_LEAKS)}) >= 7
    cleaned = clean(dirty)
    assert found(cleaned, *MORE_LEAKS) == []
    assert [name for name in parts_of(cleaned) if "logo" in name or "custom" in name or "thumbnail" in name] == []
    assert [name for name in parts_of(cleaned) if "media" in name] == ["word/media/image1.jpg"]
    assert package_faults(cleaned) == ()
    assert Document(io.BytesIO(cleaned)).inline_shapes[0].width


def test_a_letter_says_nothing_of_it_in_either_file(tmp_path: Path) -> None:
    file = tmp_path / "essai.docx"
    file.write_bytes(betraying())
    letter = LETTERS["fr_plainte_woman"]
    made = render(replace(letter, model=replace(letter.model, template=file, questions=())))
    assert found(made.docx, *MORE_LEAKS) == []
    core = Document(io.BytesIO(made.docx)).core_properties
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("", "", "", "")
    assert (core.title, core.revision) == (letter.model.title, 1)
    leaks = {*MORE_LEAKS, "ReportLab", "Author", "Creator", "CreationDate", "ModDate", "/Producer"} - {"adobe"}
    assert [leak for leak in leaks if leak.encode() in laid_bare(made.pdf)] == []  # the format itself says “adobe:ns”


def test_a_picture_keeps_its_points_and_nothing_else() -> None:
    told, silent = Image.open(io.BytesIO(photograph())), Image.open(io.BytesIO(bare(photograph())))
    assert silent.tobytes() == told.tobytes()
    assert not silent.getexif()
    assert set(silent.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
        "dpi",
    }


def test_an_arrow_out_of_the_document_is_cut_but_for_links() -> None:
    arrow = (
        '<Relationship Id="rIdOut{n}" Type="{office}/{kind}" Target="https://example.org/{n}" TargetMode="External"/>'
    )
    arrows = "".join(arrow.format(n=n, office=OFFICE, kind=kind) for n, kind in enumerate(("image", "hyperlink")))
    docx = changed(
        template("Texte."),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace("</Relationships>", f"{arrows}</Relationships>"),
    )
    kept = parts_of(clean(docx))["word/_rels/document.xml.rels"]
    assert b"example.org/1" in kept
    assert b"example.org/0" not in kept


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


def test_the_title_of_a_letter_is_never_read_as_a_tag() -> None:
    cleaned = clean(template("Texte."), title="{{ person.family_name }} {% if a %}")
    core = unpack(cleaned)["docProps/core.xml"].decode()
    assert "person.family_name" in core
    assert "{" not in core
