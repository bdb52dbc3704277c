"""One fictional association for every visit, and the desk that is visited."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk import translate
from casedesk.demo.build import build
from casedesk.law.pack import Pack
from casedesk.store.workspace import Workspace
from casedesk.ui.desk import Desk
from casedesk.ui.main_window import MainWindow
from casedesk.ui.theme import Look, Theme
from tests.conftest import FAST, PASSPHRASE
from tests.factories import keep_counted
from tests.marks.house import TODAY
from tests.marks.tour import Lent, Tour

NOW = datetime.combine(TODAY, time(9, 30), UTC)


@pytest.fixture(scope="session")
def house(packs: Mapping[str, Pack], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The fictional association, its cases and its letters."""
    made, _recovery_key = Workspace.create(tmp_path_factory.mktemp("house") / "workspace", PASSPHRASE, cost=FAST)
    with made:
        keep_counted(made, packs, TODAY)
        with made.transaction() as work:
            build(work.session, packs, TODAY, NOW, made.seal)
        yield made


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    """Speak French, the language of reference."""
    before = translate.language()
    translate.set_language("fr")
    yield
    translate.set_language(before)


@pytest.fixture
def tour(
    house: Workspace, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[[Mapping[str, Pack]], Tour]]:
    """Open the desk of the association under a law."""
    desks: list[Desk] = []
    theme = Theme(qapp, Look.LIGHT)

    def begin(packs: Mapping[str, Pack]) -> Tour:
        desk = Desk(clock=lambda: NOW, packs=packs)
        desks.append(desk)
        window = MainWindow(desk, None, tmp_path / "casedesk")
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        desk.take(Lent(house))  # type: ignore[arg-type]
        return Tour(desk, window, qtbot)

    yield begin
    for desk in desks:
        desk.stop()
    theme.deleteLater()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen-less platform says it keeps no size hints; that is not a fault."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))
