"""The encrypted database behind SQLAlchemy: one connection, one writer, nothing said in errors or logs."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from casedesk.store import refusal

FILE = "data.db"
_PAGE = 4096  # bytes

_PRAGMAS = (
    "locking_mode = EXCLUSIVE",  # before WAL: no shared memory file, and a second program is refused
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -65536",  # 64 MiB: halves the price of decrypting pages read twice
)


def connect(path: Path, key: bytes) -> Engine:
    """Make the engine of the database in `path`; nothing is read before its first connection.

    The pool holds one connection, because the database is held by one: a second transaction waits for the first.
    """

    def open_connection() -> Any:
        connection = sqlcipher.connect(str(path), timeout=1.0, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # before the key: else it writes on stderr
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # proves the key
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite://",
        creator=open_connection,
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """Begin for real: the driver would not before a change of schema."""
        connection.exec_driver_sql("BEGIN")

    return engine


def is_laid(path: Path) -> bool:
    """Say whether one page of a database is there; connecting to less would lay an empty one in its place."""
    return path.is_file() and path.stat().st_size >= _PAGE


def changed_rows(connection: Connection) -> int:
    """Count the rows changed since the connection was opened, in whatever way."""
    return int(_raw(connection).total_changes)


def checkpoint(connection: Connection) -> None:
    """Move the log into the database; outside any transaction, so by the driver itself.

    Raises:
        Unreachable: the disk is full or does not answer; the log keeps everything.
    """
    try:
        _raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlcipher.Error as error:
        raise refusal.of_database(error) or error from error


def _raw(connection: Connection) -> Any:
    """Reach the driver's own connection."""
    return connection.connection.dbapi_connection
