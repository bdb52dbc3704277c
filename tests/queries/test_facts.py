"""What is recorded of a case, told to the law."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.facts import Happening, Occurrence
from casedesk.law.pack import Pack
from casedesk.law.when import When
from casedesk.queries.case_sheet import case_sheet
from casedesk.queries.facts import facts_of, minor_at
from casedesk.records import Case, Incident, ItemState, Role
from casedesk.services import items
from casedesk.services.answers import answer_fact
from tests.factories import (
    DAY_OF_FACTS,
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

POSTED = datetime(2026, 8, 23, 22, 59, 59, tzinfo=UTC)


def told(session: Session, case_id: str, what: Happening) -> list[Occurrence]:
    return [one for one in facts_of(session, case_id).occurrences if one.what is what]


def test_an_incident_is_told_once_per_offence_with_what_is_known_of_it(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, offences=(INSULT, DEEPFAKE), public=False)
    occurrences = told(session, case_id, Happening.OFFENCE)
    assert [one.about["offence"] for one in occurrences] == [INSULT, DEEPFAKE]
    for one in occurrences:
        assert (one.when, one.subject, one.concerns) == (When.on(DAY_OF_FACTS), incident_id, (incident_id,))
        assert (one.about["online"], one.about["public"], one.derived) == (True, False, False)


def test_an_incident_nobody_qualified_yet_is_told_so_that_the_law_asks(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, offences=(), public=None)
    (one,) = told(session, case_id, Happening.OFFENCE)
    assert dict(one.about) == {"online": True}


def test_an_uncertain_day_is_told_as_an_interval_and_an_unknown_one_as_none(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, earliest_on=date(2026, 8, 1), latest_on=date(2026, 8, 9))
    an_incident(session, packs, case_id, earliest_on=None)
    assert [one.when for one in told(session, case_id, Happening.OFFENCE)] == [
        When(date(2026, 8, 1), date(2026, 8, 9)),
        None,
    ]


def test_a_content_is_told_at_the_moment_its_identifier_carries(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    item_id = a_content(session, case_id, incident_id, x_post(POSTED))
    an_exhibit(session, packs, case_id, "Autre pièce", content=None)
    an_exhibit(session, packs, case_id, item_id=item_id)
    for what in (Happening.PUBLICATION, Happening.CONNECTION):
        (one,) = told(session, case_id, what)
        assert one.when == When(date(2026, 8, 23), date(2026, 8, 23), POSTED)
        assert (one.derived, one.proof, one.subject) == (True, "2", item_id)
        assert one.concerns == (item_id, incident_id)


@pytest.mark.parametrize(("place", "day"), [("fr", 23), ("fr-974", 23), ("fr-972", 22), ("fr-973", 22)])
def test_a_content_takes_the_earlier_of_the_universal_and_the_local_day(
    session: Session, packs: Packs, place: str, day: int
) -> None:
    case_id = a_case(session, packs, place=place)
    a_content(session, case_id, None, x_post(datetime(2026, 8, 23, 1, 30, tzinfo=UTC)))
    (one,) = told(session, case_id, Happening.PUBLICATION)
    assert one.when is not None
    assert one.when.earliest == date(2026, 8, day)


def test_a_content_without_a_moment_takes_the_day_of_its_incident(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    tied = a_content(session, case_id, incident_id, "https://t.me/canal/613")
    loose = a_content(session, case_id, None, "https://t.me/canal/614")
    whens = {one.subject: (one.when, one.derived) for one in told(session, case_id, Happening.PUBLICATION)}
    assert whens == {tied: (When.on(DAY_OF_FACTS), False), loose: (None, False)}


def test_an_incident_without_a_day_takes_that_of_its_first_content(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, earliest_on=None)
    a_content(session, case_id, incident_id, x_post(datetime(2026, 9, 2, 8, 0, tzinfo=UTC)))
    a_content(session, case_id, incident_id, x_post(POSTED))
    (one,) = told(session, case_id, Happening.OFFENCE)
    assert (one.when, one.derived) == (When(date(2026, 8, 23), date(2026, 8, 23), POSTED), True)


@pytest.mark.parametrize(
    ("known", "connection", "communication"),
    [
        ({"online": True, "public": True}, 1, 0),
        ({"online": True, "public": False}, 1, 1),
        ({"online": True, "public": None}, 1, 1),
        ({"online": False, "public": False}, 0, 0),
        ({"online": None, "public": False}, 0, 0),
    ],
)
def test_an_incident_online_without_an_address_leaves_traces_of_its_own(
    session: Session, packs: Packs, known: dict[str, object], connection: int, communication: int
) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, **known)
    assert len(told(session, case_id, Happening.CONNECTION)) == connection
    assert len(told(session, case_id, Happening.COMMUNICATION)) == communication


@pytest.mark.parametrize(
    ("called", "public", "traces"), [(True, False, 1), (True, None, 1), (True, True, 0), (False, False, 0)]
)
def test_calls_off_line_leave_their_trace_at_the_operator_s(
    session: Session, packs: Packs, called: bool, public: bool | None, traces: int
) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, online=False, public=public)
    answer_fact(
        session,
        case_id,
        "calls_or_messages",
        value=called,
        subject_id=incident_id,
        packs=packs,
        today=TODAY,
        now=NOW,
    )
    occurrences = facts_of(session, case_id, packs["fr"].elements).occurrences
    assert len([one for one in occurrences if one.what is Happening.COMMUNICATION]) == traces
    assert not [one for one in occurrences if one.what is Happening.CONNECTION]


def test_an_event_is_told_with_its_proof_and_what_it_is_about(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    item_id = a_content(session, case_id, incident_id)
    proof = an_exhibit(session, packs, case_id, "Récépissé", content=None)
    an_event(session, case_id, Happening.COMPLAINT_POLICE, TODAY, exhibit_id=proof)
    an_event(session, case_id, Happening.COMPLAINT_REFUSED, None, incident_id=incident_id)
    an_event(session, case_id, Happening.CONTENT_REMOVED, TODAY, item_id=item_id, incident_id=incident_id)
    (whole,) = told(session, case_id, Happening.COMPLAINT_POLICE)
    assert (whole.when, whole.proof, whole.concerns) == (When.on(TODAY), "1", ())
    (undated,) = told(session, case_id, Happening.COMPLAINT_REFUSED)
    assert (undated.when, undated.proof, undated.concerns) == (None, "", (incident_id,))
    (removed,) = told(session, case_id, Happening.CONTENT_REMOVED)
    assert removed.concerns == (item_id,)


@pytest.mark.parametrize(
    ("what", "about_contents"), [(Happening.NOTICE_SENT, True), (Happening.COMPLAINT_PROSECUTOR, False)]
)
def test_an_event_of_a_letter_is_about_what_the_letter_speaks_of(
    session: Session, packs: Packs, what: Happening, about_contents: bool
) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    item_id = a_content(session, case_id, incident_id)
    an_event(session, case_id, what, TODAY, letter_id=a_letter(session, packs, case_id))
    (one,) = told(session, case_id, what)
    assert one.concerns == ((item_id,) if about_contents else (incident_id,))


@pytest.mark.parametrize(
    ("born_on", "earliest", "latest", "minor"),
    [
        (date(2008, 8, 25), DAY_OF_FACTS, DAY_OF_FACTS, True),
        (date(2008, 8, 24), DAY_OF_FACTS, DAY_OF_FACTS, False),
        (date(2008, 2, 29), date(2026, 2, 28), date(2026, 2, 28), True),
        (date(2008, 2, 29), date(2026, 3, 1), date(2026, 3, 1), False),
        (date(2008, 8, 20), date(2026, 8, 1), date(2026, 8, 31), None),
        (date(2008, 8, 20), None, None, None),
        (None, DAY_OF_FACTS, DAY_OF_FACTS, None),
    ],
)
def test_she_was_a_minor_when_her_birth_date_says_so_for_every_possible_day(
    born_on: date | None, earliest: date | None, latest: date | None, minor: bool | None
) -> None:
    assert minor_at(born_on, Incident(earliest_on=earliest, latest_on=latest)) is minor


def test_what_follows_from_the_records_wins_over_what_was_answered(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id)
    item_id = a_content(session, case_id)
    for fact, value in (("victim_minor_at_facts", False), ("content_online", False), ("residence", "abroad")):
        answer_fact(session, case_id, fact, value=value, today=TODAY, now=NOW)
    assert dict(facts_of(session, case_id).answers) == {
        "victim_minor_at_facts": False,
        "content_online": False,
        "residence": "abroad",
    }
    a_person(session, case_id, born_on=date(2012, 1, 1))
    items.set_state(session, item_id, ItemState.ONLINE, seen_on=TODAY, today=TODAY, now=NOW)
    assert dict(facts_of(session, case_id).answers) == {
        "victim_birth_date": date(2012, 1, 1),
        "victim_minor_at_facts": True,
        "content_online": True,
        "residence": "abroad",
    }
    (one,) = told(session, case_id, Happening.OFFENCE)
    assert one.about["victim_minor_at_facts"] is True


def test_contents_all_gone_are_told_offline_and_none_seen_is_told_as_nothing(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    item_id = a_content(session, case_id)
    assert "content_online" not in facts_of(session, case_id).answers
    items.set_state(session, item_id, ItemState.REMOVED, seen_on=TODAY, today=TODAY, now=NOW)
    assert facts_of(session, case_id).answers["content_online"] is False


def test_an_author_is_known_by_a_name_and_not_by_an_account(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    assert "author_known" not in facts_of(session, case_id).answers
    a_person(session, case_id, Role.AUTHOR, accounts=("compte_8841",))
    assert facts_of(session, case_id).answers["author_known"] is False
    a_person(session, case_id, Role.AUTHOR, family_name="Exemple")
    assert facts_of(session, case_id).answers["author_known"] is True


def test_a_case_tells_the_calendar_of_its_own_place_and_nothing_of_another(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, place="fr-67")
    an_incident(session, packs, a_case(session, packs, "Figue-23"))
    assert (facts_of(session, case_id).place, facts_of(session, case_id).occurrences) == ("fr-67", ())
    with pytest.raises(NotFound):
        facts_of(session, "0" * 32)
    assert session.scalars(select(Incident)).one().offences == [INSULT]


def test_an_answer_stored_by_another_version_of_the_law_is_read_as_far_as_it_is_understood(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    stored = {"victim_birth_date": "2001-02-03", "no_longer_asked": True, "author_known": None}
    session.get_one(Case, case_id).answers = stored
    assert dict(facts_of(session, case_id).answers) == {"victim_birth_date": date(2001, 2, 3)}


def test_an_act_about_one_incident_follows_the_law_of_that_incident_be_the_other_one_of_press(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    press = an_incident(session, packs, case_id, offences=(INSULT,))
    other = an_incident(session, packs, case_id, title="Montage", offences=(DEEPFAKE,))
    for incident_id in (press, other, None):
        an_event(session, case_id, Happening.APPEAL_DECISION, TODAY, incident_id=incident_id)
    session.flush()
    running = {
        (row.due.rule.id, row.due.trace.trigger.concerns)
        for row in case_sheet(session, packs, case_id, TODAY).deadlines
        if row.due.rule.id in {"cassation_5d", "cassation_press_3d"}
    }
    assert running == {
        ("cassation_press_3d", (press,)),
        ("cassation_5d", (other,)),
        ("cassation_press_3d", ()),
    }, "where nothing says which, the shorter one"
