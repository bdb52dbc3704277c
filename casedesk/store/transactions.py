"""One gesture, one session, one transaction: leaving normally commits, any exception rolls back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError

from casedesk.changes import Changes, Kind
from casedesk.errors import Conflict, Unreachable
from casedesk.records import Record
from casedesk.store import due, journal, refusal, state
from casedesk.store.anchor import Anchor
from casedesk.store.due import Derive
from casedesk.store.engine import changed_rows
from casedesk.store.keys import WorkspaceKey
from casedesk.translate import _


@dataclass(slots=True)
class Transaction:
    """What one gesture works with. `changes` is filled once the work is committed."""

    session: Session
    changes: Changes = field(default_factory=Changes)


@contextmanager
def transaction(
    engine: Engine,
    key: WorkspaceKey,
    saved: Callable[[Anchor], None],
    read_only: str = "",
    derive: Derive = due.forget,
) -> Iterator[Transaction]:
    """Open a session; commit on leaving, then tell `saved` where the database stands.

    `read_only` is the sentence that refuses any write; empty in an ordinary workspace. `derive` brings the index of
    derived dates in step with the cases touched, in the same transaction.

    Raises:
        Conflict: a record was changed since it was read.
        Unreachable: the disk is full, forbidden, damaged or does not answer; nothing of the transaction is kept.
    """
    touched: set[Kind] = set()
    cases = due.Touched()
    try:
        with engine.connect() as connection, Session(connection) as session:
            _watch(session, key, touched)
            cases.watch(session)
            before = changed_rows(connection)
            current = Transaction(session)
            yield current
            session.flush()
            cases.settle(session, derive)
            if changed_rows(connection) == before:
                session.commit()
                return
            if read_only:
                raise Unreachable(read_only)
            state.count_one_more(connection)
            anchor = Anchor.at(state.saved(connection), journal.last(session))
            session.commit()
            current.changes = Changes(frozenset(touched))
            saved(anchor)  # while the connection is held: the next transaction's anchor comes after this one
    except StaleDataError as error:
        raise Conflict(
            _("This was changed in another window since you opened it. Reload it, then make your change again.")
        ) from error
    except DBAPIError as error:
        sentence = refusal.of_database(error)
        if sentence is None:
            raise
        raise sentence from error


def _watch(session: Session, key: WorkspaceKey, touched: set[Kind]) -> None:
    """Seal the journal's entries before each flush, and note the kinds each write touches."""

    @event.listens_for(session, "before_flush")
    def before_flush(session: Session, _flush: UOWTransaction, _instances: Any) -> None:
        journal.chain(session, key)
        for record in [*session.new, *session.deleted, *filter(session.is_modified, session.dirty)]:
            if isinstance(record, Record):
                touched.add(record.kind)

    @event.listens_for(session, "do_orm_execute")
    def do_orm_execute(execution: ORMExecuteState) -> None:
        if execution.bind_mapper and (execution.is_insert or execution.is_update or execution.is_delete):
            touched.add(execution.bind_mapper.class_.kind)
