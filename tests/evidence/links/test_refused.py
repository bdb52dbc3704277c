"""Links that are wrong, cut short or made to deceive: unknown, with what to tell the person, never a guess."""

import pytest

from casedesk.evidence.links import Link, LinkKind, LinkNote, Platform, find, parse
from tests.evidence.links.unknown import DECEPTIONS, FOREIGN, IMITATIONS, NOT_LINKS, SHAPELESS


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
