"""One person's identity, in the clear: read only through the service that journals it."""

from dataclasses import dataclass
from datetime import date

from casedesk.queries.values import Address, Role
from casedesk.records import Person


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """Everything recorded of one person. `address` keeps its lines, separated by newlines."""

    id: str
    case_id: str
    role: Role
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


def person_sheet(person: Person) -> PersonSheet:
    """Read a person's record."""
    return PersonSheet(
        id=person.id,
        case_id=person.case_id,
        role=Role(person.role),
        addressed_as=Address(person.addressed_as),
        given_name=person.given_name,
        family_name=person.family_name,
        born_on=person.born_on,
        birth_place=person.birth_place,
        nationality=person.nationality,
        profession=person.profession,
        address=person.address,
        phone=person.phone,
        email=person.email,
        accounts=tuple(person.accounts),
        domiciled_at_association=person.domiciled_at_association,
        domicile_agreed_on=person.domicile_agreed_on,
    )
