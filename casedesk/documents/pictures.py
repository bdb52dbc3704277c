"""A picture without what it tells about who took it: only what is needed to draw it is kept."""

import struct
from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD"}
_JPEG: Final = b"\xff\xd8\xff"
_JFIF, _ADOBE = 0xE0, 0xEE  # how the colours are written; every other application segment tells of a device or a place
_JPEG_DROPPED: Final = {*range(0xE0, 0xF0), 0xFE} - {_JFIF, _ADOBE}
_JPEG_SIZES: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # segments that begin with the size
_SCAN, _END = 0xDA, 0xD9
_ALONE: Final = {0x01, *range(0xD0, 0xD8)}  # marks without a length


def bare(picture: bytes) -> bytes:
    """Drop texts, positions, dates, devices, profiles and whatever follows the picture; keep the points.

    A picture of another kind, or one that cannot be read, comes back as it is.
    """
    try:
        if picture.startswith(_PNG):
            return b"".join([_PNG, *(piece for kind, piece in _chunks(picture) if kind in _PNG_KEPT)])
        if picture.startswith(_JPEG):
            kept = [piece for kind, piece in _segments(picture) if kind not in _JPEG_DROPPED]
            return b"".join([picture[:2], *kept])
    except (ValueError, struct.error):
        return picture
    return picture


def points_of(picture: bytes) -> int:
    """Count the points of a PNG or JPEG by what its head says; 0 when it cannot be read to its end."""
    try:
        if picture.startswith(_PNG):
            heads = [piece[8:] for kind, piece in _chunks(picture) if kind == b"IHDR"]
            pairs = [struct.unpack_from(">II", head) for head in heads]
        elif picture.startswith(_JPEG):
            pairs = [struct.unpack_from(">HH", piece, 5) for kind, piece in _segments(picture) if kind in _JPEG_SIZES]
        else:
            return 0
    except (ValueError, struct.error):
        return 0
    return max((int(one * other) for one, other in pairs), default=0)


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the pieces of a PNG, to its end.

    Raises:
        ValueError: it stops in the middle.
    """
    at = len(_PNG)
    while at + 12 <= len(picture):
        length, kind = struct.unpack_from(">I4s", picture, at)
        end = at + 12 + length
        if end > len(picture):
            break
        yield kind, picture[at:end]
        if kind == b"IEND":
            return
        at = end
    raise ValueError("the picture stops in the middle")


def _segments(picture: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the pieces of a JPEG, to its end; the points of a scan go with its head.

    Raises:
        ValueError: it stops in the middle.
    """
    at = 2
    while at + 2 <= len(picture) and picture[at] == 0xFF:
        kind = picture[at + 1]
        if kind == 0xFF:  # padding
            at += 1
            continue
        end = at + 2
        if kind not in _ALONE | {_END}:
            end += int.from_bytes(picture[at + 2 : at + 4], "big")
        if kind == _SCAN:
            end = _end_of_points(picture, end)
        if end > len(picture):
            break
        yield kind, picture[at:end]
        if kind == _END:
            return
        at = end
    raise ValueError("the picture stops in the middle")


def _end_of_points(picture: bytes, at: int) -> int:
    """Find the mark that ends a scan: a byte FF that is neither stuffed nor a restart."""
    while True:
        at = picture.find(b"\xff", at)
        if at < 0 or at + 1 >= len(picture):
            return len(picture) + 1
        if picture[at + 1] != 0 and picture[at + 1] not in _ALONE:
            return at
        at += 2
