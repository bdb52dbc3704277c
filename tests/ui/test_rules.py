"""The rules of both countries, as they are found and read."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from casedesk import wording
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Mark, Pack
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.law.choices import choose
from casedesk.ui.law.rule_rows import RuleFilter, rule_rows
from casedesk.ui.law.rules import Rules
from casedesk.ui.places import LawPage
from tests.ui.law_bench import a_page, as_shown, said
from tests.ui.typing_in import type_in

CONFIRM = "to be confirmed by a jurist"
PRESS = "fr/press_limitation_3m"


def rules(desk: Desk, qtbot: QtBot, subject: str = "", width: int = 1100) -> Rules:
    return a_page(Rules, desk, qtbot, subject, width)


@pytest.fixture
def page(closed_desk: Desk, qtbot: QtBot) -> Rules:
    return rules(closed_desk, qtbot)


def names(page: Rules) -> list[str]:
    return [row.name for row in (page.rows.row_at(n) for n in range(page.rows.model().rowCount()))]


def test_every_rule_of_both_countries_is_there_and_the_dates_of_the_law_come_last(
    page: Rules, packs: Mapping[str, Pack]
) -> None:
    every = {f"{pack.id}/{one}" for pack in packs.values() for one in pack.rules}
    assert len(names(page)) == len(every)
    assert set(names(page)) == every
    of_the_law = [page.rows.row_at(n).of_the_law for n in range(len(every))]
    assert of_the_law == sorted(of_the_law)
    assert page.lead.text().startswith(f"{len(every)} rules · ")


def test_a_rule_that_nobody_read_says_so_in_words_in_the_list_and_in_full(page: Rules) -> None:
    rows = [page.rows.row_at(n) for n in range(page.rows.model().rowCount())]
    for row, words in zip(rows, said(page.rows), strict=True):
        assert (CONFIRM in words.casefold()) is (row.mark is not Mark.VERIFIED), row.name
        if row.mark is not Mark.VERIFIED:
            page.read(row)
            assert CONFIRM in page.notice.toPlainText().casefold()
            assert CONFIRM in page.notice.said.casefold()


def test_a_target_never_looks_like_law(page: Rules) -> None:
    choose(page.clock, Clock.TARGET)
    assert names(page)
    for number, words in enumerate(said(page.rows)):
        assert "A target, not law" in words
        page.read(page.rows.row_at(number))
        assert "Nobody is bound by it: it is not law." in page.notice.toPlainText()


def test_a_rule_is_read_whole(page: Rules, packs: Mapping[str, Pack]) -> None:
    for pack in packs.values():
        for one in pack.rules.values():
            page.show_subject(f"{pack.id}/{one.id}")
            text = page.notice.toPlainText()
            for version in one.versions:
                for citation in (version.article, *version.also):
                    assert as_shown(law(citation.text)[1:]) in text, one.id
                    source = pack.sources[citation.source]
                    assert as_shown(law(source.title)) in text
                    assert source.url in text
                assert as_shown(law(version.note)) in text
                assert as_shown(law(version.without_number)) in text
                if version.duration is not None and version.duration.months:
                    assert as_shown(wording.period(version.duration)) in text
            for doubt in one.doubts:
                assert f"{doubt} · {as_shown(law(pack.doubts[doubt]))}" in text, one.id
            assert text.count(" → ") >= len(one.examples)
            assert all(as_shown(law(example.why)) in text for example in one.examples)
            assert all(as_shown(law(pack.letters[name].title)) in text for name in one.letters)
            assert as_shown(law(one.lost)[1:]) in text
            assert as_shown(law(one.bound)[1:]) in text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("press_limitation_3m", PRESS),
        ("PRESSE 65 1881", PRESS),
        ("prescription infractions presse trois", PRESS),
        ("partie civile trois mois", "fr/civil_party_gate"),
        ("opérateur", "ml/operator_retention"),
        ("operateur", "ml/operator_retention"),
    ],
)
def test_a_rule_is_found_by_its_name_its_article_its_words_whatever_the_accents(
    page: Rules, qtbot: QtBot, typed: str, found: str
) -> None:
    every = len(names(page))
    type_in(qtbot, page.search, typed)
    assert found in names(page)
    assert len(names(page)) < every


def test_words_that_no_rule_holds_are_said_to_be_so(page: Rules, qtbot: QtBot) -> None:
    type_in(qtbot, page.search, "zzz")
    assert page.nothing.isVisible()
    assert "No rule holds these words" in page.nothing.text()
    assert page.lead.text() == "0 rules"


@pytest.mark.parametrize("words", ["insulte", "message privé", "injure non publique"])
def test_a_rule_is_found_by_what_people_call_it(page: Rules, qtbot: QtBot, words: str) -> None:
    page.search.setText(words)
    qtbot.waitUntil(lambda: "fr/private_insult_limitation_3m" in names(page))
    assert len(names(page)) < 20


def test_the_filters_keep_a_country_a_kind_of_clock_a_mark_and_the_doubts(page: Rules) -> None:
    choose(page.jurisdiction, "ml")
    assert all(name.startswith("ml/") for name in names(page))
    assert not any("Mali ·" in words for words in said(page.rows))  # said once, by the filter
    choose(page.jurisdiction, "")
    choose(page.clock, Clock.OPENS_ON)
    assert {page.rows.row_at(n).rule.clock for n in range(len(names(page)))} == {Clock.OPENS_ON}
    page.clock.setCurrentIndex(0)
    choose(page.mark, Mark.SECONDARY)
    assert {page.rows.row_at(n).mark for n in range(len(names(page)))} == {Mark.SECONDARY}
    page.mark.setCurrentIndex(0)
    page.doubtful.setChecked(True)
    assert all(page.rows.row_at(n).rule.doubts for n in range(len(names(page))))
    page.stale.setChecked(True)
    assert names(page) == []


def test_the_dates_of_the_law_itself_have_their_own_filter_and_nothing_to_count(page: Rules) -> None:
    page.clock.setCurrentIndex(page.clock.count() - 1)
    rows = [page.rows.row_at(n) for n in range(len(names(page)))]
    assert rows
    assert {row.rule.trigger for row in rows} == {Happening.LAW_DATE}
    days = [row.version.fixed_on for row in rows if row.version.fixed_on]
    assert days == sorted(days)
    page.stand_on(0)
    assert wording.day(days[0]) in page.notice.toPlainText()
    assert not page.count_it.isVisible()


def test_a_rule_unread_for_a_year_says_so(packs: Mapping[str, Pack], qtbot: QtBot) -> None:
    desk = Desk(clock=lambda: datetime(2028, 2, 1, 9, tzinfo=UTC), packs=packs)
    try:
        page = rules(desk, qtbot, PRESS)
        assert "not read again for a year" in said(page.rows)[0]
        assert "more than a year ago" in page.notice.toPlainText()
        page.stale.setChecked(True)
        assert len(names(page)) == sum(len(pack.rules) for pack in packs.values())
    finally:
        desk.stop()


def test_a_rule_is_read_from_its_top_and_its_row_is_in_sight(closed_desk: Desk, qtbot: QtBot) -> None:
    page = Rules(closed_desk)
    qtbot.addWidget(page)
    page.show_subject(PRESS)  # before it is shown, as when one comes from a case
    page.resize(1000, 500)
    page.show()
    page.resize(1300, 640)
    qtbot.waitUntil(lambda: page.notice.verticalScrollBar().maximum() > 0)
    assert page.notice.verticalScrollBar().value() == 0
    seen = page.rows.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(page.rows.visualRect(page.rows.currentIndex()).center()))


def test_the_keyboard_goes_down_from_the_search_into_the_list_and_reads(page: Rules, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.rows.current_row() is page.rows.row_at(0)
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    assert as_shown(law(page.rows.row_at(1).rule.title)) in page.notice.toPlainText()


def test_enter_reads_the_only_rule_left(page: Rules, qtbot: QtBot) -> None:
    type_in(qtbot, page.search, "press_limitation_1y")
    assert len(names(page)) == 1
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert as_shown(law(page.rows.row_at(0).rule.title)) in page.notice.toPlainText()


def test_where_there_is_no_room_the_rule_takes_the_place_of_the_list(closed_desk: Desk, qtbot: QtBot) -> None:
    page = rules(closed_desk, qtbot, width=680)
    assert page.list_room.isVisible()
    assert not page.detail.isVisible()
    page.stand_on(3)
    assert page.detail.isVisible()
    assert not page.list_room.isVisible()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.list_room.isVisible()
    assert not page.detail.isVisible()


def test_until_a_rule_is_chosen_the_page_says_how_to_read_one(page: Rules) -> None:
    assert "Kinds of clock" in page.notice.toPlainText()
    assert not page.acts_room.isVisible()


def test_one_counts_with_the_rule_one_reads(closed_desk: Desk, qtbot: QtBot) -> None:
    page = rules(closed_desk, qtbot, PRESS)
    with qtbot.waitSignal(page.going) as gone:
        qtbot.mouseClick(page.count_it, Qt.MouseButton.LeftButton)
    assert gone.args[0] == places.Law(LawPage.CALCULATOR, PRESS)


def test_a_link_is_copied_and_never_opened(closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot) -> None:
    page = rules(closed_desk, qtbot, PRESS)
    url = packs["fr"].sources["loi_1881"].url
    assert not page.notice.openLinks()
    with qtbot.waitSignal(page.said):
        page.notice.anchorClicked.emit(QUrl("copy:0"))
    assert QGuiApplication.clipboard().text() == url


def test_a_rule_is_copied_whole_as_text(closed_desk: Desk, qtbot: QtBot) -> None:
    page = rules(closed_desk, qtbot, PRESS)
    qtbot.mouseClick(page.copy_it, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert PRESS in copied
    assert "1881" in copied


def test_a_filter_that_asks_for_nothing_keeps_everything(packs: Mapping[str, Pack]) -> None:
    from tests.factories import TODAY

    rows = rule_rows(packs, TODAY)
    assert all(RuleFilter().keeps(row) for row in rows)
