"""The tree of a PDF: everything is read once, whole, and as what it is."""

import io
import re

import pikepdf
import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from PIL import Image

from casedesk.documents.text import body_of
from tests.documents.listening import heard, loose_ends
from tests.documents.reading import drawn
from tests.documents.templates import OFFICE, WORDS, blank, changed, full_letter, repeat_header, saved
from tests.documents.test_pdf_tables import long_table


def test_a_paragraph_over_three_pages_is_one_paragraph() -> None:
    document = blank()
    words = " ".join(f"mot{number:04d}" for number in range(900))
    document.add_paragraph("avant")
    document.add_paragraph(words)
    told = heard(drawn(document))
    assert [len(block.pages) for block in told.blocks] == [1, 3]
    assert told.blocks[1].text.split() == words.split()


def test_a_row_over_three_pages_is_one_row_and_its_head_is_read_once() -> None:
    document = long_table(2)
    words = " ".join(f"mot{number:04d}" for number in range(2500))
    document.tables[0].rows[2].cells[1].text = words
    pdf = drawn(document)
    told = heard(pdf)
    rows = told.all("TR")
    assert [cell.text.strip() for cell in rows[0].kids] == ["ENTETE", "INTITULE"]
    assert len(rows) == 3
    assert len(rows[2].pages) >= 3
    assert [cell.text.split() for cell in rows[2].kids] == [["piece002"], words.split()]
    assert told.text.count("ENTETE") == 1
    assert loose_ends(pdf) == []


def test_headers_footers_page_numbers_and_the_watermark_are_not_read() -> None:
    docx = full_letter(40)
    pdf = drawn(docx, fictional=True)
    text = heard(pdf).text
    assert text.split() == body_of(docx).split()
    assert not any(word in text for word in ("FICTIF", "Association Voix libres", "Page 1"))
    assert loose_ends(pdf) == []


def test_words_at_the_end_of_a_line_and_before_a_tab_stay_apart() -> None:
    document = blank()
    paragraph = document.add_paragraph("un\tdeux\ntrois ")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("quatre " + "mot " * 60)
    assert heard(drawn(document)).text.split() == ["un", "deux", "trois", "quatre", *["mot"] * 60]


# headings, lists, tables


def test_headings_are_nested_without_a_gap() -> None:
    document = blank()
    for level in (2, 3, 3, 2, 1, 4, 6, 2):
        document.add_heading("Titre", level)
    document.add_heading("", 1)
    assert [one.role for one in heard(drawn(document))][1:] == ["H1", "H2", "H2", "H1", "H1", "H2", "H3", "H2"]


def test_an_item_has_its_label_and_its_words_and_stands_in_its_list() -> None:
    document = blank()
    for style, words in (
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("List Number", "c"),
        ("Normal", "entre"),
        ("List Number", "d"),
    ):
        document.add_paragraph(words, style=style)
    told = heard(drawn(document))
    assert [kid.role for kid in told.kids] == ["L", "L", "P", "L"]
    assert [one.attributes["ListNumbering"] for one in told.all("L")] == ["Disc", "Decimal", "Decimal"]
    assert [[part.text.strip() for part in item.kids] for item in told.all("LI")] == [
        ["•", "a"],
        ["•", "b"],
        ["1.", "c"],
        ["2.", "d"],
    ]
    assert {tuple(part.role for part in item.kids) for item in told.all("LI")} == {("Lbl", "LBody")}


def test_a_deeper_list_stands_inside_the_item_above_it() -> None:
    document = blank()
    lists = document.part.numbering_part.element
    definition = lists.num_lst[0].abstractNumId.val
    added = lists.add_num(definition)
    levels = next(one for one in lists if one.get(qn("w:abstractNumId")) == str(definition))
    for level in (1, 2):
        copy = Document(io.BytesIO(saved(document))).part.numbering_part.element
        deeper = next(one for one in copy if one.get(qn("w:abstractNumId")) == str(definition))[-1]
        deeper.set(qn("w:ilvl"), str(level))
        levels.append(deeper)
    for level, words in ((0, "un"), (1, "un-a"), (1, "un-b"), (0, "deux"), (2, "deux-a")):
        paragraph = document.add_paragraph(words)
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = level
        numbering.get_or_add_numId().val = added.numId
    (top,) = heard(drawn(document)).kids
    assert [kid.role for kid in top.kids] == ["LI", "LI"]
    inside = [[kid.role for kid in one.kids[1].kids] for one in top.kids]
    assert inside == [["L"], ["L"]]
    assert [len(one.kids[1].kids[0].kids) for one in top.kids] == [2, 1]


def test_cells_that_span_say_so_and_every_row_is_as_wide() -> None:
    document = blank()
    table = document.add_table(3, 3)
    repeat_header(table.rows[0])
    table.cell(0, 0).merge(table.cell(0, 1)).text = "large"
    table.cell(0, 2).text = "tête"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "haute"
    table.cell(1, 0).text = "x"
    rows = heard(drawn(document)).all("TR")
    assert [[cell.attributes.get("ColSpan", 1) for cell in row.kids] for row in rows] == [[2, 1], [1, 1, 1], [1, 1]]
    assert rows[1].kids[2].attributes["RowSpan"] == 2


def test_a_table_that_only_places_its_text_is_read_as_text() -> None:
    document = blank()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "gauche", "droite"
    assert [(one.role, one.text.strip()) for one in heard(drawn(document)).kids] == [("P", "gauche"), ("P", "droite")]


# pictures, links, decoration


def with_picture(description: str) -> bytes:
    document = blank()
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(picture, "png")
    paragraph = document.add_paragraph("avant ")
    shown = paragraph.add_run().add_picture(picture)
    shown._inline.docPr.set("descr", description)
    paragraph.add_run(" après")
    return saved(document)


def test_a_picture_is_announced_by_its_description_where_it_stands() -> None:
    pdf = drawn(with_picture("Logo de l’association"))
    (figure,) = heard(pdf).all("Figure")
    assert figure.said == "Logo de l’association"
    left, bottom, right, top = map(float, figure.attributes["BBox"])
    assert right - left == pytest.approx(2 * (top - bottom), abs=0.1)
    assert [kid.role for kid in heard(pdf).all("P")[0].kids] == ["Figure"]
    assert heard(pdf).text.split() == ["avant", "après"]
    assert loose_ends(pdf) == []


def test_a_picture_without_a_description_is_decoration() -> None:
    pdf = drawn(with_picture(" "))
    assert heard(pdf).all("Figure") == []
    assert heard(pdf).text.split() == ["avant", "après"]
    assert loose_ends(pdf) == []


def with_link(address: str) -> bytes:
    document = blank()
    arrow = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    paragraph = document.add_paragraph("Voir ")
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink xmlns:w="{WORDS}" xmlns:r="{OFFICE}" r:id="{arrow}">'
            f"{run.format('le site ')}{run.format('des aides ' * 20)}</w:hyperlink>"
        )
    )
    paragraph.add_run("ici.")
    return saved(document)


def test_a_link_is_announced_and_leads_where_it_says_from_each_of_its_lines() -> None:
    pdf = drawn(with_link("https://exemple.fr/é?a=1"))
    (link,) = heard(pdf).all("Link")
    assert link.text.split() == ["le", "site", *["des", "aides"] * 20]
    assert heard(pdf).text.split() == ["Voir", *link.text.split(), "ici."]
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        (page,) = document.pages
        assert len(page.Annots) >= 3
        owners = list(document.Root.StructTreeRoot.ParentTree.Nums)
        owned = dict(zip(owners[::2], owners[1::2], strict=True))
        for annotation in page.Annots:
            assert str(annotation.A.URI) == "https://exemple.fr/%C3%A9?a=1"
            assert str(annotation.Contents) == "https://exemple.fr/é?a=1"
            assert str(owned[annotation.StructParent].S) == "/Link"
    assert loose_ends(pdf) == []


def test_colours_lines_and_dots_around_the_text_are_decoration() -> None:
    document = blank()
    paragraph = document.add_paragraph("souligné")
    paragraph.runs[0].underline = paragraph.runs[0].font.strike = True
    shaded = changed(
        saved(document),
        "word/document.xml",
        lambda xml: re.sub("<w:rPr>", '<w:rPr><w:shd w:val="clear" w:fill="DDEEFF"/>', xml, count=1),
    )
    pdf = drawn(shaded, fictional=True)
    assert heard(pdf).text == "souligné\n"
    assert loose_ends(pdf) == []


def test_an_empty_document_is_an_empty_tree() -> None:
    told = heard(drawn(blank()))
    assert (told.role, told.kids, told.text) == ("Document", [], "")


def test_the_tree_of_the_same_document_is_written_in_the_same_bytes() -> None:
    for docx in (full_letter(40), with_picture("Logo"), with_link("https://exemple.fr")):
        assert drawn(docx, fictional=True) == drawn(docx, fictional=True)


def test_a_title_with_signs_of_markup_is_kept() -> None:
    from casedesk.documents.pdf import pdf_of

    pdf = pdf_of(saved(blank()), title="Plainte & <suites> é", language="fr-FR", fictional=False)
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        assert document.open_metadata()["dc:title"] == str(document.docinfo.Title) == "Plainte & <suites> é"
