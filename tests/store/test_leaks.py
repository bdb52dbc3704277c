"""Names stay inside: not in a file, an error or a log, also after a crash."""

import logging
import shutil
import traceback
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from casedesk.errors import CasedeskError
from casedesk.records import Case, Person
from casedesk.store import passphrase, recovery_key
from casedesk.store.workspace import Workspace
from tests.conftest import FAST, PASSPHRASE
from tests.store.factories import a_case, an_entry, an_incident

NAME = "Kanarienvogel-Aïssata"
URL = "https://x.example/kanarienvogel/status/1"
ADDRESS = "12 rue du Kanarienvogel"
CANARIES = [NAME, URL, ADDRESS, PASSPHRASE]


def forms(word: str) -> list[bytes]:
    """The ways a word can lie in a file."""
    return [
        word.encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        word.encode("latin-1"),
        word.lower().encode(),
    ]


def found_in(folder: Path) -> list[tuple[str, str]]:
    """List the files of a folder that hold a canary in the clear, in their content or their name."""
    return [
        (path.name, word)
        for path in folder.rglob("*")
        for word in CANARIES
        for form in forms(word)
        if form in path.name.encode() or (path.is_file() and form in path.read_bytes())
    ]


def live(workspace: Workspace) -> None:
    """Write names, search them, change them, fail with them, seal them."""
    with workspace.transaction() as gesture:
        case = a_case(NAME)
        case.never = ADDRESS
        case.answers = {"where": URL}
        gesture.session.add_all([case, an_entry(case.id)])
        gesture.session.flush()
        gesture.session.add(
            Person(case_id=case.id, role="accompanied", family_name=NAME, address=ADDRESS, accounts=[URL])
        )
        gesture.session.add(an_incident(case, URL))
        gesture.session.flush()
        workspace.seal((NAME * 3000).encode())
    with workspace.transaction() as gesture:
        gesture.session.scalars(select(Case).where(Case.pseudonym.contains(NAME))).one().danger_note = NAME * 500
        gesture.session.scalars(select(Person).order_by(Person.family_name.desc())).all()
    with pytest.raises(SQLAlchemyError), workspace.transaction() as gesture:
        gesture.session.add(a_case(NAME))


def test_no_name_is_in_any_file_of_the_workspace_or_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        (tmp_path / variable).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / variable))
    workspace, key = Workspace.create(tmp_path / "w", PASSPHRASE, cost=FAST)
    live(workspace)
    assert found_in(tmp_path) == [], "while it is open"
    shutil.copytree(tmp_path / "w", tmp_path / "crashed")
    assert (tmp_path / "crashed" / "data.db-wal").stat().st_size > 0
    with Workspace.open(tmp_path / "crashed", PASSPHRASE):
        assert found_in(tmp_path) == [], "after a crash"
    workspace.close()
    assert found_in(tmp_path) == [], "once closed"
    raw = recovery_key.read(key)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert key.encode() not in content
            assert raw not in content
            assert raw.hex().encode() not in content


def test_the_search_for_names_would_find_them(tmp_path: Path) -> None:
    """The control: the same search finds the same names in an ordinary file."""
    (tmp_path / "notes.txt").write_text(f"{NAME} {URL}", encoding="utf-16")
    assert {word for _file, word in found_in(tmp_path)} == {NAME, URL}


def test_neither_the_key_nor_the_identity_is_on_the_disk(workspace: Workspace) -> None:
    live(workspace)
    with workspace.transaction() as reading:
        identity = reading.session.connection().exec_driver_sql("SELECT sealing_identity FROM store_state").scalar_one()
    secrets = [workspace.key.secret, workspace.key.database, workspace.key.journal, workspace.key.header]
    for path in workspace.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert identity.encode() not in content
            for secret in secrets:
                assert secret not in content
                assert secret.hex().encode() not in content


FAILURES = {
    "a value twice": lambda session: session.add(a_case(NAME)),
    "a wrong kind of value": lambda session: session.add(Case(pseudonym=object(), place=NAME)),
    "a missing value": lambda session: session.add(Person(role="author", family_name=NAME, address=ADDRESS)),
    "a wrong statement": lambda session: session.execute(text("SELECT nothing FROM nowhere WHERE a = :a"), {"a": NAME}),
    "free text in the journal": lambda session: session.add(an_entry(NAME)),
}


@pytest.mark.parametrize("failure", FAILURES, ids=str)
def test_an_error_of_the_database_does_not_repeat_what_was_written(
    workspace: Workspace, failure: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    live(workspace)
    with pytest.raises(Exception) as failed, workspace.transaction() as gesture:
        FAILURES[failure](gesture.session)
    said = "".join(traceback.format_exception(failed.value)) + caplog.text + "".join(capfd.readouterr())
    for word in (NAME, URL, ADDRESS):
        assert word not in said


def test_errors_logs_and_streams_say_nothing_of_a_secret(
    workspace: Workspace, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    live(workspace)
    workspace.close()
    sentences = []
    typed = "un secret mal tapé mais reconnaissable"
    for opening in (
        lambda: Workspace.open(workspace.folder, typed),
        lambda: Workspace.recover(workspace.folder, typed),
        lambda: passphrase.check("secret reconnu"),
    ):
        with pytest.raises(CasedeskError) as refused:
            opening()
        sentences.append("".join(traceback.format_exception_only(refused.value)))
    path = workspace.folder / "data.db"
    path.write_bytes(path.read_bytes()[:4096] + bytes(8192))
    with pytest.raises(CasedeskError) as refused:
        Workspace.open(workspace.folder, PASSPHRASE)
    sentences.append("".join(traceback.format_exception(refused.value)))
    out, err = capfd.readouterr()
    said = "".join(sentences) + caplog.text + out + err
    for word in (NAME, URL, ADDRESS, PASSPHRASE, typed, "secret reconnu", workspace.key.database.hex()):
        assert word not in said
    assert err == "", "the cipher writes on the error stream unless told not to"
