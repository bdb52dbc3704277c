"""What is answered to a question of the law."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.facts import FACTS, FactSpec, FactType, Value
from casedesk.law.pack import Pack
from casedesk.records import Case, Incident, Person, Role
from casedesk.services import guard, journal, qualification
from casedesk.services.journal import Action
from casedesk.translate import _

_NO_PACKS: Mapping[str, Pack] = {}


def _stored(spec: FactSpec, value: Value | None, today: date) -> str | bool | int | None:
    """Check an answer against its kind and give it as it is stored: days as ISO text."""
    match spec.type:
        case FactType.DATE if isinstance(value, date):
            if value > today:
                raise InvalidInput(spec.name, _("This day is in the future. Only what has happened is recorded here."))
            return value.isoformat()
        case FactType.YES_NO if isinstance(value, bool):
            return value
        case FactType.NUMBER if isinstance(value, int) and not isinstance(value, bool):
            return value
        case FactType.CHOICE if value in spec.choices and isinstance(value, str):
            return value
        case _ if value is None:
            return None
        case _:
            raise InvalidInput(spec.name, _("This answer does not fit the question."))


def _accompanied(session: Session, case_id: str) -> Person:
    """Fetch the person accompanied, or begin her record."""
    query = select(Person).where(Person.case_id == case_id, Person.role == Role.ACCOMPANIED)
    person = session.scalars(query).one_or_none()
    if person is None:
        person = Person(case_id=case_id, role=Role.ACCOMPANIED, accounts=[])
        session.add(person)
    return person


def _answer_element(  # noqa: PLR0917 - the parts of one answer
    session: Session, pack: Pack, case: Case, element: str, value: Value | None, subject_id: str, now: datetime
) -> None:
    """Answer a question of the pack on the incident it is about."""
    if value is not None and not isinstance(value, bool):
        raise InvalidInput(element, _("This answer does not fit the question."))
    incidents = list(session.scalars(select(Incident).where(Incident.case_id == case.id)))
    asked = [one for one in incidents if subject_id in {"", one.id}]
    if len(asked) != 1:
        raise InvalidInput(element, _("This question is answered on the incident’s own page."))
    qualification.write_answer(pack, case, asked[0], element, value=value)
    journal.write(session, Action.INCIDENT_ANSWERED, Kind.INCIDENT, asked[0].id, now)


def answer_fact(
    session: Session,
    case_id: str,
    fact: str,
    *,
    value: Value | None,
    today: date,
    now: datetime,
    subject_id: str = "",
    packs: Mapping[str, Pack] = _NO_PACKS,
) -> None:
    """Write the answer where it belongs: on the incident asked about, on the person, or on the case. None forgets it.

    `subject_id` is that of the question (`QuestionRow.subject_id`). A question of the country's pack is answered on its
    incident, on the only one where the question names none.

    Raises:
        InvalidInput: no such question, or an answer of another kind.
        Conflict: the case is closed.
    """
    case = guard.open_case(session, case_id)
    pack = packs.get(case.jurisdiction)
    if pack is not None and fact in pack.elements:
        _answer_element(session, pack, case, fact, value, subject_id, now)
        return
    spec = FACTS.get(fact)
    if spec is None or fact == "offence":  # an offence is chosen on its incident, by a jurist
        raise InvalidInput(fact, _("This question is answered on the incident’s own page."))
    stored = _stored(spec, value, today)
    incident = session.get(Incident, subject_id) if subject_id else None
    if fact in qualification.OF_INCIDENT and incident is not None and incident.case_id == case_id:
        setattr(incident, fact, stored)
    elif fact == "victim_birth_date":
        _accompanied(session, case_id).born_on = date.fromisoformat(stored) if isinstance(stored, str) else None
    else:
        kept = {name: known for name, known in case.answers.items() if name != fact}
        case.answers = kept if stored is None else {**kept, fact: stored}
    journal.write(session, Action.CASE_ANSWERED, Kind.CASE, case.id, now)
