"""A .docx drawn as a PDF, without any office suite: the same words in the same places."""

from typing import Final

FICTIONAL: Final = "FICTIF"


def pdf_of(docx: bytes, *, title: str, language: str, fictional: bool) -> bytes:
    """Draw a .docx that the template check would accept.

    Args:
        docx: the document.
        title: what the PDF says it is; never a name.
        language: the language of the text, as `fr-FR`.
        fictional: write « FICTIF » across every page.

    Returns:
        The PDF; fonts are embedded, and the same input gives the same bytes.
    """
    from casedesk.documents.pdf.drawing import draw  # reportlab is loaded when a page is drawn, not before
    from casedesk.documents.pdf.flow import paginate

    return draw(paginate(docx), title=title, language=language, watermark=FICTIONAL if fictional else "")
