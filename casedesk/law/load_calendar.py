"""From calendar.toml to the days nobody works."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from casedesk.law.moon import FEASTS
from casedesk.law.pack import DeclaredDay, Holiday
from casedesk.law.reading import Entry, open_file

_LEAP_YEAR = 2000  # so that 29 February is a day of the year


def load_declared_days(file: Path) -> tuple[DeclaredDay, ...]:
    """Load a local table of declared days, written as the `[[declared]]` tables of a pack's calendar.

    Raises:
        PackProblem: the file is missing, or says something that is not understood.
        Unreachable: the file cannot be read.
    """
    table = open_file(file, file.name)
    days = tuple(declared_days(table))
    table.close()
    return days


def holidays(file: Entry, known_places: tuple[str, ...]) -> Iterator[Holiday]:
    """Read the public holidays.

    Raises:
        PackProblem: one says something that is not understood.
    """
    for entry in file.tables("holiday"):
        yield _holiday(entry, known_places)


def declared_days(file: Entry) -> Iterator[DeclaredDay]:
    """Read the days off announced once.

    Raises:
        PackProblem: one says something that is not understood.
    """
    for entry in file.tables("declared"):
        yield _declared_day(entry)


def _holiday(entry: Entry, known_places: tuple[str, ...]) -> Holiday:
    if sum(entry.has(key) for key in ("month_day", "easter", "moon")) != 1:
        raise entry.problem("month_day", "exactly one of month_day, easter, moon is needed", 'month_day = "05-01"')
    holiday = Holiday(
        name=entry.text("name"),
        month_day=_month_day(entry),
        easter=entry.optional_number("easter"),
        moon=_moon(entry, "moon"),
        places=entry.texts("places"),
        since=entry.optional_number("since"),
        until=entry.optional_number("until"),
        article=entry.text("article"),
    )
    for place in holiday.places:
        if place not in known_places:
            raise entry.problem("places", "{name} is not a known {kind}", told={"name": repr(place), "kind": "place"})
    entry.close()
    return holiday


def _month_day(entry: Entry) -> tuple[int, int] | None:
    if not entry.has("month_day"):
        return None
    text = entry.text("month_day")
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{text}")
    except ValueError as error:
        told = {"found": repr(text)}
        raise entry.problem(
            "month_day", "a day of the year is needed, not {found}", 'month_day = "05-01"', told
        ) from error
    return day.month, day.day


def _moon(entry: Entry, key: str) -> str:
    feast = entry.text(key, "")
    if feast and feast not in FEASTS:
        told = {"known": ", ".join(FEASTS), "found": repr(feast)}
        raise entry.problem(key, "one of {known} is needed, not {found}", told=told)
    return feast


def _declared_day(entry: Entry) -> DeclaredDay:
    day = DeclaredDay(entry.day("day"), entry.text("name"), _moon(entry, "confirms"))
    entry.close()
    return day
