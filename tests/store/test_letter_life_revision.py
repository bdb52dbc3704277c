"""What the revision of the life of letters does to letters already written, and what it refuses for ever."""

import json
from typing import Any

import pytest
from sqlalchemy import Connection, text

from casedesk.records import Case, Event, Exhibit, Letter
from casedesk.store import migrations
from casedesk.store.workspace import Workspace
from tests.store.factories import NOW, TODAY

SENT, ISSUED, DRAFT = "5" * 32, "6" * 32, "7" * 32
PROOF, OTHER = "8" * 32, "9" * 32
CASE = "c" * 32


def a_letter(letter_id: str, **told: Any) -> Letter:
    return Letter(
        id=letter_id, case_id=CASE, model="m", jurisdiction="fr", pack_version="1", title="t", created_at=NOW, **told
    )


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A case with a letter sent, one issued and a draft; the proof of the sending is joined to the one sent."""
    with workspace.transaction() as work:
        work.session.add(Case(id=CASE, pseudonym="Mésange", jurisdiction="fr", place="fr", opened_on=TODAY))
        work.session.flush()
        data = {"addressee": {"id": "x", "name": "X"}, "answers": {}}
        work.session.add_all(
            [
                Exhibit(id=PROOF, case_id=CASE, number=1, title="Dépôt", received_on=TODAY, added_at=NOW),
                Exhibit(id=OTHER, case_id=CASE, number=2, title="Capture", received_on=TODAY, added_at=NOW),
                a_letter(SENT, state="sent", data=data, issued_at=NOW, sent_on=TODAY, exhibit_ids=[PROOF]),
                a_letter(ISSUED, state="issued", data={"addressee": None}, issued_at=NOW),
                a_letter(DRAFT, data={}, exhibit_ids=[OTHER]),
            ]
        )
        work.session.flush()
        work.session.add(
            Event(case_id=CASE, what="notice_sent", letter_id=SENT, exhibit_id=PROOF, reference="1A 2", recorded_at=NOW)
        )
    return workspace


def told(connection: Connection, letter_id: str) -> dict[str, Any]:
    """Read a letter as the table holds it."""
    found = connection.execute(text("SELECT * FROM letter WHERE id = :id"), {"id": letter_id}).mappings().one()
    return dict(found)


def write(connection: Connection, statement: str, **given: str) -> None:
    connection.execute(text(statement), given)


def test_an_old_letter_says_what_its_event_said_and_nothing_nobody_said(filled: Workspace) -> None:
    with filled.engine.begin() as connection:
        migrations.move(connection, 4)
        migrations.upgrade(connection)
        sent = told(connection, SENT)
        assert (sent["state"], sent["addressee_id"], sent["tracking"]) == ("sent", "x", "1A 2")
        assert json.loads(sent["proofs"]) == {"sent": PROOF}
        for letter, state in ((told(connection, ISSUED), "issued"), (told(connection, DRAFT), "draft")):
            assert (letter["state"], letter["addressee_id"], letter["tracking"]) == (state, "", "")
            assert letter["proofs"] == "{}"
        for letter_id in (SENT, ISSUED, DRAFT):
            letter = told(connection, letter_id)
            assert {letter[name] for name in ("channel", "reviewed_by", "alone_because", "about_id")} == {""}
            assert {letter[name] for name in ("reviewed_at", "received_on", "answered_on")} == {None}
        assert connection.execute(text('SELECT letter_answers FROM "case"')).scalar_one() == "{}"


def test_a_letter_going_back_keeps_the_nearest_state_of_before(filled: Workspace) -> None:
    with filled.engine.begin() as connection:
        for letter_id, state in ((SENT, "answered"), (DRAFT, "review")):
            write(connection, "UPDATE letter SET state = :state WHERE id = :id", state=state, id=letter_id)
        migrations.move(connection, 4)
        assert (told(connection, SENT)["state"], told(connection, DRAFT)["state"]) == ("sent", "draft")


@pytest.mark.parametrize(
    ("refused", "record_id", "says"),
    [
        ("UPDATE letter SET text = 'autre' WHERE id = :id", ISSUED, "never changes"),
        ("UPDATE letter SET issued_at = NULL WHERE id = :id", SENT, "never changes"),
        ("UPDATE letter SET reviewed_by = 'Nadia' WHERE id = :id", SENT, "never changes"),
        ("UPDATE letter SET exhibit_ids = '[]' WHERE id = :id", SENT, "never changes"),
        ("UPDATE exhibit SET number = 7 WHERE id = :id", OTHER, "number of an exhibit"),
        ("DELETE FROM exhibit WHERE id = :id", PROOF, "joined to a letter"),
    ],
)
def test_the_database_itself_refuses_to_change_what_was_issued(
    filled: Workspace, refused: str, record_id: str, says: str
) -> None:
    with pytest.raises(Exception, match=says), filled.engine.begin() as connection:
        write(connection, refused, id=record_id)


def test_what_happens_to_an_issued_letter_is_still_written(filled: Workspace) -> None:
    with filled.engine.begin() as connection:
        write(connection, "UPDATE letter SET state = 'received', received_on = '2026-11-22' WHERE id = :id", id=SENT)
        write(connection, "UPDATE letter SET text = 'une autre phrase' WHERE id = :id", id=DRAFT)
        write(connection, "DELETE FROM exhibit WHERE id = :id", id=OTHER)  # joined to a draft only
        assert told(connection, SENT)["received_on"] == "2026-11-22"


def test_a_whole_case_can_still_be_erased(filled: Workspace) -> None:
    with filled.engine.begin() as connection:
        write(connection, 'DELETE FROM "case" WHERE id = :id', id=CASE)
        left = text("SELECT (SELECT count(*) FROM letter) + (SELECT count(*) FROM exhibit)")
        assert connection.execute(left).scalar_one() == 0
