"""What somebody else owes an answer to."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy.orm import Session

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack
from casedesk.queries.case_file import load_one
from casedesk.queries.reading import Reader
from casedesk.queries.stage import Stage, stage_of
from casedesk.queries.waiting import WaitingRow, waiting
from casedesk.records import Letter
from casedesk.services import cases
from tests.factories import NOW, TODAY, a_case, a_content, a_letter, an_event, an_incident

Packs = Mapping[str, Pack]

SENT = date(2026, 11, 10)


def awaited(session: Session, packs: Packs, case_id: str) -> tuple[WaitingRow, ...]:
    return waiting(Reader(packs, TODAY).read(load_one(session, case_id)))


def stage(session: Session, packs: Packs, case_id: str) -> Stage:
    return stage_of(load_one(session, case_id), waiting=bool(awaited(session, packs, case_id)))


def test_a_notice_waits_for_its_own_platform_and_says_since_when(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    on_x, on_tiktok = (
        a_content(session, case_id, incident_id),
        a_content(session, case_id, incident_id, "https://www.tiktok.com/@compte_12/video/7300000000000000000"),
    )
    an_event(session, case_id, Happening.NOTICE_SENT, SENT, item_id=on_x, reference="X-1")
    an_event(session, case_id, Happening.NOTICE_SENT, SENT, item_id=on_tiktok)
    an_event(session, case_id, Happening.NOTICE_ACKNOWLEDGED, date(2026, 11, 11), item_id=on_x)
    an_event(session, case_id, Happening.CONTENT_REMOVED, date(2026, 11, 12), item_id=on_tiktok)
    (row,) = awaited(session, packs, case_id)
    assert (row.what, row.platforms, row.reference) == (Happening.NOTICE_SENT, ("x",), "X-1")
    assert (row.since, row.days, row.acknowledged_on) == (SENT, 11, date(2026, 11, 11))
    assert row.next is not None
    assert row.next.clock is Clock.TARGET


def test_an_answer_from_before_the_act_answers_nothing(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.CONTENT_REMOVED, date(2026, 11, 9))
    an_event(session, case_id, Happening.NOTICE_SENT, SENT)
    assert [row.what for row in awaited(session, packs, case_id)] == [Happening.NOTICE_SENT]
    an_event(session, case_id, Happening.CONTENT_REMOVED, SENT)
    assert awaited(session, packs, case_id) == ()


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (Happening.COMPLAINT_PROSECUTOR, Happening.NO_FURTHER_ACTION),
        (Happening.COMPLAINT_POLICE, Happening.COPY_TO_PROSECUTOR),
        (Happening.REQUISITION_REQUESTED, Happening.INVESTIGATION_ACT),
        (Happening.GDPR_REQUEST_RECEIVED, Happening.CONTENT_REMOVED),
        (Happening.GDPR_REQUEST_RECEIVED, Happening.GDPR_REPLY_RECEIVED),
        (Happening.INTERNAL_COMPLAINT_SENT, Happening.PLATFORM_DECISION),
        (Happening.GENERAL_PROSECUTOR_APPEAL, Happening.INVESTIGATION_ACT),
        (Happening.APPEAL_LODGED, Happening.JUDGMENT),
    ],
)
def test_an_act_waits_until_its_own_kind_of_answer(
    session: Session, packs: Packs, act: Happening, answer: Happening
) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, act, SENT)
    an_event(session, case_id, Happening.LAWYER_LETTER, TODAY)
    assert [row.what for row in awaited(session, packs, case_id)] == [act]
    an_event(session, case_id, answer, TODAY)
    assert act not in [row.what for row in awaited(session, packs, case_id)]


def test_a_complaint_shows_the_gate_it_opens(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, SENT)
    (row,) = awaited(session, packs, case_id)
    assert row.next is not None
    assert row.next.rule.id == "civil_party_gate"


def test_a_decision_is_shown_while_it_can_be_contested(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.PLATFORM_DECISION, SENT)
    (row,) = awaited(session, packs, case_id)
    assert row.next is not None
    assert (row.next.rule.id, row.next.day.year) == ("dsa_internal_complaint_6m", 2027)
    old = a_case(session, packs, "Figue-23")
    an_event(session, old, Happening.PLATFORM_DECISION, date(2026, 3, 1))
    assert awaited(session, packs, old) == ()


def test_whom_we_wait_for_is_read_in_the_letter(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    letter_id = a_letter(session, packs, case_id)
    session.get_one(Letter, letter_id).data = {"addressee": {"name": "Tribunal de l’Exemple"}}
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, SENT, letter_id=letter_id)
    an_event(session, case_id, Happening.REQUISITION_REQUESTED, None)
    first, second = awaited(session, packs, case_id)
    assert (first.whom, first.days) == ("Tribunal de l’Exemple", 11)
    assert (second.whom, second.since, second.days) == ("", None, None)


def test_a_case_goes_through_its_steps_by_what_happens_in_it(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    assert stage(session, packs, case_id) is Stage.FIRST_CONTACT
    an_incident(session, packs, case_id, offences=())
    assert stage(session, packs, case_id) is Stage.ASSESSMENT
    an_incident(session, packs, case_id)
    assert stage(session, packs, case_id) is Stage.ACTION_PLAN
    an_event(session, case_id, Happening.NOTICE_SENT, SENT)
    assert stage(session, packs, case_id) is Stage.PROCEEDINGS
    an_event(session, case_id, Happening.CONTENT_REMOVED, TODAY)
    assert stage(session, packs, case_id) is Stage.FOLLOW_UP
    session.flush()
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    assert stage(session, packs, case_id) is Stage.CLOSED


def test_a_refused_complaint_is_a_proceeding_and_not_yet_a_follow_up(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_event(session, case_id, Happening.COMPLAINT_REFUSED, TODAY)
    assert awaited(session, packs, case_id) == ()
    assert stage(session, packs, case_id) is Stage.PROCEEDINGS
