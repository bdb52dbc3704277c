"""Text from outside made safe to show: no control, no direction override, one Unicode form."""

import re
import unicodedata

from casedesk.errors import InvalidInput
from casedesk.translate import _

LINE = 300  # characters
BLOCK = 50_000  # characters

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Soft hyphen; direction marks, embeddings, overrides and isolates; zero-width space, signs and mark; annotations; tags.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Controls, halves of a character, and the codes that are none: a document could not hold them.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile(r"[ \t]+")


def _visible(text: str) -> str:
    """Drop what cannot be seen and could deceive."""
    broken = _BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", _CONTROL.sub("", _HIDDEN.sub("", broken)))


def line(text: str) -> str:
    """Clean a text of one line: breaks and runs of spaces become one space."""
    return _SPACES.sub(" ", _visible(text).replace("\n", " ")).strip()


def block(text: str) -> str:
    """Clean a text of several lines; its breaks stay."""
    lines = (_SPACES.sub(" ", part).strip() for part in _visible(text).split("\n"))
    return "\n".join(lines).strip()


def short(field: str, text: str) -> str:
    """Clean a line and keep it within a line's length.

    Raises:
        InvalidInput: the text is too long for `field`.
    """
    cleaned = line(text)
    if len(cleaned) > LINE:
        raise InvalidInput(field, _("This is too long: {most} characters at most.").format(most=LINE))
    return cleaned


def long(field: str, text: str) -> str:
    """Clean a block and keep it within a page's length.

    Raises:
        InvalidInput: the text is too long for `field`.
    """
    cleaned = block(text)
    if len(cleaned) > BLOCK:
        raise InvalidInput(field, _("This is too long: {most} characters at most.").format(most=BLOCK))
    return cleaned


def required(field: str, text: str, sentence: str) -> str:
    """Clean a line that may not stay empty; `sentence` asks for it.

    Raises:
        InvalidInput: nothing is left, or it is too long.
    """
    cleaned = short(field, text)
    if not cleaned:
        raise InvalidInput(field, sentence)
    return cleaned
