"""Addresses of X, formerly Twitter. Handles do not tell cases apart; a post is found by its number alone."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.moments import of_x_account, of_x_post
from casedesk.evidence.links.site import Shape, Site

_RESERVED = (
    r"(?!(?:about|account|compose|download|explore|hashtag|home|i|intent|jobs|login|logout|messages|notifications|oauth"
    r"|privacy|search|settings|share|signup|status|statuses|tos)(?:/|$))"
)
_ACCOUNT = r"(?P<account>\w{1,20})"
_POST = r"(?P<id>[1-9][0-9]{0,18})(?:/[a-z_]+(?:/[0-9]{1,2})?)?"  # …/photo/1, …/video/2, …/likes
_NUMBER = r"(?P<id>[1-9][0-9]{0,18})"
_MEDIA = r"pbs\.twimg\.com/media/(?P<id>[\w-]{6,32})"

X = Site(
    Platform.X,
    hosts=("x.com", "twitter.com"),
    prefixes="mobile|m",
    others=("pbs.twimg.com", "t.co", "pic.twitter.com", "pic.x.com"),
    ignore_case=True,
    lower=("account", "sort"),
    shapes=(
        Shape(
            LinkKind.POST,
            rf"(?:\#!)?/(?:(?:(?:i/web|i|@?{_RESERVED}{_ACCOUNT})/)?status(?:es)?)/{_POST}",
            "https://x.com/i/status/{id}",
            moment=of_x_post,
        ),
        Shape(LinkKind.GROUP, rf"/i/lists/{_NUMBER}(?:/[a-z_]+)?", "https://x.com/i/lists/{id}"),
        Shape(LinkKind.GROUP, rf"/i/communities/{_NUMBER}(?:/[a-z_]+)?", "https://x.com/i/communities/{id}"),
        Shape(
            LinkKind.LIVE, r"/i/(?P<sort>spaces|broadcasts)/(?P<id>\w{8,20})(?:/peek)?", "https://x.com/i/{sort}/{id}"
        ),
        Shape(
            LinkKind.PROFILE,
            r"/i/user/(?P<account>[1-9][0-9]{0,18})",
            "https://x.com/i/user/{account}",
            moment=of_x_account,
            dated_by="account",
        ),
        Shape(
            LinkKind.PROFILE,
            r"/intent/(?:user|follow)\?user_id=(?P<account>[1-9][0-9]{0,18})",
            "https://x.com/i/user/{account}",
            params=("user_id",),
            moment=of_x_account,
            dated_by="account",
        ),
        Shape(
            LinkKind.PROFILE,
            rf"/intent/(?:user|follow)\?screen_name=@?{_ACCOUNT}",
            "https://x.com/{account}",
            params=("screen_name",),
        ),
        Shape(
            LinkKind.PROFILE,
            rf"(?:\#!)?/@?{_RESERVED}{_ACCOUNT}(?:/(?:with_replies|media|likes|highlights|articles|photo|header_photo))?",
            "https://x.com/{account}",
        ),
        Shape(
            LinkKind.MEDIA,
            rf"{_MEDIA}\?format=(?P<form>[a-z]{{3,4}})",
            "https://pbs.twimg.com/media/{id}.{form}",
            params=("format",),
        ),
        Shape(
            LinkKind.MEDIA,
            rf"{_MEDIA}\.(?P<form>[a-z]{{3,4}})(?::[a-z0-9]+)?",
            "https://pbs.twimg.com/media/{id}.{form}",
        ),
        Shape(LinkKind.MEDIA, _MEDIA, "https://pbs.twimg.com/media/{id}"),
        Shape(
            LinkKind.SHORT,
            r"(?P<place>t\.co|pic\.twitter\.com|pic\.x\.com)/(?P<code>\w{6,16})",
            "https://{place}/{code}",
            note=LinkNote.TO_RESOLVE,
        ),
    ),
)
