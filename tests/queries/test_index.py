"""The index of derived dates is what derivation says, whatever was done, on whatever day one looks."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.demo.build import build
from casedesk.errors import CasedeskError
from casedesk.law.assess import Due
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries.indexed import days_of
from casedesk.queries.today import today_sheet
from casedesk.records import Case, Event, Incident, Item, ItemState, Person
from casedesk.services import answers, cases, events, incidents, items
from casedesk.services.index import clear, count_some
from casedesk.store.workspace import Workspace
from tests.conftest import FAST, PASSPHRASE
from tests.factories import NOW, TODAY, a_case, keep_counted, x_post
from tests.queries.derived_board import derived_index, derived_sheet, readings, stored_index

Packs = Mapping[str, Pack]
ALL = 10**6
TOLD_ELSEWHERE = {Happening.OFFENCE, Happening.PUBLICATION, Happening.CONNECTION, Happening.LAW_DATE}


def must_be_derived(session: Session, packs: Packs, today: date) -> None:
    """Compare every row stored, then the page read from them in SQL, with what the law answers now."""
    assert stored_index(session) == derived_index(session, packs, today)
    for later in (False, True):
        shown = today_sheet(session, packs, today, later=later, most=ALL)
        assert shown == derived_sheet(session, packs, today, later=later, most=ALL)


@pytest.mark.parametrize(
    "today", [date(2026, 11, 21), date(2026, 12, 31), date(2027, 2, 28), date(2028, 2, 29), date(2028, 7, 14)]
)
def test_the_index_of_the_fictional_cases_is_what_derivation_says_on_their_day_and_on_others(
    workspace: Workspace, packs: Packs, today: date
) -> None:
    keep_counted(workspace, packs, today)
    with workspace.transaction() as work:
        build(work.session, packs, today, datetime.combine(today, time(10, 30), tzinfo=UTC), workspace.seal)
    for days in (0, 1, 9, 40, 200, 700, 3000):
        on = today + timedelta(days=days)
        with workspace.transaction() as work:
            assert stored_index(work.session)
            assert count_some(work.session, packs, on) == 0
            must_be_derived(work.session, packs, on)


def test_an_index_thrown_away_is_found_again_as_it_was(workspace: Workspace, packs: Packs) -> None:
    keep_counted(workspace, packs)
    with workspace.transaction() as work:
        build(work.session, packs, TODAY, NOW, workspace.seal)
    with workspace.transaction() as work:
        before = stored_index(work.session)
        clear(work.session)
        assert stored_index(work.session) == {}
        sheet = today_sheet(work.session, packs, TODAY)
        assert (sheet.uncounted, sheet.deadlines, sheet.questions) == (len(before), (), ())
        assert count_some(work.session, packs, TODAY, most=5) == len(before) - 5
        assert count_some(work.session, packs, TODAY) == 0
        assert stored_index(work.session) == before
        must_be_derived(work.session, packs, TODAY)


def test_one_day_after_the_other_a_date_shows_one_day_and_never_two(workspace: Workspace, packs: Packs) -> None:
    with workspace.transaction() as work:
        build(work.session, packs, TODAY, NOW, workspace.seal)
        dues = [
            answer
            for reading in readings(work.session, packs, TODAY)
            for answer in reading.assessments
            if isinstance(answer, Due)
        ]
    assert dues
    for due in dues:
        days = list(days_of(due, shown=True))
        assert [day["last"] for day in days] == [False] * (len(days) - 1) + [True]
        for before, after in pairwise(days):
            assert before["day"] < after["day"]
            assert after["since"] == before["day"] + timedelta(days=1)


Gesture = Callable[[Session, Packs, str], None]

# Around the periods that the law counts most: three months, a year, six years; some of them still to come.
days = st.one_of(
    st.dates(TODAY - timedelta(days=130), TODAY + timedelta(days=20)),
    st.dates(date(2019, 6, 1), TODAY),
)
spans = st.one_of(st.none(), st.tuples(days, st.one_of(st.just(0), st.integers(0, 200))))


def _any(session: Session, kind: type[Event | Incident | Item], case_id: str, number: int) -> str | None:
    found = session.scalars(select(kind.id).where(kind.case_id == case_id).order_by(kind.id)).all()
    return found[number % len(found)] if found else None


@st.composite
def an_incident(draw: st.DrawFn) -> Gesture:
    span, online, public = draw(spans), draw(st.sampled_from([None, True, False])), draw(st.booleans())
    pick, number = draw(st.integers(0, 10**6)), draw(st.integers(0, 3))

    def do(session: Session, packs: Packs, case_id: str) -> None:
        case = session.get_one(Case, case_id)
        offences = list(packs[case.jurisdiction].offences)
        chosen = tuple({offences[(pick + one * 7) % len(offences)] for one in range(number)})
        first = span[0] if span else None
        last = span[0] + timedelta(days=span[1]) if span else None
        incidents.add_incident(
            session,
            packs,
            case_id,
            title=f"Fait {pick}",
            earliest_on=first,
            latest_on=last,
            online=online,
            public=public,
            offences=chosen,
            today=date(2030, 1, 1),
            now=NOW,
        )

    return do


@st.composite
def a_content(draw: st.DrawFn) -> Gesture:
    day, number, hour = draw(days), draw(st.integers(0, 10)), draw(st.integers(0, 23))
    state = draw(st.sampled_from(list(ItemState)))

    def do(session: Session, packs: Packs, case_id: str) -> None:
        at = datetime.combine(day, time(hour), tzinfo=UTC)
        session.flush()
        incident_id = _any(session, Incident, case_id, number)
        address = x_post(at, low=number) if number % 4 else f"https://t.me/canal/{number}"
        items.add_links(session, case_id, address, incident_id=incident_id, now=NOW)
        session.flush()
        item_id = _any(session, Item, case_id, number)
        assert item_id
        items.set_state(session, item_id, state, seen_on=day, today=date(2030, 1, 1), now=NOW)

    return do


@st.composite
def an_event(draw: st.DrawFn) -> Gesture:
    what = draw(st.sampled_from([one for one in Happening if one not in TOLD_ELSEWHERE]))
    span, number, about = draw(spans), draw(st.integers(0, 10)), draw(st.sampled_from(["case", "incident", "item"]))

    def do(session: Session, packs: Packs, case_id: str) -> None:
        session.flush()
        events.add_event(
            session,
            case_id,
            what,
            earliest_on=span[0] if span else None,
            latest_on=span[0] + timedelta(days=span[1] % 20) if span else None,
            incident_id=_any(session, Incident, case_id, number) if about == "incident" else None,
            item_id=_any(session, Item, case_id, number) if about == "item" else None,
            today=date(2030, 1, 1),
            now=NOW,
        )

    return do


@st.composite
def a_withdrawal(draw: st.DrawFn) -> Gesture:
    number = draw(st.integers(0, 10))

    def do(session: Session, packs: Packs, case_id: str) -> None:
        session.flush()
        event_id = _any(session, Event, case_id, number)
        if event_id:
            events.withdraw_event(session, event_id, now=NOW)

    return do


@st.composite
def a_birth(draw: st.DrawFn) -> Gesture:
    born_on = draw(st.one_of(st.none(), st.dates(date(1960, 1, 1), date(2015, 12, 31))))

    def do(session: Session, packs: Packs, case_id: str) -> None:
        answers.answer_fact(session, case_id, "victim_birth_date", value=born_on, today=TODAY, now=NOW)

    return do


@st.composite
def an_answer(draw: st.DrawFn) -> Gesture:
    fact, value = draw(st.sampled_from(["author_known", "online", "public", "content_online"])), draw(st.booleans())
    number = draw(st.integers(0, 10))

    def do(session: Session, packs: Packs, case_id: str) -> None:
        session.flush()
        subject = _any(session, Incident, case_id, number) or ""
        answers.answer_fact(session, case_id, fact, value=value, today=TODAY, now=NOW, subject_id=subject)

    return do


def a_closing(session: Session, packs: Packs, case_id: str) -> None:
    session.flush()
    cases.close_case(session, case_id, session.get_one(Case, case_id).version, on=TODAY, now=NOW)


def an_opening(session: Session, packs: Packs, case_id: str) -> None:
    session.flush()
    cases.reopen_case(session, case_id, session.get_one(Case, case_id).version, now=NOW)


gestures = st.one_of(
    an_incident(),
    a_content(),
    an_event(),
    an_event(),
    a_withdrawal(),
    a_birth(),
    an_answer(),
    st.just(a_closing),
    st.just(an_opening),
)


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory, packs: Packs) -> Iterator[Workspace]:
    """One workspace for many examples, emptied of its cases before each."""
    folder: Path = tmp_path_factory.mktemp("index") / "workspace"
    made, _recovery_key = Workspace.create(folder, PASSPHRASE, cost=FAST)
    keep_counted(made, packs)
    with made:
        yield made


@settings(max_examples=60, deadline=None)
@given(
    done=st.lists(st.tuples(st.integers(0, 1), gestures), min_size=1, max_size=9),
    ahead=st.integers(-30, 400),
)
def test_whatever_is_done_the_index_is_what_derivation_says(
    counted: Workspace, packs: Packs, done: list[tuple[int, Gesture]], ahead: int
) -> None:
    with counted.transaction() as work:
        for case in work.session.scalars(select(Case)).all():
            work.session.delete(case)
        for person in work.session.scalars(select(Person)).all():
            work.session.delete(person)
    with counted.transaction() as work:
        ids = [
            a_case(work.session, packs, "Louve-07"),
            a_case(work.session, packs, "Baobab-02", "ml"),
        ]
    for number, gesture in done:
        try:
            with counted.transaction() as work:
                gesture(work.session, packs, ids[number])
        except CasedeskError:
            continue  # refused, as a closed case refuses; nothing was written
    with counted.transaction() as work:
        must_be_derived(work.session, packs, TODAY)
    on = TODAY + timedelta(days=ahead)
    with counted.transaction() as work:
        if today_sheet(work.session, packs, on).uncounted == 0:
            must_be_derived(work.session, packs, on)
        assert count_some(work.session, packs, on) == 0
        must_be_derived(work.session, packs, on)
