"""Killed at any moment while it writes: no acknowledged gesture is lost."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import select

from casedesk.records import Case, Exhibit, JournalEntry
from casedesk.store import durable
from casedesk.store.verify import verify
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE

KILLS = 50

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork are POSIX's")


@pytest.fixture
def writer() -> Iterator[subprocess.Popen[str]]:
    """Start the program that saves; see `writer.py`."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    yield started
    assert started.stdin
    assert started.stdout
    started.stdin.close()
    started.wait(timeout=10)
    started.stdout.close()


def kill_one(writer: subprocess.Popen[str], folder: Path, delay: float) -> list[list[str]]:
    """Let a child save for `delay` seconds after its opening, kill it, and give what it had acknowledged."""
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write(f"{folder}\n")
    writer.stdin.flush()
    said: list[list[str]] = []
    timer: Timer | None = None
    for line in writer.stdout:
        words = line.split()
        if words == ["dead"]:
            break
        if words[0] == "child":
            child = int(words[1])
            timer = Timer(delay, os.kill, (child, signal.SIGKILL))
            timer.start()
        else:
            said.append(words)
    assert timer
    timer.join()
    return [words for words in said if words[0] == "saved"]


def test_fifty_kills_lose_no_acknowledged_gesture(workspace: Workspace, writer: subprocess.Popen[str]) -> None:
    folder = workspace.folder
    workspace.close()
    chance = random.Random(2026)  # noqa: S311 - moments, not keys
    acknowledged: list[list[str]] = []
    left_open = started = 0
    began = time.monotonic()
    for _turn in range(KILLS):
        said = kill_one(writer, folder, chance.uniform(0.005, 0.35))
        started += bool(said)
        acknowledged += said
        left_open += (folder / "lock").stat().st_size > 0
        with Workspace.open(folder, PASSPHRASE) as again:
            assert again.warning == ""
            with again.transaction() as reading:
                cases = set(reading.session.scalars(select(Case.id)))
                entries = set(reading.session.scalars(select(JournalEntry.subject_id)))
                exhibits = {row.sealed_as: row.sha256 for row in reading.session.scalars(select(Exhibit))}
            assert {words[1] for words in acknowledged} <= cases, "an acknowledged gesture is lost"
            assert cases == entries, "half a gesture was kept"
            assert {words[2]: words[3] for words in acknowledged if words[2] != "-"}.items() <= exhibits.items()
            for words in said:
                if words[2] != "-":
                    assert hashlib.sha256(again.unseal(words[2])).hexdigest() == words[3]
        assert not list(folder.rglob(f"*{durable.UNFINISHED}"))
    with Workspace.open(folder, PASSPHRASE) as again:
        verdict = verify(again)
    print(
        f"{KILLS} kills, {started} while saving, {left_open} left open; {len(acknowledged)} acknowledged gestures, "
        f"{verdict.saved} saved, {verdict.sealed} sealed files, {verdict.orphans} orphans; "
        f"0 lost; {time.monotonic() - began:.1f} s"
    )
    assert verdict.problems == ()
    assert verdict.saved >= len(acknowledged)
    assert started >= KILLS // 2, "the kills came before the work: the test proves nothing"
    assert len(acknowledged) > 4 * KILLS
