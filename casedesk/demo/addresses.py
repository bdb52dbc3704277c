"""Addresses of contents that do not exist, whose identifiers carry the moment wanted."""

import string
from datetime import datetime
from zlib import crc32

_X_EPOCH = 1288834974657  # milliseconds
_DISCORD_EPOCH = 1420070400000  # milliseconds
_INSTAGRAM_EPOCH = 1314220021721  # milliseconds
_DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
_TIKTOK_VIDEO = 13  # what the low bits of a video's identifier say
_SHORTCODE = 11  # characters


def address(platform: str, account: str, at: datetime) -> str:
    """Write the address of a content of `account` on `platform`, created at that moment."""
    milliseconds = round(at.timestamp() * 1000)
    salt = crc32(account.encode())
    match platform:
        case "x":
            return f"https://x.com/{account}/status/{(milliseconds - _X_EPOCH) << 22 | salt & 0xFFF}"
        case "instagram":
            number = (milliseconds - _INSTAGRAM_EPOCH) << 23 | salt & 0x3FF
            return f"https://www.instagram.com/{account}/p/{_shortcode(number)}/"
        case "tiktok":
            number = (milliseconds // 1000) << 32 | (salt & 0xFFFF) << 16 | _TIKTOK_VIDEO
            return f"https://www.tiktok.com/@{account}/video/{number}"
        case "discord":
            number = (milliseconds - _DISCORD_EPOCH) << 22 | salt & 0xFFF
            return f"https://discord.com/channels/@me/{number - (86_400_000 << 22)}/{number}"
        case _:
            raise ValueError(f"an identifier of {platform!r} carries no moment")


def _shortcode(number: int) -> str:
    """Write a media number as Instagram does: base 64, most significant digit first."""
    digits = ""
    while number:
        number, last = divmod(number, len(_DIGITS))
        digits = _DIGITS[last] + digits
    return digits.rjust(_SHORTCODE, _DIGITS[0])
