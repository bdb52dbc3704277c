"""Dossiers: one row per case."""

from dataclasses import dataclass
from datetime import date

from casedesk.queries.deadlines import DeadlineRow, Urgency
from casedesk.queries.stage import Stage


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
