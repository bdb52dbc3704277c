"""A person of a case: the one accompanied, her representatives, authors, witnesses."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record


class Role(StrEnum):
    """What she or he is in the case."""

    ACCOMPANIED = "accompanied"
    REPRESENTATIVE = "representative"
    AUTHOR = "author"
    WITNESS = "witness"


class Address(StrEnum):
    """How letters speak of a person."""

    MADAM = "madam"
    SIR = "sir"
    NEUTRAL = "neutral"


class Person(Identified, Record):
    """Every field but the role may stay empty: an author is often an account and nothing else."""

    __tablename__ = "person"
    kind = Kind.PERSON

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    addressed_as: Mapped[str] = mapped_column(default=Address.NEUTRAL.value)
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None]
    birth_place: Mapped[str] = mapped_column(default="")
    nationality: Mapped[str] = mapped_column(default="")
    profession: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")  # lines, separated by newlines
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    accounts: Mapped[list[str]] = mapped_column(default=list)  # handles and account ids
    domiciled_at_association: Mapped[bool] = mapped_column(default=False)
    domicile_agreed_on: Mapped[date | None]  # the association's express agreement
