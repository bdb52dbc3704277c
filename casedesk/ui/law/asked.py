"""What the calculator asks for a rule, and the question it puts to the law. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from casedesk.law.assess import Assessment, assess_rule
from casedesk.law.counting import Count, count
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import Pack, Rule, StartsFrom
from casedesk.law.period import Period
from casedesk.law.regime import Regime
from casedesk.law.when import When
from casedesk.law.workdays import Calendar


class Part(StrEnum):
    """What an act does to a clock."""

    RESTARTS = "restarts"
    CONFIRMS = "confirms"  # without it, an act of the first kind does not count
    STOPS = "stops"
    NOTHING = "nothing"  # though it looks so


@dataclass(frozen=True, slots=True)
class Act:
    """Something done since; `on` is None while its day is not known."""

    what: Happening
    on: date | None


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about one rule, without a case."""

    place: str
    start: Happening
    when: When | None
    answers: Mapping[str, Value] = field(default_factory=dict)
    happened: tuple[Happening, ...] = ()  # of what the rule requires
    acts: tuple[Act, ...] = ()


def starts_of(rule: Rule) -> tuple[Happening, ...]:
    """List what can start the clock."""
    return (rule.trigger, *rule.also_from)


def facts_of(rule: Rule) -> tuple[str, ...]:
    """List the facts to ask for, in order."""
    birth = ("victim_birth_date",) if rule.starts_from is StartsFrom.MAJORITY else ()
    return tuple(dict.fromkeys((*rule.when, *birth)))


def acts_of(rule: Rule) -> dict[Part, tuple[Happening, ...]]:
    """List the acts that matter to a clock by what they do to it, each once; parts without acts are left out."""
    confirmations = [one for several in rule.confirmed_by.values() for one in several]
    if Happening.DEPOSIT_PAID in confirmations:
        confirmations.append(Happening.DEPOSIT_DUE)
    parts = {
        Part.RESTARTS: rule.restarted_by,
        Part.CONFIRMS: tuple(confirmations),
        Part.STOPS: rule.met_by,
        Part.NOTHING: rule.not_restarted_by,
    }
    seen: set[Happening] = set()
    found: dict[Part, tuple[Happening, ...]] = {}
    for part, acts in parts.items():
        kept = tuple(dict.fromkeys(act for act in acts if act not in seen))
        seen.update(kept)
        if kept:
            found[part] = kept
    return found


def counts_hours(rule: Rule) -> bool:
    """Say whether the hour matters."""
    return any(version.duration is not None and version.duration.hours for version in rule.versions)


def at_hour(when: When | None, hour: time | None, zone: tzinfo) -> When | None:
    """Give a known day its hour, as the clocks of the place show it; any other day stays as it is."""
    if when is None or hour is None or not when.exact:
        return when
    instant = datetime.combine(when.earliest, hour, zone).astimezone(UTC)
    return When(instant.date(), instant.date(), instant)


def answer(pack: Pack, rule: Rule, ask: Ask, today: date, calendar: Calendar) -> Assessment:
    """Ask the law. Acts still to come count as if they were done: one asks what they would change.

    Raises:
        InvalidInput: the period leads out of the calendar.
    """
    start = Occurrence(ask.start, ask.when, subject="asked")
    happened = [Occurrence(what, None, subject="required") for what in ask.happened]
    acts = [Occurrence(act.what, When.on(act.on) if act.on else None, subject="act") for act in ask.acts]
    facts = Facts(ask.place, (start, *happened, *acts), ask.answers)
    days = [today, *(act.on for act in ask.acts if act.on)]
    return assess_rule(pack, rule, facts, start, max(days), calendar)


def bare_count(regime: Regime, period: Period, when: When, calendar: Calendar) -> tuple[Count, Count]:
    """Count a bare period from both ends of what is uncertain.

    Raises:
        InvalidInput: the regime does not count such a period, or it leads out of the calendar.
    """
    first = count(regime, when.instant or when.earliest, period, calendar)
    return first, first if when.exact else count(regime, when.latest, period, calendar)
