"""What can be done now: every route of the pack, open, waiting for something, or closed. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casedesk.law.assess import Due, Lack, Missing, Unknown, assess_rule
from casedesk.law.conditions import verdict
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import Citation, Pack, Route
from casedesk.law.workdays import Calendar


class RouteState(StrEnum):
    """Whether she can take it today."""

    OPEN = "open"
    WAITING = "waiting"  # `opens_on`, or something must happen first
    MISSING = "missing"  # a fact is not known
    DONE = "done"
    CLOSED = "closed"  # a fact says it is not for her


class Condition(StrEnum):
    """What a condition of a route is about."""

    HAPPENED = "happened"  # `names`: one of these happenings
    GATE = "gate"  # `names`: the rule whose period must have run
    FACT = "fact"  # `names`: the fact
    OFFENCE = "offence"  # `names`: one of these offences was chosen


class Standing(StrEnum):
    """Where a condition stands."""

    MET = "met"
    MISSING = "missing"  # not known, or not yet
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class ConditionAnswer:
    """One condition of a route, and where it stands on the day asked."""

    kind: Condition
    names: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """One route, where it stands on the day asked, and each of its conditions.

    `opens_by` is the text that `opens_on` comes from.
    """

    route: Route
    state: RouteState
    opens_on: date | None = None
    opens_by: Citation | None = None
    missing: tuple[Missing, ...] = ()
    conditions: tuple[ConditionAnswer, ...] = ()


def routes(pack: Pack, facts: Facts, today: date, calendar: Calendar) -> tuple[RouteAnswer, ...]:
    """Say of every route of the pack where it stands today."""
    return tuple(_answer(pack, route, facts, today, calendar) for route in pack.routes.values())


def _answer(pack: Pack, route: Route, facts: Facts, today: date, calendar: Calendar) -> RouteAnswer:
    happened = frozenset(one.what for one in facts.occurrences if one.when is None or one.when.earliest <= today)
    gate, gate_lacks = _gate(pack, route, facts, today, calendar)
    of_facts, missing = _of_facts(route, facts)
    conditions = [*of_facts, *_of_offences(route, facts)]
    if route.needs:
        met = Standing.MISSING if happened.isdisjoint(route.needs) else Standing.MET
        conditions.append(ConditionAnswer(Condition.HAPPENED, route.needs, met))
    if route.gate:
        met = Standing.MET if gate is not None and gate.prudent_day <= today else Standing.MISSING
        conditions.append(ConditionAnswer(Condition.GATE, (route.gate,), met))
    state = _state(route, happened, conditions)
    if state is RouteState.MISSING and not missing:
        missing = (Missing(Lack.FACT, "offence"),)
    if state is RouteState.WAITING and gate_lacks:
        state, missing = RouteState.MISSING, gate_lacks
    if state in {RouteState.DONE, RouteState.CLOSED}:
        gate = None
    return RouteAnswer(
        route,
        state,
        opens_on=gate.prudent_day if gate else None,
        opens_by=gate.version.article if gate else None,
        missing=missing if state is RouteState.MISSING else (),
        conditions=tuple(conditions),
    )


def _state(route: Route, happened: frozenset[Happening], conditions: list[ConditionAnswer]) -> RouteState:
    """Sum the conditions up: done, not for her, waiting for something to happen, for an answer, or open."""
    lacking = {one.kind for one in conditions if one.standing is Standing.MISSING}
    if not happened.isdisjoint(route.done_by):
        return RouteState.DONE
    if any(one.standing is Standing.CONTRARY for one in conditions):
        return RouteState.CLOSED
    if Condition.HAPPENED in lacking:
        return RouteState.WAITING
    if lacking & {Condition.FACT, Condition.OFFENCE}:
        return RouteState.MISSING
    return RouteState.WAITING if lacking else RouteState.OPEN


def _of_facts(route: Route, facts: Facts) -> tuple[list[ConditionAnswer], tuple[Missing, ...]]:
    """Hold the flat conditions against the incident that fits best: one that fits is enough.

    A fact that no incident tells is looked for in the case as a whole.
    """
    if not route.when:
        return [], ()
    told: list[Occurrence | None] = [one for one in facts.occurrences if any(name in one.about for name in route.when)]
    read = [[_of_fact(name, wanted, facts, one) for name, wanted in route.when.items()] for one in told or [None]]
    best = min(read, key=_distance)
    unknown = (one.names[0] for one in best if one.standing is Standing.MISSING)
    return best, tuple(Missing(Lack.FACT, name) for name in unknown)


def _of_fact(name: str, wanted: Value | tuple[Value, ...], facts: Facts, one: Occurrence | None) -> ConditionAnswer:
    contradicted, unknown = verdict({name: wanted}, facts, one)
    standing = Standing.CONTRARY if contradicted else Standing.MISSING if unknown else Standing.MET
    return ConditionAnswer(Condition.FACT, (name,), standing)


def _distance(conditions: list[ConditionAnswer]) -> tuple[int, int]:
    """Say how far an incident is from opening the route: first what tells against it, then what is not known."""
    standings = [one.standing for one in conditions]
    return standings.count(Standing.CONTRARY), standings.count(Standing.MISSING)


def _of_offences(route: Route, facts: Facts) -> list[ConditionAnswer]:
    """Say whether one of the offences that open the route was chosen; where none was chosen yet, it is not known."""
    if not route.offences:
        return []
    chosen = [one.about.get("offence") for one in facts.occurrences if one.what is Happening.OFFENCE]
    if any(offence in route.offences for offence in chosen):
        standing = Standing.MET
    else:
        standing = Standing.CONTRARY if chosen and None not in chosen else Standing.MISSING
    return [ConditionAnswer(Condition.OFFENCE, route.offences, standing)]


def _gate(
    pack: Pack, route: Route, facts: Facts, today: date, calendar: Calendar
) -> tuple[Due | None, tuple[Missing, ...]]:
    """Find what opens the gate first (too early is inadmissible: the prudent day decides), or what is missing."""
    if not route.gate:
        return None, ()
    rule = pack.rules[route.gate]
    triggers = (rule.trigger, *rule.also_from)
    gates = [assess_rule(pack, rule, facts, one, today, calendar) for one in facts.occurrences if one.what in triggers]
    dues = [gate for gate in gates if isinstance(gate, Due)]
    if dues:
        return min(dues, key=lambda due: due.prudent_day), ()
    return None, tuple(dict.fromkeys(one for gate in gates if isinstance(gate, Unknown) for one in gate.missing))
