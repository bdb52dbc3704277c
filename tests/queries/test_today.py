"""Aujourd'hui: what must not be missed, over every open case."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack
from casedesk.queries.deadlines import Urgency, deadline
from casedesk.queries.today import MOST, RailCounts, TodaySheet, rail_counts, today_sheet
from casedesk.services import cases, events
from casedesk.services.index import count_some
from casedesk.store.workspace import Workspace
from tests.factories import NOW, TODAY, a_case, a_content, an_event, an_exhibit, an_incident, keep_counted, x_post

Packs = Mapping[str, Pack]


def sheet_of(session: Session, packs: Packs, *, later: bool = False, most: int = MOST) -> TodaySheet:
    """Read the page once every date is counted."""
    session.flush()
    assert count_some(session, packs, TODAY) == 0
    return today_sheet(session, packs, TODAY, later=later, most=most)


def countries(sheet: TodaySheet) -> set[str]:
    """Name the countries whose law the page speaks of."""
    found = {row.jurisdiction for row in sheet.deadlines} | {row.jurisdiction for row in sheet.undated}
    return found | {row.jurisdiction for row in sheet.questions}


def test_the_page_brings_every_open_case_together_most_pressing_first(session: Session, packs: Packs) -> None:
    for name, day in (("Iris-19", date(2026, 9, 20)), ("Louve-07", date(2026, 8, 21)), ("Orage-11", date(2026, 8, 20))):
        an_incident(session, packs, a_case(session, packs, name), earliest_on=day, online=False)
    sheet = sheet_of(session, packs)
    assert [(row.pseudonym, row.urgency) for row in sheet.deadlines] == [
        ("Orage-11", Urgency.OVERDUE),
        ("Louve-07", Urgency.TODAY),
        ("Iris-19", Urgency.LATER),
    ]
    assert (sheet.counts, sheet.urgent) == (RailCounts(today=2, cases=3, waiting=0), 2)
    assert rail_counts(session, packs, TODAY) == sheet.counts


def test_a_closed_case_and_a_delay_met_are_not_on_the_page(session: Session, packs: Packs) -> None:
    closed = a_case(session, packs)
    an_incident(session, packs, closed)
    met = a_case(session, packs, "Iris-19")
    an_event(session, met, Happening.COMPLAINT_PROSECUTOR, date(2026, 8, 1))
    an_event(session, met, Happening.CIVIL_PARTY_COMPLAINT, date(2026, 11, 20))
    session.flush()
    cases.close_case(session, closed, 1, on=TODAY, now=NOW)
    sheet = sheet_of(session, packs)
    assert Clock.OPENS_ON not in {row.clock for row in sheet.deadlines}
    assert {row.case_id for row in sheet.deadlines} <= {met}
    assert sheet.counts.cases == 1


def test_what_was_lost_long_ago_is_counted_and_not_shown_again_each_day(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 7, 1), online=False)
    an_incident(session, packs, case_id, earliest_on=date(2026, 8, 1), online=False)
    sheet = sheet_of(session, packs)
    assert [row.days_left for row in sheet.deadlines] == [-20]
    assert (sheet.passed, sheet.counts.today) == (1, 1)


def test_what_a_platform_owes_is_among_the_answers_awaited_and_not_among_our_own_dates(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.NOTICE_SENT, date(2026, 11, 10), item_id=a_content(session, case_id))
    sheet = sheet_of(session, packs, later=True)
    assert Clock.TARGET not in {row.clock for row in sheet.deadlines}
    (row,) = sheet.waiting
    assert row.next is not None
    assert row.next.clock in {Clock.TARGET, Clock.ANSWER}


def test_what_presses_without_a_date_is_shown_and_counted(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, "Baobab-02", "ml")
    an_incident(session, packs, case_id, earliest_on=None, offences=("chantage",), public=False)
    sheet = sheet_of(session, packs)
    assert ("Baobab-02", "operator_retention") in [(row.pseudonym, row.rule.id) for row in sheet.undated]
    assert Happening.OFFENCE in [row.missing.name for row in sheet.questions]
    assert sheet.counts.today == len(sheet.undated)


def test_a_date_that_may_be_too_late_already_is_shown_however_far_its_last_day(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 8, 15), latest_on=date(2026, 10, 31), online=False)
    sheet = sheet_of(session, packs)
    (row,) = [row for row in sheet.deadlines if row.rule.id == "press_limitation_3m"]
    assert (row.urgency, row.day, row.last_chance) == (Urgency.SOON, date(2027, 1, 31), True)


def test_the_contents_of_one_incident_share_a_row_while_they_press_alike(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    moments = [(2025, 11, 24), (2025, 11, 25), (2025, 11, 26), (2025, 11, 10), (2025, 12, 12)]
    for day in moments:
        a_content(session, case_id, incident_id, x_post(datetime(*day, tzinfo=UTC)))
    rows = [row for row in sheet_of(session, packs).deadlines if row.rule.id == "ip_retention_1y"]
    assert [(row.urgency, row.same) for row in rows] == [
        (Urgency.OVERDUE, 0),
        (Urgency.SOON, 2),
        (Urgency.LATER, 0),
    ]


def test_only_so_many_are_shown_and_the_others_are_counted(session: Session, packs: Packs) -> None:
    for number in range(5):
        case_id = a_case(session, packs, f"Louve-{number}")
        an_incident(session, packs, case_id, online=False, earliest_on=date(2026, 8, 24) + timedelta(days=number))
        an_incident(session, packs, case_id, online=False, offences=())
        an_event(session, case_id, Happening.REQUISITION_REQUESTED, TODAY)
    whole, part = sheet_of(session, packs), sheet_of(session, packs, most=2)
    assert part.deadlines == whole.deadlines[:2]
    assert part.waiting == whole.waiting[:1]
    assert part.questions == whole.questions[:1]
    assert part.hidden.deadlines == len(whole.deadlines) - 2
    assert part.hidden.waiting == len(whole.waiting) - 1
    assert part.hidden.questions == len(whole.questions) - 1
    assert (part.counts, part.urgent) == (whole.counts, whole.urgent)


def test_later_dates_are_counted_until_they_are_asked_for(session: Session, packs: Packs) -> None:
    an_incident(session, packs, a_case(session, packs), earliest_on=date(2026, 10, 20), online=False)
    near, far = sheet_of(session, packs), sheet_of(session, packs, later=True)
    assert near.hidden.later == 1
    assert [row.rule.id for row in far.deadlines if row not in near.deadlines] == ["press_limitation_3m"]
    assert far.hidden.later == 0


def test_a_case_not_counted_yet_is_said_to_be_missing(session: Session, packs: Packs) -> None:
    an_incident(session, packs, a_case(session, packs), online=False)
    session.flush()
    sheet = today_sheet(session, packs, TODAY)
    assert (sheet.uncounted, sheet.deadlines, sheet.counts.cases) == (1, (), 1)


def test_rows_of_a_law_that_changed_are_not_read(session: Session, packs: Packs) -> None:
    an_incident(session, packs, a_case(session, packs), online=False)
    an_incident(session, packs, a_case(session, packs, "Baobab-02", "ml"), online=True, public=False, offences=())
    before = sheet_of(session, packs)
    changed = replace(packs["fr"], version="2027-01-01", rules={})
    sheet = today_sheet(session, {**packs, "fr": changed}, TODAY)
    assert sheet.uncounted == 1
    assert countries(sheet) == {"ml"}
    assert countries(before) == {"fr", "ml"}
    assert count_some(session, {**packs, "fr": changed}, TODAY) == 0
    assert today_sheet(session, {**packs, "fr": changed}, TODAY).uncounted == 0


def test_a_date_of_the_board_is_explained_by_the_law_itself(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, online=False)
    (row,) = sheet_of(session, packs).deadlines
    explained = deadline(session, packs, row, TODAY)
    assert (explained.due.legal_day, explained.due.trace.trigger.what) == (row.legal_day, Happening.OFFENCE)
    an_event(session, case_id, Happening.DIRECT_CITATION, TODAY)
    session.flush()
    with pytest.raises(NotFound):
        deadline(session, packs, row, TODAY)


def test_an_event_to_come_changes_the_page_on_its_own_day(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 8, 10))
    on = TODAY + timedelta(days=3)
    events.add_event(session, case_id, Happening.CIVIL_PARTY_COMPLAINT, earliest_on=on, today=on, now=NOW)
    assert "civil_party_gate" in {row.rule.id for row in sheet_of(session, packs).deadlines}
    assert today_sheet(session, packs, on - timedelta(days=1)).uncounted == 0
    assert today_sheet(session, packs, on).uncounted == 1
    assert count_some(session, packs, on) == 0
    assert "civil_party_gate" not in {row.rule.id for row in today_sheet(session, packs, on).deadlines}
    assert today_sheet(session, packs, TODAY).uncounted == 1, "what is true on a later day is not read today"


@contextmanager
def asked(workspace: Workspace) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if "SELECT" in statement:
            statements.append(statement)

    event.listen(workspace.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(workspace.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_is_read_in_the_index_alone_whatever_the_number_of_cases(
    workspace: Workspace, packs: Packs, number: int
) -> None:
    keep_counted(workspace, packs)
    with workspace.transaction() as work:
        for one in range(number):
            case_id = a_case(work.session, packs, f"Louve-{one}")
            item_id = a_content(work.session, case_id, an_incident(work.session, packs, case_id))
            an_exhibit(work.session, packs, case_id, item_id=item_id)
            an_event(work.session, case_id, Happening.NOTICE_SENT, TODAY, item_id=item_id)
    with workspace.transaction() as work, asked(workspace) as statements:
        sheet = today_sheet(work.session, packs, TODAY)
    assert len(statements) == 7
    assert not any(table in one for one in statements for table in ("FROM item", "FROM event", "FROM incident"))
    assert (sheet.counts.cases, sheet.uncounted) == (number, 0)
