"""Paragraphs in the PDF: where they stand, and how they look."""

import io
import re
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

from tests.documents.reading import colours, drawn, laid_bare, opened, page_texts, signs, where
from tests.documents.templates import (
    blank,
    changed,
    in_body,
    saved,
    template,
)

LEFT = Cm(2.5).pt
RIGHT = Cm(21).pt - LEFT
LONG = "Un paragraphe assez long pour remplir plusieurs lignes de la page, et encore un peu plus que cela. " * 3


def test_paragraphs_stand_where_their_alignment_says() -> None:
    document = blank()
    for text, align in (
        ("agauche", WD_ALIGN_PARAGRAPH.LEFT),
        ("adroite", WD_ALIGN_PARAGRAPH.RIGHT),
        ("aucentre", WD_ALIGN_PARAGRAPH.CENTER),
    ):
        document.add_paragraph(text).alignment = align
    pdf = drawn(document)
    assert where(pdf, "agauche")[0].left == pytest.approx(LEFT, abs=1)
    assert where(pdf, "adroite")[-1].right == pytest.approx(RIGHT, abs=1)
    centred = where(pdf, "aucentre")
    assert (centred[0].left + centred[-1].right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_justified_lines_end_at_the_margin_but_for_the_last() -> None:
    document = blank()
    document.add_paragraph(LONG).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    ends: dict[float, float] = {}
    for sign in signs(drawn(document)):
        ends[sign.bottom] = max(ends.get(sign.bottom, 0), sign.right)
    *full, last = [ends[bottom] for bottom in sorted(ends, reverse=True)]
    assert len(full) >= 2
    assert all(end == pytest.approx(RIGHT, abs=1.5) for end in full)
    assert last < RIGHT - 5


def test_a_line_of_few_words_before_a_long_address_is_not_torn_apart() -> None:
    document = blank()
    document.add_paragraph("Voir ici " + "x" * 75 + " fin").alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    pdf = drawn(document)
    assert where(pdf, "ici")[0].left - where(pdf, "Voir")[-1].right < 8


def test_indents_hold_on_first_and_later_lines() -> None:
    document = blank()
    paragraph = document.add_paragraph("premier " + LONG)
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(2), Cm(-1)
    paragraph.paragraph_format.right_indent = Cm(3)
    found = signs(drawn(document))
    lines = sorted({sign.bottom for sign in found}, reverse=True)
    lefts = [min(sign.left for sign in found if sign.bottom == line) for line in lines]
    assert lefts[0] == pytest.approx(LEFT + Cm(1).pt, abs=1)
    assert lefts[1] == pytest.approx(LEFT + Cm(2).pt, abs=1)
    assert max(sign.right for sign in found) <= RIGHT - Cm(3).pt + 1


def baseline_gap(document: Any, first: str, second: str) -> float:
    pdf = drawn(document)
    return where(pdf, first)[0].bottom - where(pdf, second)[0].bottom


def two(before: float = 0, after: float = 0) -> Any:
    document = blank()
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    document.add_paragraph("haut").paragraph_format.space_after = Pt(after)
    document.add_paragraph("suite").paragraph_format.space_before = Pt(before)
    return document


def test_the_larger_of_two_spacings_counts() -> None:
    single = baseline_gap(two(), "haut", "suite")
    assert baseline_gap(two(after=20), "haut", "suite") == pytest.approx(single + 20, abs=0.1)
    assert baseline_gap(two(before=8, after=20), "haut", "suite") == pytest.approx(single + 20, abs=0.1)


def test_a_document_of_an_older_word_adds_the_spacings() -> None:
    docx = changed(
        saved(two(before=8, after=20)),
        "word/settings.xml",
        lambda xml: re.sub(r"<w:compat>", "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/>", xml),
    )
    single = baseline_gap(two(), "haut", "suite")
    pdf = drawn(docx)
    assert where(pdf, "haut")[0].bottom - where(pdf, "suite")[0].bottom == pytest.approx(single + 28, abs=0.1)


def test_paragraphs_of_one_style_may_ask_for_no_space_between_them() -> None:
    document = two(before=8, after=20)
    for paragraph in document.paragraphs:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))
    assert baseline_gap(document, "haut", "suite") == pytest.approx(baseline_gap(two(), "haut", "suite"), abs=0.1)


@pytest.mark.parametrize(("spacing", "gap"), [(Pt(30), 30), (2.0, None)])
def test_line_spacing_is_kept(spacing: Any, gap: float | None) -> None:
    document, plain = two(), two()
    for paragraph, single in zip(document.paragraphs, plain.paragraphs, strict=True):
        paragraph.paragraph_format.line_spacing, single.paragraph_format.line_spacing = spacing, 1.0
    expected = gap or 2 * baseline_gap(plain, "haut", "suite")
    assert baseline_gap(document, "haut", "suite") == pytest.approx(expected, abs=0.1)


def test_looks_come_from_defaults_styles_and_runs_in_that_order() -> None:
    document = blank()
    base = document.styles.add_style("Base lettre", 1)
    base.font.size, base.font.bold = Pt(20), True
    child = document.styles.add_style("Enfant", 1)
    child.base_style = base
    paragraph = document.add_paragraph("grand", style="Enfant")
    paragraph.add_run("petit").font.size = Pt(8)
    document.add_paragraph("courant")
    pdf = drawn(document)
    assert where(pdf, "grand")[0].size == pytest.approx(20)
    assert where(pdf, "petit")[0].size == pytest.approx(8)
    assert where(pdf, "courant")[0].size == pytest.approx(10.5)
    assert b"NotoSerif-Bold" in laid_bare(pdf)


def test_superscripts_are_small_and_raised() -> None:
    document = blank()
    paragraph = document.add_paragraph("le 1")
    paragraph.add_run("er").font.superscript = True
    paragraph.add_run("bas").font.subscript = True
    pdf = drawn(document)
    one, er, low = where(pdf, "1")[0], where(pdf, "er")[0], where(pdf, "bas")[0]
    assert er.size < one.size
    assert er.bottom > one.bottom
    assert low.bottom < er.bottom


def test_colours_and_highlights_are_painted() -> None:
    document = blank()
    run = document.add_paragraph().add_run("ROUGE ET JAUNE")
    run.font.color.rgb, run.font.highlight_color, run.font.size = RGBColor(200, 0, 0), WD_COLOR_INDEX.YELLOW, Pt(40)
    run.underline = run.font.strike = True
    assert {(255, 255, 0), (200, 0, 0)} <= colours(drawn(document))


def test_tabs_lead_to_their_stops() -> None:
    document = blank()
    paragraph = document.add_paragraph("Objet\tgauche\tdroite")
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(4))
    stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    pdf = drawn(document)
    assert where(pdf, "gauche")[0].left == pytest.approx(LEFT + Cm(4).pt, abs=1)
    assert where(pdf, "droite")[-1].right == pytest.approx(LEFT + Cm(16).pt, abs=1)


def test_a_centred_tab_and_the_default_ones() -> None:
    document = blank()
    paragraph = document.add_paragraph("a\tmilieu")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(8), WD_TAB_ALIGNMENT.CENTER)
    document.add_paragraph("b\tsuivant")
    pdf = drawn(document)
    word = where(pdf, "milieu")
    assert (word[0].left + word[-1].right) / 2 == pytest.approx(LEFT + Cm(8).pt, abs=1)
    assert where(pdf, "suivant")[0].left == pytest.approx(LEFT + 35.4, abs=1)


def test_a_tab_beyond_the_last_stop_goes_to_the_next_line() -> None:
    document = blank()
    document.add_paragraph("mot" * 22 + "\t" * 12 + "apres")
    pdf = drawn(document)
    assert where(pdf, "apres")[0].bottom < where(pdf, "motmot")[0].bottom


def test_lists_are_numbered_and_indented() -> None:
    document = blank()
    for text in ("premiere", "deuxieme"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("puce", style="List Bullet")
    text = re.sub(r"[\r\n]+", " ", page_texts(drawn(document))[0])
    assert re.search(r"1\. premiere\s+2\. deuxieme\s+• puce", text)


def test_pictures_are_drawn_at_their_size() -> None:
    document = blank()
    picture = io.BytesIO()
    Image.new("RGB", (20, 10), (0, 90, 0)).save(picture, "png")
    document.add_picture(picture, width=Cm(6))
    pdf = drawn(document)
    with opened(pdf) as read:
        (image,) = read[0].get_objects(filter=[3])
        left, bottom, right, top = image.get_bounds()
    assert (right - left, top - bottom) == (pytest.approx(Cm(6).pt, abs=1), pytest.approx(Cm(3).pt, abs=1))
    assert (0, 90, 0) in colours(pdf)


def test_a_picture_too_wide_is_made_to_fit() -> None:
    document = blank()
    picture = io.BytesIO()
    Image.new("RGB", (20, 10), (0, 90, 0)).save(picture, "png")
    document.add_picture(picture, width=Cm(40))
    with opened(drawn(document)) as read:
        (image,) = read[0].get_objects(filter=[3])
        assert image.get_bounds()[2] <= RIGHT + 1


def test_links_are_shown_as_their_text() -> None:
    link = '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>voir le site</w:t></w:r></w:hyperlink></w:p>'
    assert "voir le site" in page_texts(drawn(in_body(template("Fin."), link)))[0]


def test_borders_and_shades_of_paragraphs_are_drawn() -> None:
    box = (
        '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="24" w:color="AA0000"/><w:left w:val="single" w:sz="24" '
        'w:color="00AA00"/><w:bottom w:val="single" w:sz="24" w:color="0000AA"/></w:pBdr>'
        '<w:shd w:fill="EEEECC"/></w:pPr>'
        "<w:r><w:t>encadré</w:t></w:r></w:p>"
    )
    seen = colours(drawn(in_body(template("Fin."), box)))
    assert {(0xAA, 0, 0), (0, 0xAA, 0), (0, 0, 0xAA), (0xEE, 0xEE, 0xCC)} <= seen


def test_an_empty_document_is_one_empty_page() -> None:
    assert page_texts(drawn(blank())) == [""]
