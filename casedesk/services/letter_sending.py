"""A letter that was sent: on what day, how, under what number, with what proof."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.law.pack import Pack
from casedesk.records import Channel, LetterState
from casedesk.services import clean, guard, journal, letter_steps
from casedesk.services.journal import Action
from casedesk.translate import _

_NO_REFERENCES: Mapping[str, str] = {}


def mark_sent(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    *,
    on: date,
    channel: Channel,
    today: date,
    now: datetime,
    reference: str = "",
    exhibit_id: str | None = None,
) -> str:
    """Write that an issued letter was sent; return the id of the event its model names, empty when it names none.

    What is lodged against a receipt is received the same day.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter is a draft or was sent already.
        InvalidInput: the day is in the future, or the proof is of another case.
    """
    return _send(session, packs, letter_id, on, channel, today, now, reference=reference, exhibit_id=exhibit_id)


def mark_all_sent(
    session: Session,
    packs: Mapping[str, Pack],
    letter_ids: Sequence[str],
    *,
    on: date,
    channel: Channel,
    today: date,
    now: datetime,
    references: Mapping[str, str] = _NO_REFERENCES,
) -> None:
    """Write that several letters left together; `references` gives the number of each. All of them, or none.

    Raises:
        NotFound, Conflict, InvalidInput: as `mark_sent`, for any of them.
    """
    for letter_id in letter_ids:
        _send(session, packs, letter_id, on, channel, today, now, reference=references.get(letter_id, ""))


def _send(  # noqa: PLR0917 - what is said of a sending
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    on: date,
    channel: Channel,
    today: date,
    now: datetime,
    *,
    reference: str = "",
    exhibit_id: str | None = None,
) -> str:
    refusal = _("Only a letter that was issued, once, can be marked as sent.")
    letter = letter_steps.left(session, letter_id, frozenset({LetterState.ISSUED}), refusal)
    guard.days(on, on, today, "on")
    letter_steps.prove(session, letter, LetterState.SENT, exhibit_id)
    letter.state, letter.sent_on, letter.channel = LetterState.SENT.value, on, channel.value
    letter.tracking = clean.short("reference", reference)
    journal.write(session, Action.LETTER_SENT, Kind.LETTER, letter.id, now)
    model = packs[letter.jurisdiction].letters.get(letter.model)
    records = None if model is None else model.records
    event_id = letter_steps.happen(session, letter, records, on, now, exhibit_id=exhibit_id, reference=letter.tracking)
    if channel is Channel.RECEIPT:
        letter.state, letter.received_on = LetterState.RECEIVED.value, on
        letter_steps.prove(session, letter, LetterState.RECEIVED, exhibit_id)
        journal.write(session, Action.LETTER_RECEIVED, Kind.LETTER, letter.id, now)
        letter_steps.happen(session, letter, letter_steps.received_by(model), on, now, exhibit_id=exhibit_id)
    return event_id
