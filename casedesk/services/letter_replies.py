"""What came back of a letter: its receipt, its answer, and what was noted by mistake."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.records import Event, Letter, LetterState
from casedesk.services import clean, journal, letter_steps
from casedesk.services.journal import Action
from casedesk.translate import _

# News of a letter, not its answer: it arrived, and the answer is still owed.
NEWS = frozenset(
    {
        Happening.NOTICE_ACKNOWLEDGED,
        Happening.GDPR_EXTENSION_TOLD,
        Happening.OUT_OF_COURT_EXTENDED,
        Happening.AUTHORITY_NEWS,
        Happening.COORDINATOR_REQUEST_SENT,
    }
)


def mark_received(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    *,
    on: date,
    today: date,
    now: datetime,
    exhibit_id: str | None = None,
) -> str:
    """Write that a letter was received; return the id of the event its model names, empty when it names none.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter was not sent or was received already.
        InvalidInput: the day is in the future or before the sending, or the proof is of another case.
    """
    refusal = _("Only a letter that was sent can be marked as received, once.")
    letter = letter_steps.left(session, letter_id, frozenset({LetterState.SENT}), refusal)
    letter_steps.since(on, letter.sent_on, today)
    _arrive(session, letter, on, exhibit_id, now)
    model = packs[letter.jurisdiction].letters.get(letter.model)
    return letter_steps.happen(session, letter, letter_steps.received_by(model), on, now, exhibit_id=exhibit_id)


def mark_answered(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    *,
    what: Happening | None,
    on: date,
    today: date,
    now: datetime,
    exhibit_id: str | None = None,
    note: str = "",
) -> str:
    """Write the answer to a letter, one of those its model names, or None for another; return the id of its event.

    An acknowledgement, or the news that the answer will take longer, only shows that the letter arrived.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter was not sent or was answered already.
        InvalidInput: this is no answer to this letter, the day is in the future or before the sending, or the proof is
            of another case.
    """
    refusal = _("Only a letter that was sent, and not answered yet, can be marked as answered.")
    waiting = frozenset({LetterState.SENT, LetterState.RECEIVED})
    letter = letter_steps.left(session, letter_id, waiting, refusal)
    model = packs[letter.jurisdiction].letters.get(letter.model)
    if what is not None and (model is None or what not in model.answers):
        raise InvalidInput("what", _("This is no answer to this letter. Choose again."))
    letter_steps.since(on, letter.sent_on, today)
    told = clean.long("note", note)
    if what in NEWS:
        if letter.state == LetterState.SENT:
            _arrive(session, letter, on, exhibit_id, now)
    else:
        letter_steps.prove(session, letter, LetterState.ANSWERED, exhibit_id)
        letter.state, letter.answered_on = LetterState.ANSWERED.value, on
        letter.answer, letter.answer_note = "" if what is None else what.value, told
        journal.write(session, Action.LETTER_ANSWER_NOTED, Kind.LETTER, letter.id, now)
    return letter_steps.happen(session, letter, what, on, now, exhibit_id=exhibit_id, note=told)


def _arrive(session: Session, letter: Letter, on: date, exhibit_id: str | None, now: datetime) -> None:
    letter_steps.prove(session, letter, LetterState.RECEIVED, exhibit_id)
    letter.state, letter.received_on = LetterState.RECEIVED.value, on
    journal.write(session, Action.LETTER_RECEIVED, Kind.LETTER, letter.id, now)


def correct(session: Session, packs: Mapping[str, Pack], letter_id: str, *, now: datetime) -> None:
    """Take back the last step noted by mistake, an answer or a receipt, with its events; a sending stays.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or nothing came back of this letter.
    """
    refusal = _("Nothing that came back of this letter was noted. What was sent stays.")
    returned = frozenset({LetterState.RECEIVED, LetterState.ANSWERED})
    letter = letter_steps.left(session, letter_id, returned, refusal)
    answered = letter.state == LetterState.ANSWERED
    model = packs[letter.jurisdiction].letters.get(letter.model)
    back = set() if model is None else {one.value for one in (model.received, *model.answers) if one is not None}
    for event in session.scalars(select(Event).where(Event.letter_id == letter.id)):
        if event.what == letter.answer if answered else event.what in back:
            session.delete(event)
            journal.write(session, Action.EVENT_WITHDRAWN, Kind.EVENT, event.id, now)
    step = LetterState.ANSWERED if answered else LetterState.RECEIVED
    letter.proofs = {name: exhibit_id for name, exhibit_id in letter.proofs.items() if name != step}
    if answered:
        letter.answer = letter.answer_note = ""
        letter.answered_on = None
        letter.state = LetterState.RECEIVED.value if letter.received_on else LetterState.SENT.value
    else:
        letter.received_on = None
        letter.state = LetterState.SENT.value
    journal.write(session, Action.LETTER_CORRECTED, Kind.LETTER, letter.id, now)
