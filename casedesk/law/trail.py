"""A count under way: its moves on the calendar, and the steps they leave behind when somebody asks for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum

from casedesk.law.period import THAT_DAY, Period, add, subtract
from casedesk.law.workdays import DAY, Calendar


class StepCode(StrEnum):
    """What one step of a count does; its sentence lives in `casedesk.explain`."""

    START = "start"
    FROM_MIDNIGHT = "from_midnight"  # the hour is not known
    FIRST_DAY_NOT_COUNTED = "first_day_not_counted"  # day: the first one counted
    FIRST_DAY_UNSETTLED = "first_day_unsettled"
    NEXT_FULL_HOUR = "next_full_hour"
    ADDED = "added"  # period
    TAKEN_OFF = "taken_off"  # period
    MONTH_END = "month_end"  # number: the day-number that the month lacks
    ENDS_AT_MIDNIGHT = "ends_at_midnight"
    CLEAR_DAY_ADDED = "clear_day_added"
    CLEAR_DAY_TAKEN = "clear_day_taken"
    CLEAR_DAY_WARNING = "clear_day_warning"
    DAY_OFF = "day_off"  # name: the feast, empty for a Saturday or a Sunday
    ROLLED = "rolled"
    MIGHT_ROLL = "might_roll"  # where it would end, were it extended
    NOT_ROLLED = "not_rolled"  # name: the feast, empty for a Saturday or a Sunday
    TWO_WORKING_DAYS = "two_working_days"
    OPENS = "opens"
    OPENS_AT_ONCE = "opens_at_once"
    FIRST_DAY_COUNTED = "first_day_counted"  # the prudent reading of a text that does not say
    PRUDENT = "prudent"
    PRUDENT_UNEXTENDED = "prudent_unextended"
    PRUDENT_LATER = "prudent_later"
    PRUDENT_AT_ONCE = "prudent_at_once"  # no working day is left before the end
    ESTIMATED = "estimated"


Values = Mapping[str, str | int | Period]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what was done, the day it leads to, and the values its sentence needs."""

    code: StepCode
    day: date | datetime
    values: Values = field(default_factory=dict)


class Trail:
    """Counts `period` from what was `given`, on the working days of `calendar`.

    `steps` receives each move; None when only the result is wanted. `leans_on` is the first day looked at that an
    estimated feast makes unsure.
    """

    __slots__ = ("_steps", "calendar", "given", "leans_on", "period")

    def __init__(
        self, given: date | datetime, period: Period, calendar: Calendar, steps: list[Step] | None = None
    ) -> None:
        self.given = given
        self.period = period
        self.calendar = calendar
        self.leans_on: date | None = None
        self._steps = steps

    def note(self, code: StepCode, day: date | datetime, values: Values | None = None) -> None:
        """Write down a step that leads to `day`."""
        if self._steps is not None:
            self._steps.append(Step(code, day, values or {}))

    def start(self) -> date:
        """Begin on a day: that of the moment, when a moment was given."""
        given = self.given
        day = given.date() if isinstance(given, datetime) else given
        self.note(StepCode.START, day)
        return day

    def start_moment(self) -> datetime:
        """Begin at a moment: midnight when only the day was given, universal time when no zone was."""
        given = self.given
        moment = given if isinstance(given, datetime) else datetime.combine(given, time())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        self.note(StepCode.START, moment)
        if not isinstance(given, datetime):
            self.note(StepCode.FROM_MIDNIGHT, moment)
        return moment

    def date_to_date(self, start: date) -> date:
        """Add the period to a day that is not counted: same day-number, or the last day of a shorter month."""
        if self.period == THAT_DAY:
            return start
        self.note(StepCode.FIRST_DAY_NOT_COUNTED, start + DAY)
        end, clipped = add(start, self.period)
        self.note(StepCode.ADDED, end, {"period": self.period})
        if clipped:
            self._month_end(start, add)
        return end

    def back(self, event: date) -> date:
        """Take the period off the day of an event."""
        end, clipped = subtract(event, self.period)
        self.note(StepCode.TAKEN_OFF, end, {"period": self.period})
        if clipped:
            self._month_end(event, subtract)
        return end

    def _month_end(self, start: date, move: Callable[[date, Period], tuple[date, bool]]) -> None:
        """Write down on which last day of a month the period came, before its weeks and days."""
        month_end, _ = move(start, Period(self.period.years, self.period.months))
        self.note(StepCode.MONTH_END, month_end, {"number": start.day})

    def roll(self, end: date, code: StepCode = StepCode.ROLLED) -> date:
        """Move a day off forward to the next working day, however many days off follow each other."""
        day = end
        while not self.works(day):
            self.note(StepCode.DAY_OFF, day, {"name": self.calendar.day(day).name})
            day += DAY
        if day != end:
            self.note(code, day)
        return day

    def stay(self, end: date) -> None:
        """Write down that a day off does not move this period."""
        if not self.works(end):
            self.note(StepCode.NOT_ROLLED, end, {"name": self.calendar.day(end).name})

    def next_working_day(self, day: date) -> date:
        """Find the first working day on or after `day`."""
        while not self.works(day):
            day += DAY
        return day

    def last_working_day(self, day: date) -> date:
        """Find the last working day on or before `day`."""
        while not self.works(day):
            day -= DAY
        return day

    def works(self, day: date) -> bool:
        """Look at a day: is it worked? Remember it when a feast expected there is not announced yet."""
        if self.leans_on is None and self.calendar.unsure(day):
            self.leans_on = day
        return self.calendar.works(day)
