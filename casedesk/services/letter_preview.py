"""A letter as it would print today, holes included: looked at, never kept."""

from casedesk.queries.letter_data import LetterData


def preview(data: LetterData) -> bytes:
    """Make the PDF of a letter that may still lack answers; its holes show as holes.

    Raises:
        PackProblem: the template is missing, faulty, or asks for something no letter is told.
    """
    from casedesk.documents.letter import preview_pdf

    return preview_pdf(data)
