"""The association whose desk this is: one row."""

from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Identified, Record


class Association(Identified, Record):
    """Who signs and where answers are sent. `fictional` watermarks everything that leaves the desk."""

    __tablename__ = "association"
    kind = Kind.ASSOCIATION

    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")  # lines, separated by newlines
    town: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    registration: Mapped[str] = mapped_column(default="")  # RNA, SIREN, récépissé
    jurisdiction: Mapped[str]
    fictional: Mapped[bool] = mapped_column(default=False)
