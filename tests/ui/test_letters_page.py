"""The letters of a case, what comes next for each, and those that can be begun."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import PackProblem
from casedesk.law.facts import Happening
from casedesk.law.pack import LetterGroup, Pack
from casedesk.queries.case_sheet import LetterChoice
from casedesk.queries.letter_life import NextStep
from casedesk.records import Channel, Letter, LetterState
from casedesk.services import cases, letters
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.cases.case import Case
from casedesk.ui.cases.letter_words import choice_line, letter_line, shelf_name
from casedesk.ui.cases.letters_page import LettersPage
from casedesk.ui.places import Page
from tests.factories import NOW, TODAY, a_content, an_incident
from tests.ui.case_bench import CaseBench
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton
LONG_AGO = date(2026, 9, 10)


def open_letters(bench: CaseBench, subject: str = "") -> LettersPage:
    case = bench.show(places.CaseAt(bench.case_id, Page.LETTERS, subject))
    assert isinstance(case, Case)
    bench.qtbot.waitUntil(lambda: case.page is not None)
    page = case.page
    assert isinstance(page, LettersPage)
    return page


def a_sent_letter(
    session: Session, packs: Mapping[str, Pack], case_id: str, model: str = "effacement_rgpd", on: date = LONG_AGO
) -> str:
    """A letter that left long ago by registered post, and whose receipt came back; its files are not made."""
    letter_id = letters.start(session, packs, case_id, model, today=TODAY, now=NOW)
    letter = session.get_one(Letter, letter_id)
    letter.state, letter.issued_at = LetterState.ISSUED.value, datetime(on.year, on.month, on.day, tzinfo=UTC)
    told: dict[str, Any] = {"on": on, "today": TODAY, "now": NOW}
    letters.mark_sent(session, packs, letter_id, channel=Channel.LRAR, reference="1A 200", **told)
    letters.mark_received(session, packs, letter_id, **told)
    return letter_id


@pytest.fixture
def sent(bench: CaseBench) -> str:
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    bench.write(lambda s: a_content(s, bench.case_id, incident))
    made: str = bench.write(lambda s: a_sent_letter(s, bench.packs, bench.case_id))
    return made


def shelves(page: LettersPage) -> list[list[Any]]:
    return [[card.row_at(n) for n in range(card.model().rowCount())] for card in page.catalogue.cards]


def titles(page: LettersPage) -> set[str]:
    return {row.model for shelf in shelves(page) for row in shelf if isinstance(row, LetterChoice)}


def test_the_catalogue_stands_on_shelves_in_the_order_of_a_procedure(bench: CaseBench) -> None:
    page = open_letters(bench)
    heads = [shelf[0] for shelf in shelves(page)]
    assert heads == [group for group in LetterGroup if group in heads]
    assert titles(page) == set(bench.packs["fr"].letters)
    for shelf in shelves(page):
        assert {choice.group for choice in shelf[1:]} == {shelf[0]}
        for choice in shelf[1:]:
            assert choice_line(choice).detail.endswith(".")


def test_a_letter_is_found_by_what_it_is_for_and_begun_with_enter(bench: CaseBench, qtbot: QtBot) -> None:
    page = open_letters(bench)
    type_in(qtbot, page.search, "CNIL plainte")
    assert "plainte_cnil" in titles(page)
    assert len(titles(page)) < len(bench.packs["fr"].letters)
    type_in(qtbot, page.search, "zzz")
    assert titles(page) == set()
    assert page.no_choice.isVisible()
    page.search.setText(law(bench.packs["fr"].letters["plainte_simple"].title))
    assert titles(page) == {"plainte_simple"}
    with qtbot.waitSignal(page.going) as gone:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert gone.args == [places.Compose(bench.case_id, "plainte_simple")]


def test_enter_twice_begins_the_first_of_several_letters_found(bench: CaseBench, qtbot: QtBot) -> None:
    page = open_letters(bench)
    page.activateWindow()
    type_in(qtbot, page.search, "plainte")
    assert len(titles(page)) > 1
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    first = page.catalogue.cards[0]
    with qtbot.waitSignal(page.going) as gone:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert gone.args == [places.Compose(bench.case_id, first.row_at(1).model)]


def test_a_shelf_is_no_letter(bench: CaseBench, qtbot: QtBot) -> None:
    page = open_letters(bench)
    card = page.catalogue.cards[0]
    with qtbot.assertNotEmitted(page.going):
        card.chosen.emit(card.row_at(0))
    with qtbot.waitSignal(page.going) as gone:
        card.chosen.emit(card.row_at(1))
    assert gone.args == [places.Compose(bench.case_id, card.row_at(1).model)]


def test_a_letter_without_an_answer_says_since_when_and_proposes_its_reminder(
    bench: CaseBench, sent: str, qtbot: QtBot
) -> None:
    page = open_letters(bench)
    (row,) = bench.sheet().letters
    line = letter_line(row)
    assert (row.next, line.aside, line.action) == (NextStep.REMIND, "No answer yet", "Write a reminder")
    assert "by registered letter" in line.detail
    assert "72 days without an answer" in line.detail
    with qtbot.waitSignal(page.going) as gone:
        page.letters.acted.emit(row)
    reminder = next(one for one in bench.sheet().letters if one.id != sent)
    assert gone.args == [places.Compose(bench.case_id, "relance", reminder.id)]
    assert letter_line(reminder).detail.startswith("about: ")
    (reminded,) = [one for one in bench.sheet().letters if one.id == sent]
    assert (letter_line(reminded).aside, letter_line(reminded).action) == ("No answer yet", "Note what came back")


def test_several_late_letters_are_reminded_of_in_one_click(bench: CaseBench, sent: str, qtbot: QtBot) -> None:
    bench.write(lambda s: a_sent_letter(s, bench.packs, bench.case_id))
    page = open_letters(bench)
    assert page.remind_all.isVisible()
    assert page.remind_all.text() == "Write 2 reminders"
    qtbot.mouseClick(page.remind_all, LEFT)
    qtbot.waitUntil(lambda: len(bench.sheet().letters) == 4)
    drafts = bench.write(lambda s: s.scalars(select(Letter.about_id).where(Letter.model == "relance")).all())
    assert sent in drafts
    assert len(set(drafts)) == 2


def test_the_file_of_silence_is_proposed_once_an_answer_is_late(bench: CaseBench, sent: str, qtbot: QtBot) -> None:
    page = open_letters(bench)
    there = "dossier_silence" in bench.packs["fr"].letters
    assert page.silence_file.isVisible() is there
    if there:
        with qtbot.waitSignal(page.going) as gone:
            qtbot.mouseClick(page.silence_file, LEFT)
        assert gone.args == [places.Compose(bench.case_id, "dossier_silence")]


def test_nothing_is_proposed_of_letters_that_were_answered(bench: CaseBench, sent: str) -> None:
    bench.write(
        lambda s: letters.mark_answered(
            s, bench.packs, sent, what=Happening.GDPR_REPLY_RECEIVED, on=TODAY, today=TODAY, now=NOW
        )
    )
    page = open_letters(bench)
    assert not page.silence_room.isVisible()
    (row,) = bench.sheet().letters
    assert (letter_line(row).aside, letter_line(row).action) == ("Answered", "")


def test_each_step_of_a_letter_says_what_comes_next(bench: CaseBench) -> None:
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    bench.write(lambda s: a_content(s, bench.case_id, incident))
    letter_id = bench.write(
        lambda s: letters.start(s, bench.packs, bench.case_id, "plainte_simple", today=TODAY, now=NOW)
    )

    def told(state: LetterState, approved: str = "") -> str:
        def change(session: Session) -> None:
            letter = session.get_one(Letter, letter_id)
            letter.state, letter.reviewed_sha256 = state.value, approved

        bench.write(change)
        return letter_line(bench.sheet().letters[0]).action

    assert told(LetterState.DRAFT) == "Go on writing"
    assert told(LetterState.REVIEW) == "Read it over"
    assert told(LetterState.REVIEW, "0" * 64) == "Issue it"
    assert told(LetterState.ISSUED) == "Note that it was sent"
    assert told(LetterState.SENT) == told(LetterState.RECEIVED) == "Note what came back"


def test_a_letter_begun_again_before_it_left_asks_nothing_more(bench: CaseBench, sent: str) -> None:
    def again(session: Session) -> None:
        letter = session.get_one(Letter, sent)
        letter.state, letter.sent_on, letter.received_on = LetterState.ISSUED.value, None, None
        letters.copy_letter(session, bench.packs, sent, now=NOW)

    bench.write(again)
    (row,) = [one for one in bench.sheet().letters if one.id == sent]
    assert (row.next, letter_line(row).aside) == (NextStep.NOTHING, "Written again")


def leave(session: Session, letter_id: str, channel: Channel) -> None:
    session.get_one(Letter, letter_id).channel = channel.value


def test_every_way_of_sending_and_every_shelf_has_its_words(bench: CaseBench, sent: str) -> None:
    (row,) = bench.sheet().letters
    said = set()
    for channel in Channel:
        bench.write(partial(leave, letter_id=sent, channel=channel))
        said.add(letter_line(bench.sheet().letters[0]).detail)
    assert len(said) == len(Channel)
    assert len({shelf_name(group) for group in LetterGroup}) == len(LetterGroup)
    assert row.channel is Channel.LRAR


def test_to_write_goes_among_the_letters_with_the_cursor_in_the_search(bench: CaseBench, qtbot: QtBot) -> None:
    case = bench.show(places.CaseAt(bench.case_id))
    assert isinstance(case, Case)
    qtbot.waitUntil(lambda: case.page is not None)
    with qtbot.waitSignal(case.going) as gone:
        qtbot.mouseClick(case.write, LEFT)
    place = gone.args[0]
    case.activateWindow()
    assert case.go_within(place)
    page = case.page
    assert isinstance(page, LettersPage)
    qtbot.waitUntil(page.search.hasFocus)


def test_nothing_is_begun_in_a_closed_case(bench: CaseBench, sent: str) -> None:
    version = bench.sheet().header.version
    bench.write(lambda s: cases.close_case(s, bench.case_id, version, on=TODAY, now=NOW))
    page = open_letters(bench)
    assert not page.search.isVisible()
    assert page.catalogue.cards == ()
    assert not page.remind_all.isVisible()
    assert isinstance(page.no_letter, QLabel)
    assert not page.no_letter.isVisible()


def test_own_letters_that_cannot_be_used_are_said_with_what_to_mend(
    bench: CaseBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open_letters(bench).refused.isHidden()
    packs = bench.packs
    assert isinstance(packs, dict)
    wrong = PackProblem("fr/letters/merci.toml", "merci", "signs", "who signs is needed")
    monkeypatch.setitem(packs, "fr", replace(packs["fr"], refused=(wrong,)))
    page = open_letters(bench, "again")
    assert not page.refused.isHidden()
    assert "merci.toml" in page.refused.text()
    assert "who signs is needed" in page.refused.text()
