"""A folder prepared by somebody else: links, pipes and devices where files should be."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedesk.errors import CasedeskError
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, pipes and devices are POSIX's")


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    workspace.close()
    return workspace.folder


@pytest.fixture(autouse=True)
def never_waits() -> Iterator[None]:
    """End the test that waits for what a pipe will never say."""
    signal.alarm(20)
    yield
    signal.alarm(0)


def test_a_lock_that_leads_elsewhere_never_empties_the_file_it_leads_to(closed: Path, tmp_path: Path) -> None:
    hers = tmp_path / "hers.txt"
    hers.write_text("what she keeps")
    (closed / "lock").unlink()
    (closed / "lock").symlink_to(hers)
    with pytest.raises(CasedeskError):
        Workspace.open(closed, PASSPHRASE)
    assert hers.read_text() == "what she keeps"


@pytest.mark.parametrize("file", ["keys.vault", "lock", "data.db", "data.db-wal"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_refused_in_a_sentence(closed: Path, file: str, kind: str) -> None:
    put(closed / file, kind)
    with pytest.raises(CasedeskError):
        Workspace.open(closed, PASSPHRASE)


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_an_anchor_that_is_no_file_is_an_anchor_that_is_missing(closed: Path, kind: str) -> None:
    put(closed / "anchor", kind)
    with Workspace.open(closed, PASSPHRASE) as workspace:
        assert "anchor" in workspace.warning


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_a_sealed_file_that_is_no_file_is_refused_in_a_sentence(workspace: Workspace, kind: str) -> None:
    name = workspace.seal(b"capture")
    put(workspace.folder / "a" / name[:2] / f"{name}.age", kind)
    with pytest.raises(CasedeskError):
        workspace.unseal(name)


@pytest.mark.parametrize("name", ["circle", "x" * 300, "a\0b", "\ud800"], ids=ascii)
def test_a_folder_no_disk_can_hold_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(CasedeskError):
        Workspace.open(tmp_path / name, PASSPHRASE)
    with pytest.raises(CasedeskError):
        Workspace.create(tmp_path / name, PASSPHRASE)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_she_may_not_enter_is_refused_in_a_sentence(closed: Path) -> None:
    os.seteuid(65534)
    try:
        with pytest.raises(CasedeskError, match="does not allow"):
            Workspace.open(closed, PASSPHRASE)
    finally:
        os.seteuid(0)


def put(path: Path, kind: str) -> None:
    """Put something else in the place of a file."""
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
