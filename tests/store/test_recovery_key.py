"""The recovery key: printed, misread, typed back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.errors import InvalidInput
from casedesk.store import recovery_key

KEYS = st.binary(min_size=20, max_size=20)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_a_key_typed_back_is_the_key(key: bytes) -> None:
    text = recovery_key.write(key)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{2}", text)
    assert recovery_key.read(text) == key
    typed = text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recovery_key.read(f"  {typed}\n") == key


@given(KEYS, st.data())
def test_one_misread_sign_is_always_found(key: bytes, data: st.DataObject) -> None:
    text = recovery_key.write(key)
    place = data.draw(st.sampled_from([i for i, sign in enumerate(text) if sign != "-"]))
    other = data.draw(st.sampled_from([sign for sign in SIGNS if sign != text[place]]))
    with pytest.raises(InvalidInput) as refused:
        recovery_key.read(text[:place] + other + text[place + 1 :])
    assert refused.value.field == "recovery_key"


@given(KEYS, st.integers(min_value=0, max_value=30))
def test_two_exchanged_neighbours_are_always_found(key: bytes, place: int) -> None:
    signs = recovery_key.write(key).replace("-", "")
    if signs[place] == signs[place + 1]:
        return
    with pytest.raises(InvalidInput):
        recovery_key.read(signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "0 were typed"),
        ("ABCD-EFGH", "8 were typed"),
        ("U" * 34, "without I, L, O and U"),
        ("é" * 34, "without I, L, O and U"),
        ("A" * 34, "was misread"),
    ],
)
def test_what_is_no_key_is_said_at_the_field(text: str, says: str) -> None:
    with pytest.raises(InvalidInput, match=says):
        recovery_key.read(text)


def test_keys_are_drawn() -> None:
    assert len({recovery_key.draw() for _turn in range(100)}) == 100
