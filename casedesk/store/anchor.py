"""The anchor: outside the database, how many actions were saved and where the journal ended.

64 bytes: number of saved actions (8), number of the last journal entry (8), its MAC (first 16 bytes), and a seal over
those (HMAC-SHA256). Written after each commit; a database that knows less than its anchor has lost something.
"""

import hmac
from dataclasses import dataclass
from pathlib import Path

from casedesk.store import durable
from casedesk.store.journal import Head
from casedesk.store.keys import WorkspaceKey

FILE = "anchor"
_SIZE = 64


@dataclass(frozen=True, slots=True)
class Anchor:
    """What was saved when it was last written."""

    saved: int
    journal_seq: int
    journal_mac: bytes  # first 16 bytes

    @classmethod
    def at(cls, saved: int, head: Head) -> "Anchor":
        """Note where the database stands."""
        return cls(saved, head.seq, bytes.fromhex(head.mac)[:16])

    def write(self, folder: Path, key: WorkspaceKey) -> None:
        """Bring the anchor to the disk.

        Raises:
            Unreachable: the disk is full, forbidden or does not answer.
        """
        body = self.saved.to_bytes(8) + self.journal_seq.to_bytes(8) + self.journal_mac
        durable.write(folder / FILE, body + hmac.digest(key.anchor, body, "sha256"))


def read(folder: Path, key: WorkspaceKey) -> Anchor | None:
    """Read the anchor; `None` when it is missing, damaged or of another workspace."""
    try:
        raw = durable.read(folder / FILE, _SIZE + 1)
    except OSError:
        return None
    body, seal = raw[:32], raw[32:]
    if len(raw) != _SIZE or not hmac.compare_digest(seal, hmac.digest(key.anchor, body, "sha256")):
        return None
    return Anchor(int.from_bytes(body[:8]), int.from_bytes(body[8:16]), body[16:])
