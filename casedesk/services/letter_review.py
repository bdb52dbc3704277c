"""The second reader of a letter: asked, told, taken back."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import Conflict
from casedesk.law.pack import Pack
from casedesk.queries.letter_draft import letter_draft
from casedesk.records import LetterState
from casedesk.services import clean, drafts, guard, journal
from casedesk.services.journal import Action
from casedesk.services.letter_text import digest, refuse_holes
from casedesk.translate import _


def ask_review(
    session: Session, packs: Mapping[str, Pack], letter_id: str, version: int, *, today: date, now: datetime
) -> None:
    """Ask a second person to read a letter, or to read it again: what was approved before is void.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, the letter was issued, or it was changed meanwhile.
        InvalidInput: something required is missing; the field is the question's fact.
    """
    letter = drafts.changing(session, letter_id, version)
    refuse_holes(letter_draft(session, packs, letter.case_id, letter.model, today, letter_id=letter.id))
    letter.state = LetterState.REVIEW.value
    journal.write(session, Action.LETTER_REVIEW_ASKED, Kind.LETTER, letter.id, now)


def give_review(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    version: int,
    *,
    by: str,
    approved: bool,
    remark: str = "",
    seen: str = "",
    today: date,
    now: datetime,
) -> None:
    """Note what the second reader says: she approves this very text, or gives the draft back with a remark.

    `seen` is the digest of the text that she had before her eyes, where the screen knows it.

    Raises:
        NotFound: no such letter.
        Conflict: nobody asked for a reading, the letter was changed meanwhile, or it no longer says what was seen.
        InvalidInput: nobody is named, a draft is given back without a remark, or something required is missing.
    """
    from casedesk.documents.letter import render

    letter = guard.draft_letter(session, letter_id)
    guard.same_version(letter, version)
    if letter.state != LetterState.REVIEW:
        raise Conflict(_("Nobody asked for this letter to be read. Ask for it first."))
    reader = clean.required("by", by, _("Say who read this letter."))
    note = clean.long("remark", remark)
    if not approved:
        note = clean.required("remark", note, _("Say what must change: the letter goes back to who writes it."))
        note = clean.long("remark", remark)
    drafts.void(letter)
    if approved:
        draft = letter_draft(session, packs, letter.case_id, letter.model, today, letter_id=letter.id)
        refuse_holes(draft)
        text = digest(render(draft.data).text)
        if seen and seen != text:
            raise Conflict(_("This letter changed while it was being read. Read it again."))
        letter.reviewed_sha256 = text
        letter.reviewed_on = draft.data.today
    else:
        letter.state = LetterState.DRAFT.value
    letter.reviewed_by, letter.reviewed_at, letter.review_note = reader, now, note
    action = Action.LETTER_REVIEWED if approved else Action.LETTER_SENT_BACK
    journal.write(session, action, Kind.LETTER, letter.id, now)


def take_back(session: Session, letter_id: str, *, now: datetime) -> None:
    """Take a letter back from its second reader, to write on; what was approved is void.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, the letter was issued, or nobody reads it.
    """
    letter = drafts.changing(session, letter_id)
    if letter.state != LetterState.REVIEW:
        raise Conflict(_("This letter is a draft already."))
    letter.state = LetterState.DRAFT.value
    journal.write(session, Action.LETTER_TAKEN_BACK, Kind.LETTER, letter.id, now)
