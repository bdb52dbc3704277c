"""The people of a case."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.pack import Pack
from casedesk.records import Address, Person, Role
from casedesk.services import cases, people
from casedesk.services.people import Reason
from tests.factories import NOW, TODAY, a_case, a_person, actions

Packs = Mapping[str, Pack]


def test_a_person_is_written_down_field_by_field(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    person_id = people.save_person(session, case_id, role=Role.ACCOMPANIED, today=TODAY, now=NOW)
    people.save_person(
        session, case_id, role=Role.ACCOMPANIED, person_id=person_id, today=TODAY, now=NOW, given_name=" Awa\u202e "
    )
    people.save_person(
        session,
        case_id,
        role=Role.ACCOMPANIED,
        person_id=person_id,
        today=TODAY,
        now=NOW,
        addressed_as=Address.MADAM,
        address="Porte 12\nHamdallaye",
        accounts=("compte_12", " "),
    )
    person = session.get_one(Person, person_id)
    assert (person.given_name, person.address, person.accounts) == ("Awa", "Porte 12\nHamdallaye", ["compte_12"])
    assert person.addressed_as == "madam"


def test_a_case_has_one_person_accompanied_and_any_number_of_authors(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    a_person(session, case_id)
    for number in range(3):
        a_person(session, case_id, Role.AUTHOR, accounts=(f"compte_{number}",))
    with pytest.raises(InvalidInput) as refusal:
        a_person(session, case_id)
    assert refusal.value.field == "role"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"born_on": date(2026, 11, 22)}, "born_on"),
        ({"domicile_agreed_on": date(2027, 1, 1)}, "domicile_agreed_on"),
        ({"email": "camille chez exemple"}, "email"),
        ({"family_name": "a" * 301}, "family_name"),
    ],
)
def test_what_cannot_be_taken_of_a_person_is_refused_at_its_field(
    session: Session, packs: Packs, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        a_person(session, a_case(session, packs), **changes)  # type: ignore[arg-type]  # one bad field at a time
    assert refusal.value.field == field


def test_an_identity_shown_leaves_its_reason_in_the_journal_and_no_name(session: Session, packs: Packs) -> None:
    person_id = a_person(session, a_case(session, packs))
    session.flush()
    for reason in Reason:
        assert people.reveal_person(session, person_id, reason, now=NOW).family_name == "Exemple"
    assert actions(session)[-4:] == [f"person.revealed.{reason}" for reason in ("letter", "contact", "check", "rights")]


def test_a_person_of_another_case_cannot_be_changed_from_this_one(session: Session, packs: Packs) -> None:
    elsewhere = a_person(session, a_case(session, packs))
    case_id = a_case(session, packs, "Figue-23")
    session.flush()
    with pytest.raises(InvalidInput):
        people.save_person(session, case_id, role=Role.WITNESS, person_id=elsewhere, today=TODAY, now=NOW)
    with pytest.raises(NotFound):
        people.reveal_person(session, "0" * 32, Reason.CHECK, now=NOW)


def test_nobody_is_added_to_a_closed_case(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    session.flush()
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    with pytest.raises(Conflict):
        a_person(session, case_id)
