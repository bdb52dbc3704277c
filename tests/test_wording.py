"""Days, delays and amounts in words."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from casedesk import translate, wording
from casedesk.law.period import Period
from casedesk.law.when import When


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    before = translate.language()
    translate.set_language("fr")
    yield
    translate.set_language(before)


def test_the_first_of_a_month_is_written_1er_in_french_only() -> None:
    assert wording.day(date(2026, 8, 1)) == "1er août 2026"
    assert wording.day(date(2026, 8, 11)) == "11 août 2026"
    assert wording.day(date(2026, 8, 21)) == "21 août 2026"
    assert wording.day(date(2026, 8, 1), "en") == "1 August 2026"
    assert wording.long_day(date(2026, 5, 1)) == "vendredi 1er mai 2026"


def test_days_are_named_at_the_length_a_screen_needs() -> None:
    assert wording.long_day(date(2026, 11, 21)) == "samedi 21 novembre 2026"
    assert wording.short_day(date(2026, 8, 21)) == "ven. 21 août"
    assert wording.weekday(date(2026, 11, 24)) == "mardi 24"
    assert wording.month(date(2026, 11, 24)) == "nov."
    assert wording.compact_day(date(2026, 11, 21)) == "21 nov. 2026"


def test_a_moment_says_its_zone_and_its_seconds_when_asked() -> None:
    moment = datetime(2026, 8, 21, 20, 14, 5, tzinfo=UTC)
    assert wording.moment(moment) == "21 août 2026 à 20\u00a0h\u00a014 (UTC)"
    assert wording.moment(moment, ZoneInfo("Europe/Paris"), seconds=True) == (
        "21 août 2026 à 22\u00a0h\u00a014\u00a0min\u00a005\u00a0s (CEST)"
    )
    assert wording.moment(moment, language="en") == "21 August 2026, 20:14 (UTC)"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 8, 22), date(2026, 8, 22), "22 août 2026"),
        (date(2026, 8, 22), date(2026, 9, 4), "entre le 22 août et le 4 septembre 2026"),
        (date(2025, 12, 1), date(2026, 1, 4), "entre le 1er décembre 2025 et le 4 janvier 2026"),
    ],
)
def test_an_uncertain_day_is_said_as_uncertain(first: date, last: date, words: str) -> None:
    assert wording.span(When(first, last)) == words


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (-2, "dépassé de 2 jours"),
        (-1, "dépassé d’un jour"),
        (0, "aujourd’hui"),
        (1, "demain"),
        (3, "dans 3 jours"),
    ],
)
def test_a_day_is_said_relative_to_today(offset: int, words: str) -> None:
    today = date(2026, 11, 22)
    assert wording.relative_day(date.fromordinal(today.toordinal() + offset), today) == words


def test_time_elapsed_is_said_from_today() -> None:
    assert wording.elapsed(date(2026, 11, 17), date(2026, 11, 22)) == "il y a 5 jours"
    assert wording.elapsed(date(2026, 11, 22), date(2026, 11, 22)) == "aujourd’hui"


def test_periods_are_written_whole() -> None:
    assert wording.period(Period(months=3)) == "3 mois"
    assert wording.period(Period(years=1, months=6)) == "1 an et 6 mois"
    assert wording.period(Period(hours=72)) == "72 heures"


def test_amounts_keep_their_thousands_and_their_currency_together() -> None:
    cfa = wording.amount(Decimal(100_000), "XOF")
    assert " " not in cfa
    assert cfa.replace("\u202f", " ").replace("\u00a0", " ") == "100 000 F CFA"
    assert " " not in wording.amount(Decimal("1250.5"), "EUR")


def test_lists_end_with_the_word_of_the_language() -> None:
    assert wording.and_list(["a", "b", "c"]) == "a, b et c"
    assert wording.and_list(["a"]) == "a"
    assert wording.and_list([]) == ""


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Quel jour ?", "Quel jour\u202f?"),
        ("Quel jour?", "Quel jour\u202f?"),
        ("l'article 65 : trois mois", "l’article\u00a065\u00a0: trois mois"),
        ("« bonjour »", "«\u00a0bonjour\u00a0»"),
        ("«bonjour»", "«\u00a0bonjour\u00a0»"),
        ("pièce n° 3 ; pièce n°4", "pièce n°\u00a03\u202f; pièce n°\u00a04"),
        ("à 10:30", "à 10:30"),
        ("voir https://x.com/i?a=1 !", "voir https://x.com/i?a=1\u202f!"),
        ("deux « mots » ?", "deux «\u00a0mots\u00a0»\u202f?"),
    ],
)
def test_french_signs_never_stand_alone_at_the_start_of_a_line(typed: str, set_: str) -> None:
    assert wording.typography(typed) == set_
    assert wording.typography(set_) == set_


def test_english_writes_the_currency_after_the_number_as_letters_do() -> None:
    assert wording.amount(Decimal(100_000), "XOF", "en") == "100,000\u00a0F\u202fCFA"
    assert wording.amount(Decimal("250.5"), "EUR", "en") == "250.50\u00a0€"


def test_a_french_hour_has_no_leading_zero() -> None:
    assert wording.moment(datetime(2026, 8, 26, 7, 5, tzinfo=UTC)) == "26 août 2026 à 7\u00a0h\u00a005 (UTC)"
