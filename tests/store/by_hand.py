"""`keys.vault` written and opened again from its specification alone, with another Argon2 than the product's."""

import hmac
import json
import secrets
import unicodedata
from typing import Any

from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Document = dict[str, Any]

HPKE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


def canonical(document: Document) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode("ascii")


def hkdf(secret: bytes, salt: bytes, info: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=salt, info=info.encode()).derive(secret)


def kek(slot: Document, holder: str | bytes) -> bytes:
    """The wrapping key of a slot: from a passphrase (text) or from a recovery key (bytes)."""
    salt = bytes.fromhex(slot["kdf"]["salt"])
    if isinstance(holder, bytes):
        return hkdf(holder, salt, "casedesk/recovery/v1")
    typed = " ".join(unicodedata.normalize("NFKC", holder).split()).encode()
    kdf = slot["kdf"]
    return Argon2id(salt=salt, length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"]).derive(typed)


def aad(workspace: bytes, slot: Document) -> bytes:
    head = {name: slot[name] for name in ("id", "kdf", "kind", "public")}
    return b"casedesk/slot/v1\x00" + workspace + canonical(head)


def info(document: Document, slot: Document) -> bytes:
    generation: int = document["generation"]
    return bytes.fromhex(document["workspace"]) + generation.to_bytes(4, "big") + bytes.fromhex(slot["id"])


def sign(document: Document, secret: bytes) -> bytes:
    """Give the whole file, its MAC recomputed."""
    body = {name: value for name, value in document.items() if name != "mac"}
    key = hkdf(secret, bytes.fromhex(document["workspace"]), "casedesk/header/v1")
    return canonical({**body, "mac": hmac.digest(key, canonical(body), "sha256").hex()})


def write(
    holders: list[str | bytes], secret: bytes, cost: tuple[int, int, int] = (64, 1, 1), generation: int = 1
) -> bytes:
    """Make a key file: one slot a holder, a text for a passphrase and bytes for a recovery key."""
    document: Document = {
        "format": "casedesk keys",
        "generation": generation,
        "slots": [],
        "suite": "x25519-hkdf_sha256-chacha20poly1305",
        "version": 1,
        "workspace": secrets.token_hex(16),
    }
    for holder in holders:
        private = X25519PrivateKey.generate()
        kdf: Document = {"salt": secrets.token_hex(16)}
        if isinstance(holder, str):
            kdf |= {"m": cost[0], "t": cost[1], "p": cost[2]}
        slot: Document = {
            "id": secrets.token_hex(8),
            "kdf": kdf,
            "kind": "passphrase" if isinstance(holder, str) else "recovery",
            "nonce": secrets.token_hex(12),
            "public": private.public_key().public_bytes_raw().hex(),
        }
        nonce = bytes.fromhex(slot["nonce"])
        sealing_info = info(document, slot)
        bound = aad(bytes.fromhex(document["workspace"]), slot)
        slot["wrapped"] = AESGCM(kek(slot, holder)).encrypt(nonce, private.private_bytes_raw(), bound).hex()
        slot["sealed"] = HPKE.encrypt(secret, private.public_key(), sealing_info).hex()
        document["slots"].append(slot)
    return sign(document, secret)


def read(raw: bytes, holder: str | bytes) -> bytes:
    """Open the one slot this holder opens and give the workspace key; an exception of the library otherwise."""
    document = json.loads(raw)
    kind = "passphrase" if isinstance(holder, str) else "recovery"
    [slot] = [slot for slot in document["slots"] if slot["kind"] == kind]
    bound = aad(bytes.fromhex(document["workspace"]), slot)
    private = AESGCM(kek(slot, holder)).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), bound)
    secret = HPKE.decrypt(
        bytes.fromhex(slot["sealed"]), X25519PrivateKey.from_private_bytes(private), info(document, slot)
    )
    assert sign(document, secret) == raw
    return secret
