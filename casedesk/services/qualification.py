"""What a jurist writes down to qualify an incident: the answer to a question of fact, the exhibit that shows it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.facts import FACTS, FactType
from casedesk.law.pack import Pack
from casedesk.records import Case, ElementExhibit, Exhibit, Incident
from casedesk.services import guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _

OF_INCIDENT = ("online", "public")  # facts noted on the incident itself, whoever asks for them


def answer_element(
    session: Session,
    packs: Mapping[str, Pack],
    incident_id: str,
    element: str,
    *,
    value: bool | None,
    version: int,
    now: datetime,
) -> None:
    """Answer a question of fact about an incident; every offence reads it. None forgets the answer.

    A yes-or-no fact is written where it belongs: on the incident, or on the case. `version` is that of the incident.

    Raises:
        NotFound: no such incident.
        Conflict: the case is closed, or the incident was changed meanwhile.
        InvalidInput: no such question, or its answer follows from a number.
    """
    incident = guard.found(session, Incident, incident_id)
    case = guard.open_case(session, incident.case_id)
    guard.same_version(incident, version)
    write_answer(packs[case.jurisdiction], case, incident, element, value=value)
    if session.is_modified(incident):
        journal.write(session, Action.INCIDENT_ANSWERED, Kind.INCIDENT, incident.id, now)
    elif session.is_modified(case):
        journal.write(session, Action.CASE_ANSWERED, Kind.CASE, case.id, now)


def write_answer(pack: Pack, case: Case, incident: Incident, element: str, *, value: bool | None) -> None:
    """Put an answer where it belongs.

    Raises:
        InvalidInput: no such question, or its answer follows from a number.
    """
    known = pack.elements.get(element)
    if known is not None and known.number:
        raise InvalidInput(element, _("The answer follows from a number: note the days of incapacity, or her birth."))
    if element in OF_INCIDENT:
        setattr(incident, element, value)
    elif known is not None:
        incident.answers = _with(incident.answers, element, value)
    elif element in FACTS and FACTS[element].type is FactType.YES_NO:
        case.answers = _with(case.answers, element, value)
    else:
        raise InvalidInput(element, _("The law of this country does not ask this question."))


def _with(answers: Mapping[str, object], name: str, value: bool | None) -> dict[str, object]:
    kept = {other: said for other, said in answers.items() if other != name}
    return kept if value is None else {**kept, name: value}


def support_element(
    session: Session,
    packs: Mapping[str, Pack],
    incident_id: str,
    element: str,
    exhibit_id: str,
    *,
    supported: bool,
    now: datetime,
) -> None:
    """Write down that an exhibit shows an element of an incident, or take it back. Said twice, it is written once.

    Raises:
        NotFound: no such incident.
        Conflict: the case is closed.
        InvalidInput: no offence of the country asks for this element, or the exhibit is of another case.
    """
    incident = guard.found(session, Incident, incident_id)
    case = guard.open_case(session, incident.case_id)
    pack = packs[case.jurisdiction]
    if element not in pack.elements and not any(element in offence.elements for offence in pack.offences.values()):
        raise InvalidInput(element, _("The law of this country does not ask this question."))
    exhibit = guard.of_case(session, Exhibit, exhibit_id, case.id, "exhibit_id")
    if exhibit is None:
        raise InvalidInput("exhibit_id", _("This does not belong to the case. Choose again."))
    written = session.get(ElementExhibit, (incident.id, element, exhibit.id))
    if (written is not None) is supported:
        return
    if written is not None:
        session.delete(written)
    else:
        session.add(ElementExhibit(incident_id=incident.id, element=element, exhibit_id=exhibit.id))
    journal.write(session, Action.INCIDENT_SUPPORTED, Kind.INCIDENT, incident.id, now)
