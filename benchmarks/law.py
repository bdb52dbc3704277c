"""A hundred thousand assessments against the same date arithmetic written by hand."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.ratio import Ratio, at_most, in_turn, timed
from casedesk import paths
from casedesk.law.assess import Due, assess_rule
from casedesk.law.facts import Facts, Happening, Occurrence
from casedesk.law.load import load_packs
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for

COUNT = 100_000
TODAY = date(2026, 11, 21)
RULE = "delit_limitation_6y"
YEARS = 6


def ratios() -> Iterator[Ratio]:
    """Measure one rule over a hundred thousand days; both sides must give the same dates."""
    packs = load_packs(paths.packs())
    pack = packs["fr"]
    rule = pack.rules[RULE]
    days = calendar_for(packs, "fr")
    about = {"offence": "harcelement_cyber"}
    occurrences = [
        Occurrence(Happening.OFFENCE, When.on(date(2018, 1, 1) + timedelta(days=n % 3000)), about=about)
        for n in range(COUNT)
    ]
    facts = [Facts("fr", (occurrence,)) for occurrence in occurrences]
    starts = [occurrence.when.earliest for occurrence in occurrences if occurrence.when is not None]
    holidays = {day for day in _all_days() if not days.day(day).working}

    def ours() -> list[date]:
        found = []
        for fact, occurrence in zip(facts, occurrences, strict=True):
            answer = assess_rule(pack, rule, fact, occurrence, TODAY, days)
            if isinstance(answer, Due):
                found.append(answer.legal_day)
        return found

    def by_hand() -> list[date]:
        return [_six_years(start, holidays)[0] for start in starts]

    if ours() != by_hand():
        raise SystemExit("the engine and the hand-written arithmetic disagree")
    measured = in_turn(lambda: timed(ours), lambda: timed(by_hand), 5)
    yield at_most("100 000 assessments with trace / date arithmetic by hand", measured, 15)


def _all_days() -> Iterator[date]:
    day = date(2018, 1, 1)
    while day.year < 2040:
        yield day
        day += timedelta(days=1)


def _six_years(start: date, closed: set[date]) -> tuple[date, date]:
    """Add six years, then find the last working day on or before the end."""
    year = start.year + YEARS
    end = start.replace(year=year, day=min(start.day, calendar.monthrange(year, start.month)[1]))
    prudent = end
    while prudent in closed:
        prudent -= timedelta(days=1)
    return end, prudent
