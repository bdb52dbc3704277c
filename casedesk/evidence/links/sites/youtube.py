"""Addresses of YouTube. A video has 11 characters, a channel 24 (`UC…`, stable); both tell cases apart."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.youtube.com"
_ID = r"(?P<id>[\w-]{11})"
_WATCH = r"/(?:watch|watch_popup)?"
_DIRECT = rf"(?:youtu\.be|/shorts|/live|/embed|/v|/e)/(?!videoseries|live_stream){_ID}"
_COMMENT = r"(?P<comment>[\w.-]{10,80})"
_CHANNEL = r"/channel/(?P<owner>UC[\w-]{22})"
_NAME = r"(?P<account>(?:[\w.-]|%[0-9A-F]{2}){2,200})"
_TABS = r"(?:/(?:about|channels|community|featured|playlists|podcasts|posts|releases|shorts|streams|videos))?"

YOUTUBE = Site(
    Platform.YOUTUBE,
    hosts=("youtube.com", "youtube-nocookie.com", "youtubekids.com"),
    prefixes="m|music|gaming|[a-z]{2}",
    others=("youtu.be",),
    pointing=frozenset({"lc", "lb"}),
    shapes=(
        Shape(
            LinkKind.COMMENT,
            rf"{_WATCH}\?v={_ID}&lc={_COMMENT}",
            _HOME + "/watch?v={id}&lc={comment}",
            params=("v", "lc"),
        ),
        Shape(LinkKind.COMMENT, rf"{_DIRECT}\?lc={_COMMENT}", _HOME + "/watch?v={id}&lc={comment}", params=("lc",)),
        Shape(LinkKind.VIDEO, rf"{_WATCH}\?v={_ID}", _HOME + "/watch?v={id}", params=("v",)),
        Shape(LinkKind.VIDEO, _DIRECT, _HOME + "/watch?v={id}"),
        Shape(LinkKind.CLIP, r"/clip/(?P<id>Ug[\w-]{10,60})", _HOME + "/clip/{id}"),
        Shape(
            LinkKind.COMMENT,
            rf"/post/(?P<id>Ug[\w-]{{10,60}})\?lc={_COMMENT}",
            _HOME + "/post/{id}?lc={comment}",
            params=("lc",),
        ),
        Shape(LinkKind.POST, r"/post/(?P<id>Ug[\w-]{10,60})", _HOME + "/post/{id}"),
        Shape(
            LinkKind.POST, rf"{_CHANNEL}/community\?lb=(?P<id>Ug[\w-]{{10,60}})", _HOME + "/post/{id}", params=("lb",)
        ),
        Shape(LinkKind.GROUP, r"/playlist\?list=(?P<id>[\w-]{10,60})", _HOME + "/playlist?list={id}", params=("list",)),
        Shape(LinkKind.LIVE, rf"{_CHANNEL}/live", _HOME + "/channel/{owner}/live"),
        Shape(LinkKind.LIVE, rf"/@{_NAME}/live", _HOME + "/@{account}/live"),
        Shape(LinkKind.PROFILE, rf"{_CHANNEL}{_TABS}", _HOME + "/channel/{owner}"),
        Shape(LinkKind.PROFILE, rf"/@{_NAME}{_TABS}", _HOME + "/@{account}"),
        Shape(LinkKind.PROFILE, rf"/(?P<sort>c|user)/{_NAME}{_TABS}", _HOME + "/{sort}/{account}"),
    ),
)
