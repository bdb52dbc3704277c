"""Dossiers: one row per case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, SQLColumnExpression, String, cast, or_, select
from sqlalchemy.orm import Session

from casedesk.evidence import links
from casedesk.evidence.links import Platform
from casedesk.law.pack import Clock, Pack
from casedesk.queries.case_file import CaseFile, load
from casedesk.queries.deadlines import RECENT, CaseClocks, DeadlineRow, Urgency, clocks
from casedesk.queries.reading import Reader
from casedesk.queries.stage import Stage, stage_of
from casedesk.queries.waiting import waiting
from casedesk.records import Case, Event, Incident, Item, Person


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case. `urgency` is that of `next_deadline`; both are None when no clock is ahead."""

    id: str
    pseudonym: str
    jurisdiction: str
    stage: Stage
    next_deadline: DeadlineRow | None
    urgency: Urgency | None
    questions: int  # things not known that hide a date
    opened_on: date
    last_contact_on: date | None
    referent: str


def case_rows(session: Session, packs: Mapping[str, Pack], today: date, search: str = "") -> tuple[CaseRow, ...]:
    """List the cases, by pseudonym; `search` finds a pseudonym, account, address, phone, name, reference or word."""
    reader = Reader(packs, today)
    found = _matching(search.strip())
    return tuple(_row(reader, file) for file in load(session, *found))


def next_deadline(laid: CaseClocks) -> DeadlineRow | None:
    """Find the date that comes first for us: not met, not long gone, not somebody else's."""
    return next(
        (
            row
            for row in laid.deadlines
            if row.urgency is not Urgency.MET
            and row.clock not in {Clock.TARGET, Clock.ANSWER}
            and row.days_left >= -RECENT
        ),
        None,
    )


def _row(reader: Reader, file: CaseFile) -> CaseRow:
    reading = reader.read(file)
    is_open = file.case.closed_on is None
    laid = clocks(reading)
    first = next_deadline(laid) if is_open else None
    return CaseRow(
        id=file.case.id,
        pseudonym=file.case.pseudonym,
        jurisdiction=file.case.jurisdiction,
        stage=stage_of(file, waiting=bool(waiting(reading))),
        next_deadline=first,
        urgency=first.urgency if first else None,
        questions=len(laid.questions) if is_open else 0,
        opened_on=file.case.opened_on,
        last_contact_on=file.case.last_contact_on,
        referent=file.case.referent,
    )


def _matching(search: str) -> list[ColumnElement[bool]]:
    """Write what to look for; a pasted address is looked up by its normal form as well."""
    if not search:
        return []

    def holds(column: SQLColumnExpression[str] | SQLColumnExpression[str | None]) -> ColumnElement[bool]:
        return column.icontains(search, autoescape=True)

    link = links.parse(search)
    item = [holds(Item.canonical), holds(Item.account), holds(Item.post_id), holds(Item.note)]
    if link.platform is not Platform.UNKNOWN:
        item.append(Item.canonical == link.canonical)
    person = [
        *(holds(column) for column in (Person.given_name, Person.family_name, Person.phone, Person.email)),
        holds(cast(Person.accounts, String)),
    ]
    return [
        or_(
            holds(Case.pseudonym),
            holds(Case.referent),
            Case.id.in_(select(Item.case_id).where(or_(*item))),
            Case.id.in_(select(Person.case_id).where(or_(*person))),
            Case.id.in_(select(Incident.case_id).where(or_(holds(Incident.title), holds(Incident.account_of_facts)))),
            Case.id.in_(select(Event.case_id).where(or_(holds(Event.reference), holds(Event.note)))),
        )
    ]
