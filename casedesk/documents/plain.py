"""The text of a person made fit for paper: one normal form, nothing invisible lost in silence.

What is done, and nothing else: Unicode normal form C; every kind of line end becomes a line feed; a character that XML
forbids (controls but tab and line feed, lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD, which is seen on the page.
Letters, signs, emoji, combining marks, unseen and bidirectional marks are kept. So nothing is taken away: what changed
is drawn (U+FFFD is a visible sign), and the reading of the letter (`documents/lint`, typography) tells of it and of the
unseen marks that were kept, which can make a text look like another. A sign that no font of ours has is drawn as an
empty box and read back as itself; a soft hyphen is kept in the .docx and not drawn. Right-to-left words are neither
joined nor turned on the page of the PDF: they are all there, in the order they are read.
"""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """Put a text into the form every document is written in."""
    return _FORBIDDEN.sub(REPLACEMENT, unicodedata.normalize("NFC", _LINE_END.sub("\n", text)))
