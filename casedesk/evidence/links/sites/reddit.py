"""Addresses of Reddit. Posts and comments are base-36 numbers; nothing but a short link's code tells cases apart."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.reddit.com"
_PLACE = r"(?:/r/[\w.]{2,50}|/(?:user|u)/(?P<account>[\w-]{2,40}))?"
_POST = r"(?P<id>[0-9a-z]{2,13})"

REDDIT = Site(
    Platform.REDDIT,
    hosts=("reddit.com",),
    prefixes="old|new|np|nm|m|i|sh|amp|pay|[a-z]{2}|[a-z]{2}-[a-z]{2}",
    others=("redd.it", "i.redd.it", "v.redd.it"),
    ignore_case=True,
    lower=("account", "id", "post", "sort"),
    shapes=(
        Shape(
            LinkKind.COMMENT,
            rf"{_PLACE}/comments/(?P<post>[0-9a-z]{{2,13}})/[^/]*/{_POST}",
            _HOME + "/comments/{post}/comment/{id}",
        ),
        Shape(LinkKind.POST, rf"{_PLACE}/comments/{_POST}(?:/[^/]+)?", _HOME + "/comments/{id}"),
        Shape(LinkKind.POST, rf"(?:redd\.it|{_PLACE}/gallery)/{_POST}", _HOME + "/comments/{id}"),
        Shape(
            LinkKind.SHORT,
            r"/(?P<sort>r|u|user)/(?P<name>[\w.-]{2,50})/s/(?P<code>\w{10})",
            _HOME + "/{sort}/{name}/s/{code}",
            note=LinkNote.TO_RESOLVE,
        ),
        Shape(
            LinkKind.PROFILE,
            r"/(?:user|u)/(?P<account>[\w-]{2,40})(?:/(?:comments|submitted))?",
            _HOME + "/user/{account}",
        ),
        Shape(
            LinkKind.GROUP, r"/r/(?P<id>[\w.]{2,50})(?:/(?:hot|new|top|rising|controversial|about))?", _HOME + "/r/{id}"
        ),
        Shape(
            LinkKind.MEDIA, r"i\.redd\.it/(?P<id>[\w-]{6,80})\.(?P<form>[a-z0-9]{3,4})", "https://i.redd.it/{id}.{form}"
        ),
        Shape(LinkKind.VIDEO, r"v\.redd\.it/(?P<id>[0-9a-z]{6,20})(?:/[\w.]+)?", "https://v.redd.it/{id}"),
    ),
)
