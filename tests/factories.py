"""Cases for tests, made by the services alone; every default is here."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.records import JournalEntry, Role
from casedesk.records.person import Address
from casedesk.services import association, cases, events, exhibits, incidents, items, letters, people
from casedesk.services.cases import CaseFields
from casedesk.services.exhibits import Shows
from casedesk.services.incidents import IncidentFields
from casedesk.services.index import count_cases
from casedesk.services.people import PersonFields
from casedesk.store.workspace import Workspace

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
X_EPOCH = 1288834974657  # milliseconds

DAY_OF_FACTS = date(2026, 8, 24)
INSULT, DEEPFAKE = "injure_publique", "deepfake_sexuel_en_ligne"


def x_post(moment: datetime, account: str = "compte_8841", low: int = 7) -> str:
    """The address of an X post created at that moment; `low` makes two posts of one moment differ."""
    number = (round(moment.timestamp() * 1000) - X_EPOCH) << 22 | low
    return f"https://x.com/{account}/status/{number}"


def an_association(session: Session, **changes: str) -> str:
    """The association that signs."""
    details = {
        "name": "Association Exemple",
        "jurisdiction": "fr",
        "address": "1 rue de l’Exemple\n75011 Paris",
        "town": "Paris",
        "email": "contact@association.example",
        "phone": "01 99 00 12 34",
        "registration": "W751000000",
    } | changes
    return association.save(session, **details, fictional=True, now=NOW)


def a_case(
    session: Session,
    packs: Mapping[str, Pack],
    pseudonym: str = "Louve-07",
    jurisdiction: str = "fr",
    *,
    place: str = "",
    **changes: object,
) -> str:
    """An open case."""
    fields: CaseFields = {
        "pseudonym": pseudonym,
        "referent": "Nadia",
        "safe_contact": "Signal",
        "safe_hours": "12 h-14 h",
    }
    fields.update(changes)  # type: ignore[typeddict-item]  # tests name real fields
    return cases.open_case(
        session, packs, jurisdiction=jurisdiction, place=place, opened_on=date(2026, 9, 1), now=NOW, **fields
    )


def a_person(session: Session, case_id: str, role: Role = Role.ACCOMPANIED, **changes: object) -> str:
    """The person accompanied, with all a letter asks of her."""
    fields: PersonFields = {}
    if role is Role.ACCOMPANIED:
        fields = {
            "addressed_as": Address.MADAM,
            "given_name": "Camille",
            "family_name": "Exemple",
            "born_on": date(1998, 3, 14),
            "birth_place": "Rennes (Ille-et-Vilaine)",
            "nationality": "française",
            "profession": "étudiante",
            "address": "12 rue des Lilas\n75011 Paris",
            "phone": "06 39 98 00 00",
        }
    fields.update(changes)  # type: ignore[typeddict-item]  # tests name real fields
    return people.save_person(session, case_id, role=role, today=TODAY, now=NOW, **fields)


def an_incident(session: Session, packs: Mapping[str, Pack], case_id: str, **changes: object) -> str:
    """A public insult online, on a known day."""
    fields: IncidentFields = {
        "title": "Insultes sous sa photographie",
        "account_of_facts": "Le compte a publié une insulte sous une photographie d’elle.",
        "earliest_on": DAY_OF_FACTS,
        "online": True,
        "public": True,
        "where": "X, profil public",
        "offences": (INSULT,),
    }
    fields.update(changes)  # type: ignore[typeddict-item]  # tests name real fields
    return incidents.add_incident(session, packs, case_id, today=TODAY, now=NOW, **fields)


def a_content(session: Session, case_id: str, incident_id: str | None = None, url: str = "") -> str:
    """One content online, on X unless told."""
    address = url or x_post(datetime(2026, 8, 24, 20, 14, 5, tzinfo=UTC))
    (pasted,) = items.add_links(session, case_id, address, incident_id=incident_id, now=NOW)
    return pasted.item_id


def an_exhibit(
    session: Session,
    packs: Mapping[str, Pack],
    case_id: str,
    title: str = "Capture d’écran du message",
    *,
    content: bytes | None = b"a file",
    item_id: str | None = None,
    shows: Shows = Shows.TRACE,
) -> str:
    """A numbered exhibit whose file is kept nowhere: its seal is a word."""
    return exhibits.add_exhibit(
        session,
        packs,
        case_id,
        title=title,
        content=content,
        seal=lambda _content: "0" * 32,
        item_id=item_id,
        shows=shows,
        today=TODAY,
        now=NOW,
    )


def an_event(session: Session, case_id: str, what: Happening, on: date | None, **changes: str | None) -> str:
    """Something that was done on a known day, or on one not known yet."""
    return events.add_event(session, case_id, what, earliest_on=on, today=TODAY, now=NOW, **changes)  # type: ignore[arg-type]  # tests name real fields


def a_letter(session: Session, packs: Mapping[str, Pack], case_id: str, model: str = "plainte_simple") -> str:
    """A draft with all its required answers but those of the case."""
    letter_id = letters.start(session, packs, case_id, model, today=TODAY, now=NOW)
    for fact, value in {
        "answers.court_town": "Paris",
        "answers.sending_way": "lettre recommandée avec demande d’avis de réception",
    }.items():
        letters.answer(session, packs, letter_id, fact, value, today=TODAY, now=NOW)
    return letter_id


def keep_counted(workspace: Workspace, packs: Mapping[str, Pack], today: date = TODAY) -> None:
    """Have the dates of a case counted in whatever transaction touches it, as the desk does."""
    workspace.derive = lambda session, case_ids: count_cases(session, packs, today, case_ids)


def actions(session: Session) -> list[str]:
    """The gestures written in the journal, in order."""
    session.flush()
    return list(session.scalars(select(JournalEntry.action).order_by(JournalEntry.seq)))
