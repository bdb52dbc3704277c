"""The journal's chain: each entry is sealed with the one before it, so that a change, a gap or an exchange shows."""

import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.records import JournalEntry
from casedesk.store.keys import WorkspaceKey

START = "0" * 64  # what the first entry follows

_WORD = re.compile(r"[a-z][a-z0-9_.]{0,63}")
_OPAQUE = re.compile(r"[0-9A-Za-z_.-]{0,64}")


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain: its number and its MAC."""

    seq: int = 0
    mac: str = START


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What walking the chain found: its head, and the number of the first entry that is not as written."""

    head: Head
    broken_at: int | None = None


def chain(session: Session, key: WorkspaceKey) -> None:
    """Number and seal the entries about to be written.

    Raises:
        ValueError: an entry holds free text, or an old entry is being changed (bugs of ours).
    """
    if any(isinstance(record, JournalEntry) for record in [*session.dirty, *session.deleted]):
        raise ValueError("a journal entry is never changed")
    entries = [record for record in session.new if isinstance(record, JournalEntry)]
    if not entries:
        return
    head = last(session)
    for entry in entries:
        if not (
            _WORD.fullmatch(entry.action)
            and _WORD.fullmatch(entry.subject_kind)
            and _OPAQUE.fullmatch(entry.subject_id)
        ):
            raise ValueError("a journal entry holds words of a closed list only")
        entry.seq = head.seq + 1
        entry.actor = key.slot
        entry.previous_mac = head.mac
        entry.mac = _mac(entry, key.journal)
        head = Head(entry.seq, entry.mac)


def last(session: Session) -> Head:
    """Read the head of the chain."""
    with session.no_autoflush:
        row = session.execute(
            select(JournalEntry.seq, JournalEntry.mac).order_by(JournalEntry.seq.desc()).limit(1)
        ).one_or_none()
    return Head(row.seq, row.mac) if row else Head()


def verify(session: Session, key: WorkspaceKey) -> ChainCheck:
    """Walk the whole chain."""
    return check(session.scalars(select(JournalEntry).order_by(JournalEntry.seq)), key)


def check(entries: Iterable[JournalEntry], key: WorkspaceKey) -> ChainCheck:
    """Walk entries in the order of their numbers, from the first."""
    secret = key.journal
    head = Head()
    for entry in entries:
        follows = entry.seq == head.seq + 1 and entry.previous_mac == head.mac
        if not follows or not hmac.compare_digest(entry.mac, _mac(entry, secret)):
            return ChainCheck(head, broken_at=head.seq + 1)
        head = Head(entry.seq, entry.mac)
    return ChainCheck(head)


def _mac(entry: JournalEntry, secret: bytes) -> str:
    """Seal one entry and the one before it."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = [entry.seq, at, entry.actor, entry.action, entry.subject_kind, entry.subject_id, entry.previous_mac]
    return hmac.digest(secret, json.dumps(parts, separators=(",", ":")).encode(), "sha256").hex()
