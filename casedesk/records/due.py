"""The index of derived dates: what the day's board shows of each open case, written down so that it is read at once.

Nothing here is a fact. Everything follows from the other records and from the law; deleting it loses nothing.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Record


class DueCase(Record):
    """An open case whose dates are in the index, and while what they are true.

    `stamp` names the law and the way of counting. They hold from `valid_from` on, and no longer on `valid_until`: on
    that day an act already recorded happens.
    """

    __tablename__ = "due_case"
    __table_args__ = (Index("ix_due_case_true", "stamp", "valid_until", "valid_from"),)
    kind = Kind.CASE

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), unique=True)
    stamp: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date]


class DueDay(Record):
    """One day to show for one derived date: the prudent one while it is ahead, then the legal one, then the latest.

    It is the day to show from `since` on; the last of its date stays once it is behind. The key lays the days of all
    cases in order, so that those of the coming weeks lie together.
    """

    __tablename__ = "due_day"
    __table_args__ = (
        PrimaryKeyConstraint("day", "due_case_id", "number"),
        Index("ix_due_day_lost", "lost", "day"),
        Index("ix_due_day_unsure", "unsure", "day", "since"),
        {"sqlite_with_rowid": False},
    )
    kind = Kind.CASE

    due_case_id: Mapped[int] = mapped_column(ForeignKey("due_case.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]  # within its case
    day: Mapped[date]
    since: Mapped[date]
    last: Mapped[bool]
    shown: Mapped[bool]  # False: somebody else owes it, and it stands among the answers awaited
    opens: Mapped[bool]  # a gate: never too late
    lost: Mapped[bool]  # shown; once behind, it is overdue
    unsure: Mapped[bool]  # it may be too late already
    rule_id: Mapped[str]
    version: Mapped[int]  # place among the rule's versions
    subject_id: Mapped[str]
    group_id: Mapped[str]  # the incident of the subject, else the subject: its dates are shown together
    label: Mapped[str]
    legal_day: Mapped[date]
    prudent_day: Mapped[date]
    until: Mapped[date]
    instant_at: Mapped[datetime | None]
    estimated: Mapped[bool]


class DueUndated(Record):
    """A clock that presses though the law gives no number; `instead` is what the text says."""

    __tablename__ = "due_undated"
    __table_args__ = (PrimaryKeyConstraint("due_case_id", "number"), {"sqlite_with_rowid": False})
    kind = Kind.CASE

    due_case_id: Mapped[int] = mapped_column(ForeignKey("due_case.id", ondelete="CASCADE"))
    number: Mapped[int]
    rule_id: Mapped[str]
    since: Mapped[date | None] = mapped_column(index=True)
    subject_id: Mapped[str]
    label: Mapped[str]
    instead: Mapped[str]


class DueWaiting(Record):
    """An act without an answer. It is shown until `ends_on`, where only a decision that can be contested still matters.

    Its clocks are the days of which it is the subject.
    """

    __tablename__ = "due_waiting"
    __table_args__ = (
        PrimaryKeyConstraint("due_case_id", "number"),
        Index("ix_due_waiting_since", "since", "event_id", "ends_on"),
        {"sqlite_with_rowid": False},
    )
    kind = Kind.CASE

    due_case_id: Mapped[int] = mapped_column(ForeignKey("due_case.id", ondelete="CASCADE"))
    number: Mapped[int]
    event_id: Mapped[str]
    what: Mapped[str]
    since: Mapped[date]  # date.max while its day is not known: it comes last
    ends_on: Mapped[date]  # date.max: it waits until it is answered
    whom: Mapped[str]
    platforms: Mapped[list[str]]
    acknowledged_on: Mapped[date | None]
    reference: Mapped[str]


class DueQuestion(Record):
    """One thing not known that hides a date."""

    __tablename__ = "due_question"
    __table_args__ = (PrimaryKeyConstraint("due_case_id", "number"), {"sqlite_with_rowid": False})
    kind = Kind.CASE

    due_case_id: Mapped[int] = mapped_column(ForeignKey("due_case.id", ondelete="CASCADE"))
    number: Mapped[int]
    lack: Mapped[str]
    name: Mapped[str]
    subject_id: Mapped[str]
    label: Mapped[str]
