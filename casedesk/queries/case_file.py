"""Everything recorded of some cases, read in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, defer

from casedesk.errors import NotFound
from casedesk.law.when import When
from casedesk.records import Case, Event, Exhibit, Incident, Item, Letter, Person, Role

SHORT = 11  # characters of an identifier shown in a list


@dataclass(slots=True)
class CaseFile:
    """One case with all that hangs on it. It lives inside a query and never leaves it."""

    case: Case
    people: list[Person] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    exhibits: list[Exhibit] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    owners: dict[str, Incident] = field(default_factory=dict)  # the incident of each incident and content, by id

    @property
    def accompanied(self) -> Person | None:
        """The person this case is about."""
        return next(iter(self.of_role(Role.ACCOMPANIED)), None)

    def of_role(self, role: Role) -> list[Person]:
        """List the people of the case in that role."""
        return [person for person in self.people if person.role == role]

    def items_of(self, incident: Incident) -> list[Item]:
        """List the contents of an incident."""
        return [item for item in self.items if item.incident_id == incident.id]

    def numbers_of(self, items: Iterable[Item]) -> tuple[int, ...]:
        """List the numbers of the exhibits that show these contents."""
        ids = {item.id for item in items}
        return tuple(exhibit.number for exhibit in self.exhibits if exhibit.item_id in ids)

    def number(self, exhibit_id: str | None) -> int | None:
        """Find the number of an exhibit."""
        return next((exhibit.number for exhibit in self.exhibits if exhibit.id == exhibit_id), None)

    def incident_of(self, subject_id: str) -> Incident | None:
        """Find the incident that a record is, or belongs to."""
        return self.owners.get(subject_id)

    def label_of(self, subject_id: str) -> str:
        """Name what a record is about in a few words: its incident, the letter it comes from, or its content."""
        incident = self.incident_of(subject_id)
        if incident is not None:
            return incident.title
        for event in self.events:
            if event.id == subject_id:
                return self._label_of_event(event)
        return next((short_id(item) for item in self.items if item.id == subject_id), "")

    def _label_of_event(self, event: Event) -> str:
        for letter in self.letters:
            if letter.id == event.letter_id:
                return letter.title
        return self.label_of(event.item_id or event.incident_id or "")


def short_id(item: Item) -> str:
    """Name a content shortly: its account, else the beginning of its identifier, else its host."""
    if item.account:
        return item.account
    if item.post_id:
        return item.post_id if len(item.post_id) <= SHORT else f"{item.post_id[:SHORT]}…"
    return host(item)


def host(item: Item) -> str:
    """Read the host of a content's address."""
    return urlsplit(item.canonical if "//" in item.canonical else f"//{item.canonical}").hostname or ""


def load(session: Session, *where: ColumnElement[bool]) -> tuple[CaseFile, ...]:
    """Read the cases that `where` selects, by pseudonym: seven queries, whatever their number."""
    wanted = select(Case.id).where(*where)
    cases = session.scalars(select(Case).where(*where).order_by(Case.pseudonym))
    files = {case.id: CaseFile(case) for case in cases}
    for person in session.scalars(select(Person).where(Person.case_id.in_(wanted)).order_by(Person.id)):
        files[person.case_id].people.append(person)
    for incident in session.scalars(select(Incident).where(Incident.case_id.in_(wanted)).order_by(Incident.id)):
        files[incident.case_id].incidents.append(incident)
    for item in session.scalars(select(Item).where(Item.case_id.in_(wanted)).order_by(Item.added_at, Item.id)):
        files[item.case_id].items.append(item)
    for exhibit in session.scalars(select(Exhibit).where(Exhibit.case_id.in_(wanted)).order_by(Exhibit.number)):
        files[exhibit.case_id].exhibits.append(exhibit)
    for event in session.scalars(select(Event).where(Event.case_id.in_(wanted)).order_by(Event.recorded_at, Event.id)):
        files[event.case_id].events.append(event)
    letters = select(Letter).options(defer(Letter.text))  # long, and seldom looked at
    for letter in session.scalars(letters.where(Letter.case_id.in_(wanted)).order_by(Letter.created_at)):
        files[letter.case_id].letters.append(letter)
    for file in files.values():
        file.incidents.sort(key=lambda incident: (incident.earliest_on or date.max, incident.title, incident.id))
        known = {incident.id: incident for incident in file.incidents}
        of_items = {item.id: known[item.incident_id] for item in file.items if item.incident_id in known}
        file.owners = known | of_items
    return tuple(files.values())


def load_one(session: Session, case_id: str) -> CaseFile:
    """Read one case.

    Raises:
        NotFound: it is not there (any more).
    """
    files = load(session, Case.id == case_id)
    if not files:
        raise NotFound("This case is no longer there.")  # the screen translates it: a query has no language
    return files[0]


def when_of(earliest_on: date | None, latest_on: date | None, instant_at: datetime | None) -> When | None:
    """Read a recorded day; None when nobody has given it yet."""
    first, last = earliest_on or latest_on, latest_on or earliest_on
    if first is None or last is None:
        return None
    return When(first, last, instant_at)
