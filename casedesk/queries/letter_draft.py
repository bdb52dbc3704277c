"""Rédaction: what a letter would say today, what it still lacks, what may go into it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.facts import Happening
from casedesk.law.pack import Body, LetterModel, Pack, Question
from casedesk.law.pack import Reader as Audience
from casedesk.queries.association import association_sheet
from casedesk.queries.case_file import CaseFile, host, load_one, short_id
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_elements import elements_shown
from casedesk.queries.letter_gather import Chosen, addressee, possible_addressees
from casedesk.queries.letter_life import ClauseChoice, Journey, Review, clause_choices, journey_of, review_of
from casedesk.queries.letter_others import others_named
from casedesk.queries.letter_questions import answer_of
from casedesk.queries.letter_told import told
from casedesk.queries.letter_warnings import TO_PLATFORM, DraftWarning, Warn, warnings
from casedesk.queries.reading import CaseReading, Reader
from casedesk.queries.silence import in_order, is_silent
from casedesk.queries.values import ItemState, LetterState
from casedesk.records import Exhibit, Incident, Item, Letter

__all__ = [
    "AnsweredQuestion",
    "Choice",
    "ClauseChoice",
    "DraftWarning",
    "Journey",
    "LetterDraft",
    "Review",
    "Warn",
    "letter_draft",
]

_OPEN = frozenset({LetterState.DRAFT, LetterState.REVIEW})
_GONE = frozenset({ItemState.REMOVED, ItemState.BLOCKED, ItemState.DELISTED})


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question of the letter that has its answer, as typed or as recorded."""

    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An incident, a content or an exhibit that may go into the letter."""

    id: str
    label: str
    chosen: bool
    parent_id: str = ""  # the incident of a content, the content of an exhibit
    number: int | None = None  # of an exhibit


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """The page. `letter_id` and `version` are empty until something was written down.

    The letter can be issued when `ready`. `subjects` names, for a question about the incidents, the first incident
    that lacks the answer. `waived` gives why findings are passed over, by their key. `answers_possible` are the events
    that may answer the letter; `reminder` is the model that reminds of it, if there is one. `others` are names of
    people of other cases, for the linter alone: they are never shown.
    """

    letter_id: str
    version: int
    state: LetterState
    case_id: str
    pseudonym: str
    model: LetterModel
    data: LetterData
    missing: tuple[Question, ...]
    answered: tuple[AnsweredQuestion, ...]
    incidents: tuple[Choice, ...]
    items: tuple[Choice, ...]
    exhibits: tuple[Choice, ...]
    warnings: tuple[DraftWarning, ...]
    addressees: tuple[Body, ...]
    subjects: Mapping[str, str]
    docx_sealed_as: str  # both empty until the letter is issued
    pdf_sealed_as: str
    clauses: tuple[ClauseChoice, ...]
    waived: Mapping[str, str]
    review: Review
    journey: Journey
    about_id: str  # the letter that this one reminds of, or redoes
    sent_letters: tuple[Choice, ...]  # those it may be about
    answers_possible: tuple[Happening, ...]
    reminder: str
    silent: bool  # an answer to it is late
    others: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Say whether nothing required is missing."""
        return not any(question.required for question in self.missing)

    @property
    def changes(self) -> bool:
        """Say whether it may still be written."""
        return self.state in _OPEN


def letter_draft(
    session: Session,
    packs: Mapping[str, Pack],
    case_id: str,
    model_id: str,
    today: date,
    *,
    letter_id: str | None = None,
) -> LetterDraft:
    """Gather what a letter would say today: the draft named, else the last draft of this model, else a fresh one.

    Raises:
        NotFound: no such case, model or draft.
    """
    reading = Reader(packs, today).read(load_one(session, case_id))
    file = reading.file
    model = reading.pack.letters.get(model_id)
    letter = _letter(file, model_id, letter_id)
    if model is None or (letter_id is not None and letter is None):
        raise NotFound(
            "This is no longer there. Go back to the list and open it again."
        )  # the screen translates it: a query has no language
    chosen = _default(reading, model) if letter is None else _chosen(file, letter)
    data = told(reading, model, letter, chosen, association_sheet(session, file.case.jurisdiction))
    if model.reader is Audience.ALLY:
        data = replace(data, elements=elements_shown(session, reading, chosen.incidents))
    found = {question: answer_of(data, question.fact) for question in model.questions}
    return LetterDraft(
        letter_id="" if letter is None else letter.id,
        version=0 if letter is None else letter.version,
        state=LetterState.DRAFT if letter is None else LetterState(letter.state),
        case_id=file.case.id,
        pseudonym=file.case.pseudonym,
        model=model,
        data=data,
        missing=tuple(question for question, answer in found.items() if not answer),
        answered=tuple(AnsweredQuestion(question, answer) for question, answer in found.items() if answer),
        incidents=tuple(Choice(one.id, one.title, one in chosen.incidents) for one in file.incidents),
        items=tuple(Choice(one.id, _named(one), one in chosen.items, one.incident_id or "") for one in file.items),
        exhibits=tuple(
            Choice(one.id, one.title, one in chosen.exhibits, one.item_id or "", one.number) for one in file.exhibits
        ),
        warnings=tuple(warnings(reading, data)),
        addressees=possible_addressees(reading, model),
        subjects=_subjects(model, data),
        docx_sealed_as="" if letter is None else letter.docx_sealed_as,
        pdf_sealed_as="" if letter is None else letter.pdf_sealed_as,
        clauses=clause_choices(model, data),
        waived={} if letter is None else {key: str(reason) for key, reason in letter.waivers.items()},
        review=review_of(letter),
        journey=journey_of(letter),
        about_id="" if letter is None else letter.about_id,
        sent_letters=tuple(
            Choice(one.id, one.title, letter is not None and letter.about_id == one.id) for one in in_order(file)
        ),
        answers_possible=model.answers,
        reminder=model.reminder,
        silent=letter is not None and is_silent(reading, letter),
        others=others_named(session, file.case.id, data),
    )


def _named(item: Item) -> str:
    """Name a content by its site and its account."""
    return " · ".join(dict.fromkeys((host(item), short_id(item))))


def _letter(file: CaseFile, model_id: str, letter_id: str | None) -> Letter | None:
    """Find the letter asked for, or the last draft of this model."""
    if letter_id is not None:
        return next((letter for letter in file.letters if letter.id == letter_id and letter.model == model_id), None)
    drafts = [one for one in file.letters if one.model == model_id and one.state in _OPEN]
    return drafts[-1] if drafts else None


def _chosen(file: CaseFile, letter: Letter) -> Chosen:
    """Take what was chosen, in the order of the case."""
    return Chosen(
        tuple(one for one in file.incidents if one.id in letter.incident_ids),
        tuple(one for one in file.items if one.id in letter.item_ids),
        tuple(one for one in file.exhibits if one.id in letter.exhibit_ids),
    )


def _default(reading: CaseReading, model: LetterModel) -> Chosen:
    """Propose what goes into a letter nobody began: all of the case; for a platform, its own contents still there.

    The platform proposed is the one that holds the most of them.
    """
    file = reading.file
    incidents: tuple[Incident, ...] = tuple(file.incidents)
    items: tuple[Item, ...] = tuple(file.items)
    exhibits: tuple[Exhibit, ...] = tuple(file.exhibits)
    if model.addressee == TO_PLATFORM:
        left = [item for item in file.items if item.state not in _GONE and item.incident_id is not None]
        most = Counter(item.platform for item in left).most_common(1)
        first = next((item for item in left if item.platform == most[0][0]), None)
        items = tuple(item for item in left if first is not None and _goes_with(reading, model, first, item))
        shown = {item.incident_id for item in items}
        incidents = tuple(incident for incident in incidents if incident.id in shown)
        exhibits = tuple(one for one in exhibits if one.item_id in {item.id for item in items})
    return Chosen(incidents, items, exhibits)


def _goes_with(reading: CaseReading, model: LetterModel, first: Item, item: Item) -> bool:
    """Say whether two contents are written about to the same addressee."""
    body = addressee(reading, model, [first], "")
    return item.platform == first.platform if body is None else item.platform in body.platforms


def _subjects(model: LetterModel, data: LetterData) -> dict[str, str]:
    """Name the first incident that lacks each answer about the incidents."""
    lacking = {}
    for question in model.questions:
        room, _dot, name = question.fact.partition(".")
        if room == "incident":
            title = next((one.title for one in data.incidents if getattr(one, name) in {None, ""}), "")
            if title:
                lacking[question.fact] = title
    return lacking
