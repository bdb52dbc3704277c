"""A letter: draft, then issued and frozen, then sent."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record, Versioned


class LetterState(StrEnum):
    """How far a letter went."""

    DRAFT = "draft"
    ISSUED = "issued"
    SENT = "sent"


class Letter(Identified, Versioned, Record):
    """Once issued, `data`, `text`, `citations`, both files and their digests never change."""

    __tablename__ = "letter"
    kind = Kind.LETTER

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    model: Mapped[str]  # id in the pack's letters
    jurisdiction: Mapped[str]
    pack_version: Mapped[str]
    template_sha256: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    state: Mapped[str] = mapped_column(default=LetterState.DRAFT.value)
    incident_ids: Mapped[list[str]] = mapped_column(default=list)
    item_ids: Mapped[list[str]] = mapped_column(default=list)
    exhibit_ids: Mapped[list[str]] = mapped_column(default=list)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)  # what was asked for this letter
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)  # the whole context, frozen at issue
    citations: Mapped[list[str]] = mapped_column(default=list)
    text: Mapped[str] = mapped_column(default="")
    docx_sealed_as: Mapped[str] = mapped_column(default="")
    pdf_sealed_as: Mapped[str] = mapped_column(default="")
    docx_sha256: Mapped[str] = mapped_column(default="")
    pdf_sha256: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    issued_at: Mapped[datetime | None]
    sent_on: Mapped[date | None]

    __mapper_args__ = {"version_id_col": Versioned.version}
