"""Qualification: the offences of the law held against each incident, what they ask and which exhibits answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.law.assess import Assessment, NotApplicable, assess_rule
from casedesk.law.facts import Happening, Occurrence
from casedesk.law.offences import Answer, Qualification, qualify, standing, suggest
from casedesk.law.pack import Offence, Pack
from casedesk.law.when import When
from casedesk.queries.case_file import load_one
from casedesk.queries.incidents import IncidentCard, incident_cards
from casedesk.queries.reading import CaseReading, Reader
from casedesk.queries.values import ItemState, Role
from casedesk.records import ElementExhibit, Incident

__all__ = ["Answer", "ElementRow", "ExhibitLine", "IncidentReading", "OffenceRow", "QualificationSheet", "ReadIn"]

_LOOKED_AT = frozenset(ItemState) - {ItemState.NOT_CHECKED}


class ReadIn(StrEnum):
    """Where the answer to a question comes from."""

    ASKED = "asked"  # nobody knows it but who is asked
    FACTS = "facts"  # noted with the facts: online, public, days of incapacity
    PERSON = "person"  # her date of birth
    AUTHORS = "authors"  # who is accused
    CONTENTS = "contents"  # what became of them


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One question of fact of an incident: where it stands, where that is read, the exhibits said to show it."""

    answer: Answer
    read_in: ReadIn
    exhibits: tuple[str, ...]  # ids


@dataclass(frozen=True, slots=True)
class OffenceRow:
    """One offence held against an incident. `because` are the answers that suggest it, empty when none does.

    `clocks` is what the law answers for each limitation that would run if it were chosen.
    """

    read: Qualification
    chosen: bool
    because: tuple[str, ...]
    clocks: tuple[Assessment, ...]

    @property
    def offence(self) -> Offence:
        """The offence."""
        return self.read.offence


@dataclass(frozen=True, slots=True)
class IncidentReading:
    """One incident under every offence of the law, in the order of the pack. `questions` holds each question by name.

    `when` is the day recorded, else that of its first content.
    """

    card: IncidentCard
    when: When | None
    offences: tuple[OffenceRow, ...]
    questions: Mapping[str, ElementRow]


@dataclass(frozen=True, slots=True)
class ExhibitLine:
    """An exhibit of the case; `incident_id` is the incident whose content it shows, empty for any other."""

    id: str
    number: int
    title: str
    incident_id: str


@dataclass(frozen=True, slots=True)
class QualificationSheet:
    """The page."""

    case_id: str
    jurisdiction: str
    closed: bool
    incidents: tuple[IncidentReading, ...]
    exhibits: tuple[ExhibitLine, ...]


def qualification_sheet(session: Session, packs: Mapping[str, Pack], case_id: str, today: date) -> QualificationSheet:
    """Hold every offence of the country's law against each incident of a case.

    Raises:
        NotFound: no such case.
    """
    reading = Reader(packs, today).read(load_one(session, case_id))
    file = reading.file
    shown = _shown(session, reading)
    return QualificationSheet(
        case_id=file.case.id,
        jurisdiction=file.case.jurisdiction,
        closed=file.case.closed_on is not None,
        incidents=tuple(
            _read(reading, card, incident, shown)
            for card, incident in zip(incident_cards(reading), file.incidents, strict=True)
        ),
        exhibits=tuple(
            ExhibitLine(one.id, one.number, one.title, _owner(reading, one.item_id)) for one in file.exhibits
        ),
    )


def _owner(reading: CaseReading, item_id: str | None) -> str:
    incident = reading.file.incident_of(item_id) if item_id else None
    return incident.id if incident else ""


def _shown(session: Session, reading: CaseReading) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read which exhibits show which element of which incident, in the order of their numbers."""
    ids = [incident.id for incident in reading.file.incidents]
    cells = set(
        session.execute(
            select(ElementExhibit.incident_id, ElementExhibit.element, ElementExhibit.exhibit_id).where(
                ElementExhibit.incident_id.in_(ids)
            )
        )
    )
    pairs = {(incident, element) for incident, element, _exhibit in cells}
    return {pair: tuple(one.id for one in reading.file.exhibits if (*pair, one.id) in cells) for pair in pairs}


def _read(
    reading: CaseReading, card: IncidentCard, incident: Incident, shown: Mapping[tuple[str, str], tuple[str, ...]]
) -> IncidentReading:
    occurrence = next(
        one
        for one in reading.facts.occurrences
        if one.what is Happening.OFFENCE and one.subject == incident.id  # told at least once, whatever was chosen
    )
    pack = reading.pack
    suggested = {one.qualification.offence.id: one.because for one in suggest(pack, reading.facts, occurrence)}
    names = {name for offence in pack.offences.values() for name in asked_by(offence)}
    return IncidentReading(
        card=card,
        when=occurrence.when,
        offences=tuple(
            OffenceRow(
                read=qualify(offence, reading.facts, occurrence),
                chosen=offence.id in incident.offences,
                because=suggested.get(offence.id, ()),
                clocks=tuple(_clocks(reading, offence, occurrence)),
            )
            for offence in pack.offences.values()
        ),
        questions={
            name: ElementRow(
                Answer(name, standing(name, reading.facts, occurrence)),
                _read_in(reading, incident, name),
                shown.get((incident.id, name), ()),
            )
            for name in sorted(names)
        },
    )


def asked_by(offence: Offence) -> tuple[str, ...]:
    """List every question of an offence once: its elements, what rules it out, its circumstances."""
    circumstances = (name for tier in offence.aggravations for name in (*tier.all_of, *tier.any_of))
    return tuple(dict.fromkeys((*offence.elements, *offence.excluded_by, *circumstances)))


def _clocks(reading: CaseReading, offence: Offence, occurrence: Occurrence) -> Iterable[Assessment]:
    """Ask what would limit the offence, were it chosen for this incident."""
    would_be = replace(occurrence, about={**occurrence.about, "offence": offence.id})
    for name in offence.limitation:
        rule = reading.pack.rules[name]
        if rule.trigger is Happening.OFFENCE:
            answer = assess_rule(reading.pack, rule, reading.facts, would_be, reading.today, reading.calendar)
            if not isinstance(answer, NotApplicable):
                yield answer


def _read_in(reading: CaseReading, incident: Incident, name: str) -> ReadIn:
    """Say where the answer to a question is read; ASKED where only an answer can tell."""
    file = reading.file
    element = reading.pack.elements.get(name)
    if element is not None:
        return {"incapacity_days": ReadIn.FACTS, "victim_age": ReadIn.PERSON}.get(element.number, ReadIn.ASKED)
    read = {
        "online": (incident.online is not None, ReadIn.FACTS),
        "public": (incident.public is not None, ReadIn.FACTS),
        "victim_minor_at_facts": (bool(file.accompanied and file.accompanied.born_on), ReadIn.PERSON),
        "author_known": (bool(file.of_role(Role.AUTHOR)) and name not in file.case.answers, ReadIn.AUTHORS),
        "content_online": (any(item.state in _LOOKED_AT for item in file.items), ReadIn.CONTENTS),
    }
    known, where = read.get(name, (False, ReadIn.ASKED))
    return where if known else ReadIn.ASKED
