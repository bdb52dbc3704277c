"""The index of derived dates in a transaction: no case is ever left there with the dates of before."""

import logging
from collections.abc import Callable, Collection
from datetime import date

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from casedesk.records import (
    Case,
    DueCase,
    DueQuestion,
    ElementExhibit,
    Event,
    Exhibit,
    Incident,
    Item,
    Letter,
    Person,
    Record,
)
from casedesk.store.workspace import Workspace
from tests.store.factories import NOW, TODAY

FIRST, SECOND = "1" * 32, "2" * 32
tables = Record.metadata.tables
INCIDENT, EXHIBIT, EVENT = "3" * 32, "4" * 32, "5" * 32


@pytest.fixture
def known(workspace: Workspace) -> Workspace:
    """A workspace of two cases, both in the index."""
    with workspace.transaction() as work:
        for case_id, pseudonym in ((FIRST, "Mésange"), (SECOND, "Louve")):
            work.session.add(Case(id=case_id, pseudonym=pseudonym, jurisdiction="fr", place="fr", opened_on=TODAY))
        work.session.flush()
        work.session.add_all(
            [
                Incident(id=INCIDENT, case_id=FIRST, title="Menaces", offences=[]),
                Exhibit(id=EXHIBIT, case_id=FIRST, number=1, title="Capture", received_on=TODAY, added_at=NOW),
                Event(id=EVENT, case_id=FIRST, what="publication", recorded_at=NOW),
            ]
        )
    with workspace.transaction() as work:
        for number, case_id in enumerate((FIRST, SECOND)):
            row = {"id": number, "case_id": case_id, "stamp": "", "valid_from": date.min, "valid_until": date.max}
            work.session.execute(insert(tables["due_case"]).values(row))
            asked = {"due_case_id": number, "number": 0, "lack": "fact", "name": "", "subject_id": "", "label": ""}
            work.session.execute(insert(tables["due_question"]).values(asked))
    assert indexed(workspace) == {FIRST, SECOND}
    return workspace


def indexed(workspace: Workspace) -> set[str]:
    """Name the cases in the index, whose rows are there too."""
    with workspace.transaction() as work:
        assert set(work.session.scalars(select(DueCase.id))) == set(
            work.session.scalars(select(DueQuestion.due_case_id))
        )
        return set(work.session.scalars(select(DueCase.case_id)))


def _change(kind: type[Record], record_id: str, name: str, value: object) -> Callable[[Session], None]:
    def do(session: Session) -> None:
        setattr(session.get_one(kind, record_id), name, value)

    return do


def _delete(kind: type[Record], record_id: str) -> Callable[[Session], None]:
    return lambda session: session.delete(session.get_one(kind, record_id))


@pytest.mark.parametrize(
    "gesture",
    [
        _change(Case, FIRST, "place", "fr-67"),
        _change(Incident, INCIDENT, "title", "Insultes"),
        _delete(Event, EVENT),
        _delete(Case, FIRST),
        lambda session: session.add(Person(case_id=FIRST, role="author", accounts=[])),
        lambda session: session.add(
            Item(case_id=FIRST, pasted="p", canonical="c", platform="x", link_kind="post", added_at=NOW)
        ),
        lambda session: session.add(
            Letter(case_id=FIRST, model="m", jurisdiction="fr", pack_version="1", title="t", created_at=NOW)
        ),
        lambda session: session.add(Event(case_id=FIRST, what="publication", recorded_at=NOW)),
        lambda session: session.add(ElementExhibit(incident_id=INCIDENT, element="repeated", exhibit_id=EXHIBIT)),
    ],
    ids=[
        "case changed",
        "incident changed",
        "event withdrawn",
        "case deleted",
        "person added",
        "item added",
        "letter added",
        "event added",
        "exhibit tied",
    ],
)
def test_a_case_touched_leaves_the_index_and_no_other_does(
    known: Workspace, gesture: Callable[[Session], None]
) -> None:
    with known.transaction() as work:
        gesture(work.session)
    assert indexed(known) == {SECOND}


def test_whatever_belongs_to_a_case_is_tied_to_it_in_a_way_the_index_sees() -> None:
    seen = {"case", "element_exhibit"}
    for mapper in Record.registry.mappers:
        names = set(mapper.columns.keys())
        refers = {key.column.table.name for column in mapper.columns for key in column.foreign_keys}
        if refers & {"case", "incident", "item", "event", "letter", "exhibit"}:
            assert "case_id" in names or mapper.class_.__tablename__ in seen


def test_reading_and_what_belongs_to_no_case_leave_the_index_alone(known: Workspace) -> None:
    with known.transaction() as work:
        work.session.scalars(select(Incident)).all()
    assert indexed(known) == {FIRST, SECOND}


def test_a_statement_that_names_no_record_empties_the_index(known: Workspace) -> None:
    with known.transaction() as work:
        work.session.execute(update(Incident).values(title="Insultes"))
    assert indexed(known) == set()


def test_who_knows_the_law_is_told_once_which_cases_to_count_again(known: Workspace) -> None:
    told: list[Collection[str]] = []
    known.derive = lambda _session, case_ids: told.append(case_ids)
    with known.transaction() as work:
        work.session.get_one(Incident, INCIDENT).title = "Insultes"
        work.session.flush()
        work.session.add(Event(case_id=SECOND, what="publication", recorded_at=NOW))
    assert told == [{FIRST, SECOND}]
    assert indexed(known) == {FIRST, SECOND}


def test_a_transaction_undone_leaves_the_index_as_it_was(known: Workspace) -> None:
    with pytest.raises(RuntimeError, match="stop"), known.transaction() as work:
        work.session.get_one(Incident, INCIDENT).title = "Insultes"
        work.session.flush()
        raise RuntimeError("stop")
    assert indexed(known) == {FIRST, SECOND}


def test_a_fault_in_counting_costs_no_word_and_leaves_no_false_date(
    known: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_session: Session, _case_ids: Collection[str]) -> None:
        raise ZeroDivisionError("Mésange")

    known.derive = fail
    with caplog.at_level(logging.ERROR), known.transaction() as work:
        work.session.get_one(Incident, INCIDENT).title = "Insultes"
    with known.transaction() as work:
        assert work.session.get_one(Incident, INCIDENT).title == "Insultes"
    assert indexed(known) == {SECOND}
    assert caplog.messages == ["dates of 1 cases not counted: ZeroDivisionError"]
