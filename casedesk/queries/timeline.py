"""What happened in a case, what was done, what came back: in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from casedesk.law.facts import Happening
from casedesk.law.when import When
from casedesk.queries.case_file import CaseFile, when_of
from casedesk.queries.facts import incident_when
from casedesk.queries.waiting import platforms_of
from casedesk.records import Event, Item


class TimelineKind(StrEnum):
    """What a line of the timeline tells."""

    INCIDENT = "incident"
    CONTENT = "content"  # a content went online
    SEEN = "seen"  # seen for the first time
    EVENT = "event"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the timeline, oldest first; a line without a day comes last.

    `title` is the incident's or the letter's own; for an event, that of its letter if any, its words coming from
    `happening`. `derived` says that the moment was read in a content's identifier.
    """

    kind: TimelineKind
    when: When | None
    title: str
    happening: Happening | None
    platform: str  # value of evidence.links.Platform, or empty
    account: str
    exhibit: int | None
    reference: str
    note: str
    derived: bool
    subject_id: str


def timeline(file: CaseFile) -> tuple[TimelineRow, ...]:
    """Tell a case from its first day to its last; what has no day comes last."""
    rows = [*_incidents(file), *_contents(file), *_events(file), *_letters(file)]
    return tuple(sorted(rows, key=_moment))


def _moment(row: TimelineRow) -> tuple[date, datetime, str, str]:
    """Sort by day, then by moment; within a day, what has no moment comes first."""
    if row.when is None:
        return date.max, datetime.max.replace(tzinfo=UTC), row.kind, row.subject_id
    instant = row.when.instant or datetime.min.replace(tzinfo=UTC)
    return row.when.earliest, instant, row.kind, row.subject_id


def _row(kind: TimelineKind, when: When | None, subject_id: str) -> TimelineRow:
    return TimelineRow(kind, when, "", None, "", "", None, "", "", derived=False, subject_id=subject_id)


def _incidents(file: CaseFile) -> Iterator[TimelineRow]:
    for incident in file.incidents:
        when, derived = incident_when(file, incident)
        yield replace(_row(TimelineKind.INCIDENT, when, incident.id), title=incident.title, derived=derived)


def _contents(file: CaseFile) -> Iterator[TimelineRow]:
    """Tell when each content went online, where its identifier says so, and when it was first seen."""
    for item in file.items:
        if item.created_at is not None:
            day = item.created_at.date()
            yield replace(_content(file, TimelineKind.CONTENT, When(day, day, item.created_at), item), derived=True)
        if item.first_seen_on is not None:
            yield _content(file, TimelineKind.SEEN, When.on(item.first_seen_on), item)


def _content(file: CaseFile, kind: TimelineKind, when: When, item: Item) -> TimelineRow:
    numbers = file.numbers_of([item])
    return replace(
        _row(kind, when, item.id),
        platform=item.platform,
        account=item.account or "",
        exhibit=min(numbers, default=None),
        note=item.note,
    )


def _events(file: CaseFile) -> Iterator[TimelineRow]:
    for event in file.events:
        yield replace(
            _row(TimelineKind.EVENT, when_of(event.earliest_on, event.latest_on, event.instant_at), event.id),
            title=_letter_title(file, event),
            happening=Happening(event.what),
            platform=next(iter(platforms_of(file, event)), ""),
            exhibit=file.number(event.exhibit_id),
            reference=event.reference,
            note=event.note,
        )


def _letter_title(file: CaseFile, event: Event) -> str:
    return next((letter.title for letter in file.letters if letter.id == event.letter_id), "")


def _letters(file: CaseFile) -> Iterator[TimelineRow]:
    """Tell the letters issued; one sent is told by its event, where its model names one."""
    told = {event.letter_id for event in file.events}
    for letter in file.letters:
        if letter.issued_at is not None and letter.id not in told:
            yield replace(
                _row(TimelineKind.LETTER, When.on(letter.sent_on or letter.issued_at.date()), letter.id),
                title=letter.title,
            )
