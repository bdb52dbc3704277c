"""From what is known of a case to what the law says: due, unknown, or not applicable. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casedesk.law.counting import Count
from casedesk.law.facts import Occurrence
from casedesk.law.pack import Rule, RuleVersion


class Why(StrEnum):
    """Why a rule does not apply; its sentence lives in `casedesk.explain`."""

    NO_TRIGGER = "no_trigger"  # nothing of this kind happened
    OTHER_RULE = "other_rule"  # the offence is limited by another rule
    CONDITION = "condition"  # a fact says otherwise
    MET = "met"  # what had to be done was done


class Lack(StrEnum):
    """Why no date can be given."""

    FACT = "fact"  # `name` is a fact to ask
    DAY = "day"  # the day of the trigger is not known
    DURATION = "duration"  # the law's number was not found
    OLD_LAW = "old_law"  # the law of that day was not read: to a jurist


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not known."""

    lack: Lack
    name: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a date is what it is, from the trigger to the result.

    `trigger` is what the clock runs from; `restarted` the acts, in order, that started it anew; `ignored` the acts that
    look as if they did and do not. `latest` is the same count from the other end of an uncertain day.
    """

    trigger: Occurrence
    started_on: date | datetime
    restarted: tuple[Occurrence, ...]
    ignored: tuple[Occurrence, ...]
    count: Count
    latest: Count | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A date.

    `legal_day` is the last legal day (for a gate: the first admissible day), `prudent_day` the one to act on.
    `until` is the latest legal day when the trigger is an interval; equal to `legal_day` when it is a known day.
    """

    rule: Rule
    version: RuleVersion
    subject: str
    legal_day: date
    prudent_day: date
    until: date
    instant: datetime | None
    estimated: bool
    met: bool  # what stops this clock has happened
    trace: Trace


@dataclass(frozen=True, slots=True)
class Unknown:
    """No date can be given, and what is missing for it."""

    rule: Rule
    subject: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """This clock does not run, and why. `name` is the fact concerned, where there is one."""

    rule: Rule
    subject: str
    why: Why
    name: str = ""


Assessment = Due | Unknown | NotApplicable
