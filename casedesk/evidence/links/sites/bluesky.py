"""Addresses of Bluesky: a handle or a DID, then the record's key."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.moments import of_bluesky
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://bsky.app/profile/{account}"
_PROFILE = (
    r"/profile/(?:(?P<owner>did:(?:plc:[a-z0-9]{8,32}|web:[A-Za-z0-9.:-]{4,200}))"
    r"|@?(?P<account>(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}))"
)

BLUESKY = Site(
    Platform.BLUESKY,
    hosts=("bsky.app", "main.bsky.dev"),
    prefixes="staging",
    shapes=(
        Shape(
            LinkKind.POST,
            _PROFILE + r"/post/(?P<id>[2-7a-j][2-7a-z]{12})(?:/(?:liked-by|reposted-by|quotes))?",
            _HOME + "/post/{id}",
            moment=of_bluesky,
        ),
        Shape(LinkKind.GROUP, _PROFILE + r"/(?P<sort>feed|lists)/(?P<id>[\w.~-]{1,64})", _HOME + "/{sort}/{id}"),
        Shape(LinkKind.PROFILE, _PROFILE + r"(?:/(?:followers|follows))?", _HOME),
    ),
)
