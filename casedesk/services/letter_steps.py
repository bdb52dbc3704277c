"""What happens to a letter once it left, and the events that start or stop clocks."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import Conflict, InvalidInput
from casedesk.law.facts import Happening
from casedesk.law.pack import LetterModel
from casedesk.records import Event, Exhibit, Letter, LetterState, new_id
from casedesk.services import guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _


def left(session: Session, letter_id: str, states: frozenset[LetterState], refusal: str) -> Letter:
    """Fetch a letter of an open case in one of these states.

    Raises:
        NotFound: no such letter.
        Conflict: its case is closed, or it is in another state: `refusal` says so.
    """
    letter = guard.found(session, Letter, letter_id)
    guard.open_case(session, letter.case_id)
    if letter.state not in states:
        raise Conflict(refusal)
    return letter


def since(day: date, before: date | None, today: date) -> None:
    """Check the day of a step: not in the future, not before the step that comes first.

    Raises:
        InvalidInput: it is.
    """
    guard.days(day, day, today, "on")
    if before is not None and day < before:
        raise InvalidInput("on", _("This day comes before the letter was sent. Check it."))


def prove(session: Session, letter: Letter, step: LetterState, exhibit_id: str | None) -> None:
    """Keep with a letter the exhibit that proves one of its steps.

    Raises:
        InvalidInput: the exhibit is of another case.
    """
    guard.of_case(session, Exhibit, exhibit_id, letter.case_id, "exhibit_id")
    if exhibit_id is not None:
        letter.proofs = {**letter.proofs, step.value: exhibit_id}


def happen(
    session: Session,
    letter: Letter,
    what: Happening | None,
    on: date,
    now: datetime,
    *,
    exhibit_id: str | None = None,
    reference: str = "",
    note: str = "",
) -> str:
    """Write the event of a step, about what the letter is about; empty where the law counts nothing from it."""
    if what is None:
        return ""
    event = Event(
        id=new_id(),
        case_id=letter.case_id,
        what=what.value,
        earliest_on=on,
        latest_on=on,
        letter_id=letter.id,
        exhibit_id=exhibit_id,
        reference=reference,
        note=note,
        recorded_at=now,
    )
    session.add(event)
    journal.write(session, Action.EVENT_ADDED, Kind.EVENT, event.id, now)
    return event.id


def received_by(model: LetterModel | None) -> Happening | None:
    """Say what the receipt of a letter is to the law."""
    return None if model is None else model.received
