"""One clock running: from its start, through the acts that restart it, to its end."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from casedesk.law.counting import Count
from casedesk.law.facts import Facts, Happening, Occurrence


class Restart(NamedTuple):
    """An act that starts a clock anew on `day`, if it came in time: if the last day is not before `by`."""

    day: date
    by: date
    act: Occurrence


@dataclass(frozen=True, slots=True)
class Run:
    """Where a clock started last, the acts that restarted it in order, and where it ends."""

    started_on: date | datetime
    restarted: tuple[Occurrence, ...]
    count: Count


def run(start: date | datetime, restarts: Iterable[Restart], count_from: Callable[[date | datetime], Count]) -> Run:
    """Run a clock to its end: each act in time starts a whole new period on its day; one too late revives nothing."""
    count = count_from(start)
    restarted = []
    for day, by, act in sorted(restarts, key=lambda restart: restart.day):
        if day_of(start) < day and by <= count.legal_day:
            start, count = day, count_from(day)
            restarted.append(act)
    return Run(start, tuple(restarted), count)


def day_of(start: date | datetime) -> date:
    """Read the day of a start, be it a day or a moment."""
    return start.date() if isinstance(start, datetime) else start


def acts_on(facts: Facts, occurrence: Occurrence, kinds: Collection[Happening], today: date) -> list[Occurrence]:
    """Find the acts of these kinds, done by today, that concern the same thing as an occurrence, or the whole case."""
    if not kinds:
        return []
    return [
        act
        for act in facts.occurrences
        if act.what in kinds
        and act is not occurrence
        and (act.when is None or act.when.earliest <= today)
        and _related(act, occurrence)
    ]


def _related(act: Occurrence, occurrence: Occurrence) -> bool:
    """Say whether two happenings concern the same thing; what concerns the whole case concerns everything."""
    return not act.concerns or not occurrence.concerns or any(one in occurrence.concerns for one in act.concerns)
