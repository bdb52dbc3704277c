"""When an identifier was handed out, for the services whose identifiers carry it.

Each function takes the identifier as text and gives an aware instant in UTC, exact to the millisecond (the second for
TikTok), or None when nothing reliable can be read: before the service existed, after `LATEST`, not its alphabet.
Formulas and test values: dossier "platforms", § 7.
"""

from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

# A constant, so that the answer never depends on the day it is asked. An identifier that claims more was made up.
LATEST = datetime(2040, 1, 1, tzinfo=UTC)

_X_SINCE = datetime(2010, 11, 5, tzinfo=UTC)  # on 4 November 2010 the last plain counters decode to the same hours
_DISCORD_SINCE = datetime(2015, 1, 28, tzinfo=UTC)  # its numbers have 17 digits from that day on
_INSTAGRAM_SINCE = datetime(2011, 9, 18, tzinfo=UTC)  # a code cut short by two letters or more falls before this day
_TIKTOK_SINCE = datetime(2014, 1, 1, tzinfo=UTC)  # the year of musical.ly, whose posts it took over
_LINKEDIN_SINCE = datetime(2003, 5, 5, tzinfo=UTC)
_MASTODON_SINCE = datetime(2016, 3, 16, tzinfo=UTC)
_BLUESKY_SINCE = datetime(2022, 1, 1, tzinfo=UTC)

_LONGEST = 20  # digits of 2^64
_BASE32_SORTABLE = str.maketrans("234567abcdefghijklmnopqrstuvwxyz", "0123456789abcdefghijklmnopqrstuv")


def _milliseconds(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(milliseconds=1)


def _between(milliseconds: int, since: datetime) -> datetime | None:
    """Turn Unix milliseconds into an instant, if it lies between `since` and `LATEST`."""
    if not _milliseconds(since) <= milliseconds < _milliseconds(LATEST):
        return None
    return _EPOCH + timedelta(milliseconds=milliseconds)


def _number(digits: str) -> int | None:
    """Read an identifier written in ASCII digits; other scripts' digits are refused."""
    if not digits.isascii() or not digits.isdecimal() or len(digits) > _LONGEST:
        return None
    return int(digits)


def of_x_post(post_id: str) -> datetime | None:
    """Read an X post, since November 2010; older ids are plain counters."""
    number = _number(post_id)
    return None if number is None else _between((number >> 22) + 1288834974657, _X_SINCE)


def of_x_account(account_id: str) -> datetime | None:
    """Read an X account: only ids of 15 digits or more, given from about 2016 on."""
    return of_x_post(account_id) if len(account_id) >= 15 else None


def of_discord(snowflake: str) -> datetime | None:
    """Read a Discord message, channel, server or person."""
    number = _number(snowflake)
    return None if number is None else _between((number >> 22) + 1420070400000, _DISCORD_SINCE)


def of_instagram_media(media_id: str) -> datetime | None:
    """Read an Instagram media id in digits, as stories carry."""
    number = _number(media_id)
    return None if number is None else _between((number >> 23) + 1314220021721, _INSTAGRAM_SINCE)


def of_instagram_code(shortcode: str) -> datetime | None:
    """Read an Instagram shortcode. Posts of private accounts have long ones, whose first 11 characters are the id."""
    code = shortcode[:11]
    if len(code) < 10 or not code.isascii() or not code.replace("-", "").replace("_", "").isalnum():
        return None
    return of_instagram_media(str(int.from_bytes(urlsafe_b64decode(code.rjust(12, "A")))))


def of_tiktok(number: str) -> datetime | None:
    """Read a TikTok video, account or live, to the second."""
    value = _number(number)
    return None if value is None else _between((value >> 32) * 1000, _TIKTOK_SINCE)


def of_linkedin(activity: str) -> datetime | None:
    """Read a LinkedIn activity, share or post: ids of 19 digits only."""
    number = _number(activity) if len(activity) == 19 else None
    return None if number is None else _between(number >> 22, _LINKEDIN_SINCE)


def of_mastodon(status: str) -> datetime | None:
    """Read a Mastodon status; not exact for a post that came from another server."""
    number = _number(status)
    return None if number is None else _between(number >> 16, _MASTODON_SINCE)


def of_bluesky(tid: str) -> datetime | None:
    """Read a Bluesky record key, cut to the millisecond. The author's program sets it: it is only a claim."""
    if len(tid) != 13 or tid.strip("234567abcdefghijklmnopqrstuvwxyz"):
        return None
    return _between((int(tid.translate(_BASE32_SORTABLE), 32) >> 10) // 1000, _BLUESKY_SINCE)
