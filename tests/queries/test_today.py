"""Aujourd'hui: what must not be missed, over every open case."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack
from casedesk.queries.deadlines import Urgency
from casedesk.queries.today import RailCounts, rail_counts, today_sheet
from casedesk.services import cases
from casedesk.store.workspace import Workspace
from tests.factories import NOW, TODAY, a_case, a_content, an_event, an_exhibit, an_incident

Packs = Mapping[str, Pack]


def test_the_page_brings_every_open_case_together_most_pressing_first(session: Session, packs: Packs) -> None:
    for name, day in (("Iris-19", date(2026, 9, 20)), ("Louve-07", date(2026, 8, 21)), ("Orage-11", date(2026, 8, 20))):
        an_incident(session, packs, a_case(session, packs, name), earliest_on=day, online=False)
    sheet = today_sheet(session, packs, TODAY)
    assert [(row.pseudonym, row.urgency) for row in sheet.deadlines] == [
        ("Orage-11", Urgency.OVERDUE),
        ("Louve-07", Urgency.TODAY),
        ("Iris-19", Urgency.LATER),
    ]
    assert sheet.counts == RailCounts(today=2, cases=3, waiting=0)
    assert rail_counts(session, packs, TODAY) == sheet.counts


def test_a_closed_case_and_a_delay_met_are_not_on_the_page(session: Session, packs: Packs) -> None:
    closed = a_case(session, packs)
    an_incident(session, packs, closed)
    met = a_case(session, packs, "Iris-19")
    an_event(session, met, Happening.COMPLAINT_PROSECUTOR, date(2026, 8, 1))
    an_event(session, met, Happening.CIVIL_PARTY_COMPLAINT, date(2026, 11, 20))
    session.flush()
    cases.close_case(session, closed, 1, on=TODAY, now=NOW)
    session.flush()
    sheet = today_sheet(session, packs, TODAY)
    assert sheet.deadlines == ()
    assert sheet.counts == RailCounts(today=0, cases=1, waiting=0)


def test_what_was_lost_long_ago_is_counted_and_not_shown_again_each_day(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 7, 1), online=False)
    an_incident(session, packs, case_id, earliest_on=date(2026, 8, 1), online=False)
    sheet = today_sheet(session, packs, TODAY)
    assert [row.days_left for row in sheet.deadlines] == [-20]
    assert (sheet.passed, sheet.counts.today) == (1, 1)


def test_what_a_platform_owes_is_among_the_answers_awaited_and_not_among_our_own_dates(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.NOTICE_SENT, date(2026, 11, 10), item_id=a_content(session, case_id))
    sheet = today_sheet(session, packs, TODAY)
    assert Clock.TARGET not in {row.clock for row in sheet.deadlines}
    (row,) = sheet.waiting
    assert row.next is not None
    assert row.next.clock is Clock.TARGET


def test_what_presses_without_a_date_is_shown_and_counted(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, "Baobab-02", "ml")
    an_incident(session, packs, case_id, earliest_on=None, offences=("chantage",), public=False)
    sheet = today_sheet(session, packs, TODAY)
    assert [(row.pseudonym, row.rule.id) for row in sheet.undated] == [("Baobab-02", "operator_retention")]
    assert [row.missing.name for row in sheet.questions] == [Happening.OFFENCE]
    assert sheet.counts.today == 1


@contextmanager
def counted(workspace: Workspace) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(workspace.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(workspace.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_takes_seven_questions_to_the_database_whatever_the_number_of_cases(
    workspace: Workspace, packs: Packs, number: int
) -> None:
    with workspace.transaction() as work:
        for one in range(number):
            case_id = a_case(work.session, packs, f"Louve-{one}")
            item_id = a_content(work.session, case_id, an_incident(work.session, packs, case_id))
            an_exhibit(work.session, packs, case_id, item_id=item_id)
            an_event(work.session, case_id, Happening.NOTICE_SENT, TODAY, item_id=item_id)
    with workspace.transaction() as work, counted(workspace) as statements:
        sheet = today_sheet(work.session, packs, TODAY)
    asked = [statement for statement in statements if "SELECT" in statement]
    assert len(asked) == 7
    assert sheet.counts.cases == number
