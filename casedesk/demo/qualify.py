"""What a fictional story answers to the questions of fact, with the exhibits that show it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from casedesk.law.pack import Pack
from casedesk.services import answers, qualification


def answer_questions(
    session: Session,
    packs: Mapping[str, Pack],
    case_id: str,
    incident_id: str,
    told: Mapping[str, bool],
    *,
    today: date,
    now: datetime,
) -> None:
    """Answer the questions that the story of an incident answers; the others stay open."""
    session.flush()
    for question, value in told.items():
        answers.answer_fact(
            session, case_id, question, value=value, subject_id=incident_id, packs=packs, today=today, now=now
        )


def support_elements(
    session: Session,
    packs: Mapping[str, Pack],
    exhibit_id: str,
    told: Mapping[str, Sequence[str]],
    *,
    now: datetime,
) -> None:
    """Say which elements an exhibit shows, by incident."""
    session.flush()
    for incident_id, elements in told.items():
        for element in elements:
            qualification.support_element(session, packs, incident_id, element, exhibit_id, supported=True, now=now)
