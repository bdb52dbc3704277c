"""A procedural event: what was attempted, filed, sent, answered."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record


class Event(Identified, Record):
    """`what` is a happening of the law engine; deadlines are derived from it, never stored."""

    __tablename__ = "event"
    kind = Kind.EVENT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    what: Mapped[str]
    earliest_on: Mapped[date | None]
    latest_on: Mapped[date | None]
    instant_at: Mapped[datetime | None]
    incident_id: Mapped[str | None] = mapped_column(ForeignKey("incident.id", ondelete="SET NULL"))
    item_id: Mapped[str | None] = mapped_column(ForeignKey("item.id", ondelete="SET NULL"))
    letter_id: Mapped[str | None] = mapped_column(ForeignKey("letter.id", ondelete="SET NULL"))
    exhibit_id: Mapped[str | None] = mapped_column(ForeignKey("exhibit.id", ondelete="SET NULL"))
    reference: Mapped[str] = mapped_column(default="")  # LRAR n°, PV n°
    note: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime]
