"""A text read more than a year ago is said to be."""

from datetime import date

import pytest

from casedesk.law.staleness import stale


@pytest.mark.parametrize(
    ("checked_on", "today", "expected"),
    [
        ("2025-11-21", "2026-11-21", False),
        ("2025-11-21", "2026-11-22", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
    ],
)
def test_a_text_is_stale_the_day_after_its_year(checked_on: str, today: str, *, expected: bool) -> None:
    assert stale(date.fromisoformat(checked_on), date.fromisoformat(today)) is expected
