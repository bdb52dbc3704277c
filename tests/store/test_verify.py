"""The verification of a whole workspace."""

from sqlalchemy import text

from casedesk.store.verify import Verdict, verify
from casedesk.store.workspace import Workspace
from tests.store.factories import save_case, save_exhibit


def test_a_sound_workspace_is_counted(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    save_exhibit(workspace, "Pinson", b"capture")
    workspace.seal(b"the gesture that named it was interrupted")
    assert verify(workspace) == Verdict(saved=2, entries=2, sealed=1, orphans=1, problems=())
    assert verify(workspace).sound


def test_the_workspace_goes_on_after_being_verified(workspace: Workspace) -> None:
    save_case(workspace, "Mésange")
    verify(workspace)
    save_case(workspace, "Pinson")
    assert verify(workspace).saved == 2


def test_a_rewritten_entry_of_the_journal_is_named(workspace: Workspace) -> None:
    for name in ("Mésange", "Pinson", "Merle"):
        save_case(workspace, name)
    with workspace.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET subject_id = 'x' WHERE seq = 2"))
    [problem] = verify(workspace).problems
    assert "Entry 2 " in problem


def test_a_record_left_hanging_is_a_problem(workspace: Workspace) -> None:
    save_exhibit(workspace, "Mésange", b"capture")
    with workspace.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw
        raw.cursor().execute("PRAGMA foreign_keys = OFF")
        raw.cursor().execute('DELETE FROM "case"')
    assert len(verify(workspace).problems) == 1
