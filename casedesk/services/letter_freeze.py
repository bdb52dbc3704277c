"""What is written down for ever of a letter that is issued."""

import hashlib
from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING

from casedesk.queries.letter_data import LetterData
from casedesk.records import Letter, LetterState
from casedesk.services.frozen import frozen

if TYPE_CHECKING:
    from casedesk.documents.letter import RenderedLetter


def freeze(  # noqa: PLR0917 - what a letter is made of
    letter: Letter,
    pack_version: str,
    data: LetterData,
    rendered: "RenderedLetter",
    found: Collection[str],
    seal: Callable[[bytes], str],
    now: datetime,
) -> None:
    """Seal both files and write all that the letter says; `found` are the keys of what was found in it.

    Raises:
        Unreachable: a file cannot be sealed.
    """
    letter.pack_version = pack_version
    letter.title = data.model.title
    letter.template_sha256 = rendered.template_sha256
    letter.clauses = dict(data.clauses)
    letter.waivers = {key: reason for key, reason in letter.waivers.items() if key in found}
    letter.data = dict(frozen(data))
    letter.citations = list(rendered.citations)
    letter.text = rendered.text
    letter.addressee_id = data.addressee.id if data.addressee else ""
    letter.docx_sha256 = hashlib.sha256(rendered.docx).hexdigest()
    letter.pdf_sha256 = hashlib.sha256(rendered.pdf).hexdigest()
    letter.docx_sealed_as = seal(rendered.docx)
    letter.pdf_sealed_as = seal(rendered.pdf)
    letter.state = LetterState.ISSUED.value
    letter.issued_at = now
