"""Creation times against the values of the dossier, exact to the millisecond."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from casedesk.evidence.links import moments, parse
from casedesk.evidence.links.moments import LATEST

VECTORS = [
    ("https://x.com/a/status/1098230906194546688", "2019-02-20T14:40:26.837+00:00"),
    ("https://x.com/a/status/1541815603606036480", "2022-06-28T16:07:40.105+00:00"),
    ("https://x.com/a/status/1800000000000000000", "2024-06-10T03:00:17.039+00:00"),
    ("https://x.com/i/user/1098230906194546688", "2019-02-20T14:40:26.837+00:00"),
    ("https://twitter.com/intent/user?user_id=1098230906194546688", "2019-02-20T14:40:26.837+00:00"),
    ("https://discord.com/channels/@me/643183730227281931/175928847299117063", "2016-04-30T11:18:25.796+00:00"),
    ("https://discord.com/channels/175928847299117063/643183730227281931", "2019-11-10T20:22:31.062+00:00"),
    ("https://discord.com/channels/175928847299117063", "2016-04-30T11:18:25.796+00:00"),
    ("https://discord.com/users/643183730227281931", "2019-11-10T20:22:31.062+00:00"),
    ("https://www.instagram.com/p/DW1nTDiDvnF/", "2026-04-07T16:48:30.621+00:00"),
    ("https://www.instagram.com/reel/DWbNC2OEilE/", "2026-03-28T10:38:51.125+00:00"),
    ("https://www.instagram.com/p/DW1nTDiDvnFabcdefghijklmnopqrstuvwxyz01/", "2026-04-07T16:48:30.621+00:00"),
    ("https://www.instagram.com/stories/a/3870172288071432645/", "2026-04-07T16:48:30.621+00:00"),
    ("https://www.instagram.com/stories/a/3862738475662059844/", "2026-03-28T10:38:51.125+00:00"),
    ("https://www.tiktok.com/@a/video/6854717870488702213", "2020-07-29T02:06:13.000+00:00"),
    ("https://www.tiktok.com/@a/photo/6854717870488702213", "2020-07-29T02:06:13.000+00:00"),
    ("https://www.tiktok.com/share/user/6854717870488702213", "2020-07-29T02:06:13.000+00:00"),
    ("https://www.linkedin.com/feed/update/urn:li:activity:6685980502161199104", "2020-07-06T18:59:31.226+00:00"),
    ("https://www.linkedin.com/posts/a_b-activity-6904926959046938624-AbCd", "2022-03-02T23:14:34.376+00:00"),
    ("https://bsky.app/profile/a.bsky.social/post/3lbd2ebt3wk2r", "2024-11-19T18:19:55.098+00:00"),
    ("https://bsky.app/profile/a.bsky.social/post/3laulgolrfz2f", "2024-11-14T00:15:33.133+00:00"),
    ("https://mastodon.social/@a/109501674307577443", "2022-12-12T16:35:50.249+00:00"),
    ("https://mastodon.social/@a@b.example/109501674307577443", "2022-12-12T16:35:50.249+00:00"),
    ("https://mastodon.social/users/a/statuses/109501674307577443", "2022-12-12T16:35:50.249+00:00"),
]


@pytest.mark.parametrize(("pasted", "moment"), VECTORS)
def test_an_identifier_gives_its_moment_to_the_millisecond(pasted: str, moment: str) -> None:
    created_at = parse(pasted).created_at
    assert created_at is not None
    assert created_at == datetime.fromisoformat(moment)
    assert created_at.isoformat(timespec="milliseconds") == moment
    assert created_at.microsecond % 1000 == 0
    assert created_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://x.com/jack/status/20",
        "https://x.com/a/status/29700859247",  # the last of the counters
        "https://x.com/a/status/9000000000000",
        "https://x.com/a/status/9223372036854775807",  # 2080
        "https://x.com/a/status/9999999999999999999",
        "https://x.com/i/user/2976459548",
        "https://x.com/i/user/99999999999999",
        "https://x.com/i/lists/784214683683127296",
        "https://www.instagram.com/p/BLB5x/",  # a counter of 2010
        "https://www.instagram.com/p/DW1nTDiDv/",  # two letters short
        "https://www.instagram.com/p/___________/",
        "https://www.instagram.com/stories/highlights/18090946048123978/",
        "https://www.instagram.com/stories/a/1000000000000/",
        "https://www.tiktok.com/@a/video/1000000000000000000",  # 1977
        "https://www.tiktok.com/@a/video/9999999999999999999",  # 2043
        "https://discord.com/channels/@me/643183730227281931/99999999999999999999",
        "https://www.linkedin.com/feed/update/urn:li:activity:1000000000000000000",  # 1977
        "https://www.linkedin.com/feed/update/urn:li:activity:9999999999999999999",  # 2045
        "https://bsky.app/profile/a.bsky.social/post/2222222222222",  # 1970
        "https://bsky.app/profile/a.bsky.social/post/jzzzzzzzzzzzz",
        "https://mastodon.social/@a/100000000000000",  # 1970
        "https://mastodon.social/users/a/statuses/1234",
        "https://mastodon.social/@a/99999999999999999999",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://redd.it/6rrwyj",
        "https://t.me/europa_press/613",
        "https://www.facebook.com/reel/1195289147628387",
        "https://www.twitch.tv/videos/1536751224",
    ],
)
def test_an_identifier_without_a_plausible_moment_gives_none_but_keeps_its_service(pasted: str) -> None:
    link = parse(pasted)
    assert link.created_at is None
    assert link.platform != "unknown"


DECODERS = [
    moments.of_x_post,
    moments.of_x_account,
    moments.of_discord,
    moments.of_instagram_media,
    moments.of_instagram_code,
    moments.of_tiktok,
    moments.of_linkedin,
    moments.of_mastodon,
    moments.of_bluesky,
]


@pytest.mark.parametrize("decode", DECODERS)
@pytest.mark.parametrize(
    "identifier",
    [
        "",
        "0",
        "-1",
        "+1",
        "1.5",
        " 1",
        "1_0",
        "١٠٩٨٢٣٠٩٠٦١٩٤٥٤٦٦٨٨",
        "²",
        "a",
        "é" * 13,
        "9" * 21,
        "9" * 5000,
        "\x00" * 13,
    ],
)
def test_what_is_not_an_identifier_has_no_moment(decode: Callable[[str], datetime | None], identifier: str) -> None:
    assert decode(identifier) is None


def test_the_bounds_are_a_constant_never_the_clock() -> None:
    last = str((int(LATEST.timestamp() * 1000) - 1 - 1288834974657) << 22)
    after = str((int(LATEST.timestamp() * 1000) - 1288834974657) << 22)
    assert moments.of_x_post(last) == LATEST - timedelta(milliseconds=1)
    assert moments.of_x_post(after) is None
    first = (int(datetime(2010, 11, 5, tzinfo=UTC).timestamp() * 1000) - 1288834974657) << 22
    assert moments.of_x_post(str(first)) == datetime(2010, 11, 5, tzinfo=UTC)
    assert moments.of_x_post(str(first - 1)) is None
