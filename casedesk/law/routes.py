"""What can be done now: every route of the pack, open, waiting for something, or closed. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casedesk.law.assess import Missing
from casedesk.law.pack import Route


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
