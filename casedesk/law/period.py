"""Lengths of time as texts write them, and how they are added to a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from casedesk.errors import InvalidInput

_IN_EVERY_MONTH = 28
_DAYS_AND_MORE = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)
_HOURS = re.compile(r"PT(\d{1,5})H", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """Years, months, weeks and days, or hours; never both. ISO 8601: `P3M`, `P1Y6M`, `P10D`, `PT72H`.

    `P0D` is that very day: the day a judge fixed, or a step open at once.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0

    @staticmethod
    def parse(text: str) -> "Period":
        """Read an ISO 8601 length of time.

        Raises:
            InvalidInput: `for`, when it is not one, mixes days with hours, or is empty.
        """
        return _parse(text)

    def __str__(self) -> str:
        if self.hours:
            return f"PT{self.hours}H"
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0D")


THAT_DAY = Period()


@lru_cache(maxsize=256)
def _parse(text: str) -> Period:
    period = None
    if match := _HOURS.fullmatch(text):
        period = Period(hours=int(match[1]))
    elif match := _DAYS_AND_MORE.fullmatch(text):
        period = Period(*(int(number or 0) for number in match.groups()))
    if period is None or (period == THAT_DAY and text != "P0D"):
        raise InvalidInput(
            "for", f"{text!r} is not a length of time. Write for example P3M, P1Y6M, P10D, P2W or PT72H."
        )
    return period


def add(day: date, period: Period) -> tuple[date, bool]:
    """Add `period` to `day`, and say whether a month was too short for the day-number.

    Years and months are added together, once: a day-number that the month lacks becomes the last day of that month.
    Weeks and days come after (code of civil procedure, art. 641: months before days).

    Raises:
        InvalidInput: `for`, when the day falls out of the calendar.
    """
    return _shift(day, period, 1)


def subtract(day: date, period: Period) -> tuple[date, bool]:
    """Take `period` off `day`, and say whether a month was too short for the day-number.

    Raises:
        InvalidInput: `for`, when the day falls out of the calendar.
    """
    return _shift(day, period, -1)


def _shift(day: date, period: Period, sign: int) -> tuple[date, bool]:
    months = day.year * 12 + day.month - 1 + sign * (period.years * 12 + period.months)
    year, month = divmod(months, 12)
    try:
        number = day.day if day.day <= _IN_EVERY_MONTH else min(day.day, monthrange(year, month + 1)[1])
        moved = date(year, month + 1, number) + sign * timedelta(days=period.weeks * 7 + period.days)
    except (ValueError, OverflowError) as error:
        raise InvalidInput("for", f"{day} and {period} lead out of the calendar.") from error
    return moved, number < day.day
