"""What leaves the desk on paper: letters cite nothing that nobody read; the table of dates warns of it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest

from casedesk.demo.papers import fit, write_dates
from casedesk.documents.letter import render
from casedesk.law.pack import Mark, Pack, Reader
from casedesk.queries.cases import case_rows
from casedesk.queries.letter_data import LetterData
from casedesk.store.workspace import Workspace
from tests.marks.house import TODAY, told_by_the_law
from tests.marks.marked import AIM, SIGN, Part, aimed, marked
from tests.marks.shown import Piece, plain
from tests.marks.words import days_in_words, posing_as_law, unmarked, unnamed

PARTS = frozenset(Part) - {Part.BODIES}  # a letter names whom it is sent to, wherever the address was read
FOR_US = frozenset({Reader.ALLY, Reader.PERSON})  # whoever accuses or judges is told of sure texts alone
CONFIRM = "à confirmer"


def told(house: Workspace, packs: Mapping[str, Pack]) -> Iterator[LetterData]:
    """Tell each letter of each jurisdiction from a case that is fit for it."""
    with house.transaction() as work:
        rows = case_rows(work.session, packs, TODAY)
    for pack in packs.values():
        cases = [row.id for row in rows if row.jurisdiction == pack.id]
        for model in pack.letters:
            yield fit(house, packs, TODAY, cases, model)


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("mark", [Mark.SECONDARY, Mark.UNVERIFIED])
def test_a_letter_tells_no_text_and_no_day_that_nobody_read_without_saying_so(
    packs: Mapping[str, Pack], house: Workspace, mark: Mark
) -> None:
    law = marked(packs, mark, PARTS)
    with house.transaction() as work:
        days = days_in_words(told_by_the_law(work.session, law, target=False))
    for data in told(house, law):
        letter = render(data)
        warned = 0
        for line in map(plain, letter.text.split("\n")):
            if SIGN in line or days.search(line):
                assert CONFIRM in line, (data.model.id, line)
                warned += 1
        assert not warned or data.model.reader in FOR_US, data.model.id
        if not warned:
            assert SIGN not in plain(pdf_text(letter.pdf)), data.model.id


def test_the_same_letters_cite_what_was_read_and_tell_its_days(packs: Mapping[str, Pack], house: Workspace) -> None:
    law = marked(packs, Mark.VERIFIED)
    with house.transaction() as work:
        days = days_in_words(told_by_the_law(work.session, law, target=False))
    letters = {(data.jurisdiction, data.model.id): data for data in told(house, law)}
    texts = {name: plain(render(data).text) for name, data in letters.items()}
    cited = {offence.citation.text for data in letters.values() for offence in data.offences}
    assert any(plain(one) in text for one in cited for text in texts.values())
    assert days.search(texts["fr", "demande_requisitions"]) or days.search(texts["fr", "plainte_simple"])


def lines(path: Path) -> list[Piece]:
    """Read the table of dates, date by date."""
    text = plain(path.read_text(encoding="utf-8"))
    return [Piece(path.name, entry) for entry in re.split(r"\n(?=- |#)", text)]


def test_the_table_of_dates_warns_of_each_text_nobody_read(
    packs: Mapping[str, Pack], house: Workspace, tmp_path: Path
) -> None:
    law = marked(packs, Mark.SECONDARY)
    with house.transaction() as work:
        days = days_in_words(told_by_the_law(work.session, law, target=False))
    table = lines(write_dates(house, law, TODAY, tmp_path / "dates.md"))
    assert sum(SIGN in piece.text for piece in table) > 50
    assert unmarked(table, days) == []


def test_the_table_of_dates_never_tells_a_practice_as_law(
    packs: Mapping[str, Pack], house: Workspace, tmp_path: Path
) -> None:
    table = lines(write_dates(house, aimed(packs), TODAY, tmp_path / "dates.md"))
    assert sum(AIM in piece.text for piece in table) > 20
    assert unnamed(table) == []
    assert posing_as_law(table) == []
