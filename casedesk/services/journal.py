"""The journal's enumerated gestures; the store chains and signs them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.records import JournalEntry


class Action(StrEnum):
    """What a person did. Never a name, never free text."""

    ASSOCIATION_SAVED = "association.saved"
    CASE_OPENED = "case.opened"
    CASE_UPDATED = "case.updated"
    CASE_ANSWERED = "case.answered"
    CASE_CLOSED = "case.closed"
    CASE_REOPENED = "case.reopened"
    PERSON_SAVED = "person.saved"
    PERSON_REVEALED_FOR_LETTER = "person.revealed.letter"
    PERSON_REVEALED_FOR_CONTACT = "person.revealed.contact"
    PERSON_REVEALED_FOR_CHECK = "person.revealed.check"
    PERSON_REVEALED_FOR_RIGHTS = "person.revealed.rights"
    INCIDENT_ADDED = "incident.added"
    INCIDENT_UPDATED = "incident.updated"
    INCIDENT_ANSWERED = "incident.answered"
    INCIDENT_SUPPORTED = "incident.supported"  # an exhibit shows one of its elements, or no longer
    ITEM_ADDED = "item.added"
    ITEM_STATE_SET = "item.state_set"
    ITEM_MOVED = "item.moved"
    ITEM_SHOWS_MINOR = "item.shows_minor"
    EXHIBIT_ADDED = "exhibit.added"
    EXHIBIT_DESCRIBED = "exhibit.described"
    EVENT_ADDED = "event.added"
    EVENT_WITHDRAWN = "event.withdrawn"
    LETTER_STARTED = "letter.started"
    LETTER_CHOSEN = "letter.chosen"
    LETTER_ANSWERED = "letter.answered"
    LETTER_CLAUSE_SET = "letter.clause_set"
    LETTER_FINDING_WAIVED = "letter.finding_waived"
    LETTER_REVIEW_ASKED = "letter.review_asked"
    LETTER_REVIEWED = "letter.reviewed"  # and approved
    LETTER_SENT_BACK = "letter.sent_back"  # read, with a remark
    LETTER_TAKEN_BACK = "letter.taken_back"
    LETTER_ISSUED = "letter.issued"
    LETTER_SENT = "letter.sent"
    LETTER_RECEIVED = "letter.received"
    LETTER_ANSWER_NOTED = "letter.answer_noted"
    LETTER_CORRECTED = "letter.corrected"  # a receipt or an answer noted by mistake


def write(session: Session, action: Action, kind: Kind, subject_id: str, now: datetime) -> None:
    """Add one gesture; it is chained to the one before when the session is flushed."""
    session.add(JournalEntry(at=now, action=action.value, subject_kind=kind.value, subject_id=subject_id))
