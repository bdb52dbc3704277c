"""Passphrases proposed and refused."""

import math
import re

import pytest

from casedesk.errors import InvalidInput
from casedesk.store import passphrase


def test_the_words_are_plain_french_words_the_same_on_every_keyboard() -> None:
    words = passphrase.words()
    assert list(words) == sorted(set(words))
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)


def test_seven_words_say_eighty_bits_at_least() -> None:
    assert passphrase.WORDS * math.log2(len(passphrase.words())) >= 80


def test_a_proposed_passphrase_is_seven_of_the_words_and_is_taken() -> None:
    proposed = {passphrase.propose() for _turn in range(200)}
    assert len(proposed) == 200
    for text in proposed:
        words = text.split(" ")
        assert len(words) == 7
        assert set(words) <= set(passphrase.words())
        passphrase.check(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "court",
        "quatorze signe",
        " " * 40,
        "a" * 40,
        "lalalalalalalalala",
        "azertyuiopqsdfghjklm",
        "qwertyuiopasdfghjkl",
        "mlkjhgfdsqpoiuytreza",
        "0123456789012345",
        "MotDePasse2026!!",
        "M0td3passe M0td3passe",
        "m@tdepasse casedesk 1987",
        "Association Bamako 2026",
        "soleil soleil soleil soleil",
        "abricot-montagne-rivage",
        "x" * 2000,
    ],
)
def test_what_a_thief_would_try_first_is_refused_at_the_field(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        passphrase.check(text)
    assert refused.value.field == "passphrase"


@pytest.mark.parametrize(
    "text",
    [
        "abricot montagne rivage tambour",
        "Le chat de ma tante mange",
        "correct horse battery staple",
        "kX8#pQ2vL9m!wZ4t",
        "ɛɔɲŋ bamanankan kalan so",
        "Éte\u0301 à Se\u0301gou, la lune est haute",
    ],
)
def test_what_is_hard_to_guess_is_taken(text: str) -> None:
    passphrase.check(text)
