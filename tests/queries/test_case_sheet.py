"""Dossier: everything one case shows."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, LetterGroup, Pack
from casedesk.law.routes import RouteState
from casedesk.queries.calendar import calendar_sheet
from casedesk.queries.case_sheet import CaseSheet, PersonRow, TimelineKind, case_sheet
from casedesk.queries.deadlines import Urgency
from casedesk.queries.values import ItemState, LetterState, Role
from casedesk.records import Letter
from casedesk.services import items
from tests.factories import (
    DEEPFAKE,
    INSULT,
    NOW,
    TODAY,
    a_case,
    a_content,
    a_letter,
    a_person,
    an_event,
    an_exhibit,
    an_incident,
    x_post,
)

Packs = Mapping[str, Pack]

POSTED = datetime(2026, 8, 24, 20, 14, 5, tzinfo=UTC)


def a_full_case(session: Session, packs: Packs) -> str:
    case_id = a_case(session, packs, never="Jamais le soir", danger_note="Il a ses clés.")
    a_person(session, case_id)
    a_person(session, case_id, Role.AUTHOR, family_name="Exemple", accounts=("compte_8841",))
    incident_id = an_incident(session, packs, case_id, offences=(DEEPFAKE, INSULT))
    an_incident(session, packs, case_id, title="Menaces", earliest_on=None, offences=())
    item_id = a_content(session, case_id, incident_id, x_post(POSTED))
    items.set_state(session, item_id, ItemState.ONLINE, seen_on=date(2026, 11, 20), today=TODAY, now=NOW)
    a_content(session, case_id, None, "https://exemple.org/page")
    an_exhibit(session, packs, case_id, item_id=item_id)
    proof = an_exhibit(session, packs, case_id, "Récépissé", content=None)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 9, 2), exhibit_id=proof, reference="1A 2")
    return case_id


def sheet(session: Session, packs: Packs, case_id: str) -> CaseSheet:
    session.flush()
    return case_sheet(session, packs, case_id, TODAY)


def test_the_header_says_how_to_reach_her_safely_and_what_version_was_seen(session: Session, packs: Packs) -> None:
    header = sheet(session, packs, a_full_case(session, packs)).header
    assert (header.pseudonym, header.place, header.version) == ("Louve-07", "fr", 1)
    assert (header.safe_contact, header.safe_hours, header.never) == ("Signal", "12 h-14 h", "Jamais le soir")
    assert header.danger_note == "Il a ses clés."


def test_no_identity_is_on_the_page(session: Session, packs: Packs) -> None:
    page = sheet(session, packs, a_full_case(session, packs))
    hers, author = sorted(page.people, key=lambda person: person.role)
    assert (hers.role, hers.named, hers.minor_at_facts, hers.accounts) == (Role.ACCOMPANIED, True, None, ())
    assert (author.named, author.accounts) == (True, ("compte_8841",))
    assert not {field.name for field in fields(PersonRow)} & {"given_name", "family_name", "address", "phone", "email"}
    assert "Camille" not in repr(page)


def test_the_timeline_tells_what_happened_what_was_done_and_the_proof(session: Session, packs: Packs) -> None:
    told = sheet(session, packs, a_full_case(session, packs)).timeline
    assert [row.kind for row in told] == [
        TimelineKind.INCIDENT,
        TimelineKind.CONTENT,
        TimelineKind.EVENT,
        TimelineKind.SEEN,
        TimelineKind.INCIDENT,
    ]
    incident, content, event, seen, undated = told
    assert (incident.title, incident.derived) == ("Insultes sous sa photographie", False)
    assert content.when is not None
    assert (content.when.instant, content.derived, content.platform, content.exhibit) == (POSTED, True, "x", 1)
    assert (event.happening, event.exhibit, event.reference) == (Happening.COMPLAINT_PROSECUTOR, 2, "1A 2")
    assert (seen.account, seen.derived) == ("compte_8841", False)
    assert (undated.title, undated.when) == ("Menaces", None)


def test_a_letter_is_told_once_by_its_event_when_it_has_one(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id)
    letter = session.get_one(Letter, a_letter(session, packs, case_id))
    assert sheet(session, packs, case_id).letters[0].state is LetterState.DRAFT
    assert len(sheet(session, packs, case_id).timeline) == 1
    letter.issued_at, letter.state = NOW, LetterState.ISSUED.value
    issued = sheet(session, packs, case_id).timeline[-1]
    assert (issued.kind, issued.title) == (TimelineKind.LETTER, letter.title)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, TODAY, letter_id=letter.id)
    told = sheet(session, packs, case_id).timeline
    assert [(row.kind, row.title) for row in told[1:]] == [(TimelineKind.EVENT, letter.title)]


def test_the_cards_hold_their_contents_and_the_numbers_that_show_them(session: Session, packs: Packs) -> None:
    page = sheet(session, packs, a_full_case(session, packs))
    card, undated = page.incidents
    assert [offence.id for offence in card.offences] == [DEEPFAKE, INSULT]
    assert (card.exhibits, undated.items) == ((1,), ())
    (item,) = card.items
    assert (item.state, item.account, item.short_id) == (ItemState.ONLINE, "compte_8841", "compte_8841")
    assert item.url == f"https://x.com/i/status/{item.post_id}"
    assert [loose.short_id for loose in page.loose_items] == ["exemple.org"]
    assert [(exhibit.number, exhibit.stored) for exhibit in page.exhibits] == [(1, True), (2, False)]


def test_the_race_shows_one_line_per_rule_with_today_on_it(session: Session, packs: Packs) -> None:
    page = sheet(session, packs, a_full_case(session, packs))
    assert {line.clock for line in page.race} <= {Clock.LIMITATION, Clock.EVIDENCE}
    press = next(line for line in page.race if line.deadline.due.rule.id == "press_limitation_3m")
    assert (press.start, press.end, press.urgency) == (date(2026, 8, 24), date(2026, 11, 24), Urgency.SOON)
    assert press.fraction == pytest.approx(89 / 92)
    assert len({line.deadline.due.rule.id for line in page.race}) == len(page.race)
    later = case_sheet(session, packs, page.header.id, date(2027, 8, 1))
    gone = next(line for line in later.race if line.deadline.due.rule.id == "press_limitation_3m")
    assert (gone.fraction, gone.urgency) == (1.0, Urgency.OVERDUE)


def test_the_routes_are_those_of_the_country_with_their_state(session: Session, packs: Packs) -> None:
    page = sheet(session, packs, a_full_case(session, packs))
    states = {answer.route.id: answer.state for answer in page.routes}
    assert set(states) == set(packs["fr"].routes)
    assert states["plainte_procureur"] is RouteState.DONE
    assert states["rien_pour_l_instant"] is RouteState.OPEN
    assert sorted(choice.model for choice in page.catalogue) == sorted(packs["fr"].letters)
    shelves = [list(LetterGroup).index(choice.group) for choice in page.catalogue]
    assert shelves == sorted(shelves)


def test_a_case_that_is_gone_is_said_so(session: Session, packs: Packs) -> None:
    with pytest.raises(NotFound):
        case_sheet(session, packs, "0" * 32, TODAY)
    with pytest.raises(NotFound):
        calendar_sheet(session, packs, "0" * 32, TODAY)


def test_the_calendar_lays_each_clock_from_its_start_to_its_end(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, latest_on=date(2026, 8, 30), online=False)
    an_event(session, case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 9, 2))
    an_event(session, case_id, Happening.NOTICE_SENT, date(2026, 11, 16))
    page = calendar_sheet(session, packs, case_id, TODAY)
    lines = {line.due.rule.id: line for line in page.lines}
    press, gate = lines["press_limitation_3m"], lines["civil_party_gate"]
    assert (press.start, press.end, press.end_latest) == (date(2026, 8, 24), date(2026, 11, 24), date(2026, 11, 30))
    assert (press.is_target, press.mark) == (False, press.due.version.article.mark)
    assert (gate.start, gate.end) == (date(2026, 9, 2), gate.due.prudent_day)
    assert lines["dsa_notice_target"].is_target
    assert page.first < date(2026, 8, 24) < TODAY < page.last
    assert page.last < date(2027, 6, 1)
    assert "appeal_10d" in {answer.rule.id for answer in page.not_running}


def test_an_empty_calendar_still_holds_today(session: Session, packs: Packs) -> None:
    page = calendar_sheet(session, packs, a_case(session, packs), TODAY)
    assert page.lines == ()
    assert page.first < TODAY < page.last


def test_the_clocks_cross_where_the_address_may_be_gone_while_one_may_still_act(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 9, 1), offences=("harcelement_cyber",))
    session.flush()
    race = case_sheet(session, packs, case_id, TODAY).race
    limit = next(line for line in race if line.clock is Clock.LIMITATION)
    evidence = [line for line in race if line.clock is Clock.EVIDENCE]
    first = min(line.end for line in evidence)
    assert limit.end > first
    assert limit.alone == pytest.approx((first - limit.start).days / (limit.end - limit.start).days)
    assert all(line.ends_too_soon for line in evidence)
    assert not limit.ends_too_soon


def test_the_clocks_do_not_cross_where_one_can_act_no_more_before_anything_is_gone(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 9, 1), offences=("injure_publique",))
    session.flush()
    race = case_sheet(session, packs, case_id, TODAY).race
    assert {line.clock for line in race} >= {Clock.LIMITATION, Clock.EVIDENCE}
    assert all(line.alone is None and not line.ends_too_soon for line in race)
