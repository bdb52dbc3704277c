"""The window as a whole: where one is, what stands beside, what is left when it locks."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casedesk import translate
from casedesk.queries.deadlines import DateRow, Urgency
from casedesk.services import association
from casedesk.store.workspace import Workspace
from casedesk.ui import places
from casedesk.ui.cases.calendar_page import CalendarPage
from casedesk.ui.cases.case import Case
from casedesk.ui.cases.cases import Cases
from casedesk.ui.desk import Desk
from casedesk.ui.gettext_bridge import GettextTranslator, Languages
from casedesk.ui.law.explanation import Explanation
from casedesk.ui.law.law_room import LawRoom
from casedesk.ui.law.rules import Rules
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import LawPage, Page
from casedesk.ui.theme import DARK, Look, Theme, tokens_of
from casedesk.ui.today.today import Today
from casedesk.ui.workbench import SHORTCUTS, Workbench
from tests.factories import a_content, a_person, an_incident, x_post
from tests.ui.case_bench import CaseBench
from tests.ui.conftest import NOW

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk_view(window: MainWindow, bench: CaseBench, qtbot: QtBot) -> Workbench:
    """The workbench over one case whose limitation runs out today."""
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21)))
    bench.write(lambda s: a_content(s, bench.case_id, incident, x_post(datetime(2026, 8, 21, 20, tzinfo=UTC))))
    bench.write(lambda s: a_person(s, bench.case_id))
    window.resize(1366, 768)
    page = window.workbench.pages.page
    assert isinstance(page, Today)
    qtbot.waitUntil(lambda: page.deadlines.model().rowCount() > 0)
    return window.workbench


def test_no_shortcut_is_used_twice() -> None:
    assert len(set(SHORTCUTS.values())) == len(SHORTCUTS)


def test_the_title_never_says_whose_case_is_open(window: MainWindow, desk_view: Workbench, bench: CaseBench) -> None:
    desk_view.go(places.CaseAt(bench.case_id))
    assert window.windowTitle() == "casedesk"


def shown(page: Today) -> list[object]:
    return [page.deadlines.row_at(number) for number in range(page.deadlines.model().rowCount())]


def test_a_desk_left_open_over_midnight_says_what_the_new_day_makes_of_each_date(
    desk_view: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk_view.pages.page
    assert isinstance(page, Today)
    pressing = {row.rule.id: row.urgency for row in shown(page) if isinstance(row, DateRow)}
    assert Urgency.TODAY in pressing.values()
    monkeypatch.setattr(desk_view.desk, "_clock", lambda: NOW + timedelta(days=1))
    monkeypatch.setattr(desk_view.desk, "_count_some", lambda _session: pytest.fail("its dates are still true"))
    desk_view._watch.setInterval(1)  # nobody waits for a minute
    qtbot.waitUntil(lambda: "22" in page.title.text())
    qtbot.waitUntil(lambda: Urgency.OVERDUE in {getattr(row, "urgency", None) for row in shown(page)})


def test_the_rail_counts_what_presses_and_the_open_cases(desk_view: Workbench, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk_view.go_cases.property("side") == "1")
    assert desk_view.go_today.property("side") == "1"
    assert desk_view.go_cases.accessibleName() == "Cases (1)"


@pytest.mark.parametrize(
    ("name", "kind"), [("go_cases", Cases), ("go_today", Today), ("go_law", LawRoom), ("go_search", Cases)], ids=str
)
def test_a_shortcut_goes_where_its_word_in_the_rail_goes(
    desk_view: Workbench, qtbot: QtBot, name: str, kind: type
) -> None:
    desk_view.go(places.NewCase())
    wanted = SHORTCUTS[name]
    (shortcut,) = [one for one in desk_view.findChildren(QShortcut) if one.key().toString() == wanted]
    shortcut.activated.emit()
    assert isinstance(desk_view.pages.page, kind)
    desk_view.go(places.NewCase())
    qtbot.mouseClick(getattr(desk_view, name), Qt.MouseButton.LeftButton)
    assert isinstance(desk_view.pages.page, kind)


def test_searching_puts_the_cursor_in_the_search_field(desk_view: Workbench, qtbot: QtBot) -> None:
    desk_view.window().activateWindow()
    qtbot.waitUntil(desk_view.window().isActiveWindow)
    qtbot.keyClick(desk_view, Qt.Key.Key_K, CTRL)
    page = desk_view.pages.page
    assert isinstance(page, Cases)
    assert page.focusWidget() is page.search


def test_going_back_returns_where_one_came_from(desk_view: Workbench, bench: CaseBench) -> None:
    desk_view.go(places.Cases())
    desk_view.go(places.CaseAt(bench.case_id))
    desk_view.go_back()
    assert isinstance(desk_view.pages.page, Cases)
    desk_view.go_back()
    assert isinstance(desk_view.pages.page, Today)
    desk_view.go_back()
    assert isinstance(desk_view.pages.page, Today)


def test_another_page_of_the_same_case_does_not_make_the_case_anew(desk_view: Workbench, bench: CaseBench) -> None:
    desk_view.go(places.CaseAt(bench.case_id))
    case = desk_view.pages.page
    assert isinstance(case, Case)
    bench.qtbot.waitUntil(lambda: case.page is not None)
    desk_view.go(places.CaseAt(bench.case_id, Page.CALENDAR))
    assert desk_view.pages.page is case
    assert isinstance(case.page, CalendarPage)


def test_going_back_to_a_case_finds_the_page_one_had_turned_to(desk_view: Workbench, bench: CaseBench) -> None:
    desk_view.go(places.CaseAt(bench.case_id))
    case = desk_view.pages.page
    assert isinstance(case, Case)
    case.tabs.setCurrentIndex(2)
    desk_view.go(places.AddLinks(bench.case_id))
    desk_view.go_back()
    again = desk_view.pages.page
    assert isinstance(again, Case)
    assert again.tabs.currentIndex() == 2


def test_what_stands_beside_goes_when_another_page_of_the_case_is_turned_to(
    desk_view: Workbench, bench: CaseBench, qtbot: QtBot
) -> None:
    desk_view.go(places.CaseAt(bench.case_id, Page.CALENDAR))
    case = desk_view.pages.page
    assert isinstance(case, Case)
    qtbot.waitUntil(lambda: case.page is not None and bench.desk.is_idle)
    calendar = case.page
    assert isinstance(calendar, CalendarPage)
    calendar.chart.setCurrentIndex(calendar.chart.model().index(0, 0))
    assert desk_view.panel.isVisible()
    case.tabs.setCurrentIndex(0)
    assert not desk_view.panel.isVisible()


def test_coming_from_the_board_the_clock_of_that_date_is_chosen_and_explained(
    desk_view: Workbench, bench: CaseBench, qtbot: QtBot
) -> None:
    board = desk_view.pages.page
    assert isinstance(board, Today)
    board.deadlines.chosen.emit(board.deadlines.row_at(0))
    case = desk_view.pages.page
    assert isinstance(case, Case)
    qtbot.waitUntil(desk_view.panel.isVisible)
    assert isinstance(case.page, CalendarPage)
    assert case.page.chart.current_row().deadline.subject_id == board.deadlines.row_at(0).subject_id


def test_a_date_is_explained_beside_the_page_and_escape_puts_it_away(desk_view: Workbench, qtbot: QtBot) -> None:
    page = desk_view.pages.page
    assert isinstance(page, Today)
    page.deadlines.acted.emit(page.deadlines.row_at(0))
    qtbot.waitUntil(desk_view.panel.isVisible)
    assert desk_view.middle.isVisible()
    said = [label.text() for label in desk_view.panel.findChildren(QLabel)]
    assert "Why 21 November 2026?" in said
    assert any("1." in text for text in said)
    assert "Last legal day: Saturday 21 November 2026, until midnight" in said
    assert any("1881" in text for text in said)
    qtbot.keyClick(desk_view, Qt.Key.Key_Escape)
    assert not desk_view.panel.isVisible()


def test_from_the_explanation_of_a_date_one_reads_its_rule_whole_and_comes_back(
    desk_view: Workbench, qtbot: QtBot
) -> None:
    page = desk_view.pages.page
    assert isinstance(page, Today)
    page.deadlines.acted.emit(page.deadlines.row_at(0))
    qtbot.waitUntil(desk_view.panel.isVisible)
    explanation = desk_view.panel.findChild(Explanation, "explanation")
    assert isinstance(explanation, Explanation)
    qtbot.mouseClick(explanation.read_it, Qt.MouseButton.LeftButton)
    room = desk_view.pages.page
    assert isinstance(room, LawRoom)
    assert isinstance(room.page, Rules)
    assert "1881" in room.page.notice.toPlainText()
    assert desk_view.go_law.isChecked()
    assert not desk_view.panel.isVisible()
    desk_view.go_back()
    assert isinstance(desk_view.pages.page, Today)


def test_each_page_of_the_law_fills_the_window_without_scrolling_it(
    window: MainWindow, desk_view: Workbench, bench: CaseBench, qtbot: QtBot
) -> None:
    for width, height in ((1366, 768), (911, 512)):
        window.resize(width, height)
        for page in (LawPage.RULES, LawPage.DIRECTORY):
            desk_view.go(places.Law(page, "fr/press_limitation_3m"))
            room = desk_view.pages.currentWidget()
            assert isinstance(room, QScrollArea)
            bar = room.verticalScrollBar()
            qtbot.waitUntil(partial(_is_hidden, bar))


def _is_hidden(part: QWidget) -> bool:
    return not part.isVisible()


def test_where_there_is_no_room_the_explanation_takes_the_place_of_the_page(
    window: MainWindow, desk_view: Workbench, qtbot: QtBot
) -> None:
    page = desk_view.pages.page
    assert isinstance(page, Today)
    page.deadlines.acted.emit(page.deadlines.row_at(0))
    qtbot.waitUntil(desk_view.panel.isVisible)
    window.resize(911, 512)
    qtbot.waitUntil(lambda: not desk_view.middle.isVisible())
    assert desk_view.panel.isVisible()
    desk_view.close_panel()
    assert desk_view.middle.isVisible()


def test_every_page_lives_in_a_small_window_at_one_and_a_half(
    window: MainWindow, desk_view: Workbench, bench: CaseBench, qtbot: QtBot
) -> None:
    window.resize(911, 512)
    wanted: list[places.Place] = [
        places.Today(),
        places.Cases(),
        places.NewCase(),
        places.Preferences(),
        places.AddLinks(bench.case_id),
        places.AddEvent(bench.case_id),
        places.AddIncident(bench.case_id),
        *(places.CaseAt(bench.case_id, page) for page in Page),
        *(places.Law(page) for page in LawPage),
        *(places.Law(page, "fr/press_limitation_3m") for page in LawPage),
    ]
    for place in wanted:
        desk_view.go(place)
        qtbot.waitUntil(lambda: bench.desk.is_idle)
        room = desk_view.pages.currentWidget()
        assert room is not None
        page = desk_view.pages.page
        assert page.minimumSizeHint().width() <= desk_view.middle.width(), place
        assert window.width() == 911


def test_locking_leaves_nothing_of_any_case_on_screen(
    window: MainWindow, desk_view: Workbench, bench: CaseBench, qtbot: QtBot
) -> None:
    desk_view.go(places.CaseAt(bench.case_id, Page.FACTS))
    qtbot.waitUntil(lambda: bench.desk.is_idle)
    qtbot.mouseClick(desk_view.go_lock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.is_open)
    QApplication.sendPostedEvents(None, 52)  # what was thrown away is gone
    words = [label.text() for label in window.findChildren(QLabel)]
    words += [field.text() for field in window.findChildren(QLineEdit)]
    words += [field.toPlainText() for field in window.findChildren(QPlainTextEdit)]
    assert not any("Louve" in text or "Insultes" in text or "compte_8841" in text for text in words)
    assert window.windowTitle() == "casedesk"


def test_changing_the_language_changes_every_word_at_once(
    desk_view: Workbench, bench: CaseBench, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    languages = Languages(qapp, "en")
    french = {"Today": "Aujourd’hui", "Why?": "Pourquoi ?", "Before it is too late": "Avant qu’il ne soit trop tard"}
    monkeypatch.setattr(translate, "_catalogue", lambda _domain: _Words(french))
    try:
        languages.speak("fr")
        page = desk_view.pages.page
        assert isinstance(page, Today)
        qtbot.waitUntil(lambda: desk_view.go_today.text() == "Aujourd’hui")
        assert "Avant qu’il ne soit trop tard" in {label.text() for label in page.findChildren(QLabel)}
        assert page.title.text() == "Samedi 21 novembre 2026"
    finally:
        monkeypatch.undo()
        languages.speak("en")
        languages.deleteLater()
    qtbot.waitUntil(lambda: desk_view.go_today.text() == "Today")


def test_the_words_of_qt_follow_the_language_chosen_down_to_the_print_dialog(qapp: QApplication, qtbot: QtBot) -> None:
    languages = Languages(qapp, "fr")
    try:
        languages.complete()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
        dialog = QPrintDialog(QPrinter())
        qtbot.addWidget(dialog)
        assert dialog.windowTitle() == "Imprimer"
        languages.speak("en")
        assert QCoreApplication.translate("QPrintDialog", "Print") == "Print"
    finally:
        languages.speak("en")
        languages.deleteLater()


class _Words(NullTranslations):
    """A catalogue of three words."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        return self._words.get(message, message)


def test_a_word_the_catalogue_does_not_know_stays_as_written() -> None:
    bridge = GettextTranslator()
    assert bridge.translate("Form", "zzz no such word") is None
    assert bridge.translate("Form", "") is None


def test_the_dark_look_reaches_what_is_painted_by_hand(desk_view: Workbench, dressed: Theme) -> None:
    dressed.choose(Look.DARK)
    page = desk_view.pages.page
    assert isinstance(page, Today)
    assert tokens_of(page.deadlines.palette()) is DARK
    assert tokens_of(desk_view.go_today.palette()) is DARK
    ground = desk_view.grab().toImage().pixelColor(300, 700)
    assert ground.name().upper() == DARK.canvas


def test_closing_the_window_closes_the_workspace(window: MainWindow, bench: CaseBench, tmp_path: Path) -> None:
    window.close()
    assert not bench.desk.is_open


def test_missing_saved_actions_are_said_and_she_can_go_on_with_what_is_left(
    closed_desk: Desk, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.warning = "3 saved actions are missing."
    made = MainWindow(closed_desk, None, tmp_path / "casedesk")
    qtbot.addWidget(made)
    made.show()
    closed_desk.take(workspace)
    bar = made.workbench.bar
    assert bar.words.text() == "3 saved actions are missing."
    qtbot.mouseClick(bar.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not workspace.warning)


@pytest.mark.parametrize("fictional", [True, False])
def test_a_fictional_association_says_so_on_every_page(
    closed_desk: Desk, workspace: Workspace, qtbot: QtBot, tmp_path: Path, fictional: bool
) -> None:
    with workspace.transaction() as transaction:
        association.save(transaction.session, name="Maison", jurisdiction="fr", fictional=fictional, now=NOW)
    made = MainWindow(closed_desk, None, tmp_path / "casedesk")
    qtbot.addWidget(made)
    made.show()
    closed_desk.take(workspace)
    with qtbot.waitCallback() as read:
        closed_desk.read(lambda _session: None, read)
    assert made.workbench.fictional.isVisible() is fictional
