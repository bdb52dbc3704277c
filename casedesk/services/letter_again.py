"""A letter written again: as a reminder of one that nobody answered, or anew. The one that left stays as it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.pack import LetterModel, Pack
from casedesk.queries.letter_questions import asked
from casedesk.records import Case, Exhibit, Letter, LetterState
from casedesk.services import drafts, guard, journal, letter_steps
from casedesk.services.journal import Action
from casedesk.translate import _

_WAITING = frozenset({LetterState.SENT, LetterState.RECEIVED})
_LEFT = frozenset({LetterState.ISSUED, LetterState.ANSWERED}) | _WAITING


def remind(session: Session, packs: Mapping[str, Pack], letter_id: str, *, now: datetime) -> str:
    """Begin the reminder of a letter that waits for an answer, and return its id; one already begun is taken up.

    Raises:
        NotFound: no such letter, or its reminder is not in the law of the country.
        Conflict: the case is closed, or the letter was not sent or was answered.
        InvalidInput: no reminder is foreseen for it.
    """
    return _remind(session, packs, letter_id, now)


def remind_all(
    session: Session, packs: Mapping[str, Pack], letter_ids: Sequence[str], *, now: datetime
) -> tuple[str, ...]:
    """Begin the reminders of several letters: all of them, or none.

    Raises:
        NotFound, Conflict, InvalidInput: as `remind`, for any of them.
    """
    return tuple(_remind(session, packs, letter_id, now) for letter_id in letter_ids)


def _remind(session: Session, packs: Mapping[str, Pack], letter_id: str, now: datetime) -> str:
    refusal = _("Only a letter that was sent, and not answered yet, can be followed by a reminder.")
    letter = letter_steps.left(session, letter_id, _WAITING, refusal)
    first = drafts.model_of(packs, letter.jurisdiction, letter.model)
    if not first.reminder:
        raise InvalidInput("letter", _("No reminder is foreseen for this letter."))
    model = drafts.model_of(packs, letter.jurisdiction, first.reminder)
    begun = session.scalars(
        select(Letter.id).where(
            Letter.about_id == letter.id, Letter.model == model.id, Letter.state.in_([one.value for one in guard.OPEN])
        )
    ).first()
    if begun is not None:
        return begun
    new = _again(session, packs, letter, model, now)
    new.about_id = letter.id
    proofs = session.scalars(select(Exhibit).where(Exhibit.id.in_(letter.proofs.values())).order_by(Exhibit.number))
    new.exhibit_ids = [exhibit.id for exhibit in proofs]
    journal.write(session, Action.LETTER_STARTED, Kind.LETTER, new.id, now)
    return new.id


def copy_letter(session: Session, packs: Mapping[str, Pack], letter_id: str, *, now: datetime) -> str:
    """Begin a letter anew from one that was issued, and return its id: the same choices, told what is known today.

    Raises:
        NotFound: no such letter, or it is no longer in the law of the country.
        Conflict: the case is closed, or the letter is still a draft.
    """
    refusal = _("This letter is still being written: go on with it.")
    letter = letter_steps.left(session, letter_id, _LEFT, refusal)
    model = drafts.model_of(packs, letter.jurisdiction, letter.model)
    new = _again(session, packs, letter, model, now)
    before = session.get(Letter, letter.about_id) if letter.about_id else None
    reminds = before is not None and before.model != letter.model
    new.about_id = letter.about_id if reminds else letter.id
    new.exhibit_ids = list(letter.exhibit_ids)
    new.clauses = {clause.id: letter.clauses[clause.id] for clause in model.clauses if clause.id in letter.clauses}
    journal.write(session, Action.LETTER_STARTED, Kind.LETTER, new.id, now)
    return new.id


def _again(session: Session, packs: Mapping[str, Pack], letter: Letter, model: LetterModel, now: datetime) -> Letter:
    """Begin a draft about the same facts and contents, to the same addressee, with the answers it asks for too."""
    new = drafts.begin(session, packs, session.get_one(Case, letter.case_id), model, now)
    new.incident_ids = list(letter.incident_ids)
    new.item_ids = list(letter.item_ids)
    kept = {fact: text for fact, text in letter.answers.items() if fact.startswith("answers.") and fact in asked(model)}
    new.answers = {**kept, "addressee": letter.addressee_id} if letter.addressee_id else kept
    return new
