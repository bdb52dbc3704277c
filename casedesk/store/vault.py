"""`keys.vault`: who may open the workspace. The format is specified in `docs/keys-vault.md`.

Each slot holds a key pair of its own: the private key is wrapped under what its holder knows (a passphrase through
Argon2id, or the recovery key), and the workspace key is sealed to the public key (HPKE). Changing a passphrase touches
one slot and no data. The whole file is sealed by a MAC under a key derived from the workspace key.
"""

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from casedesk.errors import Locked
from casedesk.store import recovery_key, refusal
from casedesk.store.kdf import KdfCost, derive
from casedesk.store.keys import WorkspaceKey
from casedesk.translate import _

FILE = "keys.vault"
FORMAT = "casedesk keys"
VERSION = 1
SUITE = "x25519-hkdf_sha256-chacha20poly1305"
MAX_BYTES = 64 * 1024
MAX_SLOTS = 64

_FIRST = 1  # generation of a new workspace
_HPKE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


class SlotKind(StrEnum):
    """What its holder knows."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, not a secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in."""

    id: bytes  # 8 bytes
    kind: SlotKind
    salt: bytes  # 16 bytes
    cost: KdfCost | None  # none for the recovery key, which needs no stretching
    public: bytes  # X25519, 32 bytes
    nonce: bytes  # 12 bytes
    wrapped: bytes  # the private key, AES-256-GCM, 48 bytes
    sealed: bytes  # the workspace key, HPKE, 80 bytes


@dataclass(frozen=True, slots=True)
class Vault:
    """A key file, read and found well formed; its MAC is checked once it is open."""

    workspace: bytes  # 16 bytes
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def unlock(self, passphrase: str) -> WorkspaceKey:
        """Open with a passphrase; every slot costs the same work, whichever it is.

        Raises:
            Locked: no slot opens with it.
            Unreachable: the file was changed, or this computer lacks memory.
        """

        def key_of(slot: Slot) -> bytes | None:
            return derive(passphrase, slot.salt, slot.cost) if slot.cost else None

        return self._open(
            key_of,
            _("This passphrase does not open the workspace. Check the spaces and the capital letters, then try again."),
        )

    def recover(self, key: bytes) -> WorkspaceKey:
        """Open with the recovery key.

        Raises:
            Locked: it is the key of another workspace, or an older one.
            Unreachable: the file was changed.
        """

        def key_of(slot: Slot) -> bytes | None:
            return _recovery_kek(key, slot.salt) if slot.kind is SlotKind.RECOVERY else None

        return self._open(
            key_of,
            _("This recovery key belongs to another workspace, or was replaced. Look for the most recent sheet."),
        )

    def _open(self, key_of: Callable[[Slot], bytes | None], refused: str) -> WorkspaceKey:
        """Try each slot whose key can be made."""
        for slot in self.slots:
            kek = key_of(slot)
            if kek is None:
                continue
            try:
                private = AESGCM(kek).decrypt(slot.nonce, slot.wrapped, _aad(self.workspace, slot))
            except InvalidTag:
                continue
            try:
                secret = _HPKE.decrypt(
                    slot.sealed,
                    X25519PrivateKey.from_private_bytes(private),
                    _info(self.workspace, self.generation, slot),
                )
            except InvalidTag as error:
                raise refusal.damaged_keys() from error
            key = WorkspaceKey(self.workspace, secret, slot.id.hex())
            if not hmac.compare_digest(_mac(self, key), self.mac):
                raise refusal.damaged_keys()
            return key
        raise Locked(refused)


def create(passphrase: str, cost: KdfCost) -> tuple[Vault, WorkspaceKey, bytes]:
    """Make a key file with two slots: the passphrase's and the recovery key's (given back)."""
    workspace = secrets.token_bytes(16)
    secret = secrets.token_bytes(32)
    recovery = recovery_key.draw()
    first = _new_slot(workspace, secret, cost, lambda salt: derive(passphrase, salt, cost))
    second = _new_slot(workspace, secret, None, lambda salt: _recovery_kek(recovery, salt))
    key = WorkspaceKey(workspace, secret, first.id.hex())
    return sign(Vault(workspace, _FIRST, (first, second)), key), key, recovery


def sign(vault: Vault, key: WorkspaceKey) -> Vault:
    """Seal a key file under the workspace key."""
    return replace(vault, mac=_mac(vault, key))


def to_bytes(vault: Vault) -> bytes:
    """Write a key file in its one canonical form."""
    return _canonical({**_body(vault), "mac": vault.mac.hex()})


def from_bytes(raw: bytes) -> Vault:
    """Read a key file strictly: an unknown, missing or ill-formed field is refused, before any costly work.

    Raises:
        Unreachable: not a key file, a damaged one, one that asks for too much, or one of a later version.
    """
    if len(raw) > MAX_BYTES:
        raise refusal.keys_ask_too_much()
    try:
        document = json.loads(raw)
        vault = _vault_of(document)
        well_formed = to_bytes(vault) == raw
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise refusal.damaged_keys() from error
    if not well_formed:
        raise refusal.damaged_keys()
    return vault


def _vault_of(document: dict[str, Any]) -> Vault:
    """Take the fields of a parsed file; raise ValueError, KeyError or TypeError when one is not as specified."""
    if document["format"] != FORMAT:
        raise ValueError("another format")
    if type(document["version"]) is int and document["version"] > VERSION:
        raise refusal.later_version()
    generation, slots = document["generation"], document["slots"]
    if type(generation) is not int or not 1 <= generation < 2**32 or type(slots) is not list or not slots:
        raise ValueError("generation or slots")
    if len(slots) > MAX_SLOTS:
        raise refusal.keys_ask_too_much()
    return Vault(
        _hex(document["workspace"], 16), generation, tuple(_slot_of(slot) for slot in slots), _hex(document["mac"], 32)
    )


def _slot_of(document: dict[str, Any]) -> Slot:
    """Take the fields of a parsed slot."""
    kind = SlotKind(document["kind"])
    cost = None
    if kind is SlotKind.PASSPHRASE:
        figures = [document["kdf"][name] for name in ("m", "t", "p")]
        if any(type(figure) is not int or figure < 1 for figure in figures) or figures[0] < 8 * figures[2]:
            raise ValueError("kdf")
        cost = KdfCost(*figures)
        if not cost.bearable:
            raise refusal.keys_ask_too_much()
    return Slot(
        id=_hex(document["id"], 8),
        kind=kind,
        salt=_hex(document["kdf"]["salt"], 16),
        cost=cost,
        public=_hex(document["public"], 32),
        nonce=_hex(document["nonce"], 12),
        wrapped=_hex(document["wrapped"], 48),
        sealed=_hex(document["sealed"], 80),
    )


def _body(vault: Vault) -> dict[str, Any]:
    """Everything the MAC covers."""
    return {
        "format": FORMAT,
        "generation": vault.generation,
        "slots": [
            {
                **_head(slot),
                "nonce": slot.nonce.hex(),
                "sealed": slot.sealed.hex(),
                "wrapped": slot.wrapped.hex(),
            }
            for slot in vault.slots
        ],
        "suite": SUITE,
        "version": VERSION,
        "workspace": vault.workspace.hex(),
    }


def _head(slot: Slot) -> dict[str, Any]:
    """What of a slot is bound to its wrapped private key."""
    kdf: dict[str, Any] = {"salt": slot.salt.hex()}
    if slot.cost:
        kdf |= {"m": slot.cost.memory_kib, "p": slot.cost.lanes, "t": slot.cost.passes}
    return {"id": slot.id.hex(), "kdf": kdf, "kind": slot.kind.value, "public": slot.public.hex()}


def _canonical(document: dict[str, Any]) -> bytes:
    """One text for one document: sorted keys, no spaces, ASCII."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()


def _mac(vault: Vault, key: WorkspaceKey) -> bytes:
    """Seal the body."""
    return hmac.digest(key.header, _canonical(_body(vault)), "sha256")


def _aad(workspace: bytes, slot: Slot) -> bytes:
    """Bind a wrapped private key to its workspace and slot."""
    return b"casedesk/slot/v1\x00" + workspace + _canonical(_head(slot))


def _info(workspace: bytes, generation: int, slot: Slot) -> bytes:
    """Bind a sealed workspace key to its workspace, generation and slot."""
    return workspace + generation.to_bytes(4) + slot.id


def _recovery_kek(key: bytes, salt: bytes) -> bytes:
    """Make the wrapping key of the recovery slot: 160 random bits need no stretching."""
    return HKDF(hashes.SHA256(), 32, salt=salt, info=b"casedesk/recovery/v1").derive(key)


def _new_slot(workspace: bytes, secret: bytes, cost: KdfCost | None, kek_from: Callable[[bytes], bytes]) -> Slot:
    """Make a slot of the first generation that opens to `secret`; one without cost is the recovery slot."""
    private = X25519PrivateKey.generate()
    public: X25519PublicKey = private.public_key()
    bare = Slot(
        id=secrets.token_bytes(8),
        kind=SlotKind.PASSPHRASE if cost else SlotKind.RECOVERY,
        salt=secrets.token_bytes(16),
        cost=cost,
        public=public.public_bytes_raw(),
        nonce=secrets.token_bytes(12),
        wrapped=b"",
        sealed=b"",
    )
    wrapped = AESGCM(kek_from(bare.salt)).encrypt(bare.nonce, private.private_bytes_raw(), _aad(workspace, bare))
    return replace(bare, wrapped=wrapped, sealed=_HPKE.encrypt(secret, public, _info(workspace, _FIRST, bare)))


def _hex(text: Any, size: int) -> bytes:
    """Read exactly `size` bytes in lower-case hexadecimal."""
    if type(text) is not str or len(text) != 2 * size or text != text.lower():
        raise ValueError("hexadecimal")
    return bytes.fromhex(text)
