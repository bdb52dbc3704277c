"""The clocks of a case on time, looked at as a jurist does."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from casedesk.law.assess import Why
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack
from casedesk.queries.calendar import CalendarLine
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.cases.calendar_bars import presses
from casedesk.ui.cases.calendar_chart import CalendarChart, end_words, kind_words
from casedesk.ui.cases.calendar_page import CalendarPage
from casedesk.ui.cases.case import Case
from casedesk.ui.law.trace_panel import TracePanel
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page
from casedesk.ui.theme import LIGHT
from casedesk.ui.widgets.paragraph import Tone
from tests.factories import TODAY, a_content, an_event, an_incident
from tests.ui.case_bench import CaseBench

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(bench: CaseBench, packs: Mapping[str, Pack], qtbot: QtBot) -> CalendarPage:
    """A case with each kind of clock: an uncertain day, a gate, a notice that waits for its answer."""
    made = bench.write(
        lambda s: an_incident(s, packs, bench.case_id, earliest_on=date(2026, 9, 5), latest_on=date(2026, 9, 12))
    )
    item_id = bench.write(lambda s: a_content(s, bench.case_id, made))
    bench.write(lambda s: an_event(s, bench.case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 9, 15)))
    bench.write(lambda s: an_event(s, bench.case_id, Happening.PLATFORM_DECISION, date(2026, 11, 2)))
    sent = TODAY - timedelta(days=3)
    bench.write(lambda s: an_event(s, bench.case_id, Happening.NOTICE_SENT, sent, item_id=item_id))
    case = bench.show(places.CaseAt(bench.case_id, Page.CALENDAR))
    assert isinstance(case, Case)
    qtbot.waitUntil(lambda: isinstance(case.page, CalendarPage) and case.page.chart.model().rowCount() > 4)
    assert isinstance(case.page, CalendarPage)
    return case.page


def lines(page: CalendarPage) -> list[CalendarLine]:
    return [page.chart.row_at(number) for number in range(page.chart.model().rowCount())]


def test_kinds_of_clock_stand_apart_each_under_its_name_and_what_is_no_law_comes_last(page: CalendarPage) -> None:
    clocks = [line.clock for line in lines(page)]
    runs = [clock for number, clock in enumerate(clocks) if number == 0 or clocks[number - 1] is not clock]
    assert len(runs) == len(set(runs)) > 3
    assert runs[-1] is Clock.TARGET
    assert [page.chart.begins_kind(number) for number in range(len(clocks))].count(True) == len(runs)
    assert {kind_words(line) for line in lines(page)} >= {"Limitation", "Opening of a step"}


def test_a_target_presses_like_no_date_of_law_and_is_named_so(page: CalendarPage) -> None:
    targets = [number for number, line in enumerate(lines(page)) if line.is_target]
    assert targets
    for number in targets:
        assert not presses(page.chart.row_at(number))
        assert "target" in str(page.chart.model().index(number, 0).data())


def test_the_prudent_date_and_the_uncertain_end_are_written_beside_the_legal_one(page: CalendarPage) -> None:
    unsure = next(line for line in lines(page) if line.end_latest > line.end and line.prudent < line.end)
    said = end_words(unsure)
    assert any(text.startswith("or up to") for text in said)
    assert any(text.startswith("prudent:") for text in said)
    gate = next(line for line in lines(page) if line.clock is Clock.OPENS_ON)
    (opens,) = end_words(gate)
    assert opens.startswith("opens on")


def inked(chart: CalendarChart, number: int, x: float, tone: Tone) -> int:
    """Count the pixels of a tone in the column at `x` of a row."""
    box = chart.visualRect(chart.model().index(number, 0))
    picture = chart.viewport().grab(box).toImage()
    wanted = QColor(getattr(LIGHT, tone.value))
    return sum(picture.pixelColor(int(x), y) == wanted for y in range(picture.height()))


def test_a_gate_is_hollow_until_it_opens_and_full_from_then_on(page: CalendarPage) -> None:
    chart = page.chart
    axis = chart.axis()
    assert axis is not None
    by_clock = {line.clock: number for number, line in enumerate(lines(page))}
    number = by_clock[Clock.OPENS_ON]
    line = chart.row_at(number)
    waiting = inked(chart, number, (axis.x(line.start) + axis.x(line.end_earliest)) / 2, Tone.SOON)
    opened = inked(chart, number, (axis.x(line.end) + axis.right) / 2, Tone.SOON)
    assert waiting <= 4
    assert opened >= 8


def test_clocks_that_nothing_starts_are_put_away_until_asked_for(page: CalendarPage, qtbot: QtBot) -> None:
    shown = {page.not_running.row_at(n).why for n in range(page.not_running.model().rowCount())}
    assert Why.NO_TRIGGER not in shown
    assert page.idle.model().rowCount() > 10
    assert not page.idle.isVisible()
    qtbot.mouseClick(page.show_idle, LEFT)
    assert page.idle.isVisible()
    first = page.idle.row_at(0)
    assert law(first.rule.title) in str(page.idle.model().index(0, 0).data())


@pytest.fixture
def in_window(window: MainWindow, page: CalendarPage, bench: CaseBench, qtbot: QtBot) -> CalendarPage:
    """The same page in a window wide enough for the explanation to stand beside it."""
    window.resize(1366, 768)
    window.workbench.go(places.CaseAt(bench.case_id, Page.CALENDAR))
    case = window.workbench.pages.page
    assert isinstance(case, Case)
    qtbot.waitUntil(lambda: isinstance(case.page, CalendarPage) and case.page.chart.model().rowCount() > 4)
    assert isinstance(case.page, CalendarPage)
    return case.page


def middle(chart: CalendarChart, number: int) -> QPoint:
    box = chart.visualRect(chart.model().index(number, 0))
    return QPoint(box.center().x(), box.bottom() - 4)


def explained(page: CalendarPage) -> TracePanel:
    panel = page.window().findChild(TracePanel)
    assert panel is not None
    assert panel.isVisible()
    return panel


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4])
def test_a_click_explains_once_the_clock_pressed_and_prints_it_though_the_rows_move(
    in_window: CalendarPage, qtbot: QtBot, number: int
) -> None:
    chart, wanted = in_window.chart, in_window.chart.row_at(number)
    told: list[object] = []
    in_window.explaining.connect(told.append)
    place = middle(chart, number)
    qtbot.mousePress(chart.viewport(), LEFT, pos=place)
    assert told == []
    qtbot.mouseMove(chart.viewport(), place + QPoint(0, 2))
    qtbot.mouseRelease(chart.viewport(), LEFT, pos=place)
    assert told == [wanted.deadline]
    assert chart.current_row() == wanted
    panel = explained(in_window)
    assert panel.row == wanted.deadline
    assert panel.explanation.told is not None
    assert panel.explanation.told.rule.endswith(f"/{wanted.deadline.rule.id}")
    qtbot.mouseDClick(chart.viewport(), LEFT, pos=place)  # the second click falls on another row
    assert (chart.current_row(), panel.row, len(told)) == (wanted, wanted.deadline, 1)


def test_a_press_let_go_on_another_clock_still_explains_the_one_selected(in_window: CalendarPage, qtbot: QtBot) -> None:
    chart, wanted = in_window.chart, in_window.chart.row_at(1)
    qtbot.mousePress(chart.viewport(), LEFT, pos=middle(chart, 1))
    qtbot.mouseMove(chart.viewport(), middle(chart, 3))
    qtbot.mouseRelease(chart.viewport(), LEFT, pos=middle(chart, 3))
    assert chart.current_row() == wanted
    assert explained(in_window).row == wanted.deadline


def test_moving_by_keys_explains_the_clock_selected(in_window: CalendarPage, qtbot: QtBot) -> None:
    chart = in_window.chart
    qtbot.mouseClick(chart.viewport(), LEFT, pos=middle(chart, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
        assert explained(in_window).row == chart.current_row().deadline
        assert chart.selectionModel().selectedIndexes() == [chart.currentIndex()]
    assert chart.currentIndex().row() == chart.model().rowCount() - 1
