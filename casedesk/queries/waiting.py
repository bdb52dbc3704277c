"""What somebody else owes an answer to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from casedesk.law.assess import Due
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock
from casedesk.queries.case_file import CaseFile
from casedesk.queries.deadlines import DateRow, deadline_row
from casedesk.queries.facts import ABOUT_CONTENTS
from casedesk.queries.reading import CaseReading
from casedesk.records import Event

_JUSTICE = frozenset(
    {Happening.NO_FURTHER_ACTION, Happening.CIVIL_PARTY_COMPLAINT, Happening.DIRECT_CITATION, Happening.JUDGMENT}
)
_PLATFORM = frozenset({Happening.PLATFORM_DECISION, Happening.CONTENT_REMOVED})
_ANSWERED_BY = {
    Happening.NOTICE_SENT: _PLATFORM,
    Happening.GDPR_REQUEST_RECEIVED: _PLATFORM | {Happening.GDPR_REPLY_RECEIVED},
    Happening.COMPLAINT_POLICE: _JUSTICE | {Happening.COPY_TO_PROSECUTOR, Happening.COMPLAINT_PROSECUTOR},
    Happening.COPY_TO_PROSECUTOR: _JUSTICE,
    Happening.COMPLAINT_PROSECUTOR: _JUSTICE,
    Happening.REQUISITION_REQUESTED: _JUSTICE | {Happening.QUALIFIED_REQUISITION, Happening.INVESTIGATION_ACT},
    Happening.GENERAL_PROSECUTOR_APPEAL: _JUSTICE | {Happening.QUALIFIED_REQUISITION, Happening.INVESTIGATION_ACT},
    Happening.APPEAL_LODGED: frozenset({Happening.JUDGMENT}),
    Happening.PLATFORM_DECISION: frozenset(
        {Happening.CONTENT_REMOVED, Happening.JUDGMENT, Happening.INTERNAL_COMPLAINT_SENT}
    ),
    Happening.INTERNAL_COMPLAINT_SENT: _PLATFORM,
}
_ACKNOWLEDGED_BY = frozenset({Happening.NOTICE_ACKNOWLEDGED})
_SHOWN = frozenset({Clock.ANSWER, Clock.TARGET, Clock.OPENS_ON, Clock.ACT_BY})
_THEIRS = frozenset({Clock.ANSWER, Clock.TARGET})


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One act that has had no answer yet, or one answer that can still be contested.

    `what` is what was done. `whom` is the addressee as the letter named it; `platforms` the services concerned, as
    values of `evidence.links.Platform`; either may be empty. `next` is the clock this act started that comes next, else
    the one that ran out last.
    """

    case_id: str
    pseudonym: str
    jurisdiction: str
    what: Happening
    event_id: str
    since: date | None
    days: int | None
    whom: str
    platforms: tuple[str, ...]
    acknowledged_on: date | None
    reference: str
    next: DateRow | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """An act without an answer, whatever the day it is. A platform's decision counts until `ends_on`, if it ends."""

    event: Event
    whom: str
    platforms: tuple[str, ...]
    acknowledged_on: date | None
    ends_on: date | None


def awaited(reading: CaseReading) -> Iterator[Awaited]:
    """Find the acts of a case that nobody answered, and the platforms' decisions that open a way to contest them."""
    file = reading.file
    for event in file.events:
        what = Happening(event.what)
        if what not in _ANSWERED_BY or _answers(file, event, _ANSWERED_BY[what]):
            continue
        ends_on = None
        if what is Happening.PLATFORM_DECISION:
            running = [due for due in _started(reading, event) if not due.met]
            if not running:
                continue
            if all(due.rule.clock is not Clock.OPENS_ON for due in running):
                ends_on = max(due.until for due in running)
        acknowledged = _answers(file, event, _ACKNOWLEDGED_BY) if what is Happening.NOTICE_SENT else []
        yield Awaited(
            event=event,
            whom=_whom(file, event),
            platforms=platforms_of(file, event),
            acknowledged_on=acknowledged[0].earliest_on if acknowledged else None,
            ends_on=ends_on,
        )


def waiting(reading: CaseReading) -> tuple[WaitingRow, ...]:
    """List the acts of a case that wait for somebody else, the oldest first."""
    case = reading.file.case
    rows = []
    for act in awaited(reading):
        if act.ends_on is not None and act.ends_on < reading.today:
            continue
        event = act.event
        rows.append(
            WaitingRow(
                case_id=case.id,
                pseudonym=case.pseudonym,
                jurisdiction=case.jurisdiction,
                what=Happening(event.what),
                event_id=event.id,
                since=event.earliest_on,
                days=None if event.earliest_on is None else (reading.today - event.earliest_on).days,
                whom=act.whom,
                platforms=act.platforms,
                acknowledged_on=act.acknowledged_on,
                reference=event.reference,
                next=next_of(deadline_row(reading, due) for due in _started(reading, event) if not due.met),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.since or date.max, row.event_id)))


def next_of(rows: Iterable[DateRow]) -> DateRow | None:
    """Choose the clock of an act that comes next, else the one that ran out last."""
    ordered = sorted((row for row in rows if row.clock in _SHOWN), key=lambda row: (row.day, row.rule.id))
    return next((row for row in ordered if row.days_left >= 0), ordered[-1] if ordered else None)


def owed(clock: Clock) -> bool:
    """Say whether a clock is somebody else's: shown among the answers awaited, it is not among our own dates."""
    return clock in _THEIRS


def _started(reading: CaseReading, event: Event) -> Iterator[Due]:
    """Find the clocks that an act started."""
    return (
        answer
        for answer in reading.assessments
        if isinstance(answer, Due) and answer.subject == event.id and answer.rule.clock in _SHOWN
    )


def _answers(file: CaseFile, act: Event, answers: frozenset[Happening]) -> list[Event]:
    """Find what answered an act: not before it, and about the same service where both name one."""
    services = set(platforms_of(file, act))
    return [
        event
        for event in file.events
        if event.what in answers
        and event.id != act.id
        and (event.latest_on is None or act.earliest_on is None or event.latest_on >= act.earliest_on)
        and (not services or not (others := set(platforms_of(file, event))) or services & others)
    ]


def platforms_of(file: CaseFile, event: Event) -> tuple[str, ...]:
    """List the services that an event concerns, by its content, its letter or its incident; none for a court."""
    if event.what not in ABOUT_CONTENTS:
        return ()
    letter = next((letter for letter in file.letters if letter.id == event.letter_id), None)
    if event.item_id is not None:
        items = [item for item in file.items if item.id == event.item_id]
    elif letter is not None:
        items = [item for item in file.items if item.id in letter.item_ids]
    else:
        items = [item for item in file.items if event.incident_id and item.incident_id == event.incident_id]
    return tuple(dict.fromkeys(item.platform for item in items))


def _whom(file: CaseFile, event: Event) -> str:
    """Read the addressee in the letter that was sent."""
    letter = next((letter for letter in file.letters if letter.id == event.letter_id), None)
    addressee = letter.data.get("addressee") if letter else None
    return str(addressee["name"]) if isinstance(addressee, dict) and "name" in addressee else ""
