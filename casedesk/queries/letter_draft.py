"""Rédaction: what a letter would say today, what it still lacks, what may go into it."""

from dataclasses import dataclass
from enum import StrEnum

from casedesk.law.pack import LetterModel, Question
from casedesk.queries.letter_data import LetterData
from casedesk.queries.values import LetterState


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question of the letter that has its answer, as typed or as recorded."""

    question: Question
    answer: str


class Warn(StrEnum):
    """What to look at before issuing; the sentence is worded by the screen."""

    DOUBT = "doubt"  # a point of law a jurist must settle; `about` is its id in the pack
    NOT_VERIFIED = "not_verified"  # an article cited was not read in its text; `about` is the article
    NO_OFFENCE = "no_offence"  # no qualification chosen; `about` is the incident's title
    NO_DAY = "no_day"  # the incident has no day; `about` is its title
    NO_EXHIBIT = "no_exhibit"  # nothing proves it; `about` is the incident's title
    NO_INCIDENT = "no_incident"
    NO_ADDRESSEE = "no_addressee"
    NO_SHARING_CONSENT = "no_sharing_consent"
    MINOR = "minor"
    HOME_ADDRESS = "home_address"  # her own address would be read by others


@dataclass(frozen=True, slots=True)
class DraftWarning:
    """One warning and what it is about."""

    code: Warn
    about: str = ""


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

    The letter can be issued when `missing` holds no required question.
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

    @property
    def ready(self) -> bool:
        """Say whether nothing required is missing."""
        return not any(question.required for question in self.missing)
