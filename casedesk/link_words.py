"""The sentences said about a pasted link."""

from typing import assert_never

from casedesk.evidence.links import LinkKind, LinkNote, Platform
from casedesk.translate import _, pgettext

_NAMES = {
    Platform.X: "X",
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.TIKTOK: "TikTok",
    Platform.YOUTUBE: "YouTube",
    Platform.SNAPCHAT: "Snapchat",
    Platform.TELEGRAM: "Telegram",
    Platform.REDDIT: "Reddit",
    Platform.DISCORD: "Discord",
    Platform.LINKEDIN: "LinkedIn",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.TWITCH: "Twitch",
    Platform.PORNHUB: "Pornhub",
    Platform.XVIDEOS: "XVideos",
    Platform.DAILYMOTION: "Dailymotion",
}


def platform_name(platform: Platform) -> str:
    """Name a service as it writes itself."""
    return _NAMES.get(platform) or _("service not recognised")


def kind_name(kind: LinkKind) -> str:
    """Name what a link points at."""
    return {
        LinkKind.POST: pgettext("kind of link", "post"),
        LinkKind.VIDEO: pgettext("kind of link", "video"),
        LinkKind.STORY: pgettext("kind of link", "story"),
        LinkKind.COMMENT: pgettext("kind of link", "comment"),
        LinkKind.MESSAGE: pgettext("kind of link", "message"),
        LinkKind.LIVE: pgettext("kind of link", "live stream"),
        LinkKind.CLIP: pgettext("kind of link", "clip"),
        LinkKind.MEDIA: pgettext("kind of link", "image"),
        LinkKind.PROFILE: pgettext("kind of link", "profile"),
        LinkKind.GROUP: pgettext("kind of link", "group or list"),
        LinkKind.SHORT: pgettext("kind of link", "short link"),
        LinkKind.UNKNOWN: pgettext("kind of link", "address"),
    }[kind]


def note_sentence(note: LinkNote) -> str:
    """Say what the person should know about a link, and what she can do; empty when there is nothing to say."""
    match note:
        case LinkNote.NONE:
            return ""
        case LinkNote.TO_RESOLVE:
            return _(
                "This is a short link: it does not say where it leads. casedesk never opens links; paste the full "
                "address if you have it."
            )
        case LinkNote.UNKNOWN_HOST:
            return _("This site is not one that casedesk recognises. The address is kept as it is.")
        case LinkNote.UNKNOWN_SHAPE:
            return _(
                "The site is known, but this address does not point at one content: it may be cut short. Copy it again "
                "from the content itself, whole."
            )
        case LinkNote.NOT_A_LINK:
            return _("No web address was found here. Paste the whole address, from https:// on.")
        case LinkNote.HOSTILE:
            return _("This address may deceive: it imitates a known site or hides signs. Do not open it.")
        case _:
            assert_never(note)
