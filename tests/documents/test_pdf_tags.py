"""Letters as they are heard: a tree that says every word in order, with a title, a language and the heads of tables."""

import io
from functools import cache
from pathlib import Path

import pdfua
import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from casedesk.documents.letter import RenderedLetter, render
from casedesk.documents.text import body_of
from tests.documents.fictional_catalogue import CATALOGUE
from tests.documents.fictional_letters import LETTERS
from tests.documents.listening import Heard, heard, loose_ends
from tests.documents.reading import laid_bare

LEFT_OUT = {
    "UA-28-004": "asks for a mark that claims PDF/UA; no validator has verified the claim, so none is made",
}
EVERY = {**CATALOGUE, **LETTERS}
CLAIMS = (b"pdfuaid", b"pdfaid", b"pdf/ua", b"pdf/a", b"pdfxid", b"gts_pdf", b"outputintent")


@cache
def made(name: str) -> RenderedLetter:
    return render(EVERY[name])


@cache
def listened(name: str) -> Heard:
    return heard(made(name).pdf)


def findings(pdf: bytes, folder: Path) -> set[str]:
    """Name the rules a PDF breaks; a rule that could not be judged counts as broken."""
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    outcomes = pdfua.validate(str(file)).outcomes
    assert len(outcomes) >= 12
    return {outcome.rule_id for outcome in outcomes if outcome.findings or outcome.skipped_reason}


def paragraphs(docx: bytes) -> list[list[str]]:
    """Read the words of each paragraph that has any, with a library of its own."""
    document = Document(io.BytesIO(docx))
    every = [Paragraph(element, document.part).text.split() for element in document.element.body.iter(qn("w:p"))]
    return [words for words in every if words]


def titled_columns(docx: bytes) -> list[int]:
    """Count the cells of the head of each table that has one."""
    tables = Document(io.BytesIO(docx)).tables
    heads = [
        [row for row in table.rows if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        for table in tables
    ]
    return [sum(len(row._tr.tc_lst) for row in rows) for rows in heads if rows]


@pytest.mark.parametrize("name", EVERY)
def test_a_letter_breaks_no_rule_of_accessible_pdf_but_those_we_say(name: str, tmp_path: Path) -> None:
    assert findings(made(name).pdf, tmp_path) == set(LEFT_OUT)


@pytest.mark.parametrize("name", EVERY)
def test_who_listens_hears_every_word_in_order_and_paragraph_by_paragraph(name: str) -> None:
    letter = made(name)
    told = listened(name)
    assert told.text.split() == body_of(letter.docx).split()
    blocks = [words for words in (block.text.split() for block in told.blocks) if words]
    written = paragraphs(letter.docx)
    assert [words[-len(own) :] for words, own in zip(blocks, written, strict=True)] == written
    labels = [words[: -len(own)] for words, own in zip(blocks, written, strict=True)]
    assert all(len(label) <= 1 for label in labels)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_on_a_page_is_neither_read_nor_decoration(name: str) -> None:
    assert loose_ends(made(name).pdf) == []


@pytest.mark.parametrize("name", EVERY)
def test_a_letter_says_its_title_and_its_language(name: str) -> None:
    with pikepdf.Pdf.open(io.BytesIO(made(name).pdf)) as document:
        about = document.open_metadata()
        assert str(document.Root.Lang) == "fr-FR"
        assert list(about["dc:language"]) == ["fr-FR"]
        assert str(document.docinfo.Title) == about["dc:title"] == EVERY[name].model.title
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert {str(page.obj.Tabs) for page in document.pages} == {"/S"}


@pytest.mark.parametrize("name", EVERY)
def test_the_columns_of_every_table_are_announced(name: str) -> None:
    told = listened(name)
    heads = [table.all("TH") for table in told.all("Table")]
    assert [len(cells) for cells in heads] == titled_columns(made(name).docx)
    assert all(cell.attributes["Scope"] == "Column" and cell.text.strip() for cells in heads for cell in cells)


@pytest.mark.parametrize("name", EVERY)
def test_no_letter_claims_a_conformance_nobody_verified(name: str) -> None:
    bare = laid_bare(made(name).pdf).lower()
    assert [claim for claim in CLAIMS if claim in bare] == []
