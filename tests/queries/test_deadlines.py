"""The clocks of a case, one row each."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from casedesk.law.assess import Lack
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack
from casedesk.queries.case_file import load_one
from casedesk.queries.deadlines import CaseClocks, DeadlineRow, Urgency, clocks, in_order
from casedesk.queries.reading import Reader
from tests.factories import (
    DEEPFAKE,
    INSULT,
    TODAY,
    a_case,
    a_content,
    a_letter,
    a_person,
    an_event,
    an_incident,
    x_post,
)

Packs = Mapping[str, Pack]


def laid(session: Session, packs: Packs, case_id: str) -> CaseClocks:
    return clocks(Reader(packs, TODAY).read(load_one(session, case_id)))


def rows(session: Session, packs: Packs, case_id: str, rule: str) -> list[DeadlineRow]:
    return [row for row in laid(session, packs, case_id).deadlines if row.due.rule.id == rule]


@pytest.mark.parametrize(
    ("facts", "urgency", "day", "last_chance"),
    [
        ((date(2026, 8, 20), None), Urgency.OVERDUE, date(2026, 11, 20), False),
        ((date(2026, 8, 21), None), Urgency.TODAY, TODAY, True),  # a Saturday: Friday was the prudent day
        ((date(2026, 8, 22), None), Urgency.SOON, date(2026, 11, 22), True),
        ((date(2026, 8, 24), None), Urgency.SOON, date(2026, 11, 24), False),
        ((date(2026, 9, 1), None), Urgency.SOON, date(2026, 12, 1), False),
        ((date(2026, 9, 2), None), Urgency.LATER, date(2026, 12, 2), False),
        ((date(2026, 9, 6), None), Urgency.LATER, date(2026, 12, 4), False),  # ends on a Sunday
        ((date(2026, 8, 24), date(2026, 9, 30)), Urgency.SOON, date(2026, 11, 24), False),
        ((date(2026, 8, 15), date(2026, 10, 31)), Urgency.SOON, date(2027, 1, 31), True),
        ((date(2026, 7, 1), date(2026, 8, 15)), Urgency.OVERDUE, date(2026, 11, 15), False),
    ],
)
def test_a_date_shows_the_prudent_day_then_the_legal_one_then_the_last_possible(
    session: Session,
    packs: Packs,
    facts: tuple[date, date | None],
    urgency: Urgency,
    day: date,
    *,
    last_chance: bool,
) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, earliest_on=facts[0], latest_on=facts[1])
    (row,) = rows(session, packs, case_id, "press_limitation_3m")
    assert (row.urgency, row.day, row.last_chance) == (urgency, day, last_chance)
    assert row.days_left == (day - TODAY).days
    assert (row.subject_id, row.subject_label, row.pseudonym) == (
        incident_id,
        "Insultes sous sa photographie",
        "Louve-07",
    )


def test_a_gate_opens_and_is_never_overdue_until_what_it_opens_was_done(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 8, 10))
    (row,) = rows(session, packs, case_id, "civil_party_gate")
    assert (row.urgency, row.clock) == (Urgency.OPENS, Clock.OPENS_ON)
    assert (row.day, row.days_left) == (row.due.prudent_day, (row.due.prudent_day - TODAY).days)
    assert row.days_left < 0
    an_event(session, case_id, Happening.CIVIL_PARTY_COMPLAINT, TODAY)
    (row,) = rows(session, packs, case_id, "civil_party_gate")
    assert row.urgency is Urgency.MET


def test_the_contents_of_one_incident_share_a_row_while_they_press_alike(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    moments = [(2026, 8, 24), (2026, 8, 23), (2026, 8, 25), (2025, 11, 24)]
    ids = [a_content(session, case_id, incident_id, x_post(datetime(*day, tzinfo=UTC))) for day in moments]
    soon, later = rows(session, packs, case_id, "ip_retention_1y")
    assert (soon.urgency, soon.subject_id, soon.same) == (Urgency.SOON, ids[3], 0)
    assert (later.urgency, later.subject_id, later.same) == (Urgency.LATER, ids[1], 2)


def test_two_incidents_never_share_a_row(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id)
    an_incident(session, packs, case_id, title="Menaces")
    labels = {row.subject_label for row in rows(session, packs, case_id, "press_limitation_3m")}
    assert labels == {"Insultes sous sa photographie", "Menaces"}


def test_two_offences_under_one_rule_are_one_date(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, offences=(DEEPFAKE, "harcelement_cyber", INSULT))
    (row,) = rows(session, packs, case_id, "delit_limitation_6y")
    assert row.same == 0
    assert len(rows(session, packs, case_id, "press_limitation_3m")) == 1


def test_rows_come_in_the_order_of_urgency_and_the_freshest_loss_first(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    for day in (date(2026, 9, 2), date(2026, 8, 20), date(2026, 8, 24), date(2026, 7, 1), date(2026, 8, 21)):
        an_incident(session, packs, case_id, earliest_on=day)
    ordered = in_order(reversed(rows(session, packs, case_id, "press_limitation_3m")))
    assert [(row.urgency, row.days_left) for row in ordered] == [
        (Urgency.OVERDUE, -1),
        (Urgency.OVERDUE, -51),
        (Urgency.TODAY, 0),
        (Urgency.SOON, 3),
        (Urgency.LATER, 11),
    ]


def test_a_missing_day_is_asked_once_for_all_the_clocks_that_wait_for_it(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, earliest_on=None, offences=(DEEPFAKE, INSULT))
    questions = [one for one in laid(session, packs, case_id).questions if one.subject_id == incident_id]
    offences = [one for one in questions if one.missing.name == Happening.OFFENCE]
    (question,) = offences
    assert question.missing.lack is Lack.DAY
    assert {rule.id for rule in question.rules} == {
        "delit_limitation_6y",
        "press_limitation_3m",
        "ip_retention_1y",
        "compensation_3y",
        "compensation_minor_3y",
    }
    assert question.subject_label == "Insultes sous sa photographie"


def test_her_age_is_asked_once_whatever_the_number_of_incidents(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    for title in ("Premier message", "Second message"):
        an_incident(session, packs, case_id, title=title, offences=("corruption_mineur",))
    questions = [one for one in laid(session, packs, case_id).questions if one.missing.name == "victim_minor_at_facts"]
    assert [(one.subject_id, {rule.id for rule in one.rules}) for one in questions] == [
        (
            "",
            {
                "delit_minor_limitation",
                "delit_listed_limitation_6y",
                "compensation_3y",
                "compensation_minor_3y",
            },
        )
    ]
    a_person(session, case_id)
    assert not any(one.missing.lack is Lack.FACT for one in laid(session, packs, case_id).questions)


def test_an_incident_nobody_qualified_asks_for_its_offence(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, offences=())
    (question,) = [one for one in laid(session, packs, case_id).questions if one.missing.name == "offence"]
    assert (question.subject_id, question.missing.lack) == (incident_id, Lack.FACT)
    assert "press_limitation_3m" in {rule.id for rule in question.rules}


def test_a_clock_without_a_number_presses_without_a_countdown_until_it_is_stopped(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs, jurisdiction="ml")
    incident_id = an_incident(session, packs, case_id, offences=(), public=False)
    (row,) = laid(session, packs, case_id).undated
    assert (row.rule.id, row.since, row.subject_id) == ("operator_retention", date(2026, 8, 24), incident_id)
    assert not any(one.rules[0].id == "operator_retention" for one in laid(session, packs, case_id).questions)
    other = an_incident(session, packs, case_id, offences=(), online=False)
    an_event(session, case_id, Happening.REQUISITION_REQUESTED, TODAY, incident_id=other)
    assert [row.subject_id for row in laid(session, packs, case_id).undated] == [incident_id]
    an_event(session, case_id, Happening.REQUISITION_REQUESTED, TODAY, incident_id=incident_id)
    assert laid(session, packs, case_id).undated == ()


def test_a_day_missing_for_an_incident_and_its_contents_is_one_question(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, earliest_on=None)
    a_content(session, case_id, incident_id, "https://t.me/canal/613")
    (question,) = laid(session, packs, case_id).questions
    assert (question.subject_id, question.missing.lack) == (incident_id, Lack.DAY)
    assert {rule.id for rule in question.rules} == {"press_limitation_3m", "ip_retention_1y"}


def test_a_date_that_runs_from_a_letter_is_named_after_it(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    letter_id = a_letter(session, packs, case_id)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, TODAY, letter_id=letter_id)
    (row,) = rows(session, packs, case_id, "civil_party_gate")
    assert row.subject_label == packs["fr"].letters["plainte_simple"].title
