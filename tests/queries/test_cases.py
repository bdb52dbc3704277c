"""Dossiers: one row per case."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries.cases import case_rows
from casedesk.queries.deadlines import Urgency
from casedesk.queries.stage import Stage
from casedesk.records import Role
from casedesk.services import cases
from tests.factories import NOW, TODAY, a_case, a_content, a_person, an_event, an_incident, x_post

Packs = Mapping[str, Pack]

POST = x_post(datetime(2026, 8, 24, 20, 14, 5, tzinfo=UTC))


def test_a_row_says_where_a_case_stands_and_what_comes_first(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, last_contact_on=date(2026, 8, 30))
    an_incident(session, packs, case_id, online=False)
    an_incident(session, packs, case_id, title="Menaces", earliest_on=None, offences=("menace_mort",))
    (row,) = case_rows(session, packs, TODAY)
    assert (row.id, row.pseudonym, row.stage) == (case_id, "Louve-07", Stage.ACTION_PLAN)
    assert row.next_deadline is not None
    assert (row.next_deadline.due.rule.id, row.urgency) == ("press_limitation_3m", Urgency.SOON)
    # The day of the threats, and whether she was a minor.
    assert (row.questions, row.last_contact_on, row.referent) == (2, date(2026, 8, 30), "Nadia")


def test_what_comes_first_is_never_somebody_elses_nor_lost_long_ago_nor_done(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 5, 1), online=False)
    an_event(session, case_id, Happening.NOTICE_SENT, date(2026, 11, 1))
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 6, 1))
    an_event(session, case_id, Happening.CIVIL_PARTY_COMPLAINT, date(2026, 11, 1))
    (row,) = case_rows(session, packs, TODAY)
    assert (row.next_deadline, row.urgency) == (None, None)


def test_a_closed_case_stays_in_the_list_without_a_date(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, offences=())
    session.flush()
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    (row,) = case_rows(session, packs, TODAY)
    assert (row.stage, row.next_deadline, row.questions) == (Stage.CLOSED, None, 0)


@pytest.mark.parametrize(
    "search",
    [
        "louve",
        "  VE-07 ",
        "compte_8841",
        POST,
        POST.replace("x.com", "mobile.twitter.com") + "?s=20&t=abc",
        POST.rpartition("/")[2],
        "06 39 98 00",
        "exemple",
        "meute_01",
        "photographie",
        "PV 12",
    ],
)
def test_a_case_is_found_by_whatever_is_known_of_it(session: Session, packs: Packs, search: str) -> None:
    case_id = a_case(session, packs)
    a_person(session, case_id)
    a_person(session, case_id, Role.AUTHOR, accounts=("meute_01",))
    a_content(session, case_id, an_incident(session, packs, case_id), POST)
    an_event(session, case_id, Happening.COMPLAINT_POLICE, TODAY, reference="PV 12/2026")
    other = a_case(session, packs, "Figue-23")
    an_incident(session, packs, other, title="Autre chose", account_of_facts="")
    assert [row.pseudonym for row in case_rows(session, packs, TODAY, search)] == ["Louve-07"]


@pytest.mark.parametrize("search", ["%", "_", "https://x.com/i/status/1", "Orage"])
def test_a_search_that_matches_nothing_finds_nothing(session: Session, packs: Packs, search: str) -> None:
    a_content(session, a_case(session, packs), url="https://t.me/canal/613")
    assert case_rows(session, packs, TODAY, search) == ()


def test_without_a_search_every_case_is_listed_by_pseudonym(session: Session, packs: Packs) -> None:
    for name in ("Orage-11", "Baobab-02", "Louve-07"):
        a_case(session, packs, name)
    assert [row.pseudonym for row in case_rows(session, packs, TODAY, "  ")] == ["Baobab-02", "Louve-07", "Orage-11"]
