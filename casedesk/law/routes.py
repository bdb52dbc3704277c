"""What can be done now: every route of the pack, open, waiting for something, or closed. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casedesk.law.assess import Assessment, Due, Lack, Missing, Unknown, assess_rule
from casedesk.law.conditions import verdict
from casedesk.law.facts import Facts, Occurrence
from casedesk.law.pack import Pack, Route, Rule
from casedesk.law.workdays import Calendar


class RouteState(StrEnum):
    """Whether she can take it today."""

    OPEN = "open"
    WAITING = "waiting"  # `opens_on`, or something must happen first
    MISSING = "missing"  # a fact is not known
    DONE = "done"
    CLOSED = "closed"  # a fact says it is not for her


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """One route, and where it stands on the day asked."""

    route: Route
    state: RouteState
    opens_on: date | None = None
    missing: tuple[Missing, ...] = ()


def routes(pack: Pack, facts: Facts, today: date, calendar: Calendar) -> tuple[RouteAnswer, ...]:
    """Say of every route of the pack where it stands today."""
    return tuple(_answer(pack, route, facts, today, calendar) for route in pack.routes.values())


def _answer(pack: Pack, route: Route, facts: Facts, today: date, calendar: Calendar) -> RouteAnswer:
    happened = frozenset(one.what for one in facts.occurrences if one.when is None or one.when.earliest <= today)
    if not happened.isdisjoint(route.done_by):
        return RouteAnswer(route, RouteState.DONE)
    hers, missing = _conditions(route, facts)
    if not hers:
        return RouteAnswer(route, RouteState.CLOSED)
    if route.needs and happened.isdisjoint(route.needs):
        return RouteAnswer(route, RouteState.WAITING)
    if missing:
        return RouteAnswer(route, RouteState.MISSING, missing=missing)
    if route.gate:
        return _behind_gate(route, _gates(pack, pack.rules[route.gate], facts, today, calendar), today)
    return RouteAnswer(route, RouteState.OPEN)


def _conditions(route: Route, facts: Facts) -> tuple[bool, tuple[Missing, ...]]:
    """Say whether the route may be hers, and what is not known for it.

    One incident that fits is enough. A fact that no incident tells is looked for in the case as a whole.
    """
    told = [one for one in facts.occurrences if any(name in one.about for name in route.when)]
    asked_about: list[Occurrence | None] = [*told] or [None]
    verdicts = [verdict(route.when, facts, one) for one in asked_about]
    possible = [missing for contradicted, missing in verdicts if not contradicted]
    asked = min(possible, key=len, default=[])
    return bool(possible), tuple(Missing(Lack.FACT, name) for name in asked)


def _gates(pack: Pack, rule: Rule, facts: Facts, today: date, calendar: Calendar) -> list[Assessment]:
    """Assess the gate for everything that could have opened it."""
    triggers = (rule.trigger, *rule.also_from)
    return [assess_rule(pack, rule, facts, one, today, calendar) for one in facts.occurrences if one.what in triggers]


def _behind_gate(route: Route, gates: list[Assessment], today: date) -> RouteAnswer:
    """Open the route once a gate is surely open; too early is inadmissible, so the prudent day decides."""
    days = [gate.prudent_day for gate in gates if isinstance(gate, Due)]
    if days:
        state = RouteState.OPEN if min(days) <= today else RouteState.WAITING
        return RouteAnswer(route, state, opens_on=min(days))
    missing = tuple(dict.fromkeys(one for gate in gates if isinstance(gate, Unknown) for one in gate.missing))
    if missing:
        return RouteAnswer(route, RouteState.MISSING, missing=missing)
    return RouteAnswer(route, RouteState.WAITING)
