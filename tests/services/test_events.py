"""What was attempted, filed, sent, answered."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import case_sheet
from casedesk.records import Event
from casedesk.services import cases, events
from tests.factories import NOW, TODAY, a_case, actions, an_event, an_exhibit, an_incident

Packs = Mapping[str, Pack]

REFUSED = Happening.COMPLAINT_REFUSED


def test_an_event_is_kept_with_its_day_its_number_and_its_proof(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    proof = an_exhibit(session, packs, case_id)
    event_id = an_event(session, case_id, REFUSED, TODAY, reference=" PV 12\n", exhibit_id=proof)
    event = session.get_one(Event, event_id)
    assert (event.what, event.earliest_on, event.latest_on) == ("complaint_refused", TODAY, TODAY)
    assert (event.reference, event.exhibit_id) == ("PV 12", proof)
    assert actions(session)[-1] == "event.added"


def test_an_event_whose_day_is_not_known_is_kept_without_one(session: Session, packs: Packs) -> None:
    event = session.get_one(Event, an_event(session, a_case(session, packs), REFUSED, None))
    assert (event.earliest_on, event.latest_on) == (None, None)


def test_a_known_moment_gives_the_day(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    moment = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    event_id = events.add_event(session, case_id, REFUSED, instant_at=moment, today=TODAY, now=NOW)
    event = session.get_one(Event, event_id)
    assert (event.instant_at, event.earliest_on) == (moment, date(2026, 11, 20))
    with pytest.raises(InvalidInput):
        events.add_event(session, case_id, REFUSED, instant_at=NOW + timedelta(minutes=1), today=TODAY, now=NOW)


@pytest.mark.parametrize("what", [Happening.HEARING, Happening.CIVIL_HEARING, Happening.DEPOSIT_DUE])
def test_what_is_announced_is_noted_before_it_comes_and_what_must_precede_it_is_counted(
    session: Session, packs: Packs, what: Happening
) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, public=True, online=True)
    day = TODAY + timedelta(days=60)
    event_id = an_event(session, case_id, what, day)
    session.flush()
    assert session.get_one(Event, event_id).earliest_on == day
    sheet = case_sheet(session, packs, case_id, TODAY)
    started = [row for row in sheet.deadlines if row.subject_id == event_id]
    asked = [row for row in sheet.questions if any(rule.trigger is what for rule in row.rules)]
    assert started or asked
    assert all(TODAY <= row.day <= day + timedelta(days=5) for row in started)
    assert not [row for row in sheet.deadlines if row.due.trace.restarted], "it has not happened yet"


@pytest.mark.parametrize("day", [date(206, 8, 21), date(1899, 12, 31), date(2206, 1, 1)])
def test_a_day_typed_with_a_wrong_year_is_refused(session: Session, packs: Packs, day: date) -> None:
    with pytest.raises(InvalidInput, match="year"):
        an_event(session, a_case(session, packs), Happening.HEARING, day)


@pytest.mark.parametrize(
    ("what", "given", "field"),
    [
        (REFUSED, {"earliest_on": date(2026, 11, 22)}, "earliest_on"),
        (REFUSED, {"earliest_on": date(2026, 11, 2), "latest_on": date(2026, 11, 1)}, "earliest_on"),
        (REFUSED, {"reference": "9" * 301}, "reference"),
        (Happening.OFFENCE, {}, "what"),
        (Happening.PUBLICATION, {}, "what"),
        (Happening.CONNECTION, {}, "what"),
    ],
)
def test_an_event_that_cannot_be_is_refused_at_its_field(
    session: Session, packs: Packs, what: Happening, given: dict[str, object], field: str
) -> None:
    case_id = a_case(session, packs)
    with pytest.raises(InvalidInput) as refusal:
        events.add_event(session, case_id, what, today=TODAY, now=NOW, **given)  # type: ignore[arg-type]  # one bad field
    assert refusal.value.field == field
    assert session.scalar(select(func.count()).select_from(Event)) == 0


def test_an_event_is_tied_only_to_records_of_its_own_case(session: Session, packs: Packs) -> None:
    case_id, other = a_case(session, packs), a_case(session, packs, "Figue-23")
    proof = an_exhibit(session, packs, other)
    incident = an_incident(session, packs, other)
    for field, record in (("exhibit_id", proof), ("incident_id", incident), ("letter_id", "0" * 32)):
        with pytest.raises(InvalidInput) as refusal:
            an_event(session, case_id, REFUSED, TODAY, **{field: record})
        assert refusal.value.field == field


def test_an_event_written_by_mistake_is_taken_back_and_the_journal_keeps_both(session: Session, packs: Packs) -> None:
    event_id = an_event(session, a_case(session, packs), REFUSED, TODAY)
    session.flush()
    events.withdraw_event(session, event_id, now=NOW)
    session.flush()
    assert session.get(Event, event_id) is None
    assert actions(session)[-2:] == ["event.added", "event.withdrawn"]


def test_a_closed_case_takes_no_event(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    session.flush()
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    with pytest.raises(Conflict):
        an_event(session, case_id, REFUSED, TODAY)
