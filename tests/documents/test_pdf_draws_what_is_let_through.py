"""Whatever a template holds is either refused by the check or found again, whole, in the PDF."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from casedesk.documents.ooxml import Docx, W
from casedesk.documents.template_check import _KNOWN, template_faults
from casedesk.documents.text import text_of
from tests.documents.constructs import (
    MARGINS_ONLY,
    PLACES,
    REFUSED,
    REFUSED_IN_MARGINS,
    TALL,
    WRITTEN,
    docx,
    p,
    row,
    table,
    text,
)
from tests.documents.listening import heard, loose_ends
from tests.documents.reading import drawn, page_texts, signs, squeezed
from tests.documents.templates import changed

HOLDS_TEXT = {"p", "r", "sdtContent", "sdt", "smartTag", "hyperlink", "fldSimple", "tbl", "tr", "tc"}


def words_of(content: bytes) -> list[str]:
    """Find every word any element shows, wherever it stands: a reader that knows nothing of layout."""
    opened = Docx(content)
    parts = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
    roots = [opened.tree(name) for name in parts]
    return [found for root in roots if root is not None for t in root.iter(W + "t") for found in (t.text or "").split()]


def lost(content: bytes) -> list[str]:
    """Name the words of a document that its PDF does not show."""
    text = squeezed(page_texts(drawn(content)))
    return [word for word in words_of(content) if word not in text]


def refused(content: bytes) -> bool:
    return bool(template_faults(content))


@cache
def let_through(place: str) -> tuple[tuple[str, str], ...]:
    """Give what the check lets through in a place, each element with a word of its own."""
    tried = ((PLACES[place](kind, f"mot{at:03d}"), f"mot{at:03d}") for at, kind in enumerate(sorted(_KNOWN)))
    return tuple((xml, word) for xml, word in tried if not refused(docx(xml)))


@pytest.mark.parametrize("place", PLACES)
def test_no_element_the_check_lets_through_loses_its_word(place: str) -> None:
    through = let_through(place)
    whole = docx("".join(xml for xml, _word in through) + p("fin"))
    shown = squeezed(page_texts(drawn(whole)))
    assert [xml for xml, word in through if word not in shown] == []
    assert heard(drawn(whole)).text.replace("\u2011", "").split() == words_of(whole)
    if not place.startswith(("of ", "beside ")):
        assert len(through) <= len(HOLDS_TEXT)
    else:
        assert len(through) > 100


def everywhere(xml: str) -> Iterator[tuple[str, bytes]]:
    yield "body", docx(xml)
    yield "cell", docx(table(row(xml)) if "<w:tbl>" not in xml else xml)
    yield "header", docx(p("corps"), header=xml)
    yield "footer", docx(p("corps"), footer=xml)


@pytest.mark.parametrize("name", WRITTEN)
def test_what_jurists_write_is_let_through_and_drawn_wherever_it_stands(name: str) -> None:
    for place, content in everywhere(WRITTEN[name]):
        assert template_faults(content) == (), place
        pdf = drawn(content)
        shown = re.sub("[\u00ad]", "", squeezed(page_texts(pdf)))
        assert [word for word in words_of(content) if word not in shown] == [], place
        assert [line for line in text_of(content).split() if re.sub("[\u00ad]", "", line) not in shown] == [], place
        assert loose_ends(pdf) == [], place


@pytest.mark.parametrize("name", [name for name in WRITTEN if name != "rows of a fixed height"])
def test_nothing_is_drawn_beside_the_page(name: str) -> None:
    for place, content in everywhere(WRITTEN[name]):
        beside = [
            s.text for s in signs(drawn(content)) if not (-1 < s.left < s.right + 1 < 597 and -1 < s.bottom < 842)
        ]
        assert beside == [], place


@pytest.mark.parametrize("name", MARGINS_ONLY)
@pytest.mark.parametrize("margin", ["header", "footer"])
def test_page_numbers_are_drawn_in_the_margins(name: str, margin: str) -> None:
    content = docx(p("corps"), **{margin: MARGINS_ONLY[name]})
    assert template_faults(content) == ()
    assert "page1" in squeezed(page_texts(drawn(content)))


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_pdf_cannot_draw_is_refused_wherever_it_stands(name: str) -> None:
    for place, content in everywhere(REFUSED[name]):
        assert refused(content), place


@pytest.mark.parametrize("name", REFUSED_IN_MARGINS)
def test_a_broken_page_number_is_refused(name: str) -> None:
    assert refused(docx(p("corps"), header=f"<w:p>{REFUSED_IN_MARGINS[name]}{text('mot')}</w:p>"))


def test_a_fault_of_drawing_says_where_and_how_to_cure_it() -> None:
    (fault,) = template_faults(docx(p("Voici 漢字 ici")))
    assert (fault.place, fault.what) == ("body, near “Voici 漢字 ici”", "The PDF has no font for these signs: 字 漢")
    assert fault.cure


def test_a_style_that_undoes_an_effect_and_a_style_nobody_uses_are_let_through() -> None:
    assert template_faults(docx(p("mot", '<w:pStyle w:val="Calme"/>'))) == ()


@pytest.mark.parametrize("margin", ["header", "footer"])
def test_a_margin_that_leaves_no_room_for_the_text_is_refused(margin: str) -> None:
    assert refused(docx(p("corps"), **{margin: TALL}))


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_page_margins_that_leave_no_room_for_the_text_are_refused(side: str) -> None:
    wide = changed(
        docx(p("corps")), "word/document.xml", lambda xml: xml.replace(f'w:{side}="1417"', f'w:{side}="15000"')
    )
    assert refused(wide)
