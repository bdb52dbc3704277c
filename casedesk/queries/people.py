"""One person's identity, in the clear: read only through the service that journals it."""

from dataclasses import dataclass
from datetime import date

from casedesk.queries.values import Address, Role


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
