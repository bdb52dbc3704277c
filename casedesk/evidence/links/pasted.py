"""The addresses inside a pasted text: a line of chat, a message, a table, a page's source."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from casedesk.evidence.links.address import HIDDEN, LONGEST, hides

# Spaces of every width, and the signs that enclose an address but never stand in one.
_CHUNK = re.compile('[^ \t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000<>"`“”„«»‹›‘’]+')
# Direction marks that chat exports put around a line or a link, a byte-order mark, the colour of an emoji.
_WRAPPING = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff\ufe0f"

_ADDRESS = re.compile(
    r"""
    (?P<web>(?<![a-z0-9+.])https?://(?=[^/?#]))
    | (?P<encoded>(?<![a-z0-9%])https?%3a%2f%2f)
    | (?P<hostile>(?<![a-z0-9])(?:
        (?:javascript|vbscript|livescript|blob|filesystem|view-source|unsafe):(?=.)
        | (?:feed|jar):(?=https?:) | data:(?=[a-z]+/|[,;]) | file:(?=[/\\])))
    | (?P<record>(?<![a-z0-9+.])at://)
    | (?P<other>(?<![a-z0-9+.])[a-z][a-z0-9+.]{1,20}://)
    | (?P<bare>(?:^|(?<=[(\[{,;:=*_~|'•→–—-]))(?://)?(?:[a-z0-9_][a-z0-9_-]{0,62}\.){1,10}[a-z]{2,24}(?![\w@.-]))
    """,
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_PATH = re.compile(r"[/?#]|:[0-9]{2,5}(?=[/?#]|$)")
_RECORD = re.compile(r"at://([A-Za-z0-9.:_-]+)/app\.bsky\.feed\.post/([a-z2-7]{13})")

_CLOSING = re.compile(r"[)\]}]")
_OPENED_BY = {")": "(", "]": "[", "}": "{"}
_NEXT = re.compile(
    r"""['"]?[,;|]['"]?(?=https?://)             # a list of addresses
    | &(?:amp;)*(?:lt|gt|quot|apos|nbsp|\#39|\#34|\#x27);  # the source of a page
    | (?<!&amp);(?![\w%.-]+=)                   # a table, but not ;jsessionid=…
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = ".,;:!?'*|"
_LABEL = re.compile(r"(?:^|\[)[^\[\]]*\](?=\()")  # of a Markdown link, the address is not the label
_CELL = (",", "|")  # between the cells of a table; the cell ends at the same sign

# Endings after which a name without scheme is taken for a host; with another, the https:// must be pasted too.
_ENDING = re.compile(
    r"com|org|net|info|biz|io|co|me|tv|cc|gg|app|dev|xyz|site|online|club|shop|blog|live|video|social|page"
    r"|link|fr|re|gp|mq|gf|nc|pf|yt|pm|wf|eu|be|ch|lu|mc|ca|uk|us|de|es|it|pt|nl|ie|at|pl|ro|ru|se|no|dk|fi"
    r"|cz|gr|tr|ml|sn|ci|bf|ne|tg|bj|gn|mr|ma|dz|tn|cm|ga|cg|cd|td|cf|mg|ng|gh|za|in|jp|cn|br"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """An address as it stood in a text, and completed with its scheme; `address` is empty when it hides something."""

    pasted: str
    address: str


def pieces(text: str, known: Callable[[str], bool]) -> Iterator[Piece]:
    """Give the addresses of a text, in order. `known` says whether a host without scheme is one of a service."""
    whole = text.strip() if len(text) <= LONGEST else ""
    for found in _CHUNK.finditer(text):
        chunk = found[0].strip(_WRAPPING)
        if hides(chunk):
            if _ADDRESS.search(HIDDEN.sub("", chunk)):
                yield Piece(chunk, "")
            continue
        alone = chunk == whole
        yield from _in_chunk(chunk, known, alone=alone)


def _in_chunk(chunk: str, known: Callable[[str], bool], *, alone: bool) -> Iterator[Piece]:
    """Give the addresses of a text without spaces."""
    searched = _LABEL.sub(lambda label: " " * len(label[0]), chunk) if "](" in chunk else chunk
    place = 0
    while found := _ADDRESS.search(searched, place):
        start, place = found.span()
        sort = found.lastgroup
        if sort == "bare" and not _is_address(found[0], chunk, place, known, alone=alone):
            continue
        if sort == "hostile":
            yield Piece(chunk[start:], "")
            return
        raw = chunk[start : start + LONGEST + 1]
        if chunk[start - 1 : start] in _CELL:
            raw = raw.partition(chunk[start - 1])[0]
        pasted = _cut(raw, _emphasis(chunk, start))
        if len(pasted) > LONGEST:
            yield Piece(chunk[start:], "")
            return
        place = max(place, start + len(pasted))
        address = _completed(pasted, sort or "")
        if address is not None:
            yield Piece(pasted, address)


def _completed(pasted: str, sort: str) -> str | None:
    """Write an address with its scheme: empty when it hides something, None when it is not one of a page."""
    if sort == "encoded":
        return _decoded(pasted)
    if sort == "bare":
        return _unescaped("https://" + pasted.removeprefix("//"))
    if sort == "web":
        return None if pasted.lower() in {"http://", "https://"} else _unescaped(pasted)
    record = _RECORD.fullmatch(pasted)
    return f"https://bsky.app/profile/{record[1]}/post/{record[2]}" if record else None


def _is_address(name: str, chunk: str, end: int, known: Callable[[str], bool], *, alone: bool) -> bool:
    """Say whether a name without scheme is an address: `x.com/a`, `www.example.org`, not `notes.pdf` or `etc.`."""
    host = name.removeprefix("//").lower()
    if host.startswith("www."):
        return True
    if not alone and not _PATH.match(chunk, end):
        return False
    return bool(_ENDING.fullmatch(host.rpartition(".")[2])) or known(host)


def _emphasis(chunk: str, start: int) -> str:
    """Give the signs that must close the emphasis begun just before an address: `_`, `~~`."""
    first = start
    while first and chunk[first - 1] in "_~":
        first -= 1
    return chunk[first:start][::-1]


def _cut(text: str, emphasis: str = "") -> str:
    """Leave out what a sentence put after an address."""
    if _CLOSING.search(text):
        text = _balanced(text)
    if ";" in text or "," in text or "|" in text:
        following = _NEXT.search(text)
        if following:
            text = text[: following.start()]
    text = _trimmed(text)
    if emphasis and text.endswith(emphasis):
        text = _trimmed(text.removesuffix(emphasis))
    return text


def _trimmed(text: str) -> str:
    """Leave out the punctuation at the end of an address."""
    while text:
        last = text[-1]
        if last == "." and text.endswith(".."):
            break  # perhaps an address shown cut short: never repaired
        sign = not last.isascii() and last != "…" and unicodedata.category(last)[0] in "PSZ"
        if not (last in _TAIL or sign):
            break
        text = text[:-1]
    return text


def _balanced(text: str) -> str:
    """Stop before the first bracket that closes nothing."""
    opened: list[str] = []
    for place, sign in enumerate(text):
        if sign in "([{":
            opened.append(sign)
        elif sign in ")]}" and (not opened or opened.pop() != _OPENED_BY[sign]):
            return text[:place]
    return text


def _unescaped(address: str) -> str:
    """Undo what a page's source does to the sign `&`."""
    while "&amp;" in address:
        address = address.replace("&amp;", "&")
    return address


def _decoded(address: str) -> str:
    """Decode an address that stood whole inside another; empty when it was not written honestly."""
    try:
        text = unquote_to_bytes(address.partition("&")[0]).decode()
    except UnicodeDecodeError:
        return ""
    return text if _CHUNK.fullmatch(text) and text == _cut(text) else ""


def inert(text: str) -> str:
    """Write an address that deceives so that it shows what it hides, and leads nowhere."""
    shown = quote(text.removeprefix("unsafe:"), safe="!#$%&'()*+,/:;=?@~", errors="surrogatepass")
    return f"unsafe:{shown}"[:LONGEST]


def sturdy(address: str) -> str:
    """Write a normal form so that, pasted into a text, it is read back whole."""
    if address == _cut(address):
        return address
    for sign in "()[]{},;'":
        address = address.replace(sign, f"%{ord(sign):02X}")
    if address[-1] in _TAIL:
        address = address[:-1] + f"%{ord(address[-1]):02X}"
    return address
