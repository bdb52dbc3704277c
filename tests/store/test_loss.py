"""What the anchor sees that the database cannot."""

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, text

from casedesk.errors import Unreachable
from casedesk.records import Case, JournalEntry
from casedesk.store import anchor
from casedesk.store.keys import WorkspaceKey
from casedesk.store.verify import verify
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.store.factories import NOW, save_case


def cases(workspace: Workspace) -> int:
    with workspace.transaction() as reading:
        return len(reading.session.scalars(select(Case)).all())


def killed(workspace: Workspace, copy: Path) -> Path:
    """Copy a workspace as it lies on the disk while it is open: what a power cut would leave."""
    shutil.copytree(workspace.folder, copy)
    return copy


def test_the_anchor_is_sixty_four_bytes_that_follow_each_saved_gesture(workspace: Workspace) -> None:
    seen = {(workspace.folder / "anchor").read_bytes()}
    for turn in range(3):
        save_case(workspace, f"case {turn}")
        seen.add((workspace.folder / "anchor").read_bytes())
        known = anchor.read(workspace.folder, workspace.key)
        assert known
        assert (known.saved, known.journal_seq) == (turn + 1, turn + 1)
    assert len(seen) == 4
    assert {len(raw) for raw in seen} == {64}


def test_every_changed_anchor_is_refused(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    path = workspace.folder / "anchor"
    raw = path.read_bytes()
    for place in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[place // 8] ^= 1 << place % 8
        path.write_bytes(changed)
        assert anchor.read(workspace.folder, workspace.key) is None
    for changed_raw in (raw[:-1], raw + b"\x00", b""):
        path.write_bytes(changed_raw)
        assert anchor.read(workspace.folder, workspace.key) is None
    path.write_bytes(raw)
    assert anchor.read(workspace.folder, workspace.key)
    other = WorkspaceKey(workspace.key.workspace, bytes(32), "")
    assert anchor.read(workspace.folder, other) is None


def test_a_cut_loses_nothing_and_warns_of_nothing(workspace: Workspace, tmp_path: Path) -> None:
    for turn in range(5):
        save_case(workspace, f"case {turn}")
    with Workspace.open(killed(workspace, tmp_path / "cut"), PASSPHRASE) as again:
        assert again.warning == ""
        assert cases(again) == 5


def test_a_cut_between_saving_and_anchoring_is_mended_at_opening(workspace: Workspace, tmp_path: Path) -> None:
    save_case(workspace, "Mésange")
    before = (workspace.folder / "anchor").read_bytes()
    save_case(workspace, "Pinson")
    copy = killed(workspace, tmp_path / "cut")
    (copy / "anchor").write_bytes(before)
    with Workspace.open(copy, PASSPHRASE) as again:
        assert again.warning == ""
        assert cases(again) == 2
        known = anchor.read(copy, again.key)
        assert known
        assert known.saved == 2


def test_one_changed_bit_in_the_log_never_passes_in_silence(workspace: Workspace, tmp_path: Path) -> None:
    """The database alone would drop the last gestures without a word."""
    workspace.checkpoint()
    for turn in range(5):
        save_case(workspace, f"case {turn}")
    chance = random.Random(11)  # noqa: S311 - damage, not keys
    log = (workspace.folder / "data.db-wal").read_bytes()
    silent = lost = 0
    for turn in range(50):
        copy = killed(workspace, tmp_path / f"cut {turn}")
        changed = bytearray(log)
        changed[chance.randrange(len(log))] ^= 1 << chance.randrange(8)
        (copy / "data.db-wal").write_bytes(changed)
        with Workspace.open(copy, PASSPHRASE) as again:
            lost += cases(again) < 5
            silent += cases(again) < 5 and not again.warning
            if again.warning:
                assert (copy / "data.db-wal.kept").read_bytes() == changed
        shutil.rmtree(copy)
    print(f"50 changed logs: {lost} lost gestures, {silent} in silence")
    assert lost > 0
    assert silent == 0


def test_an_older_database_put_back_is_seen_and_opened_for_reading_only(workspace: Workspace, tmp_path: Path) -> None:
    save_case(workspace, "Mésange")
    workspace.close()
    old = (workspace.folder / "data.db").read_bytes()
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        save_case(again, "Pinson")
        save_case(again, "Merle")
    (workspace.folder / "data.db").write_bytes(old)
    with Workspace.open(workspace.folder, PASSPHRASE) as back:
        assert "2 saved actions are missing" in back.warning
        assert cases(back) == 1
        with pytest.raises(Unreachable, match="2 saved actions are missing"):
            save_case(back, "Grive")
        with pytest.raises(Unreachable, match="missing"), back.transaction() as gesture:
            gesture.session.execute(text("DELETE FROM journal"))
        with pytest.raises(Unreachable, match="missing"):
            back.seal(b"capture")
        assert cases(back) == 1
        assert not verify(back).sound
    with Workspace.open(workspace.folder, PASSPHRASE) as back:
        assert "2 saved actions are missing" in back.warning, "closing must not make it forget"


def test_going_on_from_a_loss_is_written_in_the_journal(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    workspace.close()
    (workspace.folder / "anchor").unlink()
    with Workspace.open(workspace.folder, PASSPHRASE) as back:
        assert "anchor" in back.warning
        back.accept_loss(NOW)
        save_case(back, "Pinson")
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        assert again.warning == ""
        with again.transaction() as reading:
            actions = reading.session.scalars(select(JournalEntry.action).order_by(JournalEntry.seq)).all()
        assert actions == ["case.opened", "workspace.loss_accepted", "case.opened"]
        assert verify(again).sound


def test_a_journal_rewritten_outside_is_seen(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    with workspace.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET mac = :mac"), {"mac": "ab" * 32})
    workspace.close()
    with Workspace.open(workspace.folder, PASSPHRASE) as again:
        assert "journal of this workspace is not the one" in again.warning
