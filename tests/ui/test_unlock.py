"""The door: typed, refused, opened, created."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from casedesk.errors import Unreachable
from casedesk.store.workspace import Workspace
from casedesk.ui.desk import Desk
from casedesk.ui.main_window import MainWindow
from casedesk.ui.unlock.create import Create
from casedesk.ui.unlock.recover import Recover
from casedesk.ui.unlock.recovery_sheet import RecoverySheet
from casedesk.ui.unlock.unlock import Unlock
from casedesk.ui.widgets.passphrase_field import PassphraseField
from tests.conftest import FAST, PASSPHRASE
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made, _key = Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
    made.close()
    return tmp_path / "w"


@pytest.fixture
def unlock(closed_desk: Desk, folder: Path, qtbot: QtBot) -> Unlock:
    page = Unlock(closed_desk, folder)
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_right_passphrase_opens(unlock: Unlock, closed_desk: Desk, qtbot: QtBot) -> None:
    type_in(qtbot, unlock.passphrase, PASSPHRASE)
    with qtbot.waitSignal(closed_desk.opened):
        qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)


def test_a_wrong_one_is_refused_under_the_field_and_can_be_typed_again(unlock: Unlock, qtbot: QtBot) -> None:
    type_in(qtbot, unlock.passphrase, "une toute autre phrase")
    qtbot.mouseClick(unlock.open_it, LEFT)
    assert not unlock.open_it.isEnabled()
    qtbot.waitUntil(unlock.problem.isVisible)
    assert unlock.problem.text()
    assert unlock.open_it.isEnabled()
    type_in(qtbot, unlock.passphrase, "x")
    assert not unlock.problem.isVisible()


def test_nothing_typed_is_said_without_trying(unlock: Unlock, qtbot: QtBot) -> None:
    qtbot.mouseClick(unlock.open_it, LEFT)
    assert "passphrase" in unlock.problem.text()


def test_the_eye_shows_what_was_typed_and_hides_it_again(unlock: Unlock, qtbot: QtBot) -> None:
    assert unlock.passphrase.echoMode() is QLineEdit.EchoMode.Password
    (eye,) = unlock.passphrase.actions()
    eye.trigger()
    assert unlock.passphrase.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.toolTip() == "Hide the passphrase"
    eye.trigger()
    assert unlock.passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_locked_capitals_are_noticed(unlock: Unlock, qtbot: QtBot) -> None:
    qtbot.keyClick(unlock.passphrase, "a")
    assert not unlock.notice.isVisible()
    qtbot.keyClick(unlock.passphrase, "A")
    assert unlock.notice.isVisible()
    qtbot.keyClick(unlock.passphrase, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not unlock.notice.isVisible()


def test_the_first_time_offers_to_create_to_find_or_to_try(closed_desk: Desk, qtbot: QtBot) -> None:
    page = Unlock(closed_desk, None)
    qtbot.addWidget(page)
    page.show()
    assert page.create_first.isVisible()
    assert page.find_one.isVisible()
    assert page.try_it.isVisible()
    assert not page.passphrase.isVisible()


def test_a_passphrase_of_her_own_is_asked_for_twice_the_one_proposed_once(
    closed_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = Create(closed_desk, tmp_path / "w")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.proposed.text().split()) == 7)
    type_in(qtbot, page.passphrase, page.proposed.text())
    assert not page.again_room.isVisible()
    page.passphrase.clear()
    type_in(qtbot, page.passphrase, "une phrase à moi")
    assert page.again_room.isVisible()


@pytest.mark.parametrize("missing", ["association", "again", "weak"])
def test_what_is_missing_is_said_under_its_field(closed_desk: Desk, qtbot: QtBot, tmp_path: Path, missing: str) -> None:
    page = Create(closed_desk, tmp_path / "w")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.proposed.text()))
    if missing != "association":
        type_in(qtbot, page.association, "Les Louves")
    typed = "court" if missing == "weak" else PASSPHRASE
    type_in(qtbot, page.passphrase, typed)
    type_in(qtbot, page.again, "autre chose" if missing == "again" else typed)
    qtbot.mouseClick(page.create_it, LEFT)
    label = {
        "association": page.association_problem,
        "again": page.again_problem,
        "weak": page.passphrase_problem,
    }[missing]
    qtbot.waitUntil(label.isVisible)
    assert label.text()
    assert not (tmp_path / "w").exists()


def test_a_workspace_is_created_its_key_copied_and_the_desk_shown(
    closed_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(closed_desk, None, tmp_path / "casedesk")
    qtbot.addWidget(window)
    window.show()
    qtbot.mouseClick(window.door.unlock.create_first, LEFT)
    page = window.door.page
    assert isinstance(page, Create)
    qtbot.waitUntil(lambda: bool(page.proposed.text()))
    type_in(qtbot, page.association, "Les Louves")
    type_in(qtbot, page.passphrase, page.proposed.text())
    with qtbot.waitSignal(window.placed, timeout=20_000):
        qtbot.mouseClick(page.create_it, LEFT)
    sheet = window.door.page
    assert isinstance(sheet, RecoverySheet)
    type_in(qtbot, sheet.first, "AAAA")
    type_in(qtbot, sheet.second, "BBBB")
    qtbot.mouseClick(sheet.go_in, LEFT)
    assert sheet.problem.isVisible()
    groups = sheet.recovery_key.text().split()
    asked = [int(label.text().split()[-1]) for label in (sheet.first_label, sheet.second_label)]
    sheet.first.clear()
    sheet.second.clear()
    type_in(qtbot, sheet.first, groups[asked[0] - 1].lower())
    type_in(qtbot, sheet.second, groups[asked[1] - 1])
    with qtbot.waitSignal(closed_desk.opened):
        qtbot.mouseClick(sheet.go_in, LEFT)
    assert window.is_open
    assert window.windowTitle() == "casedesk"


def test_the_recovery_key_opens_too(closed_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made, key = Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
    made.close()
    page = Recover(closed_desk, tmp_path / "w")
    qtbot.addWidget(page)
    page.show()
    type_in(qtbot, page.typed, "0000-0000")
    qtbot.mouseClick(page.open_it, LEFT)
    qtbot.waitUntil(page.problem.isVisible)
    page.typed.clear()
    type_in(qtbot, page.typed, key.lower())
    with qtbot.waitSignal(closed_desk.opened):
        qtbot.mouseClick(page.open_it, LEFT)


def test_nothing_typed_stays_behind_when_the_door_closes(closed_desk: Desk, folder: Path, qtbot: QtBot) -> None:
    window = MainWindow(closed_desk, folder, folder)
    qtbot.addWidget(window)
    type_in(qtbot, window.door.unlock.passphrase, PASSPHRASE)
    window.show_door()
    assert window.door.unlock.passphrase.text() == ""
    assert isinstance(window.door.unlock.passphrase, PassphraseField)


def test_one_types_at_once_when_the_window_shows(closed_desk: Desk, folder: Path, qtbot: QtBot) -> None:
    window = MainWindow(closed_desk, folder, folder)
    qtbot.addWidget(window)
    window.show()
    assert window.focusWidget() is window.door.unlock.passphrase


def test_trying_says_that_it_takes_a_moment_and_a_refusal_gives_the_choice_back(
    closed_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(closed_desk, None, tmp_path)
    qtbot.addWidget(window)
    window.show()
    unlock = window.door.unlock
    with qtbot.waitSignal(window.trying):
        qtbot.mouseClick(unlock.try_it, LEFT)
    assert not unlock.try_it.isEnabled()
    closed_desk.failed.emit(Unreachable("The disk is full. Free some space, then try again."))
    assert unlock.problem_finding.isVisible()
    assert unlock.try_it.isEnabled()
