"""The board, as it is read and used."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout
from pytestqt.qtbot import QtBot

from casedesk.law.facts import Happening
from casedesk.queries.deadlines import DeadlineRow
from casedesk.queries.today import MOST
from casedesk.services.index import BATCH, clear
from casedesk.ui import places
from casedesk.ui.places import Page
from casedesk.ui.today.today import Today
from casedesk.ui.widgets.card_list import CardList
from tests.factories import TODAY, a_case, a_content, an_event, an_incident, x_post
from tests.ui.case_bench import CaseBench


def said(rows: CardList) -> list[str]:
    """What a screen reader says, row by row."""
    model = rows.model()
    return [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]


@pytest.fixture
def board(bench: CaseBench) -> Today:
    """The board of one case whose limitation runs out today."""
    incident = bench.write(
        lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21), title="Insultes")
    )
    bench.write(lambda s: a_content(s, bench.case_id, incident, x_post(datetime(2026, 8, 21, 20, 14, tzinfo=UTC))))
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, title="Menaces", offences=()))
    bench.write(lambda s: an_event(s, bench.case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 9, 2)))
    page = bench.show(places.Today())
    assert isinstance(page, Today)
    bench.qtbot.waitUntil(lambda: bool(said(page.deadlines)))
    return page


def test_the_most_pressing_date_comes_first_with_its_word_its_day_and_its_case(board: Today) -> None:
    first = said(board.deadlines)[0]
    assert first.startswith("Today. until midnight. ")
    assert "Louve-07" in first
    assert "21 November 2026" in first
    assert board.lead.text() == "1 thing cannot wait."


def test_an_answer_awaited_and_a_missing_answer_have_their_own_place(board: Today) -> None:
    assert said(board.waiting) == ["Complaint to the prosecutor · Louve-07. 80 days ago · next: 3 Dec 2026"]
    (question,) = [one for one in said(board.questions) if "Which offence" in one]
    assert question.startswith("Louve-07. ")
    assert "Menaces" in question


def test_a_date_behind_is_never_said_to_come_next(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda s: an_event(s, bench.case_id, Happening.COMPLAINT_PROSECUTOR, date(2026, 3, 2)))
    page = bench.show(places.Today())
    assert isinstance(page, Today)
    qtbot.waitUntil(lambda: bool(said(page.waiting)))
    (line,) = said(page.waiting)
    assert "possible since" in line
    assert "next" not in line


def test_space_explains_a_date_and_enter_opens_its_case(board: Today, qtbot: QtBot) -> None:
    board.deadlines.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.deadlines.current_row() is board.deadlines.row_at(0)
    with qtbot.waitSignal(board.explaining) as explained:
        qtbot.keyClick(board.deadlines, Qt.Key.Key_Space)
    assert isinstance(explained.args[0], DeadlineRow)
    with qtbot.waitSignal(board.going) as gone:
        qtbot.keyClick(board.deadlines, Qt.Key.Key_Return)
    place = gone.args[0]
    assert isinstance(place, places.CaseAt)
    assert place.page is Page.CALENDAR


def test_a_click_on_why_explains_and_a_click_beside_opens(board: Today, qtbot: QtBot) -> None:
    rows = board.deadlines
    rect = rows.visualRect(rows.model().index(0, 0))
    why = rect.topRight()
    why.setX(rect.right() - 30)
    why.setY(rect.center().y())
    with qtbot.waitSignal(board.explaining), qtbot.assertNotEmitted(board.going):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=why)
    with qtbot.waitSignal(board.going), qtbot.assertNotEmitted(board.explaining):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_later_dates_are_counted_and_shown_when_asked_for(board: Today, qtbot: QtBot) -> None:
    few = board.deadlines.model().rowCount()
    assert board.later.isVisible()
    assert "later date" in board.later.text()
    qtbot.mouseClick(board.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: board.deadlines.model().rowCount() > few)
    qtbot.mouseClick(board.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: board.deadlines.model().rowCount() == few)


def test_noting_an_answer_proposes_the_step_that_answers(board: Today, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.going) as gone:
        board.waiting.acted.emit(board.waiting.row_at(0))
    assert gone.args[0] == places.AddEvent(board.waiting.row_at(0).case_id, "no_further_action")


def test_a_missing_offence_is_answered_on_its_own_page(board: Today, qtbot: QtBot) -> None:
    (number,) = [number for number, one in enumerate(said(board.questions)) if "Which offence" in one]
    with qtbot.waitSignal(board.going) as gone:
        board.questions.chosen.emit(board.questions.row_at(number))
    assert gone.args[0].page is Page.QUALIFICATION


def test_what_is_done_elsewhere_changes_the_board_by_itself(board: Today, bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda s: an_event(s, bench.case_id, Happening.DIRECT_CITATION, TODAY))
    qtbot.waitUntil(lambda: not said(board.deadlines)[0].startswith("Today"))


def test_the_columns_go_one_under_the_other_where_there_is_no_room(board: Today, qtbot: QtBot) -> None:
    assert board.columns.direction() is QBoxLayout.Direction.LeftToRight
    board.resize(700, 700)
    qtbot.waitUntil(lambda: board.columns.direction() is QBoxLayout.Direction.TopToBottom)


def test_an_empty_board_says_what_goes_there(bench: CaseBench, qtbot: QtBot) -> None:
    page = bench.show(places.Today())
    assert isinstance(page, Today)
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.waiting_room.isVisible()
    assert page.lead.text() == "Nothing presses today."


def test_the_list_is_as_tall_as_its_rows_so_that_only_the_page_scrolls(board: Today) -> None:
    rows = board.deadlines
    heights = sum(rows.sizeHintForRow(n) for n in range(rows.model().rowCount()))
    assert rows.height() >= heights
    assert rows.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert rows.selectionMode() is QAbstractItemView.SelectionMode.SingleSelection


def test_dates_not_counted_yet_are_counted_by_themselves(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21)))
    bench.write(clear)
    page = bench.show(places.Today())
    assert isinstance(page, Today)
    qtbot.waitUntil(lambda: page.deadlines.model().rowCount() > 0)
    qtbot.waitUntil(lambda: not page.uncounted_room.isVisible())
    assert not page.nothing.isVisible()


def test_counting_dates_can_be_stopped_and_taken_up_again(bench: CaseBench, qtbot: QtBot) -> None:
    def fill(session: object) -> None:
        for number in range(BATCH + 6):
            a_case(session, bench.packs, f"Louve-{number:03}")  # type: ignore[arg-type]  # a session

    bench.write(fill)
    bench.write(clear)
    stopping = bench.desk.working.connect(lambda step: step.progress.cancel())
    page = bench.show(places.Today())
    assert isinstance(page, Today)
    qtbot.waitUntil(page.count.isVisible)
    assert page.uncounted.text() == "The dates of 7 cases are not counted: they are missing here."
    assert not page.nothing.isVisible(), "nothing is said of dates nobody counted"
    assert not page.lead.text()
    bench.desk.working.disconnect(stopping)
    qtbot.mouseClick(page.count, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.uncounted_room.isVisible()


def test_more_is_shown_when_asked_for(bench: CaseBench, qtbot: QtBot) -> None:
    def fill(session: object) -> None:
        for number in range(MOST // 2 + 3):
            case_id = a_case(session, bench.packs, f"Louve-{number:03}")  # type: ignore[arg-type]  # a session
            an_incident(session, bench.packs, case_id, offences=(), online=False)  # type: ignore[arg-type]  # a session

    bench.write(fill)
    page = bench.show(places.Today())
    assert isinstance(page, Today)
    qtbot.waitUntil(page.questions_more.isVisible)
    assert page.questions.model().rowCount() == MOST // 2
    few = page.questions_more.text()
    qtbot.mouseClick(page.questions_more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.questions.model().rowCount() > MOST // 2)
    assert few.startswith("and ")
    assert page.questions_more.text() != few or not page.questions_more.isVisible()


def test_a_date_that_is_no_longer_there_is_said_to_be(board: Today, bench: CaseBench, qtbot: QtBot) -> None:
    row = board.deadlines.row_at(0)
    gone = replace(row, subject_id="0" * 32)
    with qtbot.waitSignal(board.said) as said_it, qtbot.assertNotEmitted(board.explaining):
        board.deadlines.acted.emit(gone)
    assert "no longer there" in said_it.args[0]
