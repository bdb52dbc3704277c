"""The journal: who did what, chained so that a change shows. No names, no free text."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Record


class JournalEntry(Record):
    """One gesture. `mac` covers the entry and the one before it."""

    __tablename__ = "journal"
    kind = Kind.JOURNAL

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str]  # slot id
    action: Mapped[str]  # an enumerated verb: "case.opened"
    subject_kind: Mapped[str]
    subject_id: Mapped[str]
    previous_mac: Mapped[str]
    mac: Mapped[str]
