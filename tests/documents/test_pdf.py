"""The PDF of a .docx: the same words, in embedded fonts, and nothing of its making."""

import io
import re

import pytest
from docx import Document

from casedesk.documents.pdf.fonts import face_for, is_serif, marks
from casedesk.documents.text import body_of
from tests.documents.reading import body_text, colours, drawn, laid_bare, opened, page_texts, squeezed, where
from tests.documents.templates import (
    FACTS,
    NARROW,
    NO_BREAK,
    full_letter,
    template,
)


@pytest.mark.parametrize("count", [0, 3, 60])
def test_the_pdf_says_what_the_document_says(count: int) -> None:
    docx = full_letter(count, repeated_head=False)
    assert squeezed(body_text(drawn(docx))) == squeezed(body_of(docx))


def test_every_paragraph_and_cell_an_independent_reader_finds_is_in_the_pdf_in_order() -> None:
    docx = full_letter(60)
    text, at = squeezed(body_text(drawn(docx))), 0
    document = Document(io.BytesIO(docx))
    for block in document.iter_inner_content():
        words = [block.text] if hasattr(block, "text") else [cell.text for row in block.rows for cell in row.cells]
        for word in words:
            at = text.index(squeezed(word), at)


def test_no_break_spaces_and_african_letters_read_back_as_they_were_written() -> None:
    text = " ".join(re.sub(r" *[\r\n]+", " ", page_texts(drawn(template(FACTS)))[0]).split(" "))
    assert f"22{NARROW}h{NARROW}14" in text
    assert f"n°{NO_BREAK}1)" in text
    assert f"100{NARROW}000{NO_BREAK}F{NARROW}CFA" in text
    assert f"«{NO_BREAK}Kɔnɔ ɲɛ ŋɔ Ɛ Ɔ Ɲ Ŋ{NO_BREAK}»" in text
    assert "№ 5 pour 12 €" in text


def test_a_hyphen_is_never_lost_at_the_end_of_a_line() -> None:
    words = "peut-être vingt-quatre c’est-à-dire porte-parole demi-sœur https://a-b.example/x-y/z-t?u-v=w-x " * 12
    docx = template(words)
    assert squeezed(page_texts(drawn(docx))) == squeezed(words)


def test_what_the_font_lacks_is_still_read_back() -> None:
    text = "Emoji 😀 et 漢字 et ✓ → ▲ ici"
    assert squeezed(page_texts(drawn(template(text)))) == squeezed(text)


def test_more_than_a_subset_of_different_characters_reads_back() -> None:
    text = "".join(chr(code) for code in [*range(0xC0, 0x180), *range(0x1E00, 0x1E80)] if chr(code).isalpha())
    assert squeezed(page_texts(drawn(template(f"{text} {text[::-1]} fin")))) == f"{text}{text[::-1]}fin"


def test_two_spaces_stay_two() -> None:
    one, two = (drawn(template(f"deux{' ' * count}espaces")) for count in (1, 2))
    space = where(one, "espaces")[0].left - where(one, "deux")[-1].right
    assert where(two, "espaces")[0].left - where(two, "deux")[-1].right == pytest.approx(2 * space, abs=0.2)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("family", ["Noto Serif", "Noto Sans"])
def test_every_face_covers_french_bambara_and_their_signs(family: str, bold: bool, italic: bool) -> None:
    letters = "ɛɔɲŋƐƆƝŊàâçéèêëîïôùûüÿœæŒÆÀÉÈ«»’“”–—…€№°§·•"
    assert face_for(family, bold, italic).covers(letters + NO_BREAK + NARROW + "\u2011")


def test_the_marks_of_the_interface_have_a_face() -> None:
    assert marks().covers("▲◆○✓→")


@pytest.mark.parametrize(
    ("name", "serif"),
    [
        ("Times New Roman", True),
        ("Liberation Serif", True),
        ("Cambria", True),
        ("Noto Serif", True),
        ("Calibri", False),
        ("Noto Sans", False),
        ("Liberation Sans", False),
        ("Arial", False),
        ("", False),
    ],
)
def test_any_font_a_template_names_becomes_one_of_two_families(name: str, serif: bool) -> None:
    assert is_serif(name) is serif


def test_the_pdf_says_its_title_and_language_and_nothing_of_its_making() -> None:
    pdf = drawn(full_letter(), fictional=True)
    bare = laid_bare(pdf)
    with opened(pdf) as document:
        said = document.get_metadata_dict()
    assert {key: value for key, value in said.items() if value} == {"Title": "Plainte simple"}
    assert b"/Lang (fr-FR)" in bare
    assert b"/DisplayDocTitle true" in bare
    for word in (
        b"ReportLab",
        b"reportlab",
        b"anonymous",
        b"CreationDate",
        b"ModDate",
        b"Producer",
        b"/Author",
        b"/home",
    ):
        assert word not in pdf
        assert word not in bare


def test_all_fonts_are_embedded() -> None:
    pdf = laid_bare(drawn(full_letter()))
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") >= 2
    assert b"Helvetica" not in pdf
    assert b"/Type1" not in pdf


def test_the_same_document_gives_the_same_bytes() -> None:
    assert drawn(full_letter()) == drawn(full_letter())


def test_a_fictional_letter_is_marked_on_every_page_and_its_text_is_untouched() -> None:
    docx = full_letter(40)
    plain, marked = page_texts(drawn(docx)), page_texts(drawn(docx, fictional=True))
    assert len(plain) > 2
    assert [text.count("FICTIF") for text in marked] == [1] * len(marked)
    assert [text.removesuffix("FICTIF").rstrip() for text in marked] == [text.rstrip() for text in plain]


def test_the_watermark_is_seen_across_the_page() -> None:
    assert colours(drawn(template("Un mot."), fictional=True)) - colours(drawn(template("Un mot.")))
