"""From a pasted text to what its links say."""

from casedesk.evidence.links import address as addresses
from casedesk.evidence.links.hosts import imitates, is_known, place_of
from casedesk.evidence.links.link import Link, LinkKind, LinkNote, Platform
from casedesk.evidence.links.pasted import Piece, inert, pieces, sturdy
from casedesk.evidence.links.site import recognise
from casedesk.evidence.links.sites.mastodon import MASTODON


def parse(pasted: str) -> Link:
    """Read the link in what was pasted, whatever surrounds it. Never raises, never opens anything.

    When the text holds several addresses, the first that is recognised is read (`find` reads them all); one that
    deceives stops the reading.
    """
    first = None
    for piece in pieces(pasted, is_known):
        link = _read(piece, pasted)
        if link.platform is not Platform.UNKNOWN or link.note is LinkNote.HOSTILE:
            return link
        first = first or link
    return first or _unknown(pasted, LinkNote.NOT_A_LINK)


def find(text: str) -> tuple[Link, ...]:
    """Read every address of a text, in order, each once."""
    links: dict[str, Link] = {}
    for piece in pieces(text, is_known):
        link = _read(piece, piece.pasted)
        links.setdefault(link.canonical, link)
    return tuple(links.values())


def _unknown(pasted: str, note: LinkNote, canonical: str = "") -> Link:
    return Link(pasted, Platform.UNKNOWN, LinkKind.UNKNOWN, canonical, note=note)


def _read(piece: Piece, pasted: str) -> Link:
    """Read one address; `pasted` is what the link must keep as given."""
    address = addresses.take_apart(piece.address) if piece.address else None
    if address is None:
        return _unknown(pasted, LinkNote.HOSTILE, inert(piece.pasted))
    found = None if address.port else place_of(address.host)
    if found:
        site, place = found
    elif address.port or _is_number(address.host):
        return _unknown(pasted, LinkNote.UNKNOWN_HOST, sturdy(addresses.generic(address, at_home=False)))
    elif imitates(address.host):
        return _unknown(pasted, LinkNote.HOSTILE, sturdy(addresses.generic(address, at_home=False)))
    else:
        site, place = MASTODON, ""
    said = recognise(site, place, address)
    if said is None:
        note = LinkNote.UNKNOWN_SHAPE if found else LinkNote.UNKNOWN_HOST
        return _unknown(pasted, note, sturdy(addresses.generic(address, at_home=bool(found))))
    return Link(
        pasted, site.platform, said.kind, said.canonical, said.post_id, said.account, said.created_at, said.note
    )


def _is_number(host: str) -> bool:
    """Say whether a host is an IP address."""
    return host.startswith("[") or host.replace(".", "").isdecimal()
