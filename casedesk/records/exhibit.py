"""A numbered exhibit: a file as received, sealed, or a paper described."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record


class Exhibit(Identified, Record):
    """Its number never changes. `sealed_as` is the random name of its encrypted file; empty for a paper exhibit."""

    __tablename__ = "exhibit"
    __table_args__ = (UniqueConstraint("case_id", "number"),)
    kind = Kind.EXHIBIT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    title: Mapped[str]  # as printed in the list of exhibits
    description: Mapped[str] = mapped_column(default="")
    item_id: Mapped[str | None] = mapped_column(ForeignKey("item.id", ondelete="SET NULL"))
    received_on: Mapped[date]
    brought_by: Mapped[str] = mapped_column(default="")
    original_name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)  # bytes
    sha256: Mapped[str] = mapped_column(default="")
    sealed_as: Mapped[str] = mapped_column(default="")
    added_at: Mapped[datetime]
