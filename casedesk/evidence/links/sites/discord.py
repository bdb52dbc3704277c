"""Addresses of Discord: server (or `@me`), channel, message. Each of the three numbers carries its moment."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.moments import of_discord
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://discord.com"
_NUMBER = "[1-9][0-9]{16,19}"
_GUILD = rf"/channels/(?P<guild>{_NUMBER}|@me)"
_ID = rf"(?P<id>{_NUMBER})"

DISCORD = Site(
    Platform.DISCORD,
    hosts=("discord.com", "discordapp.com"),
    prefixes="ptb|canary",
    others=("discord.gg", "cdn.discordapp.com", "media.discordapp.net"),
    shapes=(
        Shape(
            LinkKind.MESSAGE,
            rf"{_GUILD}/(?P<channel>{_NUMBER})/{_ID}",
            _HOME + "/channels/{guild}/{channel}/{id}",
            moment=of_discord,
        ),
        Shape(LinkKind.GROUP, rf"{_GUILD}/{_ID}", _HOME + "/channels/{guild}/{id}", moment=of_discord),
        Shape(LinkKind.GROUP, rf"/channels/{_ID}", _HOME + "/channels/{id}", moment=of_discord),
        Shape(
            LinkKind.PROFILE,
            rf"/users/(?P<account>{_NUMBER})",
            _HOME + "/users/{account}",
            moment=of_discord,
            dated_by="account",
        ),
        Shape(LinkKind.GROUP, r"(?:/invite|discord\.gg)/(?P<id>[\w-]{2,40})", _HOME + "/invite/{id}"),
        Shape(
            LinkKind.MEDIA,
            rf"(?:cdn\.discordapp\.com|media\.discordapp\.net)/attachments/(?P<channel>{_NUMBER})/{_ID}/(?P<file>[\w.-]{{1,200}})",
            "https://cdn.discordapp.com/attachments/{channel}/{id}/{file}",
            moment=of_discord,
        ),
    ),
)
