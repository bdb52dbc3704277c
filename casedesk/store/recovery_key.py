"""The recovery key as it is printed and typed back: 160 bits in eight groups of four, then a check group.

Crockford's base 32 (no I, L, O, U). The check group is the key modulo 1021 in two signs: one wrong sign, or two
neighbours exchanged, is always found.
"""

import secrets

from casedesk.errors import InvalidInput
from casedesk.translate import _

SIZE = 20  # bytes
GROUPS = 8  # groups of four signs, before the check group

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011", " -\u2010\u2011\u2012\u2013\u2014\u00a0\u202f\t\n\r")
_CHECK = 1021


def draw() -> bytes:
    """Draw a new recovery key."""
    return secrets.token_bytes(SIZE)


def write(key: bytes) -> str:
    """Write a recovery key as it is printed."""
    number = int.from_bytes(key)
    signs = _base32(number, 8 * SIZE // 5)
    groups = [signs[i : i + 4] for i in range(0, len(signs), 4)]
    return "-".join([*groups, _base32(number % _CHECK, 2)])


def read(text: str) -> bytes:
    """Read a recovery key as typed: spaces, hyphens and case do not matter.

    Raises:
        InvalidInput: the key is too short or too long, holds a sign that is never used, or fails its check.
    """
    signs = text.upper().translate(_READ_AS)
    expected = GROUPS * 4 + 2
    if len(signs) != expected:
        raise InvalidInput(
            "recovery_key",
            _(
                "The recovery key has {expected} letters and figures, and {found} were typed. "
                "Check that no group is missing."
            ).format(expected=expected, found=len(signs)),
        )
    if any(sign not in _SIGNS for sign in signs):
        raise InvalidInput(
            "recovery_key",
            _(
                "The recovery key holds only figures and the letters A to Z without I, L, O and U. "
                "Read the sheet once more."
            ),
        )
    number = _number(signs[:-2])
    if number % _CHECK != _number(signs[-2:]):
        raise InvalidInput(
            "recovery_key",
            _("A letter or a figure of the recovery key was misread. Compare each group with the sheet."),
        )
    return number.to_bytes(SIZE)


def _base32(number: int, length: int) -> str:
    """Write a number in `length` signs."""
    return "".join(_SIGNS[number >> (5 * i) & 31] for i in reversed(range(length)))


def _number(signs: str) -> int:
    """Read a number."""
    number = 0
    for sign in signs:
        number = number << 5 | _SIGNS.index(sign)
    return number
