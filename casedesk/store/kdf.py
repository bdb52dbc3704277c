"""From what a person types to a key: Argon2id, its cost, the limits it must not pass."""

import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from casedesk.errors import Unreachable
from casedesk.translate import _

MAX_MEMORY_KIB = 1024 * 1024
MAX_PASSES = 20
MAX_LANES = 8


@dataclass(frozen=True, slots=True)
class KdfCost:
    """How much work one try costs. The default is the floor for real use (second choice of RFC 9106)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def bearable(self) -> bool:
        """Say whether the cost is one Argon2 accepts and a small computer can pay."""
        return (
            1 <= self.passes <= MAX_PASSES
            and 1 <= self.lanes <= MAX_LANES
            and 8 * self.lanes <= self.memory_kib <= MAX_MEMORY_KIB
        )


def normal(passphrase: str) -> str:
    """Write a passphrase the same way whatever the keyboard: NFKC, single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Derive 32 bytes; takes a third of a second at the default cost.

    Raises:
        Unreachable: this computer has not enough memory left.
    """
    if not cost.bearable:
        raise ValueError("a cost outside the limits reached Argon2")
    typed = normal(passphrase).encode(errors="surrogatepass")  # a terminal may pass bytes that are no text
    try:
        return hash_secret_raw(typed, salt, cost.passes, cost.memory_kib, cost.lanes, 32, Type.ID)
    except HashingError as error:
        raise Unreachable(
            _("This computer has not enough free memory to open the workspace. Close other programs, then try again.")
        ) from error
