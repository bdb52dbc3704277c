"""Amounts and numbers of days, read as people type them."""

from decimal import Decimal

import pytest

from casedesk import translate
from casedesk.errors import InvalidInput
from casedesk.ui.incidents import figures


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", None),
        ("  ", None),
        ("0", "0"),
        ("150", "150"),
        ("100 000", "100000"),
        ("100\u00a0000", "100000"),
        ("100\u202f000", "100000"),
        ("100.000", "100000"),
        ("1,234", "1234"),
        ("1.234.567", "1234567"),
        ("150,5", "150.5"),
        ("150.50", "150.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("999999999999,99", "999999999999.99"),
    ],
)
def test_an_amount_is_read_however_its_thousands_are_set_apart(typed: str, read: str | None) -> None:
    assert figures.amount("amount", typed) == (None if read is None else Decimal(read))


@pytest.mark.parametrize(
    "typed", ["beaucoup", "-5", "1.2.3", "12,3456", "1.234.5", "100 000 F", "1e5", "٣", "9" * 13, "1,", "NaN"]
)
def test_what_is_not_an_amount_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        figures.amount("amount", typed)
    assert refusal.value.field == "amount"
    assert typed in refusal.value.sentence


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("value", ["0.00", "100000.00", "1234.50", "0.05", "999999999999.99"])
def test_an_amount_shown_is_read_again_as_it_was(language: str, value: str) -> None:
    translate.set_language(language)
    assert figures.amount("amount", figures.shown(Decimal(value))) == Decimal(value)


def test_no_amount_shows_nothing() -> None:
    assert figures.shown(None) == ""


@pytest.mark.parametrize(("typed", "read"), [("", None), (" 6 ", 6), ("0", 0), ("10 000", 10000)])
def test_a_number_of_days_is_read(typed: str, read: int | None) -> None:
    assert figures.days("incapacity_days", typed) == read


@pytest.mark.parametrize("typed", ["six", "-1", "1,5", "²", "9" * 5000])
def test_what_is_not_a_number_of_days_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        figures.days("incapacity_days", typed)
    assert refusal.value.field == "incapacity_days"
