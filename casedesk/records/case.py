"""A case: one person accompanied, from first contact to closing."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record, Versioned


class Case(Identified, Versioned, Record):
    """Known by a pseudonym; the identity is in `Person`. Stages and deadlines are derived, never stored."""

    __tablename__ = "case"
    kind = Kind.CASE

    pseudonym: Mapped[str] = mapped_column(unique=True)
    jurisdiction: Mapped[str]  # pack id: fr, ml
    place: Mapped[str]  # calendar: fr, fr-67, ml
    opened_on: Mapped[date]
    closed_on: Mapped[date | None] = mapped_column(index=True)
    last_contact_on: Mapped[date | None]
    referent: Mapped[str] = mapped_column(default="")
    safe_contact: Mapped[str] = mapped_column(default="")  # channel: "Signal"
    safe_hours: Mapped[str] = mapped_column(default="")
    never: Mapped[str] = mapped_column(default="")  # what must never be done
    danger_note: Mapped[str] = mapped_column(default="")
    consent_follow_up_on: Mapped[date | None]
    consent_sharing_on: Mapped[date | None]
    consent_statistics_on: Mapped[date | None]
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)  # facts of the law engine, ISO dates as text
    letter_answers: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")  # all its letters share

    __mapper_args__ = {"version_id_col": Versioned.version}
