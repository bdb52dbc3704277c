"""The parts that letters share, as Word and LibreOffice write them."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from casedesk import paths
from casedesk.documents.clauses import expanded
from casedesk.documents.letter import faults_of, render
from casedesk.documents.ooxml import Docx, W
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import body_of
from casedesk.errors import PackProblem
from casedesk.law.load_letters import read_sheet
from tests.documents.fictional_letters import LETTERS
from tests.documents.templates import blank, changed, saved, template

SUITE = shutil.which("soffice") or shutil.which("libreoffice")
CALLING = template("Avant.", "{%p clause liste %}", "Après.")


def clause(*styles: str) -> bytes:
    """A paragraph in each style."""
    document = blank()
    for style in styles:
        document.add_paragraph(f"En {style}.", style=style)
    return saved(document)


def renamed(docx: bytes) -> bytes:
    """Number the styles anew and keep their names, as LibreOffice does."""
    anew: Callable[[str], str] = lambda xml: re.sub(  # noqa: E731 - said twice below
        r'((?:w:styleId|<w:(?:pStyle|basedOn|next|link|rStyle|tblStyle) w:val)=")', r"\1x", xml
    )
    return changed(changed(docx, "word/styles.xml", anew), "word/document.xml", anew)


def styles_of(docx: bytes) -> list[str]:
    body = Docx(docx).body()
    assert body is not None
    return [one.get(W + "val") for one in body.iter(W + "pStyle")]


def test_a_clause_stands_where_it_is_called() -> None:
    whole = expanded(CALLING, {"liste": clause("Normal", "List Bullet")})
    assert body_of(whole).splitlines() == ["Avant.", "En Normal.", "•\tEn List Bullet.", "Après."]
    assert template_faults(whole) == ()


def test_styles_numbered_anew_are_known_by_their_names() -> None:
    whole = expanded(CALLING, {"liste": renamed(clause("List Bullet", "Heading 2"))})
    assert styles_of(whole) == ["ListBullet", "Heading2"]
    turned = expanded(renamed(CALLING), {"liste": clause("List Bullet", "Heading 2")})
    assert styles_of(turned) == ["xListBullet", "xHeading2"]
    assert template_faults(turned) == ()


def test_a_list_said_again_by_hand_counts_by_its_style() -> None:
    by_hand = changed(
        clause("List Number"),
        "word/document.xml",
        lambda xml: xml.replace(
            '<w:pStyle w:val="ListNumber"/>',
            '<w:pStyle w:val="ListNumber"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>',
        ),
    )
    whole = expanded(CALLING, {"liste": by_hand})
    assert body_of(whole) == body_of(expanded(CALLING, {"liste": clause("List Number")}))
    assert b"numPr" not in Docx(whole).read("word/document.xml")


def test_a_list_counted_by_hand_alone_is_refused() -> None:
    by_hand = changed(
        clause("Heading 2"),
        "word/document.xml",
        lambda xml: xml.replace(
            '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading2"/><w:numPr><w:numId w:val="3"/></w:numPr>'
        ),
    )
    with pytest.raises(PackProblem, match="by their style"):
        expanded(CALLING, {"liste": by_hand})


def test_a_style_the_letter_does_not_have_is_refused_by_its_name() -> None:
    document = blank()
    document.styles.add_style("Très spécial", 1)
    document.add_paragraph("Texte.", style="Très spécial")
    with pytest.raises(PackProblem, match="“Très spécial”"):
        expanded(CALLING, {"liste": saved(document)})


def test_a_clause_that_may_be_taken_out_is_asked_about() -> None:
    whole = expanded(CALLING, {"liste": clause("Normal")}, ["liste"])
    assert body_of(whole).splitlines()[1:4] == ["{%p if clauses.liste %}", "En Normal.", "{%p endif %}"]


def test_a_letter_that_calls_nothing_is_given_back_as_it_is() -> None:
    plain = template("Texte.")
    assert expanded(plain, {"liste": clause("Normal")}) is plain


@pytest.mark.skipif(SUITE is None, reason="needs libreoffice-writer-nogui")
def test_a_letter_and_its_clauses_saved_by_libreoffice_say_the_same(tmp_path: Path) -> None:
    pack = paths.packs() / "fr"
    letter = LETTERS["fr_plainte_woman"]
    (tmp_path / "clauses").mkdir()
    sources = [letter.model.template, *sorted((pack / "clauses").glob("*.docx"))]
    for number, folder in enumerate((tmp_path, tmp_path / "clauses")):
        files = sources[:1] if number == 0 else sources[1:]
        subprocess.run(
            [str(SUITE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
             "docx:MS Word 2007 XML", "--outdir", str(folder), *map(str, files)],
            check=True, capture_output=True,
        )  # fmt: skip
    model = replace(
        read_sheet(letter.model.template.with_suffix(".toml"), pack),
        template=tmp_path / letter.model.template.name,
        clauses_folder=tmp_path / "clauses",
    )
    assert faults_of(model.template, model.clauses_folder, None) == ()
    texts = (render(data).text for data in (replace(letter, model=model), letter))
    saved_again, shipped = (re.sub(r"\d+(.)/(.)\d+$", "", text) for text in texts)
    assert saved_again == shipped  # but for the number of pages, which a reader counts anew
