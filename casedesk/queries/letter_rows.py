"""The letters of a case, one row each, and those that can be written."""

from dataclasses import dataclass
from datetime import date, datetime

from casedesk.law.facts import Happening
from casedesk.law.pack import LetterGroup
from casedesk.queries.letter_life import NextStep, next_step
from casedesk.queries.reading import CaseReading
from casedesk.queries.silence import addressed_to, is_silent
from casedesk.queries.values import Channel, LetterState
from casedesk.records import Letter


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter. The two `_sealed_as` names are empty until it is issued.

    `to` is whom it was written to, once issued. `days` counts from its receipt, else its sending; None until it left.
    `silent`: an answer is late, or what its silence opens is open. `reminder` is the model that reminds of it, empty
    when there is none, and `reminded` says that one was begun at least. `redone`: another letter was begun in its
    place. `about` is the title of the letter it reminds of, or redoes.
    """

    id: str
    version: int
    model: str
    title: str
    to: str
    state: LetterState
    created_at: datetime
    issued_at: datetime | None
    channel: Channel | None
    tracking: str
    sent_on: date | None
    received_on: date | None
    answered_on: date | None
    answer: Happening | None
    days: int | None
    silent: bool
    next: NextStep
    reminder: str
    reminded: bool
    redone: bool
    answers_possible: tuple[Happening, ...]
    about: str
    docx_sealed_as: str
    pdf_sealed_as: str


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A letter of the catalogue that can be written in this case: its shelf, and when it is of use."""

    model: str
    title: str
    group: LetterGroup
    use: str


def letter_rows(reading: CaseReading) -> tuple[LetterRow, ...]:
    """List the letters of a case: those that wait for her first, then the newest."""
    rows = [_row(reading, letter) for letter in reading.file.letters]
    return tuple(sorted(rows, key=lambda row: (_PLACE[row.next], -row.created_at.timestamp())))


_PLACE = {
    NextStep.REMIND: 0,
    NextStep.SEND: 1,
    NextStep.ISSUE: 2,
    NextStep.READ: 3,
    NextStep.WRITE: 4,
    NextStep.RECEIVE: 5,
    NextStep.ANSWER: 5,
    NextStep.NOTHING: 6,
}


def letter_choices(reading: CaseReading) -> tuple[LetterChoice, ...]:
    """List the letters that can be written, shelf by shelf."""
    shelves = list(LetterGroup)
    models = sorted(reading.pack.letters.values(), key=lambda model: shelves.index(model.group))
    return tuple(LetterChoice(model.id, model.title, model.group, model.use) for model in models)


def _row(reading: CaseReading, letter: Letter) -> LetterRow:
    model = reading.pack.letters.get(letter.model)
    silent = is_silent(reading, letter)
    since = letter.received_on or letter.sent_on
    reminder = "" if model is None else model.reminder
    after = {one.model for one in reading.file.letters if one.about_id == letter.id}
    reminded, redone = reminder in after, letter.model in after
    return LetterRow(
        id=letter.id,
        version=letter.version,
        model=letter.model,
        title=letter.title,
        to=addressed_to(letter),
        state=LetterState(letter.state),
        created_at=letter.created_at,
        issued_at=letter.issued_at,
        channel=Channel(letter.channel) if letter.channel else None,
        tracking=letter.tracking,
        sent_on=letter.sent_on,
        received_on=letter.received_on,
        answered_on=letter.answered_on,
        answer=Happening(letter.answer) if letter.answer else None,
        days=None if since is None else (reading.today - since).days,
        silent=silent,
        next=next_step(letter, late=silent and bool(reminder) and not reminded, redone=redone),
        reminder=reminder,
        reminded=reminded,
        redone=redone,
        answers_possible=() if model is None else model.answers,
        about=next((one.title for one in reading.file.letters if one.id == letter.about_id), ""),
        docx_sealed_as=letter.docx_sealed_as,
        pdf_sealed_as=letter.pdf_sealed_as,
    )
