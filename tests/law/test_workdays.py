"""Working days: where, when, and how surely."""

from collections.abc import Mapping
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.errors import InvalidInput
from casedesk.law.moon import LAST_YEAR
from casedesk.law.pack import DeclaredDay, Holiday, Pack
from casedesk.law.workdays import Calendar, DayStatus, calendar_for, easter

WHIT_MONDAY_DROPPED = {date(2005, 5, 16), date(2006, 6, 5), date(2007, 5, 28)}  # a holiday although worked


def legal_days(calendar: Calendar, year: int) -> set[date]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return {day for day in days if calendar.day(day).name}


def feast(**given: object) -> Holiday:
    values: dict[str, object] = {"name": "Fête", "month_day": None, "easter": None, "moon": "", "places": ()}
    values |= {"since": None, "until": None, "article": "art. 1"} | given
    return Holiday(**values)  # type: ignore[arg-type]


def test_saturdays_and_sundays_are_no_working_days(france: Calendar) -> None:
    assert france.day(date(2026, 11, 20)) == DayStatus(working=True, name="", estimated=False)
    assert france.day(date(2026, 11, 21)) == DayStatus(working=False, name="", estimated=False)
    assert not france.works(date(2026, 11, 22))


@pytest.mark.parametrize(("place", "subdivision"), [("fr", None), ("fr-57", "57"), ("fr-67", "6AE"), ("fr-974", "974")])
def test_the_legal_list_is_that_of_the_holidays_package_and_whit_monday_never_left_it(
    packs: Mapping[str, Pack], place: str, subdivision: str | None
) -> None:
    calendar = calendar_for(packs, place)
    for year in range(1985, 2060):
        known = set(holidays.country_holidays("FR", subdiv=subdivision, years=year, language="fr"))
        assert legal_days(calendar, year) == known | {day for day in WHIT_MONDAY_DROPPED if day.year == year}


@pytest.mark.parametrize("day", sorted(WHIT_MONDAY_DROPPED))
def test_whit_monday_is_a_holiday_in_the_years_it_was_worked(france: Calendar, day: date) -> None:
    assert not france.works(day)


def test_alsace_and_moselle_rest_on_good_friday_and_the_day_after_christmas(
    france: Calendar, strasbourg: Calendar
) -> None:
    good_friday, second_day = date(2027, 3, 26), date(2028, 12, 26)
    assert (france.works(good_friday), france.works(second_day)) == (True, True)
    assert (strasbourg.works(good_friday), strasbourg.works(second_day)) == (False, False)


def test_each_overseas_territory_keeps_its_own_day(packs: Mapping[str, Pack]) -> None:
    abolition = {"fr-971": (5, 27), "fr-972": (5, 22), "fr-973": (6, 10), "fr-974": (12, 20), "fr-976": (4, 27)}
    for place, (month, day) in abolition.items():
        off = {other for other in abolition if not calendar_for(packs, other).works(date(2027, month, day))}
        expected = {place} if date(2027, month, day).weekday() < 5 else set(abolition)
        assert off == expected


def test_a_place_nobody_knows_is_refused_with_those_known(packs: Mapping[str, Pack]) -> None:
    with pytest.raises(InvalidInput, match="fr-67") as refusal:
        calendar_for(packs, "fr-99")
    assert refusal.value.field == "place"


def test_mali_rests_on_14_january_since_2023(bamako: Calendar) -> None:
    assert bamako.works(date(2022, 1, 14))
    assert not bamako.works(date(2027, 1, 14))


def test_a_feast_of_the_moon_is_estimated_one_day_around(bamako: Calendar) -> None:
    tabaski = date(2026, 5, 27)
    assert bamako.day(tabaski).estimated
    assert not bamako.works(tabaski)
    near = {day: bamako.day(tabaski + timedelta(days=day)).estimated for day in (-2, -1, 1, 2)}
    assert near == {-2: False, -1: True, 1: True, 2: False}
    assert bamako.works(tabaski + timedelta(days=1))


def test_mali_has_the_feasts_of_the_holidays_package_and_its_own(bamako: Calendar) -> None:
    for year in range(2027, 2060):
        known = set(holidays.country_holidays("ML", years=year, language="fr"))
        assert legal_days(bamako, year) == known | {date(year, 1, 14)}


def test_a_feast_expected_on_new_year_s_eve_makes_both_years_unsure(bamako: Calendar) -> None:
    assert bamako.day(date(2071, 12, 31)) == DayStatus(working=False, name="Tabaski", estimated=True)
    assert bamako.unsure(date(2071, 12, 30))
    assert bamako.unsure(date(2072, 1, 1))
    assert not bamako.unsure(date(2072, 1, 2))


def test_a_declared_day_is_off(bamako: Calendar) -> None:
    assert not bamako.works(date(2026, 1, 2))
    assert not bamako.day(date(2026, 1, 2)).estimated


def test_a_declared_day_that_confirms_a_feast_replaces_its_estimate(packs: Mapping[str, Pack]) -> None:
    announced = DeclaredDay(date(2026, 5, 28), "Tabaski", confirms="eid_al_adha")
    calendar = calendar_for(packs, "ml", [announced])
    assert calendar.day(date(2026, 5, 28)) == DayStatus(working=False, name="Tabaski", estimated=False)
    assert calendar.day(date(2026, 5, 27)) == DayStatus(working=True, name="", estimated=False)
    assert calendar.day(date(2027, 5, 16)).estimated, "the next year is still an estimate"


def test_the_local_table_has_the_last_word_on_a_feast() -> None:
    in_pack = DeclaredDay(date(2026, 3, 20), "Ramadan", confirms="eid_al_fitr")
    local = DeclaredDay(date(2026, 3, 21), "Ramadan", confirms="eid_al_fitr")
    other_year = DeclaredDay(date(2027, 3, 10), "Ramadan", confirms="eid_al_fitr")
    plain = DeclaredDay(date(2026, 3, 23), "Pont")
    calendar = Calendar([feast(moon="eid_al_fitr")], [in_pack, other_year, plain, local])
    names = legal_days(calendar, 2026)
    assert names == {date(2026, 3, 21), date(2026, 3, 23)}
    assert legal_days(calendar, 2027) == {date(2027, 3, 10)}


def test_beyond_the_last_estimate_every_day_is_unsure(bamako: Calendar, france: Calendar) -> None:
    assert bamako.day(date(LAST_YEAR + 1, 2, 2)).estimated
    assert bamako.day(date(LAST_YEAR + 4, 12, 31)).estimated
    assert not france.day(date(LAST_YEAR + 1, 2, 2)).estimated


def test_a_feast_counts_from_its_first_year_to_its_last() -> None:
    calendar = Calendar([feast(month_day=(7, 6), since=2020, until=2021)])
    assert [not calendar.works(date(year, 7, 6)) for year in (2018, 2020, 2021, 2022)] == [False, True, True, False]
    lunar = Calendar([feast(moon="eid_al_adha", since=2026)])
    assert legal_days(lunar, 2025) == set()
    assert legal_days(lunar, 2026) == {date(2026, 5, 27)}


def test_a_feast_of_29_february_comes_with_leap_years() -> None:
    calendar = Calendar([feast(month_day=(2, 29))])
    assert legal_days(calendar, 2027) == set()
    assert legal_days(calendar, 2028) == {date(2028, 2, 29)}


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


@pytest.mark.parametrize(
    "sunday", [date(1818, 3, 22), date(1943, 4, 25), date(2024, 3, 31), date(2026, 4, 5), date(2027, 3, 28)]
)
def test_easter_falls_on_its_known_days(sunday: date) -> None:
    assert easter(sunday.year) == sunday
