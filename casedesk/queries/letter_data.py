"""What a letter is told: plain frozen values, typed, not yet worded. No database here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from casedesk.law.pack import Aggravation, Body, LetterModel, Offence
from casedesk.law.when import When


@dataclass(frozen=True, slots=True)
class Sender:
    """The association."""

    name: str
    address: tuple[str, ...]
    town: str
    email: str
    phone: str
    registration: str


@dataclass(frozen=True, slots=True)
class Party:
    """A person of the case, as far as known. `addressed_as` is madam, sir or neutral."""

    addressed_as: str
    given_name: str
    family_name: str
    born_on: date | None
    birth_place: str
    nationality: str
    profession: str
    address: tuple[str, ...]
    phone: str
    email: str
    accounts: tuple[str, ...]
    domiciled_at_association: bool
    domicile_agreed_on: date | None


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One content of an incident. `exhibits` are the numbers that show it."""

    number: int  # 1, 2, 3 … over the whole letter
    platform: str  # value of evidence.links.Platform
    host: str
    url: str
    post_id: str
    account: str
    created_at: datetime | None  # derived from the identifier
    first_seen_on: date | None
    last_seen_on: date | None
    state: str
    exhibits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident, told in order of time."""

    title: str
    account_of_facts: str
    when: When | None
    where: str
    online: bool | None
    amount: Decimal | None
    currency: str
    effects: str
    incapacity_days: int | None
    contents: tuple[ContentLine, ...]
    exhibits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExhibitLine:
    """One line of the list of exhibits."""

    number: int
    title: str
    received_on: date
    sha256: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """An earlier procedural event the letter may recall."""

    what: str  # value of law.facts.Happening
    when: When | None
    reference: str
    exhibit: int | None


@dataclass(frozen=True, slots=True)
class LetterData:
    """Everything one letter may say.

    `answers` hold what was asked for this letter only, keyed by the question's fact without its `answers.`.
    `ip_deletion_on` is the first day on which connection data may lawfully be erased, when the pack computes one from
    a text that was read.
    `urgent_retention` says that no duration is known and that one must hurry (Mali). `heavier` holds, by offence, the
    heavier penalty that the facts at hand meet.
    """

    model: LetterModel
    jurisdiction: str
    place: str
    today: date
    sender: Sender
    person: Party
    representatives: tuple[Party, ...]
    authors: tuple[Party, ...]
    addressee: Body | None
    incidents: tuple[IncidentLine, ...]
    offences: tuple[Offence, ...]
    exhibits: tuple[ExhibitLine, ...]
    steps: tuple[StepLine, ...]
    providers: tuple[Body, ...]  # legal entities of the platforms concerned
    ip_deletion_on: date | None
    urgent_retention: bool
    minor_concerned: bool
    answers: dict[str, str]
    fictional: bool
    heavier: Mapping[str, Aggravation] = field(default_factory=dict)
