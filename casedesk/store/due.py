"""What a transaction does to the index of derived dates: the cases it touched are counted again, or taken out."""

import logging
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import Table, delete, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from casedesk.records import Case, DueCase, ElementExhibit, Incident, Record

log = logging.getLogger(__name__)

Derive = Callable[[Session, Collection[str]], None]
"""Counts the dates of these cases again, by their ids, within the session."""

_CASES: Table = Record.metadata.tables[DueCase.__tablename__]


def forget(session: Session, case_ids: Collection[str]) -> None:
    """Take cases out of the index: their rows go with them."""
    session.execute(delete(_CASES).where(_CASES.c.case_id.in_(case_ids)))


class Touched:
    """The cases one transaction touched, be it by one letter of one record."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._all = False

    def watch(self, session: Session) -> None:
        """Note the case of each record written; a statement that names no record may have touched them all."""

        @event.listens_for(session, "after_flush")
        def after_flush(session: Session, _flush: UOWTransaction) -> None:
            for record in [*session.new, *session.deleted, *filter(session.is_modified, session.dirty)]:
                self._ids |= _case_of(record, session)

        @event.listens_for(session, "do_orm_execute")
        def do_orm_execute(execution: ORMExecuteState) -> None:
            if execution.bind_mapper and (execution.is_insert or execution.is_update or execution.is_delete):
                self._all |= _has_case(execution.bind_mapper.class_)

    def settle(self, session: Session, derive: Derive) -> None:
        """Bring the index in step, once everything is flushed."""
        if self._all:
            session.execute(delete(_CASES))
        elif self._ids:
            try:
                derive(session, frozenset(self._ids))
            except DBAPIError:
                raise
            except Exception as error:  # noqa: BLE001 - a fault of ours in counting dates never costs her words
                log.error("dates of %d cases not counted: %s", len(self._ids), type(error).__name__)  # noqa: TRY400 - ids only
                forget(session, self._ids)  # the board says that they are missing; counting them there says why


def _has_case(kind: type[Any]) -> bool:
    return issubclass(kind, (Case, ElementExhibit)) or hasattr(kind, "case_id")


def _case_of(record: object, session: Session) -> set[str]:
    """Name the case of a record; none for what belongs to no case."""
    match record:
        case Case():
            return {record.id}
        case ElementExhibit():
            incident = session.get(Incident, record.incident_id)
            return {incident.case_id} if incident else set()
        case _:
            case_id = getattr(record, "case_id", None)
            return {case_id} if isinstance(case_id, str) else set()
