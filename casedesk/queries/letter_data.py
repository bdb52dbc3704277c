"""What a letter is told: plain frozen values, typed, not yet worded. No database here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from casedesk.law.offences import Standing
from casedesk.law.pack import Aggravation, Body, LetterModel, Mark, Offence
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
class PastLetter:
    """A letter that left: what it was, how it went, how long ago. `days` counts from its receipt, else its sending."""

    title: str
    to: str
    sent_on: date
    way: str  # value of records.letter.Channel; empty when not told
    number: str  # of the registered letter, of the form
    received_on: date | None
    proof: int | None  # the exhibit that proves it was sent or received
    days: int


@dataclass(frozen=True, slots=True)
class SilenceRule:
    """What a silence opens or misses, by which text. `day` is when: behind or ahead of today."""

    title: str
    day: date
    article: str
    mark: Mark
    past: bool


@dataclass(frozen=True, slots=True)
class Silence:
    """A letter that nobody answered, with what was done since."""

    letter: PastLetter
    reminders: tuple[PastLetter, ...]
    rules: tuple[SilenceRule, ...]


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date to come: the one to act on, and the text it comes from."""

    title: str
    day: date
    article: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WayLine:
    """Something she can do today."""

    title: str
    delay: str
    cost: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One element that a qualification asks for, and the numbers of the exhibits that show it."""

    offence: str
    incident: str
    says: str
    standing: Standing
    exhibits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Consents:
    """What she agreed to, and when; None = not asked, or withdrawn."""

    follow_up_on: date | None = None
    sharing_on: date | None = None
    statistics_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetterData:
    """Everything one letter may say.

    `answers` hold what was asked for this letter only, keyed by the question's fact without its `answers.`.
    `ip_deletion_on` is the first day on which connection data may lawfully be erased, when the pack computes one from
    a text that was read.
    `urgent_retention` says that no duration is known and that one must hurry (Mali). `heavier` holds, by offence, the
    heavier penalty that the facts at hand meet. `clauses` says which switchable parts stand; `about` is the letter this
    one reminds of or answers to; `notices` are the earlier letters to platforms.
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
    clauses: Mapping[str, bool] = field(default_factory=dict)
    about: PastLetter | None = None
    notices: tuple[PastLetter, ...] = ()
    silences: tuple[Silence, ...] = ()
    dates: tuple[DateLine, ...] = ()
    ways: tuple[WayLine, ...] = ()
    helpers: tuple[Body, ...] = ()  # hotlines and those who support
    consents: Consents = Consents()
    elements: tuple[ElementLine, ...] = ()
