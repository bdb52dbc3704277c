"""A letter as it would print today, holes included: looked at and read over, never kept."""

from dataclasses import dataclass

from casedesk.documents.linter import Finding, Flaw, Gravity
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_draft import LetterDraft
from casedesk.services.letter_findings import findings
from casedesk.services.letter_text import digest, is_approved

__all__ = ["Finding", "Flaw", "Gravity", "Looked", "look", "preview"]

_HOLES = frozenset({Flaw.PLACEHOLDER, Flaw.EMPTY})  # said already by the questions that are still open


@dataclass(frozen=True, slots=True)
class Looked:
    """The page, its text and what is wrong in it. `approved` says that a second reader approved what it says now."""

    pdf: bytes
    text: str
    sha256: str  # of the text
    findings: tuple[Finding, ...]
    approved: bool


def look(draft: LetterDraft) -> Looked:
    """Make a letter that may still lack answers, and read it over; its holes show as holes, not as findings.

    Raises:
        PackProblem: the template is missing, faulty, or asks for something no letter is told.
    """
    from casedesk.documents.letter import preview as previewed

    made = previewed(draft.data)
    found = findings(draft.data, made.docx, made.text, draft.others)
    if draft.missing:
        found = tuple(one for one in found if one.code not in _HOLES)
    stands = draft.ready and is_approved(draft.data, made.text, draft.review.sha256, draft.review.on)
    return Looked(made.pdf, made.text, digest(made.text), found, stands)


def preview(data: LetterData) -> bytes:
    """Make the PDF of a letter that may still lack answers; raises as `look` does."""
    from casedesk.documents.letter import preview_pdf

    return preview_pdf(data)
