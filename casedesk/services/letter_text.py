"""The text of a letter as it would leave today, and whether it is the one that was approved."""

import hashlib
from dataclasses import replace
from datetime import date

from casedesk.errors import InvalidInput
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_draft import LetterDraft
from casedesk.translate import _


def refuse_holes(draft: LetterDraft) -> None:
    """Refuse a letter that lacks a required answer, at its first question.

    Raises:
        InvalidInput: the field is the question's fact.
    """
    for question in draft.missing:
        if question.required:
            raise InvalidInput(
                question.fact, _("This letter still lacks an answer: {question}").format(question=question.ask)
            )


def digest(text: str) -> str:
    """Name a text: any change of it has another name."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_approved(data: LetterData, text: str, approved: str, on: date | None) -> bool:
    """Say whether a letter still says what was approved on that day: nothing but its own date may differ.

    `approved` is the digest of the text read, empty when nobody read it.
    """
    if not approved or on is None:
        return False
    if digest(text) == approved:
        return True
    if on == data.today:
        return False
    from casedesk.documents.french import day
    from casedesk.documents.letter import render

    then = render(replace(data, today=on)).text  # what it would have said that day, told what is known today
    dated = text.replace(day(data.today), day(on)).replace(f"{data.today:%Y%m%d}", f"{on:%Y%m%d}")
    return digest(then) == approved and dated == then
