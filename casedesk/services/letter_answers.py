"""What is answered to a letter's questions, written back to where it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import InvalidInput
from casedesk.law.pack import Pack
from casedesk.law.when import When
from casedesk.queries.letter_questions import asked
from casedesk.records import Association, Incident, Letter, Person, Role, new_id
from casedesk.services import clean, drafts, guard, journal
from casedesk.services.journal import Action
from casedesk.services.letter_events import write_step
from casedesk.translate import _

Answer = str | bool | int | Decimal | date | When | None

_DAYS = frozenset({"born_on", "domicile_agreed_on"})
_BLOCKS = frozenset({"address", "account_of_facts", "effects"})


@dataclass(frozen=True, slots=True)
class _Reply:
    """A value given to a question, read as the place it goes to needs it."""

    fact: str
    value: Answer
    today: date

    @property
    def name(self) -> str:
        """The fact without its room."""
        return self.fact.partition(".")[2]

    def text(self) -> str:
        match self.value:
            case None:
                return ""
            case bool():
                return "oui" if self.value else "non"
            case str():
                return clean.long(self.fact, self.value)
            case int() | Decimal():
                return str(self.value)
            case _:
                raise self.misfit()

    def line_or_block(self) -> str:
        text = self.text()
        return text if self.name in _BLOCKS else clean.short(self.fact, text)

    def day(self) -> date | None:
        if self.value is not None and not isinstance(self.value, date):
            raise self.misfit()
        return guard.days(self.value, None, self.today, self.fact)[0]

    def when(self) -> When | None:
        when = When.on(self.value) if isinstance(self.value, date) else self.value
        if when is not None and not isinstance(when, When):
            raise self.misfit()
        return when

    def number(self) -> int | None:
        if self.value is not None and (not isinstance(self.value, int) or isinstance(self.value, bool)):
            raise self.misfit()
        if self.value is not None and self.value < 0:
            raise InvalidInput(self.fact, _("A number is needed, zero or more."))
        return self.value

    def misfit(self) -> InvalidInput:
        return InvalidInput(self.fact, _("This answer does not fit the question."))


def answer(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    fact: str,
    value: Answer,
    *,
    today: date,
    now: datetime,
) -> None:
    """Answer one question of a letter; the answer goes to the person, the incident, the association, the case or it.

    None or an empty text takes the answer back. A yes or a no is kept as « oui », « non »: letters are in French. An
    answer about the incidents goes to the first one that lacks it; one that all letters of a case share, to the case;
    the day of a step, to the steps of the case.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, or the letter was issued.
        InvalidInput: the letter does not ask this, it is answered on another page, or the value does not fit.
    """
    letter = drafts.changing(session, letter_id)
    pack = packs[letter.jurisdiction]
    if fact not in asked(pack.letters[letter.model]):
        raise InvalidInput(fact, _("This letter does not ask this."))
    reply = _Reply(fact, value, today)
    match fact.partition(".")[0]:
        case "answers" if reply.name in pack.kept_with_case:
            _share(session, letter, fact, reply.text(), now)
        case "answers":
            _keep(letter, fact, reply.text())
        case "events":
            write_step(session, letter, fact, reply.when(), today, now)
        case "about":
            _remind_of(session, letter, reply)
        case "addressee":
            _address(letter, pack, reply)
        case "person":
            _on_person(session, letter.case_id, reply)
        case "sender":
            _on_sender(session, letter.jurisdiction, reply)
        case "incident":
            _on_incident(session, letter, reply)
        case _:
            raise InvalidInput(fact, _("This is completed on the page of the case."))
    journal.write(session, Action.LETTER_ANSWERED, Kind.LETTER, letter.id, now)


def _keep(letter: Letter, fact: str, text: str) -> None:
    """Keep an answer on the letter, or forget it."""
    others = {known: kept for known, kept in letter.answers.items() if known != fact}
    letter.answers = {**others, fact: text} if text else others


def _share(session: Session, letter: Letter, fact: str, text: str, now: datetime) -> None:
    """Keep an answer on the case, for all its letters, or forget it."""
    case = guard.open_case(session, letter.case_id)
    others = {known: kept for known, kept in case.letter_answers.items() if known != fact}
    case.letter_answers = {**others, fact: text} if text else others
    _keep(letter, fact, "")
    journal.write(session, Action.CASE_ANSWERED, Kind.CASE, case.id, now)


def _remind_of(session: Session, letter: Letter, reply: _Reply) -> None:
    """Choose the letter that this one reminds of or follows, by its id."""
    before = guard.of_case(session, Letter, reply.text() or None, letter.case_id, reply.fact)
    if before is not None and before.sent_on is None:
        raise InvalidInput(reply.fact, _("This letter was not sent yet. Choose one that was."))
    letter.about_id = "" if before is None else before.id


def _address(letter: Letter, pack: Pack, reply: _Reply) -> None:
    """Choose whom the letter is sent to, by the id of a body of the law folder."""
    chosen = reply.text()
    if chosen and chosen not in pack.bodies:
        raise InvalidInput(reply.fact, _("This addressee is not in the directory."))
    _keep(letter, reply.fact, chosen)


def _on_person(session: Session, case_id: str, reply: _Reply) -> None:
    """Write an answer on the person accompanied, beginning her record if there is none."""
    query = select(Person).where(Person.case_id == case_id, Person.role == Role.ACCOMPANIED)
    person = session.scalars(query).one_or_none()
    if person is None:
        person = Person(id=new_id(), case_id=case_id, role=Role.ACCOMPANIED.value, accounts=[])
        session.add(person)
    setattr(person, reply.name, reply.day() if reply.name in _DAYS else reply.line_or_block())


def _on_sender(session: Session, jurisdiction: str, reply: _Reply) -> None:
    """Write an answer on the house that signs: that of the country, or the first one."""
    query = select(Association).order_by(Association.jurisdiction != jurisdiction, Association.jurisdiction)
    association = session.scalars(query.limit(1)).one_or_none()
    if association is None:
        raise InvalidInput(reply.fact, _("Write down the association first, in the preferences."))
    setattr(association, reply.name, reply.line_or_block())


def _on_incident(session: Session, letter: Letter, reply: _Reply) -> None:
    """Write an answer on the first incident of the letter that lacks it, or on the only one."""
    incidents = session.scalars(select(Incident).where(Incident.id.in_(letter.incident_ids)))
    in_order = sorted(incidents, key=lambda one: (one.earliest_on or date.max, one.title, one.id))
    column = "earliest_on" if reply.name == "when" else reply.name
    lacking = [one for one in in_order if getattr(one, column) in {None, ""}]
    if not lacking and len(in_order) != 1:
        raise InvalidInput(reply.fact, _("This is completed on the page of the case."))
    _write_incident((lacking or in_order)[0], reply)


def _write_incident(incident: Incident, reply: _Reply) -> None:
    match reply.name:
        case "when":
            when = reply.when()
            first, last = (None, None) if when is None else (when.earliest, when.latest)
            incident.earliest_on, incident.latest_on = guard.days(first, last, reply.today, reply.fact)
            incident.instant_at = None if when is None else when.instant
        case "incapacity_days":
            incident.incapacity_days = reply.number()
        case "amount":
            amount = reply.number()
            if amount is not None and not incident.currency:
                raise InvalidInput(reply.fact, _("Say on the incident’s page in which currency: EUR, XOF…"))
            incident.amount = None if amount is None else Decimal(amount)
        case _:
            setattr(incident, reply.name, reply.line_or_block())
