"""What is answered to a question of the law."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Case, Incident, Person
from casedesk.services import cases
from casedesk.services.answers import answer_fact
from tests.factories import NOW, TODAY, a_case, actions, an_incident

Packs = Mapping[str, Pack]


def test_an_answer_is_kept_on_the_case_and_can_be_taken_back(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    answer_fact(session, case_id, "author_known", value=True, today=TODAY, now=NOW)
    answer_fact(session, case_id, "residence", value="overseas", today=TODAY, now=NOW)
    assert session.get_one(Case, case_id).answers == {"author_known": True, "residence": "overseas"}
    answer_fact(session, case_id, "author_known", value=None, today=TODAY, now=NOW)
    session.flush()
    session.expire_all()
    assert session.get_one(Case, case_id).answers == {"residence": "overseas"}
    assert actions(session)[-1] == "case.answered"


def test_her_birth_date_goes_to_her_record_even_before_there_is_one(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    answer_fact(session, case_id, "victim_birth_date", value=date(2010, 2, 3), today=TODAY, now=NOW)
    session.flush()
    assert session.scalars(select(Person.born_on).where(Person.case_id == case_id)).one() == date(2010, 2, 3)
    assert session.get_one(Case, case_id).answers == {}


def test_an_answer_about_an_incident_goes_to_that_incident(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, public=None)
    answer_fact(session, case_id, "public", value=False, subject_id=incident_id, today=TODAY, now=NOW)
    assert session.get_one(Incident, incident_id).public is False
    assert session.get_one(Case, case_id).answers == {}


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("offence", "injure_publique"),
        ("shoe_size", 38),
        ("author_known", "oui"),
        ("residence", "moon"),
        ("victim_birth_date", "2010-02-03"),
        ("victim_birth_date", date(2027, 1, 1)),
    ],
)
def test_an_answer_that_does_not_fit_its_question_is_refused(
    session: Session, packs: Packs, fact: str, value: str | bool | int | date
) -> None:
    case_id = a_case(session, packs)
    with pytest.raises(InvalidInput) as refusal:
        answer_fact(session, case_id, fact, value=value, today=TODAY, now=NOW)
    assert refusal.value.field == fact


def test_a_closed_case_takes_no_answer(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    session.flush()
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    with pytest.raises(Conflict):
        answer_fact(session, case_id, "author_known", value=True, today=TODAY, now=NOW)
