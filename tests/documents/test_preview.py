"""A letter looked at before it is complete."""

from dataclasses import replace

import pytest

from casedesk.documents.letter import preview_pdf, render
from casedesk.documents.tint import DATA_COLOUR
from casedesk.errors import InvalidInput
from tests.documents.fictional_letters import LETTERS
from tests.documents.reading import colours, moved, page_texts


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_a_letter_without_its_answers_shows_holes_and_cannot_be_issued(name: str) -> None:
    bare = replace(LETTERS[name], answers={}, addressee=None)
    assert "[" in "".join(page_texts(preview_pdf(bare)))
    with pytest.raises(InvalidInput):
        render(bare)


def test_a_complete_letter_is_previewed_as_it_will_be_issued_but_for_the_tint() -> None:
    data = LETTERS["fr_plainte_woman"]
    seen, issued = preview_pdf(data), render(data).pdf
    assert moved(seen, issued) == []
    assert tuple(bytes.fromhex(DATA_COLOUR)) in colours(seen) - colours(issued)
