"""The one voice of the desk."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.progress import Cancelled, Progress
from casedesk.ui import messages
from casedesk.ui.desk import Step
from casedesk.ui.message_bar import Message, MessageBar
from casedesk.ui.messages import Messages


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_a_passing_word_goes_by_itself_and_a_lasting_one_stays(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LINGER", 20)
    voice = Messages(bar)
    voice.say(Message("Saved."))
    assert bar.isVisible()
    assert bar.words.text() == "Saved."
    qtbot.waitUntil(lambda: not bar.isVisible())
    voice.say(Message("The disk is full.", lasting=True))
    with qtbot.assertNotEmitted(bar.close_message.clicked, wait=60):
        pass
    assert bar.isVisible()
    qtbot.mouseClick(bar.close_message, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_short_work_shows_nothing_a_long_one_a_line_that_cancels(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "PATIENCE", 30)
    voice = Messages(bar)
    quick, slow = Progress(), Progress()
    voice.on_working(Step(quick, 1, 2, "Reading…"))
    voice.on_rested(quick)
    with qtbot.assertNotEmitted(bar.close_message.clicked, wait=60):
        pass
    assert not bar.isVisible()
    voice.on_working(Step(slow, 1, 4, "Reading…"))
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    voice.on_working(Step(slow, 3, 4, "Writing…"))
    assert (bar.how_far.value(), bar.how_far.maximum(), bar.words.text()) == (3, 4, "Writing…")
    qtbot.mouseClick(bar.close_message, Qt.MouseButton.LeftButton)
    with pytest.raises(Cancelled):
        slow.step(4, 4, "x")
    voice.on_rested(slow)
    assert not bar.isVisible()


def test_a_message_can_offer_one_act_and_goes_once_it_is_done(bar: MessageBar, qtbot: QtBot) -> None:
    voice = Messages(bar)
    done: list[bool] = []
    voice.say(Message("Saved actions are missing.", lasting=True, act="Go on", do=lambda: done.append(True)))
    assert bar.act.text() == "Go on"
    qtbot.mouseClick(bar.act, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert bar.isHidden()
    voice.say(Message("Saved."))
    assert bar.act.isHidden()
