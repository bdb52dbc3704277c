"""The letters of a case: begun, answered, issued for good, sent."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.pack import Pack
from casedesk.queries.letter_draft import LetterDraft, letter_draft
from casedesk.records import Event, Exhibit, Incident, Item, Letter, LetterState, new_id
from casedesk.services import clean, guard, journal
from casedesk.services.frozen import frozen
from casedesk.services.journal import Action
from casedesk.services.letter_answers import answer
from casedesk.translate import _

__all__ = ["answer", "choose", "issue", "mark_sent", "start"]


def start(
    session: Session, packs: Mapping[str, Pack], case_id: str, model_id: str, *, today: date, now: datetime
) -> str:
    """Begin a letter with what it proposes to say, and return its id.

    Raises:
        NotFound: no such model in the law of the case's country.
        Conflict: the case is closed.
    """
    case = guard.open_case(session, case_id)
    pack = packs[case.jurisdiction]
    if model_id not in pack.letters:
        raise NotFound(_("This letter is not in the law of the country chosen."))
    proposed = letter_draft(session, packs, case.id, model_id, today)
    letter = Letter(
        id=new_id(),
        case_id=case.id,
        model=model_id,
        jurisdiction=case.jurisdiction,
        pack_version=pack.version,
        title=pack.letters[model_id].title,
        state=LetterState.DRAFT.value,
        incident_ids=[choice.id for choice in proposed.incidents if choice.chosen],
        item_ids=[choice.id for choice in proposed.items if choice.chosen],
        exhibit_ids=[choice.id for choice in proposed.exhibits if choice.chosen],
        answers={},
        data={},
        citations=[],
        created_at=now,
    )
    session.add(letter)
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
    letter = guard.draft_letter(session, letter_id)
    guard.same_version(letter, version)
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


def issue(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    version: int,
    *,
    seal: Callable[[bytes], str],
    today: date,
    now: datetime,
) -> None:
    """Render a letter, seal both files, and freeze all it says: it never changes again.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, the letter was issued, or it was changed meanwhile.
        InvalidInput: something required is missing; the field is the question's fact.
    """
    from casedesk.documents.letter import render

    letter = guard.draft_letter(session, letter_id)
    guard.same_version(letter, version)
    draft = letter_draft(session, packs, letter.case_id, letter.model, today, letter_id=letter.id)
    _refuse_holes(draft)
    rendered = render(draft.data)
    letter.pack_version = packs[letter.jurisdiction].version
    letter.template_sha256 = rendered.template_sha256
    letter.data = dict(frozen(draft.data))
    letter.citations = list(rendered.citations)
    letter.text = rendered.text
    letter.docx_sha256 = hashlib.sha256(rendered.docx).hexdigest()
    letter.pdf_sha256 = hashlib.sha256(rendered.pdf).hexdigest()
    letter.docx_sealed_as = seal(rendered.docx)
    letter.pdf_sealed_as = seal(rendered.pdf)
    letter.state = LetterState.ISSUED.value
    letter.issued_at = now
    journal.write(session, Action.LETTER_ISSUED, Kind.LETTER, letter.id, now)


def _refuse_holes(draft: LetterDraft) -> None:
    """Refuse a letter that lacks a required answer, at its first question."""
    for question in draft.missing:
        if question.required:
            raise InvalidInput(
                question.fact, _("This letter still lacks an answer: {question}").format(question=question.ask)
            )


def mark_sent(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    *,
    on: date,
    today: date,
    now: datetime,
    reference: str = "",
    exhibit_id: str | None = None,
) -> str:
    """Write that an issued letter was sent, on what day, under what number, with what proof; return the event's id.

    The event is the one its model names: dates run from it. Empty when the model names none.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter is a draft or was sent already.
        InvalidInput: the day is in the future or before the letter was issued, or the proof is of another case.
    """
    letter = guard.found(session, Letter, letter_id)
    case = guard.open_case(session, letter.case_id)
    if letter.state != LetterState.ISSUED or letter.issued_at is None:
        raise Conflict(_("Only a letter that was issued, once, can be marked as sent."))
    guard.days(on, on, today, "on")
    guard.of_case(session, Exhibit, exhibit_id, case.id, "exhibit_id")
    letter.state = LetterState.SENT.value
    letter.sent_on = on
    journal.write(session, Action.LETTER_SENT, Kind.LETTER, letter.id, now)
    model = packs[letter.jurisdiction].letters.get(letter.model)
    if model is None or model.records is None:
        return ""
    event = Event(
        id=new_id(),
        case_id=case.id,
        what=model.records.value,
        earliest_on=on,
        latest_on=on,
        letter_id=letter.id,
        exhibit_id=exhibit_id,
        reference=clean.short("reference", reference),
        note="",
        recorded_at=now,
    )
    session.add(event)
    journal.write(session, Action.EVENT_ADDED, Kind.EVENT, event.id, now)
    return event.id
