"""Whom to write to and whom to call, and the page of numbers that she keeps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from casedesk.law.pack import Mark, Pack
from casedesk.translate import law
from casedesk.ui.desk import Desk
from casedesk.ui.law import terms
from casedesk.ui.law.body_notice import page_for_her
from casedesk.ui.law.body_rows import BodyRow
from casedesk.ui.law.choices import choose
from casedesk.ui.law.directory import Directory, page_title
from casedesk.ui.printing import document_of
from tests.ui.law_bench import a_page, as_shown, said
from tests.ui.typing_in import type_in


def directory(desk: Desk, qtbot: QtBot, subject: str = "", width: int = 1100) -> Directory:
    return a_page(Directory, desk, qtbot, subject, width)


@pytest.fixture
def page(closed_desk: Desk, qtbot: QtBot) -> Directory:
    return directory(closed_desk, qtbot)


def rows(page: Directory) -> list[BodyRow]:
    return [page.rows.row_at(n) for n in range(page.rows.model().rowCount())]


def test_everybody_of_both_countries_is_there_by_kind_whom_she_can_call_first(
    page: Directory, packs: Mapping[str, Pack]
) -> None:
    shown = rows(page)
    assert {row.name for row in shown} == {f"{pack.id}/{one}" for pack in packs.values() for one in pack.bodies}
    ranks = [terms.KINDS.index(row.body.kind) for row in shown]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_everything_known_of_a_body_is_read_and_nothing_else(page: Directory, packs: Mapping[str, Pack]) -> None:
    for row in rows(page):
        page.read(row)
        body, text = row.body, page.notice.toPlainText()
        for part in (body.name, body.for_whom, body.hours, body.does, body.proves, body.does_not_prove, body.note):
            assert as_shown(law(part)[1:]) in text, row.name
        for part in (*body.address, body.phone, body.channel):
            assert as_shown(part) in text, row.name
        for doubt in body.doubts:
            assert as_shown(law(packs[row.pack].doubts[doubt])) in text
        assert ("Not confirmed" in text) is (body.mark is not Mark.VERIFIED), row.name


def test_a_body_that_nobody_confirmed_says_so_in_the_list(page: Directory) -> None:
    for row, words in zip(rows(page), said(page.rows), strict=True):
        assert ("To be confirmed" in words) is (row.body.mark is not Mark.VERIFIED), row.name


def test_what_was_not_found_is_said_rather_than_left_blank(page: Directory) -> None:
    row = next(row for row in rows(page) if row.body.kind == "platform" and not row.body.channel)
    page.read(row)
    assert "Not found" in page.notice.toPlainText()
    assert "orm or address for notices" in page.notice.toPlainText()


@pytest.mark.parametrize("typed", ["3018", "e-enfance", "E-ENFANCE"])
def test_somebody_is_found_by_a_number_or_a_name(page: Directory, qtbot: QtBot, typed: str) -> None:
    type_in(qtbot, page.search, typed)
    assert any("3018" in words for words in said(page.rows))


def test_the_filters_keep_a_kind_and_a_country(page: Directory, qtbot: QtBot) -> None:
    choose(page.kind, "hotline")
    choose(page.jurisdiction, "ml")
    assert {(row.pack, row.body.kind) for row in rows(page)} == {("ml", "hotline")}
    type_in(qtbot, page.search, "zzz")
    assert page.nothing.isVisible()


def test_a_body_unchecked_for_a_year_says_so(packs: Mapping[str, Pack], qtbot: QtBot) -> None:
    desk = Desk(clock=lambda: datetime(2028, 2, 1, 9, tzinfo=UTC), packs=packs)
    try:
        page = directory(desk, qtbot)
        assert "not checked for a year" in said(page.rows)[0]
        page.stand_on(0)
        assert "more than a year ago: check before relying on it." in page.notice.toPlainText()
    finally:
        desk.stop()


def test_space_puts_somebody_on_her_page_and_takes_them_off(page: Directory, qtbot: QtBot) -> None:
    assert not page.page_room.isVisible()
    page.rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.rows, Qt.Key.Key_Space)
    assert page.page_count.text() == "1 on her page"
    assert "on her page" in said(page.rows)[0]
    assert page.take_it.text() == "Take off her page"
    qtbot.keyClick(page.rows, Qt.Key.Key_Space)
    assert not page.page_room.isVisible()


def test_her_page_is_seen_before_it_is_printed(page: Directory, qtbot: QtBot) -> None:
    choose(page.kind, "hotline")
    chosen = [row for row in rows(page) if row.body.phone][:2]
    for row in chosen:
        page.on_take(row)
    qtbot.mouseClick(page.see_page, Qt.MouseButton.LeftButton)
    text = page.notice.toPlainText()
    assert text.startswith("Useful numbers")
    assert all(as_shown(row.body.phone) in text and as_shown(law(row.body.name)) in text for row in chosen)
    qtbot.mouseClick(page.clear_page, Qt.MouseButton.LeftButton)
    assert not page.page_room.isVisible()


def test_her_page_names_nobody_and_says_what_is_not_confirmed(packs: Mapping[str, Pack]) -> None:
    body = next(one for one in packs["fr"].bodies.values() if one.kind == "hotline" and one.phone)
    (entry,) = page_for_her([replace(body, mark=Mark.UNVERIFIED)])
    assert entry.lines[-1] == "Not confirmed: check it before relying on it."
    (entry,) = page_for_her([replace(body, mark=Mark.VERIFIED)])
    assert entry.lines[-1].startswith("Checked on ")
    assert entry.phone == body.phone
    assert "casedesk" not in " ".join((page_title(), entry.name, *entry.lines)).lower()


def test_her_page_is_in_large_letters_and_the_number_in_larger_ones() -> None:
    lines = ["Écoute\n30 18\nevery day, 9 to 23"]
    plain, large = document_of("Useful numbers", lines), document_of("Useful numbers", lines, large=True)
    assert large.defaultFont().pointSizeF() == pytest.approx(plain.defaultFont().pointSizeF() * 1.5)
    assert large.toPlainText() == plain.toPlainText()
    assert large.toHtml().count("x-large") == plain.toHtml().count("x-large") + 1  # the title has it too
    again = document_of("Useful numbers", [])
    assert again.defaultFont().pointSizeF() == plain.defaultFont().pointSizeF()


def test_an_address_is_copied_with_the_name_it_is_for(page: Directory, qtbot: QtBot) -> None:
    row = next(row for row in rows(page) if row.body.kind == "platform" and row.body.address)
    page.read(row)
    address = next(copy for copy in page.notice._copies if "\n" in copy)
    assert address.split("\n") == [law(row.body.name), *row.body.address]
    with qtbot.waitSignal(page.said):
        page.notice.copy_text(address)
    assert QGuiApplication.clipboard().text() == address


def test_where_there_is_no_room_the_body_takes_the_place_of_the_list(closed_desk: Desk, qtbot: QtBot) -> None:
    page = directory(closed_desk, qtbot, width=680)
    type_in(qtbot, page.search, "e-enfance")
    page.stand_on(0)
    assert not page.list_room.isVisible()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.list_room.isVisible()
