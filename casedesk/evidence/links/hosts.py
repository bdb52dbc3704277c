"""Which service a host belongs to, and whether it only looks like one."""

import re
import unicodedata
from functools import cache

from casedesk.evidence.links.site import Site
from casedesk.evidence.links.sites import SITES

_HOSTS: dict[str, Site] = {host: site for site in SITES for host in site.hosts}
_OTHERS: dict[str, Site] = {host: site for site in SITES for host in site.others}

# Letters that the eye takes for others, after accents are taken off: Cyrillic, Greek, Latin.
_TWINS = str.maketrans(
    "асԁеһіјӏкморԛѕтувѡхьгпоαορντυκιχεγηωıɑɡɩʟꓲｌ",
    "acdehijlkmopqstyvwxbrnoaopvtukixeynwiagllll",
)
_DIGITS_L = str.maketrans("01345", "oleas")
_DIGITS_I = str.maketrans("01345", "oieas")


def place_of(host: str) -> tuple[Site, str] | None:
    """Find the site of a host: the site, then the host if it has shapes of its own, else empty."""
    while host.startswith("www."):
        host = host[4:]
    if host in _HOSTS:
        return _HOSTS[host], ""
    if host in _OTHERS:
        return _OTHERS[host], host
    prefix, _, rest = host.partition(".")
    site = _HOSTS.get(rest)
    if site and site.prefixes and re.fullmatch(site.prefixes, prefix):
        return site, ""
    return None


def is_known(host: str) -> bool:
    """Say whether a host belongs to a service."""
    return place_of(host) is not None


@cache
def _disguise() -> re.Pattern[str]:
    """Match a service's name followed by something else: `x.com.example.org`, `facebook.com-login.example.org`."""
    names = "|".join(re.escape(host) for host in sorted((*_HOSTS, *_OTHERS), key=len, reverse=True))
    return re.compile(rf"(?:^|[.-])(?:{names})[.-]")


def imitates(host: str) -> bool:
    """Say whether an unknown host was made to be taken for a service: its name inside another, look-alike letters."""
    if any(host.endswith("." + own) for own in _HOSTS):
        return False
    if _disguise().search(host):
        return True
    if host.isascii() and "xn--" not in host and not any(sign.isdecimal() for sign in host):
        return False
    shown = ".".join(_shown(label) for label in host.split("."))
    if "\ufffd" in shown:
        return True
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", shown) if not unicodedata.combining(sign)).lower()
    twin = bare.translate(_TWINS)
    likenesses = {bare, twin, twin.translate(_DIGITS_L), twin.translate(_DIGITS_I)} - {host}
    return any(is_known(likeness) or _disguise().search(likeness) for likeness in likenesses)


def _shown(label: str) -> str:
    """Decode a label of an international name to the letters a person sees."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        return "\ufffd"
