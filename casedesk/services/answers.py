"""What is answered to a question of the law."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.facts import FACTS, FactSpec, FactType, Value
from casedesk.records import Incident, Person, Role
from casedesk.services import guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _

_OF_INCIDENT = ("online", "public")


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


def answer_fact(
    session: Session,
    case_id: str,
    fact: str,
    *,
    value: Value | None,
    today: date,
    now: datetime,
    subject_id: str = "",
) -> None:
    """Write the answer where it belongs: on the incident asked about, on the person, or on the case. None forgets it.

    `subject_id` is that of the question (`QuestionRow.subject_id`).

    Raises:
        InvalidInput: no such question, or an answer of another kind.
        Conflict: the case is closed.
    """
    case = guard.open_case(session, case_id)
    spec = FACTS.get(fact)
    if spec is None or fact == "offence":  # an offence is chosen on its incident, by a jurist
        raise InvalidInput(fact, _("This question is answered on the incident’s own page."))
    stored = _stored(spec, value, today)
    incident = session.get(Incident, subject_id) if subject_id else None
    if fact in _OF_INCIDENT and incident is not None and incident.case_id == case_id:
        setattr(incident, fact, stored)
    elif fact == "victim_birth_date":
        _accompanied(session, case_id).born_on = date.fromisoformat(stored) if isinstance(stored, str) else None
    else:
        kept = {name: known for name, known in case.answers.items() if name != fact}
        case.answers = kept if stored is None else {**kept, fact: stored}
    journal.write(session, Action.CASE_ANSWERED, Kind.CASE, case.id, now)
