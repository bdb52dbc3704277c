"""Is this a working day here, and how sure are we."""

from calendar import isleap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from casedesk.errors import InvalidInput
from casedesk.law.moon import LAST_YEAR, FeastDay, feast_days
from casedesk.law.pack import DeclaredDay, Holiday, Pack

DAY = timedelta(days=1)
_SATURDAY = 5
_NEAR = timedelta(days=15)  # half a lunar month: the estimate that a declared feast settles


@dataclass(frozen=True, slots=True)
class DayStatus:
    """What a day is here. `name` is the feast, empty on an ordinary day.

    `estimated` says that a feast expected on this day, the day before or the day after is not announced yet.
    """

    working: bool
    name: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class _Year:
    """The days off of one year, and the days that lean on an estimate."""

    names: Mapping[date, str]
    unsure: frozenset[date]


class Calendar:
    """The working days of one place: neither Saturday, nor Sunday, nor a feast set by law or declared.

    Authorities: labour code, art. L. 3133-1, L. 3134-13 and L. 3422-2 (France); law 05-040 of 22 July 2005 (Mali).
    A local custom without a text is no feast.
    """

    def __init__(self, holidays: Iterable[Holiday], declared: Iterable[DeclaredDay] = ()) -> None:
        self._holidays = tuple(holidays)
        self._declared = _last_word(declared)
        self._years: dict[int, _Year] = {}

    def day(self, day: date) -> DayStatus:
        """Say what `day` is."""
        year = self._year(day.year)
        name = year.names.get(day, "")
        return DayStatus(day.weekday() < _SATURDAY and not name, name, day in year.unsure)

    def works(self, day: date) -> bool:
        """Say whether `day` is a working day."""
        return day.weekday() < _SATURDAY and day not in self._year(day.year).names

    def next_worked(self, day: date) -> date:
        """Find the first working day on or after `day`."""
        while not self.works(day):
            day += DAY
        return day

    def unsure(self, day: date) -> bool:
        """Say whether a feast expected on this day, the day before or the day after is not announced yet."""
        return day in self._year(day.year).unsure

    def _year(self, number: int) -> _Year:
        year = self._years.get(number)
        if year is None:
            year = self._years[number] = self._read_year(number)
        return year

    def _read_year(self, year: int) -> _Year:
        names: dict[date, str] = {}
        unsure: set[date] = set()
        for holiday in self._holidays:
            if holiday.moon:
                for feast in self._expected(holiday, year):
                    names[feast.day] = holiday.name
                    if feast.estimated:
                        unsure |= {feast.day - DAY, feast.day, feast.day + DAY}
                if year > LAST_YEAR:
                    unsure |= {date.fromordinal(number) for number in _ordinals(year)}
            elif _in_force(holiday, year):
                names |= dict.fromkeys(_legal_days(holiday, year), holiday.name)
        names |= {declared.day: declared.name for declared in self._declared}
        return _Year(names, frozenset(unsure))

    def _expected(self, holiday: Holiday, year: int) -> Iterator[FeastDay]:
        """Find the days on which a feast is expected around `year`, but those that a declared day settles."""
        settled = [declared.day for declared in self._declared if declared.confirms == holiday.moon]
        for feast in (*feast_days(year - 1), *feast_days(year), *feast_days(year + 1)):
            if (
                feast.feast == holiday.moon
                and _in_force(holiday, feast.day.year)
                and not any(abs(feast.day - day) <= _NEAR for day in settled)
            ):
                yield feast


def calendar_for(packs: Mapping[str, Pack], place: str, local: Iterable[DeclaredDay] = ()) -> Calendar:
    """Build the calendar of a place (`fr`, `fr-67`, `ml`); `local` adds days declared there, and has the last word.

    Raises:
        InvalidInput: `place`, when no pack knows it.
    """
    for pack in packs.values():
        if place in pack.places:
            here = (holiday for holiday in pack.holidays if not holiday.places or place in holiday.places)
            return Calendar(here, (*pack.declared_days, *local))
    known = ", ".join(known for pack in packs.values() for known in pack.places)
    raise InvalidInput("place", f"{place!r} is not a known place. The places known are {known}.")


def easter(year: int) -> date:
    """Find Easter Sunday in the Gregorian calendar (the anonymous computus of 1876)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leap_years, year_rest = divmod(in_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _in_force(holiday: Holiday, year: int) -> bool:
    """Say whether the law sets this feast in that year."""
    return (holiday.since is None or holiday.since <= year) and (holiday.until is None or year <= holiday.until)


def _legal_days(holiday: Holiday, year: int) -> Iterator[date]:
    """Find the day of a feast fixed to the year or to Easter."""
    if holiday.easter is not None:
        yield easter(year) + holiday.easter * DAY
    elif holiday.month_day is not None and (holiday.month_day != (2, 29) or isleap(year)):
        yield date(year, *holiday.month_day)


def _ordinals(year: int) -> range:
    first = date(year, 1, 1).toordinal()
    return range(first, first + 365 + isleap(year))


def _last_word(declared: Iterable[DeclaredDay]) -> tuple[DeclaredDay, ...]:
    """Keep the last of two declarations that settle the same feast."""
    kept: list[DeclaredDay] = []
    for day in declared:
        kept = [
            other
            for other in kept
            if not other.confirms or other.confirms != day.confirms or abs(other.day - day.day) > _NEAR
        ]
        kept.append(day)
    return tuple(kept)
