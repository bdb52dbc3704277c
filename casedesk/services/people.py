"""The people of a case: who they are, and who asked to see it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict, Unpack, assert_never

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.queries.people import PersonSheet, person_sheet
from casedesk.records import Address, Person, Role, new_id
from casedesk.services import clean, guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _


class Reason(StrEnum):
    """Why an identity is shown. Enumerated: the journal holds no free text."""

    LETTER = "letter"
    CONTACT = "contact"
    CHECK = "check"
    RIGHTS = "rights"  # she asks to see or to correct what is kept


class PersonFields(TypedDict, total=False):
    """What may be recorded of a person; a field left out stays as it is."""

    addressed_as: Address
    given_name: str
    family_name: str
    born_on: date | None
    birth_place: str
    nationality: str
    profession: str
    address: str
    phone: str
    email: str
    accounts: tuple[str, ...]
    domiciled_at_association: bool
    domicile_agreed_on: date | None


_LINES = ("given_name", "family_name", "birth_place", "nationality", "profession", "phone", "email")


def save_person(
    session: Session,
    case_id: str,
    *,
    role: Role,
    today: date,
    now: datetime,
    person_id: str | None = None,
    **fields: Unpack[PersonFields],
) -> str:
    """Write down a person of the case, or change her; return her id.

    Raises:
        InvalidInput: a second person accompanied, a day in the future, an e-mail address without @, a text too long.
        Conflict: the case is closed.
    """
    case = guard.open_case(session, case_id)
    person = _person(session, case.id, person_id)
    others = select(Person.id).where(Person.case_id == case.id, Person.role == Role.ACCOMPANIED, Person.id != person.id)
    if role is Role.ACCOMPANIED and session.scalar(others) is not None:
        raise InvalidInput("role", _("This case already has its person accompanied: open another case."))
    person.role = role.value
    _write_identity(person, fields, today)
    _write_contact(person, fields, today)
    session.add(person)
    journal.write(session, Action.PERSON_SAVED, Kind.PERSON, person.id, now)
    return person.id


def _person(session: Session, case_id: str, person_id: str | None) -> Person:
    """Fetch a person of this case, or begin a new one."""
    if person_id is None:
        return Person(id=new_id(), case_id=case_id, accounts=[], email="")
    person = guard.found(session, Person, person_id)
    if person.case_id != case_id:
        raise InvalidInput("person_id", _("This does not belong to the case. Choose again."))
    return person


def _write_identity(person: Person, fields: PersonFields, today: date) -> None:
    """Write who she is."""
    given: Mapping[str, object] = fields
    for name in _LINES:
        if isinstance(text := given.get(name), str):
            setattr(person, name, clean.short(name, text))
    if "addressed_as" in fields:
        person.addressed_as = fields["addressed_as"].value
    if "born_on" in fields:
        person.born_on = _past("born_on", fields["born_on"], today)


def _write_contact(person: Person, fields: PersonFields, today: date) -> None:
    """Write where she is reached, and under which accounts."""
    if person.email and "@" not in person.email:
        raise InvalidInput("email", _("An e-mail address holds an @."))
    if "address" in fields:
        person.address = clean.long("address", fields["address"])
    if "accounts" in fields:
        person.accounts = [name for name in map(clean.line, fields["accounts"]) if name]
    if "domiciled_at_association" in fields:
        person.domiciled_at_association = fields["domiciled_at_association"]
    if "domicile_agreed_on" in fields:
        person.domicile_agreed_on = _past("domicile_agreed_on", fields["domicile_agreed_on"], today)


def _past(field: str, day: date | None, today: date) -> date | None:
    """Refuse a day that has not come."""
    if day is not None and day > today:
        raise InvalidInput(field, _("This day is in the future. Only what has happened is recorded here."))
    return day


def reveal_person(session: Session, person_id: str, reason: Reason, *, now: datetime) -> PersonSheet:
    """Show an identity, and keep that it was shown and why.

    Raises:
        NotFound: no such person.
    """
    person = guard.found(session, Person, person_id)
    match reason:
        case Reason.LETTER:
            action = Action.PERSON_REVEALED_FOR_LETTER
        case Reason.CONTACT:
            action = Action.PERSON_REVEALED_FOR_CONTACT
        case Reason.CHECK:
            action = Action.PERSON_REVEALED_FOR_CHECK
        case Reason.RIGHTS:
            action = Action.PERSON_REVEALED_FOR_RIGHTS
        case _:
            assert_never(reason)
    journal.write(session, action, Kind.PERSON, person.id, now)
    return person_sheet(person)
