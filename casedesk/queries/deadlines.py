"""The clocks of a case, one row each, from what the law answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casedesk.law.assess import Due, Missing
from casedesk.law.pack import Clock, Rule


class Urgency(StrEnum):
    """How close a day is, most pressing first."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    OPENS = "opens"  # a gate: acting before is too early
    MET = "met"  # what had to be done was done


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One clock of one case.

    `day` is the day to show: the prudent one while it is ahead, then the last legal one. `days_left` counts to it,
    below zero once it is behind. `subject_label` is the title of the incident or the short name of the content
    concerned, empty for the case as a whole. `same` says how many other dates of this rule the row stands for.
    """

    case_id: str
    pseudonym: str
    jurisdiction: str
    title: str
    clock: Clock
    due: Due
    urgency: Urgency
    day: date
    days_left: int
    last_chance: bool  # the prudent day is behind, the legal one is not
    subject_id: str
    subject_label: str
    same: int = 0


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One thing not known, and the clocks that wait for it. `subject_id` is an incident, an item or an event."""

    case_id: str
    pseudonym: str
    jurisdiction: str
    missing: Missing
    rules: tuple[Rule, ...]
    subject_id: str = ""
    subject_label: str = ""


@dataclass(frozen=True, slots=True)
class UndatedRow:
    """Something that presses though the law gives no number: shown as urgent, without a countdown."""

    case_id: str
    pseudonym: str
    jurisdiction: str
    rule: Rule
    since: date | None  # the day it runs from, when known
    subject_id: str = ""
    subject_label: str = ""


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """What the law answers for one case, ready to be shown. Each tuple is in the order of urgency."""

    deadlines: tuple[DeadlineRow, ...]
    questions: tuple[QuestionRow, ...]
    undated: tuple[UndatedRow, ...]
