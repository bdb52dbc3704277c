"""The workspace key: one secret from which every other is derived."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


@dataclass(frozen=True, slots=True)
class WorkspaceKey:
    """32 random bytes of one generation of one workspace; never shown, never written in the clear."""

    workspace: bytes  # 16 bytes
    secret: bytes = field(repr=False)  # 32 bytes
    slot: str  # the slot that opened it: the actor of the journal

    def _derive(self, purpose: bytes) -> bytes:
        """Derive the 32-byte key of one purpose (HKDF-SHA256)."""
        return HKDF(hashes.SHA256(), 32, salt=self.workspace, info=purpose).derive(self.secret)

    @property
    def database(self) -> bytes:
        """Raw key of the database."""
        return self._derive(b"casedesk/db/v1")

    @property
    def journal(self) -> bytes:
        """Key of the journal's chain."""
        return self._derive(b"casedesk/audit/v1")

    @property
    def header(self) -> bytes:
        """Key of the seal over `keys.vault`."""
        return self._derive(b"casedesk/header/v1")

    @property
    def anchor(self) -> bytes:
        """Key of the seal over `anchor`."""
        return self._derive(b"casedesk/anchor/v1")
