"""Addresses of Dailymotion: a video's identifier begins with x, or k when it is private."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.dailymotion.com"
_ID = r"(?P<id>[kx][0-9A-Za-z]{3,24})"
_RESERVED = (
    r"(?!(?:about|apps|channel|crawler|embed|explore|library|login|partner|player|playlist|press|search|settings|signin|signup"
    r"|swf|topic|topics|tos|upload|user|video)(?:/|$))"
)

DAILYMOTION = Site(
    Platform.DAILYMOTION,
    hosts=("dailymotion.com",),
    prefixes="m|touch|[a-z]{2}",
    others=("dai.ly", "geo.dailymotion.com"),
    shapes=(
        Shape(
            LinkKind.VIDEO,
            rf"(?:dai\.ly|(?:(?:/[a-z]{{2}})?/video|/embed/video|/crawler/video|/swf(?:/video)?))/{_ID}(?:_[^/]*)?",
            _HOME + "/video/{id}",
        ),
        Shape(
            LinkKind.VIDEO,
            rf"geo\.dailymotion\.com/player(?:/[0-9a-z]+)?\.html\?video={_ID}",
            _HOME + "/video/{id}",
            params=("video",),
        ),
        Shape(LinkKind.GROUP, r"/playlist/(?P<id>x[0-9a-z]{3,12})(?:_[^/]*)?(?:/[0-9]+)?", _HOME + "/playlist/{id}"),
        Shape(LinkKind.PROFILE, rf"(?:/user)?/{_RESERVED}(?P<account>[\w.-]{{3,60}})", _HOME + "/{account}"),
    ),
)
