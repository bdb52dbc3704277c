"""The contract of a transaction, on a real encrypted database."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError

from casedesk.changes import Kind
from casedesk.errors import Conflict, NotFound
from casedesk.records import Case, Incident, JournalEntry
from casedesk.store import engine, state
from casedesk.store.workspace import Workspace
from tests.store.factories import NOW, a_case, an_entry, an_incident, save_case


def pseudonyms(workspace: Workspace) -> list[str]:
    with workspace.transaction() as reading:
        return list(reading.session.scalars(select(Case.pseudonym).order_by(Case.pseudonym)))


def saved(workspace: Workspace) -> int:
    with workspace.transaction() as reading:
        return state.saved(reading.session.connection())


def test_leaving_normally_commits_and_says_what_changed(workspace: Workspace) -> None:
    with workspace.transaction() as gesture:
        case = a_case()
        gesture.session.add(case)
        gesture.session.add(an_incident(case))
        assert gesture.changes.kinds == frozenset()
    assert gesture.changes.kinds == {Kind.CASE, Kind.INCIDENT}
    assert gesture.changes.touch(Kind.CASE, Kind.LETTER)
    assert not gesture.changes.touch(Kind.LETTER)
    assert pseudonyms(workspace) == ["Mésange"]


def test_a_change_and_a_deletion_are_said_too(workspace: Workspace) -> None:
    case_id = save_case(workspace, "Mésange")
    with workspace.transaction() as gesture:
        gesture.session.get_one(Case, case_id).danger_note = "appeler tôt"
    assert gesture.changes.kinds == {Kind.CASE}
    with workspace.transaction() as gesture:
        gesture.session.delete(gesture.session.get_one(Case, case_id))
    assert gesture.changes.kinds == {Kind.CASE}
    assert pseudonyms(workspace) == []


def test_a_change_made_without_loading_the_records_is_said_too(workspace: Workspace) -> None:
    case_id = save_case(workspace, "Mésange")
    row = {"case_id": case_id, "title": "Appel", "offences": [], "version": 1}
    row |= dict.fromkeys(("where", "account_of_facts", "currency", "effects"), "")
    for change in (insert(Incident).values(**row), update(Incident).values(title="Appels"), delete(Incident)):
        with workspace.transaction() as gesture:
            gesture.session.execute(change)
        assert gesture.changes.kinds == {Kind.INCIDENT}


def test_reading_changes_nothing_and_counts_for_nothing(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    before = saved(workspace), (workspace.folder / "anchor").read_bytes()
    with workspace.transaction() as gesture:
        gesture.session.scalars(select(Case)).all()
    assert gesture.changes.kinds == frozenset()
    assert (saved(workspace), (workspace.folder / "anchor").read_bytes()) == before


def test_each_saved_gesture_counts_once_however_it_writes(workspace: Workspace) -> None:
    case_id = save_case(workspace, "Mésange")
    assert saved(workspace) == 1
    with workspace.transaction() as gesture:
        gesture.session.execute(text('UPDATE "case" SET referent = :who'), {"who": "une référente"})
    with workspace.transaction() as gesture:
        for name in ("a", "b", "c"):
            gesture.session.add(a_case(name))
            gesture.session.flush()
        gesture.session.get_one(Case, case_id).place = "fr-67"
    assert saved(workspace) == 3


@pytest.mark.parametrize("cause", [NotFound("gone"), RuntimeError("bug"), KeyboardInterrupt()], ids=type)
def test_any_exception_rolls_everything_back(workspace: Workspace, cause: BaseException) -> None:
    save_case(workspace, "Mésange")
    with pytest.raises(type(cause)), workspace.transaction() as gesture:
        gesture.session.add_all([a_case("Pinson"), an_entry()])
        gesture.session.flush()
        raise cause
    assert gesture.changes.kinds == frozenset()
    assert pseudonyms(workspace) == ["Mésange"]
    assert saved(workspace) == 1
    with workspace.transaction() as reading:
        assert len(reading.session.scalars(select(JournalEntry)).all()) == 1


def test_a_refusal_of_the_database_rolls_everything_back(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    with pytest.raises(IntegrityError), workspace.transaction() as gesture:
        gesture.session.add_all([a_case("Pinson"), a_case("Mésange")])
    assert pseudonyms(workspace) == ["Mésange"]


def test_a_record_without_its_case_is_refused(workspace: Workspace) -> None:
    with pytest.raises(IntegrityError), workspace.transaction() as gesture:
        gesture.session.add(an_incident(a_case()))


def test_deleting_a_case_deletes_what_hangs_on_it(workspace: Workspace) -> None:
    with workspace.transaction() as gesture:
        case = a_case()
        gesture.session.add_all([case, an_incident(case)])
    with workspace.transaction() as gesture:
        gesture.session.execute(delete(Case))
    with workspace.transaction() as reading:
        assert reading.session.scalars(select(Incident)).all() == []


def test_a_record_changed_meanwhile_is_a_conflict(workspace: Workspace) -> None:
    case_id = save_case(workspace, "Mésange")
    with pytest.raises(Conflict, match="Reload"), workspace.transaction() as gesture:
        case = gesture.session.get_one(Case, case_id)
        gesture.session.execute(text('UPDATE "case" SET version = version + 1, danger_note = :note'), {"note": "elle"})
        case.danger_note = "moi"
    with workspace.transaction() as reading:
        assert reading.session.get_one(Case, case_id).danger_note == ""


def test_instants_keep_their_zone_and_one_without_is_refused(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    with workspace.transaction() as reading:
        entry = reading.session.scalars(select(JournalEntry)).one()
        assert entry.at == NOW
        assert entry.at.tzinfo is UTC
    with pytest.raises(StatementError), workspace.transaction() as gesture:
        entry = an_entry()
        gesture.session.add(entry)
        entry.at = datetime(2026, 11, 21)  # noqa: DTZ001 - the mistake is the subject


def test_threads_take_turns_and_none_of_their_gestures_is_lost(workspace: Workspace) -> None:
    def work(letter: str) -> None:
        for turn in range(20):
            save_case(workspace, f"{letter}{turn:02}")

    threads = [threading.Thread(target=work, args=(letter,)) for letter in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pseudonyms(workspace)) == 80
    assert saved(workspace) == 80
    workspace.close()
    reopened = Workspace.open(workspace.folder, "abricot rivage tambour lanterne vigne orage menthe")
    with reopened:
        assert reopened.warning == ""


def test_the_database_is_held_as_the_design_says(workspace: Workspace) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,  # memory
        "cache_size": -65536,
    }
    with workspace.transaction() as reading:
        connection = reading.session.connection()
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in expected}
    assert found == expected


def test_the_database_is_no_database_without_its_key(workspace: Workspace, capfd: pytest.CaptureFixture[str]) -> None:
    save_case(workspace, "Mésange")
    workspace.close()
    path = workspace.folder / engine.FILE
    assert not path.read_bytes().startswith(b"SQLite format 3")
    other = engine.connect(path, bytes(32))
    with pytest.raises(Exception, match="file is not a database"), other.connect():
        pass
    other.dispose()
    assert capfd.readouterr().err == "", "the cipher writes on the error stream unless told not to"
