"""What a letter's page says of its life: its parts, its second reader, what can be noted of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casedesk.law.facts import Happening
from casedesk.law.pack import LetterModel
from casedesk.queries.letter_data import LetterData
from casedesk.queries.values import Channel, LetterState
from casedesk.records import Letter


@dataclass(frozen=True, slots=True)
class ClauseChoice:
    """A part of a letter that may be switched. `proposed` is how it stands when nobody touched it."""

    id: str
    title: str
    why: str
    on: bool
    proposed: bool


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a letter before it left, and what was said of it; `by` is empty while nobody did.

    `sha256` is the digest of the text approved. `alone_because` says why nobody read it.
    """

    by: str = ""
    at: datetime | None = None
    on: date | None = None
    remark: str = ""
    sha256: str = ""
    alone_because: str = ""

    @property
    def approved(self) -> bool:
        """Say whether a text was approved."""
        return bool(self.sha256)


@dataclass(frozen=True, slots=True)
class Journey:
    """How a letter went: `channel` is None and the days are None while nobody said.

    `text` is what it says for good and `sha256` the digest of its PDF, both empty until it is issued. `answer` is None
    too where the answer is none of those the law counts from.
    """

    issued_on: date | None = None
    text: str = ""
    sha256: str = ""
    channel: Channel | None = None
    tracking: str = ""
    sent_on: date | None = None
    received_on: date | None = None
    answered_on: date | None = None
    answer: Happening | None = None
    answer_note: str = ""


class NextStep(StrEnum):
    """What comes next in the life of a letter."""

    WRITE = "write"
    READ = "read"  # by the second reader
    ISSUE = "issue"  # approved
    SEND = "send"
    RECEIVE = "receive"  # and answer: it was sent
    ANSWER = "answer"
    REMIND = "remind"  # an answer is late
    NOTHING = "nothing"


def next_step(letter: Letter, *, late: bool, redone: bool) -> NextStep:
    """Say what comes next.

    `late`: an answer is, and no reminder was begun; `redone`: another letter was begun in its place.
    """
    if late:
        return NextStep.REMIND
    if redone and letter.sent_on is None:
        return NextStep.NOTHING
    match LetterState(letter.state):
        case LetterState.DRAFT:
            return NextStep.WRITE
        case LetterState.REVIEW:
            return NextStep.ISSUE if letter.reviewed_sha256 else NextStep.READ
        case LetterState.ISSUED:
            return NextStep.SEND
        case LetterState.SENT:
            return NextStep.RECEIVE
        case LetterState.RECEIVED:
            return NextStep.ANSWER
        case LetterState.ANSWERED:
            return NextStep.NOTHING


def clause_choices(model: LetterModel, data: LetterData) -> tuple[ClauseChoice, ...]:
    """List the parts of a letter that may be switched, as they stand."""
    return tuple(
        ClauseChoice(clause.id, clause.title, clause.why, data.clauses.get(clause.id, clause.proposed), clause.proposed)
        for clause in model.clauses
    )


def review_of(letter: Letter | None) -> Review:
    """Tell who read a letter."""
    if letter is None:
        return Review()
    return Review(
        by=letter.reviewed_by,
        at=letter.reviewed_at,
        on=letter.reviewed_on,
        remark=letter.review_note,
        sha256=letter.reviewed_sha256,
        alone_because=letter.alone_because,
    )


def journey_of(letter: Letter | None) -> Journey:
    """Tell how a letter went."""
    if letter is None:
        return Journey()
    return Journey(
        issued_on=letter.issued_at.date() if letter.issued_at else None,
        text=letter.text,
        sha256=letter.pdf_sha256,
        channel=Channel(letter.channel) if letter.channel else None,
        tracking=letter.tracking,
        sent_on=letter.sent_on,
        received_on=letter.received_on,
        answered_on=letter.answered_on,
        answer=Happening(letter.answer) if letter.answer else None,
        answer_note=letter.answer_note,
    )
