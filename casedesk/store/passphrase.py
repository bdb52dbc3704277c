"""Passphrases: seven words drawn at random, and the refusal of what a thief would guess."""

from casedesk.errors import InvalidInput
from casedesk.translate import _

MIN_LENGTH = 15


def propose() -> str:
    """Draw a passphrase."""
    raise NotImplementedError


def check(text: str) -> None:
    """Refuse a weak passphrase."""
    if len(text) < MIN_LENGTH:
        raise InvalidInput("passphrase", _("A passphrase has at least {length} signs.").format(length=MIN_LENGTH))
