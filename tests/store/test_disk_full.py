"""A full disk: a sentence, nothing acknowledged lost, and work goes on once there is room.

Two ways: a limit on the size of files, which works without rights, and a small file system in memory, where the
system allows mounting one.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from casedesk.errors import CasedeskError, Unreachable
from casedesk.records import Case
from casedesk.store.verify import verify
from casedesk.store.workspace import Workspace
from tests.conftest import FAST, PASSPHRASE
from tests.store.factories import a_case, an_entry, save_exhibit

resource = pytest.importorskip("resource", reason="limits on the size of files are POSIX's")

LONG = "x" * 3000


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Refuse every write beyond `size` bytes in any file, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def save_until_refused(workspace: Workspace, prefix: str, most: int = 2000) -> list[str]:
    """Save until the disk refuses; give what was acknowledged."""
    saved: list[str] = []
    with pytest.raises(Unreachable) as refused:
        for turn in range(most):
            with workspace.transaction() as gesture:
                case = a_case(f"{prefix}{turn:04}")
                case.danger_note = LONG
                gesture.session.add_all([case, an_entry(case.id)])
            saved.append(f"{prefix}{turn:04}")
    assert "no room left" in refused.value.sentence or "does not answer" in refused.value.sentence
    return saved


def names(workspace: Workspace) -> set[str]:
    with workspace.transaction() as reading:
        return set(reading.session.scalars(select(Case.pseudonym)))


@pytest.mark.parametrize("room", [150_000, 200_000, 333_333, 400_001, 512_000])
def test_a_file_that_can_grow_no_more_loses_nothing_saved(workspace: Workspace, room: int) -> None:
    with files_no_larger_than(room):
        saved = save_until_refused(workspace, "a")
        assert names(workspace) == set(saved), "reading goes on while the disk is full"
    more = "after there is room again"
    with workspace.transaction() as gesture:
        gesture.session.add_all([a_case(more), an_entry()])
    workspace.close()
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        assert names(again) == {*saved, more}
        assert verify(again).problems == ()


def test_an_attachment_too_large_for_the_disk_leaves_no_trace(workspace: Workspace) -> None:
    before = {path for path in workspace.folder.rglob("*") if path.is_file()}
    with files_no_larger_than(50_000), pytest.raises(Unreachable, match="no room left"):
        workspace.seal(bytes(100_000))
    assert {path for path in workspace.folder.rglob("*") if path.is_file()} == before
    assert workspace.unseal(workspace.seal(bytes(100_000))) == bytes(100_000)


def test_a_gesture_whose_attachment_does_not_fit_is_wholly_undone(workspace: Workspace) -> None:
    with files_no_larger_than(140_000), pytest.raises(Unreachable):
        save_exhibit(workspace, "Mésange", bytes(200_000))
    assert names(workspace) == set()


def test_a_creation_that_does_not_fit_leaves_no_folder(tmp_path: Path) -> None:
    for size in (0, 20, 500, 1000, 20_000, 70_000):
        with files_no_larger_than(size), pytest.raises(CasedeskError):
            Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
        assert not (tmp_path / "w").exists()


def test_an_anchor_that_could_not_be_written_is_written_later(workspace: Workspace) -> None:
    """What is committed is saved, whatever happens to the anchor."""
    with workspace.transaction() as gesture:
        gesture.session.add_all([a_case("Mésange"), an_entry()])
    anchor = workspace.folder / "anchor"
    old = anchor.read_bytes()
    anchor.unlink()
    anchor.mkdir()  # in the way: nothing can take its name
    with workspace.transaction() as gesture:
        gesture.session.add_all([a_case("Pinson"), an_entry()])
    assert gesture.changes.kinds
    anchor.rmdir()
    workspace.close()
    assert anchor.read_bytes() != old
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        assert again.warning == ""
        assert names(again) == {"Mésange", "Pinson"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mount small file systems in memory."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("this system does not let the tests mount a file system; the limit on files is tested")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the administrator may mount")
def test_a_truly_full_disk_loses_nothing_saved(small_disk: Callable[[int], Path]) -> None:
    counts = []
    for kilobytes in (600, 720, 900, 1200, 1700):
        place = small_disk(kilobytes)
        made, _key = Workspace.create(place / "w", PASSPHRASE, cost=FAST)
        (place / "ballast").write_bytes(bytes(64 * 1024))
        saved = save_until_refused(made, "a")
        with pytest.raises(Unreachable, match="no room left"):
            made.seal(bytes(kilobytes * 1024))
        assert names(made) == set(saved)
        made.close()
        with Workspace.open(place / "w", PASSPHRASE) as full:
            assert names(full) == set(saved), "a full disk can still be read after closing"
            assert full.warning == ""
            (place / "ballast").unlink()
            with full.transaction() as gesture:
                gesture.session.add_all([a_case("after"), an_entry()])
        subprocess.run(["mount", "-o", "remount,size=8m", str(place)], check=True)
        with Workspace.open(place / "w", PASSPHRASE) as again:
            assert names(again) == {*saved, "after"}
            assert verify(again).problems == ()
        counts.append(len(saved))
    print(f"5 full disks: {counts} acknowledged gestures, all there afterwards")
    assert sum(counts) > 0
