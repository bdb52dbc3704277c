"""The services whose addresses are known, one file each."""

from casedesk.evidence.links.sites.bluesky import BLUESKY
from casedesk.evidence.links.sites.dailymotion import DAILYMOTION
from casedesk.evidence.links.sites.discord import DISCORD
from casedesk.evidence.links.sites.facebook import FACEBOOK
from casedesk.evidence.links.sites.instagram import INSTAGRAM
from casedesk.evidence.links.sites.linkedin import LINKEDIN
from casedesk.evidence.links.sites.pornhub import PORNHUB
from casedesk.evidence.links.sites.reddit import REDDIT
from casedesk.evidence.links.sites.snapchat import SNAPCHAT
from casedesk.evidence.links.sites.telegram import TELEGRAM
from casedesk.evidence.links.sites.tiktok import TIKTOK
from casedesk.evidence.links.sites.twitch import TWITCH
from casedesk.evidence.links.sites.x import X
from casedesk.evidence.links.sites.xvideos import XVIDEOS
from casedesk.evidence.links.sites.youtube import YOUTUBE

# Mastodon is not here: it has no host of its own, only shapes (see `reading`).
SITES = (
    X,
    INSTAGRAM,
    FACEBOOK,
    TIKTOK,
    YOUTUBE,
    SNAPCHAT,
    TELEGRAM,
    REDDIT,
    DISCORD,
    LINKEDIN,
    BLUESKY,
    TWITCH,
    PORNHUB,
    XVIDEOS,
    DAILYMOTION,
)
