"""What a received file says by its bytes alone: its digest, its size, its kind. Its name is never believed."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

UNKNOWN = "application/octet-stream"
ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCM = "application/vnd.ms-word.document.macroEnabled.12"

_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"\xef\xbb\xbf%PDF-", "application/pdf"),
    (b"ID3", "audio/mpeg"),
)
# Brands of the ISO base media format, by what they are for.
_BRANDS = {
    "image/heic": (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"),
    "audio/mp4": (b"M4A ", b"M4B "),
    "video/quicktime": (b"qt  ",),
    "video/3gpp": (b"3gp4", b"3gp5", b"3gp6", b"3gp7", b"3gr6", b"3gs7", b"3ge6"),
    "video/mp4": (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file's `sha256` (64 hexadecimal digits), `size` in bytes and `media_type` (RFC 6838)."""

    sha256: str
    size: int
    media_type: str


def describe(content: bytes) -> FileFacts:
    """Describe a file. What is not recognised is `application/octet-stream`; nothing is decoded or displayed."""
    return FileFacts(sha256(content).hexdigest(), len(content), _media_type(content))


def _media_type(content: bytes) -> str:
    """Recognise a kind of file by its first bytes."""
    for beginning, media_type in _BEGINNINGS:
        if content.startswith(beginning):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp":
        return _boxed(content)
    if content.startswith(b"\x1a\x45\xdf\xa3"):
        return "video/webm" if b"\x42\x82\x84webm" in content[:64] else UNKNOWN
    if content.startswith(b"OggS"):
        return _ogg(content[:256])
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(content)
    if _is_mpeg_audio(content):
        return "audio/mpeg"
    return "text/plain" if _is_text(content) else UNKNOWN


def _boxed(content: bytes) -> str:
    """Tell the files of the ISO base media format apart: the main brand first, then those it says it is readable as."""
    size = min(int.from_bytes(content[:4]), len(content), 256)
    brands = [content[8:12], *(content[place : place + 4] for place in range(16, size - 3, 4))]
    for brand in brands:
        for media_type, known in _BRANDS.items():
            if brand in known:
                return media_type
    return UNKNOWN


def _ogg(beginning: bytes) -> str:
    """Tell a voice message from a film, by the first stream."""
    if any(codec in beginning for codec in (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")):
        return "audio/ogg"
    return "video/ogg" if b"\x80theora" in beginning else "application/ogg"


def _zipped(content: bytes) -> str:
    """Tell a Word document from other archives, by the names it lists; nothing is unpacked."""
    names = set(_names(content))
    if not {b"[Content_Types].xml", b"word/document.xml"} <= names:
        return ZIP
    return DOCM if b"word/vbaProject.bin" in names else DOCX


def _names(content: bytes) -> Iterator[bytes]:
    """Give the names in an archive's list, as far as the list is sound."""
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if end < 0 or end + 20 > len(content):
        return
    count, _size, place = struct.unpack_from("<HLL", content, end + 10)
    for _ in range(count):
        if content[place : place + 4] != b"PK\x01\x02" or place + 46 > len(content):
            return
        name, extra, comment = struct.unpack_from("<HHH", content, place + 28)
        yield content[place + 46 : place + 46 + name]
        place += 46 + name + extra + comment


def _is_mpeg_audio(content: bytes) -> bool:
    """Say whether a file begins with two frames of MPEG layer III, one after the other."""
    length = _frame_length(content[:4])
    return length > 0 and _frame_length(content[length : length + 4]) > 0


def _frame_length(header: bytes) -> int:
    """Read the length in bytes of an MP3 frame from its header; 0 if it is none. ISO/IEC 11172-3, 13818-3."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version, rate, frequency = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or rate in {0, 15} or frequency == 3:
        return 0
    first = version == 3
    kilobits = (
        (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
        if first
        else (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    )[rate]
    hertz = (44_100, 48_000, 32_000)[frequency] // {3: 1, 2: 2, 0: 4}[version]
    return (144 if first else 72) * kilobits * 1000 // hertz + (header[2] >> 1 & 1)


def _is_text(content: bytes) -> bool:
    """Say whether a file is a text: UTF-8, or UTF-16 that says so, without control characters."""
    try:
        text = content[2:].decode(_UTF16[content[:2]]) if content[:2] in _UTF16 else content.decode()
    except UnicodeDecodeError:
        return False
    return bool(text) and not _CONTROL.search(text)
