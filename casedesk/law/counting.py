"""The named counting regimes: each returns the day and the steps that lead to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from casedesk.law.period import Period


class Regime(StrEnum):
    """How a period is counted. See each function for the authority."""

    LIMITATION = "limitation"
    CPP_801 = "cpp_801"
    CPC_642 = "cpc_642"
    CLEAR_DAYS = "clear_days"
    BACKWARD = "backward"
    HOURS = "hours"
    EU_1182_71 = "eu_1182_71"
    CIVIL_LIMITATION = "civil_limitation"
    ML_CPP_1366 = "ml_cpp_1366"
    GATE = "gate"


class StepCode(StrEnum):
    """What one step of a count does; its sentence lives in `casedesk.explain`."""

    START = "start"
    FIRST_DAY_NOT_COUNTED = "first_day_not_counted"
    ADDED = "added"
    MONTH_END = "month_end"
    ENDS_AT_MIDNIGHT = "ends_at_midnight"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what was done, the day it leads to, and the values its sentence needs."""

    code: StepCode
    day: date | datetime
    values: Mapping[str, str | int | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted period. `last_day` is None for a gate; `opens_on` is set only for a gate, `last_instant` only for hours.

    `prudent_day` is the day to act by (for a gate: the day from which acting is surely not too early).
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
