"""Addresses of Instagram. A post, a reel and a TV video are one thing under one shortcode, whose case matters."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.moments import of_instagram_code, of_instagram_media
from casedesk.evidence.links.site import Shape, Site

_RESERVED = (
    r"(?!(?:about|accounts|api|archive|challenge|developer|direct|directory|emails|explore|legal|locations|nametag|oauth|p"
    r"|popular|press|privacy|reel|reels|s|session|settings|share|stories|terms|topics|tv|web|your_activity)(?:/|$))"
)
_ACCOUNT = rf"@?{_RESERVED}(?P<account>[A-Za-z0-9_.]{{1,30}})"
_POST = rf"/(?:{_ACCOUNT}/)?(?:p|tv|reels?)/(?!audio|videos)"
_SHORT_CODE = r"(?P<id>[\w-]{5,11})"
_LONG_CODE = r"(?P<id>[\w-]{11})(?P<rest>[\w-]{9,53})"  # of a private account: the rest is a key to the post
_AFTER = r"(?:/(?:embed(?:/captioned)?|liked_by|comments|media))?"

INSTAGRAM = Site(
    Platform.INSTAGRAM,
    hosts=("instagram.com", "instagr.am"),
    prefixes="m|[a-z]{2}|[a-z]{2}-[a-z]{2}",
    others=("ig.me",),
    shapes=(
        Shape(
            LinkKind.SHORT,
            r"/share/(?P<code>(?:(?:p|tv|reels?)/)?[\w-]{4,40})",
            "https://www.instagram.com/share/{code}/",
            note=LinkNote.TO_RESOLVE,
        ),
        Shape(
            LinkKind.SHORT,
            r"/s/(?P<code>[\w=-]{8,80})",
            "https://www.instagram.com/s/{code}/",
            note=LinkNote.TO_RESOLVE,
        ),
        Shape(
            LinkKind.SHORT,
            r"ig\.me/(?P<code>(?:[a-z]/)?[\w.-]{3,80})",
            "https://ig.me/{code}",
            note=LinkNote.TO_RESOLVE,
        ),
        Shape(
            LinkKind.POST,
            rf"{_POST}{_SHORT_CODE}{_AFTER}",
            "https://www.instagram.com/p/{id}/",
            moment=of_instagram_code,
        ),
        Shape(
            LinkKind.POST,
            rf"{_POST}{_LONG_CODE}{_AFTER}",
            "https://www.instagram.com/p/{id}{rest}/",
            moment=of_instagram_code,
        ),
        Shape(
            LinkKind.COMMENT,
            rf"{_POST}(?P<code>[\w-]{{5,64}})/c/(?P<thread>[0-9]{{10,20}})/r/(?P<id>[0-9]{{10,20}})",
            "https://www.instagram.com/p/{code}/c/{thread}/r/{id}/",
        ),
        Shape(
            LinkKind.COMMENT,
            rf"{_POST}(?P<code>[\w-]{{5,64}})/c/(?P<id>[0-9]{{10,20}})",
            "https://www.instagram.com/p/{code}/c/{id}/",
        ),
        Shape(
            LinkKind.STORY,
            r"/stories/highlights/(?P<id>[0-9]{10,20})",
            "https://www.instagram.com/stories/highlights/{id}/",
        ),
        Shape(
            LinkKind.STORY,
            r"/stories/(?!highlights/)(?P<account>[A-Za-z0-9_.]{1,30})/(?P<id>[0-9]{10,20})",
            "https://www.instagram.com/stories/{account}/{id}/",
            moment=of_instagram_media,
        ),
        Shape(
            LinkKind.PROFILE,
            rf"(?:/_u)?/{_ACCOUNT}(?:/(?:channel|followers|following|guides|posts|reels|tagged))?",
            "https://www.instagram.com/{account}/",
        ),
    ),
)
