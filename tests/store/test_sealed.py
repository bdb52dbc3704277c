"""Attachments as age files."""

import os
import re
import stat
from pathlib import Path

import pyrage
import pytest

from casedesk.errors import NotFound, Unreachable
from casedesk.store import durable, sealed
from casedesk.store.sealed import SealedFiles
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE

CONTENT = b"capture d'ecran \x00\xff" * 5000


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path, sealed.new_identity())


def the_file(folder: Path, name: str) -> Path:
    return folder / "a" / name[:2] / f"{name}.age"


@pytest.mark.parametrize("content", [b"", b"x", CONTENT, bytes(65536), bytes(65537)], ids=len)
def test_what_is_unsealed_is_what_was_sealed(files: SealedFiles, content: bytes) -> None:
    assert files.unseal(files.seal(content)) == content


def test_names_are_random_and_say_nothing(files: SealedFiles, tmp_path: Path) -> None:
    names = {files.seal(b"the same content") for _turn in range(20)}
    assert len(names) == 20
    assert all(re.fullmatch("[0-9a-f]{32}", name) for name in names)
    assert set(files.names()) == names
    assert all(the_file(tmp_path, name).is_file() for name in names)


def test_the_content_is_not_on_the_disk(files: SealedFiles, tmp_path: Path) -> None:
    raw = the_file(tmp_path, files.seal(CONTENT)).read_bytes()
    assert raw.startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert CONTENT[:16] not in raw


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX's")
def test_only_the_owner_reads_a_sealed_file(files: SealedFiles, tmp_path: Path) -> None:
    path = the_file(tmp_path, files.seal(CONTENT))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_any_age_tool_opens_a_sealed_file_with_the_identity_of_the_database(workspace: Workspace) -> None:
    name = workspace.seal(CONTENT)
    with workspace.transaction() as reading:
        connection = reading.session.connection()
        written = connection.exec_driver_sql("SELECT sealing_identity FROM store_state").scalar_one()
    assert re.fullmatch("AGE-SECRET-KEY-1[A-Z0-9]{58}", written)
    identity = pyrage.x25519.Identity.from_str(written)
    assert pyrage.decrypt(the_file(workspace.folder, name).read_bytes(), [identity]) == CONTENT


def test_sealed_files_outlive_the_session(workspace: Workspace) -> None:
    name = workspace.seal(CONTENT)
    workspace.close()
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        assert again.unseal(name) == CONTENT


def test_another_workspace_cannot_unseal(files: SealedFiles, tmp_path: Path) -> None:
    name = files.seal(CONTENT)
    with pytest.raises(Unreachable, match=f"{name}.age"):
        SealedFiles(tmp_path, sealed.new_identity()).unseal(name)


def test_a_file_put_in_the_place_of_another_is_never_given_for_it(files: SealedFiles, tmp_path: Path) -> None:
    hers, another = files.seal(b"her complaint"), files.seal(b"another woman's complaint")
    the_file(tmp_path, hers).write_bytes(the_file(tmp_path, another).read_bytes())
    with pytest.raises(Unreachable, match=f"{hers}.age"):
        files.unseal(hers)
    assert files.unseal(another) == b"another woman's complaint"


@pytest.mark.parametrize("name", ["", "0" * 32, "../../keys.vault", "/etc/passwd", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_a_name_that_was_never_given_finds_nothing(files: SealedFiles, tmp_path: Path, name: str) -> None:
    (tmp_path / "keys.vault").write_bytes(b"")
    with pytest.raises(NotFound):
        files.unseal(name)


def test_what_was_cut_short_while_sealing_is_swept_at_the_next_opening(workspace: Workspace) -> None:
    name = workspace.seal(CONTENT)
    half = the_file(workspace.folder, name).with_name(f"beef{durable.UNFINISHED}")
    half.write_bytes(b"half")
    workspace.close()
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        assert not half.exists()
        assert again.unseal(name) == CONTENT
