"""What was done to her, told once."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Incident, new_id
from casedesk.services import clean, guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _


class IncidentFields(TypedDict, total=False):
    """What may be recorded of an incident; a field left out stays as it is. A day is empty, known, or an interval."""

    title: str
    account_of_facts: str
    earliest_on: date | None
    latest_on: date | None
    instant_at: datetime | None
    online: bool | None
    public: bool | None
    where: str
    amount: Decimal | None
    currency: str
    effects: str
    incapacity_days: int | None
    offences: tuple[str, ...]


def _write(incident: Incident, pack: Pack, fields: IncidentFields, today: date) -> None:
    """Check the given fields and put them on the incident."""
    if "title" in fields:
        incident.title = clean.required("title", fields["title"], _("Say in a few words what happened."))
    if "where" in fields:
        incident.where = clean.short("where", fields["where"])
    if "account_of_facts" in fields:
        incident.account_of_facts = clean.long("account_of_facts", fields["account_of_facts"])
    if "online" in fields:
        incident.online = fields["online"]
    if "public" in fields:
        incident.public = fields["public"]
    _write_day(incident, fields, today)
    _write_amount(incident, fields)
    _write_effects(incident, fields)
    if "offences" in fields:
        if any(offence not in pack.offences for offence in fields["offences"]):
            raise InvalidInput("offences", _("This offence is not in the law of the country chosen."))
        incident.offences = list(dict.fromkeys(fields["offences"]))


def _write_day(incident: Incident, fields: IncidentFields, today: date) -> None:
    """Write when it happened; the moment, where known, gives the day."""
    instant = fields.get("instant_at", incident.instant_at)
    if "instant_at" in fields and instant is not None and "earliest_on" not in fields:
        day = instant.astimezone(UTC).date()
        fields = {**fields, "earliest_on": day, "latest_on": day}
    if "earliest_on" in fields or "latest_on" in fields:
        first, last = fields.get("earliest_on"), fields.get("latest_on")
        incident.earliest_on, incident.latest_on = guard.days(first, last, today, "earliest_on")
    incident.instant_at = instant if incident.earliest_on == incident.latest_on else None


def _write_amount(incident: Incident, fields: IncidentFields) -> None:
    """Write what was demanded: an amount goes with its currency."""
    if "amount" in fields:
        incident.amount = fields["amount"]
    if "currency" in fields:
        incident.currency = clean.line(fields["currency"]).upper()
    if incident.amount is not None and incident.amount < 0:
        raise InvalidInput("amount", _("An amount is zero or more."))
    if incident.amount is not None and len(incident.currency) != 3:
        raise InvalidInput("currency", _("Say in which currency: EUR, XOF…"))


def _write_effects(incident: Incident, fields: IncidentFields) -> None:
    """Write what it did to her."""
    if "effects" in fields:
        incident.effects = clean.long("effects", fields["effects"])
    if "incapacity_days" in fields:
        days = fields["incapacity_days"]
        if days is not None and days < 0:
            raise InvalidInput("incapacity_days", _("A number of days is zero or more."))
        incident.incapacity_days = days


def add_incident(
    session: Session,
    packs: Mapping[str, Pack],
    case_id: str,
    *,
    today: date,
    now: datetime,
    **fields: Unpack[IncidentFields],
) -> str:
    """Add an incident to a case and return its id.

    Raises:
        InvalidInput: no title, reversed or future days, unknown offence, amount without currency.
        Conflict: the case is closed.
    """
    case = guard.open_case(session, case_id)
    incident = Incident(id=new_id(), case_id=case.id, offences=[], currency="")
    _write(incident, packs[case.jurisdiction], {"title": "", **fields}, today)
    session.add(incident)
    journal.write(session, Action.INCIDENT_ADDED, Kind.INCIDENT, incident.id, now)
    return incident.id


def update_incident(
    session: Session,
    packs: Mapping[str, Pack],
    incident_id: str,
    version: int,
    *,
    today: date,
    now: datetime,
    **fields: Unpack[IncidentFields],
) -> None:
    """Change an incident; `version` is the one the person saw.

    Raises:
        NotFound: no such incident.
        Conflict: the case is closed, or the incident was changed meanwhile.
        InvalidInput: a field cannot be taken.
    """
    incident = guard.found(session, Incident, incident_id)
    case = guard.open_case(session, incident.case_id)
    guard.same_version(incident, version)
    _write(incident, packs[case.jurisdiction], fields, today)
    journal.write(session, Action.INCIDENT_UPDATED, Kind.INCIDENT, incident.id, now)
