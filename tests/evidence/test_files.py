"""Files recognised by their bytes, whatever their name."""

import io
import zipfile
from hashlib import sha256

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from casedesk.evidence.files import DOCM, DOCX, UNKNOWN, ZIP, describe


def picture(form: str) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (3, 2), "white").save(kept, form)
    return kept.getvalue()


def archive(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def word() -> bytes:
    kept = io.BytesIO()
    docx.Document().save(kept)
    return kept.getvalue()


def boxes(brand: bytes, *others: bytes) -> bytes:
    inside = b"ftyp" + brand + b"\x00\x00\x02\x00" + b"".join(others)
    return (len(inside) + 4).to_bytes(4) + inside + b"\x00\x00\x00\x08free"


def ogg(codec: bytes) -> bytes:
    return b"OggS\x00\x02" + bytes(20) + b"\x01\x13" + codec + bytes(10)


MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(413)  # 128 kbit/s, 44.1 kHz: 417 bytes

KNOWN = [
    (picture("JPEG"), "image/jpeg"),
    (picture("PNG"), "image/png"),
    (picture("GIF"), "image/gif"),
    (picture("WEBP"), "image/webp"),
    (boxes(b"heic", b"mif1", b"heic"), "image/heic"),
    (boxes(b"mif1", b"heic"), "image/heic"),
    (boxes(b"isom", b"isom", b"iso2", b"avc1", b"mp41"), "video/mp4"),
    (boxes(b"mp42", b"isom"), "video/mp4"),
    (boxes(b"XXXX", b"isom"), "video/mp4"),
    (boxes(b"qt  ", b"qt  "), "video/quicktime"),
    (boxes(b"M4A ", b"isom"), "audio/mp4"),
    (boxes(b"3gp4", b"isom"), "video/3gpp"),
    (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87\x81\x04", "video/webm"),
    (ogg(b"OpusHead\x01\x01"), "audio/ogg"),
    (ogg(b"\x01vorbis"), "audio/ogg"),
    (ogg(b"\x80theora"), "video/ogg"),
    (ogg(b"Autre"), "application/ogg"),
    (b"ID3\x04\x00\x00\x00\x00\x00\x00", "audio/mpeg"),
    (MP3_FRAME * 2, "audio/mpeg"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "application/pdf"),
    (archive(un=b"1", deux=b"2"), ZIP),
    (b"PK\x05\x06" + bytes(18), ZIP),
    (word(), DOCX),
    ("Elle a écrit à 22 h 14.\r\n\tPuis plus rien. 😡\n".encode(), "text/plain"),
    (b"\xef\xbb\xbfWhatsApp", "text/plain"),
    (b"\xff\xfe" + "Été à Kayes".encode("utf-16-le"), "text/plain"),
    (b"\xfe\xff" + "Été à Kayes".encode("utf-16-be"), "text/plain"),
    (b"<script>alert(1)</script>", "text/plain"),
]

UNKNOWNS = [
    b"",
    b"\x00",
    b"\x00\x01\x02\x03",
    b"\xff",
    b"\xff\xd8",
    b"\x89PNG",
    b"GIF90a\x00",
    b"RIFF\x00\x00\x00\x00WAVE",
    b"RIFF\x00",
    b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00",
    b"\x00\x00\x00\x08ftyp",
    b"\x00\x00\x00\x00ftypzzzz",
    b"\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska",
    b"MZ\x90\x00\x03",
    b"\x7fELF\x02",
    MP3_FRAME,  # one frame alone proves nothing
    MP3_FRAME[:-1] + MP3_FRAME,
    b"\xff\xf1\x50\x80" * 300,  # AAC
    b"\xff\xfb\xf0\x00" * 300,
    b"\xff\xeb\x90\x00" * 300,
    b"\xff\xfb\x9c\x00" * 300,
    "Été".encode("latin-1"),
    b"texte\x00cach\xc3\xa9",
    b"texte\x1b[2J",
    b"\xff\xfe",
    b"\xff\xfea",
    b"\xef\xbb\xbf"[:2],
]


@pytest.mark.parametrize(("content", "media_type"), KNOWN, ids=[f"{n}-{kind}" for n, (_, kind) in enumerate(KNOWN)])
def test_a_file_is_known_by_its_first_bytes(content: bytes, media_type: str) -> None:
    assert describe(content).media_type == media_type


@pytest.mark.parametrize("content", UNKNOWNS, ids=range(len(UNKNOWNS)))
def test_what_is_not_recognised_is_only_bytes(content: bytes) -> None:
    assert describe(content).media_type == UNKNOWN


def test_a_file_has_its_digest_and_its_size() -> None:
    facts = describe(b"abc")
    assert facts.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert facts.size == 3


def test_a_word_document_with_macros_is_not_a_plain_word_document() -> None:
    kept = io.BytesIO(word())
    with zipfile.ZipFile(kept, "a") as made:
        made.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert describe(kept.getvalue()).media_type == DOCM


def test_an_archive_that_holds_a_word_document_is_an_archive() -> None:
    assert describe(archive(lettre=word())).media_type == ZIP


def test_a_word_document_cut_short_is_only_an_archive() -> None:
    whole = word()
    assert {describe(whole[:size]).media_type for size in range(4, len(whole) - 22, 997)} == {ZIP}


@pytest.mark.parametrize(
    "end",
    [
        b"PK\x05\x06",
        b"PK\x05\x06" + b"\xff" * 18,
        b"PK\x05\x06" + bytes(6) + b"\xff\xff" + bytes(10),
        b"PK\x01\x02PK\x05\x06" + bytes(6) + b"\x02\x00" + bytes(10),
    ],
)
def test_an_archive_whose_list_lies_is_only_an_archive(end: bytes) -> None:
    assert describe(b"PK\x03\x04" + end).media_type == ZIP


def test_an_mp3_of_every_version_is_told_by_the_length_of_its_frames() -> None:
    for header, length in (
        (b"\xff\xfb\x92\x00", 418),  # MPEG 1, 128 kbit/s, 44.1 kHz, padded
        (b"\xff\xfb\x54\x00", 192),  # MPEG 1, 64 kbit/s, 48 kHz
        (b"\xff\xf3\x48\x00", 144),  # MPEG 2, 32 kbit/s, 16 kHz
        (b"\xff\xe3\x40\x00", 208),  # MPEG 2.5, 32 kbit/s, 11.025 kHz
    ):
        assert describe((header + bytes(length - 4)) * 2).media_type == "audio/mpeg"
        assert describe(header + bytes(length - 3) + header).media_type == UNKNOWN


@given(st.binary(max_size=400), st.sampled_from([b"", *(content[:40] for content, _ in KNOWN)]))
def test_any_bytes_are_described(content: bytes, beginning: bytes) -> None:
    facts = describe(beginning + content)
    assert facts.sha256 == sha256(beginning + content).hexdigest()
    assert facts.size == len(beginning) + len(content)
    assert facts.media_type in {UNKNOWN, DOCX, DOCM, *(media_type for _, media_type in KNOWN)}
