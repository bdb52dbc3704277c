"""Bit rot and missing pieces: always seen, never wrong content."""

import random
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from casedesk.errors import CasedeskError, NotFound, Unreachable
from casedesk.records import Case
from casedesk.store.verify import verify
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.store.factories import a_case, an_entry, save_case, save_exhibit

CONTENT = bytes(range(256)) * 600  # three chunks of age


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    """A closed workspace with a few cases and one sealed exhibit."""
    for turn in range(30):
        save_case(workspace, f"case {turn:02}")
    save_exhibit(workspace, "with an exhibit", CONTENT)
    workspace.close()
    return workspace.folder


def flipped(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw))
    return raw[:place] + bytes([raw[place] ^ 1 << chance.randrange(8)]) + raw[place + 1 :]


def problems(folder: Path) -> tuple[str, ...]:
    """Open and verify a workspace: the sentences that say what is wrong."""
    try:
        with Workspace.open(folder, PASSPHRASE) as workspace:
            return verify(workspace).problems
    except CasedeskError as error:
        return (error.sentence,)


def test_a_workspace_left_alone_is_sound(closed: Path) -> None:
    assert problems(closed) == ()


def test_every_changed_bit_of_the_database_is_found_and_the_file_named(closed: Path) -> None:
    path = closed / "data.db"
    raw = path.read_bytes()
    chance = random.Random(3)  # noqa: S311 - damage, not keys
    for _turn in range(100):
        path.write_bytes(flipped(raw, chance))
        found = problems(closed)
        assert found
        assert "data.db" in found[0]
        path.write_bytes(raw)
    assert problems(closed) == ()


def test_damage_is_found_in_every_page_used_or_free(workspace: Workspace) -> None:
    with workspace.transaction() as gesture:
        case = a_case("long")
        case.danger_note = "x" * 100_000
        gesture.session.add_all([case, an_entry()])
    with workspace.transaction() as gesture:
        gesture.session.scalars(select(Case)).one().danger_note = ""
    with workspace.transaction() as reading:
        assert reading.session.connection().exec_driver_sql("PRAGMA freelist_count").scalar_one() > 10
    workspace.close()
    path = workspace.folder / "data.db"
    raw = path.read_bytes()
    for page in range(len(raw) // 4096):
        changed = bytearray(raw)
        changed[page * 4096 + 2000] ^= 1
        path.write_bytes(changed)
        assert problems(workspace.folder), page
    path.write_bytes(raw)
    assert problems(workspace.folder) == ()


def test_a_workspace_left_open_is_looked_through_before_it_opens(workspace: Workspace, tmp_path: Path) -> None:
    for turn in range(80):
        save_case(workspace, f"case {turn:02}")
    workspace.checkpoint()
    shutil.copytree(workspace.folder, tmp_path / "cut")
    path = tmp_path / "cut" / "data.db"
    raw = path.read_bytes()
    seen_at_opening = []
    for left_open in (True, False):
        if not left_open:
            (tmp_path / "cut" / "lock").write_bytes(b"")
        refused = 0
        for page in range(1, len(raw) // 4096):
            changed = bytearray(raw)
            changed[page * 4096 + 2000] ^= 1
            path.write_bytes(changed)
            try:
                Workspace.open(tmp_path / "cut", PASSPHRASE).close()
            except Unreachable as error:
                assert "data.db" in error.sentence
                refused += 1
        seen_at_opening.append(refused)
    assert seen_at_opening[0] == len(raw) // 4096 - 1
    assert seen_at_opening[1] < seen_at_opening[0], "the control: a proper close is trusted, and opens at once"


def test_every_truncation_of_the_database_is_found(closed: Path) -> None:
    path = closed / "data.db"
    raw = path.read_bytes()
    for size in {0, 1, 16, 4095, 4096, 4097, len(raw) // 2, len(raw) - 4096, len(raw) - 1}:
        path.write_bytes(raw[:size])
        assert problems(closed), size
        path.write_bytes(raw)


def test_every_changed_bit_of_an_attachment_is_found_and_the_file_named(closed: Path) -> None:
    [path] = closed.glob("a/??/*.age")
    raw = path.read_bytes()
    chance = random.Random(5)  # noqa: S311 - damage, not keys
    with Workspace.open(closed, PASSPHRASE) as workspace:
        for _turn in range(100):
            path.write_bytes(flipped(raw, chance))
            with pytest.raises(Unreachable, match=path.name):
                workspace.unseal(path.stem)
        path.write_bytes(raw)
        assert workspace.unseal(path.stem) == CONTENT
        path.write_bytes(flipped(raw, chance))
        assert [path.name in problem for problem in verify(workspace).problems] == [True]


def test_an_attachment_cut_at_any_chunk_or_made_longer_is_refused(closed: Path) -> None:
    [path] = closed.glob("a/??/*.age")
    raw = path.read_bytes()
    header = raw.index(b"\n--- ") + 5
    body = raw.index(b"\n", header) + 1 + 16
    chunk = 65536 + 16
    sizes = {size + step for size in (0, header, body, body + chunk, body + 2 * chunk, len(raw)) for step in (-1, 0, 1)}
    with Workspace.open(closed, PASSPHRASE) as workspace:
        for size in sizes - {len(raw)}:
            path.write_bytes((raw + b"\x00")[: max(size, 0)])
            with pytest.raises(Unreachable, match=path.name):
                workspace.unseal(path.stem)


def test_a_missing_or_exchanged_attachment_is_found(closed: Path) -> None:
    [path] = closed.glob("a/??/*.age")
    raw = path.read_bytes()
    path.unlink()
    with Workspace.open(closed, PASSPHRASE) as workspace:
        with pytest.raises(NotFound):
            workspace.unseal(path.stem)
        assert len(verify(workspace).problems) == 1
        other = workspace.seal(b"another capture")
        path.write_bytes((closed / "a" / other[:2] / f"{other}.age").read_bytes())
        assert [path.name in problem for problem in verify(workspace).problems] == [True]
        path.write_bytes(raw)
        assert verify(workspace).sound


def test_every_changed_bit_of_the_key_file_is_found(closed: Path) -> None:
    path = closed / "keys.vault"
    raw = path.read_bytes()
    chance = random.Random(9)  # noqa: S311 - damage, not keys
    for _turn in range(100):
        path.write_bytes(flipped(raw, chance))
        with pytest.raises(CasedeskError):
            Workspace.open(closed, PASSPHRASE)
    path.write_bytes(raw)
    assert problems(closed) == ()


def test_a_missing_database_is_not_replaced_by_an_empty_one(closed: Path) -> None:
    (closed / "data.db").unlink()
    assert problems(closed)
    assert not (closed / "data.db").exists()


def test_damage_met_while_working_is_a_sentence(closed: Path, tmp_path: Path) -> None:
    raw = bytearray((closed / "data.db").read_bytes())
    sentences = 0
    for page in range(1, len(raw) // 4096):
        copy = tmp_path / "copy"
        shutil.copytree(closed, copy)
        changed = bytearray(raw)
        changed[page * 4096 + 100] ^= 1
        (copy / "data.db").write_bytes(changed)
        try:
            with Workspace.open(copy, PASSPHRASE) as workspace, workspace.transaction() as reading:
                reading.session.scalars(select(Case)).all()
        except Unreachable as error:
            assert "data.db" in error.sentence
            sentences += 1
        shutil.rmtree(copy)
    assert sentences > 0
