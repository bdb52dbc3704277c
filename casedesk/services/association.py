"""The association whose desk this is, one house per country."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.records import Association
from casedesk.services import clean, journal
from casedesk.services.journal import Action
from casedesk.translate import _


def save(
    session: Session,
    *,
    name: str,
    jurisdiction: str,
    address: str = "",
    town: str = "",
    email: str = "",
    phone: str = "",
    registration: str = "",
    fictional: bool = False,
    now: datetime,
) -> str:
    """Write down who signs the letters of a country and where answers are sent; a country has one house.

    Raises:
        InvalidInput: the name is empty, a text is too long, or no country is chosen.
    """
    if not clean.line(jurisdiction):
        raise InvalidInput("jurisdiction", _("Choose the country whose law applies."))
    query = select(Association).where(Association.jurisdiction == clean.line(jurisdiction))
    record = session.scalars(query).one_or_none() or Association()
    record.name = clean.required("name", name, _("Give the association’s name: it signs the letters."))
    record.jurisdiction = clean.line(jurisdiction)
    record.address = clean.long("address", address)
    record.town = clean.short("town", town)
    record.email = clean.short("email", email)
    record.phone = clean.short("phone", phone)
    record.registration = clean.short("registration", registration)
    record.fictional = fictional
    session.add(record)
    session.flush()
    journal.write(session, Action.ASSOCIATION_SAVED, Kind.ASSOCIATION, record.id, now)
    return record.id
