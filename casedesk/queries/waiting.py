"""What somebody else owes an answer to."""

from dataclasses import dataclass
from datetime import date

from casedesk.law.facts import Happening
from casedesk.queries.deadlines import DeadlineRow


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One act that has had no answer yet.

    `what` is what was done. `whom` is the addressee as the letter named it; `platforms` the services concerned, as
    values of `evidence.links.Platform`; either may be empty. `next` is the clock this act started, if it has a date.
    """

    case_id: str
    pseudonym: str
    jurisdiction: str
    what: Happening
    event_id: str
    since: date | None
    days: int | None
    whom: str
    platforms: tuple[str, ...]
    acknowledged_on: date | None
    reference: str
    next: DeadlineRow | None
