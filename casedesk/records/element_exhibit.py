"""An exhibit that supports one element of an offence."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from casedesk.changes import Kind
from casedesk.records.base import Record


class ElementExhibit(Record):
    """One cell of the matrix of an incident: this exhibit shows that this element is there."""

    __tablename__ = "element_exhibit"
    kind = Kind.INCIDENT

    incident_id: Mapped[str] = mapped_column(ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True)
    element: Mapped[str] = mapped_column(primary_key=True)  # id in the pack's elements
    exhibit_id: Mapped[str] = mapped_column(ForeignKey("exhibit.id", ondelete="CASCADE"), primary_key=True, index=True)
