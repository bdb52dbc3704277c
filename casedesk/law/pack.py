"""What a jurisdiction's folder is made of, once read: frozen, checked, ready for the engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from casedesk.errors import CasedeskError
from casedesk.law.facts import Facts, Happening, Value
from casedesk.law.period import Period
from casedesk.law.regime import Regime


class Mark(StrEnum):
    """How far the law behind a line was checked. Only VERIFIED may be shown as law without a warning."""

    VERIFIED = "VERIFIED"
    SECONDARY = "SECONDARY"
    UNVERIFIED = "UNVERIFIED"


class Clock(StrEnum):
    """Kinds of clock, never mixed."""

    LIMITATION = "limitation"
    ACT_BY = "act_by"
    OPENS_ON = "opens_on"
    EVIDENCE = "evidence_evaporates"
    ANSWER = "answer_expected"
    TARGET = "target"
    RETENTION = "our_retention"


class StartsFrom(StrEnum):
    """From what the period runs."""

    TRIGGER = "trigger"
    MAJORITY = "majority"  # the person's eighteenth birthday


class IpGate(StrEnum):
    """May investigators ask for connection data (France: CPP 60-1-2)? NOT_SETTLED where the law has no such gate."""

    FIRST = "1"
    SECOND = "2"
    NO = "no"
    NOT_SETTLED = "not_settled"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text was read. `read` says in what state and when."""

    id: str
    title: str
    url: str
    read: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Citation:
    """An article as it must be written, its source, and how far it was checked."""

    text: str
    source: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """The rule as it stood for triggers from `applies_from` to `applies_until` (both included; None = open).

    `duration` is None when the text was not found or gives no number: the rule then answers Unknown, never a date;
    `without_number` then quotes what a text that was read says instead ("sans délai"). `fixed_on` is the day that the
    text itself fixes, for a rule that belongs to no case.
    `safe_days` are taken off the prudent day where the text leaves the first day in doubt.
    """

    applies_from: date | None
    applies_until: date | None
    regime: Regime
    duration: Period | None
    article: Citation
    also: tuple[Citation, ...] = ()
    safe_days: int = 0
    note: str = ""
    without_number: str = ""
    fixed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example a jurist can check by hand."""

    facts: Facts
    today: date
    due: date | None  # last legal day, or the opening day of a gate
    prudent: date | None
    unknown: str = ""  # the fact expected to be missing, or how the law falls short: "duration", "no_number"…
    not_applicable: bool = False
    why: str = ""
    until: datetime | None = None  # the instant a period of hours ends


@dataclass(frozen=True, slots=True)
class Rule:
    """One clock. `title`, `bound` and `lost` are in the pack's language.

    `rows` are the lines of the legal dossiers that it answers. `requires` must have happened for it to apply at all.
    An act of `confirmed_by` restarts the clock only once one of its confirmations has happened.
    """

    id: str
    title: str
    clock: Clock
    trigger: Happening
    starts_from: StartsFrom
    bound: str  # who must act, in words
    lost: str  # what is lost or opens
    versions: tuple[RuleVersion, ...]
    when: Mapping[str, Value | tuple[Value, ...]]
    restarted_by: tuple[Happening, ...]
    not_restarted_by: tuple[Happening, ...]
    met_by: tuple[Happening, ...]  # what, once done, stops the countdown
    letters: tuple[str, ...]
    doubts: tuple[str, ...]
    checked_on: date
    examples: tuple[Example, ...]
    urgent: bool = False  # shown as urgent when no date can be computed
    also_from: tuple[Happening, ...] = ()  # other happenings that start the same clock
    rows: tuple[str, ...] = ()
    requires: tuple[Happening, ...] = ()
    confirmed_by: Mapping[Happening, tuple[Happening, ...]] = field(default_factory=dict)
    file: str = ""  # of the pack, where it is written
    words: tuple[str, ...] = ()  # what people call it, to find it by

    def version_on(self, day: date) -> RuleVersion:
        """Find the version in force on a day; where none is, the last one."""
        for version in self.versions:
            since = version.applies_from is None or version.applies_from <= day
            if since and (version.applies_until is None or day <= version.applies_until):
                return version
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class Element:
    """A yes-or-no question about the facts, asked once and read by every offence that names it.

    `says` words the answer yes, as it stands in a reason ("des actes répétés"). `help` explains what counts. Where the
    answer follows from a number (`number`: days of incapacity, her age), it is yes `above` or `below` it: nobody asks.
    `tells` is what a yes says happened too, where the law counts from it (a call left a trace at the operator's).
    """

    id: str
    ask: str
    says: str
    help: str = ""
    number: str = ""
    above: int | None = None
    below: int | None = None
    tells: Happening | None = None


@dataclass(frozen=True, slots=True)
class Aggravation:
    """A heavier penalty: at least `at_least` of the circumstances `any_of` (elements, or yes-or-no facts) are met.

    So must be each of `all_of`, where there are any. `ip_gate` is None when it stays that of the offence.
    """

    any_of: tuple[str, ...]
    at_least: int
    penalty: str
    says: str  # "commis en ligne, ou deux circonstances réunies"
    citation: Citation
    ip_gate: IpGate | None = None
    gate_reason: str = ""
    all_of: tuple[str, ...] = ()


class Nature(StrEnum):
    """What kind of offence it is."""

    CRIME = "crime"
    DELIT = "delit"
    CONTRAVENTION = "contravention"


@dataclass(frozen=True, slots=True)
class Offence:
    """A criminal qualification a jurist may choose. `citation` is written exactly as a letter must cite it.

    `elements` must all be met, `excluded_by` none (elements of the pack, or yes-or-no facts). `aggravations` go from
    the lightest to the heaviest.
    """

    id: str
    title: str
    citation: Citation
    penalty: str
    limitation: tuple[str, ...]  # ids of the rules that may limit it; each rule's own conditions decide
    complaint_required: bool
    complaint_article: str
    ip_gate: IpGate
    gate_reason: str
    element: str  # the fact, in one phrase, that must be said in the letter
    applies_from: date | None
    doubts: tuple[str, ...] = ()
    sexual: bool = False  # concerns sexual or intimate content: of a minor, no file is ever taken in
    nature: Nature = Nature.DELIT
    elements: tuple[str, ...] = ()
    excluded_by: tuple[str, ...] = ()
    aggravations: tuple[Aggravation, ...] = ()
    applies_until: date | None = None
    note: str = ""
    rows: tuple[str, ...] = ()
    press: bool = False  # words that the press law punishes: its short clocks and strict forms apply


@dataclass(frozen=True, slots=True)
class Route:
    """Something she can do now. Conditions are flat; `done_by` happenings close it."""

    id: str
    title: str
    why: str  # one sentence: what it gives her
    effect: str  # what it does to the clocks and to the other routes
    cost: str
    risk: str
    needs: tuple[Happening, ...]  # at least one must have happened; empty = open at once
    gate: str  # id of an OPENS_ON rule that must have opened; empty = none
    done_by: tuple[Happening, ...]
    when: Mapping[str, Value | tuple[Value, ...]]
    letters: tuple[str, ...]
    citation: Citation
    delay: str = ""  # how long it takes, in words; empty = not known
    doubts: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()  # whom to turn to
    offences: tuple[str, ...] = ()  # open only for these; empty = for all


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody one writes to or calls: a platform's legal entity, a court, an authority, a hotline, a helper.

    Empty fields are not known. `kind`: platform, prosecutor, court, authority, out_of_court (a private body settling
    disputes with platforms), trusted_flagger, hotline, support, authenticity (tells how a content was made). `proves`
    and `does_not_prove` belong to the last.
    """

    id: str
    name: str
    address: tuple[str, ...]
    channel: str  # web form or address for notices
    kind: str
    platforms: tuple[str, ...]
    mark: Mark
    checked_on: date
    source: str = ""  # id of a source of the pack, or the page's address
    for_whom: str = ""
    hours: str = ""
    does: str = ""
    phone: str = ""
    proves: str = ""
    does_not_prove: str = ""
    note: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something a letter cannot do without. `fact` is a dotted name of the letter's context."""

    fact: str
    ask: str
    example: str
    required: bool = True


class LetterGroup(StrEnum):
    """The shelves of the catalogue of letters, in the order of a procedure."""

    COMPLAINT = "plainte"
    FOLLOW_UP = "suites"
    IDENTIFICATION = "identification"
    PLATFORMS = "plateformes"
    PERSONAL_DATA = "donnees"
    CIVIL_JUSTICE = "justice_civile"
    SUPPORT = "accompagnement"


class Reader(StrEnum):
    """Who will read a letter, which decides what of the person it may say."""

    AUTHORITY = "authority"  # prosecutor, police, court, regulator, legal-aid office
    OTHER_SIDE = "other_side"  # platform, author, site: never where she is; her name only if she signs
    ALLY = "ally"  # her lawyer, a body that helps
    PERSON = "person"  # herself
    WITNESS = "witness"


class Signatory(StrEnum):
    """Who may sign a letter."""

    PERSON = "person"
    ASSOCIATION = "association"
    WITNESS = "witness"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a letter that may be switched on or off. `why` helps to decide."""

    id: str
    title: str
    why: str
    proposed: bool = True


@dataclass(frozen=True, slots=True)
class LetterModel:
    """A letter of the catalogue: its template, who reads and signs it, what it must be told, what it starts.

    `records` is the event that sending it writes, `received` the one its receipt writes, `answers` those that answer
    it; `reminder` names the letter that reminds of it. `dossier` is the section of a legal dossier that it follows.
    """

    id: str
    title: str
    template: Path
    clauses_folder: Path  # the clauses it may quote, a .docx each
    group: LetterGroup
    use: str
    addressee: str  # body id or kind; empty = nobody of the directory
    reader: Reader
    signs: tuple[Signatory, ...]  # the first is proposed
    dossier: str
    questions: tuple[Question, ...]
    clauses: tuple[Clause, ...]
    citations: tuple[Citation, ...]
    records: Happening | None
    received: Happening | None
    answers: tuple[Happening, ...]
    reminder: str
    doubts: tuple[str, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which nobody works, as a law says it."""

    name: str
    month_day: tuple[int, int] | None  # fixed date
    easter: int | None  # days after Easter Sunday
    moon: str  # name of a moon-dependent feast, dated by estimate
    places: tuple[str, ...]  # empty = the whole jurisdiction
    since: int | None  # first year
    until: int | None  # last year
    article: str


@dataclass(frozen=True, slots=True)
class DeclaredDay:
    """A day off announced once, by decree or communiqué. `confirms` names the moon-dependent feast it settles."""

    day: date
    name: str
    confirms: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A jurisdiction, whole."""

    id: str
    title: str
    language: str
    version: str
    places: tuple[str, ...]
    folder: Path
    sources: Mapping[str, Source]
    holidays: tuple[Holiday, ...]
    declared_days: tuple[DeclaredDay, ...]
    rules: Mapping[str, Rule]
    elements: Mapping[str, Element]
    offences: Mapping[str, Offence]
    routes: Mapping[str, Route]
    bodies: Mapping[str, Body]
    letters: Mapping[str, LetterModel]
    doubts: Mapping[str, str]
    kept_with_case: tuple[str, ...] = ()  # answers that all letters of a case share, without their `answers.`
    refused: tuple[CasedeskError, ...] = ()  # the association's own letters that cannot be used, each with why
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # every line of each legal dossier
    digest: str = ""  # of its texts as they were read: two packs that answer otherwise never share it
