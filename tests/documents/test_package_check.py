"""Is this .docx safe to open at all?"""

import io
import struct
import zlib
from collections.abc import Callable

import pytest

from casedesk.documents.package_check import package_faults
from tests.documents.hostile import HOSTILE, TEXT, pointing, typed, with_field
from tests.documents.templates import WORDS, blank, in_body, repacked, saved, template


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_document_is_refused_with_a_place_and_a_cure(hostile: str) -> None:
    faults = package_faults(HOSTILE[hostile]())
    assert faults
    assert all(fault.place and fault.what.endswith((".", "}.")) and fault.cure for fault in faults)


def picture() -> bytes:
    """The smallest PNG: one white point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def with_picture() -> bytes:
    document = blank()
    document.add_picture(io.BytesIO(picture()))
    return saved(document)


HARMLESS: dict[str, Callable[[], bytes]] = {
    "plain text": lambda: template(TEXT, header="Association", footer="Page"),
    "page numbers": lambda: with_field("PAGE"),
    "how many pages": lambda: with_field("NUMPAGES \\* MERGEFORMAT"),
    "a link": lambda: pointing("hyperlink", "https://www.service-public.fr/"),
    "an address": lambda: pointing("hyperlink", "mailto:contact@association.example"),
    "a picture": with_picture,
    "a label of sensitivity": lambda: typed(
        "docMetadata/LabelInfo.xml", b"<x/>", "application/vnd.ms-office.classificationlabels+xml"
    ),
}


@pytest.mark.parametrize("harmless", HARMLESS)
def test_what_word_writes_every_day_is_let_in(harmless: str) -> None:
    assert package_faults(HARMLESS[harmless]()) == ()


@pytest.mark.parametrize("main", [f'<w:document xmlns:w="{WORDS}"/>', "<x/>"])
def test_a_document_without_a_body_is_refused_in_a_sentence(main: str) -> None:
    assert package_faults(repacked(template(TEXT), {"word/document.xml": main.encode()}))


def test_a_field_in_the_other_spelling_of_word_is_refused() -> None:
    other = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    field = f'<s:p xmlns:s="{other}"><s:fldSimple s:instr="DDEAUTO calc"/></s:p>'
    assert package_faults(in_body(template(TEXT), field))
