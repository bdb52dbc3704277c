"""What the store remembers about itself, in the database: one row, known to no other room."""

from sqlalchemy import Column, Connection, Integer, String, Table, insert, select, update

from casedesk.records import Record

state = Table(
    "store_state",
    Record.metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("saved", Integer, nullable=False),  # transactions that changed something, since the creation
    Column("sealing_identity", String, nullable=False),  # age identity of the sealed files
)


def first(connection: Connection, sealing_identity: str) -> None:
    """Write the row of a new workspace."""
    connection.execute(insert(state).values(id=1, saved=0, sealing_identity=sealing_identity))


def saved(connection: Connection) -> int:
    """Count the transactions saved since the creation."""
    return int(connection.execute(select(state.c.saved)).scalar_one())


def count_one_more(connection: Connection) -> None:
    """Count the transaction that is about to be committed."""
    connection.execute(update(state).values(saved=state.c.saved + 1))


def sealing_identity(connection: Connection) -> str:
    """Read the age identity of the sealed files."""
    return str(connection.execute(select(state.c.sealing_identity)).scalar_one())
