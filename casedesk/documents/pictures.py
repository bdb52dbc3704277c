"""A picture without what it tells about who took it: only what is needed to draw it is kept."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD"}
_JPEG_DROPPED = {
    0xE1,
    *range(0xE3, 0xEE),
    0xEF,
    0xFE,
}  # EXIF, XMP, IPTC, makers' notes, comments; JFIF, ICC, Adobe stay
_JPEG_SCAN = 0xDA


def bare(picture: bytes) -> bytes:
    """Drop texts, positions, dates and devices from a PNG or JPEG; anything else comes back as it is."""
    if picture.startswith(_PNG):
        return _bare_png(picture)
    if picture.startswith(b"\xff\xd8\xff"):
        return _bare_jpeg(picture)
    return picture


def _bare_png(picture: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(picture):
        length, kind = struct.unpack_from(">I4s", picture, at)
        end = at + 12 + length
        if end > len(picture):
            return picture
        if kind in _PNG_KEPT:
            kept.append(picture[at:end])
        at = end
    return b"".join(kept)


def _bare_jpeg(picture: bytes) -> bytes:
    kept, at = [picture[:2]], 2
    while at + 4 <= len(picture) and picture[at] == 0xFF:
        kind = picture[at + 1]
        if kind == _JPEG_SCAN:
            return b"".join([*kept, picture[at:]])
        end = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if kind not in _JPEG_DROPPED:
            kept.append(picture[at:end])
        at = end
    return picture
