"""A letter: drafted, read by a second person, issued and frozen, sent, received, answered."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record, Versioned

_EMPTY = text("''")


class LetterState(StrEnum):
    """How far a letter went. Silence is derived, never stored."""

    DRAFT = "draft"
    REVIEW = "review"
    ISSUED = "issued"
    SENT = "sent"
    RECEIVED = "received"
    ANSWERED = "answered"


class Channel(StrEnum):
    """How a letter left, which decides what proves it."""

    LRAR = "lrar"  # registered, with a signed receipt
    LREL = "lrel"  # registered, electronic
    RECEIPT = "receipt"  # lodged against a receipt
    FORM = "form"  # a form on a site
    EMAIL = "email"
    POST = "post"
    HAND = "hand"  # handed over, without a receipt


class Letter(Identified, Versioned, Record):
    """Once issued, what it says and who read it never change: the database itself refuses.

    `clauses` says which were switched, `waivers` why a finding was passed over, by its key. Whoever read it approved
    the text of `reviewed_sha256`, and no other; it is empty while nobody did. `tracking` is the number of the
    registered letter or of the form. `answer` is the happening that answers it, empty where it is none. `proofs` names
    the exhibit that proves each step, by the step's state.
    """

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
    clauses: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    waivers: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    about_id: Mapped[str] = mapped_column(default="", server_default=_EMPTY)  # the letter it reminds of, or redoes
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)  # the whole context, frozen at issue
    citations: Mapped[list[str]] = mapped_column(default=list)
    text: Mapped[str] = mapped_column(default="")
    addressee_id: Mapped[str] = mapped_column(default="", server_default=_EMPTY)  # body of the directory, once issued
    docx_sealed_as: Mapped[str] = mapped_column(default="")
    pdf_sealed_as: Mapped[str] = mapped_column(default="")
    docx_sha256: Mapped[str] = mapped_column(default="")
    pdf_sha256: Mapped[str] = mapped_column(default="")
    reviewed_by: Mapped[str] = mapped_column(default="", server_default=_EMPTY)
    reviewed_at: Mapped[datetime | None]
    reviewed_on: Mapped[date | None]  # the day that the text approved bears
    reviewed_sha256: Mapped[str] = mapped_column(default="", server_default=_EMPTY)
    review_note: Mapped[str] = mapped_column(default="", server_default=_EMPTY)
    alone_because: Mapped[str] = mapped_column(default="", server_default=_EMPTY)  # why nobody else read it
    created_at: Mapped[datetime]
    issued_at: Mapped[datetime | None]
    channel: Mapped[str] = mapped_column(default="", server_default=_EMPTY)  # empty: nobody said
    tracking: Mapped[str] = mapped_column(default="", server_default=_EMPTY)
    sent_on: Mapped[date | None]
    received_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="", server_default=_EMPTY)
    answer_note: Mapped[str] = mapped_column(default="", server_default=_EMPTY)
    proofs: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")

    __mapper_args__ = {"version_id_col": Versioned.version}
