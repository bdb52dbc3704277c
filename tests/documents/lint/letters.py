"""Letters to be read by the linter: made as the desk makes them, then, where asked, spoilt by hand as in Word."""

import copy
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from docx import Document

from casedesk.documents.letter import render_docx
from casedesk.documents.lint.findings import Read
from casedesk.documents.text import text_of
from casedesk.queries.letter_data import IncidentLine, LetterData
from tests.documents.fictional_letters import LETTERS
from tests.documents.fictional_people import EXHIBITS
from tests.documents.templates import saved

Edit = Callable[[Any], None]


def told(name: str, *, account: str = "", answers: Mapping[str, str] | None = None, **changes: object) -> LetterData:
    """Take a fictional letter with the list of the exhibits it cites, and tell it something else.

    `account` replaces the account of its first incident; `answers` are added to its own.
    """
    data = LETTERS[name]
    data = replace(data, exhibits=data.exhibits or _cited(data), answers={**data.answers, **(answers or {})})
    if account:
        data = replace(data, incidents=(replace(data.incidents[0], account_of_facts=account), *data.incidents[1:]))
    return replace(data, **changes)  # type: ignore[arg-type]  # the tests name the fields they change


def first_incident(data: LetterData, **changes: object) -> tuple[IncidentLine, ...]:
    """Change the first incident of a letter."""
    return (replace(data.incidents[0], **changes), *data.incidents[1:])  # type: ignore[arg-type]  # idem


def read(data: LetterData, *edits: Edit, others: tuple[str, ...] = (), attached: tuple[int, ...] | None = None) -> Read:
    """Make a letter, spoil it by hand, and hand it over."""
    docx = _made(_Same(data)) if not edits else spoilt(_made(_Same(data)), *edits)
    numbers = tuple(line.number for line in data.exhibits)
    return Read(data, docx, text_of(docx), others, numbers if attached is None else attached)


def spoilt(docx: bytes, *edits: Edit) -> bytes:
    """Change a letter by hand."""
    document = Document(io.BytesIO(docx))
    for edit in edits:
        edit(document)
    return saved(document)


def after(snippet: str, *added: str, like: str = "") -> Edit:
    """Write paragraphs under the first one that says `snippet`, in the look of the one that says `like`."""

    def edit(document: Any) -> None:
        place = _paragraph(document, snippet)
        model = _paragraph(document, like) if like else place
        for text in reversed(added):
            new = copy.deepcopy(model._p)
            place._p.addnext(new)
            _say(next(one for one in document.paragraphs if one._p is new), text)

    return edit


def words(old: str, new: str) -> Edit:
    """Write other words in the place of some, everywhere in the body."""

    def edit(document: Any) -> None:
        found = [one for one in _everywhere(document) if old in one.text]
        assert found, old
        for paragraph in found:
            _say(paragraph, paragraph.text.replace(old, new))

    return edit


def without(snippet: str) -> Edit:
    """Take away the paragraphs that say `snippet`."""

    def edit(document: Any) -> None:
        found = [one for one in document.paragraphs if snippet in one.text]
        assert found, snippet
        for paragraph in found:
            paragraph._p.getparent().remove(paragraph._p)

    return edit


class _Same:
    """Data told apart by identity, so that a letter is made once."""

    def __init__(self, data: LetterData) -> None:
        self.data = data

    def __hash__(self) -> int:
        return id(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.data is self.data


@cache
def _made(same: _Same) -> bytes:
    return render_docx(same.data)


def _cited(data: LetterData) -> tuple[Any, ...]:
    numbers = {
        number
        for incident in data.incidents
        for number in (*incident.exhibits, *(n for line in incident.contents for n in line.exhibits))
    }
    return tuple(line for line in EXHIBITS if line.number in numbers)


def _everywhere(document: Any) -> list[Any]:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def _paragraph(document: Any, snippet: str) -> Any:
    return next(one for one in _everywhere(document) if snippet in one.text)


def _say(paragraph: Any, text: str) -> None:
    runs = paragraph.runs
    for run in runs[1:]:
        run._r.getparent().remove(run._r)
    runs[0].text = text
