"""The white space between two paragraphs."""

from casedesk.documents.word.looks import ParagraphLook


def gap(above: ParagraphLook | None, below: ParagraphLook) -> float:
    """Give the white space above a paragraph, in points: the larger of the two spacings, as Word and LibreOffice do.

    Paragraphs of one style may ask for none between them; documents of older Words add the two.
    """
    if above is None:
        return below.before
    same = above.style == below.style
    after = 0.0 if above.contextual and same else above.after
    before = 0.0 if below.contextual and same else below.before
    return after + before if below.adds else max(after, before)
