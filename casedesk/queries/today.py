"""Aujourd'hui: what must not be missed, over every open case."""

from dataclasses import dataclass
from datetime import date

from casedesk.queries.deadlines import DeadlineRow, QuestionRow, UndatedRow
from casedesk.queries.waiting import WaitingRow


@dataclass(frozen=True, slots=True)
class RailCounts:
    """The numbers beside the rail's words."""

    today: int  # overdue, due today, due soon, and pressing without a date
    cases: int  # open cases
    waiting: int  # acts without an answer


@dataclass(frozen=True, slots=True)
class TodaySheet:
    """The page. `passed` counts the clocks overdue for more than a month: they stay in their cases, not here."""

    today: date
    deadlines: tuple[DeadlineRow, ...]
    undated: tuple[UndatedRow, ...]
    waiting: tuple[WaitingRow, ...]
    questions: tuple[QuestionRow, ...]
    passed: int
    counts: RailCounts
