"""How old a person is, and from which day she is of age."""

from datetime import date

from casedesk.law.period import Period, add
from casedesk.law.when import When

_EIGHTEEN_YEARS = Period(years=18)


def of_age_on(born_on: date) -> When:
    """Say on which day a person turns eighteen.

    Nobody settled the day for a person born on 29 February: 28 February or 1 March. A clock that runs from majority
    prudently starts on the first; she is surely of age on the second.
    """
    birthday, clipped = add(born_on, _EIGHTEEN_YEARS)
    return When(birthday, date(birthday.year, 3, 1) if clipped else birthday)


def age_at(born_on: date, day: date) -> int:
    """Count the whole years of a person born that day; a birthday of 29 February is kept on 28 February."""
    birthday, _ = add(born_on, Period(years=day.year - born_on.year))
    return day.year - born_on.year - (birthday > day)


def minor_at(born_on: date, when: When) -> bool | None:
    """Say whether a person born that day was a minor at that time; None when the time is too uncertain to tell."""
    of_age = of_age_on(born_on).latest
    if when.latest < of_age:
        return True
    return None if when.earliest < of_age else False
