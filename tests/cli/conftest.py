"""Sentences in English, whatever other tests speak."""

import pytest


@pytest.fixture(autouse=True)
def _spoken(english: None) -> None:
    """Speak English in every test of this room."""
