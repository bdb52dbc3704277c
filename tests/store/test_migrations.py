"""The schema: the revisions lead to the records, and back."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from casedesk.errors import Unreachable
from casedesk.records import Association, Case, ElementExhibit, Event, Exhibit, Incident, Item, Letter, Person, Record
from casedesk.store import engine, migrations
from casedesk.store.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.store.factories import NOW, TODAY, an_entry

ASSOCIATION = "Association des tests"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Engine]:
    made = engine.connect(tmp_path / "data.db", bytes(32))
    yield made
    made.dispose()


def rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Read every row of every table of ours, but the index: it is derived from them."""
    return {
        table.name: [tuple(row) for row in connection.execute(table.select().order_by(*table.primary_key.columns))]
        for table in Record.metadata.sorted_tables
        if not table.name.startswith("due_")
    }


def fill(workspace: Workspace) -> None:
    """Put one record of each kind in a workspace."""
    with workspace.transaction() as gesture:
        case = Case(
            id="c" * 32, pseudonym="Mésange", jurisdiction="fr", place="fr", opened_on=TODAY, answers={"known": True}
        )
        gesture.session.add_all([Association(name=ASSOCIATION, jurisdiction="fr"), case, an_entry(case.id)])
        gesture.session.flush()
        incident = Incident(
            id="1" * 32, case_id=case.id, title="Menaces", amount=Decimal(100000), currency="XOF", offences=["x"]
        )
        letter = Letter(case_id=case.id, model="m", jurisdiction="fr", pack_version="1", title="t", created_at=NOW)
        gesture.session.add_all(
            [
                incident,
                letter,
                Person(case_id=case.id, role="author", born_on=date(1990, 2, 28), accounts=["@x"]),
                Item(
                    case_id=case.id,
                    incident_id=incident.id,
                    pasted="p",
                    canonical="c",
                    platform="x",
                    link_kind="post",
                    added_at=NOW,
                ),
                Exhibit(id="2" * 32, case_id=case.id, number=1, title="Capture", received_on=TODAY, added_at=NOW),
                Event(case_id=case.id, what="publication", recorded_at=NOW),
            ]
        )
        gesture.session.flush()
        gesture.session.add(ElementExhibit(incident_id=incident.id, element="repeated", exhibit_id="2" * 32))


def test_the_last_revision_is_what_the_records_describe(database: Engine) -> None:
    with database.begin() as connection:
        migrations.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Record.metadata) == []


def test_the_number_of_the_last_revision_is_the_one_the_program_expects(database: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [f"{migrations.HEAD:04}"]
    with database.begin() as connection:
        assert migrations.version(connection) == 0
        migrations.upgrade(connection)
        assert migrations.version(connection) == migrations.HEAD


def test_every_revision_goes_down_and_up_again(database: Engine) -> None:
    with database.begin() as connection:
        migrations.upgrade(connection)
        schema = connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY name")).all()
        for revision in range(migrations.HEAD - 1, -1, -1):
            migrations.move(connection, revision)
            assert migrations.version(connection) == revision
        assert inspect(connection).get_table_names() == ["alembic_version"]
        migrations.upgrade(connection)
        assert connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY name")).all() == schema


def test_records_survive_every_revision_that_can_hold_them(workspace: Workspace) -> None:
    fill(workspace)
    with workspace.engine.begin() as connection:
        before = rows(connection)
        assert all(before.values()), "a table is empty: the test would prove nothing of it"
        for revision in range(migrations.HEAD - 1, 0, -1):
            migrations.move(connection, revision)
        held = inspect(connection).get_table_names()
        migrations.upgrade(connection)
        after = rows(connection)
        assert {name: after[name] for name in held if name in after} == {
            name: before[name] for name in held if name in before
        }


def test_a_revision_that_fails_leaves_the_database_as_it_was(database: Engine) -> None:
    with database.begin() as connection:
        connection.execute(text("CREATE TABLE journal (mine INTEGER)"))  # in the way of the first revision
    with pytest.raises(Exception, match="journal"), database.begin() as connection:
        migrations.upgrade(connection)
    with database.begin() as connection:
        assert inspect(connection).get_table_names() == ["journal"]
        assert migrations.version(connection) == 0


def test_an_up_to_date_workspace_is_opened_without_alembic(workspace: Workspace) -> None:
    workspace.close()
    program = (
        "import sys; from pathlib import Path; from casedesk.store.workspace import Workspace;"
        "Workspace.open(Path(sys.argv[1]), sys.argv[2]).close(); sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(workspace.folder), PASSPHRASE], check=False)
    assert done.returncode == 0


def test_a_workspace_of_a_later_version_is_refused_and_left_alone(workspace: Workspace) -> None:
    fill(workspace)
    with workspace.engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {migrations.HEAD + 1}")
    workspace.close()
    before = (workspace.folder / "data.db").read_bytes()
    with pytest.raises(Unreachable, match="later version"):
        Workspace.open(workspace.folder, PASSPHRASE)
    assert (workspace.folder / "data.db").read_bytes() == before
