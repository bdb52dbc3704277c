"""The letters of a case: begun and written; then read, issued, sent and answered by the services named here."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.pack import Pack
from casedesk.queries.letter_draft import letter_draft
from casedesk.records import Exhibit, Incident, Item
from casedesk.services import clean, drafts, guard, journal
from casedesk.services.journal import Action
from casedesk.services.letter_again import copy_letter, remind, remind_all
from casedesk.services.letter_answers import answer
from casedesk.services.letter_issue import issue
from casedesk.services.letter_replies import correct, mark_answered, mark_received
from casedesk.services.letter_review import ask_review, give_review, take_back
from casedesk.services.letter_sending import mark_all_sent, mark_sent
from casedesk.translate import _

__all__ = [
    "answer",
    "ask_review",
    "choose",
    "copy_letter",
    "correct",
    "give_review",
    "issue",
    "mark_all_sent",
    "mark_answered",
    "mark_received",
    "mark_sent",
    "remind",
    "remind_all",
    "set_clause",
    "start",
    "take_back",
    "waive",
]


def start(
    session: Session, packs: Mapping[str, Pack], case_id: str, model_id: str, *, today: date, now: datetime
) -> str:
    """Begin a letter with what it proposes to say, and return its id.

    Raises:
        NotFound: no such model in the law of the case's country.
        Conflict: the case is closed.
    """
    case = guard.open_case(session, case_id)
    model = drafts.model_of(packs, case.jurisdiction, model_id)
    proposed = letter_draft(session, packs, case.id, model_id, today)
    letter = drafts.begin(session, packs, case, model, now)
    letter.incident_ids = [choice.id for choice in proposed.incidents if choice.chosen]
    letter.item_ids = [choice.id for choice in proposed.items if choice.chosen]
    letter.exhibit_ids = [choice.id for choice in proposed.exhibits if choice.chosen]
    journal.write(session, Action.LETTER_STARTED, Kind.LETTER, letter.id, now)
    return letter.id


def choose(
    session: Session,
    letter_id: str,
    version: int,
    *,
    incident_ids: Sequence[str],
    item_ids: Sequence[str],
    exhibit_ids: Sequence[str],
    now: datetime,
) -> None:
    """Choose what goes into a letter.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, the letter was issued, or it was changed meanwhile.
        InvalidInput: something chosen belongs to another case.
    """
    letter = drafts.changing(session, letter_id, version)
    for incident_id in incident_ids:
        guard.of_case(session, Incident, incident_id, letter.case_id, "incident_ids")
    for item_id in item_ids:
        guard.of_case(session, Item, item_id, letter.case_id, "item_ids")
    for exhibit_id in exhibit_ids:
        guard.of_case(session, Exhibit, exhibit_id, letter.case_id, "exhibit_ids")
    letter.incident_ids = list(dict.fromkeys(incident_ids))
    letter.item_ids = list(dict.fromkeys(item_ids))
    letter.exhibit_ids = list(dict.fromkeys(exhibit_ids))
    journal.write(session, Action.LETTER_CHOSEN, Kind.LETTER, letter.id, now)


def set_clause(
    session: Session, packs: Mapping[str, Pack], letter_id: str, clause_id: str, *, on: bool, now: datetime
) -> None:
    """Switch a part of a letter on or off.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter was issued.
        InvalidInput: this letter has no such part.
    """
    letter = drafts.changing(session, letter_id)
    model = drafts.model_of(packs, letter.jurisdiction, letter.model)
    if clause_id not in {clause.id for clause in model.clauses}:
        raise InvalidInput("clause", _("This letter has no such part."))
    letter.clauses = {**letter.clauses, clause_id: on}
    journal.write(session, Action.LETTER_CLAUSE_SET, Kind.LETTER, letter.id, now)


def waive(session: Session, letter_id: str, key: str, reason: str, *, now: datetime) -> None:
    """Pass over a finding for a reason, which is kept; an empty reason takes that back.

    `key` is that of the finding. One that may not be passed over blocks the letter all the same.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter was issued.
        InvalidInput: the reason is too long.
    """
    letter = drafts.changing(session, letter_id)
    why = clean.long("reason", reason)
    others = {known: kept for known, kept in letter.waivers.items() if known != key}
    letter.waivers = {**others, key: why} if why else others
    journal.write(session, Action.LETTER_FINDING_WAIVED, Kind.LETTER, letter.id, now)
