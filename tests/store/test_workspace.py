"""Making, opening, recovering, closing a workspace; every refusal is a sentence."""

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from casedesk.errors import CasedeskError, InvalidInput, Locked, Unreachable
from casedesk.records import Case
from casedesk.store import crash_dumps
from casedesk.store.workspace import Workspace
from tests.conftest import FAST, PASSPHRASE
from tests.store import by_hand
from tests.store.factories import save_case, save_exhibit


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a workspace."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_workspace_keeps_what_was_saved_until_it_is_opened_again(tmp_path: Path) -> None:
    made, _key = Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
    save_case(made, "Mésange")
    made.close()
    for typed in (PASSPHRASE, f"  {PASSPHRASE.replace(' ', '   ')}\n"):
        with Workspace.open(tmp_path / "w", typed) as again, again.transaction() as reading:
            assert reading.session.scalars(select(Case.pseudonym)).all() == ["Mésange"]
            assert again.warning == ""


def test_the_recovery_key_opens_what_the_passphrase_opens(tmp_path: Path) -> None:
    made, key = Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
    name = save_exhibit(made, "Mésange", b"capture")
    made.close()
    with Workspace.recover(tmp_path / "w", key.lower().replace("-", " ")) as again:
        assert again.unseal(name) == b"capture"


def test_a_wrong_passphrase_is_one_sentence_and_changes_no_file(workspace: Workspace) -> None:
    save_exhibit(workspace, "Mésange", b"capture")
    workspace.close()
    before = contents(workspace.folder)
    sentences = set()
    for typed in ("", "x", PASSPHRASE.upper(), PASSPHRASE + "s", "abricot " * 500, "\x00", "é" * 40):
        with pytest.raises(Locked) as refused:
            Workspace.open(workspace.folder, typed)
        sentences.add(refused.value.sentence)
    assert len(sentences) == 1
    assert PASSPHRASE not in sentences.pop()
    assert contents(workspace.folder) == before


def test_the_sentence_and_the_work_are_the_same_whatever_the_slots(workspace: Workspace) -> None:
    workspace.close()
    sentences = set()
    for holders in (["une phrase"], ["une phrase", "une autre phrase"], [bytes(20)], ["une phrase", bytes(20)]):
        (workspace.folder / "keys.vault").write_bytes(by_hand.write(holders, bytes(32)))  # type: ignore[arg-type]
        with pytest.raises(Locked) as refused:
            Workspace.open(workspace.folder, "pas cette phrase")
        sentences.add(refused.value.sentence)
    assert len(sentences) == 1


def test_another_recovery_key_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    other, key = Workspace.create(tmp_path / "other", PASSPHRASE, cost=FAST)
    other.close()
    workspace.close()
    with pytest.raises(Locked, match="another workspace"):
        Workspace.recover(workspace.folder, key)
    with pytest.raises(InvalidInput):
        Workspace.recover(workspace.folder, "ABCD")


def test_a_second_window_is_refused_and_the_first_goes_on(workspace: Workspace) -> None:
    with pytest.raises(Unreachable, match="already open"):
        Workspace.open(workspace.folder, PASSPHRASE)
    program = (
        "import sys; from pathlib import Path; from casedesk.errors import CasedeskError;"
        "from casedesk.store.workspace import Workspace\n"
        "try: Workspace.open(Path(sys.argv[1]), sys.argv[2])\n"
        "except CasedeskError as error: print(error.sentence)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(workspace.folder), PASSPHRASE], capture_output=True, text=True, check=True
    )
    assert "already open" in done.stdout
    save_case(workspace, "Mésange")
    workspace.close()
    Workspace.open(workspace.folder, PASSPHRASE).close()


def test_a_program_that_knows_no_lock_file_is_held_off_by_the_database(workspace: Workspace) -> None:
    (workspace.folder / "lock").unlink()
    with pytest.raises(Unreachable, match="already open"):
        Workspace.open(workspace.folder, PASSPHRASE)


@pytest.mark.parametrize("kept", [0, 1, 100, 0.5, -1])
def test_a_truncated_key_file_is_a_sentence(workspace: Workspace, kept: float) -> None:
    save_case(workspace, "Mésange")
    workspace.close()
    path = workspace.folder / "keys.vault"
    raw = path.read_bytes()
    path.write_bytes(raw[: int(kept) if kept in {0, 1, 100, -1} else len(raw) // 2])
    before = contents(workspace.folder)
    with pytest.raises(Unreachable, match=r"keys\.vault\.1"):
        Workspace.open(workspace.folder, PASSPHRASE)
    assert contents(workspace.folder) == before
    path.write_bytes((workspace.folder / "keys.vault.1").read_bytes())  # what the sentence says to do
    Workspace.open(workspace.folder, PASSPHRASE).close()


@pytest.mark.parametrize(
    "raw", [b"\x00" * 1000, os.urandom(4096), b"{}", b"x" * 70_000], ids=["zeros", "noise", "empty", "long"]
)
def test_a_garbled_key_file_is_a_sentence(workspace: Workspace, raw: bytes) -> None:
    workspace.close()
    (workspace.folder / "keys.vault").write_bytes(raw)
    with pytest.raises(Unreachable):
        Workspace.open(workspace.folder, PASSPHRASE)


def test_a_key_file_that_asks_for_four_tebibytes_is_refused_at_once(workspace: Workspace) -> None:
    workspace.close()
    path = workspace.folder / "keys.vault"
    document = json.loads(path.read_bytes())
    document["slots"][0]["kdf"]["m"] = 4 * 1024**3
    path.write_bytes(by_hand.canonical(document))
    start = time.process_time()
    with pytest.raises(Unreachable, match="asks for more memory"):
        Workspace.open(workspace.folder, PASSPHRASE)
    assert time.process_time() - start < 0.1


def test_the_keys_of_another_workspace_do_not_open_this_one(workspace: Workspace, tmp_path: Path) -> None:
    other, _key = Workspace.create(tmp_path / "other", PASSPHRASE, cost=FAST)
    other.close()
    workspace.close()
    (workspace.folder / "keys.vault").write_bytes((tmp_path / "other" / "keys.vault").read_bytes())
    with pytest.raises(Unreachable, match=r"data\.db"):
        Workspace.open(workspace.folder, PASSPHRASE)


def test_a_folder_that_is_no_workspace_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path, tmp_path / "gone", tmp_path / "file"):
        before = sorted(tmp_path.iterdir())
        with pytest.raises(Unreachable, match=r"no casedesk workspace"):
            Workspace.open(folder, PASSPHRASE)
        assert sorted(tmp_path.iterdir()) == before


def test_a_workspace_is_not_made_over_anything(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "plage.jpg").write_bytes(b"mine")
    save_case(workspace, "Mésange")
    workspace.close()
    for folder in (tmp_path / "photos", workspace.folder):
        before = contents(folder)
        with pytest.raises(InvalidInput, match="not empty"):
            Workspace.create(folder, PASSPHRASE, cost=FAST)
        assert contents(folder) == before
    with pytest.raises(CasedeskError):
        Workspace.create(tmp_path / "photos" / "plage.jpg", PASSPHRASE, cost=FAST)


def test_a_weak_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        Workspace.create(tmp_path / "w", "soleil", cost=FAST)
    assert refused.value.field == "passphrase"
    assert not (tmp_path / "w").exists()


def test_an_empty_folder_and_missing_parents_are_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir(mode=0o755)
    for folder in (tmp_path / "empty", tmp_path / "not" / "yet" / "there"):
        made, _key = Workspace.create(folder, PASSPHRASE, cost=FAST)
        made.close()
        Workspace.open(folder, PASSPHRASE).close()


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX's")
def test_nobody_else_on_the_computer_can_enter(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        (tmp_path / "w").mkdir(mode=0o777)
        made, _key = Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
        save_exhibit(made, "Mésange", b"capture")
        paths = [made.folder, *made.folder.rglob("*")]
        modes = {path.name: (path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths}
        made.close()
    finally:
        os.umask(before)
    assert {"data.db", "data.db-wal", "anchor", "lock", "keys.vault", "keys.vault.1", "a"} <= set(modes)
    for name, (folder, mode) in modes.items():
        assert mode == (0o700 if folder else 0o600), name


@pytest.mark.parametrize(
    "place",
    [
        "OneDrive",
        "OneDrive - Association",
        "Dropbox",
        "Dropbox (Perso)",
        "Nextcloud",
        "ownCloud",
        "Google Drive",
        "Mon Drive",
        "iCloud Drive",
        "com~apple~CloudDocs",
        "kDrive",
        "pCloudDrive",
    ],
)
def test_a_folder_copied_to_the_network_is_refused(workspace: Workspace, tmp_path: Path, place: str) -> None:
    folder = tmp_path / place / "Documents" / "w"
    with pytest.raises(Unreachable, match="copied to the network"):
        Workspace.create(folder, PASSPHRASE, cost=FAST)
    assert not folder.exists()
    workspace.close()
    folder.parent.mkdir(parents=True)
    workspace.folder.rename(folder)
    with pytest.raises(Unreachable, match="copied to the network"):
        Workspace.open(folder, PASSPHRASE)


def test_a_folder_reached_through_a_link_or_marked_by_its_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    for folder in (tmp_path / "link" / "w", tmp_path / "shared" / "deep" / "w"):
        with pytest.raises(Unreachable, match="copied to the network"):
            Workspace.create(folder, PASSPHRASE, cost=FAST)


@pytest.mark.parametrize(
    "copy",
    ["data (conflicted copy 2026-11-21).db", "data (Copie en conflit de PC).db", "anchor.sync-conflict-20261121"],
)
def test_rival_copies_left_by_a_synchronisation_are_refused(workspace: Workspace, copy: str) -> None:
    workspace.close()
    (workspace.folder / copy).write_bytes(b"")
    with pytest.raises(Unreachable, match="two copies"):
        Workspace.open(workspace.folder, PASSPHRASE)


def test_a_closed_workspace_answers_nothing(workspace: Workspace) -> None:
    name = workspace.seal(b"capture")
    workspace.close()
    workspace.close()
    with pytest.raises(Locked, match="is closed"), workspace.transaction():
        pass
    with pytest.raises(Locked, match="is closed"):
        workspace.seal(b"")
    with pytest.raises(Locked, match="is closed"):
        workspace.unseal(name)


def test_closing_leaves_no_log_and_no_trace_of_being_open(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    assert (workspace.folder / "data.db-wal").stat().st_size > 0
    assert json.loads((workspace.folder / "lock").read_text())["pid"] == os.getpid()
    workspace.close()
    assert set(contents(workspace.folder)) == {"anchor", "data.db", "keys.vault", "keys.vault.1", "lock"}
    assert (workspace.folder / "lock").read_bytes() == b""


def test_a_checkpoint_empties_the_log_and_keeps_everything(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    workspace.checkpoint()
    assert (workspace.folder / "data.db-wal").stat().st_size == 0
    save_case(workspace, "Pinson")
    with workspace.transaction() as reading:
        assert len(reading.session.scalars(select(Case)).all()) == 2


def test_the_lock_file_names_neither_the_computer_nor_the_person(workspace: Workspace) -> None:
    assert set(json.loads((workspace.folder / "lock").read_text())) == {"boot", "pid"}


@pytest.mark.skipif(sys.platform != "linux", reason="read in /proc")
def test_memory_is_neither_dumped_nor_read_by_neighbours_once_forbidden() -> None:
    assert callable(crash_dumps.forbid)
    program = (
        "import ctypes, resource; from casedesk.store import crash_dumps; crash_dumps.forbid();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0) 0"
