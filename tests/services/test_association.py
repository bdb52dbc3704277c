"""The association whose desk this is, one house per country."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import InvalidInput
from casedesk.queries.association import association_sheet
from casedesk.records import Association
from casedesk.services import association
from tests.factories import NOW, actions, an_association


def test_the_house_of_a_country_is_written_down_once_and_changed_in_place(session: Session) -> None:
    assert association_sheet(session) is None
    first = an_association(session)
    assert an_association(session, name=" Les\u202e Veilleuses ", town="Lyon") == first
    house = session.scalars(select(Association)).one()
    assert (house.name, house.town, house.fictional) == ("Les Veilleuses", "Lyon", True)
    assert actions(session) == ["association.saved"] * 2


def test_each_country_finds_its_own_house_and_another_borrows_the_first(session: Session) -> None:
    an_association(session)
    an_association(session, jurisdiction="ml", town="Bamako")
    towns = [found.town for key in ("fr", "ml", "sn", "") if (found := association_sheet(session, key))]
    assert towns == ["Paris", "Bamako", "Paris", "Paris"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"jurisdiction": ""}, "jurisdiction"),
        ({"email": "a" * 301}, "email"),
        ({"address": "a" * 50_001}, "address"),
    ],
)
def test_what_cannot_be_taken_of_the_association_is_refused_at_its_field(
    session: Session, changes: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        an_association(session, **changes)
    assert refusal.value.field == field
    assert session.scalars(select(Association)).all() == []


def test_a_real_association_is_not_marked_fictional(session: Session) -> None:
    association.save(session, name="Une association", jurisdiction="fr", now=NOW)
    assert session.scalars(select(Association.fictional)).one() is False
