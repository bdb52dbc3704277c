"""What is found in a letter before it leaves: where to cure it, how to pass over it, what keeps it from leaving."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from casedesk.ui import places
from casedesk.ui.letters.compose import Compose
from casedesk.ui.letters.findings import FindingCard
from casedesk.ui.places import Page
from tests.factories import a_content, a_person, an_association, an_incident
from tests.ui.case_bench import CaseBench
from tests.ui.letter_bench import LEFT, answer, fill, open_letter, settled

TOLD = "answers.explanation"


@pytest.fixture
def notice(bench: CaseBench, qtbot: QtBot) -> Compose:
    """A notice to a platform whose explanation says her name."""
    bench.write(an_association)
    bench.write(lambda s: a_person(s, bench.case_id, family_name="Morvan"))
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    bench.write(lambda s: a_content(s, bench.case_id, incident))
    page = open_letter(bench, qtbot, "notification_dsa")
    answer(page.questions.fields[TOLD], qtbot, "On y lit que Camille Morvan habite ici.")
    page.footer.next_act.setFocus()
    qtbot.waitUntil(lambda: not page.is_settled)
    settled(page, qtbot)
    return page


def grave(page: Compose) -> Iterator[FindingCard]:
    return (card for card in page.findings.cards.values() if card.word.text() == "To settle before issuing")


def about_her(page: Compose) -> FindingCard:
    return next(card for card in grave(page) if "name" in card.says.text())


def is_passed_over(card: FindingCard) -> bool:
    return card.word.text() == "Passed over"


def test_what_would_harm_is_first_and_said_in_words(notice: Compose) -> None:
    cards = list(notice.findings.cards.values())
    words = [card.word.text() for card in cards]
    order = ["To settle before issuing", "To put right", "To check"]
    assert words == sorted(words, key=order.index)
    assert words[0] == order[0]
    assert all(card.accessibleName().startswith(f"{word}. ") for card, word in zip(cards, words, strict=True))


def test_going_to_a_finding_puts_the_cursor_in_its_question(notice: Compose, qtbot: QtBot) -> None:
    asked = notice.questions.fields[TOLD]
    qtbot.mouseClick(about_her(notice).go, LEFT)
    assert asked.field.hasFocus()
    assert isinstance(asked.field, QPlainTextEdit)
    asked.field.selectAll()
    answer(asked, qtbot, "On y voit un montage fait de son visage.")
    notice.footer.next_act.setFocus()
    qtbot.waitUntil(lambda: not any("name" in card.says.text() for card in grave(notice)), timeout=20_000)


def test_a_finding_elsewhere_in_the_case_leads_to_its_page(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, offences=()))
    page = open_letter(bench, qtbot)
    qtbot.mouseClick(page.findings.more, LEFT) if page.findings.more.isVisible() else None
    card = next(card for card in page.findings.cards.values() if "no qualification" in card.says.text())
    with qtbot.waitSignal(page.going) as gone:
        qtbot.mouseClick(card.go, LEFT)
    assert gone.args == [places.CaseAt(bench.case_id, Page.QUALIFICATION)]


def test_what_would_harm_keeps_the_letter_until_it_is_passed_over_with_a_reason(notice: Compose, qtbot: QtBot) -> None:
    for asked in [notice.questions.fields[fact] for fact in notice.questions.lacking]:
        asked.field.setFocus()
        qtbot.keyClick(asked.field, Qt.Key.Key_Down)
        asked.on_left()
    qtbot.waitUntil(lambda: notice.footer.next_act.text() == "See what must be settled", timeout=20_000)
    settled(notice, qtbot)
    qtbot.mouseClick(notice.footer.next_act, LEFT)
    held = QApplication.focusWidget()
    assert held is not None and notice.findings.isAncestorOf(held)
    for card in list(grave(notice)):
        qtbot.mouseClick(card.waive, LEFT)
        qtbot.mouseClick(card.keep, LEFT)
        assert card.word.text() == "To settle before issuing"  # no reason, nothing passed over
        fill(card.reason, qtbot, "She asked for it")
        qtbot.keyClick(card.reason, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(is_passed_over, card), timeout=20_000)
        assert card.cure.text() == "Reason: She asked for it"
    settled(notice, qtbot)
    assert notice.footer.next_act.text() == "Ask for a second reading"
    (passed, *_others) = (card for card in notice.findings.cards.values() if card.word.text() == "Passed over")
    qtbot.mouseClick(passed.back, LEFT)
    qtbot.waitUntil(lambda: notice.footer.next_act.text() == "See what must be settled", timeout=20_000)


def test_the_same_thing_is_said_once(notice: Compose) -> None:
    said = [card.says.text() for card in notice.findings.cards.values()]
    assert len(said) == len(set(said))
    assert not any("stands in this notice" in one for one in said)  # the letter itself says where


def test_how_much_there_is_to_look_at_stands_beside_the_act_that_comes_next(notice: Compose, qtbot: QtBot) -> None:
    footer = notice.footer
    assert footer.found.text() == notice.findings.title.text().partition(" · ")[2]
    below = notice.left.verticalScrollBar()
    below.setValue(0)
    qtbot.mouseClick(footer.found, LEFT)
    qtbot.waitUntil(lambda: below.value() > 0)
    assert notice.findings.title.visibleRegion().isEmpty() is False


def test_a_doubt_of_the_law_is_one_press_away_and_not_counted_as_something_to_look_at(
    bench: CaseBench, qtbot: QtBot
) -> None:
    page = open_letter(bench, qtbot)
    shown = len(page.findings.cards)
    assert not any("settled by a jurist" in card.says.text() for card in page.findings.cards.values())
    assert "of law in doubt" in page.findings.more.text()
    counted = page.findings.title.text()
    qtbot.mouseClick(page.findings.more, LEFT)
    told = [card.says.text() for card in page.findings.cards.values()]
    assert sum("settled by a jurist" in one for one in told) == len(told) - shown
    assert page.findings.title.text() == counted
