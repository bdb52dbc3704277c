"""The association whose desk this is, as screens and letters show it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.records import Association


@dataclass(frozen=True, slots=True)
class AssociationSheet:
    """Who signs. `address` keeps its lines, separated by newlines; `fictional` watermarks what leaves the desk."""

    name: str
    address: str
    town: str
    email: str
    phone: str
    registration: str
    jurisdiction: str
    fictional: bool


def association_sheet(session: Session, jurisdiction: str = "") -> AssociationSheet | None:
    """Read the house of a country, or the first one where that country has none; None until one is written down."""
    query = select(Association).order_by(Association.jurisdiction != jurisdiction, Association.jurisdiction)
    record = session.scalars(query.limit(1)).one_or_none()
    if record is None:
        return None
    return AssociationSheet(
        name=record.name,
        address=record.address,
        town=record.town,
        email=record.email,
        phone=record.phone,
        registration=record.registration,
        jurisdiction=record.jurisdiction,
        fictional=record.fictional,
    )
