"""What the index of derived dates holds of a case, from what the law answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casedesk import __version__
from casedesk.law.assess import Due
from casedesk.law.facts import Facts, Happening
from casedesk.law.pack import Clock, Pack
from casedesk.law.workdays import DAY
from casedesk.queries.deadlines import dues, questions, undated
from casedesk.queries.reading import CaseReading
from casedesk.queries.waiting import awaited, owed

FORM = 2  # grows when the same facts under the same law give other rows

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CaseIndex:
    """The rows of one case, without its key, and the days on which they are true: `valid_until` is the first not."""

    valid_from: date
    valid_until: date
    days: tuple[Columns, ...]
    undated: tuple[Columns, ...]
    waiting: tuple[Columns, ...]
    questions: tuple[Columns, ...]


def stamp(pack: Pack) -> str:
    """Name a law, its calendar, and this way of counting: an index that bears another stamp is counted again."""
    return f"{FORM} {__version__} {pack.id} {pack.version} {pack.digest[:16]}".rstrip()


def stamps(packs: Mapping[str, Pack]) -> tuple[str, ...]:
    """Name every law in force."""
    return tuple(stamp(pack) for pack in packs.values())


def index_of(reading: CaseReading) -> CaseIndex:
    """Lay out the rows of a case. Of the day it is, they only know which acts have happened."""
    acts = tuple(awaited(reading))
    theirs = {act.event.id for act in acts}
    valid_from, valid_until = _true(reading.facts, reading.today)
    return CaseIndex(
        valid_from,
        valid_until,
        days=_numbered(
            {**day, **_date(due), "group_id": group, "label": reading.file.label_of(due.subject)}
            for due, group in dues(reading)
            if not due.met
            for day in days_of(due, shown=not (owed(due.rule.clock) and due.subject in theirs))
        ),
        undated=_numbered(
            {
                "rule_id": row.rule.id,
                "since": row.since,
                "subject_id": row.subject_id,
                "label": row.subject_label,
                "instead": row.instead,
            }
            for row in undated(reading)
            if row.rule.urgent
        ),
        waiting=_numbered(
            {
                "event_id": act.event.id,
                "what": Happening(act.event.what).value,
                "since": act.event.earliest_on or date.max,
                "ends_on": act.ends_on or date.max,
                "whom": act.whom,
                "platforms": list(act.platforms),
                "acknowledged_on": act.acknowledged_on,
                "reference": act.event.reference,
            }
            for act in acts
        ),
        questions=_numbered(
            {
                "lack": row.missing.lack.value,
                "name": row.missing.name,
                "subject_id": row.subject_id,
                "label": row.subject_label,
            }
            for row in questions(reading)
        ),
    )


def days_of(due: Due, *, shown: bool) -> Iterator[Columns]:
    """List the days to show for a date, each from the day after the one before: prudent, legal, latest; one of a gate.

    `shown` is False for what somebody else owes, when it stands among the answers awaited.
    """
    opens = due.rule.clock is Clock.OPENS_ON
    days: list[date] = []
    for day in (due.prudent_day,) if opens else (due.prudent_day, due.legal_day, due.until):
        if not days or day > days[-1]:
            days.append(day)
    for number, day in enumerate(days):
        since = days[number - 1] + DAY if number else date.min
        last = number == len(days) - 1
        yield {
            "day": day,
            "since": since,
            "last": last,
            "opens": opens,
            "shown": shown,
            "lost": shown and last and not opens,
            "unsure": not opens and since > due.legal_day,
        }


def _date(due: Due) -> Columns:
    return {
        "rule_id": due.rule.id,
        "subject_id": due.subject,
        "version": due.rule.versions.index(due.version),
        "legal_day": due.legal_day,
        "prudent_day": due.prudent_day,
        "until": due.until,
        "instant_at": due.instant,
        "estimated": due.estimated,
    }


def _true(facts: Facts, today: date) -> tuple[date, date]:
    """Say from when to when the same acts have happened: the law counts an act from the first day it may have been."""
    days = [one.when.earliest for one in facts.occurrences if one.when is not None]
    return (
        max((day for day in days if day <= today), default=date.min),
        min((day for day in days if day > today), default=date.max),
    )


def _numbered(rows: Iterator[Columns]) -> tuple[Columns, ...]:
    return tuple({"number": number, **row} for number, row in enumerate(rows))
