"""What holds for any text and any link."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedesk.evidence.links import Link, LinkKind, LinkNote, Platform, find, moments, parse
from tests.evidence.links.table import ROWS, Row

TRACKING = (
    "utm_source=share",
    "utm_campaign=x%26y",
    "UTM_Medium=copy_link",
    "fbclid=IwAR0",
    "igsh=MzRlODBiNWFlZA==",
    "igshid=abc",
    "si=AbCdEf",
    "s=20",
    "t=abc",
    "rdt=12345",
    "mibextid=wwXIfr",
    "__cft__[0]=AZX",
    "__tn__=%2CO%2CP-R",
    "gclid=x",
    "feature=share",
    "ref_src=twsrc%5Etfw",
    "_r=1",
    "trk=public_post",
    "share_id=1",
    "is_from_webapp=1",
    "pp=ygUE",
)
ONLY_AT_HOME = ("s=", "t=", "si=", "rdt=", "feature=", "ref_src=", "_r=", "trk=", "share_id=", "is_from", "pp=")
EVERYWHERE = tuple(one for one in TRACKING if not one.startswith(ONLY_AT_HOME))

# Pieces that addresses are made of, put together without sense.
SIGNS = [*"@:/?#&=%\\.…é٣()[]<>\"'*_~;,|\n 😡", "\u200b", "\u202e", "\u2068", "\u2069", "\x00", "\ud800"]
WORDS = [
    "https://",
    "http://",
    "HTTPS://",
    "//",
    "javascript:",
    "data:text/html,",
    "unsafe:",
    "xn--",
    "https%3A%2F%2F",
    "www.",
    "m.",
    "x.com",
    "evil.org",
    "127.0.0.1",
    "[::1]",
    "youtube.com",
    "instagram.com",
    "linkedin.com",
    "facebook.com",
    "t.me",
    "i",
    "c",
    "p",
    "feed",
    "update",
    "status",
    "users",
    "statuses",
    "watch",
    "posts",
    "profile.php",
    "v=",
    "lc=",
    "id=",
    "utm_source=x",
    "&amp;",
    "&lt;",
    "..",
    "%2F",
    "%00",
    "%E2%80%8B",
    "jeanne",
    "dQw4w9WgXcQ",
    "DW1nTDiDvnF",
    "urn:li:activity:",
    "1800000000000000000",
    "109501674307577443",
    "6685980502161199104",
]
FRAGMENTS = st.sampled_from(SIGNS + WORDS)
MIXTURES = st.lists(FRAGMENTS, max_size=14).map("".join)
ANYTHING = st.one_of(st.text(max_size=200), MIXTURES, st.builds("https://{}".format, MIXTURES))
KNOWN = st.sampled_from(ROWS)


def identity(link: Link) -> tuple[object, ...]:
    """What must not change when a normal form is read again. The account may: a normal form of X no longer names it."""
    return (link.platform, link.kind, link.canonical, link.post_id, link.created_at, link.note)


@given(ANYTHING)
@example("https://example.org/a.?utm_source=x")
@example("https://example.org/a?utm_source=(&b=)")
@example("unsafe:unsafe:javascript:x")
@example("https://example.org/\ud800")
def test_any_text_is_answered_and_kept_as_given(text: str) -> None:
    link = parse(text)
    assert link.pasted == text
    assert link.canonical.isascii()
    assert link.canonical.isprintable()
    assert " " not in link.canonical
    if link.platform is Platform.UNKNOWN:
        assert link.kind is LinkKind.UNKNOWN
        assert (link.post_id, link.account, link.created_at) == (None, None, None)
        assert link.note not in {LinkNote.NONE, LinkNote.TO_RESOLVE}
    else:
        assert link.canonical.startswith("https://")
        assert link.note in {LinkNote.NONE, LinkNote.TO_RESOLVE}


@given(ANYTHING)
def test_a_normal_form_reads_back_as_itself(text: str) -> None:
    link = parse(text)
    assert identity(parse(link.canonical)) == identity(link)


@given(ANYTHING)
def test_every_address_of_a_text_is_a_part_of_it_and_its_normal_form_reads_back(text: str) -> None:
    links = find(text)
    for link in links:
        assert link.pasted in text
        assert identity(parse(link.canonical)) == identity(link)
    assert len({link.canonical for link in links}) == len(links)
    recognised = parse(text)
    if recognised.note is LinkNote.NOT_A_LINK:
        assert links == ()
    elif recognised.platform is not Platform.UNKNOWN and "\n" not in text:
        assert recognised.canonical in {link.canonical for link in links}


@given(
    KNOWN,
    st.text(alphabet="abc éÀ.,;:!?()«»\n\t’12", max_size=30),
    st.text(alphabet="abc éÀ.,;:!?«»\n\t’12", max_size=30),
)
def test_a_link_inside_a_text_is_found(row: Row, before: str, after: str) -> None:
    found = find(f"{before} {row.pasted} {after}")
    assert row.canonical in {link.canonical for link in found}


@given(KNOWN, st.lists(st.sampled_from(TRACKING), min_size=1, max_size=5, unique=True))
def test_no_tracking_reaches_the_normal_form_of_a_known_link(row: Row, tracking: list[str]) -> None:
    bare, mark, fragment = row.pasted.partition("#")
    if "%3A%2F%2F" in bare or bare.startswith("at://") or "quickies" in fragment or fragment.startswith("!"):
        return
    joined = bare + ("&" if "?" in bare else "?") + "&".join(tracking) + mark + fragment
    link = parse(joined)
    assert row.agrees(link)
    assert not any(one in link.canonical for one in tracking)


@given(st.lists(st.sampled_from([*EVERYWHERE, "a=1", "page=2"]), min_size=1, max_size=8, unique=True))
def test_no_tracking_reaches_the_normal_form_of_an_unknown_site(parameters: list[str]) -> None:
    canonical = parse("https://example.org/page?" + "&".join(parameters)).canonical
    assert urlsplit(canonical).query == "&".join(one for one in parameters if one in {"a=1", "page=2"})


@given(
    st.integers(1_300_000_000_000, 2_200_000_000_000),
    st.integers(0, 2**22 - 1),
)
def test_an_x_post_gives_back_the_millisecond_it_was_made_of(milliseconds: int, low: int) -> None:
    made = ((milliseconds - 1288834974657) << 22) + low
    expected = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    assert moments.of_x_post(str(made)) == expected
    assert parse(f"x.com/a/status/{made}").created_at == expected


@settings(max_examples=50)
@given(st.integers(0, 2**64))
def test_a_moment_is_never_outside_its_bounds(number: int) -> None:
    for decode in (
        moments.of_x_post,
        moments.of_discord,
        moments.of_instagram_media,
        moments.of_tiktok,
        moments.of_linkedin,
        moments.of_mastodon,
    ):
        moment = decode(str(number))
        assert moment is None or datetime(2003, 1, 1, tzinfo=UTC) < moment < moments.LATEST
