"""Which exhibit shows which element of each qualification chosen, and where nothing does."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.law.facts import Happening, Occurrence
from casedesk.law.offences import standing
from casedesk.queries.letter_data import ElementLine
from casedesk.queries.reading import CaseReading
from casedesk.records import ElementExhibit, Incident


def elements_shown(session: Session, reading: CaseReading, incidents: Sequence[Incident]) -> tuple[ElementLine, ...]:
    """List each element that a qualification chosen asks for: where it stands, and the exhibits that show it."""
    cells = _cells(session, [incident.id for incident in incidents])
    return tuple(line for incident in incidents for line in _of(reading, incident, cells))


def _of(reading: CaseReading, incident: Incident, cells: set[tuple[str, str, str]]) -> Iterator[ElementLine]:
    occurrence = _occurrence(reading, incident)
    for offence in reading.pack.offences.values():
        if offence.id not in incident.offences:
            continue
        for name in offence.elements:
            if name in reading.pack.elements:
                numbers = [one.number for one in reading.file.exhibits if (incident.id, name, one.id) in cells]
                yield ElementLine(
                    offence=offence.title,
                    incident=incident.title,
                    says=reading.pack.elements[name].says,
                    standing=standing(name, reading.facts, occurrence),
                    exhibits=tuple(sorted(numbers)),
                )


def _occurrence(reading: CaseReading, incident: Incident) -> Occurrence | None:
    told: Iterable[Occurrence] = reading.facts.occurrences
    return next((one for one in told if one.what is Happening.OFFENCE and one.subject == incident.id), None)


def _cells(session: Session, incident_ids: Sequence[str]) -> set[tuple[str, str, str]]:
    cells = session.execute(
        select(ElementExhibit.incident_id, ElementExhibit.element, ElementExhibit.exhibit_id).where(
            ElementExhibit.incident_id.in_(incident_ids)
        )
    )
    return {(incident, element, exhibit) for incident, element, exhibit in cells}
