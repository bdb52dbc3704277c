"""Sentences in English, whatever other tests speak."""

from collections.abc import Iterator

import pytest

from casedesk import translate


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English during the test."""
    before = translate.language()
    translate.set_language("en")
    yield
    translate.set_language(before)
