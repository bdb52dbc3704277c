"""The composition root: choices in force at once, remembered without a name."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk import settings as choices
from casedesk.app import App
from casedesk.settings import Settings
from casedesk.store.workspace import Workspace
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.preferences.preferences import Preferences
from casedesk.ui.theme import Look


@pytest.fixture
def app(closed_desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    made = App(qapp, Settings(language="en", look="light"), closed_desk)
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def test_a_look_chosen_is_worn_at_once_and_remembered(app: App, workspace: Workspace, qtbot: QtBot) -> None:
    app.desk.take(workspace)
    app.window.workbench.go(places.Preferences())
    page = app.window.workbench.pages.page
    assert isinstance(page, Preferences)
    assert page.look_light.isChecked()
    qtbot.mouseClick(page.look_dark, Qt.MouseButton.LeftButton, pos=page.look_dark.rect().center() * 0)
    page.look_dark.click()
    assert app.theme.look is Look.DARK
    assert choices.load().look == "dark"


def test_a_disk_that_refuses_the_choices_is_said_and_nothing_more(
    app: App, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    app.desk.take(workspace)
    app.on_chosen(Settings(language="en", look="dark"))
    assert app.theme.look is Look.DARK
    assert "could not be saved" in app.window.workbench.bar.words.text()


def test_our_own_fault_opens_a_report(app: App, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    app.desk.broken.emit(ValueError("x"))
    assert len(caplog.records) == 1


def test_the_folder_opened_is_remembered(app: App, workspace: Workspace) -> None:
    app.window.door.unlock.show_folder(workspace.folder)
    app.desk.take(workspace)
    assert choices.load().folder == str(workspace.folder)
