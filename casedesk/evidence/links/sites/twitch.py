"""Addresses of Twitch: recordings by number, clips by a slug whose case matters."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.twitch.tv"
_RESERVED = (
    r"(?!(?:activate|bits|clip|collections|directory|downloads|drops|event|friends|inventory|jobs|login|moderator|p|popout"
    r"|prime|products|search|settings|signup|store|subs|subscriptions|team|turbo|u|user|videos|wallet)(?:/|$))"
)
_ACCOUNT = rf"{_RESERVED}(?P<account>[A-Za-z0-9_]{{2,25}})"
_VIDEO = r"(?P<id>[1-9][0-9]{3,14})"
_SLUG = r"(?P<id>[A-Za-z][\w-]{4,120})"

TWITCH = Site(
    Platform.TWITCH,
    hosts=("twitch.tv",),
    prefixes="m|go|[a-z]{2}|[a-z]{2}-[a-z]{2}",
    others=("clips.twitch.tv", "player.twitch.tv"),
    shapes=(
        Shape(LinkKind.VIDEO, rf"/videos/{_VIDEO}", _HOME + "/videos/{id}"),
        Shape(LinkKind.VIDEO, rf"/{_ACCOUNT}/v(?:ideo)?/{_VIDEO}", _HOME + "/videos/{id}"),
        Shape(LinkKind.VIDEO, rf"player\.twitch\.tv\?video=v?{_VIDEO}", _HOME + "/videos/{id}", params=("video",)),
        Shape(LinkKind.CLIP, rf"(?:/{_ACCOUNT})?/clip/{_SLUG}", "https://clips.twitch.tv/{id}"),
        Shape(
            LinkKind.CLIP, rf"clips\.twitch\.tv/embed\?clip={_SLUG}", "https://clips.twitch.tv/{id}", params=("clip",)
        ),
        Shape(
            LinkKind.CLIP,
            rf"clips\.twitch\.tv/(?:(?P<account>[A-Za-z0-9_]{{2,25}})/)?(?!embed$){_SLUG}",
            "https://clips.twitch.tv/{id}",
        ),
        Shape(LinkKind.GROUP, r"/collections/(?P<id>[\w-]{8,30})", _HOME + "/collections/{id}"),
        Shape(
            LinkKind.PROFILE,
            r"player\.twitch\.tv\?channel=(?P<account>[A-Za-z0-9_]{2,25})",
            _HOME + "/{account}",
            params=("channel",),
        ),
        Shape(LinkKind.PROFILE, rf"/{_ACCOUNT}(?:/(?:about|clips|schedule|videos|home|chat))?", _HOME + "/{account}"),
    ),
)
