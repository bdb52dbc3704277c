"""Contents pasted into a case: read line by line, kept once, after the question about minors."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casedesk import translate
from casedesk.queries.case_sheet import CaseSheet, ItemRow
from casedesk.services import cases
from casedesk.ui import places
from casedesk.ui.gettext_bridge import Languages
from casedesk.ui.items.add_links import SHOWN, AddLinks
from casedesk.ui.rooms import Rooms
from tests.factories import NOW, TODAY, a_content, an_incident, x_post
from tests.ui.case_bench import CaseBench, label
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton
MOMENT = datetime(2026, 8, 21, 22, 14, 5, tzinfo=UTC)


@pytest.fixture
def page(bench: CaseBench) -> AddLinks:
    return at(bench)


def at(bench: CaseBench, incident_id: str = "") -> AddLinks:
    """The page, shown, once the case is read."""
    page = bench.show(places.AddLinks(bench.case_id, incident_id))
    assert isinstance(page, AddLinks)
    bench.qtbot.waitUntil(lambda: page.incident_id.count() > 0)
    return page


def paste(page: AddLinks, qtbot: QtBot, text: str) -> None:
    """Answer that no minor is shown, unless that was answered, and paste."""
    if not page.minor.is_answered:
        qtbot.mouseClick(page.minor.minor_no, LEFT)
    page.pasted.setFocus()
    type_in(qtbot, page.pasted, text)
    qtbot.waitUntil(lambda: bool(said(page)))


def said(page: AddLinks) -> list[str]:
    """What the rows say to a screen reader."""
    model = page.read_rows.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        if not page.read_rows.isHidden()
    ]


def asides(page: AddLinks) -> list[str]:
    """The word at the right of each row."""
    return [row.rpartition(". ")[2] for row in said(page)]


def contents(sheet: CaseSheet) -> list[ItemRow]:
    return [*(row for card in sheet.incidents for row in card.items), *sheet.loose_items]


def test_nothing_can_be_pasted_before_the_question_about_minors_is_answered(page: AddLinks, qtbot: QtBot) -> None:
    assert page.minor.minor_no.isVisible()
    assert not page.pasted.isVisible()
    assert not page.save.isVisible()
    qtbot.mouseClick(page.minor.minor_unknown, LEFT)
    assert page.pasted.isVisible()
    assert page.save.isVisible()


def test_each_line_is_read_as_it_is_pasted(page: AddLinks, qtbot: QtBot) -> None:
    text = "\n".join(
        (
            f"regarde {x_post(MOMENT)}?s=20 et https://t.me/canal/613",
            "https://vm.tiktok.com/ZMabc123/",
            "https://forum.exemple.org/sujet/44",
            "elle a tout vu",
            "https://x.com@imite.example/compte/status/12",
        )
    )
    paste(page, qtbot, text)
    post, telegram, short, forum, words, deceiving = said(page)
    assert "X · compte_8841" in post
    assert x_post(MOMENT).rpartition("/")[2][:11] in post
    assert "21 August 2026, 22:14 (UTC), deduced from the identifier" in post
    assert telegram.startswith("Telegram")
    assert "deduced" not in telegram
    assert "short link" in short.lower()
    assert "to complete" in short
    assert forum.startswith("forum.exemple.org")
    assert "deduced" not in forum
    assert words.startswith("elle a tout vu")
    assert words.endswith("left out")
    assert deceiving.endswith("not kept")
    assert page.count.text() == "4 new addresses"
    assert page.save.text() == "Add 4 contents"


def test_what_is_added_is_in_the_case_under_its_facts_with_the_day_it_was_seen(bench: CaseBench, qtbot: QtBot) -> None:
    incident_id = bench.write(lambda session: an_incident(session, bench.packs, bench.case_id))
    page = at(bench)
    assert page.incident_id.currentData() == incident_id, "the only facts noted are proposed"
    paste(page, qtbot, f"{x_post(MOMENT)}\nhttps://t.me/canal/613")
    type_in(qtbot, page.first_seen_on, "22/08/2026")
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.done.isVisible)
    assert page.count.text() == "2 contents added"
    assert asides(page) == ["added", "added"]
    (card,) = bench.sheet().incidents
    assert [row.platform for row in card.items] == ["x", "telegram"]
    assert {row.first_seen_on for row in card.items} == {date(2026, 8, 22)}
    assert {row.shows_minor for row in card.items} == {False}
    with qtbot.waitSignal(page.leaving):
        qtbot.mouseClick(page.done, LEFT)


def test_an_address_already_there_or_pasted_twice_is_said_before_and_after_saving(
    bench: CaseBench, qtbot: QtBot
) -> None:
    bench.write(lambda session: a_content(session, bench.case_id, url=x_post(MOMENT)))
    page = at(bench)
    page.incident_id.setCurrentIndex(0)
    paste(page, qtbot, f"{x_post(MOMENT)}/photo/1\nhttps://t.me/canal/613\nhttps://t.me/canal/613?single")
    expected = ["already there", "already there"]
    assert asides(page)[::2] == expected
    assert page.save.text() == "Add 1 content"
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.done.isVisible)
    assert asides(page)[::2] == expected
    assert asides(page)[1] == "added"
    assert page.count.text() == "1 content added · 2 already in the case"
    assert len(contents(bench.sheet())) == 2


def test_a_minor_shown_leaves_the_address_the_day_and_a_description_and_names_who_to_tell(
    page: AddLinks, bench: CaseBench, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.minor.minor_yes, LEFT)
    assert page.minor.advice.isVisible()
    for name in ("PHAROS", "3018", "Point de Contact"):
        assert name in page.minor.hotlines.text()
    type_in(qtbot, page.minor.note, "a person in a room")
    page.incident_id.setCurrentIndex(0)
    paste(page, qtbot, x_post(MOMENT))
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.done.isVisible)
    (row,) = contents(bench.sheet())
    assert (row.shows_minor, row.note) == (True, "a person in a room")
    assert page.minor.hotlines.isVisible(), "it is still to be reported"
    assert not page.minor.minor_yes.isVisible()


def test_what_is_described_is_kept_only_where_a_minor_is_shown(page: AddLinks, bench: CaseBench, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.minor.minor_yes, LEFT)
    type_in(qtbot, page.minor.note, "a person in a room")
    qtbot.mouseClick(page.minor.minor_unknown, LEFT)
    assert page.minor.advice.isVisible()
    assert not page.minor.hotlines.isVisible()
    page.incident_id.setCurrentIndex(0)
    paste(page, qtbot, x_post(MOMENT))
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.done.isVisible)
    (row,) = contents(bench.sheet())
    assert (row.shows_minor, row.note) == (None, "")


def test_in_mali_the_services_of_mali_are_named(bench: CaseBench, qtbot: QtBot) -> None:
    page = at(bench.in_country("ml"))
    qtbot.mouseClick(page.minor.minor_yes, LEFT)
    assert page.minor.hotlines.text()
    assert "PHAROS" not in page.minor.hotlines.text()


@pytest.mark.parametrize(
    ("field", "typed"),
    [("pasted", "no address here"), ("first_seen_on", "someday"), ("first_seen_on", "22/11/2027"), ("title", "")],
)
def test_a_refusal_is_said_under_its_field_and_nothing_is_lost_or_written(
    page: AddLinks, bench: CaseBench, qtbot: QtBot, field: str, typed: str
) -> None:
    text = typed if field == "pasted" else x_post(MOMENT)
    paste(page, qtbot, text)
    page.incident_id.setCurrentIndex(page.incident_id.findData("new") if field == "title" else 0)
    if field == "first_seen_on":
        type_in(qtbot, page.first_seen_on, typed)
    qtbot.mouseClick(page.save, LEFT)
    refusal = label(page, f"{field}_problem")
    qtbot.waitUntil(refusal.isVisible)
    assert refusal.text()
    assert page.pasted.toPlainText() == text
    assert page.save.isEnabled()
    found = bench.sheet()
    assert contents(found) == []
    assert found.incidents == ()


def test_new_facts_are_noted_with_their_contents_in_one_gesture(page: AddLinks, bench: CaseBench, qtbot: QtBot) -> None:
    paste(page, qtbot, x_post(MOMENT))
    assert page.title.isVisible(), "without any facts noted, new ones are proposed"
    type_in(qtbot, page.title, "Insults under her photograph")
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.done.isVisible)
    (card,) = bench.sheet().incidents
    assert (card.title, card.online, len(card.items)) == ("Insults under her photograph", True, 1)


def test_a_case_closed_meanwhile_refuses_and_what_was_pasted_stays(
    page: AddLinks, bench: CaseBench, qtbot: QtBot
) -> None:
    paste(page, qtbot, x_post(MOMENT))
    page.incident_id.setCurrentIndex(0)
    version = bench.sheet().header.version
    bench.write(lambda session: cases.close_case(session, bench.case_id, version, on=TODAY, now=NOW))
    qtbot.mouseClick(page.save, LEFT)
    problem = label(page, "problem")
    qtbot.waitUntil(problem.isVisible)
    assert "closed" in problem.text()
    assert page.pasted.toPlainText() == x_post(MOMENT)


def test_in_a_small_window_what_is_said_after_saving_or_refusing_is_brought_into_view(
    bench: CaseBench, qtbot: QtBot
) -> None:
    page = AddLinks(bench.desk, places.AddLinks(bench.case_id))
    rooms = Rooms()
    qtbot.addWidget(rooms)
    rooms.resize(720, 420)
    rooms.enter(page)
    rooms.show()
    qtbot.waitUntil(lambda: page.incident_id.count() > 0)
    paste(page, qtbot, "\n".join(f"https://t.me/canal/{number}" for number in range(1, 30)))
    page.incident_id.setCurrentIndex(0)
    type_in(qtbot, page.first_seen_on, "someday")
    qtbot.mouseClick(page.save, LEFT)
    refusal = label(page, "first_seen_on_problem")
    qtbot.waitUntil(lambda: in_view(refusal))
    page.first_seen_on.clear()
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(lambda: page.done.isVisible() and in_view(page.done))


def in_view(part: QWidget) -> bool:
    """Say whether a part is seen whole in the room that scrolls it."""
    return part.visibleRegion().boundingRect() == part.rect()


def test_long_words_of_a_case_never_widen_the_page(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda session: an_incident(session, bench.packs, bench.case_id, title="Très long " * 29))
    page = at(bench)
    paste(page, qtbot, f"https://forum.exemple.org/{'a' * 900}")
    assert page.minimumSizeHint().width() <= 620


def test_pasting_others_asks_the_question_again_and_knows_what_was_just_added(page: AddLinks, qtbot: QtBot) -> None:
    page.incident_id.setCurrentIndex(0)
    paste(page, qtbot, x_post(MOMENT))
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.again.isVisible)
    qtbot.mouseClick(page.again, LEFT)
    assert not page.minor.is_answered
    assert not page.pasted.isVisible()
    assert page.pasted.toPlainText() == ""
    qtbot.wait_until(lambda: bool(page._known()))
    paste(page, qtbot, x_post(MOMENT))
    assert asides(page) == ["already there"]


def test_only_the_first_rows_of_a_very_long_paste_are_drawn_and_the_others_are_counted(
    page: AddLinks, qtbot: QtBot
) -> None:
    count = SHOWN + 3
    paste(page, qtbot, "\n".join(f"https://t.me/canal/{number}" for number in range(1, count + 1)))
    assert page.read_rows.model().rowCount() == SHOWN
    assert page.others.text() == "3 more lines are read too."
    assert page.save.text() == f"Add {count} contents"


def test_everything_is_done_from_the_keyboard(page: AddLinks, bench: CaseBench, qtbot: QtBot) -> None:
    page.activateWindow()
    page.incident_id.setCurrentIndex(0)
    page.first_focus().setFocus()
    qtbot.waitUntil(page.minor.minor_no.hasFocus)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Tab)
    assert page.pasted.hasFocus()
    type_in(qtbot, page.pasted, x_post(MOMENT))
    for field in (page.incident_id, page.first_seen_on, page.save):
        press(qtbot, Qt.Key.Key_Tab)
        assert field.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(page.done.isVisible)
    assert page.done.hasFocus()
    with qtbot.waitSignal(page.leaving):
        press(qtbot, Qt.Key.Key_Space)
    assert len(contents(bench.sheet())) == 1


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def test_the_page_follows_a_change_of_language(page: AddLinks, qapp: QApplication, qtbot: QtBot) -> None:
    paste(page, qtbot, x_post(MOMENT))
    languages = Languages(qapp, "en")
    before = page.lead.text()
    languages.speak("fr")
    qtbot.waitUntil(lambda: page.lead.text() != before)
    assert page.incident_id.itemText(0) == translate._("to be said later")
    assert page.save.text() == translate.ngettext("Add {count} content", "Add {count} contents", 1).format(count=1)
    languages.speak("en")
    qtbot.waitUntil(lambda: page.lead.text() == before)
    languages.deleteLater()
