"""What is done to a case as a whole."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from casedesk.errors import CasedeskError, Conflict, InvalidInput, NotFound
from casedesk.law.pack import Pack
from casedesk.records import Case
from casedesk.services import cases
from casedesk.store.workspace import Workspace
from tests.factories import NOW, TODAY, a_case, actions

Packs = Mapping[str, Pack]


def test_a_case_is_opened_under_a_pseudonym_and_the_journal_says_so(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, "  Orage\u202e-11 ", place="fr-67", never="Jamais le soir")
    session.flush()
    case = session.get_one(Case, case_id)
    assert (case.pseudonym, case.place, case.never, case.version) == ("Orage-11", "fr-67", "Jamais le soir", 1)
    assert actions(session) == ["case.opened"]


def test_without_a_place_the_calendar_is_that_of_the_whole_country(session: Session, packs: Packs) -> None:
    assert session.get_one(Case, a_case(session, packs, jurisdiction="ml")).place == "ml"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"pseudonym": " "}, "pseudonym"),
        ({"pseudonym": "louve-07"}, "pseudonym"),
        ({"jurisdiction": "xx", "pseudonym": "Iris-19"}, "jurisdiction"),
        ({"place": "fr-999", "pseudonym": "Iris-19"}, "place"),
        ({"last_contact_on": date(2027, 1, 1), "pseudonym": "Iris-19"}, "last_contact_on"),
        ({"referent": "a" * 301, "pseudonym": "Iris-19"}, "referent"),
    ],
)
def test_a_case_that_cannot_be_opened_is_refused_at_the_field_to_mend(
    session: Session, packs: Packs, changes: dict[str, object], field: str
) -> None:
    a_case(session, packs)
    with pytest.raises(InvalidInput) as refusal:
        a_case(session, packs, **changes)  # type: ignore[arg-type]  # one bad field at a time
    assert refusal.value.field == field
    assert refusal.value.sentence.endswith(".")


def test_a_change_written_over_another_is_a_conflict_and_keeps_the_first(workspace: Workspace, packs: Packs) -> None:
    with workspace.transaction() as work:
        case_id = a_case(work.session, packs)
    with workspace.transaction() as work:
        cases.update_case(work.session, case_id, 1, today=TODAY, now=NOW, referent="Awa")
    with pytest.raises(Conflict), workspace.transaction() as work:
        cases.update_case(work.session, case_id, 1, today=TODAY, now=NOW, referent="Nadia")
    with workspace.transaction() as work:
        case = work.session.get_one(Case, case_id)
        assert (case.referent, case.version) == ("Awa", 2)


def test_a_field_left_out_of_a_change_stays_as_it_was(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, danger_note="Il a ses clés.")
    session.flush()
    cases.update_case(session, case_id, 1, today=TODAY, now=NOW, last_contact_on=TODAY)
    case = session.get_one(Case, case_id)
    assert (case.danger_note, case.last_contact_on, case.safe_contact) == ("Il a ses clés.", TODAY, "Signal")


def test_a_case_keeps_its_own_pseudonym_and_cannot_take_another_ones(session: Session, packs: Packs) -> None:
    first, _second = a_case(session, packs), a_case(session, packs, "Figue-23")
    session.flush()
    cases.update_case(session, first, 1, today=TODAY, now=NOW, pseudonym="LOUVE-07")
    with pytest.raises(InvalidInput):
        cases.update_case(
            session, first, session.get_one(Case, first).version, today=TODAY, now=NOW, pseudonym="figue-23"
        )


def test_nothing_in_a_closed_case_changes_until_it_is_reopened(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    session.flush()
    cases.close_case(session, case_id, 1, on=TODAY, now=NOW)
    session.flush()
    with pytest.raises(Conflict):
        cases.update_case(session, case_id, 2, today=TODAY, now=NOW, referent="Awa")
    with pytest.raises(Conflict):
        cases.close_case(session, case_id, 2, on=TODAY, now=NOW)
    cases.reopen_case(session, case_id, 2, now=NOW)
    session.flush()
    cases.update_case(session, case_id, 3, today=TODAY, now=NOW, referent="Awa")
    assert session.get_one(Case, case_id).referent == "Awa"
    assert actions(session) == ["case.opened", "case.closed", "case.reopened", "case.updated"]


def test_a_case_is_not_closed_before_it_was_opened_nor_reopened_while_open(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    session.flush()
    with pytest.raises(InvalidInput) as refusal:
        cases.close_case(session, case_id, 1, on=date(2026, 9, 1) - timedelta(days=1), now=NOW)
    assert refusal.value.field == "closed_on"
    with pytest.raises(Conflict):
        cases.reopen_case(session, case_id, 1, now=NOW)


def test_a_case_that_is_not_there_is_said_so_in_a_sentence(session: Session) -> None:
    for gesture in (cases.close_case, cases.reopen_case):
        with pytest.raises(NotFound) as refusal:
            gesture(session, "0" * 32, 1, **({"on": TODAY} if gesture is cases.close_case else {}), now=NOW)
        assert isinstance(refusal.value, CasedeskError)
