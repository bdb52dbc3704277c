"""A count walked again, step by step, with pen and calendar."""

from datetime import date, datetime, timedelta

from casedesk.law.clock import day_of
from casedesk.law.counting import Count, StepCode
from casedesk.law.period import Period, add, subtract
from casedesk.law.workdays import Calendar

DAY = timedelta(days=1)


class Replay:
    """Walks the steps with pen and calendar, checking that each follows from the one before."""

    def __init__(self, result: Count, calendar: Calendar) -> None:
        first, *others = result.steps
        assert first.code is StepCode.START
        self.given = first.day
        self.start = self.legal = self.end = day_of(first.day)
        self.moment = first.day if isinstance(first.day, datetime) else None
        self.calendar = calendar
        self.prudent: date | None = None
        self.counted: date | None = None
        for step in others:
            if isinstance(step.day, datetime):
                getattr(self, f"at_{step.code}")(step.day, step.values)
            else:
                getattr(self, f"on_{step.code}")(step.day, step.values)
        self.prudent = self.prudent or self.legal

    def at_from_midnight(self, moment: datetime, _values: object) -> None:
        assert moment == self.moment
        assert (moment.hour, moment.minute) == (0, 0)

    def at_next_full_hour(self, moment: datetime, _values: object) -> None:
        assert self.moment is not None
        assert (moment.minute, moment.second, moment.microsecond) == (0, 0, 0)
        assert timedelta(0) < moment - self.moment <= timedelta(hours=1)
        self.moment = moment

    def at_added(self, moment: datetime, values: dict[str, Period]) -> None:
        assert self.moment is not None
        assert moment == self.moment + timedelta(hours=values["period"].hours)
        self.legal = moment.date()

    def at_taken_off(self, moment: datetime, values: dict[str, Period]) -> None:
        assert self.moment is not None
        assert moment == self.moment - timedelta(hours=values["period"].hours)
        self.legal = moment.date()

    def on_first_day_not_counted(self, day: date, _values: object) -> None:
        assert day == self.start + DAY

    def on_first_day_unsettled(self, day: date, _values: object) -> None:
        assert day == self.start

    def on_added(self, day: date, values: dict[str, Period]) -> None:
        assert day == add(self.start, values["period"])[0]
        self.legal = day

    def on_taken_off(self, day: date, values: dict[str, Period]) -> None:
        assert day == subtract(self.start, values["period"])[0]
        self.legal = day

    def on_month_end(self, day: date, values: dict[str, int]) -> None:
        assert (day + DAY).day == 1
        assert values["number"] > day.day

    def on_ends_at_midnight(self, day: date, _values: object) -> None:
        assert day == self.legal

    def on_clear_day_added(self, day: date, _values: object) -> None:
        assert day == self.legal + DAY
        self.legal = day

    def on_clear_day_taken(self, day: date, _values: object) -> None:
        assert day == self.legal - DAY
        self.legal = day

    def on_clear_day_warning(self, day: date, _values: object) -> None:
        assert day == self.legal - DAY

    def on_day_off(self, day: date, values: dict[str, str]) -> None:
        assert not self.calendar.works(day)
        assert self.calendar.day(day).name == values["name"]
        self.off = day

    def on_rolled(self, day: date, _values: object) -> None:
        assert day == self.off + DAY
        assert self.calendar.works(day)
        self.legal = day

    def on_might_roll(self, day: date, _values: object) -> None:
        assert day == self.off + DAY
        assert self.calendar.works(day)
        self.rolled = day

    def on_not_rolled(self, day: date, _values: object) -> None:
        assert day == self.legal
        assert not self.calendar.works(day)

    def on_two_working_days(self, day: date, _values: object) -> None:
        working = [n for n in range(1, (day - self.start).days + 1) if self.calendar.works(self.start + n * DAY)]
        assert len(working) == 2
        self.legal = day

    def on_opens(self, day: date, _values: object) -> None:
        assert day == self.legal + DAY
        self.end, self.legal = self.legal, day

    def on_opens_at_once(self, day: date, _values: object) -> None:
        assert day == self.start

    def on_first_day_counted(self, day: date, _values: object) -> None:
        assert self.legal > day

    def on_prudent(self, day: date, _values: object) -> None:
        assert self.calendar.works(day)
        assert day <= self.legal
        self.prudent = day

    def on_prudent_at_once(self, day: date, _values: object) -> None:
        assert day == self.start
        self.prudent = day

    def on_prudent_unextended(self, day: date, _values: object) -> None:
        assert day < self.legal
        self.prudent = day

    def on_prudent_later(self, day: date, _values: object) -> None:
        assert self.calendar.works(day)
        assert day > getattr(self, "rolled", self.end)
        self.prudent = day

    def on_estimated(self, day: date, _values: object) -> None:
        assert self.calendar.day(day).estimated
