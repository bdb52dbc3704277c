"""Addresses of Telegram: the channel, then the number of the message in it. The channel stands as the account."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.site import Shape, Site

_RESERVED = (
    r"(?!(?:addemoji|addlist|addstickers|addtheme|auction|bg|boost|c|confirmphone|contact|giftcode|invoice|iv|joinchat|login|m|nft"
    r"|proxy|s|setlanguage|share|socks)(?:/|$))"
)
_CHANNEL = rf"/(?:s/)?{_RESERVED}(?P<account>[a-z]\w{{3,31}})"
_PRIVATE = r"/c/(?P<account>[1-9][0-9]{4,18})"
_MESSAGE = r"(?:/[1-9][0-9]{0,11})?/(?P<id>[1-9][0-9]{0,11})"  # a topic may stand before the message
_UNDER = r"(?:/[1-9][0-9]{0,11})?/(?P<post>[1-9][0-9]{0,11})\?comment=(?P<id>[1-9][0-9]{0,11})"

TELEGRAM = Site(
    Platform.TELEGRAM,
    hosts=("t.me", "telegram.me", "telegram.dog"),
    ignore_case=True,
    pointing=frozenset({"comment"}),
    shapes=(
        Shape(LinkKind.COMMENT, _CHANNEL + _UNDER, "https://t.me/{account}/{post}?comment={id}", params=("comment",)),
        Shape(LinkKind.POST, _CHANNEL + _MESSAGE, "https://t.me/{account}/{id}"),
        Shape(LinkKind.STORY, rf"{_CHANNEL}/s/(?P<id>[1-9][0-9]{{0,11}})", "https://t.me/{account}/s/{id}"),
        Shape(LinkKind.COMMENT, _PRIVATE + _UNDER, "https://t.me/c/{account}/{post}?comment={id}", params=("comment",)),
        Shape(LinkKind.MESSAGE, _PRIVATE + _MESSAGE, "https://t.me/c/{account}/{id}"),
        Shape(LinkKind.GROUP, r"/(?:\+|joinchat/)(?P<id>[\w-]{10,40})", "https://t.me/+{id}"),
        Shape(LinkKind.PROFILE, _CHANNEL, "https://t.me/{account}"),
    ),
)
