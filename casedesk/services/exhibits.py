"""The numbered exhibits of a case: files as received, sealed, or papers described."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Case, Exhibit, Item, new_id
from casedesk.services import clean, guard, journal, minors
from casedesk.services.journal import Action
from casedesk.translate import _

LARGEST = 200 * 1024 * 1024  # bytes, held in memory while they are sealed

_NOT_KEPT_BY_DEFAULT = frozenset({"ml"})  # the house's rule: holding the image may be held against her or against us


class Shows(StrEnum):
    """What a file shows, asked before it is taken in."""

    PAPER = "paper"  # a certificate, a receipt, a letter
    TRACE = "trace"  # messages, a page, a post without anything intimate
    INTIMATE = "intimate"  # an adult's
    MINOR = "minor"  # something sexual, and a minor or somebody who looks like one


def add_exhibit(
    session: Session,
    packs: Mapping[str, Pack],
    case_id: str,
    *,
    title: str,
    content: bytes | None,
    seal: Callable[[bytes], str],
    shows: Shows,
    today: date,
    now: datetime,
    item_id: str | None = None,
    received_on: date | None = None,
    description: str = "",
    brought_by: str = "",
    original_name: str = "",
    media_type: str = "",
    keep_intimate: bool = False,
) -> str:
    """Add an exhibit under the next number and return its id; `content` is None for a paper kept elsewhere.

    Raises:
        Conflict: the case is closed.
        InvalidInput: no title, a day in the future, an empty or too large file, or a file that must not be kept.
    """
    case = guard.open_case(session, case_id)
    guard.of_case(session, Item, item_id, case.id, "item_id")
    received, _last = guard.days(received_on or today, None, today, "received_on")
    exhibit = Exhibit(
        id=new_id(),
        case_id=case.id,
        number=_next_number(session, case.id),
        title=clean.required("title", title, _("Give the exhibit a title: it is printed in the list of exhibits.")),
        description=clean.long("description", description),
        item_id=item_id,
        received_on=received,
        brought_by=clean.short("brought_by", brought_by),
        original_name=clean.short("original_name", original_name),
        media_type=clean.short("media_type", media_type),
        added_at=now,
    )
    if content is not None:
        _may_be_kept(session, packs[case.jurisdiction], case, item_id, shows, keep_intimate=keep_intimate)
        _seal(exhibit, content, seal)
    session.add(exhibit)
    session.flush()
    journal.write(session, Action.EXHIBIT_ADDED, Kind.EXHIBIT, exhibit.id, now)
    return exhibit.id


def _may_be_kept(
    session: Session, pack: Pack, case: Case, item_id: str | None, shows: Shows, *, keep_intimate: bool
) -> None:
    """Refuse a file that must not be held here, and say what to do instead."""
    if shows is Shows.MINOR or (shows is not Shows.PAPER and minors.forbids_files(session, pack, case, item_id)):
        raise InvalidInput(
            "content",
            _(
                "A sexual content that concerns a minor is never kept here. Write down its address, the time, the "
                "account and a neutral description, then report it to PHAROS, to 3018 or to Point de Contact."
            ),
        )
    if shows is Shows.INTIMATE and case.jurisdiction in _NOT_KEPT_BY_DEFAULT and not keep_intimate:
        raise InvalidInput(
            "content",
            _(
                "In Mali an intimate file is not kept here by default. Describe it without the file; the original "
                "stays with her, for the police."
            ),
        )


def check_size(size: int) -> None:
    """Refuse a file too large to be sealed, before it is read.

    Args:
        size: bytes.

    Raises:
        InvalidInput: it is too large.
    """
    if size > LARGEST:
        raise InvalidInput("content", _("This file is too large: 200 MB at most."))


def _seal(exhibit: Exhibit, content: bytes, seal: Callable[[bytes], str]) -> None:
    """Seal the file and write down what identifies it."""
    if not content:
        raise InvalidInput("content", _("This file is empty."))
    check_size(len(content))
    exhibit.size = len(content)
    exhibit.sha256 = hashlib.sha256(content).hexdigest()
    exhibit.sealed_as = seal(content)


def _next_number(session: Session, case_id: str) -> int:
    """Find the number after the last one given; a number is never given twice."""
    return 1 + (session.scalar(select(func.max(Exhibit.number)).where(Exhibit.case_id == case_id)) or 0)


def describe_exhibit(session: Session, exhibit_id: str, *, title: str, description: str, now: datetime) -> None:
    """Say once what an exhibit is, so that nobody need open it again; its number and its file do not change.

    Raises:
        NotFound: no such exhibit.
        Conflict: the case is closed.
        InvalidInput: no title, or a text too long.
    """
    exhibit = guard.found(session, Exhibit, exhibit_id)
    guard.open_case(session, exhibit.case_id)
    exhibit.title = clean.required(
        "title", title, _("Give the exhibit a title: it is printed in the list of exhibits.")
    )
    exhibit.description = clean.long("description", description)
    journal.write(session, Action.EXHIBIT_DESCRIBED, Kind.EXHIBIT, exhibit.id, now)
