"""Calendrier: the clocks of one case laid on time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from casedesk.law.assess import Due, NotApplicable
from casedesk.law.pack import Clock, Mark, Pack
from casedesk.queries.case_file import load_one
from casedesk.queries.deadlines import DeadlineRow, QuestionRow, UndatedRow, Urgency, clocks
from casedesk.queries.reading import Reader

# Kinds are never mixed: first what is lost, then what opens, then what others do; what is no law comes last.
_KINDS = (
    Clock.LIMITATION,
    Clock.ACT_BY,
    Clock.OPENS_ON,
    Clock.EVIDENCE,
    Clock.ANSWER,
    Clock.RETENTION,
    Clock.TARGET,
)
_MARGIN = timedelta(days=30)
_DAY = timedelta(days=1)
_AHEAD = timedelta(days=180)  # a clock that ends years ahead runs off the page


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One clock from its trigger to its end. `end` to `end_latest` is a band when the trigger's day is uncertain.

    Around an `estimated` holiday the band has a day more on each side. A gate may open from `end_earliest` on, and is
    surely open on its `end`.
    `is_target` marks a practice or a delay we asked for: never shown as law.
    """

    title: str
    clock: Clock
    start: date
    end_earliest: date
    end: date
    end_latest: date
    prudent: date
    estimated: bool
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


def calendar_sheet(session: Session, packs: Mapping[str, Pack], case_id: str, today: date) -> CalendarSheet:
    """Lay the clocks of one case on time.

    Raises:
        NotFound: no such case.
    """
    reading = Reader(packs, today).read(load_one(session, case_id))
    laid = clocks(reading)
    lines = tuple(sorted(map(_line, laid.deadlines), key=lambda line: _KINDS.index(line.clock)))
    case = reading.file.case
    return CalendarSheet(
        case_id=case.id,
        pseudonym=case.pseudonym,
        jurisdiction=case.jurisdiction,
        today=today,
        first=min([today, *(line.start for line in lines)]) - timedelta(days=7),
        last=_last(today, lines),
        lines=lines,
        questions=laid.questions,
        undated=laid.undated,
        not_running=tuple(answer for answer in reading.assessments if isinstance(answer, NotApplicable)),
    )


def started_on(due: Due) -> date:
    """Say on which day a clock started, whatever it started from."""
    start = due.trace.started_on
    return start.date() if isinstance(start, datetime) else start


def _line(row: DeadlineRow) -> CalendarLine:
    due = row.due
    end = due.prudent_day if row.clock is Clock.OPENS_ON else due.legal_day
    unsure = _DAY if due.estimated else timedelta()
    return CalendarLine(
        title=row.title,
        clock=row.clock,
        start=min(started_on(due), end),
        end_earliest=min(due.legal_day, end) - unsure,
        end=end,
        end_latest=max(due.until, end) + unsure,
        prudent=due.prudent_day,
        estimated=due.estimated,
        urgency=row.urgency,
        is_target=row.clock is Clock.TARGET,
        mark=due.version.article.mark,
        checked_on=due.rule.checked_on,
        due=due,
        deadline=row,
    )


def _last(today: date, lines: tuple[CalendarLine, ...]) -> date:
    """Bound the axis after the last date within reach of the page."""
    near = [line.end_latest for line in lines if line.end_latest <= today + _AHEAD]
    return max([today + _MARGIN, *near]) + timedelta(days=7)
