"""The journal's chain: what is written, and every way of changing it afterwards."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from casedesk.records import JournalEntry
from casedesk.store import journal
from casedesk.store.keys import WorkspaceKey
from casedesk.store.workspace import Workspace
from tests.store.factories import an_entry

KEY = WorkspaceKey(bytes(16), bytes(range(32)), "0123456789abcdef")


def entries(workspace: Workspace) -> list[JournalEntry]:
    with workspace.transaction() as reading:
        found = list(reading.session.scalars(select(JournalEntry).order_by(JournalEntry.seq)))
        reading.session.expunge_all()
    return found


def copy(entry: JournalEntry) -> JournalEntry:
    return JournalEntry(**{column.name: getattr(entry, column.name) for column in JournalEntry.__table__.columns})


def fill(workspace: Workspace, count: int) -> list[JournalEntry]:
    turn = 0
    while turn < count:
        with workspace.transaction() as gesture:
            for _same_gesture in range(min(3, count - turn)):
                gesture.session.add(an_entry(f"{turn:032x}", turn))
                turn += 1
    return entries(workspace)


def test_entries_are_numbered_signed_and_chained_in_the_order_they_were_added(workspace: Workspace) -> None:
    found = fill(workspace, 8)
    assert [entry.seq for entry in found] == list(range(1, 9))
    assert [entry.subject_id for entry in found] == [f"{turn:032x}" for turn in range(8)]
    assert {entry.actor for entry in found} == {workspace.key.slot}
    assert found[0].previous_mac == journal.START
    assert [entry.previous_mac for entry in found[1:]] == [entry.mac for entry in found[:-1]]
    assert len({entry.mac for entry in found}) == 8


def test_a_journal_left_alone_verifies(workspace: Workspace) -> None:
    found = fill(workspace, 5)
    with workspace.transaction() as reading:
        checked = journal.verify(reading.session, workspace.key)
    assert checked == journal.ChainCheck(journal.Head(5, found[-1].mac))
    assert journal.check(found, KEY).broken_at == 1  # another key signs otherwise


def test_a_known_entry_has_the_seal_the_specification_gives() -> None:
    import hmac

    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    secret = HKDF(hashes.SHA256(), 32, salt=bytes(16), info=b"casedesk/audit/v1").derive(bytes(range(32)))
    line = f'[1,"2026-11-21T09:30:00.000000+00:00","0123456789abcdef","case.opened","case","{"a" * 32}","{"0" * 64}"]'
    entry = an_entry("a" * 32)
    entry.seq, entry.actor, entry.previous_mac = 1, KEY.slot, journal.START
    entry.mac = hmac.digest(secret, line.encode(), "sha256").hex()
    assert journal.check([entry], KEY).broken_at is None


def test_every_one_of_a_thousand_changes_to_the_journal_is_found(workspace: Workspace) -> None:
    original = fill(workspace, 60)
    head = journal.Head(60, original[-1].mac)
    chance = random.Random(7)  # noqa: S311 - mutations, not keys
    found = 0
    for turn in range(1000):
        changed = [copy(entry) for entry in original]
        place = chance.randrange(60)
        match turn % 6:
            case 0:
                field = chance.choice(["actor", "action", "subject_kind", "subject_id", "previous_mac", "mac", "at"])
                old = getattr(changed[place], field)
                setattr(changed[place], field, old + timedelta(microseconds=1) if field == "at" else f"{old}0")
            case 1:
                del changed[place]
            case 2:
                other = (place + 1 + chance.randrange(59)) % 60
                changed[place], changed[other] = changed[other], changed[place]
                changed[place].seq, changed[other].seq = changed[other].seq, changed[place].seq
            case 3:
                changed.insert(place, copy(changed[place]))
                for number, entry in enumerate(changed, 1):
                    entry.seq = number
            case 4:
                changed = changed[:place]
            case _:
                del changed[place]
                for number, entry in enumerate(changed, 1):
                    entry.seq = number
        checked = journal.check(changed, workspace.key)
        found += checked.broken_at is not None or checked.head != head
    assert found == 1000


def test_cutting_the_end_is_seen_only_because_the_head_is_kept_outside(workspace: Workspace) -> None:
    original = fill(workspace, 10)
    checked = journal.check(original[:7], workspace.key)
    assert checked.broken_at is None
    assert checked.head != journal.Head(10, original[-1].mac)


def test_a_change_in_the_database_itself_is_found(workspace: Workspace) -> None:
    fill(workspace, 6)
    with workspace.transaction() as gesture:
        gesture.session.execute(text("UPDATE journal SET action = 'case.closed' WHERE seq = 4"))
    with workspace.transaction() as reading:
        assert journal.verify(reading.session, workspace.key).broken_at == 4


def test_an_old_entry_cannot_be_rewritten_or_deleted_by_mistake(workspace: Workspace) -> None:
    fill(workspace, 2)
    with pytest.raises(ValueError, match="never changed"), workspace.transaction() as gesture:
        gesture.session.get_one(JournalEntry, 1).action = "case.closed"
    with pytest.raises(ValueError, match="never changed"), workspace.transaction() as gesture:
        gesture.session.delete(gesture.session.get_one(JournalEntry, 1))
    assert len(entries(workspace)) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("action", "Dossier ouvert"),
        ("action", ""),
        ("subject_kind", "Awa"),
        ("subject_id", "Awa Traoré"),
        ("subject_id", "a" * 65),
    ],
)
def test_free_text_does_not_enter_the_journal(workspace: Workspace, field: str, value: str) -> None:
    with pytest.raises(ValueError, match="closed list") as refused, workspace.transaction() as gesture:
        entry = an_entry()
        setattr(entry, field, value)
        gesture.session.add(entry)
    assert not value or value not in str(refused.value)
    assert entries(workspace) == []
