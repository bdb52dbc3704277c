"""What is recorded of a case, told to the law."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from casedesk.evidence.links import Platform
from casedesk.law import majority
from casedesk.law.facts import FACTS, Facts, FactType, Happening, Occurrence, Value
from casedesk.law.pack import Element, Offence
from casedesk.law.when import When
from casedesk.queries.case_file import CaseFile, load_one, when_of
from casedesk.records import Event, Incident, Item, ItemState, Role

# Where the local day can be earlier than the day in universal time: hours behind it, all year round.
WEST = {
    "fr-971": timedelta(hours=-4),
    "fr-972": timedelta(hours=-4),
    "fr-973": timedelta(hours=-3),
    "fr-977": timedelta(hours=-4),
    "fr-978": timedelta(hours=-4),
}

_NO_ELEMENTS: Mapping[str, Element] = {}
_NO_OFFENCES: Mapping[str, Offence] = {}
_SEEN = frozenset({ItemState.ONLINE, ItemState.KEPT, ItemState.REAPPEARED})
_GONE = frozenset({ItemState.REMOVED, ItemState.BLOCKED, ItemState.DELISTED})
ABOUT_CONTENTS = frozenset(
    {
        Happening.NOTICE_SENT,
        Happening.MONITORING_NOTICE_SENT,
        Happening.NOTICE_ACKNOWLEDGED,
        Happening.PLATFORM_DECISION,
        Happening.INTERNAL_COMPLAINT_SENT,
        Happening.INTERNAL_COMPLAINT_ANSWERED,
        Happening.OUT_OF_COURT_RECEIVED,
        Happening.OUT_OF_COURT_EXTENDED,
        Happening.OUT_OF_COURT_DECIDED,
        Happening.COORDINATOR_COMPLAINT,
        Happening.CONTENT_REMOVED,
        Happening.FORMAL_NOTICE_RECEIVED,
        Happening.REPLY_REQUESTED,
        Happening.REPLY_PUBLISHED,
        Happening.HASH_CASE_CREATED,
        Happening.GDPR_REQUEST_SENT,
        Happening.GDPR_REQUEST_RECEIVED,
        Happening.GDPR_EXTENSION_TOLD,
        Happening.GDPR_REPLY_RECEIVED,
    }
)


def facts_of(
    session: Session,
    case_id: str,
    elements: Mapping[str, Element] = _NO_ELEMENTS,
    offences: Mapping[str, Offence] = _NO_OFFENCES,
) -> Facts:
    """Tell one case to the law; `elements` and `offences` are those of its pack.

    Raises:
        NotFound: it is not there.
    """
    return facts(load_one(session, case_id), elements, offences)


def facts(
    file: CaseFile,
    elements: Mapping[str, Element] = _NO_ELEMENTS,
    offences: Mapping[str, Offence] = _NO_OFFENCES,
) -> Facts:
    """Tell a case to the law: what happened, what was answered of it, and what is known of it as a whole.

    `elements` and `offences` are the questions and the qualifications of its pack.
    """
    occurrences = (
        *(told for incident in file.incidents for told in _of_incident(file, incident, elements)),
        *(told for item in file.items for told in _of_item(file, item)),
        *(_of_event(file, event, offences) for event in file.events),
    )
    return Facts(file.case.place, occurrences, _answers(file) | _press(file.incidents, offences))


def minor_at(born_on: date | None, incident: Incident) -> bool | None:
    """Say whether a person born that day was a minor during the incident; None when it cannot be said."""
    when = when_of(incident.earliest_on, incident.latest_on, None)
    return None if born_on is None or when is None else majority.minor_at(born_on, when)


def incident_when(file: CaseFile, incident: Incident) -> tuple[When | None, bool]:
    """Say when an incident happened, and whether that was read in the identifier of its first content.

    The day recorded wins; without one, the first content that carries its moment gives it.
    """
    recorded = when_of(incident.earliest_on, incident.latest_on, incident.instant_at)
    if recorded is not None:
        return recorded, False
    moments = [item.created_at for item in file.items_of(incident) if item.created_at is not None]
    return (_moment(min(moments), file.case.place), True) if moments else (None, False)


def item_when(file: CaseFile, item: Item) -> tuple[When | None, bool]:
    """Say when a content went online, and whether that was read in its identifier; else its incident's day is taken."""
    if item.created_at is not None:
        return _moment(item.created_at, file.case.place), True
    incident = next((one for one in file.incidents if one.id == item.incident_id), None)
    if incident is None:
        return None, False
    return when_of(incident.earliest_on, incident.latest_on, None), False


def _moment(instant: datetime, place: str) -> When:
    """Place a moment on its day in universal time, or on the local day where that one is earlier: prudence."""
    day = min(instant.date(), (instant + WEST.get(place, timedelta())).date())
    return When(day, day, instant)


def _proof(numbers: tuple[int, ...]) -> str:
    return str(min(numbers)) if numbers else ""


def answered(file: CaseFile, incident: Incident, elements: Mapping[str, Element]) -> dict[str, Value]:
    """Gather the yes and no of an incident; one that follows from a number is not answered but read in it."""
    said: dict[str, Value] = {
        name: value
        for name, value in incident.answers.items()
        if isinstance(value, bool) and (name in elements or name in FACTS)
    }
    ages = _ages(file, incident)
    for element in elements.values():
        read = None
        if element.number == "incapacity_days" and incident.incapacity_days is not None:
            read = _within(element, incident.incapacity_days)
        elif element.number == "victim_age" and ages:
            verdicts = {_within(element, age) for age in ages}
            read = verdicts.pop() if len(verdicts) == 1 else None
        if read is not None:
            said[element.id] = read
    return said


def _ages(file: CaseFile, incident: Incident) -> tuple[int, ...]:
    """Say how old she was at the two ends of an incident; nothing where her birth or the day is not known."""
    person = file.accompanied
    born_on = person.born_on if person else None
    when, _ = incident_when(file, incident)
    if born_on is None or when is None or born_on > when.latest:
        return ()
    return tuple(majority.age_at(born_on, day) for day in (when.earliest, when.latest))


def _within(element: Element, number: int) -> bool:
    """Say whether a number answers a question by yes."""
    if element.above is not None:
        return number > element.above
    return element.below is not None and number < element.below


def _of_incident(file: CaseFile, incident: Incident, elements: Mapping[str, Element]) -> Iterator[Occurrence]:
    """Tell an incident once per offence chosen, or once without any, so that the law asks which.

    Online without an address, its author was connected; received in private, it left a trace at the operator's. So did
    what an answer says was called or sent, even off line.
    """
    items = file.items_of(incident)
    when, derived = incident_when(file, incident)
    proof = _proof(file.numbers_of(items))
    known = answered(file, incident, elements)
    if incident.online is not None:
        known["online"] = incident.online
    if incident.public is not None:
        known["public"] = incident.public
    person = file.accompanied
    minor = minor_at(person.born_on if person else None, incident)
    if minor is not None:
        known["victim_minor_at_facts"] = minor
    abouts = [{**known, "offence": offence} for offence in incident.offences] or [known]
    for about in abouts:
        yield Occurrence(Happening.OFFENCE, when, incident.id, proof, derived, about, (incident.id,))
    if incident.online and not items:
        yield Occurrence(Happening.CONNECTION, when, incident.id, proof, derived, known, (incident.id,))
    sent = any(known.get(one.id) is True for one in elements.values() if one.tells is Happening.COMMUNICATION)
    if (incident.online or sent) and not incident.public:
        yield Occurrence(Happening.COMMUNICATION, when, incident.id, proof, derived, known, (incident.id,))


def _of_item(file: CaseFile, item: Item) -> Iterator[Occurrence]:
    """Tell a content: it went online, and its author's account was connected then."""
    when, derived = item_when(file, item)
    proof = _proof(file.numbers_of([item]))
    incident = file.incident_of(item.id)
    concerns = (item.id,) if incident is None else (item.id, incident.id)
    about: dict[str, Value] = {"online": True}
    if item.platform != Platform.UNKNOWN:
        about["on_edited_site"] = False  # a service where anybody posts has no publisher to answer
    if incident is not None and incident.public is not None:
        about["public"] = incident.public
    if item.state in _SEEN | _GONE:
        about["content_online"] = item.state in _SEEN
    for what in (Happening.PUBLICATION, Happening.CONNECTION):
        yield Occurrence(what, when, item.id, proof, derived, about, concerns)


def _of_event(file: CaseFile, event: Event, offences: Mapping[str, Offence]) -> Occurrence:
    """Tell an event, with the exhibit that proves it, and whether what it is about is a matter of press."""
    number = file.number(event.exhibit_id)
    concerns = concerns_of(file, event)
    owners = [owner for owner in map(file.incident_of, concerns) if owner is not None]
    return Occurrence(
        what=Happening(event.what),
        when=when_of(event.earliest_on, event.latest_on, event.instant_at),
        subject=event.id,
        proof="" if number is None else str(number),
        about=_press(owners, offences),
        concerns=concerns,
    )


def concerns_of(file: CaseFile, event: Event) -> tuple[str, ...]:
    """Say what an event is about: its content, what its letter spoke of, its incident; nothing = the whole case."""
    if event.item_id is not None:
        return (event.item_id,)
    letter = next((letter for letter in file.letters if letter.id == event.letter_id), None)
    if letter is not None:
        return tuple(letter.item_ids if event.what in ABOUT_CONTENTS else letter.incident_ids)
    return () if event.incident_id is None else (event.incident_id,)


def _press(incidents: Iterable[Incident], offences: Mapping[str, Offence]) -> dict[str, Value]:
    """Say whether these are about words that the press law punishes, once a jurist chose every qualification."""
    chosen = [incident.offences for incident in incidents]
    if any(name in offences and offences[name].press for names in chosen for name in names):
        return {"press_offence": True}
    return {"press_offence": False} if offences and chosen and all(chosen) else {}


def _answers(file: CaseFile) -> dict[str, Value]:
    """Gather what is known of the case as a whole; what follows from the records wins over what was answered."""
    answers = {name: value for name, value in map(_read, file.case.answers.items()) if value is not None}
    person = file.accompanied
    if person is not None and person.born_on is not None:
        answers["victim_birth_date"] = person.born_on
        minor = {minor_at(person.born_on, incident) for incident in file.incidents}
        if True in minor:
            answers["victim_minor_at_facts"] = True
        elif minor == {False}:
            answers["victim_minor_at_facts"] = False
    authors = file.of_role(Role.AUTHOR)
    if authors and "author_known" not in answers:
        answers["author_known"] = any(author.family_name or author.given_name for author in authors)
    states = {item.state for item in file.items}
    if states & _SEEN:
        answers["content_online"] = True
    elif states and states <= _GONE:
        answers["content_online"] = False
    return answers


def _read(stored: tuple[str, object]) -> tuple[str, Value | None]:
    """Read an answer as it was stored; one the law no longer asks for is left out."""
    name, value = stored
    spec = FACTS.get(name)
    if spec is None:
        return name, None
    if spec.type is FactType.DATE and isinstance(value, str):
        return name, date.fromisoformat(value)
    return name, value if isinstance(value, (str, bool, int)) else None
