"""What is known of one pasted link."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Platform(StrEnum):
    """The services recognised. Anything else is UNKNOWN, never a guess."""

    X = "x"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    SNAPCHAT = "snapchat"
    TELEGRAM = "telegram"
    REDDIT = "reddit"
    DISCORD = "discord"
    LINKEDIN = "linkedin"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    TWITCH = "twitch"
    PORNHUB = "pornhub"
    XVIDEOS = "xvideos"
    DAILYMOTION = "dailymotion"
    UNKNOWN = "unknown"


class LinkKind(StrEnum):
    """What the address points at."""

    POST = "post"
    VIDEO = "video"
    STORY = "story"
    COMMENT = "comment"
    MESSAGE = "message"
    LIVE = "live"
    CLIP = "clip"
    MEDIA = "media"
    PROFILE = "profile"
    GROUP = "group"  # community, list, channel, subreddit, server
    SHORT = "short"  # must be opened to be resolved; never opened by us
    UNKNOWN = "unknown"


class LinkNote(StrEnum):
    """What to tell the person about this link; its sentence lives in `casedesk.link_words`."""

    NONE = ""
    TO_RESOLVE = "to_resolve"  # a short link: ask for the full one
    UNKNOWN_HOST = "unknown_host"
    UNKNOWN_SHAPE = "unknown_shape"  # the host is known, the path is not
    NOT_A_LINK = "not_a_link"
    HOSTILE = "hostile"  # look-alike host, credentials, control characters


@dataclass(frozen=True, slots=True)
class Link:
    """One link. Ids are strings. `created_at` (UTC) is derived from the identifier: an indication, not a proof.

    `pasted` is what was given, untouched. `canonical` is its normal form: https, the usual host, no tracking; of one
    that deceives, the same text made harmless (`unsafe:…`); empty only when there is no address. `post_id` names what
    is pointed at, whatever its kind (post, story, list, server…): a comment's own id, but the video's for a comment on
    YouTube. `account` is the author or the profile, without @, in lower case where the service does not tell cases
    apart.
    """

    pasted: str
    platform: Platform
    kind: LinkKind
    canonical: str
    post_id: str | None = None
    account: str | None = None
    created_at: datetime | None = None
    note: LinkNote = LinkNote.NONE
