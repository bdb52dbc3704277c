"""When something happened: never a false day."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from casedesk.law.when import When

DAY = date(2026, 11, 21)


def test_a_known_day_is_exact_and_an_interval_is_not() -> None:
    assert When.on(DAY) == When(DAY, DAY)
    assert When.on(DAY).exact
    assert not When(DAY, date(2026, 11, 22)).exact


def test_the_latest_day_never_comes_first() -> None:
    with pytest.raises(ValueError, match="before the earliest"):
        When(DAY, date(2026, 11, 20))


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=1))])
def test_a_moment_is_in_universal_time(zone: timezone | None) -> None:
    with pytest.raises(ValueError, match="UTC"):
        When(DAY, DAY, datetime(2026, 11, 21, 10, tzinfo=zone))
    assert When(DAY, DAY, datetime(2026, 11, 21, 10, tzinfo=UTC)).instant is not None
