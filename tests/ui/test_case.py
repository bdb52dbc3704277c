"""One case and its pages, used as a caseworker and a jurist do."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock
from casedesk.law.routes import RouteState
from casedesk.queries.deadlines import Urgency
from casedesk.queries.values import ItemState, Role
from casedesk.ui import places
from casedesk.ui.cases.calendar_page import CalendarPage
from casedesk.ui.cases.case import Case
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.cases.facts_page import FactsPage
from casedesk.ui.cases.letters_page import LettersPage
from casedesk.ui.cases.people import People
from casedesk.ui.cases.qualification import Qualification
from casedesk.ui.cases.question_card import QuestionCard
from casedesk.ui.cases.race_strip import emphasis
from casedesk.ui.cases.route_words import RouteShown
from casedesk.ui.cases.summary import Summary
from casedesk.ui.fonts import Role as Font
from casedesk.ui.places import Page
from casedesk.ui.theme import LIGHT
from casedesk.ui.widgets.paragraph import Tone
from tests.factories import a_content, a_person, an_event, an_incident, x_post
from tests.ui.case_bench import CaseBench
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton
Shown = TypeVar("Shown", bound=CasePage)


def open_page(bench: CaseBench, page: Page, kind: type[Shown], subject: str = "") -> tuple[Case, Shown]:
    case = bench.show(places.CaseAt(bench.case_id, page, subject))
    assert isinstance(case, Case)
    bench.qtbot.waitUntil(lambda: case.page is not None)
    shown = case.page
    assert isinstance(shown, kind)
    return case, shown


@pytest.fixture
def incident(bench: CaseBench) -> str:
    made: str = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21)))
    bench.write(lambda s: a_content(s, bench.case_id, made, x_post(datetime(2026, 8, 21, 20, 14, tzinfo=UTC))))
    return made


def test_the_header_says_how_to_reach_her_and_names_nobody(bench: CaseBench) -> None:
    bench.write(lambda s: a_person(s, bench.case_id))
    case, _page = open_page(bench, Page.SUMMARY, Summary)
    assert case.pseudonym.text() == "Louve-07"
    assert "Signal, 12 h-14 h" in case.contact.text()
    words = " ".join(label.text() for label in case.findChildren(type(case.pseudonym)))
    assert "Camille" not in words


def test_each_tab_shows_its_page_and_the_race_stays_above_but_on_the_calendar(
    bench: CaseBench, incident: str, qtbot: QtBot
) -> None:
    case, _page = open_page(bench, Page.SUMMARY, Summary)
    assert case.strip_card.isVisible()
    seen = set()
    case.tabs.setFocus()
    for _tab in range(case.tabs.count()):
        seen.add(type(case.page))
        assert case.strip_card.isVisible() is not isinstance(case.page, CalendarPage)
        qtbot.keyClick(case.tabs, Qt.Key.Key_Right)
    assert seen == {Summary, People, FactsPage, Qualification, CalendarPage, LettersPage}


def test_the_race_is_said_in_words_too(bench: CaseBench, incident: str) -> None:
    case, _page = open_page(bench, Page.SUMMARY, Summary)
    assert "today, until midnight" in case.strip.accessibleDescription()


def test_the_day_of_the_race_that_presses_is_the_loudest(bench: CaseBench, incident: str) -> None:
    case, _page = open_page(bench, Page.SUMMARY, Summary)
    race = bench.sheet().race
    pressing = {line.clock: emphasis(line) for line in race if line.urgency is Urgency.TODAY}
    assert pressing[Clock.LIMITATION] == (Font.SMALL_STRONG, Tone.OVERDUE)
    later = replace(race[0], urgency=Urgency.LATER, ends_too_soon=True)
    assert emphasis(later) == (Font.SMALL, Tone.QUIET)
    assert emphasis(replace(race[0], urgency=Urgency.SOON)) == (Font.SMALL_STRONG, Tone.SOON)
    assert emphasis(replace(race[0], urgency=Urgency.OVERDUE)) == (Font.SMALL_STRONG, Tone.OVERDUE)
    assert emphasis(replace(race[0], urgency=Urgency.OVERDUE, clock=Clock.TARGET)) == (Font.SMALL, Tone.QUIET)
    case.strip.show_race((replace(race[0], urgency=Urgency.TODAY), later))
    picture = case.strip.grab().toImage()
    days = range(picture.width() - 40, picture.width())
    rows = range(picture.height())
    half = picture.height() // 2
    found = {y < half for y in rows for x in days if picture.pixelColor(x, y) == QColor(LIGHT.overdue)}
    assert found == {True}


def test_the_timeline_tells_what_happened_and_says_what_is_derived(bench: CaseBench, incident: str) -> None:
    bench.write(lambda s: an_event(s, bench.case_id, Happening.COMPLAINT_REFUSED, date(2026, 8, 24)))
    _case, page = open_page(bench, Page.SUMMARY, Summary)
    rows = [page.timeline.model().index(n, 0) for n in range(page.timeline.model().rowCount())]
    told = [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    assert any("derived from the identifier" in line and "Published on X" in line for line in told)
    assert told[-1].startswith("Complaint refused")


def test_a_question_is_answered_on_the_spot_and_goes_away(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, offences=("pedoporno_diffusion",)))
    _case, page = open_page(bench, Page.SUMMARY, Summary)
    yes_no = [card for card in page.findChildren(QuestionCard) if len(card.findChildren(QPushButton)) == 2]
    assert yes_no
    before = len(page.findChildren(QuestionCard))
    question = yes_no[0].question.text()
    qtbot.mouseClick(yes_no[0].findChildren(QPushButton)[0], LEFT)
    qtbot.waitUntil(lambda: question not in {card.question.text() for card in page.findChildren(QuestionCard)})
    assert before > len(page.findChildren(QuestionCard)) or before == 1


def test_nothing_for_now_is_always_a_route_and_each_is_told_beside(
    bench: CaseBench, incident: str, qtbot: QtBot
) -> None:
    _case, page = open_page(bench, Page.SUMMARY, Summary)
    answers = [card.row_at(0) for card in page.routes.cards]
    assert any(not answer.route.letters and not answer.route.gate for answer in answers)
    assert RouteState.CLOSED not in {answer.state for answer in answers}
    card = page.routes.cards[0]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.explaining) as told:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert told.args[0] == RouteShown(bench.case_id, "fr", card.row_at(0))


def test_what_is_not_for_her_is_told_too_when_she_asks(bench: CaseBench, incident: str, qtbot: QtBot) -> None:
    _case, page = open_page(bench, Page.SUMMARY, Summary)
    closed = [answer for answer in bench.sheet().routes if answer.state is RouteState.CLOSED]
    assert closed
    assert not page.closed_routes.isVisible()
    qtbot.mouseClick(page.show_closed, LEFT)
    assert [card.row_at(0) for card in page.closed_routes.cards] == closed
    said = str(page.closed_routes.cards[0].model().index(0, 0).data())
    assert "not for her" in said
    assert "Contrary:" in said


def test_what_became_of_a_content_is_noted_with_the_day_somebody_looked(
    bench: CaseBench, incident: str, qtbot: QtBot
) -> None:
    item = bench.sheet().incidents[0].items[0]
    _case, page = open_page(bench, Page.FACTS, FactsPage, item.id)
    assert page.item_room.isVisible()
    assert page.item_url.text() == item.url
    assert "an indication, not a proof" in page.item_times.text()
    page.item_state.setCurrentIndex(page.item_state.findData(ItemState.REMOVED))
    page.item_seen.clear()
    type_in(qtbot, page.item_seen, "nonsense")
    qtbot.mouseClick(page.save_item, LEFT)
    assert page.item_problem.isVisible()
    page.item_seen.clear()
    type_in(qtbot, page.item_seen, "20/11/2026")
    qtbot.mouseClick(page.save_item, LEFT)
    qtbot.waitUntil(lambda: bench.sheet().incidents[0].items[0].state is ItemState.REMOVED)


def test_a_paper_gets_its_number_and_needs_its_title(bench: CaseBench, qtbot: QtBot) -> None:
    _case, page = open_page(bench, Page.FACTS, FactsPage)
    qtbot.mouseClick(page.add_paper, LEFT)
    qtbot.mouseClick(page.save_paper, LEFT)
    qtbot.waitUntil(page.paper_problem.isVisible)
    type_in(qtbot, page.paper_title, "Recepisse de plainte")
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.save_paper, LEFT)
    (exhibit,) = bench.sheet().exhibits
    assert (exhibit.number, exhibit.title, exhibit.stored) == (1, "Recepisse de plainte", False)


def test_a_file_that_shows_a_minor_is_refused_with_what_to_do_instead(bench: CaseBench, qtbot: QtBot) -> None:
    from pathlib import Path

    from casedesk.services.exhibits import Shows

    _case, page = open_page(bench, Page.FACTS, FactsPage)
    page.open_exhibit(Path(__file__))
    type_in(qtbot, page.paper_title, "Capture")
    page.paper_shows.setCurrentIndex(page.paper_shows.findData(Shows.MINOR))
    qtbot.mouseClick(page.save_paper, LEFT)
    qtbot.waitUntil(page.paper_problem.isVisible)
    assert "PHAROS" in page.paper_problem.text()
    assert bench.sheet().exhibits == ()


def test_an_identity_is_masked_until_a_reason_is_given_and_masked_again_once_saved(
    bench: CaseBench, qtbot: QtBot
) -> None:
    bench.write(lambda s: a_person(s, bench.case_id))
    _case, page = open_page(bench, Page.PEOPLE, People)
    page.rows.chosen.emit(page.rows.row_at(0))
    assert page.masked.isVisible()
    assert page.given_name.text() == ""
    qtbot.mouseClick(page.reveal, LEFT)
    qtbot.waitUntil(page.identity.isVisible)
    assert page.given_name.text() == "Camille"
    page.profession.clear()
    type_in(qtbot, page.profession, "infirmiere")
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.save, LEFT)
    assert not page.sheet_card.isVisible()
    assert page.given_name.text() == ""


def test_a_first_person_is_the_one_accompanied_the_next_an_author(bench: CaseBench, qtbot: QtBot) -> None:
    _case, page = open_page(bench, Page.PEOPLE, People)
    qtbot.mouseClick(page.add_person, LEFT)
    assert page.role.currentData() == Role.ACCOMPANIED
    type_in(qtbot, page.given_name, "Lou")
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: page.rows.model().rowCount() == 1)
    qtbot.mouseClick(page.add_person, LEFT)
    assert page.role.currentData() == Role.AUTHOR
    type_in(qtbot, page.accounts, "@compte_8841, @autre")
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.save, LEFT)
    assert ("@compte_8841", "@autre") in {row.accounts for row in bench.sheet().people}


def test_moving_among_the_clocks_explains_each_of_them(bench: CaseBench, incident: str, qtbot: QtBot) -> None:
    case, page = open_page(bench, Page.CALENDAR, CalendarPage)
    qtbot.waitUntil(lambda: page.chart.model().rowCount() > 1)
    page.chart.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(page.explaining):  # in a small window it would hide what she moves among
        qtbot.keyClick(page.chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.explaining):
        qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    qtbot.keyClick(page.chart, Qt.Key.Key_Up)
    case.resize(1366, 768)
    with qtbot.waitSignal(page.explaining) as explained:
        qtbot.keyClick(page.chart, Qt.Key.Key_Down)
    assert explained.args[0] is page.chart.row_at(1).deadline
    line = str(page.chart.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "from" in line


def test_today_stands_between_the_ends_of_the_axis_and_months_do_not_crowd(bench: CaseBench, incident: str) -> None:
    _case, page = open_page(bench, Page.CALENDAR, CalendarPage)
    bench.qtbot.waitUntil(lambda: page.chart.axis() is not None)
    axis = page.chart.axis()
    assert axis is not None
    assert axis.left < axis.x(axis.today) < axis.right
    assert axis.x(date(1990, 1, 1)) == axis.left
    assert axis.x(date(2100, 1, 1)) == axis.right
    places_ = [axis.x(month) for month in axis.months()]
    assert all(later - earlier >= 40 for earlier, later in pairwise(places_))


def test_an_uncertain_day_opens_the_case_page_with_a_band(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(
        lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 9, 1), latest_on=date(2026, 9, 12))
    )
    _case, page = open_page(bench, Page.CALENDAR, CalendarPage)
    qtbot.waitUntil(lambda: page.chart.model().rowCount() > 0)
    lines = [page.chart.row_at(n) for n in range(page.chart.model().rowCount())]
    band = next(line for line in lines if line.end_latest > line.end)
    assert "or up to" in str(page.chart.model().index(lines.index(band), 0).data())


def test_a_case_that_is_gone_is_said_in_a_sentence(bench: CaseBench, qtbot: QtBot) -> None:
    case = bench.show(places.CaseAt("0" * 32))
    with qtbot.waitSignal(case.said) as said:
        pass
    assert said.args == ["This case is no longer there."]
