"""The named counting regimes: each returns the day and the steps that lead to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from casedesk.errors import InvalidInput
from casedesk.law.period import THAT_DAY, Period
from casedesk.law.regime import Regime
from casedesk.law.trail import Step, StepCode, Trail
from casedesk.law.workdays import DAY, Calendar

__all__ = ["Count", "Regime", "Step", "StepCode", "can_count", "count"]

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted period.

    `legal_day` is the last legal day or, for a gate, the first admissible one; `last_instant` is set only for hours.
    `prudent_day` is the day to act by (for a gate: the day from which acting is surely not too early).
    `rolled` says that the legal day moved because the period ended on a day off.
    `estimated` says that the result leans on a feast whose day is not settled yet.
    """

    regime: Regime
    start: date | datetime
    period: Period
    calendar: Calendar = field(repr=False, compare=False)
    legal_day: date
    prudent_day: date
    rolled: bool
    estimated: bool
    last_instant: datetime | None = None

    @property
    def last_day(self) -> date | None:
        """The last legal day; a gate has none."""
        return None if self.regime is Regime.GATE else self.legal_day

    @property
    def opens_on(self) -> date | None:
        """The first admissible day; only a gate has one."""
        return self.legal_day if self.regime is Regime.GATE else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Count again, writing down each step: of the thousand dates of a board, one is asked why."""
        steps: list[Step] = []
        _run(self.regime, Trail(self.start, self.period, self.calendar, steps))
        return tuple(steps)


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
        if isinstance(start, datetime):  # the same moment told in two time zones is not always the same day
            return _run(regime, Trail(start, period, calendar))
        return _counted(regime, start, period, calendar)
    except OverflowError as error:
        raise InvalidInput("for", f"{start} and {period} lead out of the calendar.") from error


def can_count(regime: Regime, period: Period) -> bool:
    """Say whether a regime counts such a period: days and more, or hours."""
    return regime in (_HOUR_REGIMES if period.hours else _DAY_REGIMES)


@lru_cache(maxsize=16384)
def _counted(regime: Regime, start: date, period: Period, calendar: Calendar) -> Count:
    """Count once what a whole board asks: thousands of cases share some thousand days."""
    return _run(regime, Trail(start, period, calendar))


def _run(regime: Regime, trail: Trail) -> Count:
    if trail.period.hours:
        return _hours_counted(regime, trail)
    ending = _not_before_the_start(_DAY_REGIMES[regime](trail), regime, trail)
    _prudently(trail, ending.legal, ending.prudent, ending.why)
    return Count(
        regime=regime,
        start=trail.given,
        period=trail.period,
        calendar=trail.calendar,
        legal_day=ending.legal,
        prudent_day=ending.prudent,
        rolled=ending.legal != ending.unrolled,
        estimated=trail.leans_on is not None,
    )


def _not_before_the_start(ending: "_Ending", regime: Regime, trail: Trail) -> "_Ending":
    """Act at once where no working day is left between the start and the end: nobody acts before it starts.

    Before an event, or before the very day that a judge fixed, one acts ahead.
    """
    start = trail.given.date() if isinstance(trail.given, datetime) else trail.given
    if regime in _BEFORE or trail.period == THAT_DAY or ending.prudent >= start:
        return ending
    return ending._replace(prudent=start, why=StepCode.PRUDENT_AT_ONCE)


def _hours_counted(regime: Regime, trail: Trail) -> Count:
    """Close a count of hours: nothing rolls, and the prudent day is that of the moment it ends.

    Before an event, what must have arrived by then arrives on a working day: prudently, the last one on or before.
    """
    end = _HOUR_REGIMES[regime](trail)
    prudent = end.date()
    if regime is Regime.BACKWARD:
        prudent = trail.last_working_day(prudent)
        _prudently(trail, end.date(), prudent, StepCode.PRUDENT)
    return Count(
        regime=regime,
        start=trail.given,
        period=trail.period,
        calendar=trail.calendar,
        legal_day=end.date(),
        prudent_day=prudent,
        rolled=False,
        estimated=trail.leans_on is not None,
        last_instant=end,
    )


def _prudently(trail: Trail, legal: date, prudent: date, why: StepCode) -> None:
    """Write down the prudent day where it is another one, and the feast not settled yet that the count leans on."""
    if prudent != legal:
        trail.note(why, prudent)
    if trail.leans_on is not None:
        trail.note(StepCode.ESTIMATED, trail.leans_on)


class _Ending(NamedTuple):
    """Where a count of days ends: in law, before any roll, prudently, and what the prudent day is."""

    legal: date
    unrolled: date
    prudent: date
    why: StepCode = StepCode.PRUDENT


def _limitation(trail: Trail) -> _Ending:
    """Limitation, date to date: the same day-number, that day included until midnight, never moved by a day off.

    Authorities: Crim. 12 November 2014, n° 13-84.444 (last day included); TGI Paris 8 April 1998 (no extension). For
    civil limitation: civil code, art. 2228 and 2229. Prudent: the last working day on or before, since neither a
    registry nor a commissaire de justice acts on a day off.
    """
    end = trail.date_to_date(trail.start())
    trail.note(StepCode.ENDS_AT_MIDNIGHT, end)
    trail.stay(end)
    return _Ending(end, end, trail.last_working_day(end))


def _rolling(trail: Trail) -> _Ending:
    """Procedural period: a last day off moves to the next working day.

    Authorities: code of criminal procedure, art. 801; code of civil procedure, art. 640 to 642. Prudent: the last
    working day on or before the end that did not roll.
    """
    end = trail.date_to_date(trail.start())
    return _Ending(trail.roll(end), end, trail.last_working_day(end))


def _clear_days(trail: Trail) -> _Ending:
    """Clear days (« francs »): neither the trigger day nor the last day counts, so one day more, then it rolls.

    Authorities: code of criminal procedure, art. 568 and 801. Prudent: on or before the ordinary end, until a lawyer
    confirms the extra day.
    """
    end = trail.date_to_date(trail.start())
    clear = end + DAY
    trail.note(StepCode.CLEAR_DAY_ADDED, clear)
    return _Ending(trail.roll(clear), clear, trail.last_working_day(end))


def _backward(trail: Trail) -> _Ending:
    """Counted back from an event: never rolls.

    Authorities: law of 29 July 1881, art. 54; regulation (EEC, Euratom) 1182/71, art. 3(4). Prudent: the last working
    day on or before.
    """
    end = trail.back(trail.start())
    trail.note(StepCode.CLEAR_DAY_WARNING, end - DAY)
    trail.stay(end)
    return _Ending(end, end, trail.last_working_day(end))


def _clear_backward(trail: Trail) -> _Ending:
    """Clear days before an event: neither the day of the act nor that of the event counts; never rolls.

    Authorities: law of 29 July 1881, art. 56 (three clear days before the hearing); code of criminal procedure, art.
    552. Prudent: the last working day on or before.
    """
    end = trail.back(trail.start()) - DAY
    trail.note(StepCode.CLEAR_DAY_TAKEN, end)
    trail.stay(end)
    return _Ending(end, end, trail.last_working_day(end))


def _eu(trail: Trail) -> _Ending:
    """Period of European law: the event's day is not counted, a last day off rolls, two working days at the least.

    Authority: regulation (EEC, Euratom) 1182/71, art. 3(1), (2), (4) and (5). Prudent: the end before any extension.
    """
    start = trail.start()
    end = trail.date_to_date(start)
    last = trail.roll(end)
    if end >= start + 2 * DAY and trail.last_working_day(last - DAY) <= start:
        last = trail.next_working_day(last + DAY)
        trail.note(StepCode.TWO_WORKING_DAYS, last)
    return _Ending(last, end, end, StepCode.PRUDENT_UNEXTENDED)


def _ml_cpp_1366(trail: Trail) -> _Ending:
    """Procedural period in Mali: it rolls; the text does not say whether the first day counts.

    Authority: code of criminal procedure (law 2024-028), art. 1366. The legal day is the probable one (first day not
    counted). Prudent: first day counted, then back to a working day.
    """
    start = trail.start()
    if trail.period == THAT_DAY:
        return _Ending(trail.roll(start), start, trail.last_working_day(start))
    trail.note(StepCode.FIRST_DAY_UNSETTLED, start)
    end = trail.date_to_date(start)
    last = trail.roll(end)
    trail.note(StepCode.FIRST_DAY_COUNTED, end - DAY)
    return _Ending(last, end, trail.last_working_day(end - DAY))


def _gate(trail: Trail) -> _Ending:
    """First day on which a step is admissible: the day after the period has fully run; it never rolls.

    Authorities: code of criminal procedure, art. 85 (France), art. 177 (Mali). Too early is inadmissible, so the
    prudent day is the later one: the period rolled over its days off, one day more, on a working day. Without any wait
    it opens that very day.
    """
    start = trail.start()
    if trail.period == THAT_DAY:
        trail.note(StepCode.OPENS_AT_ONCE, start)
        return _Ending(start, start, trail.next_working_day(start), StepCode.PRUDENT_LATER)
    end = trail.date_to_date(start)
    opening = end + DAY
    trail.note(StepCode.OPENS, opening)
    prudent = trail.next_working_day(trail.roll(end, StepCode.MIGHT_ROLL) + DAY)
    return _Ending(opening, opening, prudent, StepCode.PRUDENT_LATER)


def _hours(trail: Trail) -> datetime:
    """Hours, from moment to moment."""
    end = trail.start_moment() + trail.period.hours * _HOUR
    trail.note(StepCode.ADDED, end, {"period": trail.period})
    return end


def _eu_hours(trail: Trail) -> datetime:
    """Hours of European law: the hour of the event is not counted.

    Authority: regulation (EEC, Euratom) 1182/71, art. 3(1), (2)(a) and (4).
    """
    first = trail.start_moment().replace(minute=0, second=0, microsecond=0) + _HOUR
    trail.note(StepCode.NEXT_FULL_HOUR, first)
    end = first + trail.period.hours * _HOUR
    trail.note(StepCode.ADDED, end, {"period": trail.period})
    return end


def _hours_back(trail: Trail) -> datetime:
    """Hours before an event (code of criminal procedure, art. 420-1: the civil party's letter, 24 hours before)."""
    end = trail.start_moment() - trail.period.hours * _HOUR
    trail.note(StepCode.TAKEN_OFF, end, {"period": trail.period})
    return end


_BEFORE = frozenset({Regime.BACKWARD, Regime.CLEAR_BACKWARD})  # counted back from an event
_DAY_REGIMES: Mapping[Regime, Callable[[Trail], _Ending]] = {
    Regime.LIMITATION: _limitation,
    Regime.CIVIL_LIMITATION: _limitation,
    Regime.CPP_801: _rolling,
    Regime.CPC_642: _rolling,
    Regime.CLEAR_DAYS: _clear_days,
    Regime.BACKWARD: _backward,
    Regime.CLEAR_BACKWARD: _clear_backward,
    Regime.EU_1182_71: _eu,
    Regime.ML_CPP_1366: _ml_cpp_1366,
    Regime.GATE: _gate,
}
_HOUR_REGIMES: Mapping[Regime, Callable[[Trail], datetime]] = {
    Regime.HOURS: _hours,
    Regime.EU_1182_71: _eu_hours,
    Regime.BACKWARD: _hours_back,
}
