"""The schema of the database, from its first form to the one the records describe."""

from pathlib import Path

from sqlalchemy import Connection

from casedesk.store import refusal

HEAD = 5  # number of the last revision; `PRAGMA user_version` of an up-to-date database


def version(connection: Connection) -> int:
    """Read the number of the last revision applied; 0 for an empty database."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(connection: Connection) -> None:
    """Bring the database to the head, inside the caller's transaction.

    Raises:
        Unreachable: the database was written by a later version of the program.
    """
    found = version(connection)
    if found > HEAD:
        raise refusal.later_version()
    if found < HEAD:
        move(connection, HEAD)


def move(connection: Connection, target: int) -> None:
    """Apply or undo revisions until `target`, inside the caller's transaction."""
    from alembic import command  # here: Alembic is slow to load, and an up-to-date workspace never needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    if target >= version(connection):
        command.upgrade(config, f"{target:04}")
    else:
        command.downgrade(config, f"{target:04}" if target else "base")
    connection.exec_driver_sql(f"PRAGMA user_version = {target:d}")
