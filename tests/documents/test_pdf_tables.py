"""Tables in the PDF: whole, in their columns, on as many pages as needed."""

import re
from typing import Any

import pytest
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.documents.reading import colours, drawn, page_texts, signs, squeezed, where
from tests.documents.templates import (
    blank,
    repeat_header,
)


def exhibits(table: Any, count: int) -> None:
    for number in range(1, count + 1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"piece{number:03d}", "Capture de la publication"


def long_table(rows: int, *, heads: bool = True) -> Any:
    document = blank()
    table = document.add_table(1, 2)
    table.style = "Table Grid"
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "ENTETE", "INTITULE"
    if heads:
        repeat_header(table.rows[0])
    exhibits(table, rows)
    return document


def test_a_long_table_repeats_its_head_on_every_page_and_no_row() -> None:
    pages = page_texts(drawn(long_table(120)))
    assert len(pages) >= 3
    assert [text.count("ENTETE") for text in pages] == [1] * len(pages)
    assert re.findall(r"piece\d{3}", "".join(pages)) == [f"piece{number:03d}" for number in range(1, 121)]


def test_a_table_without_a_repeated_head_shows_it_once() -> None:
    assert "".join(page_texts(drawn(long_table(120, heads=False)))).count("ENTETE") == 1


def test_nothing_of_a_long_table_hangs_below_the_margin() -> None:
    assert min(sign.bottom for sign in signs(drawn(long_table(120)))) >= Cm(2.5).pt - 3


def test_a_row_taller_than_a_page_is_cut_between_lines_and_loses_no_word() -> None:
    document = long_table(2)
    words = " ".join(f"mot{number:04d}" for number in range(2500))
    document.tables[0].rows[2].cells[1].text = words
    pdf = drawn(document)
    assert len(page_texts(pdf)) >= 3
    assert re.findall(r"mot\d{4}", squeezed(page_texts(pdf))) == words.split()


def test_a_row_that_must_stay_whole_goes_to_the_next_page() -> None:
    document = blank()
    for _line in range(34):
        document.add_paragraph("ligne")
    table = document.add_table(1, 1)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.cell(0, 0).text = "\n".join(["debut", *["suite"] * 12])
    pages = page_texts(drawn(document))
    assert "debut" not in pages[0]
    assert pages[1].count("suite") == 12


def test_a_heading_goes_with_the_table_below_it() -> None:
    for lines in range(24, 42):
        document = blank()
        for _line in range(lines):
            document.add_paragraph("ligne")
        document.add_heading("TITRE", 2)
        table = document.add_table(1, 1)
        table.cell(0, 0).text = "premiere"
        repeat_header(table.rows[0])
        table.add_row().cells[0].text = "seconde"
        pages = page_texts(drawn(document))
        assert [("TITRE" in page) == ("seconde" in page) for page in pages] == [True] * len(pages), lines


def test_merged_cells_are_drawn_once_and_as_wide_as_they_are() -> None:
    document = blank()
    table = document.add_table(2, 3)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "large"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "haute"
    table.cell(1, 1).text = "milieu"
    pdf = drawn(document)
    assert page_texts(pdf)[0].count("haute") == 1
    assert where(pdf, "milieu")[0].left > where(pdf, "large")[0].left + 100


def test_cells_are_shaded_aligned_and_as_wide_as_asked() -> None:
    document = blank()
    table = document.add_table(1, 2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, (Cm(3), Cm(10)), strict=True):
        cell.width = width
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), "DDEEFF")
    table.cell(0, 0)._tc.get_or_add_tcPr().append(shade)
    table.cell(0, 0).text, table.cell(0, 1).text = "gauche", "a\nb\nc"
    table.cell(0, 0).vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    pdf = drawn(document)
    assert (0xDD, 0xEE, 0xFF) in colours(pdf)
    assert where(pdf, "a")[0].page == 0
    assert where(pdf, "b")[0].left - where(pdf, "gauche")[0].left == pytest.approx(Cm(3).pt, abs=1)
    low = min(signs(pdf), key=lambda sign: sign.bottom)
    assert where(pdf, "gauche")[0].bottom == pytest.approx(low.bottom, abs=1)


def test_a_head_too_tall_for_every_page_is_shown_once_and_nothing_hangs_below() -> None:
    document = blank()
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "\n".join(["TETE"] * 70)
    repeat_header(table.rows[0])
    table.add_row().cells[0].text = "corps"
    pdf = drawn(document)
    assert "".join(page_texts(pdf)).count("TETE") == 70
    assert min(sign.bottom for sign in signs(pdf)) >= Cm(2.5).pt - 3


def test_a_row_of_an_exact_height_too_small_hides_no_text_under_the_next() -> None:
    document = blank()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "un\ndeux\ntrois", "suite"
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), "200")
    height.set(qn("w:hRule"), "exact")
    table.rows[0]._tr.get_or_add_trPr().append(height)
    pdf = drawn(document)
    assert where(pdf, "suite")[0].top <= where(pdf, "trois")[0].bottom + 1
