"""Links that are wrong, cut short or made to deceive: unknown, with what to tell the person, never a guess."""

import pytest

from casedesk.evidence.links import Link, LinkKind, LinkNote, Platform, find, parse

ID = "1800000000000000000"

SHAPELESS = [
    "x.com",  # alone: in a sentence, it is only the name of a site
    # pages of a service that are not one content
    "https://x.com/",
    "https://x.com/home",
    "https://x.com/search?q=jeanne&src=typed_query",
    "https://x.com/hashtag/jeanne",
    "https://x.com/i/bookmarks",
    "https://www.instagram.com/",
    "https://www.instagram.com/explore/tags/jeanne/",
    "https://www.instagram.com/direct/inbox/",
    "https://www.instagram.com/reels/audio/1234567890/",
    "https://www.facebook.com/",
    "https://www.facebook.com/marketplace/item/1234567890",
    "https://www.facebook.com/sharer/sharer.php?u=https://x.com/a/status/1",
    "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fgov.sg%2Fvideos%2F10154383743583686%2F",
    "https://www.tiktok.com/tag/jeanne",
    "https://www.youtube.com/results?search_query=jeanne",
    "https://www.youtube.com/embed/videoseries?list=PLabcdefghij",
    "https://t.me/share/url?url=https://x.com/a/status/1",
    "https://t.me/addstickers/jeanne",
    "https://www.reddit.com/search/?q=jeanne",
    "https://discord.com/login",
    "https://www.linkedin.com/feed/",
    "https://www.twitch.tv/directory/all",
    "https://www.pornhub.com/video/search?search=jeanne",
    "https://www.xvideos.com/?k=jeanne",
    # cut short
    f"https://x.com/jeanne/status/{ID[:9]}…",
    f"https://x.com/jeanne/status/{ID[:9]}...",
    "https://x.com/jeanne/status/",
    "https://x.com/jeanne/status",
    "https://x.com/i/web/status",
    "https://x.com/i/status/",
    "https://www.instagram.com/p/",
    "https://www.instagram.com/reel/DW1…",
    "https://www.instagram.com/stories/jeanne/",
    "https://www.facebook.com/permalink.php?story_fbid=pfbid0j1Czf2gGD",
    "https://www.facebook.com/permalink.php?id=100068861234290",
    "https://www.facebook.com/jeanne/posts/",
    "https://www.facebook.com/photo/?fbid=",
    "https://www.facebook.com/watch/?v=",
    "https://www.tiktok.com/@jeanne/video/",
    "https://www.tiktok.com/@jeanne/video/685471787048",
    "https://www.tiktok.com/@jeanne/video/6854717870488702213…",
    "https://www.youtube.com/watch?v=dQw4w9",
    "https://www.youtube.com/watch",
    "https://youtu.be/dQw4w9WgXc",
    "https://www.youtube.com/channel/UCGBpxWJr9FNOcFYA5Gk",
    "https://www.reddit.com/r/videos/comments/",
    "https://redd.it/",
    "https://discord.com/channels/302094807046684672/1306705919916249098/1306",
    "https://www.linkedin.com/feed/update/urn:li:activity:66859805",
    "https://www.linkedin.com/posts/jeanne_titre-activity-66859805",
    "https://bsky.app/profile/jeanne.bsky.social/post/3lbd2ebt3w",
    "https://bsky.app/profile/jeanne.bsky.social/post/",
    "https://clips.twitch.tv/",
    "https://www.pornhub.com/view_video.php?viewkey=",
    "https://www.pornhub.com/view_video.php",
    "https://www.dailymotion.com/video/",
    # too long, mixed up, wrongly written
    f"https://x.com/jeanne/status/{ID}0",
    f"https://x.com/jeanne/status/0{ID[1:]}",
    f"https://x.com/jeanne/status/{ID}abc",
    f"https://x.com/jeanne/status/{ID}%20",
    f"https://x.com/jeanne/status/{ID}%00",
    f"https://x.com/jeanne/status/{ID}%0A",
    f"https://x.com/jeanne/status/{ID}%2F",
    f"https://x.com/jeanne/status/{ID}%E2%80%8B",
    f"https://x.com/jeanne/status/{ID}https://x.com/a/status/1",
    f"https://x.com/jeanne%2Fstatus%2F{ID}",
    f"https://x.com/jeanne%252Fstatus%252F{ID}",
    f"https://x.com/jeanne/status%2f..%2f{ID}",
    f"https://x.com/jeanne/../status/{ID}/../1",
    "https://x.com/jeanne/status/-5",
    "https://x.com/jeanne/status/1e9",
    "https://x.com/jeanne/status/٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩",
    "https://x.com/jeanne/status/１８００００００００００００００００００",
    f"https://x.com/j€anne/status/{ID}",
    f"https://x.com/jéanne/status/{ID}",
    f"https://x.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/status/{ID}",
    "https://www.instagram.com/p/DW1nTDiDvnFx/",
    "https://www.instagram.com/p/DW1nTDi.vnF/",
    "https://www.instagram.com/P/DW1NTDIDVNF/",  # all upper case: the code is lost
    "HTTPS://WWW.YOUTUBE.COM/WATCH?V=DQW4W9WGXCQ",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ%26lc=Ugx",
    "https://www.youtube.com/watch?v=dQw4w9WgX%00Q",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&v=other_video",
    "https://bsky.app/profile/jeanne.bsky.social/post/0000000000000",
    "https://www.linkedin.com/in/%252e%252e",
    "https://www.linkedin.com/in/%E2%80%AEeennaej",
    "https://www.linkedin.com/in/%FF%FE",
    "https://www.facebook.com/%EF%BC%AAeanne",
]

FOREIGN = [
    "https://example.org/",
    "https://un-forum.example/viewtopic.php?t=12",
    "https://nitter.net/jeanne/status/1800000000000000000",
    "https://xcancel.com/jeanne/status/1800000000000000000",
    "https://vxtwitter.com/jeanne/status/1800000000000000000",
    "https://fxtwitter.com/jeanne/status/1800000000000000000",
    "https://fixupx.com/jeanne/status/1800000000000000000",
    "https://www.ddinstagram.com/p/DW1nTDiDvnF/",
    "https://yewtu.be/watch?v=dQw4w9WgXcQ",
    "https://www.threads.net/@jeanne/post/DW1nTDiDvnF",
    "https://netflix.com/jeanne/status/1800000000000000000",
    "https://notx.com/jeanne/status/1800000000000000000",
    "https://help.x.com/forms/dsa/report/1",
    "https://evil.x.com/jeanne/status/1800000000000000000",
    "https://x.co/jeanne/status/1800000000000000000",
    "https://x.comm/jeanne/status/1800000000000000000",
    "https://x.org/jeanne/status/1800000000000000000",
    "https://x.com:8443/jeanne/status/1800000000000000000",
    "http://x.com:443/jeanne/status/1800000000000000000",
    "https://127.0.0.1/jeanne/status/1800000000000000000",
    "https://93.184.216.34/@jeanne/109501674307577443",
    "https://[2606:2800:220:1::1]/@jeanne/109501674307577443",
    "https://localhost/@jeanne/posts/1",
    "https://example.org/https://x.com/jeanne/status/1800000000000000000",
    "https://example.org/?u=https://x.com/jeanne/status/1800000000000000000",
    "https://example.org/#https://x.com/jeanne/status/1800000000000000000",
    "https://example.org/@jeanne/12345678901234",  # a digit short of Mastodon's
    "https://example.org/@jeanne/1095016743075774431234",
    "https://example.org:8080/@jeanne/109501674307577443",
    "https://example.org/jeanne/109501674307577443",
    "https://example.org/@jeanne@/109501674307577443",
    "https://example.org/users/jeanne/statuses/",
    "https://example.org/users/jeanne/statuses/01GX1Y2Z3",
    "https://médias.example/un",
    "https://bücher.example/@jeanne",
]

IMITATIONS = [
    f"https://x.com.evil.org/jeanne/status/{ID}",
    f"https://twitter.com.evil.org/jeanne/status/{ID}",
    f"https://www.twitter.com-login.evil.org/jeanne/status/{ID}",
    f"x.com.evil.org/jeanne/status/{ID}",
    "https://instagram.com.verify.evil.org/p/DW1nTDiDvnF/",
    "https://my-facebook.com.evil.org/jeanne/posts/123456",
    "https://mastodon.x.com.evil.org/@jeanne/109501674307577443",
    f"https://х.com/jeanne/status/{ID}",  # Cyrillic ha
    f"https://xn--u1a.com/jeanne/status/{ID}",  # the same, encoded
    f"https://twіtter.com/jeanne/status/{ID}",
    f"https://tωitter.com/jeanne/status/{ID}",
    "https://ínstagram.com/p/DW1nTDiDvnF/",
    "https://xn--nstagram-b2a.com/p/DW1nTDiDvnF/",
    "https://xn--a-ecp-99999999.com/p/DW1nTDiDvnF/",  # decodes to nothing
    "https://faceb00k.com/jeanne/posts/123456",
    "https://1nstagram.com/p/DW1nTDiDvnF/",
    "https://d1scord.com/channels/@me/1306705919916249098/1306706528786583623",
    "https://t1kt0k.com.evil.org/@a/video/6854717870488702213",
]

DECEPTIONS = [
    f"https://jeanne:secret@x.com/jeanne/status/{ID}",
    f"https://x.com@evil.org/jeanne/status/{ID}",
    f"https://x.com%2F@evil.org/jeanne/status/{ID}",
    f"https://@x.com/jeanne/status/{ID}",
    f"https://\\x.com\\jeanne\\status\\{ID}",
    f"https://x.com\\jeanne/status/{ID}",
    f"https://evil.org\\@x.com/jeanne/status/{ID}",
    f"https://x.com%00.evil.org/jeanne/status/{ID}",
    f"https://x%2Ecom/jeanne/status/{ID}",
    f"https://x.com\x00/jeanne/status/{ID}",
    f"https://x.com/jeanne/status/{ID}\x00",
    f"https://x.com/jeanne/sta\x07tus/{ID}",
    f"https://x.com/jeanne/status/\x1f{ID}",
    f"https://x.com/jeanne/status/{ID}\x7f",
    f"https://x.com/jeanne/status/{ID}\x85",
    f"https://x.com/jeanne/status/\u202e{ID}",
    f"\u202ehttps://x.com/jeanne/status/{ID}",
    "https://x.com/jeanne/status/18000\u200b00000000000000",
    f"https://x\u200d.com/jeanne/status/{ID}",
    f"https://x.com/jeanne/status/{ID}\u200b",
    f"https://x.com/\u2066jeanne\u2069/status/{ID}",
    f"https://x.com/jeanne/status/{ID}\u00ad",
    f"https://x.com/jeanne/status/{ID}\U000e0041",
    f"https://x.com/jeanne/status/{ID}\ud800",
    f"x\u200b.com/jeanne/status/{ID}",
    f"https://ｘ.com/jeanne/status/{ID}",
    f"https://x。com/jeanne/status/{ID}",
    f"https://x.com⁄jeanne⁄status⁄{ID}",
    f"https://x.com／jeanne／status／{ID}",
    f"https://x..com/jeanne/status/{ID}",
    f"https://.x.com/jeanne/status/{ID}",
    f"https://-x.com/jeanne/status/{ID}",
    f"https://x.com:a/jeanne:80@a/status/{ID}",
    f"https://x.com:99999999/jeanne/status/{ID}",
    f"https://x.com:٤٤٣/jeanne/status/{ID}",
    "https://2130706433/@jeanne/109501674307577443",
    "https://0x7f.0.0.1/@jeanne/109501674307577443",
    "https://0x7f000001/@jeanne/109501674307577443",
    "https://127.1/@jeanne/109501674307577443",
    "https://0177.0.0.1/@jeanne/109501674307577443",
    "https://256.1.1.1/@jeanne/109501674307577443",
    "https://١٢٧.٠.٠.١/@jeanne/109501674307577443",
    f"https://[x.com]/jeanne/status/{ID}",
    "javascript:alert(1)",
    f"javascript:https://x.com/jeanne/status/{ID}",
    f"JavaScript://x.com/jeanne/status/{ID}",
    f"java\x00script:alert('https://x.com/jeanne/status/{ID}')",
    f"data:text/html,https://x.com/jeanne/status/{ID}",
    f"data:text/html,<a href='https://x.com/jeanne/status/{ID}'>x</a>",
    f"data:text/html;base64,aHR0cHM6Ly94LmNvbQ==,https://x.com/a/status/{ID}",
    f"vbscript:https://x.com/jeanne/status/{ID}",
    f"file:///home/https://x.com/jeanne/status/{ID}",
    "file:///etc/passwd",
    "FILE:\\\\serveur\\partage",
    f"blob:https://x.com/jeanne/status/{ID}",
    f"view-source:https://x.com/jeanne/status/{ID}",
    f"feed:https://x.com/jeanne/status/{ID}",
    "https://x.com/" + "a" * 5000,
    f"https://x.com/jeanne/status/{ID}?x=" + "a" * 100_000,
    f"https://{'a.' * 200}x.com/jeanne/status/{ID}",
    f"https://{'a' * 64}.com/@jeanne/109501674307577443",
    f"https%3A%2F%2Fx.com%2Fjeanne%2Fstatus%2F{ID}%0A1",
    f"https%3A%2F%2Fx.com%2Fjeanne%2Fsta%E2%80%8Btus%2F{ID}",
    "https%3A%2F%2Fx.com%2F%FF",
]

NOT_LINKS = [
    "",
    " ",
    "\n\t",
    "bonjour",
    "Elle a reçu 3 messages hier soir, vers 22h30.",
    "compte @jeanne_d",
    "notes.pdf",
    "capture.d’écran.png",
    "etc./suite",
    "S.A.R.L./M.",
    "et/ou",
    "12/10/2026",
    "12.10.2026/2",
    "jeanne@example.org",
    "mailto:jeanne@example.org",
    "jeanne@x.com/status/1",
    "+33 6 12 34 56 78",
    "https://",
    "http://?x",
    "https:///x.com/a/status/1",
    "https:/x.com/jeanne/status/1800000000000000000",
    "https//x.com/jeanne/status/1800000000000000000",
    "hxxps://x.com/jeanne/status/1800000000000000000",
    "xhttps://x.com/jeanne/status/1800000000000000000",
    "ftp://x.com/jeanne/status/1800000000000000000",
    "tg://resolve?domain=europa_press&post=613",
    "whatsapp://send?text=https://x.com/jeanne/status/1",
    "x[.]com/jeanne/status/1800000000000000000",
    "x .com/jeanne/status/1800000000000000000",
    "х.com/jeanne/status/1800000000000000000",  # Cyrillic, without scheme
    "https%253A%252F%252Fx.com%252Fjeanne%252Fstatus%252F1800000000000000000",
    "at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.like/3lbd2ebt3wk2r",
    "1800000000000000000",
    "/jeanne/status/1800000000000000000",
    "نص",
    "👩‍👩‍👧",
]


def name(pasted: str) -> str:
    """Name a case so that a terminal can show it."""
    return ascii(pasted)[1:60]


def assert_says_nothing(link: Link, pasted: str) -> None:
    assert link.pasted == pasted
    assert link.platform is Platform.UNKNOWN
    assert link.kind is LinkKind.UNKNOWN
    assert link.post_id is None
    assert link.account is None
    assert link.created_at is None


@pytest.mark.parametrize("pasted", SHAPELESS, ids=name)
def test_an_address_of_a_known_site_that_is_not_one_content_is_unknown(pasted: str) -> None:
    link = parse(pasted)
    assert_says_nothing(link, pasted)
    assert link.note is LinkNote.UNKNOWN_SHAPE


@pytest.mark.parametrize("pasted", FOREIGN, ids=name)
def test_an_address_elsewhere_is_unknown_and_keeps_a_normal_form(pasted: str) -> None:
    link = parse(pasted)
    assert_says_nothing(link, pasted)
    assert link.note is LinkNote.UNKNOWN_HOST
    assert link.canonical.startswith("http")
    assert link.canonical.isascii()


@pytest.mark.parametrize("pasted", IMITATIONS, ids=name)
def test_a_host_that_imitates_a_service_is_unknown_and_said_to_deceive(pasted: str) -> None:
    link = parse(pasted)
    assert_says_nothing(link, pasted)
    assert link.note is LinkNote.HOSTILE
    assert link.canonical.isascii()


@pytest.mark.parametrize("pasted", DECEPTIONS, ids=name)
def test_an_address_that_hides_something_is_unknown_and_made_harmless(pasted: str) -> None:
    link = parse(pasted)
    assert_says_nothing(link, pasted)
    assert link.note is LinkNote.HOSTILE
    assert link.canonical.startswith("unsafe:")
    assert link.canonical.isascii()
    assert link.canonical.isprintable()


@pytest.mark.parametrize("pasted", NOT_LINKS, ids=name)
def test_a_text_without_address_is_not_a_link(pasted: str) -> None:
    link = parse(pasted)
    assert_says_nothing(link, pasted)
    assert link.note is LinkNote.NOT_A_LINK
    assert link.canonical == ""
    assert find(pasted) == ()


@pytest.mark.parametrize("pasted", SHAPELESS[1:] + FOREIGN + IMITATIONS + DECEPTIONS, ids=name)
def test_a_link_that_is_not_recognised_is_still_found_in_a_text(pasted: str) -> None:
    assert parse(pasted).canonical in {link.canonical for link in find(f"Voir {pasted} svp")}


@pytest.mark.parametrize(
    ("pasted", "canonical"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/Un/Chemin?Q=1&utm_source=x&fbclid=y", "https://example.org/Un/Chemin?Q=1"),
        ("http://example.org:8080/?utm_medium=a", "http://example.org:8080/"),
        ("https://forum.example/viewtopic.php?t=12&s=3#p456", "https://forum.example/viewtopic.php?t=12&s=3#p456"),
        ("https://example.org/page#haut", "https://example.org/page"),
        ("https://example.org/app#!/un/message", "https://example.org/app#!/un/message"),
        ("https://example.org/page#c12:~:text=jeanne", "https://example.org/page#c12"),
        ("https://example.org/été?q=é", "https://example.org/%C3%A9t%C3%A9?q=%C3%A9"),
        ("https://example.org/%c3%a9t%C3%A9/%7Ea", "https://example.org/%C3%A9t%C3%A9/~a"),
        ("https://médias.example/un", "https://xn--mdias-bsa.example/un"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("www.example.org/a.", "https://www.example.org/a"),
        ("example.org/a", "https://example.org/a"),
        ("https://fr.example/wiki/Jeanne_(prénom)", "https://fr.example/wiki/Jeanne_(pr%C3%A9nom)"),
        ("https://example.org/a;jsessionid=1?b=2", "https://example.org/a;jsessionid=1?b=2"),
        ("https://example.org/a.?utm_source=x", "https://example.org/a%2E"),
        ("https://example.org/a?utm_source=(&d=)", "https://example.org/a?d=%29"),
        ("https://www.reddit.com/search/?q=jeanne&rdt=1&utm_name=x", "https://www.reddit.com/search/?q=jeanne"),
        ("https://x.com/search?q=jeanne&s=20&t=abc", "https://x.com/search?q=jeanne"),
    ],
)
def test_a_site_that_is_not_known_keeps_its_address_less_the_tracking(pasted: str, canonical: str) -> None:
    assert parse(pasted).canonical == canonical
    assert parse(canonical).canonical == canonical
