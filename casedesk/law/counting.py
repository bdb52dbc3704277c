"""The named counting regimes: each returns the day and the steps that lead to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from casedesk.errors import InvalidInput
from casedesk.law.period import Period, add, subtract
from casedesk.law.regime import Regime
from casedesk.law.workdays import DAY, Calendar

__all__ = ["Count", "Regime", "Step", "StepCode", "can_count", "count"]


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
    CLEAR_DAY_WARNING = "clear_day_warning"
    DAY_OFF = "day_off"  # name: the feast, empty for a Saturday or a Sunday
    ROLLED = "rolled"
    NOT_ROLLED = "not_rolled"
    TWO_WORKING_DAYS = "two_working_days"
    OPENS = "opens"
    FIRST_DAY_COUNTED = "first_day_counted"  # the prudent reading of a text that does not say
    PRUDENT = "prudent"
    PRUDENT_UNEXTENDED = "prudent_unextended"
    PRUDENT_LATER = "prudent_later"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what was done, the day it leads to, and the values its sentence needs."""

    code: StepCode
    day: date | datetime
    values: Mapping[str, str | int | Period] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted period.

    `last_day` is None for a gate; `opens_on` is set only for a gate, `last_instant` only for hours.
    `prudent_day` is the day to act by (for a gate: the day from which acting is surely not too early).
    `rolled` says that the legal day moved because the period ended on a day off.
    `estimated` says that the result leans on a feast whose day is not settled yet.
    """

    regime: Regime
    start: date | datetime
    period: Period
    last_day: date | None
    prudent_day: date
    rolled: bool
    estimated: bool
    steps: tuple[Step, ...]
    opens_on: date | None = None
    last_instant: datetime | None = None


def count(regime: Regime, start: date | datetime, period: Period, calendar: Calendar) -> Count:
    """Count `period` from `start` (for `backward`: back from it) as `regime` says, on the working days of `calendar`.

    A regime of days looks only at the day of `start`. A regime of hours reads a moment without time zone as UTC, and a
    day without hour as its midnight.

    Raises:
        InvalidInput: `for`, when the regime does not count such a period, or when the result is out of the calendar.
    """
    if not can_count(regime, period):
        unit = "hours, as PT72H" if regime is Regime.HOURS else "days, weeks, months or years, as P10D or P3M"
        raise InvalidInput("for", f"The regime {regime} counts in {unit}, not {period}.")
    try:
        if period.hours:
            moment = _moment(start)
            return _HOUR_COUNTS[regime](moment, period, _first_steps(moment, hour_known=isinstance(start, datetime)))
        return _DAY_COUNTS[regime](_Walk(regime, _day(start), period, calendar))
    except OverflowError as error:
        raise InvalidInput("for", f"{start} and {period} lead out of the calendar.") from error


def can_count(regime: Regime, period: Period) -> bool:
    """Say whether a regime counts such a period: days and more, or hours."""
    return regime in (_HOUR_COUNTS if period.hours else _DAY_COUNTS)


def _day(start: date | datetime) -> date:
    return start.date() if isinstance(start, datetime) else start


def _moment(start: date | datetime) -> datetime:
    moment = start if isinstance(start, datetime) else datetime.combine(start, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _first_steps(moment: datetime, *, hour_known: bool) -> list[Step]:
    steps = [Step(StepCode.START, moment)]
    if not hour_known:
        steps.append(Step(StepCode.FROM_MIDNIGHT, moment))
    return steps


class _Walk:
    """A count under way: each move writes down its step, and whether it leaned on an estimated feast."""

    __slots__ = ("_calendar", "_estimated", "_steps", "period", "regime", "start")

    def __init__(self, regime: Regime, start: date, period: Period, calendar: Calendar) -> None:
        self.regime = regime
        self.start = start
        self.period = period
        self._calendar = calendar
        self._estimated: date | None = None
        self._steps = [Step(StepCode.START, start)]

    def note(self, code: StepCode, day: date) -> date:
        """Write down a step that leads to `day`."""
        self._steps.append(Step(code, day))
        return day

    def date_to_date(self) -> date:
        """Add the period to the start, which is not counted: same day-number, or the last day of a shorter month."""
        self.note(StepCode.FIRST_DAY_NOT_COUNTED, self.start + DAY)
        end, clipped = add(self.start, self.period)
        self._moved(StepCode.ADDED, end, clipped)
        return end

    def back(self) -> date:
        """Take the period off the start."""
        end, clipped = subtract(self.start, self.period)
        self._moved(StepCode.TAKEN_OFF, end, clipped)
        return end

    def _moved(self, code: StepCode, end: date, clipped: bool) -> None:
        self._steps.append(Step(code, end, {"period": self.period}))
        if clipped:
            self._steps.append(Step(StepCode.MONTH_END, end, {"number": self.start.day}))

    def roll(self, end: date) -> date:
        """Move a day off forward to the next working day, however many days off follow each other."""
        day = end
        while not self._works(day):
            self._steps.append(Step(StepCode.DAY_OFF, day, {"name": self._calendar.day(day).name}))
            day += DAY
        if day != end:
            self.note(StepCode.ROLLED, day)
        return day

    def stay(self, end: date) -> None:
        """Write down that a day off does not move this period."""
        if not self._works(end):
            self._steps.append(Step(StepCode.NOT_ROLLED, end, {"name": self._calendar.day(end).name}))

    def next_working_day(self, day: date) -> date:
        """Find the first working day on or after `day`."""
        while not self._works(day):
            day += DAY
        return day

    def last_working_day(self, day: date) -> date:
        """Find the last working day on or before `day`."""
        while not self._works(day):
            day -= DAY
        return day

    def _works(self, day: date) -> bool:
        if self._estimated is None and self._calendar.unsure(day):
            self._estimated = day
        return self._calendar.works(day)

    def ends(self, last: date, unrolled: date, prudent: date, why: StepCode = StepCode.PRUDENT) -> Count:
        """Close a count that ends on `last`."""
        return self._closed(last, None, prudent, why, rolled=last != unrolled)

    def opens(self, opening: date, prudent: date) -> Count:
        """Close a count that opens something on `opening`."""
        return self._closed(None, opening, prudent, StepCode.PRUDENT_LATER, rolled=False)

    def _closed(self, last: date | None, opening: date | None, prudent: date, why: StepCode, *, rolled: bool) -> Count:
        if prudent != (last or opening):
            self.note(why, prudent)
        if self._estimated is not None:
            self.note(StepCode.ESTIMATED, self._estimated)
        return Count(
            regime=self.regime,
            start=self.start,
            period=self.period,
            last_day=last,
            prudent_day=prudent,
            rolled=rolled,
            estimated=self._estimated is not None,
            steps=tuple(self._steps),
            opens_on=opening,
        )


def _limitation(walk: _Walk) -> Count:
    """Limitation, date to date: the same day-number, that day included until midnight, never moved by a day off.

    Authorities: Crim. 12 November 2014, n° 13-84.444 (last day included); TGI Paris 8 April 1998 (no extension). For
    civil limitation: civil code, art. 2228 and 2229. Prudent: the last working day on or before, since neither a
    registry nor a commissaire de justice acts on a day off.
    """
    end = walk.note(StepCode.ENDS_AT_MIDNIGHT, walk.date_to_date())
    walk.stay(end)
    return walk.ends(end, end, walk.last_working_day(end))


def _rolling(walk: _Walk) -> Count:
    """Procedural period: a last day off moves to the next working day.

    Authorities: code of criminal procedure, art. 801; code of civil procedure, art. 640 to 642.
    """
    end = walk.date_to_date()
    return walk.ends(walk.roll(end), end, walk.last_working_day(end))


def _clear_days(walk: _Walk) -> Count:
    """Clear days (« francs »): neither the trigger day nor the last day counts, so one day more, then it rolls.

    Authorities: code of criminal procedure, art. 568 and 801. Prudent: on or before the ordinary end, until a lawyer
    confirms the extra day.
    """
    end = walk.date_to_date()
    clear = walk.note(StepCode.CLEAR_DAY_ADDED, end + DAY)
    return walk.ends(walk.roll(clear), clear, walk.last_working_day(end))


def _backward(walk: _Walk) -> Count:
    """Counted back from an event: never rolls.

    Authorities: law of 29 July 1881, art. 54; regulation 1182/71, art. 3(4). Prudent: the last working day
    on or before.
    """
    end = walk.back()
    walk.note(StepCode.CLEAR_DAY_WARNING, end - DAY)
    walk.stay(end)
    return walk.ends(end, end, walk.last_working_day(end))


def _eu(walk: _Walk) -> Count:
    """Period of European law: the event's day is not counted, a last day off rolls, two working days at the least.

    Authority: regulation (EEC, Euratom) 1182/71, art. 3(1), (2), (4) and (5). Prudent: the end before any extension.
    """
    end = walk.date_to_date()
    last = walk.roll(end)
    if end >= walk.start + 2 * DAY and walk.last_working_day(last - DAY) <= walk.start:
        last = walk.note(StepCode.TWO_WORKING_DAYS, walk.next_working_day(last + DAY))
    return walk.ends(last, end, end, StepCode.PRUDENT_UNEXTENDED)


def _ml_cpp_1366(walk: _Walk) -> Count:
    """Procedural period in Mali: rolls; the text does not say whether the first day counts.

    Authority: code of criminal procedure (law 2024-028), art. 1366. The legal day is the probable one (first day not
    counted). Prudent: first day counted, then back to a working day.
    """
    walk.note(StepCode.FIRST_DAY_UNSETTLED, walk.start)
    end = walk.date_to_date()
    last = walk.roll(end)
    counted = walk.note(StepCode.FIRST_DAY_COUNTED, end - DAY)
    return walk.ends(last, end, walk.last_working_day(counted))


def _gate(walk: _Walk) -> Count:
    """First day on which a step is admissible: the day after the period has fully run.

    Authorities: code of criminal procedure, art. 85 (France), art. 177 (Mali). Too early is inadmissible, so the
    prudent day is the later one: the period rolled over its days off, one day more, on a working day.
    """
    end = walk.date_to_date()
    opening = walk.note(StepCode.OPENS, end + DAY)
    rolled = walk.roll(end)
    return walk.opens(opening, walk.next_working_day(rolled + DAY))


def _hours(start: datetime, period: Period, steps: list[Step]) -> Count:
    """Hours, from moment to moment: nothing rolls."""
    end = start + timedelta(hours=period.hours)
    steps.append(Step(StepCode.ADDED, end, {"period": period}))
    return _ends_at(Regime.HOURS, start, period, steps, end)


def _eu_hours(start: datetime, period: Period, steps: list[Step]) -> Count:
    """Hours of European law: the hour of the event is not counted; nothing rolls.

    Authority: regulation (EEC, Euratom) 1182/71, art. 3(1), (2)(a) and (4).
    """
    first = start.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    end = first + timedelta(hours=period.hours)
    steps += [Step(StepCode.NEXT_FULL_HOUR, first), Step(StepCode.ADDED, end, {"period": period})]
    return _ends_at(Regime.EU_1182_71, start, period, steps, end)


def _hours_back(start: datetime, period: Period, steps: list[Step]) -> Count:
    """Hours before an event: nothing rolls (code of criminal procedure, art. 420-1)."""
    end = start - timedelta(hours=period.hours)
    steps.append(Step(StepCode.TAKEN_OFF, end, {"period": period}))
    return _ends_at(Regime.BACKWARD, start, period, steps, end)


def _ends_at(regime: Regime, start: datetime, period: Period, steps: list[Step], end: datetime) -> Count:
    """Close a count of hours; the prudent day is that of the moment it ends."""
    return Count(
        regime=regime,
        start=start,
        period=period,
        last_day=end.date(),
        prudent_day=end.date(),
        rolled=False,
        estimated=False,
        steps=tuple(steps),
        last_instant=end,
    )


_DAY_COUNTS: Mapping[Regime, Callable[[_Walk], Count]] = {
    Regime.LIMITATION: _limitation,
    Regime.CIVIL_LIMITATION: _limitation,
    Regime.CPP_801: _rolling,
    Regime.CPC_642: _rolling,
    Regime.CLEAR_DAYS: _clear_days,
    Regime.BACKWARD: _backward,
    Regime.EU_1182_71: _eu,
    Regime.ML_CPP_1366: _ml_cpp_1366,
    Regime.GATE: _gate,
}
_HOUR_COUNTS: Mapping[Regime, Callable[[datetime, Period, list[Step]], Count]] = {
    Regime.HOURS: _hours,
    Regime.EU_1182_71: _eu_hours,
    Regime.BACKWARD: _hours_back,
}
