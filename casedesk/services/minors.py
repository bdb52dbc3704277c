"""When a case forbids to take in a file because a minor is concerned."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.law.pack import Pack
from casedesk.queries.facts import minor_at
from casedesk.records import Case, Incident, Item, Person, Role


def forbids_files(session: Session, pack: Pack, case: Case, item_id: str | None) -> bool:
    """Say whether a file of this content, or of the case when none is named, may show a minor sexually.

    So it is when that was said of the content as it was pasted; or when the person was a minor at the time, or her age
    is not known to have been of majority while she is known to be a minor in the case's answers, and the incident
    bears a sexual offence.
    """
    item = session.get(Item, item_id) if item_id else None
    said = select(Item.id).where(Item.case_id == case.id, Item.shows_minor.is_(True))
    if item is not None:
        said = said.where(Item.id == item.id)
    if session.scalars(said).first() is not None:
        return True
    query = select(Incident).where(Incident.case_id == case.id)
    if item is not None and item.incident_id is not None:
        query = query.where(Incident.id == item.incident_id)
    person = session.scalars(
        select(Person).where(Person.case_id == case.id, Person.role == Role.ACCOMPANIED)
    ).one_or_none()
    born_on = person.born_on if person else None
    answered = case.answers.get("victim_minor_at_facts") is True
    return any(
        any(pack.offences[offence].sexual for offence in incident.offences if offence in pack.offences)
        and (known if (known := minor_at(born_on, incident)) is not None else answered)
        for incident in session.scalars(query)
    )
