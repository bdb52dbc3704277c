"""The text of a .docx as it reads."""

from typing import Any

import pytest
from docx.oxml import parse_xml

from casedesk.documents.text import body_of, text_of
from tests.documents.templates import WORDS, add_field, blank, in_body, saved, template


def listed(*levels: tuple[int, str], kind: str = "decimal", text: str = "%1.", more: str = "") -> str:
    """Read a list of the given levels and words, numbered as a jurist may ask."""
    document = blank()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum xmlns:w="{WORDS}" w:abstractNumId="90">'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
            "</w:abstractNum>"
        ),
    )
    for number, start in ((91, ""), (92, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')):
        numbering.append(
            parse_xml(f'<w:num xmlns:w="{WORDS}" w:numId="{number}"><w:abstractNumId w:val="90"/>{start}</w:num>')
        )
    for level, words in levels:
        add_item(document, level, words)
    return body_of(saved(document))


def add_item(document: Any, level: int, words: str, number: int = 91) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr xmlns:w="{WORDS}"><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("decimal", ["1.", "2.", "3.", "4."]),
        ("lowerLetter", ["a.", "b.", "c.", "d."]),
        ("upperLetter", ["A.", "B.", "C.", "D."]),
        ("lowerRoman", ["i.", "ii.", "iii.", "iv."]),
        ("upperRoman", ["I.", "II.", "III.", "IV."]),
        ("decimalZero", ["01.", "02.", "03.", "04."]),
    ],
)
def test_a_list_reads_with_its_numbers(kind: str, label: list[str]) -> None:
    read = listed((0, "a"), (0, "b"), (0, "c"), (0, "d"), kind=kind)
    assert read.splitlines() == [f"{one}\t{word}" for one, word in zip(label, "abcd", strict=True)]


def test_letters_after_z_are_doubled() -> None:
    assert listed(*[(0, "x")] * 28, kind="lowerLetter").splitlines()[-2:] == ["aa.\tx", "bb.\tx"]


def test_levels_count_apart_and_start_anew_below_a_higher_one() -> None:
    read = listed((0, "un"), (1, "x"), (1, "y"), (0, "deux"), (1, "z"))
    assert read.splitlines() == ["1.\tun", "1.a)\tx", "1.b)\ty", "2.\tdeux", "2.a)\tz"]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("§", "Wingdings", "▪"),
        ("o", "Courier New", "◦"),
        ("–", "", "–"),
        ("\uf123", "Wingdings", "•"),
        ("•", "OpenSymbol", "•"),
    ],
)
def test_bullets_of_symbol_fonts_become_signs_every_reader_has(text: str, font: str, shown: str) -> None:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    assert listed((0, "a"), kind="bullet", text=text, more=look) == f"{shown}\ta"


def test_a_list_may_be_followed_by_a_space_or_by_nothing() -> None:
    assert listed((0, "a"), more='<w:suff w:val="space"/>') == "1. a"
    assert listed((0, "a"), more='<w:suff w:val="nothing"/>') == "1.a"


def test_lists_that_share_a_definition_go_on_unless_told_to_start_anew() -> None:
    document = blank()
    document.part.numbering_part.element.insert(
        0,
        parse_xml(
            f'<w:abstractNum xmlns:w="{WORDS}" w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        ),
    )
    for number, start in (
        (91, ""),
        (92, ""),
        (93, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        document.part.numbering_part.element.append(
            parse_xml(f'<w:num xmlns:w="{WORDS}" w:numId="{number}"><w:abstractNumId w:val="90"/>{start}</w:num>')
        )
    for number in (91, 92, 93):
        add_item(document, 0, "x", number)
    assert body_of(saved(document)).splitlines() == ["1.\tx", "2.\tx", "1.\tx"]


def test_header_body_and_footer_come_in_order_and_cells_are_set_apart() -> None:
    document = blank()
    document.sections[0].header.paragraphs[0].text = "en-tête"
    footer = document.sections[0].footer.paragraphs[0]
    footer.text = "page "
    add_field(footer, "PAGE", "1")
    document.add_paragraph("avant")
    table = document.add_table(2, 2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], "abcd", strict=True):
        cell.text = text
    document.add_paragraph("après")
    docx = saved(document)
    assert text_of(docx).splitlines() == ["en-tête", "avant", "a\tb", "c\td", "après", "page 1"]
    assert body_of(docx).splitlines() == ["avant", "a\tb", "c\td", "après"]


def test_content_controls_links_and_signs_are_read_through() -> None:
    inside = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink>"
        "<w:r><w:noBreakHyphen/><w:t>fin</w:t><w:tab/><w:br/><w:cr/></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert body_of(in_body(template("suite"), inside)) == "lien\u2011fin\t\n\n\nsuite"
