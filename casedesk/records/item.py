"""A content online: one address, whatever became of it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record


class ItemState(StrEnum):
    """What became of the content. Removal, blocking and delisting are three outcomes."""

    NOT_CHECKED = "not_checked"
    ONLINE = "online"
    REMOVED = "removed"
    BLOCKED = "blocked"
    DELISTED = "delisted"
    KEPT = "kept"
    REAPPEARED = "reappeared"


class Item(Identified, Record):
    """`pasted` is kept as received, beside the normal form. `created_at` is derived from the identifier, not proven.

    `shows_minor`: a person under 18 is shown or described sexually in it, so that no file of it is ever taken in;
    None while it is not known.
    """

    __tablename__ = "item"
    kind = Kind.ITEM

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    incident_id: Mapped[str | None] = mapped_column(ForeignKey("incident.id", ondelete="SET NULL"), index=True)
    pasted: Mapped[str]
    canonical: Mapped[str]
    platform: Mapped[str]
    link_kind: Mapped[str]
    post_id: Mapped[str | None]
    account: Mapped[str | None]
    created_at: Mapped[datetime | None]
    first_seen_on: Mapped[date | None]
    last_seen_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(default=ItemState.NOT_CHECKED.value)
    note: Mapped[str] = mapped_column(default="")
    shows_minor: Mapped[bool | None]
    added_at: Mapped[datetime]
