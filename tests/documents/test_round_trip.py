"""Text in, text out: what a person writes is what the letter says, after one documented normal form."""

import unicodedata

import pytest
from docxtpl import DocxTemplate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedesk.documents.fill import Template
from casedesk.documents.pdf.fonts import face_for, marks
from casedesk.documents.plain import REPLACEMENT, plain
from casedesk.documents.sandbox import letter_language
from casedesk.documents.text import body_of
from tests.documents.reading import drawn, page_texts, squeezed
from tests.documents.templates import changed, template

SAID = template("{{ said }}")
NASTY = (
    "A & B <x> </w:t></w:r></w:p>",
    "« C’est lui » : 100 % — dit-elle…",
    "e\u0301a\u0300 n\u0303",
    "\u202eabc\u202c \u2066x\u2069 \u200f",
    "👩🏽‍⚖️ 🇲🇱 😀",
    "ߒߞߏ ߞߊ߲ عربي עברית",
    "Kɔnɔ ɲɛ ŋɔ",
    "{{ 7 * 7 }} {% if x %} {# y #} }}",
    "ligne\r\nligne\rligne\u2028ligne",
    "tab\tici",
    "  deux  espaces  ",
    "nul\x00 cloche\x07 échappement\x1b",
    "seul \ud800 et \uffff",
    "&amp; &lt; &#123;",
    "\ufeffmarque",
    "x\u00a0;\u202fy\u2011z",
)


def letter_saying(text: str) -> bytes:
    return Template(SAID, letter_language()).fill({"said": text})


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
@example("".join(NASTY))
def test_the_document_says_what_was_written(text: str) -> None:
    assert body_of(letter_saying(text)) == plain(text)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_kept(text: str) -> None:
    assert body_of(letter_saying(text)) == plain(text)


def test_the_library_alone_loses_text_which_is_why_values_are_escaped() -> None:
    import io

    bare = DocxTemplate(io.BytesIO(SAID))
    bare.render({"said": "A & B <x>"})
    assert bare.docx.paragraphs[0].text != "A & B <x>"


COVERED = "".join(
    chr(code)
    for code in (*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x250, 0x2B0), *range(0x2010, 0x2027), 0x20AC, 0x2116)
    if code not in {0xAD, 0x2011} and face_for("Noto Serif", bold=False, italic=False).covers(chr(code))
)


@given(st.text(alphabet=COVERED + "  \n\u00a0\u202f→✓▲", max_size=300))
@settings(max_examples=60, deadline=None)
def test_the_pdf_says_what_its_font_covers(text: str) -> None:
    docx = letter_saying(text)
    read = squeezed(page_texts(drawn(docx)))
    assert unicodedata.normalize("NFKC", read) == unicodedata.normalize("NFKC", squeezed(body_of(docx)))


def test_the_signs_lent_by_another_face_are_covered() -> None:
    assert marks().covers("→✓▲")


@given(st.text())
def test_the_normal_form_is_reached_at_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=80))
def test_nothing_a_person_can_read_is_replaced(text: str) -> None:
    kept = unicodedata.normalize("NFC", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    assert plain(text) == kept


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_seen_on_the_page(sign: str) -> None:
    assert plain(f"a{sign}b") == f"a{REPLACEMENT}b"
    assert body_of(letter_saying(f"a{sign}b")) == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert plain(f"a{end}b") == "a\nb"


def test_a_text_stays_in_one_paragraph_and_its_look() -> None:
    docx = changed(SAID, "word/document.xml", lambda xml: xml.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1))
    filled = Template(docx, letter_language()).fill({"said": "un\ndeux\ttrois"})
    assert body_of(filled) == "un\ndeux\ttrois"
