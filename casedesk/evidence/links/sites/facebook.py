"""Addresses of Facebook. Numbers are kept as they are; `pfbid…` is opaque; short links must be opened by a person."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.facebook.com"
_RESERVED = (
    r"(?!(?:about|ads|business|dialog|events|fundraisers|flx|friends|gaming|groups|hashtag|help|home|l|legal|live|login"
    r"|marketplace|media|messages|notes|notifications|p|pages|people|permalink|pg|photo|photos|places|plugins|policies|policy"
    r"|posts|privacy|public|questions|r|recover|reel|reels|saved|search|settings|share|sharer|stories|support|terms|tr"
    r"|video|videos|watch|watchparty|\w+\.php|\w+\.html?)(?:/|$))"
)
_ACCOUNT = rf"{_RESERVED}(?P<account>(?:[\w.-]|%[0-9A-F]{{2}}){{2,120}})"
_ID = r"(?P<id>[1-9][0-9]{3,20}|pfbid[0-9A-Za-z]{5,120})"
_NUMBER = r"(?P<id>[1-9][0-9]{3,20})"
_PERSON = r"(?P<account>[1-9][0-9]{0,20})"
_GROUP = r"/groups/(?P<group>(?:[\w.-]|%[0-9A-F]{2}){1,120})"
_COMMENT = r"[0-9A-Za-z_=-]{4,120}"

_POSTS = (
    Shape(
        LinkKind.POST,
        rf"/(?:permalink|story)\.php\?story_fbid={_ID}&id={_PERSON}",
        _HOME + "/permalink.php?story_fbid={id}&id={account}",
        params=("story_fbid", "id"),
    ),
    Shape(LinkKind.POST, rf"/{_ACCOUNT}/posts/(?:[^/]+/)?{_ID}", _HOME + "/{account}/posts/{id}"),
    Shape(
        LinkKind.POST,
        rf"{_GROUP}\?multi_permalinks={_NUMBER}",
        _HOME + "/groups/{group}/posts/{id}",
        params=("multi_permalinks",),
    ),
    Shape(LinkKind.POST, rf"{_GROUP}/(?:permalink|posts)/(?:[^/]+/)?{_ID}", _HOME + "/groups/{group}/posts/{id}"),
    Shape(LinkKind.MEDIA, rf"/photo(?:\.php)?\?fbid={_NUMBER}", _HOME + "/photo.php?fbid={id}", params=("fbid",)),
    Shape(LinkKind.MEDIA, rf"/{_ACCOUNT}/photos/(?:[^/]+/){{0,2}}{_NUMBER}", _HOME + "/photo.php?fbid={id}"),
    Shape(
        LinkKind.VIDEO,
        rf"/(?:watch|watch/live|video\.php|video/video\.php)\?v={_NUMBER}",
        _HOME + "/watch/?v={id}",
        params=("v",),
    ),
    Shape(LinkKind.VIDEO, rf"/{_ACCOUNT}/videos/(?:[^/]+/){{0,2}}{_NUMBER}", _HOME + "/watch/?v={id}"),
    Shape(LinkKind.VIDEO, rf"/reel/{_NUMBER}", _HOME + "/reel/{id}"),
)


def _commented(shape: Shape, *names: str) -> Shape:
    """Write the shape of a comment under a post: the last of `names` is what the address points at."""
    pattern = shape.pattern.replace("(?P<id>", "(?P<post>") + ("&" if shape.params else r"\?")
    canonical = shape.canonical.replace("{id}", "{post}") + ("&" if "?" in shape.canonical else "?")
    groups = [*names[:-1], "id"]
    return Shape(
        LinkKind.COMMENT,
        pattern + "&".join(f"{name}=(?P<{group}>{_COMMENT})" for name, group in zip(names, groups, strict=True)),
        canonical + "&".join(f"{name}={{{group}}}" for name, group in zip(names, groups, strict=True)),
        params=(*shape.params, *names),
    )


FACEBOOK = Site(
    Platform.FACEBOOK,
    hosts=("facebook.com", "fb.com"),
    prefixes="m|mbasic|web|touch|mtouch|free|business|iphone|beta|p|d|x|z-m|[a-z]{2}|[a-z]{2}-[a-z]{2}",
    others=("fb.watch", "fb.me"),
    lower=("account", "group"),
    pointing=frozenset({"comment_id", "reply_comment_id", "multi_permalinks"}),
    shapes=(
        *(_commented(shape, "comment_id", "reply_comment_id") for shape in _POSTS),
        *(_commented(shape, "comment_id") for shape in _POSTS),
        *_POSTS,
        Shape(LinkKind.SHORT, r"fb\.watch/(?P<code>[\w-]{4,40})", "https://fb.watch/{code}/", note=LinkNote.TO_RESOLVE),
        Shape(
            LinkKind.SHORT, r"fb\.me/(?P<code>(?:[a-z]/)?[\w-]{4,60})", "https://fb.me/{code}", note=LinkNote.TO_RESOLVE
        ),
        Shape(
            LinkKind.SHORT,
            r"/share/(?P<code>(?:[a-z]/)?[\w-]{4,60})",
            _HOME + "/share/{code}/",
            note=LinkNote.TO_RESOLVE,
        ),
        Shape(LinkKind.STORY, rf"/stories/{_PERSON}/(?P<id>[\w=-]{{8,120}})", _HOME + "/stories/{account}/{id}/"),
        Shape(LinkKind.PROFILE, rf"/groups/[^/]+/user/{_PERSON}", _HOME + "/profile.php?id={account}"),
        Shape(LinkKind.GROUP, r"/groups/(?P<id>[\w.-]{1,120})(?:/(?:about|members|media))?", _HOME + "/groups/{id}"),
        Shape(LinkKind.PROFILE, rf"/profile\.php\?id={_PERSON}", _HOME + "/profile.php?id={account}", params=("id",)),
        Shape(LinkKind.PROFILE, rf"/people/[^/]+/{_PERSON}", _HOME + "/profile.php?id={account}"),
        Shape(LinkKind.PROFILE, r"/p/[^/]*-(?P<account>[1-9][0-9]{5,20})", _HOME + "/profile.php?id={account}"),
        Shape(LinkKind.PROFILE, rf"(?:/pg)?/{_ACCOUNT}(?:/(?:about|friends|likes|followers))?", _HOME + "/{account}"),
    ),
)
