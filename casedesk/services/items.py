"""The contents online of a case: pasted, then followed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.evidence import links
from casedesk.evidence.links import Link, LinkNote
from casedesk.records import Incident, Item, ItemState, new_id
from casedesk.services import clean, guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _

_GONE = frozenset({ItemState.REMOVED, ItemState.BLOCKED, ItemState.DELISTED})


class LinkOutcome(StrEnum):
    """What became of what was pasted."""

    ADDED = "added"
    ALREADY_THERE = "already_there"
    NOT_A_LINK = "not_a_link"
    DECEIVING = "deceiving"  # made to look like another address: not kept as a content


_READ = {LinkNote.NOT_A_LINK: LinkOutcome.NOT_A_LINK, LinkNote.HOSTILE: LinkOutcome.DECEIVING}


@dataclass(frozen=True, slots=True)
class PastedLink:
    """One address found, or one line without any. `item_id` is the content's, new or already there."""

    line: int  # from 1
    pasted: str
    outcome: LinkOutcome
    link: Link | None = None
    item_id: str = ""


def read_links(text: str) -> tuple[PastedLink, ...]:
    """Read what is pasted, line by line, without writing anything: nothing is dropped in silence.

    Raises:
        InvalidInput: the text is too long.
    """
    if len(text) > clean.BLOCK:
        raise InvalidInput("text", _("This is too long: {most} characters at most.").format(most=clean.BLOCK))
    read: list[PastedLink] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        found = links.find(raw)  # before cleaning: a hidden character is what gives a deceiving address away
        read += [
            PastedLink(number, clean.line(link.pasted), _READ.get(link.note, LinkOutcome.ADDED), link) for link in found
        ]
        if clean.line(raw) and not found:
            read.append(PastedLink(number, clean.line(raw), LinkOutcome.NOT_A_LINK))
    return tuple(read)


def add_links(
    session: Session,
    case_id: str,
    text: str,
    *,
    incident_id: str | None = None,
    first_seen_on: date | None = None,
    shows_minor: bool | None = None,
    note: str = "",
    now: datetime,
) -> tuple[PastedLink, ...]:
    """Add one content per address pasted and say what became of each line; an address is never twice in a case.

    `shows_minor` says that a person under 18 is shown or described sexually: then no file of these contents is ever
    taken in, and a content already there is known for it too. `note` describes the new contents.

    Raises:
        Conflict: the case is closed.
        InvalidInput: the incident belongs to another case, or the text is too long.
    """
    case = guard.open_case(session, case_id)
    guard.of_case(session, Incident, incident_id, case.id, "incident_id")
    stored = session.scalars(select(Item).where(Item.case_id == case.id))
    known = {item.canonical: item for item in stored}
    described = clean.short("note", note)
    outcomes = []
    for pasted in read_links(text):
        link = pasted.link
        if link is None or pasted.outcome is not LinkOutcome.ADDED:
            outcomes.append(pasted)
            continue
        outcome = LinkOutcome.ALREADY_THERE if link.canonical in known else LinkOutcome.ADDED
        if outcome is LinkOutcome.ADDED:
            # A microsecond apart, so that what was pasted together stays in the order it was pasted.
            item = _item(link, case.id, incident_id, first_seen_on, now + timedelta(microseconds=len(outcomes)))
            item.shows_minor, item.note = shows_minor, described
            session.add(item)
            journal.write(session, Action.ITEM_ADDED, Kind.ITEM, item.id, now)
            known[link.canonical] = item
        elif shows_minor and not known[link.canonical].shows_minor:
            known[link.canonical].shows_minor = True
            journal.write(session, Action.ITEM_SHOWS_MINOR, Kind.ITEM, known[link.canonical].id, now)
        outcomes.append(PastedLink(pasted.line, pasted.pasted, outcome, link, known[link.canonical].id))
    return tuple(outcomes)


def _item(link: Link, case_id: str, incident_id: str | None, first_seen_on: date | None, now: datetime) -> Item:
    """Build a content: as it was pasted, and in its normal form."""
    return Item(
        id=new_id(),
        case_id=case_id,
        incident_id=incident_id,
        pasted=clean.line(link.pasted),
        canonical=link.canonical,
        platform=link.platform.value,
        link_kind=link.kind.value,
        post_id=link.post_id,
        account=link.account,
        created_at=link.created_at,
        first_seen_on=first_seen_on,
        last_seen_on=first_seen_on,
        added_at=now,
    )


def set_state(
    session: Session, item_id: str, state: ItemState, *, seen_on: date, today: date, now: datetime, note: str = ""
) -> None:
    """Write what became of a content on the day somebody looked; a content still there was seen that day.

    Raises:
        NotFound: no such content.
        Conflict: the case is closed.
        InvalidInput: the day is in the future.
    """
    item = guard.found(session, Item, item_id)
    guard.open_case(session, item.case_id)
    guard.days(seen_on, seen_on, today, "seen_on")
    item.state = state.value
    item.note = clean.short("note", note) or item.note
    if state not in _GONE and state is not ItemState.NOT_CHECKED:
        item.first_seen_on = min(item.first_seen_on or seen_on, seen_on)
        item.last_seen_on = max(item.last_seen_on or seen_on, seen_on)
    journal.write(session, Action.ITEM_STATE_SET, Kind.ITEM, item.id, now)


def move_item(session: Session, item_id: str, incident_id: str | None, *, now: datetime) -> None:
    """Tie a content to an incident of its case, or to none.

    Raises:
        NotFound: no such content.
        Conflict: the case is closed.
        InvalidInput: the incident belongs to another case.
    """
    item = guard.found(session, Item, item_id)
    guard.open_case(session, item.case_id)
    guard.of_case(session, Incident, incident_id, item.case_id, "incident_id")
    item.incident_id = incident_id
    journal.write(session, Action.ITEM_MOVED, Kind.ITEM, item.id, now)
