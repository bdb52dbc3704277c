"""Days told from today: the fictional cases are always of this week."""

import re
from datetime import UTC, date, datetime, time, timedelta

from casedesk.law.period import Period, subtract

_STEP = re.compile(r"([+-])(\d+)([DMY])")


def day(text: str, today: date) -> date:
    """Read `+3D -3M`: three days from today, then three months before; steps are taken in order.

    Months and years only go back; where the month is too short, its last day is taken.
    """
    steps = _STEP.findall(text)
    if not steps or " ".join("".join(step) for step in steps) != text:
        raise ValueError(f"{text!r} is no day told from today")
    reached = today
    for sign, number, unit in steps:
        match sign, unit:
            case _, "D":
                reached += timedelta(days=int(sign + number))
            case "-", "M":
                reached, _clipped = subtract(reached, Period(months=int(number)))
            case "-", "Y":
                reached, _clipped = subtract(reached, Period(years=int(number)))
            case _:
                raise ValueError(f"{text!r} goes to a later month")
    return reached


def moment(text: str, clock: str, today: date) -> datetime:
    """Read a day told from today and an hour in universal time: `+3D -3M`, `20:14:05`."""
    return datetime.combine(day(text, today), time.fromisoformat(clock), tzinfo=UTC)
