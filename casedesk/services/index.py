"""The index of derived dates: counted again for a case whose facts changed, and for all when the law does."""

import logging
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, insert, or_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from casedesk.law.pack import Pack
from casedesk.queries import board
from casedesk.queries.board import Span
from casedesk.queries.case_file import load
from casedesk.queries.indexed import CaseIndex, index_of, stamp, stamps
from casedesk.queries.reading import Reader
from casedesk.records import Case, DueCase, DueDay, DueQuestion, DueUndated, DueWaiting, Record

log = logging.getLogger(__name__)

BATCH = 500  # cases counted in one go: about a second, for which a screen may have to wait

# Tables, not records: the rows of an index are written by the thousand, and no screen waits for them.
_CASES, _DAYS, _UNDATED, _WAITING, _QUESTIONS = (
    Record.metadata.tables[kind.__tablename__] for kind in (DueCase, DueDay, DueUndated, DueWaiting, DueQuestion)
)


def count_cases(session: Session, packs: Mapping[str, Pack], today: date, case_ids: Collection[str]) -> None:
    """Count the dates of these cases again; those closed or gone leave the index."""
    session.execute(delete(_CASES).where(_CASES.c.case_id.in_(case_ids)))
    reader = Reader(packs, today)
    files = load(session, Case.id.in_(case_ids), Case.closed_on.is_(None))
    counted = {file.case.id: index_of(reader.read(file)) for file in files}
    if not counted:
        return
    named = [
        {
            "case_id": file.case.id,
            "stamp": stamp(packs[file.case.jurisdiction]),
            "valid_from": counted[file.case.id].valid_from,
            "valid_until": counted[file.case.id].valid_until,
        }
        for file in files
    ]
    session.execute(insert(_CASES), named)
    numbers = session.execute(select(_CASES.c.case_id, _CASES.c.id).where(_CASES.c.case_id.in_(counted)))
    _write(session, {number: counted[case_id] for case_id, number in numbers})


def _write(session: Session, counted: Mapping[int, CaseIndex]) -> None:
    """Write the rows of cases, each under its number."""
    parts: tuple[tuple[Table, str], ...] = (
        (_DAYS, "days"),
        (_UNDATED, "undated"),
        (_WAITING, "waiting"),
        (_QUESTIONS, "questions"),
    )
    for table, part in parts:
        rows: list[dict[str, Any]] = [
            {"due_case_id": number, **row} for number, index in counted.items() for row in getattr(index, part)
        ]
        if rows:
            session.execute(insert(table), rows)


def count_some(session: Session, packs: Mapping[str, Pack], today: date, most: int = BATCH) -> int:
    """Count the dates of some open cases that are not in the index, or not truly; return how many are left.

    A case that cannot be read is left out, and costs the others nothing. Once no other is left, it says why: what it
    raises is raised.
    """
    stale = select(Case.id).outerjoin(DueCase, DueCase.case_id == Case.id).where(*_not_counted(packs, today))
    failures: list[Exception] = []
    while case_ids := session.scalars(stale.order_by(Case.id).offset(len(failures)).limit(most)).all():
        failed = _count_readable(session, packs, today, case_ids)
        failures += failed
        if len(failed) < len(case_ids):
            break
    else:
        if failures:
            raise failures[0]
    number = session.connection().execute(board.coverage(), Span(today, today, stamps(packs)).told()).one()
    return int(number.cases - number.counted)


def _count_readable(
    session: Session, packs: Mapping[str, Pack], today: date, case_ids: Sequence[str]
) -> list[Exception]:
    """Count cases together or, where one cannot be read, each on its own; give what those that cannot raise."""
    try:
        count_cases(session, packs, today, case_ids)
    except DBAPIError:
        raise
    except Exception as error:  # noqa: BLE001 - one case that cannot be read keeps no other from being counted
        if len(case_ids) == 1:
            log.error("dates of a case not counted: %s", type(error).__name__)  # noqa: TRY400 - nothing of the case
            return [error]
        return [failed for one in case_ids for failed in _count_readable(session, packs, today, [one])]
    return []


def _not_counted(packs: Mapping[str, Pack], today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Case.closed_on.is_(None),
        or_(
            DueCase.id.is_(None),
            DueCase.stamp.not_in(stamps(packs)),
            DueCase.valid_from > today,
            DueCase.valid_until <= today,
        ),
    )


def clear(session: Session) -> None:
    """Empty the index: it is counted again when it is next read."""
    session.execute(delete(_CASES))
