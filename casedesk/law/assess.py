"""From what is known of a case to what the law says: due, unknown, or not applicable. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from casedesk.law.clock import Restart, Run, acts_on, day_of, run
from casedesk.law.conditions import known, verdict
from casedesk.law.counting import Count, count
from casedesk.law.facts import Facts, Happening, Occurrence
from casedesk.law.majority import of_age_on
from casedesk.law.pack import Clock, Pack, Rule, RuleVersion, StartsFrom
from casedesk.law.period import THAT_DAY, Period
from casedesk.law.regime import Regime
from casedesk.law.workdays import DAY, Calendar


class Why(StrEnum):
    """Why a rule does not apply; its sentence lives in `casedesk.explain`."""

    NO_TRIGGER = "no_trigger"  # nothing of this kind happened
    OTHER_RULE = "other_rule"  # the offence is limited by another rule
    CONDITION = "condition"  # a fact says otherwise
    NOT_YET = "not_yet"  # `name` is what must happen first


class Lack(StrEnum):
    """Why no date can be given."""

    FACT = "fact"  # `name` is a fact to ask
    DAY = "day"  # the day of the trigger is not known
    DURATION = "duration"  # the law's number was not found
    NO_NUMBER = "no_number"  # the law was read and gives none; `name` is what it says instead
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
    look as if they did and do not; `unconfirmed` those that would, had what must confirm them happened in time.
    `latest` is the same count from the other end of an uncertain day.
    """

    trigger: Occurrence
    started_on: date | datetime
    restarted: tuple[Occurrence, ...]
    ignored: tuple[Occurrence, ...]
    count: Count
    latest: Count | None = None
    unconfirmed: tuple[Occurrence, ...] = ()


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

# On these clocks something is lost: an act after the last day does not meet them.
_LOST_AFTER = frozenset({Clock.LIMITATION, Clock.ACT_BY, Clock.EVIDENCE})
_PRUDENT_ANY_DAY = frozenset({Regime.EU_1182_71, Regime.HOURS})
_NEVER_ROLLS = frozenset({Regime.LIMITATION, Regime.CIVIL_LIMITATION, Regime.BACKWARD, Regime.CLEAR_BACKWARD})
_COUNTED_BACK = frozenset({Regime.BACKWARD, Regime.CLEAR_BACKWARD})  # from an event: what must be done comes before it


def assess(pack: Pack, facts: Facts, today: date, calendar: Calendar) -> tuple[Assessment, ...]:
    """Answer for every rule of the pack, once per occurrence that starts its clock; silence is never an answer.

    The dates of the law itself are left out: they belong to no case.
    """
    happened: dict[Happening, list[Occurrence]] = {}
    for occurrence in facts.occurrences:
        happened.setdefault(occurrence.what, []).append(occurrence)
    answers: list[Assessment] = []
    for rule in pack.rules.values():
        if rule.trigger is Happening.LAW_DATE:
            continue  # it belongs to no case
        triggers = [one for what in (rule.trigger, *rule.also_from) for one in happened.get(what, ())]
        if not triggers:
            answers.append(NotApplicable(rule, "", Why.NO_TRIGGER))
        for trigger in triggers:
            limits = rule.clock is Clock.LIMITATION and trigger.what is Happening.OFFENCE
            if limits and known(facts, trigger, "offence") is None:
                answers.append(Unknown(rule, trigger.subject, (Missing(Lack.FACT, "offence"),)))
            else:
                answers.append(assess_rule(pack, rule, facts, trigger, today, calendar))
    return tuple(answers)


def assess_rule(  # noqa: PLR0917 - an answer depends on these six things and on nothing else
    pack: Pack, rule: Rule, facts: Facts, occurrence: Occurrence, today: date, calendar: Calendar
) -> Assessment:
    """Answer for one rule and one occurrence that starts its clock.

    Asked about an offence that nobody named, the rule is taken as concerned: somebody asks about this very rule.
    """
    asked = _Asked(rule, facts, occurrence, today, calendar)
    if (elsewhere := _elsewhere(pack, asked)) is not None:
        return elsewhere
    if (first := _first(asked)) is not None:
        return NotApplicable(rule, occurrence.subject, Why.NOT_YET, first)
    contradicted, unknown = verdict(rule.when, facts, occurrence)
    if contradicted:
        return NotApplicable(rule, occurrence.subject, Why.CONDITION, contradicted)
    starts = _starts(asked)
    if isinstance(starts, Missing):
        # Where there is no number to count with, nothing else is worth asking.
        facts_too = unknown if starts.lack in {Lack.FACT, Lack.DAY} else []
        return Unknown(rule, occurrence.subject, (*(Missing(Lack.FACT, name) for name in facts_too), starts))
    if unknown:
        return Unknown(rule, occurrence.subject, tuple(Missing(Lack.FACT, name) for name in unknown))
    return _due(asked, *starts)


class _Asked(NamedTuple):
    """One question to the law: this rule, for this occurrence of this case, on this day, here."""

    rule: Rule
    facts: Facts
    occurrence: Occurrence
    today: date
    calendar: Calendar

    def acts(self, kinds: Collection[Happening]) -> list[Occurrence]:
        """Find the acts of these kinds that concern the occurrence."""
        return acts_on(self.facts, self.occurrence, kinds, self.today)


def _elsewhere(pack: Pack, asked: _Asked) -> Assessment | None:
    """Say so when the offence chosen is limited by another rule, or is none of this pack."""
    rule, facts, occurrence, *_ = asked
    limits = rule.clock is Clock.LIMITATION and occurrence.what is Happening.OFFENCE
    offence = known(facts, occurrence, "offence") if limits else None
    if offence is None:
        return None
    chosen = pack.offences.get(str(offence))
    if chosen is None:
        return Unknown(rule, occurrence.subject, (Missing(Lack.FACT, "offence"),))
    if rule.id not in chosen.limitation:
        return NotApplicable(rule, occurrence.subject, Why.OTHER_RULE, "offence")
    return None


def _first(asked: _Asked) -> Happening | None:
    """Find what must happen before this clock can run at all."""
    if not asked.rule.requires or asked.acts(asked.rule.requires):
        return None
    return asked.rule.requires[0]


class _Start(NamedTuple):
    """One end of the trigger's day: that day, from when the period runs, and the law of that day."""

    day: date
    at: date | datetime
    version: RuleVersion
    period: Period


def _starts(asked: _Asked) -> tuple[_Start, _Start] | Missing:
    """Find from when the clock runs, read from both ends of the trigger's day; or the first thing missing for it."""
    rule, when = asked.rule, asked.occurrence.when
    if when is None:
        last = rule.versions[-1]
        if last.fixed_on:
            return (only := _Start(last.fixed_on, last.fixed_on, last, THAT_DAY), only)
        counts = any(version.duration for version in rule.versions)
        return Missing(Lack.DAY, asked.occurrence.what) if counts else _numberless(last)
    of_age = None
    if rule.starts_from is StartsFrom.MAJORITY:
        born_on = known(asked.facts, asked.occurrence, "victim_birth_date")
        if not isinstance(born_on, date) or born_on > when.latest:
            return Missing(Lack.FACT, "victim_birth_date")
        of_age = max(of_age_on(born_on).earliest, when.earliest)
    early = _start(rule, when.earliest, of_age, when.instant)
    late = early if when.exact else _start(rule, when.latest, of_age, when.instant)
    if isinstance(early, Missing):
        return early
    return late if isinstance(late, Missing) else (early, late)


def _start(rule: Rule, day: date, of_age: date | None, instant: datetime | None) -> _Start | Missing:
    """Take the law in force on the day of the trigger; a period of hours runs from the moment, when it is known."""
    for version in rule.versions:
        since = version.applies_from is None or version.applies_from <= day
        if since and (version.applies_until is None or day <= version.applies_until):
            if version.duration is None:
                return _numberless(version)
            moment = instant if version.duration.hours else None
            return _Start(day, of_age or moment or day, version, version.duration)
    return Missing(Lack.OLD_LAW)


def _numberless(version: RuleVersion) -> Missing:
    """Say why a version has no number: a text that gives none, a past law that was not read, a number not found."""
    if version.without_number:
        return Missing(Lack.NO_NUMBER, version.without_number)
    return Missing(Lack.OLD_LAW if version.applies_until else Lack.DURATION)


def _due(asked: _Asked, first: _Start, last: _Start) -> Due:
    """Run the clock from both ends of what is uncertain: one acts on the earlier date (for a gate, on the later)."""
    rule, calendar = asked.rule, asked.calendar
    acts, unconfirmed = _confirmed(asked)
    dated = [(act.when, act) for act in acts if act.when]
    early = _run(first, [Restart(when.earliest, when.latest, act) for when, act in dated], calendar)
    late = early
    if first is not last or not all(when.exact for when, _ in dated):
        late = _run(last, [Restart(when.latest, when.earliest, act) for when, act in dated], calendar)
    prudent = (_prudent(first.version, early.count, calendar), _prudent(last.version, late.count, calendar))
    legal_day = min(early.count.legal_day, late.count.legal_day)
    return Due(
        rule=rule,
        version=first.version,
        subject=asked.occurrence.subject,
        legal_day=legal_day,
        prudent_day=max(prudent) if rule.clock is Clock.OPENS_ON else min(prudent),
        until=max(early.count.legal_day, late.count.legal_day),
        instant=early.count.last_instant,
        estimated=early.count.estimated or late.count.estimated,
        met=_met(asked, _stopped_from(first), legal_day),
        trace=Trace(
            trigger=asked.occurrence,
            started_on=early.started_on,
            restarted=early.restarted,
            ignored=(*_never_restarting(asked, first.day), *_not_counted(acts, early)),
            count=early.count,
            latest=late.count if late is not early and late.count != early.count else None,
            unconfirmed=tuple(unconfirmed),
        ),
    )


def _confirmed(asked: _Asked) -> tuple[list[Occurrence], list[Occurrence]]:
    """Part the acts that may restart the clock from those that still lack what must confirm them."""
    acts: tuple[list[Occurrence], list[Occurrence]] = ([], [])
    for act in asked.acts(asked.rule.restarted_by):
        lacks = act.what in asked.rule.confirmed_by and not _is_confirmed(asked, act)
        acts[lacks].append(act)
    return acts


def _is_confirmed(asked: _Asked, act: Occurrence) -> bool:
    """Say whether an act was confirmed: a deposit paid not after the last day fixed, where one is recorded.

    A last day off moves to the next working day (code of criminal procedure, art. 801; Mali, art. 1366).
    """
    about_it = acts_on(asked.facts, act, (*asked.rule.confirmed_by[act.what], Happening.DEPOSIT_DUE), date.max)
    by = [one.when.latest for one in about_it if one.what is Happening.DEPOSIT_DUE and one.when]
    last_day = min((asked.calendar.next_worked(day) for day in by), default=date.max)
    return any(
        one.what is not Happening.DEPOSIT_DUE
        and (one.what is not Happening.DEPOSIT_PAID or not by or (one.when is not None and one.when.latest <= last_day))
        and (one.when is None or one.when.earliest <= asked.today)
        for one in about_it
    )


def _run(start: _Start, restarts: list[Restart], calendar: Calendar) -> Run:
    return run(start.at, restarts, lambda at: count(start.version.regime, at, start.period, calendar))


def _prudent(version: RuleVersion, counted: Count, calendar: Calendar) -> date:
    """Take the margin of a text that leaves its first day in doubt, then stand on a working day.

    A last day that never rolls loses its margin first, a day off or not. Where the prudent day of the regime may be a
    day off, it stays as it falls.
    """
    day = counted.prudent_day
    if version.safe_days:
        day = counted.legal_day if version.regime in _NEVER_ROLLS else day
        towards = DAY if version.regime is Regime.GATE else -DAY
        day += version.safe_days * towards
        while version.regime not in _PRUDENT_ANY_DAY and not calendar.works(day):
            day += towards
    return day


def _stopped_from(start: _Start) -> date:
    """Say from which day an act can stop the clock: from its start, or from any day where the period lies before it."""
    ahead = start.version.regime in _COUNTED_BACK or start.period == THAT_DAY
    return date.min if ahead else start.day


def _met(asked: _Asked, since: date, legal_day: date) -> bool:
    """Say whether what stops this clock happened since it started; surely in time, where something is lost after it."""
    in_time_only = asked.rule.clock in _LOST_AFTER
    return any(
        not in_time_only if act.when is None else since <= act.when.latest <= (legal_day if in_time_only else date.max)
        for act in asked.acts(asked.rule.met_by)
    )


def _never_restarting(asked: _Asked, since: date) -> list[Occurrence]:
    """List the acts since the trigger that look as if they restarted this clock, and do not."""
    acts = asked.acts(asked.rule.not_restarted_by)
    return [act for act in acts if act.when is None or since <= act.when.latest]


def _not_counted(acts: list[Occurrence], ended: Run) -> list[Occurrence]:
    """List the acts that could have restarted this clock but came too late, or on a day that nobody knows."""
    since = day_of(ended.started_on)
    return [
        act
        for act in acts
        if (act.when is None or since < act.when.latest) and not any(act is one for one in ended.restarted)
    ]
