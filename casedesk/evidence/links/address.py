"""One web address taken apart, or refused."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote

LONGEST = 4096  # characters; browsers' own address bars hold no more that a person would paste

# What hides or reorders text: control, bidi, zero-width, filler, tag and surrogate characters.
HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)

_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_PLAIN_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
_IPV6 = re.compile(r"\[[0-9a-f:.]{2,45}\]")
_PORT = re.compile(r":([0-9]{0,5})$")
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_SLASHES = re.compile("//+")
_DEFAULT_PORT = {"http": "80", "https": "443"}
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~")
_PLAIN = _UNRESERVED | frozenset(".:@,()=+!")
_KEPT = "!#$%&'()*+,/:;=?@[]~"

# Parameters that only follow people around, whatever the site.
_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|mc_[ce]id|_?ga|_gl|gclid|gclsrc|dclid|gbraid|wbraid|gad_\w+|fbclid|msclkid|ttclid|twclid|li_fat_id|"
    r"yclid|igsh(?:id)?|mibextid|__cft__(?:\[\d*\])?|__tn__|__xts__(?:\[\d*\])?|wt_mc|at_medium|at_campaign",
    re.IGNORECASE,
)
# Parameters that do so on the services we know, and may mean something elsewhere (`t` is a forum's thread).
_TRACKING_AT_HOME = re.compile(
    r"s|t|si|rdt|rdid|ref|ref_src|ref_url|refsrc|fref|feature|pp|is_from_webapp|sender_device|share_id|share_link_id|xmt|"
    r"_rdr|_rdc|u_code|_r|_t|trk|trackingid|lipi|rcm|cxt|share_source|share_url",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web. `host` is lower-case ASCII; `port` is empty when it is the usual one."""

    scheme: str
    host: str
    port: str
    path: str
    query: str
    fragment: str

    @property
    def plain_path(self) -> str:
        """The path as shapes read it: needless escapes undone, no double and no last slash."""
        path = self.path
        if not path.isascii():
            path = quote(path, safe=_KEPT)
        if "%" in path:
            path = _ESCAPE.sub(_plainer, path)
        if "//" in path:
            path = _SLASHES.sub("/", path)
        return path.rstrip("/")


def hides(text: str) -> bool:
    """Say whether a text holds signs that the eye does not see."""
    return not (text.isascii() and text.isprintable()) and HIDDEN.search(text) is not None


def take_apart(text: str) -> Address | None:
    """Take an address apart; None when it tries to deceive: a name before the host, a host that no browser shows so."""
    if len(text) > LONGEST or "\\" in text or hides(text):
        return None
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    scheme, authority, path, query, fragment = parts.groups(default="")
    scheme = scheme.lower()
    host, port = authority.lower(), ""
    if ":" in host:
        found = _PORT.search(host)
        if found:
            host, port = host[: found.start()], found[1]
    checked = _host(host.removesuffix("."))
    if not checked:
        return None
    if port == _DEFAULT_PORT[scheme]:
        port = ""
    return Address(scheme, checked, port, path, query, fragment)


def _host(host: str) -> str:
    """Write a host in ASCII, or empty if it is none."""
    if not host.isascii():
        if host != unicodedata.normalize("NFKC", host) or any(sign.isdigit() and not sign.isascii() for sign in host):
            return ""
        if not all(sign in "-." or unicodedata.category(sign)[0] in "LMN" for sign in host):
            return ""
        # not the standard library's "idna", which turns ß into ss: another host
        host = ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in host.split(".")
        )
    if _IPV6.fullmatch(host):
        return host
    if len(host) > 253 or not _PLAIN_HOST.fullmatch(host) or any(len(label) > 63 for label in host.split(".")):
        return ""
    last = host.rpartition(".")[2]
    if last.isdecimal() or last.startswith("0x"):
        return host if _is_ipv4(host) else ""
    return host


def _is_ipv4(host: str) -> bool:
    """Say whether a host is four plain bytes; other ways of writing an IP address are only meant to hide it."""
    bytes_ = host.split(".")
    return len(bytes_) == 4 and all(b.isdecimal() and str(int(b)) == b and int(b) < 256 for b in bytes_)


def _plainer(escape: re.Match[str]) -> str:
    sign = chr(int(escape[0][1:], 16))
    return sign if sign in _PLAIN else escape[0].upper()


def _normal(escape: re.Match[str]) -> str:
    sign = chr(int(escape[0][1:], 16))
    return sign if sign in _UNRESERVED else escape[0].upper()


def _tidy(part: str) -> str:
    """Write a path, query or fragment in its one normal way."""
    part = quote(part, safe=_KEPT)
    return _ESCAPE.sub(_normal, part) if "%" in part else part


def parameters(query: str) -> dict[str, str | None]:
    """Read a query, decoded once. A name given twice with different values has None."""
    values: dict[str, str | None] = {}
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if "%" in part or "+" in part:
            name, value = unquote(name), unquote(value.replace("+", " "))
        if values.setdefault(name, value) != value:
            values[name] = None
    return values


def generic(address: Address, *, at_home: bool) -> str:
    """Write the normal form of an address without a known shape: its scheme, host, path and query, less the tracking.

    The fragment stays when it may point at one message (a digit) or at a page (`!`, `/`). `at_home`: the host belongs
    to a service we know, whose own tracking goes too.
    """
    path = _tidy(address.path) or "/"
    kept = [part for part in address.query.split("&") if part and not _tracks(part, at_home=at_home)]
    query = "?" + _tidy("&".join(kept)) if kept else ""
    fragment = address.fragment.partition(":~:")[0]
    leads = fragment.startswith(("!", "/")) or any(sign.isdecimal() for sign in fragment)
    port = f":{address.port}" if address.port else ""
    fragment = "#" + _tidy(fragment) if leads else ""
    return f"{address.scheme}://{address.host}{port}{path}{query}{fragment}"


def _tracks(part: str, *, at_home: bool) -> bool:
    name = unquote(part.partition("=")[0])
    return bool(_TRACKING.fullmatch(name) or (at_home and _TRACKING_AT_HOME.fullmatch(name)))
