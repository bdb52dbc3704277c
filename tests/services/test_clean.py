"""Text from outside made safe to show."""

import pytest

from casedesk.errors import InvalidInput
from casedesk.services import clean


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("  Louve-07 \n", "Louve-07"),
        ("deux\nlignes\tici", "deux lignes ici"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\u2066b\u2069c\u200fd\u061ce", "abcde"),
        ("nul\x00 et \x1b[31mrouge", "nul et [31mrouge"),
        ("e\u0301cole", "\u00e9cole"),
        ("un\u200bmot\ufeff", "unmot"),
        ("famille 👩\u200d👧", "famille 👩\u200d👧"),
        ("Ɛ ɔ ɲ ŋ «\u00a0oui\u00a0»", "Ɛ ɔ ɲ ŋ «\u00a0oui\u00a0»"),
        ("\U000e0041caché", "caché"),
        ("Ex\u00adem\u2062ple\ufff9\ufffb", "Exemple"),
        ("Ker\uffff\ufffe\ufdd0madec", "Kermadec"),
    ],
)
def test_a_line_loses_what_cannot_be_seen_and_keeps_the_rest(pasted: str, shown: str) -> None:
    assert clean.line(pasted) == shown


def test_a_block_keeps_its_lines_whatever_the_system_they_come_from() -> None:
    assert clean.block("un \r\ndeux\rtrois\u2028quatre\n\n") == "un\ndeux\ntrois\nquatre"


def test_a_text_beyond_its_length_is_refused_at_its_field() -> None:
    with pytest.raises(InvalidInput) as refusal:
        clean.short("title", "a" * (clean.LINE + 1))
    assert refusal.value.field == "title"
    with pytest.raises(InvalidInput):
        clean.long("note", "a" * (clean.BLOCK + 1))
    assert clean.short("title", "a" * clean.LINE) == "a" * clean.LINE


def test_a_required_line_of_invisible_characters_counts_as_empty() -> None:
    with pytest.raises(InvalidInput) as refusal:
        clean.required("title", " \u200b\u202e\n", "Say it.")
    assert (refusal.value.field, refusal.value.sentence) == ("title", "Say it.")
