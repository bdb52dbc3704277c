"""A letter written on its page: what it asks, what goes in, what is refused, what is copied."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from casedesk.documents import tint
from casedesk.law.facts import Happening
from casedesk.law.when import When
from casedesk.queries.values import LetterState
from casedesk.services import letters
from casedesk.ui import places
from casedesk.ui.letters import legend
from casedesk.ui.letters.compose import Compose
from casedesk.ui.main_window import MainWindow
from casedesk.ui.widgets.day_field import DayField
from tests.factories import NOW, TODAY, a_content, an_association, an_incident, x_post
from tests.ui.case_bench import CaseBench
from tests.ui.letter_bench import LEFT, answer, fill, open_letter, settled, words_of

CONTROL = Qt.KeyboardModifier.ControlModifier
WAY = "answers.sending_way"
TOWN = "answers.court_town"


@pytest.fixture
def page(bench: CaseBench, qtbot: QtBot) -> Compose:
    """The page of a complaint nobody began, over one incident and its content."""
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21)))
    bench.write(lambda s: a_content(s, bench.case_id, incident, x_post(datetime(2026, 8, 21, 20, tzinfo=UTC))))
    return open_letter(bench, qtbot)


def states(bench: CaseBench) -> list[LetterState]:
    return [letter.state for letter in bench.sheet().letters]


def test_looking_at_a_letter_begins_nothing(page: Compose, bench: CaseBench) -> None:
    assert "missing" in page.questions.count.text()
    assert page.footer.next_act.text() == "Answer what is missing"
    assert states(bench) == []


def test_an_unticked_content_leaves_the_letter(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    assert page.choices.summary.text() == "1 incident and 1 content"
    qtbot.mouseClick(page.choices.change, LEFT)
    box = next(box for box in page.choices.boxes.values() if "x.com" in box.accessibleName())
    assert box.isVisible() and box.isChecked()
    with qtbot.waitSignal(bench.desk.changed):
        qtbot.mouseClick(box, LEFT)
    qtbot.waitUntil(lambda: page.choices.summary.text() == "1 incident")
    assert box.isVisible() and not box.isChecked()
    assert states(bench) == [LetterState.DRAFT]


def test_an_answer_that_cannot_be_read_is_refused_under_its_field(page: Compose, qtbot: QtBot) -> None:
    asked = page.questions.fields["person.born_on"]
    answer(asked, qtbot, "le jour du marché")
    qtbot.keyClick(asked.field, Qt.Key.Key_Tab)
    assert "le jour du marché" in asked.problem.text()
    assert asked.problem.isVisibleTo(asked)


def test_an_answer_goes_into_the_letter_and_its_question_stays_where_it_was(
    page: Compose, bench: CaseBench, qtbot: QtBot
) -> None:
    before = page.questions.count.text()
    asked = page.questions.fields[TOWN]
    answer(asked, qtbot, "Quimper")
    qtbot.keyClick(asked.field, Qt.Key.Key_Tab)
    held = QApplication.focusWidget()
    qtbot.waitUntil(lambda: page.questions.count.text() != before)
    assert page.questions.fields[TOWN] is asked
    assert QApplication.focusWidget() is held
    assert isinstance(held, QWidget) and page.questions.isAncestorOf(held)
    assert "Quimper" in words_of(page, qtbot)
    other = bench.write(lambda s: letters.start(s, bench.packs, bench.case_id, "plainte_simple", today=TODAY, now=NOW))
    assert other  # asked once: the other letters of the case know the town
    again = open_letter(bench, qtbot, letter_id=other)
    assert TOWN not in again.questions.fields


def test_control_return_goes_from_one_missing_answer_to_the_next(page: Compose, qtbot: QtBot) -> None:
    asked = page.questions.fields[page.questions.lacking[0]]
    next_one = page.questions.lacking[1]
    answer(asked, qtbot, "Brest")
    qtbot.keyClick(asked.field, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(page.questions.fields[next_one].field.hasFocus)


def test_a_part_switched_off_leaves_the_letter(bench: CaseBench, qtbot: QtBot) -> None:
    page = open_letter(bench.in_country("ml"), qtbot, "plainte_pole")
    switch = next(iter(page.clauses.switches.values()))
    assert switch.box.isChecked()
    before = words_of(page, qtbot)
    qtbot.mouseClick(switch.tick.words, LEFT)
    qtbot.waitUntil(lambda: words_of(page, qtbot) != before, timeout=20_000)
    assert not switch.box.isChecked()


def test_who_signs_is_chosen_among_those_who_may(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(an_association)
    page = open_letter(bench, qtbot, "notification_dsa")
    assert [page.signing.who.itemText(place) for place in range(page.signing.who.count())] == [
        "The association",
        "The person accompanied",
    ]
    page.signing.who.setFocus()
    with qtbot.waitSignal(bench.desk.changed):
        qtbot.keyClick(page.signing.who, Qt.Key.Key_Down)
        page.signing.who.activated.emit(page.signing.who.currentIndex())
    settled(page, qtbot)
    assert page.signing.who.currentText() == "The person accompanied"


def test_tab_goes_through_the_page_as_it_is_read(page: Compose, qtbot: QtBot) -> None:
    stops, seen = [page.questions.more, page.choices.change, page.footer.next_act], []
    page.questions.fields[page.questions.lacking[0]].field.setFocus()
    for _step in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in stops:
            seen.append(QApplication.focusWidget())
        if len(seen) == len(stops):
            break
    assert seen == stops


def test_what_the_tints_mean_is_what_they_are() -> None:
    assert ["#" + colour for colour in (tint.DATA_COLOUR, tint.HOLE_COLOUR)] == [legend.KNOWN, legend.LACKING]


def test_answers_given_in_a_hurry_begin_one_letter_and_are_kept_though_she_leaves(
    bench: CaseBench, window: MainWindow, qtbot: QtBot
) -> None:
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    window.workbench.go(places.Compose(bench.case_id, "plainte_simple"))
    page = window.workbench.pages.page
    assert isinstance(page, Compose)
    settled(page, qtbot)
    for fact, text in ((TOWN, "Quimper"), (WAY, "dépôt")):
        answer(page.questions.fields[fact], qtbot, text)
    page.footer.next_act.setFocus()
    window.workbench.go(places.Cases())
    qtbot.waitUntil(lambda: bench.desk.is_idle)
    (only,) = bench.sheet().letters
    again = open_letter(bench, qtbot, letter_id=only.id)
    assert not {TOWN, WAY} & set(again.questions.lacking)


def test_a_usual_way_of_sending_is_completed_from_its_first_letters(page: Compose, qtbot: QtBot) -> None:
    asked = page.questions.fields[WAY]
    answer(asked, qtbot, "lettre r")
    qtbot.keyClick(asked.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: WAY not in page.questions.lacking)
    assert "lettre recommandée avec demande d’avis de réception" in words_of(page, qtbot)


def test_the_day_of_a_step_is_typed_here_and_written_in_the_case(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(an_association)
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    bench.write(lambda s: a_content(s, bench.case_id, incident))
    page = open_letter(bench, qtbot, "reclamation_interne")
    asked = page.questions.fields["events.platform_decision"]
    asked.setFocus()
    day = QApplication.focusWidget()
    assert isinstance(day, DayField)
    fill(day, qtbot, "03/11/2026")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "events.platform_decision" not in page.questions.lacking)
    decided = [row for row in bench.sheet().timeline if row.happening is Happening.PLATFORM_DECISION]
    assert [row.when for row in decided] == [When.on(date(2026, 11, 3))]


def test_an_answer_of_several_sentences_has_room_for_them(bench: CaseBench, qtbot: QtBot) -> None:
    page = open_letter(bench, qtbot, "reclamation_interne")
    assert isinstance(page.questions.fields["answers.decision_errors"].field, QPlainTextEdit)
