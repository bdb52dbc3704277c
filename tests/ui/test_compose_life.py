"""The life of a letter on its page: read by a second person, issued, sent, received, answered, written again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.law.facts import Happening
from casedesk.queries.case_sheet import LetterRow
from casedesk.queries.values import Channel, LetterState
from casedesk.ui import places
from casedesk.ui.letters.compose import Compose
from casedesk.ui.letters.road import Act
from tests.ui.case_bench import CaseBench
from tests.ui.letter_bench import LEFT, a_ready_letter, answer, confirm, fill, press, settled

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(bench: CaseBench, qtbot: QtBot) -> Compose:
    """A complaint that lacks nothing."""
    return a_ready_letter(bench, qtbot)


def letter(bench: CaseBench) -> LetterRow:
    (found,) = bench.sheet().letters
    return found


def issue_alone(page: Compose, qtbot: QtBot) -> None:
    press(page, qtbot, Act.ISSUE_ALONE)
    fill(page.footer.telling.note, qtbot, "Personne d’autre ce soir")
    confirm(page, qtbot)


def choose(page: Compose, qtbot: QtBot, channel: Channel) -> None:
    box = page.footer.telling.channel
    box.setFocus()
    for _step in range(box.findData(channel.value) - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_a_second_reader_approves_then_the_letter_is_issued_sent_received_and_answered(
    page: Compose, bench: CaseBench, qtbot: QtBot
) -> None:
    footer, telling = page.footer, page.footer.telling
    assert footer.next_act.text() == "Ask for a second reading"
    press(page, qtbot)
    assert letter(bench).state is LetterState.REVIEW
    assert footer.next_act.text() == "Approve…"
    press(page, qtbot)
    confirm(page, qtbot)
    assert "name of who read it" in telling.telling_problem.text()
    fill(telling.who, qtbot, "Odile")
    confirm(page, qtbot)
    assert footer.next_act.text() == "Issue this letter"
    assert "Read by Odile on" in footer.history.text()
    press(page, qtbot)
    assert letter(bench).state is LetterState.ISSUED
    assert not page.questions.isVisible() and not page.findings.isVisible() and not page.choices.isVisible()
    assert "digest" in footer.history.text()
    press(page, qtbot, Act.MARK_SENT)
    confirm(page, qtbot)
    assert "Type the day" in telling.telling_problem.text()
    fill(telling.number, qtbot, "1A 000 000 0000 0")
    fill(telling.day, qtbot, "21/11/2026")
    confirm(page, qtbot)
    sent = letter(bench)
    assert (sent.state, sent.sent_on) == (LetterState.SENT, date(2026, 11, 21))
    assert "sent on 21 Nov 2026 (1A 000 000 0000 0)" in footer.history.text()
    assert Happening.COMPLAINT_PROSECUTOR in {row.happening for row in bench.sheet().timeline}
    press(page, qtbot)
    fill(telling.day, qtbot, "21/11/2026")
    qtbot.keyClick(telling.day, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert letter(bench).state is LetterState.RECEIVED
    press(page, qtbot)
    fill(telling.day, qtbot, "21/11/2026")
    confirm(page, qtbot)
    assert letter(bench).state is LetterState.ANSWERED
    assert "answered on" in footer.history.text()
    press(page, qtbot, Act.CORRECT)
    assert letter(bench).state is LetterState.RECEIVED


def test_a_letter_given_back_shows_what_must_change(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    press(page, qtbot)
    press(page, qtbot, Act.GIVE_BACK)
    fill(page.footer.telling.who, qtbot, "Odile")
    confirm(page, qtbot)
    assert "few words" in page.footer.telling.telling_problem.text()
    fill(page.footer.telling.note, qtbot, "Dire la date du retrait")
    confirm(page, qtbot)
    assert letter(bench).state is LetterState.DRAFT
    assert page.footer.remark.text() == "Odile asks: Dire la date du retrait"


def test_what_was_approved_and_then_changed_must_be_read_again(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    press(page, qtbot)
    press(page, qtbot)
    fill(page.footer.telling.who, qtbot, "Odile")
    confirm(page, qtbot)
    qtbot.mouseClick(page.questions.more, LEFT)
    town = page.questions.fields["answers.court_town"]
    town.field.setFocus()
    town.field.selectAll()  # type: ignore[attr-defined]  # a line of text
    answer(town, qtbot, "Quimper")
    qtbot.keyClick(town.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.footer.next_act.text() == "Approve…", timeout=20_000)


def test_issuing_alone_needs_a_reason_that_stays_with_the_letter(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    press(page, qtbot, Act.ISSUE_ALONE)
    confirm(page, qtbot)
    assert "few words" in page.footer.telling.telling_problem.text()
    fill(page.footer.telling.note, qtbot, "Personne d’autre ce soir")
    qtbot.keyClick(page.footer.telling.note, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not page.footer.telling.isVisible(), timeout=20_000)
    settled(page, qtbot)
    assert letter(bench).state is LetterState.ISSUED
    assert "Issued alone: Personne d’autre ce soir" in page.footer.history.text()


def test_changing_her_mind_asks_nothing_and_writes_nothing(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    press(page, qtbot, Act.ISSUE_ALONE)
    qtbot.mouseClick(page.footer.telling.cancel, LEFT)
    assert not page.footer.telling.isVisible()
    assert page.footer.next_act.isVisible()
    assert letter(bench).state is LetterState.DRAFT


def test_a_letter_written_again_is_another_draft(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    issue_alone(page, qtbot)
    before = letter(bench).id
    settled(page, qtbot)
    with qtbot.waitSignal(page.going, timeout=20_000) as gone:
        qtbot.mouseClick(page.footer.buttons[Act.REDO], LEFT)
    (place,) = gone.args
    assert isinstance(place, places.Compose)
    assert place.letter_id != before
    assert [row.state for row in bench.sheet().letters if row.id == before] == [LetterState.ISSUED]


def test_only_what_carries_a_number_asks_for_one(page: Compose, qtbot: QtBot) -> None:
    issue_alone(page, qtbot)
    press(page, qtbot, Act.MARK_SENT)
    assert page.footer.telling.number.isVisible()
    choose(page, qtbot, Channel.EMAIL)
    assert not page.footer.telling.number.isVisible()
