"""How a service writes its addresses, as rows of shapes."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import quote, unquote_to_bytes

from casedesk.evidence.links.address import Address, parameters
from casedesk.evidence.links.link import LinkKind, LinkNote, Platform

Moment = Callable[[str], datetime | None]

# Fragments that lead somewhere; all others only scroll.
_LEADING = ("!/", "quickies/")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One way of writing an address.

    `pattern` is matched against the whole of: the host if it is one of the site's `others`, the path without its last
    slash, then `?name=value&…` for `params`, all of which must be there. Named groups: `id`, `account`, `owner` (an
    account whose case matters), and any other that `canonical` repeats. `moment` reads the group `dated_by`.
    """

    kind: LinkKind
    pattern: str
    canonical: str
    params: tuple[str, ...] = ()
    moment: Moment | None = None
    dated_by: str = "id"
    note: LinkNote = LinkNote.NONE


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A service. `hosts` share its shapes, with `prefixes` (a pattern) before; `others` have shapes of their own."""

    platform: Platform
    hosts: tuple[str, ...]
    shapes: tuple[Shape, ...]
    prefixes: str = ""
    others: tuple[str, ...] = ()
    ignore_case: bool = False  # only where no identifier depends on case
    lower: tuple[str, ...] = ("account",)  # groups whose case says nothing
    pointing: frozenset[str] = frozenset()  # parameters that point inside a page: never dropped


@dataclass(frozen=True, slots=True)
class Recognised:
    """What an address of a known service says."""

    kind: LinkKind
    canonical: str
    post_id: str | None
    account: str | None
    created_at: datetime | None
    note: LinkNote


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A site's shapes, made ready: each with its parameters as a set; and every parameter that counts for the site."""

    shapes: tuple[tuple[frozenset[str], re.Pattern[str], Shape], ...]
    counted: frozenset[str]


@cache
def _compiled(site: Site) -> _Compiled:
    """Compile a site's patterns at its first link, not at start-up."""
    flags = re.ASCII | (re.IGNORECASE if site.ignore_case else 0)
    return _Compiled(
        tuple((frozenset(shape.params), re.compile(shape.pattern, flags), shape) for shape in site.shapes),
        frozenset(name for shape in site.shapes for name in shape.params),
    )


def recognise(site: Site, place: str, address: Address) -> Recognised | None:
    """Read an address of `site`, or None when it has no known shape. `place` is the host when it is one of `others`."""
    compiled = _compiled(site)
    path = place + address.plain_path
    if address.fragment.startswith(_LEADING):
        path += "#" + address.fragment
    values = parameters(address.query) if address.query else {}
    given = {name for name, value in values.items() if value != "" and name in compiled.counted}
    if any(values[name] is None for name in given):
        return None  # the same parameter twice, with two values
    pointed = given & site.pointing
    for needed, pattern, shape in compiled.shapes:
        if not pointed <= needed <= given:
            continue
        subject = path
        if needed:
            subject += "?" + "&".join(f"{name}={values[name]}" for name in shape.params)
        match = pattern.fullmatch(subject)
        if match:
            return _told(site, shape, match.groupdict(default=""), address.host)
    return None


def _told(site: Site, shape: Shape, groups: dict[str, str], host: str) -> Recognised | None:
    """Turn the groups of a match into what the link says; None if the account is not honest text."""
    for name in site.lower:
        if name in groups:
            groups[name] = groups[name].lower()
    account = groups.get("owner") or groups.get("account", "")
    if "%" in account:
        decoded = _decoded(account)
        if decoded is None:
            return None
        account = decoded
    post_id = groups.get("id") or None
    groups["account"] = quote(account, safe="@:+")
    groups["host"] = host
    return Recognised(
        kind=shape.kind,
        canonical=shape.canonical.format_map(groups),
        post_id=post_id,
        account=account or None,
        created_at=shape.moment(groups[shape.dated_by]) if shape.moment else None,
        note=shape.note,
    )


def _decoded(account: str) -> str | None:
    """Decode a percent-encoded name once; None when something hides in it."""
    try:
        name = unicodedata.normalize("NFC", unquote_to_bytes(account).decode()).lower()
    except UnicodeDecodeError:
        return None
    plain = name.isprintable() and not any(sign in name for sign in "%/?#\\<>\"' ")
    return name if plain and name == unicodedata.normalize("NFKC", name) else None
