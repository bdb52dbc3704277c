"""Addresses of Pornhub: a video is its viewkey."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.pornhub.com"
_KEY = r"(?P<id>[0-9a-z]{5,24})"
_NUMBER = r"(?P<id>[1-9][0-9]{2,14})"

PORNHUB = Site(
    Platform.PORNHUB,
    hosts=("pornhub.com", "pornhub.org", "pornhub.net", "pornhubpremium.com"),
    prefixes="m|[a-z]{2,3}",
    shapes=(
        Shape(
            LinkKind.VIDEO,
            rf"/(?:view_video\.php|video/show)\?viewkey={_KEY}",
            _HOME + "/view_video.php?viewkey={id}",
            params=("viewkey",),
        ),
        Shape(LinkKind.VIDEO, rf"/embed/{_KEY}", _HOME + "/view_video.php?viewkey={id}"),
        Shape(LinkKind.MEDIA, rf"/(?P<sort>gif|photo)/{_NUMBER}", _HOME + "/{sort}/{id}"),
        Shape(LinkKind.GROUP, rf"/(?P<sort>album|playlist)/{_NUMBER}", _HOME + "/{sort}/{id}"),
        Shape(
            LinkKind.PROFILE,
            r"/(?P<sort>model|pornstar|users|channels)/(?P<account>[\w.-]{2,80})(?:/.*)?",
            _HOME + "/{sort}/{account}",
        ),
    ),
)
