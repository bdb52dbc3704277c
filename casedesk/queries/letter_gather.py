"""What a letter is told, gathered from the records of its case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casedesk.law.assess import Due, Lack, Unknown
from casedesk.law.facts import Happening
from casedesk.law.offences import qualify
from casedesk.law.pack import Aggravation, Body, Clock, LetterModel, Mark, Offence
from casedesk.queries.association import AssociationSheet
from casedesk.queries.case_file import CaseFile, host, when_of
from casedesk.queries.facts import incident_when
from casedesk.queries.letter_data import (
    Consents,
    ContentLine,
    ExhibitLine,
    IncidentLine,
    LetterData,
    Party,
    PastLetter,
    Sender,
    StepLine,
)
from casedesk.queries.letter_horizon import dates_to_come, helpers, ways_open
from casedesk.queries.letter_questions import ANSWERS
from casedesk.queries.reading import CaseReading
from casedesk.queries.values import Address, Role
from casedesk.records import Event, Exhibit, Incident, Item, Person

_TOLD_BY_THE_INCIDENTS = frozenset({Happening.ACCOUNT_CLOSED, Happening.COMMUNICATION})


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen to go into a letter, in the order it is told."""

    incidents: tuple[Incident, ...]
    items: tuple[Item, ...]
    exhibits: tuple[Exhibit, ...]


def gather(
    reading: CaseReading,
    model: LetterModel,
    chosen: Chosen,
    association: AssociationSheet | None,
    answers: Mapping[str, str],
    *,
    clauses: Mapping[str, bool] | None = None,
    about: PastLetter | None = None,
) -> LetterData:
    """Tell a letter everything it may say. `clauses` are those switched by hand; the others stand as proposed."""
    file = reading.file
    platforms = {item.platform for item in chosen.items}
    return LetterData(
        model=model,
        jurisdiction=file.case.jurisdiction,
        place=file.case.place,
        today=reading.today,
        sender=_sender(association),
        person=_party(file.accompanied),
        representatives=tuple(_party(person) for person in file.of_role(Role.REPRESENTATIVE)),
        authors=tuple(_party(person) for person in file.of_role(Role.AUTHOR)),
        addressee=addressee(reading, model, chosen.items, answers.get("addressee", "")),
        incidents=_incidents(file, chosen),
        offences=_offences(reading, chosen.incidents),
        heavier=_heavier(reading, chosen.incidents),
        exhibits=tuple(
            ExhibitLine(exhibit.number, exhibit.title, exhibit.received_on, exhibit.sha256)
            for exhibit in chosen.exhibits
        ),
        steps=_steps(file, chosen.exhibits, reading.today),
        providers=tuple(
            body
            for body in reading.pack.bodies.values()
            if body.kind == "platform" and platforms.intersection(body.platforms)
        ),
        ip_deletion_on=_ip_deletion_on(reading, chosen),
        urgent_retention=any(
            answer.rule.urgent and any(missing.lack in {Lack.DURATION, Lack.NO_NUMBER} for missing in answer.missing)
            for answer in reading.assessments
            if isinstance(answer, Unknown)
        ),
        minor_concerned=reading.facts.answers.get("victim_minor_at_facts") is True,
        answers=_answers(reading, answers),
        fictional=association is not None and association.fictional,
        clauses={clause.id: (clauses or {}).get(clause.id, clause.proposed) for clause in model.clauses},
        about=about,
        dates=dates_to_come(reading),
        ways=ways_open(reading),
        helpers=helpers(reading.pack),
        consents=Consents(
            file.case.consent_follow_up_on, file.case.consent_sharing_on, file.case.consent_statistics_on
        ),
    )


def _answers(reading: CaseReading, answers: Mapping[str, str]) -> dict[str, str]:
    """Join what was answered once for the whole case and what was answered for this letter."""
    of_case = dict.fromkeys(reading.pack.kept_with_case, "")
    of_letter = {fact.removeprefix(ANSWERS): text for fact, text in answers.items() if fact.startswith(ANSWERS)}
    kept = {fact.removeprefix(ANSWERS): str(text) for fact, text in reading.file.case.letter_answers.items()}
    return {**of_case, **kept, **of_letter}


def possible_addressees(reading: CaseReading, model: LetterModel) -> tuple[Body, ...]:
    """List whom the letter may be sent to: the body its model names, or every body of that kind."""
    bodies = reading.pack.bodies
    if model.addressee in bodies:
        return (bodies[model.addressee],)
    return tuple(body for body in bodies.values() if body.kind == model.addressee)


def addressee(reading: CaseReading, model: LetterModel, items: Sequence[Item], answer: str) -> Body | None:
    """Find whom the letter is sent to: the one answered, the only one possible, or the platform of the contents."""
    bodies = possible_addressees(reading, model)
    for body in bodies:
        if body.id == answer:
            return body
    if len(bodies) == 1:
        return bodies[0]
    platforms = {item.platform for item in items}
    concerned = [body for body in bodies if platforms.intersection(body.platforms)]
    return concerned[0] if len(concerned) == 1 else None


def _sender(association: AssociationSheet | None) -> Sender:
    if association is None:
        return Sender("", (), "", "", "", "")
    return Sender(
        association.name,
        _lines(association.address),
        association.town,
        association.email,
        association.phone,
        association.registration,
    )


def _party(person: Person | None) -> Party:
    known = person or Person(
        addressed_as=Address.NEUTRAL,
        given_name="",
        family_name="",
        birth_place="",
        nationality="",
        profession="",
        address="",
        phone="",
        email="",
        accounts=[],
        domiciled_at_association=False,
    )
    return Party(
        addressed_as=known.addressed_as,
        given_name=known.given_name,
        family_name=known.family_name,
        born_on=known.born_on,
        birth_place=known.birth_place,
        nationality=known.nationality,
        profession=known.profession,
        address=_lines(known.address),
        phone=known.phone,
        email=known.email,
        accounts=tuple(known.accounts),
        domiciled_at_association=known.domiciled_at_association,
        domicile_agreed_on=known.domicile_agreed_on,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)


def _incidents(file: CaseFile, chosen: Chosen) -> tuple[IncidentLine, ...]:
    """Tell the incidents in order, their contents numbered over the whole letter."""
    told: list[IncidentLine] = []
    number = 0
    for incident in chosen.incidents:
        contents = []
        for item in (item for item in chosen.items if item.incident_id == incident.id):
            number += 1
            contents.append(_content(item, number, chosen.exhibits))
        shown = {exhibit for content in contents for exhibit in content.exhibits}
        if len(chosen.incidents) == 1:
            shown |= _loose(file, chosen.exhibits)
        told.append(
            IncidentLine(
                title=incident.title,
                account_of_facts=incident.account_of_facts,
                when=incident_when(file, incident)[0],
                where=incident.where,
                online=incident.online,
                amount=incident.amount,
                currency=incident.currency,
                effects=incident.effects,
                incapacity_days=incident.incapacity_days,
                contents=tuple(contents),
                exhibits=tuple(sorted(shown)),
            )
        )
    return tuple(told)


def _content(item: Item, number: int, exhibits: Sequence[Exhibit]) -> ContentLine:
    return ContentLine(
        number=number,
        platform=item.platform,
        host=host(item),
        url=item.canonical,
        post_id=item.post_id or "",
        account=item.account or "",
        created_at=item.created_at,
        first_seen_on=item.first_seen_on,
        last_seen_on=item.last_seen_on,
        state=item.state,
        exhibits=tuple(exhibit.number for exhibit in exhibits if exhibit.item_id == item.id),
    )


def _loose(file: CaseFile, exhibits: Sequence[Exhibit]) -> set[int]:
    """Number the exhibits tied to no content and proving no event: with one incident, they show that one."""
    proofs = {event.exhibit_id for event in file.events}
    return {exhibit.number for exhibit in exhibits if exhibit.item_id is None and exhibit.id not in proofs}


def _offences(reading: CaseReading, incidents: Sequence[Incident]) -> tuple[Offence, ...]:
    """List the qualifications chosen, in the order of the law folder."""
    chosen = {offence for incident in incidents for offence in incident.offences}
    return tuple(offence for offence in reading.pack.offences.values() if offence.id in chosen)


def _heavier(reading: CaseReading, incidents: Sequence[Incident]) -> dict[str, Aggravation]:
    """Find, for each qualification chosen, the heaviest penalty one of its incidents meets, of those that were read."""
    told = {incident.id for incident in incidents}
    met: dict[str, Aggravation] = {}
    for occurrence in reading.facts.occurrences:
        offence = reading.pack.offences.get(str(occurrence.about.get("offence")))
        if occurrence.what is not Happening.OFFENCE or occurrence.subject not in told or offence is None:
            continue
        read = [tier for tier in offence.aggravations if tier.citation.mark is Mark.VERIFIED]
        tier = qualify(replace(offence, aggravations=tuple(read)), reading.facts, occurrence).tier
        tiers = [one for one in (met.get(offence.id), tier) if one]
        if tiers:
            met[offence.id] = max(tiers, key=read.index)
    return met


def _steps(file: CaseFile, exhibits: Sequence[Exhibit], today: date) -> tuple[StepLine, ...]:
    """Recall the steps taken so far, the first first; an exhibit that is not joined is not cited."""
    joined = {exhibit.id: exhibit.number for exhibit in exhibits}

    def day(event: Event) -> tuple[date, str]:
        return event.earliest_on or date.max, event.id

    return tuple(
        StepLine(
            event.what,
            when_of(event.earliest_on, event.latest_on, event.instant_at),
            event.reference,
            joined.get(event.exhibit_id or ""),
        )
        for event in sorted(file.events, key=day)
        if event.what not in _TOLD_BY_THE_INCIDENTS and (event.earliest_on or today) <= today
    )


def _ip_deletion_on(reading: CaseReading, chosen: Chosen) -> date | None:
    """Find the first day on which the connection data of what was chosen may lawfully be gone, by a text that was read.

    A letter has no room for a warning: it tells no other day.
    """
    subjects = {item.id for item in chosen.items} | {incident.id for incident in chosen.incidents}
    days = [
        answer.legal_day
        for answer in reading.assessments
        if isinstance(answer, Due)
        and answer.rule.clock is Clock.EVIDENCE
        and answer.version.article.mark is Mark.VERIFIED
        and answer.rule.trigger is Happening.CONNECTION
        and answer.subject in subjects
    ]
    return min(days, default=None)
