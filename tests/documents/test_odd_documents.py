"""Documents written in unusual ways: by other programs, by hand, with figures that make no sense."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.documents.letter import render_docx
from casedesk.documents.ooxml import Docx
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import body_of, text_of
from casedesk.documents.watermark import marked
from casedesk.errors import PackProblem
from tests.documents.fictional_letters import LETTERS
from tests.documents.reading import colours, drawn, laid_bare, page_texts, squeezed, where
from tests.documents.templates import blank, changed, full_letter, in_body, repacked, saved, template

NONSENSE = ("-1", "0", "999999999", "-99999999", "abc", "", "1e9", "²", "1.5", "none", "%9%9", "\u0660", "zzzzzz")
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footer1.xml")
LETTER = full_letter(2)


def spoiled(part: str, seed: int) -> bytes:
    """A letter with one to three attributes that make no sense."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy

    def spoil(xml: str) -> str:
        for _time in range(chance.choice((1, 1, 3))):
            found = [match for match in re.finditer(r'="([^"]*)"', xml) if "http" not in match.group(1)]
            match = chance.choice(found)
            xml = xml[: match.start(1)] + chance.choice(NONSENSE) + xml[match.end(1) :]
        return xml

    return changed(LETTER, part, spoil)


@given(st.sampled_from(PARTS), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_a_document_with_senseless_figures_is_refused_or_drawn(part: str, seed: int) -> None:
    docx = spoiled(part, seed)
    if not template_faults(docx):
        assert page_texts(drawn(docx))
        assert text_of(docx)


def table(inside: str, cells: str = "<w:tc><w:p><w:r><w:t>mot</w:t></w:r></w:p></w:tc>") -> bytes:
    xml = (
        f"<w:tbl><w:tblPr>{inside}</w:tblPr><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )
    return in_body(template("Fin."), xml)


@pytest.mark.parametrize(
    "inside",
    [
        '<w:tblW w:w="2500" w:type="pct"/>',
        '<w:tblW w:w="50%" w:type="pct"/>',
        '<w:tblW w:w="0" w:type="pct"/>',
        '<w:tblW w:w="4000" w:type="dxa"/>',
        '<w:tblW w:w="99999" w:type="dxa"/>',
        '<w:jc w:val="center"/>',
        '<w:jc w:val="right"/>',
        '<w:tblInd w:w="500" w:type="dxa"/>',
        '<w:tblLook w:val="04A0"/>',
        '<w:tblLook w:val="what"/>',
        '<w:tblStyle w:val="Absent"/>',
    ],
)
def test_tables_of_every_width_and_place_are_drawn(inside: str) -> None:
    word = where(drawn(table(inside)), "mot")
    assert 40 < word[0].left < word[-1].right < 560


@pytest.mark.parametrize("many", ["999999999", "-3", "0", "abc"])
def test_a_cell_over_a_senseless_number_of_columns_is_drawn(many: str) -> None:
    cells = f'<w:tc><w:tcPr><w:gridSpan w:val="{many}"/></w:tcPr><w:p><w:r><w:t>mot</w:t></w:r></w:p></w:tc>'
    assert "mot" in page_texts(drawn(table("", cells)))[0]


def test_a_table_may_begin_further_right_and_hold_controls_and_rows_of_a_height() -> None:
    rows = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
        '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:trHeight w:val="1200"/></w:trPr>'
        "<w:tc><w:p><w:r><w:t>droite</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:sdt><w:sdtContent><w:tr><w:trPr><w:trHeight w:val='400' w:hRule='exact'/></w:trPr>"
        "<w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>gauche</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt>"
        "<w:tc><w:p/></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    pdf = drawn(in_body(template("Fin."), rows))
    assert where(pdf, "droite")[0].left > where(pdf, "gauche")[0].left + 90
    assert where(pdf, "droite")[0].bottom - where(pdf, "gauche")[0].bottom == pytest.approx(60, abs=0.5)


def test_the_first_row_of_a_styled_table_looks_as_its_style_says() -> None:
    document = blank()
    styled = document.add_table(2, 1)
    styled.style = "Medium Shading 1 Accent 1"
    styled.cell(0, 0).text, styled.cell(1, 0).text = "TETE", "corps"
    pdf = drawn(document)
    assert (0x4F, 0x81, 0xBD) in colours(pdf)
    assert b"NotoSerif-Bold" in laid_bare(pdf)
    plain = changed(
        saved(document),
        "word/document.xml",
        lambda xml: re.sub(r"<w:tblLook[^>]*/>", '<w:tblLook w:firstRow="0"/>', xml),
    )
    assert b"NotoSerif-Bold" not in laid_bare(drawn(plain))


def test_character_styles_and_their_parents_count() -> None:
    document = blank()
    parent = document.styles.add_style("Fort", WD_STYLE_TYPE.CHARACTER)
    parent.font.size = Pt(22)
    child = document.styles.add_style("Plus fort", WD_STYLE_TYPE.CHARACTER)
    child.base_style = parent
    document.add_paragraph().add_run("grand", style="Plus fort")
    assert where(drawn(document), "grand")[0].size == pytest.approx(22)


def test_styles_that_go_round_in_a_circle_end() -> None:
    docx = changed(
        template("mot"),
        "word/styles.xml",
        lambda xml: xml.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="Normal"/>'),
    )
    assert "mot" in page_texts(drawn(docx))[0]


def test_a_document_without_styles_or_numbers_is_drawn() -> None:
    docx = changed(
        repacked(template("mot"), {}, drop=["word/styles.xml", "word/numbering.xml"]),
        "[Content_Types].xml",
        lambda xml: re.sub(r'<Override PartName="/word/(styles|numbering)\.xml"[^>]*/>', "", xml),
    )
    dangling = template_faults(docx)
    assert "damaged" in dangling[0].what
    docx = changed(
        docx,
        "word/_rels/document.xml.rels",
        lambda xml: re.sub(r'<Relationship [^>]*Target="(styles|numbering)\.xml"[^>]*/>', "", xml),
    )
    assert template_faults(docx) == ()
    assert squeezed(page_texts(drawn(docx))) == "mot"


def test_automatic_spacing_is_what_word_makes_of_it() -> None:
    spaced = '<w:p><w:pPr><w:spacing w:beforeAutospacing="1"/></w:pPr><w:r><w:t>suite</w:t></w:r></w:p>'
    near = "<w:p><w:r><w:t>suite</w:t></w:r></w:p>"
    first = "<w:p><w:pPr><w:spacing w:after='0'/></w:pPr><w:r><w:t>haut</w:t></w:r></w:p>"
    gaps = []
    for second in (spaced, near):
        pdf = drawn(in_body(template("Fin."), first + second))
        gaps.append(where(pdf, "haut")[0].bottom - where(pdf, "suite")[0].bottom)
    assert gaps[0] - gaps[1] == pytest.approx(14, abs=0.1)


def test_a_list_level_may_be_written_anew_for_one_list() -> None:
    own = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperRoman"/>'
    own += '<w:lvlText w:val="%1)"/><w:suff w:val="space"/></w:lvl></w:lvlOverride>'
    docx = changed(
        full_letter(),
        "word/numbering.xml",
        lambda xml: xml.replace(
            "</w:numbering>", f'<w:num w:numId="77"><w:abstractNumId w:val="0"/>{own}</w:num></w:numbering>'
        ),
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    docx = in_body(docx, item)
    assert body_of(docx).startswith("V) x")
    assert page_texts(drawn(docx))[0].split("\n")[1].strip() == "V) x"


def test_a_template_whose_tags_cross_the_construction_is_refused_when_it_breaks(tmp_path: Path) -> None:
    document = blank()
    document.add_paragraph("{% if minor %}")
    document.add_table(1, 1).cell(0, 0).text = "{% endif %}"
    file = tmp_path / "croisé.docx"
    file.write_bytes(saved(document))
    complaint = LETTERS["fr_plainte_woman"]
    data = replace(complaint, model=replace(complaint.model, template=file, questions=()))
    with pytest.raises(PackProblem) as problem:
        render_docx(data)
    assert problem.value.file == "croisé.docx"


def test_a_watermark_needs_neither_a_section_nor_a_paragraph_in_the_header() -> None:
    bare = changed(
        template("mot"), "word/document.xml", lambda xml: re.sub(r"<w:sectPr.*</w:sectPr>", "", xml, flags=re.DOTALL)
    )
    assert heads(marked(bare, "FICTIF")) == 1
    headed = template("mot", header="tête")
    part = next(one for one in Docx(headed).related("word/document.xml", "header"))
    empty = changed(headed, part, lambda xml: re.sub(r"<w:p[ >].*</w:p>", "", xml, flags=re.DOTALL))
    assert heads(marked(empty, "FICTIF")) == 1


def test_the_first_page_is_marked_as_well() -> None:
    document = blank()
    document.sections[0].different_first_page_header_footer = True
    assert heads(marked(saved(document), "FICTIF")) == 2


def heads(docx: bytes) -> int:
    opened = Docx(docx)
    return sum(b'string="FICTIF"' in opened.read(part) for part in opened.related(opened.main, "header"))
