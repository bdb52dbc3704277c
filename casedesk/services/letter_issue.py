"""The issue of a letter: it never changes again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import Conflict, InvalidInput
from casedesk.law.pack import Pack
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_draft import letter_draft
from casedesk.records import Letter
from casedesk.services import clean, drafts, guard, journal
from casedesk.services.journal import Action
from casedesk.services.letter_findings import findings, refuse_harm
from casedesk.services.letter_freeze import freeze
from casedesk.services.letter_text import digest, is_approved, refuse_holes
from casedesk.translate import _


def issue(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    version: int,
    *,
    seal: Callable[[bytes], str],
    today: date,
    now: datetime,
    alone_because: str = "",
    seen: str = "",
) -> None:
    """Render a letter, seal both files, and freeze all it says.

    `alone_because` says why no second person reads it; it is kept, and left aside where somebody approved this text.
    `seen` is the digest of the text that stood on the screen, where it is known.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, the letter was issued or changed meanwhile, or what was seen or approved is
            another text.
        InvalidInput: something required is missing (the field is the question's fact), it could harm somebody (the
            question's fact, or “findings”), or nobody else read it (“review”).
        PackProblem: its template cannot be used.
    """
    from casedesk.documents.letter import render

    letter = guard.draft_letter(session, letter_id)
    guard.same_version(letter, version)
    draft = letter_draft(session, packs, letter.case_id, letter.model, today, letter_id=letter.id)
    refuse_holes(draft)
    rendered = render(draft.data)
    if seen and digest(rendered.text) != seen:
        raise Conflict(_("What this letter says changed in the meantime. Read it again, then issue it."))
    found = findings(draft.data, rendered.docx, rendered.text, draft.others)
    refuse_harm(found, letter.waivers)
    _refuse_unread(letter, draft.data, rendered.text, clean.long("alone_because", alone_because))
    version_of_law = packs[letter.jurisdiction].version
    freeze(letter, version_of_law, draft.data, rendered, {one.key for one in found}, seal, now)
    journal.write(session, Action.LETTER_ISSUED, Kind.LETTER, letter.id, now)


def _refuse_unread(letter: Letter, data: LetterData, text: str, alone_because: str) -> None:
    """Refuse a text that no second person approved, unless a reason is given."""
    if is_approved(data, text, letter.reviewed_sha256, letter.reviewed_on):
        return
    if alone_because:
        drafts.void(letter)
        letter.alone_because = alone_because
        return
    if letter.reviewed_sha256:
        raise Conflict(_("What this letter says changed since it was approved. Have it read again."))
    raise InvalidInput(
        "review", _("Nobody else read this letter yet. Have a second person read it, or say why nobody can.")
    )
