"""What leaves the desk on paper: letters cite nothing that nobody read; the table of dates warns of it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest

from casedesk.demo.papers import write_dates
from casedesk.documents.letter import preview_pdf, render
from casedesk.law.pack import Mark, Pack
from casedesk.queries.cases import case_rows
from casedesk.queries.letter_draft import LetterDraft, letter_draft
from casedesk.store.workspace import Workspace
from tests.marks.house import TODAY, told_by_the_law
from tests.marks.marked import AIM, SIGN, Part, aimed, marked
from tests.marks.shown import Piece, plain
from tests.marks.words import days_in_words, posing_as_law, unmarked, unnamed

PARTS = frozenset(Part) - {Part.BODIES}  # a letter names whom it is sent to, wherever the address was read
MOST = 3  # letters of each model


def drafts(house: Workspace, packs: Mapping[str, Pack]) -> list[LetterDraft]:
    """Gather the letters that some cases could write today, those of each model that lack nothing first."""
    found: list[LetterDraft] = []
    with house.transaction() as work:
        rows = case_rows(work.session, packs, TODAY)
        for pack in packs.values():
            for model in pack.letters:
                of_it = [
                    letter_draft(work.session, packs, row.id, model, TODAY)
                    for row in rows
                    if row.jurisdiction == pack.id
                ]
                found += sorted(of_it, key=lambda draft: (not draft.ready, -len(draft.data.offences)))[:MOST]
    return found


def printed(draft: LetterDraft) -> Iterator[str]:
    """Read a letter as a preview, then in both its forms."""
    yield pdf_text(preview_pdf(draft.data))
    if draft.ready:
        letter = render(draft.data)
        yield letter.text
        yield pdf_text(letter.pdf)


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("mark", [Mark.SECONDARY, Mark.UNVERIFIED])
def test_a_letter_cites_nothing_and_tells_no_day_that_nobody_read(
    packs: Mapping[str, Pack], house: Workspace, mark: Mark
) -> None:
    law = marked(packs, mark, PARTS)
    with house.transaction() as work:
        days = days_in_words(told_by_the_law(work.session, law, target=False))
    letters = drafts(house, law)
    assert {draft.model.id for draft in letters if draft.ready} == {
        one for pack in packs.values() for one in pack.letters
    }
    for draft in letters:
        for text in map(plain, printed(draft)):
            assert SIGN not in text, draft.model.id
            assert not days.search(text), draft.model.id
            assert "à confirmer par une" not in text


def test_the_same_letters_cite_what_was_read_and_tell_its_days(packs: Mapping[str, Pack], house: Workspace) -> None:
    law = marked(packs, Mark.VERIFIED)
    with house.transaction() as work:
        days = days_in_words(told_by_the_law(work.session, law, target=False))
    ready = [draft for draft in drafts(house, law) if draft.ready]
    texts = {draft.model.id: plain(render(draft.data).text) for draft in ready}
    cited = {offence.citation.text for draft in ready for offence in draft.data.offences}
    assert any(plain(one) in text for one in cited for text in texts.values())
    assert days.search(texts["demande_requisitions"]) or days.search(texts["plainte_simple"])


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
    told = lines(write_dates(house, law, TODAY, tmp_path / "dates.md"))
    assert sum(SIGN in piece.text for piece in told) > 50
    assert unmarked(told, days) == []


def test_the_table_of_dates_never_tells_a_practice_as_law(
    packs: Mapping[str, Pack], house: Workspace, tmp_path: Path
) -> None:
    told = lines(write_dates(house, aimed(packs), TODAY, tmp_path / "dates.md"))
    assert sum(AIM in piece.text for piece in told) > 20
    assert unnamed(told) == []
    assert posing_as_law(told) == []
