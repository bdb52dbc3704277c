"""How the packs are written: French signs, no dead number, no source or doubt left over."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedesk import paths
from tests.packs.jurisdictions import PACKS, citations_of

FILES = sorted(paths.packs().glob("*/**/*.toml"))
NO_BREAK = "\u00a0"
# Numbers of older laws that no longer say what they said, or laws that do not exist or are not in force.
DEAD = ("2024-026", "2024-030", "6-I-", "6-II", "6-III", "222-33-1-2", "revenge")


def texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from texts(one)
        case list():
            for one in value:
                yield from texts(one)


def written(file: Path) -> list[str]:
    return [text for text in texts(tomllib.loads(file.read_text("utf-8"))) if not text.startswith("http")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(paths.packs()).as_posix())
def test_french_signs_are_set_as_in_a_printed_page(file: Path) -> None:
    for text in written(file):
        assert "'" not in text, text
        assert not re.search(r"[^\u00a0:/]([;!?»]|:(?=\s|$))", text), text
        assert not re.search("«(?!\u00a0)", text), text
        assert not re.search("n° ", text), text
        assert text == text.strip()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(paths.packs()).as_posix())
def test_no_dead_number_is_cited(file: Path) -> None:
    for text in written(file):
        assert not [number for number in DEAD if number in text], text


def test_every_doubt_travels_with_something() -> None:
    for pack in PACKS.values():
        carried = {doubt for rule in pack.rules.values() for doubt in rule.doubts}
        carried |= {doubt for offence in pack.offences.values() for doubt in offence.doubts}
        carried |= {doubt for letter in pack.letters.values() for doubt in letter.doubts}
        carried |= {doubt for route in pack.routes.values() for doubt in route.doubts}
        carried |= {doubt for body in pack.bodies.values() for doubt in body.doubts}
        assert carried == set(pack.doubts)


def test_every_source_is_cited() -> None:
    for pack in PACKS.values():
        cited = {citation.source for citation in citations_of(pack)}
        cited |= {body.source for body in pack.bodies.values() if body.source}
        assert cited == set(pack.sources)


def test_everything_was_checked_on_the_day_of_the_version() -> None:
    for pack in PACKS.values():
        assert {rule.checked_on.isoformat() for rule in pack.rules.values()} == {pack.version}
        assert {source.checked_on.isoformat() for source in pack.sources.values()} == {pack.version}
