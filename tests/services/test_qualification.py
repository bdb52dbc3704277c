"""Answering the questions of an offence, and saying which exhibit shows what."""

from collections.abc import Mapping

import pytest
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.pack import Pack
from casedesk.queries.facts import facts_of
from casedesk.records import Case, ElementExhibit, Incident
from casedesk.services import cases
from casedesk.services.answers import answer_fact
from casedesk.services.qualification import answer_element, support_element
from tests.factories import NOW, TODAY, a_case, actions, an_exhibit, an_incident

Packs = Mapping[str, Pack]


@pytest.fixture
def case_id(session: Session, packs: Packs) -> str:
    return a_case(session, packs, "Baobab-02", "ml")


@pytest.fixture
def incident_id(session: Session, packs: Packs, case_id: str) -> str:
    made = an_incident(session, packs, case_id, offences=(), online=None, public=None)
    session.flush()
    return made


def answer(session: Session, packs: Packs, incident_id: str, element: str, value: bool | None) -> None:
    version = session.get_one(Incident, incident_id).version
    answer_element(session, packs, incident_id, element, value=value, version=version, now=NOW)
    session.flush()


def test_an_answer_about_an_element_is_kept_on_its_incident_and_can_be_forgotten(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    answer(session, packs, incident_id, "threat_to_reveal", value=True)
    answer(session, packs, incident_id, "something_obtained", value=False)
    kept = session.get_one(Incident, incident_id)
    assert kept.answers == {"threat_to_reveal": True, "something_obtained": False}
    told = facts_of(session, case_id, packs["ml"].elements).occurrences[0].about
    assert (told["threat_to_reveal"], told["something_obtained"]) == (True, False)
    answer(session, packs, incident_id, "threat_to_reveal", value=None)
    session.expire_all()
    assert session.get_one(Incident, incident_id).answers == {"something_obtained": False}
    assert actions(session)[-3:] == ["incident.answered"] * 3


def test_the_same_answer_given_again_is_no_new_gesture(session: Session, packs: Packs, incident_id: str) -> None:
    answer(session, packs, incident_id, "threat_to_reveal", value=True)
    before = actions(session)
    answer(session, packs, incident_id, "threat_to_reveal", value=True)
    assert actions(session) == before


def test_a_fact_asked_by_an_offence_is_written_where_it_belongs(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    answer(session, packs, incident_id, "online", value=True)
    answer(session, packs, incident_id, "author_known", value=False)
    assert session.get_one(Incident, incident_id).online is True
    assert session.get_one(Incident, incident_id).answers == {}
    assert session.get_one(Case, case_id).answers == {"author_known": False}


@pytest.mark.parametrize("element", ["shoe_size", "residence", "offence", "victim_birth_date"])
def test_what_no_offence_asks_takes_no_answer(session: Session, packs: Packs, incident_id: str, element: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        answer(session, packs, incident_id, element, value=True)
    assert refusal.value.field == element


def test_what_follows_from_a_number_is_not_answered(session: Session, packs: Packs, incident_id: str) -> None:
    element = next(one.id for one in packs["ml"].elements.values() if one.number)
    with pytest.raises(InvalidInput, match="follows from a number"):
        answer(session, packs, incident_id, element, value=True)


def test_two_people_answering_at_once_are_told(session: Session, packs: Packs, incident_id: str) -> None:
    answer(session, packs, incident_id, "threat_to_reveal", value=True)
    with pytest.raises(Conflict):
        answer_element(session, packs, incident_id, "something_obtained", value=True, version=1, now=NOW)


def test_an_exhibit_supports_an_element_until_it_is_taken_back(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    exhibit_id = an_exhibit(session, packs, case_id)
    cell = (incident_id, "threat_to_reveal", exhibit_id)
    for _twice in range(2):
        support_element(session, packs, *cell, supported=True, now=NOW)
        session.flush()
    assert session.get(ElementExhibit, cell) is not None
    assert actions(session).count("incident.supported") == 1
    support_element(session, packs, *cell, supported=False, now=NOW)
    session.flush()
    assert session.get(ElementExhibit, cell) is None
    assert actions(session).count("incident.supported") == 2


def test_an_exhibit_of_another_case_supports_nothing(session: Session, packs: Packs, incident_id: str) -> None:
    other = an_exhibit(session, packs, a_case(session, packs, "Autre-01", "ml"))
    with pytest.raises(InvalidInput) as refusal:
        support_element(session, packs, incident_id, "threat_to_reveal", other, supported=True, now=NOW)
    assert refusal.value.field == "exhibit_id"


def test_no_exhibit_supports_what_no_offence_asks(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    exhibit_id = an_exhibit(session, packs, case_id)
    with pytest.raises(InvalidInput) as refusal:
        support_element(session, packs, incident_id, "shoe_size", exhibit_id, supported=True, now=NOW)
    assert refusal.value.field == "shoe_size"


def test_a_closed_case_is_qualified_no_more(session: Session, packs: Packs, case_id: str, incident_id: str) -> None:
    exhibit_id = an_exhibit(session, packs, case_id)
    session.flush()
    cases.close_case(session, case_id, session.get_one(Case, case_id).version, on=TODAY, now=NOW)
    with pytest.raises(Conflict):
        answer(session, packs, incident_id, "threat_to_reveal", value=True)
    with pytest.raises(Conflict):
        support_element(session, packs, incident_id, "threat_to_reveal", exhibit_id, supported=True, now=NOW)


def test_an_incident_that_is_gone_is_said(session: Session, packs: Packs) -> None:
    with pytest.raises(NotFound):
        answer_element(session, packs, "0" * 32, "threat_to_reveal", value=True, version=1, now=NOW)


def test_a_question_of_the_pack_hiding_a_date_is_answered_on_its_incident(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    answer_fact(session, case_id, "threat_to_reveal", value=True, today=TODAY, now=NOW, packs=packs)
    session.flush()
    assert session.get_one(Incident, incident_id).answers == {"threat_to_reveal": True}
    an_incident(session, packs, case_id, offences=())
    session.flush()
    with pytest.raises(InvalidInput):  # which of the two?
        answer_fact(session, case_id, "something_obtained", value=True, today=TODAY, now=NOW, packs=packs)
    answer_fact(
        session, case_id, "something_obtained", value=True, today=TODAY, now=NOW, packs=packs, subject_id=incident_id
    )
    assert session.get_one(Incident, incident_id).answers["something_obtained"] is True
    with pytest.raises(InvalidInput):
        answer_fact(session, case_id, "by_several", value="oui", today=TODAY, now=NOW, packs=packs)
