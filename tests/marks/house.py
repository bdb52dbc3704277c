"""The fictional association at work: its workspace, and the days that the law alone tells in it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.law.assess import Due
from casedesk.law.pack import Clock, Pack
from casedesk.queries.case_file import load
from casedesk.queries.reading import Reader
from casedesk.records import Record

TODAY = date(2026, 11, 21)


def told_by_the_law(session: Session, packs: Mapping[str, Pack], *, target: bool) -> frozenset[date]:
    """List the days that the rules alone tell in every case, those that are no law or the others."""
    days: dict[bool, set[date]] = {True: set(), False: set()}
    reader = Reader(packs, TODAY)
    for file in load(session):
        for answer in reader.read(file).assessments:
            if isinstance(answer, Due):
                ends = {answer.prudent_day, answer.legal_day, answer.until}
                days[answer.rule.clock is Clock.TARGET] |= ends
    return frozenset(days[target] - days[not target] - _recorded(session) - set(_read(packs)))


def _recorded(session: Session) -> set[date]:
    """List the days that somebody wrote down, and today."""
    days = {TODAY}
    for name, table in Record.metadata.tables.items():
        if not name.startswith("due_"):
            for row in session.execute(select(table)):
                days.update(_day(value) for value in row if isinstance(value, date))
    return days


def _day(value: date) -> date:
    return value.astimezone(UTC).date() if isinstance(value, datetime) else value


def _read(packs: Mapping[str, Pack]) -> Iterator[date]:
    """List the days on which the law itself was read, begins or ends."""
    for pack in packs.values():
        for rule in pack.rules.values():
            yield rule.checked_on
            for version in rule.versions:
                yield from (day for day in (version.applies_from, version.applies_until, version.fixed_on) if day)
        yield from (source.checked_on for source in pack.sources.values())
        yield from (body.checked_on for body in pack.bodies.values())
        yield from (day for one in pack.offences.values() for day in (one.applies_from, one.applies_until) if day)
