"""Every known way of writing an address, as people paste it."""

import pytest

from casedesk.evidence.links import LinkKind, LinkNote, Platform, find, parse
from tests.evidence.links.table import CANONICALS, ROWS, WRAPPINGS, Row


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.platform}-{row.pasted}" for row in ROWS])
def test_a_pasted_link_says_its_platform_its_id_its_account_and_its_normal_form(row: Row) -> None:
    link = parse(row.pasted)
    assert row.agrees(link), link
    assert link.pasted == row.pasted
    assert link.note is (LinkNote.TO_RESOLVE if row.kind is LinkKind.SHORT else LinkNote.NONE)


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_what_surrounds_a_link_changes_nothing(wrapping: str) -> None:
    for row in ROWS:
        text = wrapping.format(row.pasted)
        link = parse(text)
        assert row.agrees(link), text
        assert link.pasted == text


def test_every_service_has_its_links() -> None:
    assert {row.platform for row in ROWS} == set(Platform) - {Platform.UNKNOWN}


@pytest.mark.parametrize("canonical", CANONICALS)
def test_a_normal_form_is_https_and_reads_back_as_itself(canonical: str) -> None:
    link = parse(canonical)
    assert link.canonical == canonical
    assert canonical.startswith("https://")
    assert link.platform is not Platform.UNKNOWN
    assert [one.canonical for one in find(canonical)] == [canonical]


def test_two_ways_of_writing_one_content_have_one_identity() -> None:
    for canonical in CANONICALS:
        said = {(row.platform, row.kind, row.post_id) for row in ROWS if row.canonical == canonical}
        assert len(said) == 1, canonical


@pytest.mark.parametrize("wrapping", ["_{}_", "__{}__", "**{}**", "~~{}~~", "_{}._", "**_{}_**", "_{}_.", "{}."])
def test_emphasis_around_a_code_that_ends_like_emphasis_takes_nothing_from_it(wrapping: str) -> None:
    assert parse(wrapping.format("https://instagram.com/p/B_2lf3qAd3_")).post_id == "B_2lf3qAd3_"


@pytest.mark.parametrize(
    ("pasted", "kind"),
    [
        ("https://www.facebook.com/photo?fbid=10165113568399554&comment_id=", LinkKind.MEDIA),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&v=dQw4w9WgXcQ", LinkKind.VIDEO),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=", LinkKind.VIDEO),
    ],
)
def test_an_empty_or_repeated_parameter_changes_nothing(pasted: str, kind: LinkKind) -> None:
    assert parse(pasted).kind is kind


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=Ug!",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&v=aaaaaaaaaaa",
        "https://www.facebook.com/a.b/posts/10157667649866271?comment_id=%00",
        "https://www.facebook.com/groups/12345/?multi_permalinks=1,2",
        "https://www.linkedin.com/feed/update/urn:li:activity:6685980502161199104?commentUrn=urn:li:comment:(x)",
        "https://t.me/europa_press/613?comment=abc",
    ],
)
def test_a_comment_that_cannot_be_read_is_never_taken_for_the_post_above_it(pasted: str) -> None:
    link = parse(pasted)
    assert (link.platform, link.note) == (Platform.UNKNOWN, LinkNote.UNKNOWN_SHAPE)
