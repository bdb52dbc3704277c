"""Dossier: everything one case shows, in one frozen object."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from casedesk.law.facts import Value
from casedesk.law.pack import Clock, Pack
from casedesk.law.routes import RouteAnswer, routes
from casedesk.queries.calendar import started_on
from casedesk.queries.case_file import CaseFile, load_one
from casedesk.queries.deadlines import CaseClocks, DeadlineRow, QuestionRow, UndatedRow, Urgency, clocks
from casedesk.queries.facts import minor_at
from casedesk.queries.incidents import IncidentCard, ItemRow, incident_cards, item_row
from casedesk.queries.letter_rows import LetterChoice, LetterRow, letter_choices, letter_rows
from casedesk.queries.reading import CaseReading, Reader
from casedesk.queries.stage import Stage, stage_of
from casedesk.queries.timeline import TimelineKind, TimelineRow, timeline
from casedesk.queries.values import Role
from casedesk.queries.waiting import WaitingRow, waiting
from casedesk.records import Exhibit, Person

__all__ = [
    "CaseHeader",
    "CaseSheet",
    "ExhibitRow",
    "IncidentCard",
    "ItemRow",
    "LetterChoice",
    "LetterRow",
    "PersonRow",
    "RaceLine",
    "TimelineKind",
    "TimelineRow",
    "case_sheet",
]

_RACING = (Clock.LIMITATION, Clock.EVIDENCE, Clock.RETENTION)


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
    """One line of the race strip. Today stands at `fraction`: 0 at the start, 1 at the end or after.

    Clocks cross where what identifies the author, or what we keep, may be gone while one may still act: such a line has
    `ends_too_soon`, and the limitation is `alone` from that fraction of its time on.
    """

    clock: Clock
    title: str
    start: date
    end: date
    fraction: float
    urgency: Urgency
    deadline: DeadlineRow
    ends_too_soon: bool = False
    alone: float | None = None


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
class PersonRow:
    """A person of the case, masked: no name, no address. An author's accounts are shown: they are public traces."""

    id: str
    role: Role
    named: bool  # an identity is recorded
    minor_at_facts: bool | None
    accounts: tuple[str, ...]
    domiciled_at_association: bool


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
    answers: Mapping[str, Value]  # what the law is told of the case as a whole


def case_sheet(session: Session, packs: Mapping[str, Pack], case_id: str, today: date) -> CaseSheet:
    """Read one case whole.

    Raises:
        NotFound: no such case.
    """
    reading = Reader(packs, today).read(load_one(session, case_id))
    file = reading.file
    laid = clocks(reading)
    awaited = waiting(reading)
    known = {incident.id for incident in file.incidents}
    return CaseSheet(
        today=today,
        header=_header(file, stage_of(file, waiting=bool(awaited))),
        people=tuple(_person(file, person) for person in file.people),
        race=_race(reading, laid),
        timeline=timeline(file),
        incidents=incident_cards(reading),
        loose_items=tuple(item_row(file, item) for item in file.items if item.incident_id not in known),
        routes=_routes(reading),
        deadlines=laid.deadlines,
        undated=laid.undated,
        questions=laid.questions,
        waiting=awaited,
        letters=letter_rows(reading),
        catalogue=letter_choices(reading),
        exhibits=tuple(_exhibit(exhibit) for exhibit in file.exhibits),
        answers=reading.facts.answers,
    )


def _header(file: CaseFile, stage: Stage) -> CaseHeader:
    case = file.case
    return CaseHeader(
        id=case.id,
        version=case.version,
        pseudonym=case.pseudonym,
        jurisdiction=case.jurisdiction,
        place=case.place,
        stage=stage,
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        last_contact_on=case.last_contact_on,
        referent=case.referent,
        safe_contact=case.safe_contact,
        safe_hours=case.safe_hours,
        never=case.never,
        danger_note=case.danger_note,
        consent_follow_up_on=case.consent_follow_up_on,
        consent_sharing_on=case.consent_sharing_on,
        consent_statistics_on=case.consent_statistics_on,
    )


def _race(reading: CaseReading, laid: CaseClocks) -> tuple[RaceLine, ...]:
    """Show the clocks that race against her, one line per rule: the most pressing date of each."""
    racing = [row for row in laid.deadlines if row.clock in _RACING and row.urgency is not Urgency.MET]
    limits, others = _ends(reading, racing)
    lines: dict[str, RaceLine] = {}
    for row in racing:
        start, end = min(started_on(row.due), row.due.legal_day), row.due.legal_day
        incident = _incident_id(reading, row)
        gone = min((day for day in others.get(incident, ()) if day < end), default=None)
        is_limit = row.clock is Clock.LIMITATION
        line = RaceLine(
            row.clock,
            row.title,
            start,
            end,
            _share(start, end, reading.today),
            row.urgency,
            row,
            ends_too_soon=not is_limit and any(end < day for day in limits.get(incident, ())),
            alone=_share(start, end, gone) if is_limit and gone is not None and end >= reading.today else None,
        )
        lines.setdefault(row.due.rule.id, line)
    return tuple(sorted(lines.values(), key=lambda line: _RACING.index(line.clock)))


def _share(start: date, end: date, day: date) -> float:
    """Say where a day stands between two others, from 0 to 1."""
    length = (end - start).days
    return 1.0 if length <= 0 else min(1.0, max(0.0, (day - start).days / length))


def _ends(reading: CaseReading, racing: list[DeadlineRow]) -> tuple[dict[str, list[date]], dict[str, list[date]]]:
    """Gather, by incident, until when one may act, and when what is needed for it may be gone."""
    ends: tuple[dict[str, list[date]], dict[str, list[date]]] = ({}, {})
    for row in racing:
        if row.clock is not Clock.LIMITATION or row.due.legal_day >= reading.today:
            where = ends[row.clock is not Clock.LIMITATION]
            where.setdefault(_incident_id(reading, row), []).append(row.due.legal_day)
    return ends


def _incident_id(reading: CaseReading, row: DeadlineRow) -> str:
    incident = reading.file.incident_of(row.subject_id)
    return incident.id if incident else ""


def _routes(reading: CaseReading) -> tuple[RouteAnswer, ...]:
    """Ask the law what can be done now."""
    return routes(reading.pack, reading.facts, reading.today, reading.calendar)


def _person(file: CaseFile, person: Person) -> PersonRow:
    minors = {minor_at(person.born_on, incident) for incident in file.incidents}
    at_facts = True if True in minors else (False if minors == {False} else None)
    is_author = person.role == Role.AUTHOR
    return PersonRow(
        id=person.id,
        role=Role(person.role),
        named=bool(person.given_name or person.family_name),
        minor_at_facts=at_facts,
        accounts=tuple(person.accounts) if is_author else (),
        domiciled_at_association=person.domiciled_at_association,
    )


def _exhibit(exhibit: Exhibit) -> ExhibitRow:
    return ExhibitRow(
        id=exhibit.id,
        number=exhibit.number,
        title=exhibit.title,
        description=exhibit.description,
        item_id=exhibit.item_id,
        received_on=exhibit.received_on,
        brought_by=exhibit.brought_by,
        original_name=exhibit.original_name,
        media_type=exhibit.media_type,
        size=exhibit.size,
        sha256=exhibit.sha256,
        stored=bool(exhibit.sealed_as),
        sealed_as=exhibit.sealed_as,
    )
