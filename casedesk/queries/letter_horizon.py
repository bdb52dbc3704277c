"""What lies ahead of a case, as a letter may say it: dates to come, ways open, who helps."""

from casedesk.law.assess import Due
from casedesk.law.pack import Body, Clock, Pack
from casedesk.law.routes import RouteState, routes
from casedesk.queries.letter_data import DateLine, WayLine
from casedesk.queries.reading import CaseReading

_NOT_TOLD = frozenset({Clock.TARGET})  # practice, not law
_HELP = ("hotline", "support")


def dates_to_come(reading: CaseReading) -> tuple[DateLine, ...]:
    """List the dates to act on that are still ahead, the nearest first, each rule once."""
    lines: dict[str, DateLine] = {}
    due = [
        one for one in reading.assessments if isinstance(one, Due) and not one.met and one.rule.clock not in _NOT_TOLD
    ]
    for one in sorted(due, key=lambda one: one.prudent_day):
        if one.prudent_day >= reading.today:
            article = one.version.article
            lines.setdefault(one.rule.id, DateLine(one.rule.title, one.prudent_day, article.text, article.mark))
    return tuple(lines.values())


def ways_open(reading: CaseReading) -> tuple[WayLine, ...]:
    """List what she can do today."""
    answers = routes(reading.pack, reading.facts, reading.today, reading.calendar)
    return tuple(
        WayLine(one.route.title, one.route.delay, one.route.cost, one.route.citation.mark)
        for one in answers
        if one.state is RouteState.OPEN
    )


def helpers(pack: Pack) -> tuple[Body, ...]:
    """List the hotlines of the jurisdiction, then those who support."""
    return tuple(body for kind in _HELP for body in pack.bodies.values() if body.kind == kind)
