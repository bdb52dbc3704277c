"""A case with a letter ready to be issued, whatever its model, and the gestures that take it further."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from casedesk.law.assess import Due
from casedesk.law.pack import Pack
from casedesk.queries.case_file import load_one
from casedesk.queries.letter_draft import LetterDraft, letter_draft
from casedesk.queries.reading import Reader
from casedesk.records import Channel, Event, Letter
from casedesk.services import letters
from tests.factories import DEEPFAKE, NOW, TODAY, a_case, a_content, a_person, an_association, an_exhibit, an_incident

Packs = Mapping[str, Pack]
ALONE = "seule ce soir"


def seal(content: bytes) -> str:
    """Name a file by its digest and keep nothing."""
    return hashlib.sha256(content).hexdigest()[:32]


class LetterBench:
    """One case on X, its letters, and the day it is."""

    def __init__(self, session: Session, packs: Packs, *, offences: tuple[str, ...] = (DEEPFAKE,), **told: Any) -> None:
        self.session = session
        self.packs = packs
        self.today = TODAY
        self.now = NOW
        an_association(session, jurisdiction=told.get("jurisdiction", "fr"))
        self.case_id = a_case(session, packs, **told)
        a_person(session, self.case_id)
        self.incident_id = an_incident(session, packs, self.case_id, offences=offences)
        self.item_id = a_content(session, self.case_id, self.incident_id)
        self.exhibit_id = an_exhibit(session, packs, self.case_id, item_id=self.item_id)

    def go_to(self, day: date) -> None:
        """Let days pass."""
        self.today = day
        self.now = datetime(day.year, day.month, day.day, 10, 30, tzinfo=UTC)

    def draft(self, letter: Letter) -> LetterDraft:
        """Read the page of a letter."""
        self.session.flush()
        return letter_draft(self.session, self.packs, self.case_id, letter.model, self.today, letter_id=letter.id)

    def ready(self, model: str) -> Letter:
        """Begin a letter and answer all that it asks for itself."""
        letter_id = letters.start(self.session, self.packs, self.case_id, model, today=self.today, now=self.now)
        letter = self.session.get_one(Letter, letter_id)
        self.complete(letter)
        return letter

    def complete(self, letter: Letter) -> None:
        """Answer all that a letter asks for itself, with the examples of its questions."""
        for question in self.draft(letter).missing:
            if question.required and question.fact.startswith("answers."):
                self.answer(letter, question.fact, question.example)
        self.session.flush()

    def answer(self, letter: Letter, fact: str, value: Any) -> None:
        """Answer one question."""
        letters.answer(self.session, self.packs, letter.id, fact, value, today=self.today, now=self.now)
        self.session.flush()

    def issue(self, letter: Letter, **told: Any) -> Letter:
        """Issue a letter, alone unless told."""
        given: dict[str, Any] = {"alone_because": ALONE} | told
        letters.issue(
            self.session, self.packs, letter.id, letter.version, seal=seal, today=self.today, now=self.now, **given
        )
        self.session.flush()
        return letter

    def send(self, letter: Letter, on: date | None = None, channel: Channel = Channel.LRAR, **told: Any) -> str:
        """Mark a letter as sent."""
        event_id = letters.mark_sent(
            self.session,
            self.packs,
            letter.id,
            on=on or self.today,
            channel=channel,
            today=self.today,
            now=self.now,
            **told,
        )
        self.session.flush()
        return event_id

    def sent(self, model: str, **told: Any) -> Letter:
        """Begin, complete, issue and send a letter."""
        letter = self.issue(self.ready(model))
        self.send(letter, **told)
        return letter

    def back(self, gesture: str, letter: Letter, **told: Any) -> str:
        """Note what came back of a letter: `mark_received`, `mark_answered`."""
        given: dict[str, Any] = {"on": self.today, "today": self.today, "now": self.now} | told
        event_id: str = getattr(letters, gesture)(self.session, self.packs, letter.id, **given)
        self.session.flush()
        return event_id

    def clocks(self, event_id: str) -> dict[str, bool]:
        """Name the rules whose clock an event started, and whether what stops each has happened."""
        self.session.flush()
        reading = Reader(self.packs, self.today).read(load_one(self.session, self.case_id))
        dues = (one for one in reading.assessments if isinstance(one, Due) and one.subject == event_id)
        return {due.rule.id: due.met for due in dues}

    def happenings(self) -> list[str]:
        """List the events of the case, as they were written."""
        self.session.flush()
        found = self.session.query(Event).filter(Event.case_id == self.case_id)
        return [event.what for event in found.order_by(Event.recorded_at, Event.id)]
