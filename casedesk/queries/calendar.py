"""Calendrier: the clocks of one case laid on time."""

from dataclasses import dataclass
from datetime import date

from casedesk.law.assess import Due, NotApplicable
from casedesk.law.pack import Mark
from casedesk.queries.deadlines import DeadlineRow, QuestionRow, UndatedRow, Urgency


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One clock from its trigger to its end. `end` to `end_latest` is a band when the trigger's day is uncertain.

    `is_target` marks a practice or a delay we asked for: never shown as law.
    """

    title: str
    start: date
    end: date
    end_latest: date
    urgency: Urgency
    is_target: bool
    mark: Mark
    checked_on: date
    due: Due
    deadline: DeadlineRow


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """The page. `first` and `last` bound the axis and always hold today."""

    case_id: str
    pseudonym: str
    jurisdiction: str
    today: date
    first: date
    last: date
    lines: tuple[CalendarLine, ...]
    questions: tuple[QuestionRow, ...]
    undated: tuple[UndatedRow, ...]
    not_running: tuple[NotApplicable, ...]
