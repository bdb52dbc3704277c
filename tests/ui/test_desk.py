"""The desk: order, one word per write, cures to the screen that asked, bugs to us."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from pytestqt.qtbot import QtBot

from casedesk.changes import Changes, Kind
from casedesk.documents import child
from casedesk.errors import CasedeskError, Conflict, Locked
from casedesk.progress import Progress
from casedesk.services import association
from casedesk.ui.desk import Desk, Step
from tests.conftest import PASSPHRASE
from tests.documents.templates import template

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def packs() -> dict[str, Any]:
    """No law is asked here."""
    return {}


def save(name: str, session: Any) -> str:
    return association.save(session, name=name, jurisdiction="fr", now=NOW)


def refuse(_session: Any) -> None:
    raise Conflict("Somebody changed it.")


def test_a_write_says_once_what_it_touched_then_gives_its_result(desk: Desk, qtbot: QtBot) -> None:
    heard: list[Any] = []
    desk.changed.connect(heard.append)
    desk.write(partial(save, "Les Louves"), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert isinstance(heard[0], Changes)
    assert heard[0].touch(Kind.ASSOCIATION)
    assert isinstance(heard[1], str)


def test_a_read_says_nothing_changed(desk: Desk, qtbot: QtBot) -> None:
    heard: list[Any] = []
    desk.changed.connect(heard.append)
    with qtbot.waitSignal(desk.rested, raising=False, timeout=1):
        pass
    got: list[int] = []
    desk.read(lambda session: 7, got.append)
    qtbot.waitUntil(lambda: got == [7])
    assert heard == []


def test_what_is_asked_first_is_done_first(desk: Desk, qtbot: QtBot) -> None:
    got: list[int] = []
    for number in range(50):
        (desk.read if number % 2 else desk.write)(lambda _session, number=number: number, got.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(got) == 50)
    assert got == list(range(50))


def test_results_come_back_on_the_thread_of_the_screens(desk: Desk, qtbot: QtBot) -> None:
    threads: list[QThread] = []
    desk.read(lambda _session: None, lambda _found: threads.append(QThread.currentThread()))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [desk.thread()]


def test_a_cure_goes_to_the_screen_that_asked(desk: Desk, qtbot: QtBot) -> None:
    got: list[CasedeskError] = []
    with qtbot.assertNotEmitted(desk.failed):
        desk.write(refuse, failed=got.append)
        qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], Conflict)


def test_a_cure_nobody_took_is_said_by_the_desk(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.failed) as caught:
        desk.write(refuse)
    assert caught.args[0].sentence == "Somebody changed it."


def test_our_own_fault_is_told_apart(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.failed), qtbot.waitSignal(desk.broken) as caught:
        desk.write(lambda _session: 1 // 0)
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_a_refused_write_changes_nothing_and_says_nothing(desk: Desk, qtbot: QtBot) -> None:
    def half(session: Any) -> None:
        save("Moitié", session)
        refuse(session)

    with qtbot.assertNotEmitted(desk.changed), qtbot.waitSignal(desk.failed):
        desk.write(half)


def test_a_result_for_a_screen_that_is_gone_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    class Receiver(QObject):
        def take(self, _found: object) -> None:
            raise AssertionError("told a screen that is gone")

    receiver = Receiver()
    desk.read(lambda _session: None, receiver.take)
    receiver.deleteLater()
    after: list[object] = []
    QTimer.singleShot(0, lambda: desk.read(lambda _session: 1, after.append))
    qtbot.waitUntil(lambda: after == [1])


def test_a_long_work_reports_and_can_be_cancelled(desk: Desk, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        done = 0
        while True:
            done += 1
            progress.step(done, 0, "Counting…")

    steps: list[Step] = []
    desk.working.connect(steps.append)
    progress = desk.run(work, lambda _found: pytest.fail("a cancelled work gives no result"))
    qtbot.waitUntil(lambda: bool(steps))
    with qtbot.waitSignal(desk.rested) as caught:
        progress.cancel()
    assert caught.args == [progress]


def test_after_locking_nothing_is_read(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.locked):
        desk.lock()
    with qtbot.waitSignal(desk.failed) as caught:
        desk.read(lambda _session: 1, lambda _found: pytest.fail("read after locking"))
    assert isinstance(caught.args[0], Locked)


def test_locking_ends_the_process_that_was_told_of_letters(desk: Desk, qtbot: QtBot) -> None:
    child.ask("essai.docx", {"job": "check", "switchable": []}, {"template": template("Bonjour {{ today }}")})
    assert child._child.pid is not None
    desk.lock()
    qtbot.waitUntil(lambda: child._child.pid is None, timeout=10_000)


def test_a_workspace_created_is_opened_again_with_its_passphrase(
    closed_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    keys: list[str] = []
    refused: list[CasedeskError] = []
    closed_desk.create(tmp_path / "w", PASSPHRASE, partial(save, "Les Louves"), keys.append, refused.append)
    qtbot.waitUntil(lambda: bool(keys), timeout=20_000)
    assert len(keys[0].replace("-", " ").split()) >= 8
    closed_desk.lock()
    with qtbot.waitSignal(closed_desk.opened, timeout=20_000):
        closed_desk.open(tmp_path / "w", PASSPHRASE, refused.append)
    assert refused == []


def test_a_wrong_passphrase_comes_back_as_a_sentence(closed_desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    keys: list[str] = []
    refused: list[CasedeskError] = []
    closed_desk.create(tmp_path / "w", PASSPHRASE, lambda _session: None, keys.append, refused.append)
    qtbot.waitUntil(lambda: bool(keys), timeout=20_000)
    closed_desk.lock()
    closed_desk.open(tmp_path / "w", "pas la bonne phrase du tout", refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=20_000)
    assert isinstance(refused[0], Locked)
