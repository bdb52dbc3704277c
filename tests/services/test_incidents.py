"""What was done to her, told once."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Incident
from casedesk.services import incidents
from casedesk.store.workspace import Workspace
from tests.factories import DAY_OF_FACTS, DEEPFAKE, INSULT, NOW, TODAY, a_case, actions, an_incident

Packs = Mapping[str, Pack]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"earliest_on": None}, (None, None)),
        ({"earliest_on": date(2026, 8, 1)}, (date(2026, 8, 1), date(2026, 8, 1))),
        ({"earliest_on": date(2026, 8, 1), "latest_on": date(2026, 8, 15)}, (date(2026, 8, 1), date(2026, 8, 15))),
        ({"earliest_on": None, "latest_on": date(2026, 8, 15)}, (date(2026, 8, 15), date(2026, 8, 15))),
        ({"earliest_on": TODAY}, (TODAY, TODAY)),
    ],
)
def test_a_day_is_kept_as_exactly_as_it_is_known(
    session: Session, packs: Packs, given: dict[str, object], kept: tuple[date | None, date | None]
) -> None:
    incident = session.get_one(Incident, an_incident(session, packs, a_case(session, packs), **given))
    assert (incident.earliest_on, incident.latest_on) == kept


def test_a_known_moment_gives_the_day_and_goes_with_it(session: Session, packs: Packs) -> None:
    moment = datetime(2026, 8, 24, 20, 14, 5, tzinfo=UTC)
    fields = {"title": "Montage", "instant_at": moment}
    incident_id = incidents.add_incident(session, packs, a_case(session, packs), today=TODAY, now=NOW, **fields)  # type: ignore[arg-type]
    session.flush()
    incident = session.get_one(Incident, incident_id)
    assert (incident.earliest_on, incident.instant_at) == (DAY_OF_FACTS, moment)
    later = {"earliest_on": date(2026, 8, 20), "latest_on": date(2026, 8, 30)}
    incidents.update_incident(session, packs, incident_id, 1, today=TODAY, now=NOW, **later)  # type: ignore[arg-type]
    assert (incident.earliest_on, incident.instant_at) == (date(2026, 8, 20), None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "  "}, "title"),
        ({"earliest_on": date(2026, 8, 15), "latest_on": date(2026, 8, 1)}, "earliest_on"),
        ({"earliest_on": date(2026, 11, 22)}, "earliest_on"),
        ({"offences": ("injure_publique", "not_an_offence")}, "offences"),
        ({"amount": Decimal(100000)}, "currency"),
        ({"amount": Decimal(-1), "currency": "EUR"}, "amount"),
        ({"incapacity_days": -1}, "incapacity_days"),
    ],
)
def test_an_incident_that_cannot_be_taken_is_refused_at_the_field_to_mend(
    session: Session, packs: Packs, changes: dict[str, object], field: str
) -> None:
    case_id = a_case(session, packs)
    with pytest.raises(InvalidInput) as refusal:
        an_incident(session, packs, case_id, **changes)
    assert refusal.value.field == field


def test_what_was_demanded_is_kept_with_its_currency(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, jurisdiction="ml")
    incident_id = an_incident(session, packs, case_id, offences=(), amount=Decimal(100000), currency="xof")
    incident = session.get_one(Incident, incident_id)
    assert (incident.amount, incident.currency) == (Decimal(100000), "XOF")


def test_an_offence_chosen_twice_is_kept_once(session: Session, packs: Packs) -> None:
    incident_id = an_incident(session, packs, a_case(session, packs), offences=(DEEPFAKE, INSULT, DEEPFAKE))
    assert session.get_one(Incident, incident_id).offences == [DEEPFAKE, INSULT]


def test_a_change_to_an_incident_somebody_else_changed_is_a_conflict(workspace: Workspace, packs: Packs) -> None:
    with workspace.transaction() as work:
        incident_id = an_incident(work.session, packs, a_case(work.session, packs))
    with workspace.transaction() as work:
        incidents.update_incident(work.session, packs, incident_id, 1, today=TODAY, now=NOW, title="Insultes")
        assert actions(work.session)[-1] == "incident.updated"
    with pytest.raises(Conflict), workspace.transaction() as work:
        incidents.update_incident(work.session, packs, incident_id, 1, today=TODAY, now=NOW, title="Injures")
    with workspace.transaction() as work:
        incident = work.session.get_one(Incident, incident_id)
        assert (incident.title, incident.offences) == ("Insultes", [INSULT])
