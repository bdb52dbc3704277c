"""Every case: found as one types, opened in one gesture, begun with one word."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.queries.cases import CaseRow
from casedesk.ui import places
from casedesk.ui.cases.cases import Cases
from casedesk.ui.cases.new_case import NewCase
from tests.factories import a_case, an_incident
from tests.ui.case_bench import CaseBench
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(bench: CaseBench) -> Cases:
    bench.write(lambda s: a_case(s, bench.packs, "Orage-11"))
    bench.write(lambda s: a_case(s, bench.packs, "Baobab-02", "ml"))
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, account_of_facts="un montage dégradant"))
    shown = bench.show(places.Cases())
    assert isinstance(shown, Cases)
    bench.qtbot.waitUntil(lambda: len(names(shown)) == 3)
    return shown


def names(page: Cases) -> list[str]:
    model = page.rows.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_the_cases_stand_by_pseudonym_with_their_next_date(page: Cases) -> None:
    assert names(page) == ["Baobab-02", "Louve-07", "Orage-11"]
    assert page.lead.text() == "3 cases"
    louve = [str(page.rows.model().index(1, column).data()) for column in range(5)]
    assert louve[4] == "Nadia"
    assert "Limitation" in louve[2] or "Prescription" in louve[2]


def test_typing_keeps_only_what_matches_without_a_button(page: Cases, qtbot: QtBot) -> None:
    type_in(qtbot, page.search, "orag")
    qtbot.waitUntil(lambda: names(page) == ["Orage-11"])
    page.search.clear()
    type_in(qtbot, page.search, "montage")
    qtbot.waitUntil(lambda: names(page) == ["Louve-07"])
    page.search.clear()
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_words_no_case_holds_are_said_to_be_so(page: Cases, qtbot: QtBot) -> None:
    type_in(qtbot, page.search, "zzz")
    qtbot.waitUntil(page.nothing.isVisible)
    assert "No case holds these words" in page.nothing.text()


def test_enter_opens_the_only_case_left_else_goes_into_the_list(page: Cases, qtbot: QtBot) -> None:
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert isinstance(page.rows.current_row(), CaseRow)
    type_in(qtbot, page.search, "baobab")
    qtbot.waitUntil(lambda: names(page) == ["Baobab-02"])
    with qtbot.waitSignal(page.going) as gone:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert isinstance(gone.args[0], places.CaseAt)


def test_a_click_or_enter_opens_a_row(page: Cases, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.going) as clicked:
        place = page.rows.visualRect(page.rows.model().index(1, 1)).center()
        qtbot.mouseClick(page.rows.viewport(), LEFT, pos=place)
    with qtbot.waitSignal(page.going) as entered:
        qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert clicked.args == entered.args


@pytest.fixture
def new_case(bench: CaseBench) -> NewCase:
    shown = bench.show(places.NewCase())
    assert isinstance(shown, NewCase)
    bench.qtbot.waitUntil(lambda: shown.jurisdiction.count() == 2)
    return shown


def test_a_pseudonym_alone_opens_a_case(new_case: NewCase, qtbot: QtBot) -> None:
    type_in(qtbot, new_case.pseudonym, "Iris-19")
    with qtbot.waitSignal(new_case.going) as gone:
        qtbot.mouseClick(new_case.save, LEFT)
    assert isinstance(gone.args[0], places.CaseAt)


def test_a_case_that_looks_the_same_is_shown_before_a_second_one_is_made(new_case: NewCase, qtbot: QtBot) -> None:
    type_in(qtbot, new_case.pseudonym, "louv")
    qtbot.waitUntil(new_case.same.isVisible)
    with qtbot.waitSignal(new_case.going) as gone:
        new_case.same.acted.emit(new_case.same.row_at(0))
    assert isinstance(gone.args[0], places.CaseAt)


@pytest.mark.parametrize(
    ("pseudonym", "opened_on", "label"),
    [
        ("", "", "pseudonym_problem"),
        ("louve-07", "", "pseudonym_problem"),
        ("Iris-19", "someday", "day_problem"),
    ],
)
def test_a_refusal_is_said_under_its_field(
    new_case: NewCase, qtbot: QtBot, pseudonym: str, opened_on: str, label: str
) -> None:
    new_case.pseudonym.setFocus()
    if pseudonym:
        type_in(qtbot, new_case.pseudonym, pseudonym)
    if opened_on:
        new_case.opened_on.clear()
        type_in(qtbot, new_case.opened_on, opened_on)
    qtbot.mouseClick(new_case.save, LEFT)
    qtbot.waitUntil(lambda: getattr(new_case, label).isVisible())
    assert new_case.save.isEnabled()


def test_the_calendars_offered_are_those_of_the_country(new_case: NewCase) -> None:
    new_case.jurisdiction.setCurrentIndex(new_case.jurisdiction.findData("fr"))
    assert new_case.place.findData("fr-67") >= 0
    new_case.jurisdiction.setCurrentIndex(new_case.jurisdiction.findData("ml"))
    assert [new_case.place.itemData(n) for n in range(new_case.place.count())] == ["ml"]
    assert not new_case.place.isEnabled()
