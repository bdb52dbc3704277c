"""The key file: the vectors of its specification, and what happens to a changed one."""

import json
import random
import re
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from casedesk.errors import CasedeskError, Locked, Unreachable
from casedesk.store import recovery_key, vault
from casedesk.store.kdf import KdfCost
from tests.store import by_hand

SPECIFICATION = Path(__file__).parents[2] / "docs" / "keys-vault.md"
FAST = KdfCost(64, 1, 1)
WORDS = "abricot rivage tambour lanterne vigne orage menthe"


def block(name: str) -> list[dict[str, Any]]:
    """Read a block of vectors in the specification."""
    found = re.search(rf"```json {name}\n(.*?)```", SPECIFICATION.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return list(json.loads(found[1]))


VECTORS, REFUSED = block("vectors"), block("refused")


@contextmanager
def counted_stretching() -> Iterator[list[str]]:
    """Watch, without replacing anything, how many times Argon2 is called."""
    calls: list[str] = []

    def watch(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code.co_name == "hash_secret_raw":
            calls.append(frame.f_code.co_name)

    sys.setprofile(watch)
    try:
        yield calls
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_a_key_file_of_the_specification_opens_to_the_keys_it_says(vector: dict[str, Any]) -> None:
    document = vault.from_bytes(vector["file"].encode())
    keys = [document.unlock(words) for words in vector["opened_by"]]
    keys.append(document.recover(recovery_key.read(vector["recovery_key"])))
    for key in keys:
        assert key.secret.hex() == vector["workspace_key"]
        assert {name: getattr(key, name).hex() for name in vector["keys"]} == vector["keys"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_a_key_file_of_the_specification_stays_shut_to_others(vector: dict[str, Any]) -> None:
    document = vault.from_bytes(vector["file"].encode())
    sentences = set()
    for words in vector["not_opened_by"]:
        with pytest.raises(Locked) as refused:
            document.unlock(words)
        sentences.add(refused.value.sentence)
    assert len(sentences) == 1
    with pytest.raises(Locked):
        document.recover(secrets.token_bytes(recovery_key.SIZE))


@pytest.mark.parametrize("change", REFUSED, ids=lambda change: change["name"])
def test_a_changed_key_file_is_refused_as_the_specification_says(change: dict[str, Any]) -> None:
    document = json.loads(VECTORS[0]["file"])
    *path, last = change["set"]
    place = document
    for step in path:
        place = place[step]
    place[last] = change["to"]
    raw = by_hand.canonical(document)
    words = {"too_much": "asks for more memory", "later": "later version"}.get(change["refused_as"], "is damaged")
    with counted_stretching() as calls, pytest.raises(Unreachable, match=words):
        vault.from_bytes(raw).unlock(VECTORS[0]["opened_by"][0])
    assert len(calls) == (change["refused_as"] == "damaged_once_open")


def test_a_key_file_written_from_the_specification_alone_opens() -> None:
    secret, recovery = secrets.token_bytes(32), secrets.token_bytes(20)
    document = vault.from_bytes(by_hand.write(["une phrase", "une autre phrase", recovery], secret, generation=3))
    assert document.unlock("une phrase").secret == secret
    assert document.unlock("une autre phrase").secret == secret
    assert document.recover(recovery).secret == secret
    assert document.unlock("une phrase").slot != document.unlock("une autre phrase").slot


def test_a_key_file_of_ours_opens_from_the_specification_alone() -> None:
    document, key, recovery = vault.create(WORDS, KdfCost(256, 2, 4))
    raw = vault.to_bytes(document)
    assert by_hand.read(raw, WORDS) == key.secret
    assert by_hand.read(raw, recovery) == key.secret
    with pytest.raises(InvalidTag):
        by_hand.read(raw, "another")


def test_real_use_asks_for_the_recommended_work_at_least() -> None:
    cost = KdfCost()
    assert (cost.memory_kib, cost.passes, cost.lanes) == (64 * 1024, 3, 4)


def test_two_key_files_share_nothing() -> None:
    first, first_key, first_recovery = vault.create(WORDS, FAST)
    second, second_key, second_recovery = vault.create(WORDS, FAST)
    ours = {slot.salt for slot in first.slots} | {slot.public for slot in first.slots} | {first.workspace}
    theirs = {slot.salt for slot in second.slots} | {slot.public for slot in second.slots} | {second.workspace}
    assert ours.isdisjoint(theirs)
    assert (first_key.secret, first_recovery) != (second_key.secret, second_recovery)


def test_secrets_are_not_in_what_a_key_shows_of_itself() -> None:
    _document, key, _recovery = vault.create(WORDS, FAST)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)


def flip(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw))
    return raw[:place] + bytes([raw[place] ^ 1 << chance.randrange(8)]) + raw[place + 1 :]


def cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def lose(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw))
    return raw[:place] + raw[place + 1 + chance.randrange(8) :]


def insert(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + chance.choice([b" ", b"0", b"\n", b"\x00", b"{", b"\xff"]) + raw[place:]


def other_hexadecimal(raw: bytes, chance: random.Random) -> bytes:
    """Change one figure so that the file stays well formed: only cryptography can tell."""
    places = [found.start() for found in re.finditer(rb"(?<=[0-9a-f])[0-9a-f](?=[0-9a-f]{14,})", raw)]
    place = chance.choice(places)
    return (
        raw[:place] + chance.choice([f for f in b"0123456789abcdef" if f != raw[place]]).to_bytes() + raw[place + 1 :]
    )


def other_member(raw: bytes, chance: random.Random) -> bytes:
    """Exchange, double or drop slots, or take a field of one slot for another's."""
    document = json.loads(raw)
    slots = document["slots"]
    match chance.randrange(5):
        case 0:
            slots.reverse()
        case 1:
            slots.append(slots[0])
        case 2:
            slots.pop(1)
        case 3:
            field = chance.choice(["id", "nonce", "public", "sealed", "wrapped"])
            slots[0][field], slots[1][field] = slots[1][field], slots[0][field]
        case _:
            document["generation"] += 1
    return by_hand.canonical(document)


def costlier(raw: bytes, chance: random.Random) -> bytes:
    """Ask for work no computer should be asked for."""
    document = json.loads(raw)
    name, least = chance.choice([("m", 1024**2 + 1), ("t", 21), ("p", 9)])
    document["slots"][0]["kdf"][name] = chance.randrange(least, 2 ** chance.randrange(21, 64))
    return by_hand.canonical(document)


MUTATIONS: list[Callable[[bytes, random.Random], bytes]] = [
        flip, cut, lose, insert, other_hexadecimal, other_member, costlier,
]  # fmt: skip


def test_none_of_three_hundred_changed_key_files_opens_or_costs() -> None:
    document, _key, recovery = vault.create(WORDS, FAST)
    raw = vault.to_bytes(document)
    assert vault.from_bytes(raw).unlock(WORDS)  # the control: unchanged, it opens
    chance = random.Random(20261121)  # noqa: S311 - mutations, not keys
    refused = 0
    slowest = 0.0
    for turn in range(300):
        mutation = MUTATIONS[turn % len(MUTATIONS)]
        changed = mutation(raw, chance)
        assert changed != raw
        start = time.process_time()
        with counted_stretching() as calls:
            for holder in (WORDS, recovery):
                try:
                    read = vault.from_bytes(changed)
                    read.unlock(holder) if isinstance(holder, str) else read.recover(holder)
                except CasedeskError as error:
                    assert isinstance(error, Locked | Unreachable)
                    refused += 1
        slowest = max(slowest, time.process_time() - start)
        if mutation is costlier:
            assert calls == []
    print(f"{refused} openings of 300 changed files refused, the slowest in {slowest * 1000:.1f} ms")
    assert refused == 600
    assert slowest < 0.1


def test_a_file_too_large_or_with_too_many_slots_is_refused_unread() -> None:
    document = json.loads(VECTORS[0]["file"])
    document["slots"] = document["slots"][:1] * 65
    for raw in (b"x" * (vault.MAX_BYTES + 1), by_hand.canonical(document)):
        with counted_stretching() as calls, pytest.raises(Unreachable, match="asks for more memory"):
            vault.from_bytes(raw)
        assert calls == []


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b"null", b"12", b'"keys"', b"\xff\xfe", b"[" * 60_000, b'{"format":1e999}']
)
def test_what_is_no_key_file_is_a_sentence(raw: bytes) -> None:
    with pytest.raises(Unreachable):
        vault.from_bytes(raw)
