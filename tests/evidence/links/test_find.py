"""All the addresses of a pasted block, in order, each once."""

from casedesk.evidence.links import LinkNote, Platform, find
from tests.evidence.links.table import ROWS

CHAT = """\
[12/10/2026 21:04:33] ~ Awa: \u200eRegarde ce qu’il a mis
[12/10/2026 21:04:50] ~ Awa: https://x.com/jeanne/status/1800000000000000000?s=46&t=abc
[12/10/2026 21:05:10] Moi: et là https://www.instagram.com/reel/DW1nTDiDvnF/?igsh=x, (https://vm.tiktok.com/ZTR45GpSF/)…
12/10/2026, 21:06 - +223\u00a070\u00a000\u00a000\u00a000: twitter.com/jeanne/status/1800000000000000000
12/10/2026, 21:07 - Awa: <Médias omis>
12/10/2026, 21:08 - Awa: forum.example.org/viewtopic.php?t=12#p34. Et jeanne@example.org m’a écrit
12/10/2026, 21:09 - Awa: faut aller sur x.com ou facebook.com, etc./voilà
"""


def test_a_chat_gives_its_links_in_order_each_once() -> None:
    links = find(CHAT)
    assert [link.canonical for link in links] == [
        "https://x.com/i/status/1800000000000000000",
        "https://www.instagram.com/p/DW1nTDiDvnF/",
        "https://vm.tiktok.com/ZTR45GpSF/",
        "https://forum.example.org/viewtopic.php?t=12#p34",
    ]
    assert links[0].pasted == "https://x.com/jeanne/status/1800000000000000000?s=46&t=abc"
    assert links[0].account == "jeanne"
    assert links[3].pasted == "forum.example.org/viewtopic.php?t=12#p34"


def test_a_table_gives_one_link_per_cell() -> None:
    for sign in (",", ";", "|", "\t", '","'):
        text = sign.join(
            ["https://youtu.be/dQw4w9WgXcQ", "https://redd.it/6rrwyj", "2026-10-12", "https://t.me/jeanne/5", "x"]
        )
        assert [link.platform for link in find(text)] == [Platform.YOUTUBE, Platform.REDDIT, Platform.TELEGRAM], sign


def test_the_source_of_a_page_gives_its_links() -> None:
    text = (
        '<a href="https://www.facebook.com/permalink.php?story_fbid=1035862816472149&amp;id=116132035111903">x</a>'
        "<a href='https://x.com/a/status/1800000000000000000'>https://x.com/a/status/1800000000000000000</a>"
        "[url=https://dai.ly/x5kesuj]vidéo[/url] &lt;https://redd.it/6rrwyj&gt;"
    )
    assert [link.post_id for link in find(text)] == ["1035862816472149", "1800000000000000000", "x5kesuj", "6rrwyj"]


def test_the_target_of_a_markdown_link_counts_not_its_label() -> None:
    links = find("[https://x.com/a/status/1800000000000000000](https://example.org/piege)")
    assert [link.canonical for link in links] == ["https://example.org/piege"]
    text = "[un](https://redd.it/6rrwyj),[voir x.com/a/status/1](https://t.me/jeanne/5),https://example.org/[x](y)"
    assert [link.canonical for link in find(text)] == [
        "https://www.reddit.com/comments/6rrwyj",
        "https://t.me/jeanne/5",
        "https://example.org/[x](y)",
    ]


def test_a_link_that_deceives_is_found_beside_the_others() -> None:
    links = find("https://x.com@evil.org/a https://redd.it/6rrwyj https://x.com.evil.org/b")
    assert [link.note for link in links] == [LinkNote.HOSTILE, LinkNote.NONE, LinkNote.HOSTILE]


def test_a_block_of_every_known_link_loses_none() -> None:
    found = find("\n".join(f"{number}. {row.pasted} ;" for number, row in enumerate(ROWS)))
    assert {link.canonical for link in found} == {row.canonical for row in ROWS}


def test_a_long_text_is_read_in_a_time_that_grows_with_it() -> None:
    # each of these makes a careless pattern go over the text once for every sign in it
    for sign in (
        "a.",
        "a-",
        "x.com/",
        "https://",
        "(",
        "https://a.example/(",
        "a:",
        "//",
        "-x.com",
        "_",
        "\u200e",
        "%68",
        "&amp;",
        "[a](",
        "[",
        "[https://x.com/a](",
    ):
        text = sign * (200_000 // len(sign))
        assert len(find(text)) <= 2, sign
