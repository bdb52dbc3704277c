"""What the tests of the desktop share: a dressed application, a desk standing at a workspace, a fixed day."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk import translate
from casedesk.law.pack import Pack
from casedesk.store.workspace import Workspace
from casedesk.ui.desk import Desk
from casedesk.ui.main_window import MainWindow
from casedesk.ui.theme import LIGHT, Look, Theme, tokens_of
from tests.factories import a_case
from tests.ui.case_bench import CaseBench

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The one who dresses the application."""
    return Theme(qapp, Look.LIGHT)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """The application in its light look, speaking English."""
    translate.set_language("en")
    theme.choose(Look.LIGHT)
    if tokens_of(qapp.palette()) is not LIGHT:  # another one dressed it meanwhile
        theme.choose(Look.DARK)
        theme.choose(Look.LIGHT)
    yield theme
    translate.set_language("en")


@pytest.fixture
def closed_desk(packs: Mapping[str, Pack]) -> Iterator[Desk]:
    """A desk before any workspace is open."""
    made = Desk(clock=lambda: NOW, packs=packs)
    yield made
    made.stop()


@pytest.fixture
def desk(closed_desk: Desk, workspace: Workspace) -> Desk:
    """A desk standing at a new workspace."""
    closed_desk.take(workspace)
    return closed_desk


@pytest.fixture
def write(desk: Desk, qtbot: QtBot) -> Callable[[Callable[[Any], Any]], Any]:
    """Run a service through the desk and wait for what it returns."""

    def run(job: Callable[[Any], Any]) -> Any:
        got: list[Any] = []
        desk.write(job, got.append, got.append)
        qtbot.waitUntil(lambda: bool(got))
        if isinstance(got[0], Exception):
            raise got[0]
        return got[0]

    return run


@pytest.fixture
def bench(
    desk: Desk, qtbot: QtBot, packs: Mapping[str, Pack], write: Callable[[Callable[[Any], Any]], Any]
) -> CaseBench:
    """One open case, and the pages that show it."""
    return CaseBench(desk, qtbot, packs, write, write(lambda session: a_case(session, packs)))


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The real window, on screen, its workspace open."""
    made = MainWindow(desk, None, tmp_path / "casedesk")
    qtbot.addWidget(made)
    made.show()
    desk.opened.emit()
    return made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen-less platform says it keeps no size hints; that is not a fault."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))
