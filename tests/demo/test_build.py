"""The fictional cases, whatever the day."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select

from casedesk.demo.addresses import address
from casedesk.demo.build import build
from casedesk.demo.days import day, moment
from casedesk.demo.papers import fit
from casedesk.documents.unanswered import unanswered
from casedesk.evidence import links
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries.cases import case_rows
from casedesk.queries.deadlines import Urgency
from casedesk.queries.qualification import qualification_sheet
from casedesk.queries.stage import Stage
from casedesk.queries.today import TodaySheet, today_sheet
from casedesk.records import Association, Event, Exhibit, Item, Letter, LetterState, Person
from casedesk.store import journal
from casedesk.store.workspace import Workspace
from tests.factories import keep_counted


def built(workspace: Workspace, packs: Mapping[str, Pack], today: date) -> TodaySheet:
    now = datetime.combine(today, time(10, 30), tzinfo=UTC)
    keep_counted(workspace, packs, today)
    with workspace.transaction() as work:
        build(work.session, packs, today, now, workspace.seal)
    with workspace.transaction() as work:
        return today_sheet(work.session, packs, today, later=True)


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 11, 21),
        date(2026, 12, 31),
        date(2027, 2, 28),
        date(2027, 5, 31),
        date(2028, 2, 29),
        date(2028, 7, 14),
    ],
)
def test_whatever_the_day_the_first_page_is_full(workspace: Workspace, packs: Mapping[str, Pack], today: date) -> None:
    sheet = built(workspace, packs, today)
    urgencies = {row.urgency for row in sheet.deadlines}
    # No period of three months ends on 31 May: on that day nothing can fall due.
    assert urgencies | {Urgency.TODAY} == set(Urgency) - {Urgency.MET}
    assert Urgency.TODAY in urgencies or today == date(2027, 5, 31)
    assert {row.rule.id for row in sheet.deadlines if row.urgency is Urgency.OPENS} == {"civil_party_gate"}
    assert {row.jurisdiction for row in sheet.undated} == {"ml"}
    assert {row.missing.name for row in sheet.questions} >= {"victim_minor_at_facts", "offence", Happening.OFFENCE}
    assert {row.what for row in sheet.waiting} >= {
        Happening.NOTICE_SENT,
        Happening.COMPLAINT_PROSECUTOR,
        Happening.PLATFORM_DECISION,
        Happening.GDPR_REQUEST_RECEIVED,
    }


def test_every_letter_can_be_written_from_one_of_the_cases(workspace: Workspace, packs: Mapping[str, Pack]) -> None:
    today = date(2026, 11, 21)
    built(workspace, packs, today)
    with workspace.transaction() as work:
        rows = case_rows(work.session, packs, today)
    for pack in packs.values():
        cases = [row.id for row in rows if row.jurisdiction == pack.id]
        for model in pack.letters:
            assert unanswered(fit(workspace, packs, today, cases, model)) == ()


def test_the_cases_cover_both_countries_every_step_and_bear_their_mark(
    workspace: Workspace, packs: Mapping[str, Pack]
) -> None:
    today = date(2026, 11, 21)
    built(workspace, packs, today)
    with workspace.transaction() as work:
        session = work.session
        rows = case_rows(session, packs, today)
        assert len(rows) >= 12
        assert {row.jurisdiction for row in rows} == {"fr", "ml"}
        assert {row.stage for row in rows} >= set(Stage) - {Stage.FIRST_CONTACT}
        assert all(house.fictional for house in session.scalars(select(Association)))
        assert {one.family_name for one in session.scalars(select(Person))} <= {"", "Exemple", "Modèle", "Fictif"}
        assert all(one.earliest_on and one.earliest_on <= today for one in session.scalars(select(Event)))
        states = {one.state for one in session.scalars(select(Letter))}
        assert states == {LetterState.DRAFT, LetterState.REVIEW, LetterState.SENT, LetterState.RECEIVED}
        assert journal.verify(session, workspace.key).broken_at is None


def test_the_contents_carry_the_moments_told_and_the_exhibits_open(
    workspace: Workspace, packs: Mapping[str, Pack]
) -> None:
    today = date(2026, 11, 21)
    built(workspace, packs, today)
    with workspace.transaction() as work:
        items = work.session.scalars(select(Item)).all()
        moments = {item.created_at for item in items if item.account == "compte_8841"}
        assert moments == {datetime(2026, 8, 21, 20, 14, 5, tzinfo=UTC)}
        assert {item.platform for item in items} >= {"x", "instagram", "tiktok", "discord", "telegram", "facebook"}
        exhibits = work.session.scalars(select(Exhibit)).all()
        pictures = [one for one in exhibits if one.media_type == "image/png"]
        assert workspace.unseal(pictures[0].sealed_as).startswith(b"\x89PNG")
        assert [one for one in exhibits if not one.sealed_as]


def test_no_file_is_kept_in_the_case_of_a_minor_but_a_paper(workspace: Workspace, packs: Mapping[str, Pack]) -> None:
    built(workspace, packs, date(2026, 11, 21))
    with workspace.transaction() as work:
        (row,) = case_rows(work.session, packs, date(2026, 11, 21), "Fougère")
        files = work.session.scalars(select(Exhibit).where(Exhibit.case_id == row.id)).all()
        assert [file.media_type for file in files] == ["text/plain"]


def test_what_the_stories_answer_points_to_what_the_jurists_chose_and_contradicts_none_of_it(
    workspace: Workspace, packs: Mapping[str, Pack]
) -> None:
    today = date(2026, 11, 21)
    built(workspace, packs, today)
    with workspace.transaction() as work:
        sheets = [
            qualification_sheet(work.session, packs, row.id, today) for row in case_rows(work.session, packs, today)
        ]
    told = [(sheet.jurisdiction, one) for sheet in sheets for one in sheet.incidents]
    answered = [(country, one) for country, one in told if any(offence.because for offence in one.offences)]
    assert len([country for country, _one in answered if country == "fr"]) == 16
    assert len([country for country, _one in answered if country == "ml"]) >= 3
    for _country, incident in answered:
        chosen = [one for one in incident.offences if one.chosen]
        assert not [one.offence.id for one in chosen if one.read.contradicted]
        assert not chosen or any(one.because for one in chosen)
    shown = {name for _country, one in told for name, question in one.questions.items() if question.exhibits}
    assert shown >= {"montage_of_her", "death_threat", "repeated_acts", "something_obtained"}


def test_the_penalty_of_a_story_is_that_of_its_own_facts(workspace: Workspace, packs: Mapping[str, Pack]) -> None:
    today = date(2026, 11, 21)
    built(workspace, packs, today)
    with workspace.transaction() as work:
        penalties = {
            (row.pseudonym, one.offence.id): one.read.penalty.replace("\u00a0", " ")
            for row in case_rows(work.session, packs, today)
            for incident in qualification_sheet(work.session, packs, row.id, today).incidents
            for one in incident.offences
            if one.chosen
        }
    assert penalties["Louve-07", "deepfake_sexuel_en_ligne"].startswith("jusqu’à 3 ans")  # online
    assert penalties["Ficus-08", "raid_numerique"].startswith("jusqu’à 3 ans")  # online, twelve days of incapacity
    assert penalties["Silex-04", "doxxing"].startswith("jusqu’à 5 ans")  # an elected woman
    assert penalties["Aubier-15", "doxxing"].startswith("jusqu’à 5 ans")  # a journalist
    assert penalties["Genêt-12", "menace_mort"].startswith("jusqu’à 5 ans")  # a former partner


@pytest.mark.parametrize("platform", ["x", "instagram", "tiktok", "discord"])
def test_an_invented_address_is_read_as_a_real_one_would_be(platform: str) -> None:
    at = datetime(2026, 8, 21, 20, 14, 5, tzinfo=UTC)
    link = links.parse(address(platform, "compte_8841", at))
    assert (link.platform, link.created_at) == (platform, at)
    assert link.post_id


def test_a_platform_whose_identifiers_say_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="telegram"):
        address("telegram", "canal", datetime(2026, 8, 21, tzinfo=UTC))


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("+0D", date(2026, 11, 21)),
        ("-5D", date(2026, 11, 16)),
        ("+3D -3M", date(2026, 8, 24)),
        ("-1D -1Y", date(2025, 11, 20)),
        ("-14M", date(2025, 9, 21)),
        ("+10D -1M", date(2026, 11, 1)),
        ("+7D -9M", date(2026, 2, 28)),
    ],
)
def test_a_day_is_told_from_today(told: str, meant: date) -> None:
    today = date(2026, 11, 21)
    assert day(told, today) == meant
    assert moment(told, "20:14:05", today) == datetime.combine(meant, time(20, 14, 5), tzinfo=UTC)


@pytest.mark.parametrize("told", ["", "3D", "+3M", "-3D-1M", "hier"])
def test_a_day_told_otherwise_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match=r"today|month"):
        day(told, date(2026, 11, 21))
