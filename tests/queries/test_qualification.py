"""The page of qualification: offences held against the facts, questions, exhibits."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from casedesk.law.assess import Due
from casedesk.law.offences import Standing
from casedesk.law.pack import Pack
from casedesk.queries.qualification import (
    Answer,
    ElementRow,
    IncidentReading,
    OffenceRow,
    QualificationSheet,
    ReadIn,
    qualification_sheet,
)
from casedesk.queries.values import ItemState, Role
from casedesk.records import Incident
from casedesk.services.items import set_state
from casedesk.services.qualification import answer_element, support_element
from tests.factories import NOW, TODAY, a_case, a_content, a_person, an_exhibit, an_incident

Packs = Mapping[str, Pack]


@pytest.fixture
def case_id(session: Session, packs: Packs) -> str:
    return a_case(session, packs, "Baobab-02", "ml")


@pytest.fixture
def incident_id(session: Session, packs: Packs, case_id: str) -> str:
    made = an_incident(session, packs, case_id, offences=(), earliest_on=date(2026, 9, 1), public=None)
    session.flush()
    return made


def sheet(session: Session, packs: Packs, case_id: str) -> QualificationSheet:
    session.flush()
    return qualification_sheet(session, packs, case_id, TODAY)


def row(reading: IncidentReading, offence: str) -> OffenceRow:
    return next(one for one in reading.offences if one.offence.id == offence)


def answer(session: Session, packs: Packs, incident_id: str, **said: bool) -> None:
    for element, value in said.items():
        version = session.get_one(Incident, incident_id).version
        answer_element(session, packs, incident_id, element, value=value, version=version, now=NOW)
        session.flush()


def test_the_offences_stand_in_the_order_of_the_pack_whatever_is_answered(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    answer(session, packs, incident_id, money_or_signature_demanded=True)
    (reading,) = sheet(session, packs, case_id).incidents
    assert [one.offence.id for one in reading.offences] == list(packs["ml"].offences)


def test_a_suggestion_says_which_answers_it_comes_from_and_a_contrary_answer_ends_it(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    assert not any(one.because for one in sheet(session, packs, case_id).incidents[0].offences)
    answer(session, packs, incident_id, threat_to_reveal=True)
    reading = sheet(session, packs, case_id).incidents[0]
    assert row(reading, "chantage").because == ("threat_to_reveal",)
    assert row(reading, "chantage").read.holes == ("something_obtained",)
    answer(session, packs, incident_id, something_obtained=False)
    reading = sheet(session, packs, case_id).incidents[0]
    assert row(reading, "chantage").because == ()
    assert row(reading, "chantage").read.contradicted


def test_the_penalty_is_that_of_the_facts_at_hand(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    offence = packs["ml"].offences["chantage"]
    (tier,) = offence.aggravations
    read = row(sheet(session, packs, case_id).incidents[0], "chantage").read
    assert (read.penalty, read.heavier[0].tier) == (offence.penalty, tier)
    answer(session, packs, incident_id, by_several=True)
    read = row(sheet(session, packs, case_id).incidents[0], "chantage").read
    assert (read.penalty, read.because, read.heavier) == (tier.penalty, ("by_several",), ())


def test_an_offence_tells_the_date_that_would_limit_it_before_it_is_chosen(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    (clock,) = row(sheet(session, packs, case_id).incidents[0], "chantage").clocks
    assert isinstance(clock, Due)
    assert clock.legal_day == date(2033, 9, 1)


def test_the_day_of_the_facts_says_whether_the_text_stood(session: Session, packs: Packs, case_id: str) -> None:
    an_incident(session, packs, case_id, offences=(), earliest_on=date(2024, 12, 12))
    an_incident(session, packs, case_id, offences=(), earliest_on=date(2024, 12, 13), title="Le lendemain")
    an_incident(session, packs, case_id, offences=(), earliest_on=None, title="Un jour")
    stood = [row(one, "chantage").read.in_force for one in sheet(session, packs, case_id).incidents]
    assert stood == [False, True, None]


def asking(packs: Packs, offence: str, *elements: str) -> Packs:
    """The same law, in which an offence also asks for these facts."""
    pack = packs["ml"]
    changed = replace(pack.offences[offence], elements=(*pack.offences[offence].elements, *elements))
    return {**packs, "ml": replace(pack, offences={**pack.offences, offence: changed})}


def test_what_is_noted_elsewhere_is_read_not_asked(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    law = asking(packs, "chantage", "online", "public", "victim_minor_at_facts", "author_known", "content_online")
    questions = sheet(session, law, case_id).incidents[0].questions
    assert questions["online"] == ElementRow(Answer("online", Standing.YES), ReadIn.FACTS, ())
    for name in ("public", "victim_minor_at_facts", "author_known", "content_online"):  # noted nowhere yet
        assert questions[name] == ElementRow(Answer(name, Standing.NOT_KNOWN), ReadIn.ASKED, ())
    a_person(session, case_id, born_on=date(2012, 1, 1))
    a_person(session, case_id, Role.AUTHOR, given_name="Moussa")
    item_id = a_content(session, case_id, incident_id)
    set_state(session, item_id, ItemState.REMOVED, seen_on=TODAY, today=TODAY, now=NOW)
    questions = sheet(session, law, case_id).incidents[0].questions
    read = {name: (row.answer.standing, row.read_in) for name, row in questions.items()}
    assert read["victim_minor_at_facts"] == (Standing.YES, ReadIn.PERSON)
    assert read["under_15"] == (Standing.YES, ReadIn.PERSON)
    assert read["author_known"] == (Standing.YES, ReadIn.AUTHORS)
    assert read["content_online"] == (Standing.NO, ReadIn.CONTENTS)


def test_days_of_incapacity_answer_their_questions(session: Session, packs: Packs, case_id: str) -> None:
    an_incident(session, packs, case_id, offences=(), incapacity_days=21)
    questions = sheet(session, packs, case_id).incidents[0].questions
    assert questions["unfit_over_20_days"] == ElementRow(Answer("unfit_over_20_days", Standing.YES), ReadIn.FACTS, ())
    assert questions["unfit_over_21_days"].answer.standing is Standing.NO


def test_the_matrix_says_which_exhibits_show_an_element_in_the_order_of_their_numbers(
    session: Session, packs: Packs, case_id: str, incident_id: str
) -> None:
    shot = an_exhibit(session, packs, case_id, item_id=a_content(session, case_id, incident_id))
    paper = an_exhibit(session, packs, case_id, "Certificat", content=None)
    for exhibit in (paper, shot):
        support_element(session, packs, incident_id, "threat_to_reveal", exhibit, supported=True, now=NOW)
    found = sheet(session, packs, case_id)
    assert found.incidents[0].questions["threat_to_reveal"].exhibits == (shot, paper)
    assert [(one.number, one.incident_id) for one in found.exhibits] == [(1, incident_id), (2, "")]
    assert found.incidents[0].questions["something_obtained"].exhibits == ()
