"""A step of the case told in answer to a letter's question."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.facts import ANNOUNCED, Happening
from casedesk.law.when import When
from casedesk.queries.facts import ABOUT_CONTENTS
from casedesk.records import Event, Letter, new_id
from casedesk.services import guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _

_TOLD_ELSEWHERE = frozenset({Happening.OFFENCE, Happening.PUBLICATION, Happening.CONNECTION})


def write_step(  # noqa: PLR0917 - what a step is made of
    session: Session, letter: Letter, fact: str, when: When | None, today: date, now: datetime
) -> None:
    """Write when a step of the case happened; the letter remembers which one it wrote, to change or withdraw that one.

    `fact` is “events.” and the happening. The step concerns the only content, else the only incident, that the letter
    is about; else the whole case.

    Raises:
        InvalidInput: it is told by incidents and contents, or the day is in the future or too far away.
    """
    what = Happening(fact.partition(".")[2])
    if what in _TOLD_ELSEWHERE:
        raise InvalidInput(fact, _("This is completed on the page of the case."))
    event = session.get(Event, str(letter.answers.get(fact, "")))
    if when is None:
        if event is not None:
            session.delete(event)
            letter.answers = {known: kept for known, kept in letter.answers.items() if known != fact}
            journal.write(session, Action.EVENT_WITHDRAWN, Kind.EVENT, event.id, now)
        return
    first, last = guard.days(when.earliest, when.latest, today, fact, announced=what in ANNOUNCED)
    if event is None:
        event = Event(id=new_id(), case_id=letter.case_id, what=what.value, reference="", note="", recorded_at=now)
        event.item_id, event.incident_id = _about(letter, what)
        session.add(event)
        letter.answers = {**letter.answers, fact: event.id}
        journal.write(session, Action.EVENT_ADDED, Kind.EVENT, event.id, now)
    event.earliest_on, event.latest_on, event.instant_at = first, last, when.instant


def _about(letter: Letter, what: Happening) -> tuple[str | None, str | None]:
    """Say what a step is about: a content, an incident, or neither, for the whole case."""
    if what in ABOUT_CONTENTS and len(letter.item_ids) == 1:
        return letter.item_ids[0], None
    return None, letter.incident_ids[0] if len(letter.incident_ids) == 1 else None
