"""Dossier: everything one case shows, in one frozen object."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Offence
from casedesk.law.routes import RouteAnswer
from casedesk.law.when import When
from casedesk.queries.deadlines import DeadlineRow, QuestionRow, UndatedRow, Urgency
from casedesk.queries.stage import Stage
from casedesk.queries.values import ItemState, LetterState, Role
from casedesk.queries.waiting import WaitingRow


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """Who, without a name; how she may be reached safely. `version` goes back with any change of these fields."""

    id: str
    version: int
    pseudonym: str
    jurisdiction: str
    place: str
    stage: Stage
    opened_on: date
    closed_on: date | None
    last_contact_on: date | None
    referent: str
    safe_contact: str
    safe_hours: str
    never: str
    danger_note: str
    consent_follow_up_on: date | None
    consent_sharing_on: date | None
    consent_statistics_on: date | None


@dataclass(frozen=True, slots=True)
class RaceLine:
    """One line of the race strip. Today stands at `fraction`: 0 at the start, 1 at the end or after."""

    clock: Clock
    title: str
    start: date
    end: date
    fraction: float
    urgency: Urgency
    deadline: DeadlineRow


class TimelineKind(StrEnum):
    """What a line of the timeline tells."""

    INCIDENT = "incident"
    CONTENT = "content"  # a content went online
    SEEN = "seen"  # seen for the first time
    EVENT = "event"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the timeline, oldest first; a line without a day comes last.

    `title` is the incident's or the letter's own; empty for an event, whose words come from `happening`. `derived` says
    that the moment was read in the content's identifier.
    """

    kind: TimelineKind
    when: When | None
    title: str
    happening: Happening | None
    platform: str  # value of evidence.links.Platform, or empty
    account: str
    exhibit: int | None
    reference: str
    note: str
    derived: bool
    subject_id: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One content. `short_id` is the post's identifier cut for reading, or the host for an unknown service."""

    id: str
    incident_id: str | None
    platform: str
    link_kind: str
    account: str
    post_id: str
    short_id: str
    url: str
    pasted: str
    created_at: datetime | None
    first_seen_on: date | None
    last_seen_on: date | None
    state: ItemState
    note: str
    exhibits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """One incident with its contents. `exhibits` are the numbers that show one of them."""

    id: str
    version: int
    title: str
    account_of_facts: str
    when: When | None
    online: bool | None
    public: bool | None
    where: str
    amount: Decimal | None
    currency: str
    effects: str
    incapacity_days: int | None
    offences: tuple[Offence, ...]
    items: tuple[ItemRow, ...]
    exhibits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One exhibit. `stored` says whether a sealed file goes with it."""

    id: str
    number: int
    title: str
    description: str
    item_id: str | None
    received_on: date
    brought_by: str
    original_name: str
    media_type: str
    size: int
    sha256: str
    stored: bool
    sealed_as: str


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter. The two `_sealed_as` names are empty until it is issued."""

    id: str
    version: int
    model: str
    title: str
    state: LetterState
    created_at: datetime
    issued_at: datetime | None
    sent_on: date | None
    docx_sealed_as: str
    pdf_sealed_as: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the case, masked: no name, no address. An author's accounts are shown: they are public traces."""

    id: str
    role: Role
    named: bool  # an identity is recorded
    born_on_known: bool
    minor_at_facts: bool | None
    accounts: tuple[str, ...]
    domiciled_at_association: bool


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A letter of the catalogue that can be written in this case."""

    model: str
    title: str


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """The whole page."""

    today: date
    header: CaseHeader
    people: tuple[PersonRow, ...]
    race: tuple[RaceLine, ...]
    timeline: tuple[TimelineRow, ...]
    incidents: tuple[IncidentCard, ...]
    loose_items: tuple[ItemRow, ...]  # contents tied to no incident yet
    routes: tuple[RouteAnswer, ...]
    deadlines: tuple[DeadlineRow, ...]
    undated: tuple[UndatedRow, ...]
    questions: tuple[QuestionRow, ...]
    waiting: tuple[WaitingRow, ...]
    letters: tuple[LetterRow, ...]
    catalogue: tuple[LetterChoice, ...]
    exhibits: tuple[ExhibitRow, ...]
