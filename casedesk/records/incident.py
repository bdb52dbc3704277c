"""What was done to her: one incident."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record, Versioned


class Incident(Identified, Versioned, Record):
    """A day is never invented: `earliest_on` and `latest_on` are empty, equal, or an interval."""

    __tablename__ = "incident"
    kind = Kind.INCIDENT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    account_of_facts: Mapped[str] = mapped_column(default="")  # in her words or the caseworker's; goes into letters
    earliest_on: Mapped[date | None]
    latest_on: Mapped[date | None]
    instant_at: Mapped[datetime | None]
    online: Mapped[bool | None]
    public: Mapped[bool | None]
    where: Mapped[str] = mapped_column(default="")  # "groupe WhatsApp", "message privé"
    amount: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    currency: Mapped[str] = mapped_column(default="")  # EUR, XOF
    effects: Mapped[str] = mapped_column(default="")
    incapacity_days: Mapped[int | None]  # ITT
    offences: Mapped[list[str]] = mapped_column(default=list)  # ids of the pack's offences, chosen by a jurist
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")  # yes or no, by element

    __mapper_args__ = {"version_id_col": Versioned.version}
