"""What was attempted, filed, sent, answered."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.facts import ANNOUNCED, Happening
from casedesk.records import Event, Exhibit, Incident, Item, Letter, new_id
from casedesk.services import clean, guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _

_DERIVED = frozenset({Happening.OFFENCE, Happening.PUBLICATION, Happening.CONNECTION})  # told by incidents and contents


def add_event(
    session: Session,
    case_id: str,
    what: Happening,
    *,
    today: date,
    now: datetime,
    earliest_on: date | None = None,
    latest_on: date | None = None,
    instant_at: datetime | None = None,
    incident_id: str | None = None,
    item_id: str | None = None,
    letter_id: str | None = None,
    exhibit_id: str | None = None,
    reference: str = "",
    note: str = "",
) -> str:
    """Add an event and return its id. One day given alone is a known day; two are an interval; none is not known yet.

    Raises:
        Conflict: the case is closed.
        InvalidInput: told elsewhere, reversed days, a day in the future (but that of a hearing, which is announced), or
            a record of another case.
    """
    case = guard.open_case(session, case_id)
    if what in _DERIVED:
        raise InvalidInput("what", _("This is written down as an incident or as a content, not as an event."))
    if instant_at is not None:
        earliest_on = latest_on = instant_at.astimezone(UTC).date()
        if instant_at > now and what not in ANNOUNCED:
            raise InvalidInput("earliest_on", _("This day is in the future. Only what has happened is recorded here."))
    else:
        earliest_on, latest_on = guard.days(earliest_on, latest_on, today, "earliest_on", announced=what in ANNOUNCED)
    guard.of_case(session, Incident, incident_id, case.id, "incident_id")
    guard.of_case(session, Item, item_id, case.id, "item_id")
    guard.of_case(session, Letter, letter_id, case.id, "letter_id")
    guard.of_case(session, Exhibit, exhibit_id, case.id, "exhibit_id")
    event = Event(
        id=new_id(),
        case_id=case.id,
        what=what.value,
        earliest_on=earliest_on,
        latest_on=latest_on,
        instant_at=instant_at,
        incident_id=incident_id,
        item_id=item_id,
        letter_id=letter_id,
        exhibit_id=exhibit_id,
        reference=clean.short("reference", reference),
        note=clean.long("note", note),
        recorded_at=now,
    )
    session.add(event)
    journal.write(session, Action.EVENT_ADDED, Kind.EVENT, event.id, now)
    return event.id


def withdraw_event(session: Session, event_id: str, *, now: datetime) -> None:
    """Take back an event written down by mistake; the journal keeps that it was there.

    Raises:
        NotFound: no such event.
        Conflict: the case is closed.
        InvalidInput: the event is a step of a letter.
    """
    event = guard.found(session, Event, event_id)
    guard.open_case(session, event.case_id)
    if event.letter_id is not None:
        raise InvalidInput(
            "what", _("This is a step of a letter. What was sent stays; what came back is corrected on its page.")
        )
    session.delete(event)
    journal.write(session, Action.EVENT_WITHDRAWN, Kind.EVENT, event.id, now)
