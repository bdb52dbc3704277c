"""Addresses of Snapchat. Names are in lower case; a Spotlight video's identifier tells cases apart."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.site import Shape, Site

_ACCOUNT = r"(?P<account>[A-Za-z0-9_.-]{1,40})"
_SPOTLIGHT = r"/spotlight/(?P<id>[\w-]{6,160})"

SNAPCHAT = Site(
    Platform.SNAPCHAT,
    hosts=("snapchat.com",),
    prefixes="m|story|web",
    others=("t.snapchat.com",),
    shapes=(
        Shape(LinkKind.VIDEO, _SPOTLIGHT, "https://www.snapchat.com/spotlight/{id}"),
        Shape(LinkKind.VIDEO, rf"/@{_ACCOUNT}{_SPOTLIGHT}", "https://www.snapchat.com/spotlight/{id}"),
        Shape(LinkKind.PROFILE, rf"/(?:add/|@){_ACCOUNT}", "https://www.snapchat.com/add/{account}"),
        Shape(
            LinkKind.SHORT,
            r"(?:t\.snapchat\.com|/t)/(?P<code>\w{4,20})",
            "https://www.snapchat.com/t/{code}",
            note=LinkNote.TO_RESOLVE,
        ),
    ),
)
