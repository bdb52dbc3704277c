"""Writing a file whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from casedesk.errors import Unreachable
from casedesk.store import durable

posix = pytest.mark.skipif(os.name == "nt", reason="rights and folder syncing are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@posix
def test_a_file_is_readable_by_its_owner_alone_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        durable.make_folder(tmp_path / "a")
        durable.write(tmp_path / "a" / "file", b"one")
        durable.write(tmp_path / "a" / "file", b"two")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == 0o700
    assert mode(tmp_path / "a" / "file") == 0o600
    assert (tmp_path / "a" / "file").read_bytes() == b"two"
    assert names(tmp_path / "a") == ["file"]


def test_a_folder_already_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    durable.make_folder(tmp_path)
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_content_and_name_reach_the_disk_in_the_right_order(tmp_path: Path) -> None:
    """Listens to the operating system's calls; replaces none."""
    calls: list[str] = []

    def watch(frame: object, event: str, argument: object) -> None:
        name = getattr(argument, "__name__", "")
        if event == "c_call" and name in {"write", "fsync", "rename", "replace"}:
            calls.append(name)

    sys.setprofile(watch)
    try:
        durable.write(tmp_path / "file", b"content")
    finally:
        sys.setprofile(None)
    assert calls == ["write", "fsync", "replace", *(["fsync"] if os.name != "nt" else [])]


def test_a_name_that_cannot_be_taken_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(Unreachable):
        durable.write(tmp_path / "file", b"content")
    assert names(tmp_path) == ["file"]


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="does not answer"):
        durable.write(tmp_path / "gone" / "file", b"content")
    with pytest.raises(Unreachable, match="does not answer"):
        durable.make_folder(tmp_path / "gone" / "folder")


def test_only_what_was_cut_short_is_swept(tmp_path: Path) -> None:
    (tmp_path / f"0123{durable.UNFINISHED}").write_bytes(b"half")
    (tmp_path / "file").write_bytes(b"whole")
    durable.sweep(tmp_path)
    assert names(tmp_path) == ["file"]
