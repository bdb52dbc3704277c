"""What was answered of an incident, and what follows from its figures and its qualifications, told to the law."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from casedesk.law.facts import Happening, Value
from casedesk.law.pack import Element, Pack
from casedesk.queries.facts import facts_of
from casedesk.records import Incident, Role
from tests.factories import DAY_OF_FACTS, INSULT, a_case, a_person, an_incident

Packs = Mapping[str, Pack]
ELEMENTS = {
    one.id: one
    for one in (
        Element("repeated", "Des actes répétés ?", "des actes répétés"),
        Element("long_incapacity", "Plus de huit jours ?", "plus de huit jours", number="incapacity_days", above=8),
        Element("under_15", "Moins de quinze ans ?", "moins de quinze ans", number="victim_age", below=15),
    )
}
BORN = date(DAY_OF_FACTS.year - 15, DAY_OF_FACTS.month, DAY_OF_FACTS.day)


def about(session: Session, case_id: str) -> Mapping[str, Value]:
    told = facts_of(session, case_id, ELEMENTS).occurrences
    return next(one for one in told if one.what is Happening.OFFENCE).about


def incident(session: Session, packs: Packs, **columns: Any) -> str:
    case_id = a_case(session, packs)
    found = session.get(Incident, an_incident(session, packs, case_id))
    assert found is not None
    for name, value in columns.items():
        setattr(found, name, value)
    session.flush()
    return case_id


def test_an_answer_is_told_with_its_incident_and_an_old_question_is_left_out(session: Session, packs: Packs) -> None:
    case_id = incident(session, packs, answers={"repeated": True, "hidden_offence": False, "gone": True, "odd": "yes"})
    told = about(session, case_id)
    assert (told["repeated"], told["hidden_offence"]) == (True, False)
    assert not {"gone", "odd"} & set(told)


@pytest.mark.parametrize(("days", "expected"), [(8, False), (9, True), (None, None)])
def test_days_of_incapacity_answer_by_themselves(
    session: Session, packs: Packs, *, days: int | None, expected: bool | None
) -> None:
    case_id = incident(session, packs, incapacity_days=days)
    assert about(session, case_id).get("long_incapacity") is expected


@pytest.mark.parametrize(
    ("born_on", "earliest", "expected"),
    [
        (BORN, DAY_OF_FACTS, False),
        (BORN.replace(day=BORN.day + 1), DAY_OF_FACTS, True),
        (BORN, DAY_OF_FACTS.replace(day=DAY_OF_FACTS.day - 1), None),
    ],
)
def test_her_birth_answers_what_depends_on_her_age_when_the_day_settles_it(
    session: Session, packs: Packs, *, born_on: date, earliest: date, expected: bool | None
) -> None:
    case_id = incident(session, packs, earliest_on=earliest, latest_on=DAY_OF_FACTS)
    a_person(session, case_id, Role.ACCOMPANIED, born_on=born_on)
    assert about(session, case_id).get("under_15") is expected


@pytest.mark.parametrize(
    ("offences", "press", "expected"),
    [((INSULT,), True, True), ((INSULT,), False, False), ((), True, None)],
)
def test_whether_it_is_a_press_case_follows_from_what_the_jurist_chose(
    session: Session, packs: Packs, *, offences: tuple[str, ...], press: bool, expected: bool | None
) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, offences=offences)
    known = {INSULT: replace(packs["fr"].offences[INSULT], press=press)}
    assert facts_of(session, case_id, ELEMENTS, known).answers.get("press_offence") is expected
