"""The contents online of a case."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Item, ItemState
from casedesk.services import cases, items
from casedesk.services.items import LinkOutcome
from tests.factories import NOW, TODAY, a_case, a_content, actions, an_incident, x_post

Packs = Mapping[str, Pack]

MOMENT = datetime(2026, 8, 24, 20, 14, 5, tzinfo=UTC)


def test_each_address_pasted_becomes_one_content_with_its_moment(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    post = x_post(MOMENT)
    text = f"Regarde : {post}?s=20 merci\n\nhttps://t.me/canal/613\nelle a tout vu\nhttps://exemple.org/page?a=1"
    outcomes = items.add_links(session, case_id, text, first_seen_on=TODAY, now=NOW)
    assert [(one.line, one.outcome) for one in outcomes] == [
        (1, LinkOutcome.ADDED),
        (3, LinkOutcome.ADDED),
        (4, LinkOutcome.NOT_A_LINK),
        (5, LinkOutcome.ADDED),
    ]
    in_order = session.scalars(select(Item.id).order_by(Item.added_at)).all()
    assert in_order == [one.item_id for one in outcomes if one.item_id]
    stored = session.get_one(Item, outcomes[0].item_id)
    assert stored.pasted == f"{post}?s=20"
    assert (stored.platform, stored.account, stored.created_at) == ("x", "compte_8841", MOMENT)
    assert (stored.state, stored.first_seen_on) == (ItemState.NOT_CHECKED, TODAY)
    assert actions(session)[-3:] == ["item.added"] * 3


def test_an_address_is_never_twice_in_a_case_however_it_is_pasted(session: Session, packs: Packs) -> None:
    case_id, other = a_case(session, packs), a_case(session, packs, "Figue-23")
    first = a_content(session, case_id, url=x_post(MOMENT))
    number = x_post(MOMENT).rpartition("/")[2]
    text = f"https://twitter.com/compte_8841/status/{number}/photo/1\n{x_post(MOMENT)}"
    outcomes = items.add_links(session, case_id, text, now=NOW)
    assert {(one.outcome, one.item_id) for one in outcomes} == {(LinkOutcome.ALREADY_THERE, first)}
    assert len(outcomes) == 2
    a_content(session, other, url=x_post(MOMENT))
    assert session.scalar(select(func.count()).select_from(Item)) == 2


def test_an_address_that_deceives_is_said_so_and_not_kept(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    for text in ("https://x.com/compte\u202e_88/status/2069841234567890123", "https://u:p@x.com/a/status/1"):
        (outcome,) = items.add_links(session, case_id, text, now=NOW)
        assert (outcome.outcome, outcome.item_id) == (LinkOutcome.DECEIVING, "")
        assert "\u202e" not in outcome.pasted
    assert session.scalar(select(func.count()).select_from(Item)) == 0


def test_reading_before_adding_writes_nothing(session: Session, packs: Packs) -> None:
    a_case(session, packs)
    assert [one.outcome for one in items.read_links(x_post(MOMENT))] == [LinkOutcome.ADDED]
    assert session.scalar(select(func.count()).select_from(Item)) == 0


def test_what_is_said_of_a_minor_stays_with_the_content_and_with_the_one_already_there(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    before = a_content(session, case_id, url=x_post(MOMENT))
    text = f"{x_post(MOMENT)}\nhttps://t.me/canal/613"
    outcomes = items.add_links(session, case_id, text, shows_minor=True, note="  une personne\nassise ", now=NOW)
    assert [one.outcome for one in outcomes] == [LinkOutcome.ALREADY_THERE, LinkOutcome.ADDED]
    kept, new = session.get_one(Item, before), session.get_one(Item, outcomes[1].item_id)
    assert (kept.shows_minor, kept.note) == (True, "")
    assert (new.shows_minor, new.note) == (True, "une personne assise")
    assert actions(session)[-2:] == ["item.shows_minor", "item.added"]
    items.add_links(session, case_id, text, shows_minor=False, now=NOW)
    assert kept.shows_minor, "what is known is not taken back by pasting again"


def test_a_content_is_tied_only_to_an_incident_of_its_own_case(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    elsewhere = an_incident(session, packs, a_case(session, packs, "Figue-23"))
    with pytest.raises(InvalidInput) as refusal:
        a_content(session, case_id, elsewhere)
    assert refusal.value.field == "incident_id"
    here = an_incident(session, packs, case_id)
    item_id = a_content(session, case_id)
    items.move_item(session, item_id, here, now=NOW)
    assert session.get_one(Item, item_id).incident_id == here
    with pytest.raises(InvalidInput):
        items.move_item(session, item_id, elsewhere, now=NOW)


def test_a_content_seen_again_keeps_its_first_and_last_days(session: Session, packs: Packs) -> None:
    item_id = a_content(session, a_case(session, packs))
    for state, day in [
        (ItemState.ONLINE, date(2026, 11, 10)),
        (ItemState.KEPT, date(2026, 11, 20)),
        (ItemState.ONLINE, date(2026, 11, 3)),
        (ItemState.REMOVED, TODAY),
    ]:
        items.set_state(session, item_id, state, seen_on=day, today=TODAY, now=NOW)
    item = session.get_one(Item, item_id)
    assert (item.first_seen_on, item.last_seen_on, item.state) == (date(2026, 11, 3), date(2026, 11, 20), "removed")
    with pytest.raises(InvalidInput):
        items.set_state(session, item_id, ItemState.ONLINE, seen_on=date(2027, 1, 1), today=TODAY, now=NOW)


def test_nothing_is_pasted_into_a_closed_case_nor_beyond_a_reasonable_length(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    session.flush()
    with pytest.raises(InvalidInput) as refusal:
        items.add_links(session, case_id, "a" * 50_001, now=NOW)
    assert refusal.value.field == "text"
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    with pytest.raises(Conflict):
        a_content(session, case_id)
