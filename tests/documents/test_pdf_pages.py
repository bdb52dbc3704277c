"""The pages of the PDF: breaks, headers, footers, shapes."""

import io
import re

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image

from casedesk.documents.text import text_of
from tests.documents.constructs import docx, item, p
from tests.documents.reading import drawn, opened, page_texts, squeezed, where
from tests.documents.templates import add_field, blank, full_letter, saved


def test_a_page_break_starts_a_page() -> None:
    document = blank()
    document.add_paragraph("avant").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("après")
    document.add_paragraph("troisième").paragraph_format.page_break_before = True
    assert [squeezed(text) for text in page_texts(drawn(document))] == ["avant", "après", "troisième"]


def test_text_goes_on_after_a_break_in_the_middle_of_a_paragraph() -> None:
    document = blank()
    paragraph = document.add_paragraph("avant")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("après")
    assert [squeezed(text) for text in page_texts(drawn(document))] == ["avant", "après"]


def test_pages_are_numbered_and_counted() -> None:
    pages = page_texts(drawn(full_letter(40)))
    assert [f"Page {number} sur {len(pages)}" in text for number, text in enumerate(pages, 1)] == [True] * len(pages)


def test_no_line_of_a_paragraph_stands_alone() -> None:
    for lines in range(25, 45):
        document = blank()
        document.styles["Normal"].paragraph_format.space_after = Pt(0)
        for _line in range(lines):
            document.add_paragraph("ligne")
        document.add_paragraph("AAA\nBBB\nCCC\nDDD")
        for text in page_texts(drawn(document)):
            assert len(re.findall("AAA|BBB|CCC|DDD", text)) != 1, lines


def test_lines_kept_together_stay_together() -> None:
    document = blank()
    for _line in range(36):
        document.add_paragraph("ligne")
    document.add_paragraph("AAA\nBBB\nCCC\nDDD\nEEE\nFFF").paragraph_format.keep_together = True
    assert [len(re.findall("AAA|FFF", text)) for text in page_texts(drawn(document))] == [0, 2]


def test_sections_have_their_own_shape_and_first_pages_their_own_header() -> None:
    document = blank()
    first = document.sections[0]
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "PREMIERE"
    first.header.paragraphs[0].text = "SUITE"
    document.add_paragraph("un").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("deux")
    second = document.add_section(WD_SECTION.NEW_PAGE)
    second.different_first_page_header_footer = False
    second.orientation, second.page_width, second.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    document.add_paragraph("trois")
    pdf = drawn(document)
    assert [squeezed(text) for text in page_texts(pdf)] == ["PREMIEREun", "SUITEdeux", "SUITEtrois"]
    with opened(pdf) as read:
        assert [read[index].get_width() > read[index].get_height() for index in range(3)] == [False, False, True]


def test_even_pages_may_have_their_own_footer() -> None:
    document = blank()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].footer.paragraphs[0].text = "IMPAIRE"
    document.sections[0].even_page_footer.paragraphs[0].text = "PAIRE"
    document.add_paragraph("un").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("deux")
    assert [squeezed(text) for text in page_texts(drawn(document))] == ["unIMPAIRE", "deuxPAIRE"]


def test_a_section_that_continues_stays_on_the_page() -> None:
    document = blank()
    document.add_paragraph("un")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("deux")
    assert len(page_texts(drawn(document))) == 1


def test_a_tall_header_pushes_the_text_down() -> None:
    document = blank()
    document.sections[0].header.paragraphs[0].text = "\n".join(["ligne"] * 12)
    document.add_paragraph("corps")
    pdf = drawn(document)
    assert where(pdf, "corps")[0].top < min(sign.bottom for sign in where(pdf, "ligne" * 12))


def test_a_field_written_as_one_element_counts_pages_too() -> None:
    document = blank()
    footer = document.sections[0].footer.paragraphs[0]
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), " NUMPAGES ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "9"
    run.append(text)
    simple.append(run)
    footer._p.append(simple)
    add_field(footer, "PAGE", "7")
    document.add_paragraph("a").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("b")
    assert [squeezed(text) for text in page_texts(drawn(document))] == ["a21", "b22"]


def test_a_section_that_continues_brings_its_own_header_from_the_next_page_on() -> None:
    document = blank()
    document.sections[0].header.paragraphs[0].text = "AVANT"
    document.add_paragraph("un")
    second = document.add_section(WD_SECTION.CONTINUOUS)
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "APRES"
    document.add_paragraph("deux").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("trois")
    assert [squeezed(text) for text in page_texts(drawn(document))] == ["AVANTundeux", "APREStrois"]


def test_the_list_of_a_header_begins_at_one_on_every_page_and_leaves_the_lists_of_the_text_alone() -> None:
    content = docx(item(1, "a") + p("deux", "<w:pageBreakBefore/>") + item(1, "b"), header=item(1, "tête"))
    assert [squeezed(text) for text in page_texts(drawn(content))] == ["1.tête1.a", "1.têtedeux2.b"]
    assert text_of(content).splitlines() == ["1.\ttête", "1.\ta", "deux", "2.\tb"]


def test_a_header_no_page_shows_is_not_part_of_the_text() -> None:
    document = blank()
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "PREMIERE"
    assert "PREMIERE" in text_of(saved(document))
    document.sections[0].different_first_page_header_footer = False
    assert "PREMIERE" not in text_of(saved(document)) + "".join(page_texts(drawn(document)))


def test_a_picture_taller_than_the_page_is_made_smaller() -> None:
    document = blank()
    picture = io.BytesIO()
    Image.new("RGB", (10, 100), "navy").save(picture, "png")
    document.add_paragraph("avant")
    document.add_picture(picture, width=Cm(10))
    document.add_paragraph("après")
    pdf = drawn(document)
    assert [squeezed(text) for text in page_texts(pdf)] == ["avant", "", "après"]
    with opened(pdf) as read:
        (shown,) = read[1].get_objects()
        _left, bottom, _right, top = shown.get_bounds()
    assert Cm(2.5).pt - 1 < bottom < top < Cm(29.7 - 2.5).pt + 1
