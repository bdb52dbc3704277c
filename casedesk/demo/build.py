"""The fictional cases written into a workspace, by the same gestures as a person's."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from casedesk.demo.addresses import address
from casedesk.demo.days import day, moment
from casedesk.demo.files import note, screenshot
from casedesk.demo.qualify import answer_questions, support_elements
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries.letter_draft import letter_draft
from casedesk.queries.values import Address, Channel, ItemState, Role
from casedesk.records import Case
from casedesk.services import association, cases, events, exhibits, incidents, items, letters, people
from casedesk.services.exhibits import Shows

CASES = Path(__file__).with_name("cases.toml")
SECOND_READER = "Nadia"

Entry = Mapping[str, Any]
Seal = Callable[[bytes], str]


@dataclass(slots=True)
class _Writing:
    """One case being written: what was added, by the names the file gives."""

    session: Session
    packs: Mapping[str, Pack]
    seal: Seal
    today: date
    now: datetime
    case_id: str = ""
    incidents: dict[str, str] = field(default_factory=dict)
    posts: dict[str, str] = field(default_factory=dict)
    exhibits: list[str] = field(default_factory=list)

    def day(self, entry: Entry, key: str) -> date | None:
        """Read a day told from today; None when the entry says nothing."""
        return day(entry[key], self.today) if key in entry else None

    def version(self) -> int:
        """Read how often the case was written."""
        return self.session.get_one(Case, self.case_id).version

    def exhibit(self, number: int | None) -> str | None:
        """Find an exhibit by its number."""
        return None if number is None else self.exhibits[number - 1]


def build(session: Session, packs: Mapping[str, Pack], today: date, now: datetime, seal: Seal) -> None:
    """Write the fictional houses and their cases; days are told from `today`.

    Raises:
        PackProblem: the template of a letter cannot be used.
    """
    with CASES.open("rb") as file:
        told = tomllib.load(file)
    for house in told["association"]:
        association.save(session, **house, fictional=True, now=now)
    for entry in told["case"]:
        _write(_Writing(session, packs, seal, today, now), entry)
        session.flush()


def _write(case: _Writing, entry: Entry) -> None:
    """Write what a case holds, then replay what was done in it, day after day."""
    _open(case, entry)
    _people(case, entry)
    for incident in entry.get("incident", ()):
        _incident(case, incident)
    for exhibit in entry.get("exhibit", ()):
        _exhibit(case, exhibit)
    for _on, _rank, act in sorted(_acts(case, entry), key=lambda one: one[:2]):
        act()
    _last_days(case, entry)


def _open(case: _Writing, entry: Entry) -> None:
    consent = case.day(entry, "consents")
    case.case_id = cases.open_case(
        case.session,
        case.packs,
        pseudonym=entry["pseudonym"],
        jurisdiction=entry["jurisdiction"],
        place=entry.get("place", ""),
        opened_on=day(entry["opened"], case.today),
        referent=entry["referent"],
        safe_contact=entry.get("safe_contact", ""),
        safe_hours=entry.get("safe_hours", ""),
        never=entry.get("never", ""),
        danger_note=entry.get("danger_note", ""),
        consent_follow_up_on=consent,
        consent_sharing_on=consent,
        consent_statistics_on=consent,
        now=case.now,
    )


def _acts(case: _Writing, entry: Entry) -> Iterator[tuple[date, int, Callable[[], None]]]:
    """List what was done, with its day: contents looked at, then events, then letters."""
    for incident in entry.get("incident", ()):
        for post in incident.get("post", ()):
            if "first_seen" in post:
                yield day(post["first_seen"], case.today), 0, partial(_see, case, post, "first_seen", ItemState.ONLINE)
            if "seen" in post:
                yield day(post["seen"], case.today), 0, partial(_see, case, post, "seen", ItemState(post["state"]))
    for event in entry.get("event", ()):
        yield day(event["on"], case.today), 1, partial(_event, case, event)
    for letter in entry.get("letter", ()):
        yield day(letter["on"], case.today), 2, partial(_letter, case, letter)


def _people(case: _Writing, entry: Entry) -> None:
    told = [(Role.ACCOMPANIED, entry["person"])] if "person" in entry else []
    told += [(Role.REPRESENTATIVE, one) for one in entry.get("representative", ())]
    told += [(Role.AUTHOR, one) for one in entry.get("author", ())]
    for role, one in told:
        people.save_person(
            case.session,
            case.case_id,
            role=role,
            addressed_as=Address(one.get("addressed_as", Address.NEUTRAL)),
            given_name=one.get("given_name", ""),
            family_name=one.get("family_name", ""),
            born_on=case.day(one, "born"),
            birth_place=one.get("birth_place", ""),
            nationality=one.get("nationality", ""),
            profession=one.get("profession", ""),
            address=one.get("address", ""),
            phone=one.get("phone", ""),
            accounts=tuple(one.get("accounts", ())),
            domiciled_at_association=one.get("domiciled_at_association", False),
            domicile_agreed_on=case.day(one, "domicile_agreed"),
            today=case.today,
            now=case.now,
        )


def _incident(case: _Writing, entry: Entry) -> None:
    incident_id = case.incidents[entry["key"]] = incidents.add_incident(
        case.session,
        case.packs,
        case.case_id,
        title=entry["title"],
        account_of_facts=entry.get("account_of_facts", ""),
        earliest_on=case.day(entry, "on"),
        latest_on=case.day(entry, "until"),
        online=entry["online"],
        public=entry["public"],
        where=entry.get("where", ""),
        amount=Decimal(entry["amount"]) if "amount" in entry else None,
        currency=entry.get("currency", ""),
        effects=entry.get("effects", ""),
        incapacity_days=entry.get("incapacity_days"),
        offences=tuple(entry["offences"]),
        today=case.today,
        now=case.now,
    )
    _posts(case, incident_id, entry.get("post", ()))
    told = entry.get("answers", {})
    answer_questions(case.session, case.packs, case.case_id, incident_id, told, today=case.today, now=case.now)


def _posts(case: _Writing, incident_id: str, entries: Sequence[Entry]) -> None:
    """Paste the addresses of an incident, all at once."""
    urls = [entry.get("url") or _address(entry, case.today) for entry in entries]
    added = items.add_links(case.session, case.case_id, "\n".join(urls), incident_id=incident_id, now=case.now)
    for entry, pasted in zip(entries, added, strict=True):
        case.posts[_key(entry)] = pasted.item_id


def _address(entry: Entry, today: date) -> str:
    return address(entry["platform"], entry["account"], moment(entry["at"], entry["clock"], today))


def _key(entry: Entry) -> str:
    return str(entry.get("key") or entry["account"])


def _see(case: _Writing, entry: Entry, when: str, state: ItemState) -> None:
    items.set_state(
        case.session,
        case.posts[_key(entry)],
        state,
        seen_on=day(entry[when], case.today),
        note=entry.get("note", ""),
        today=case.today,
        now=case.now,
    )


def _exhibit(case: _Writing, entry: Entry) -> None:
    kind = entry.get("file", "screenshot")
    content = None
    if kind == "screenshot":
        content = screenshot(entry["title"], entry["text"])
    elif kind == "note":
        content = note(entry["title"], entry["text"])
    number = len(case.exhibits) + 1
    case.exhibits.append(
        exhibits.add_exhibit(
            case.session,
            case.packs,
            case.case_id,
            title=entry["title"],
            description=entry.get("text", ""),
            content=content,
            seal=case.seal,
            shows=Shows(entry.get("shows", Shows.TRACE)),
            item_id=case.posts[entry["post"]] if "post" in entry else None,
            received_on=case.day(entry, "received"),
            original_name={"screenshot": f"capture-{number}.png", "note": f"note-{number}.txt"}.get(kind, ""),
            media_type={"screenshot": "image/png", "note": "text/plain"}.get(kind, ""),
            today=case.today,
            now=case.now,
        )
    )
    shown = {case.incidents[key]: elements for key, elements in entry.get("supports", {}).items()}
    support_elements(case.session, case.packs, case.exhibits[-1], shown, now=case.now)


def _event(case: _Writing, entry: Entry) -> None:
    events.add_event(
        case.session,
        case.case_id,
        Happening(entry["what"]),
        earliest_on=case.day(entry, "on"),
        item_id=case.posts[entry["post"]] if "post" in entry else None,
        incident_id=case.incidents[entry["incident"]] if "incident" in entry else None,
        exhibit_id=case.exhibit(entry.get("exhibit")),
        reference=entry.get("reference", ""),
        note=entry.get("note", ""),
        today=case.today,
        now=case.now,
    )


def _letter(case: _Writing, entry: Entry) -> None:
    """Write a letter on its own day: a draft, issued, or sent."""
    on = day(entry["on"], case.today)
    at = min(case.now, datetime.combine(on, time(9, 30), tzinfo=UTC))
    letter_id = letters.start(case.session, case.packs, case.case_id, entry["model"], today=on, now=at)
    case.session.flush()
    draft = letter_draft(case.session, case.packs, case.case_id, entry["model"], on, letter_id=letter_id)
    told = [case.incidents[key] for key in entry.get("incidents", case.incidents)]
    shown = [case.posts[key] for key in entry.get("posts", case.posts)]
    letters.choose(
        case.session,
        letter_id,
        draft.version,
        incident_ids=told,
        item_ids=[one.id for one in draft.items if one.id in shown and one.parent_id in told],
        exhibit_ids=[one.id for one in draft.exhibits if "exhibits" not in entry or one.number in entry["exhibits"]],
        now=at,
    )
    for fact, answer in entry.get("answers", {}).items():
        letters.answer(case.session, case.packs, letter_id, fact, answer, today=on, now=at)
    case.session.flush()
    if not entry.get("draft"):
        _issue(case, entry, letter_id, on, at)


def _issue(case: _Writing, entry: Entry, letter_id: str, on: date, at: datetime) -> None:
    """Have a second person read a letter, issue it, and tell what became of it."""

    def version() -> int:
        case.session.flush()
        return letter_draft(case.session, case.packs, case.case_id, entry["model"], on, letter_id=letter_id).version

    letters.ask_review(case.session, case.packs, letter_id, version(), today=on, now=at)
    if entry.get("review"):
        return
    letters.give_review(
        case.session, case.packs, letter_id, version(), by=SECOND_READER, approved=True, today=on, now=at
    )
    letters.issue(case.session, case.packs, letter_id, version(), seal=case.seal, today=on, now=at)
    case.session.flush()
    if not entry.get("sent"):
        return
    proof = case.exhibit(entry.get("proof"))
    letters.mark_sent(
        case.session,
        case.packs,
        letter_id,
        on=on,
        channel=Channel(entry.get("channel", Channel.LRAR)),
        reference=entry["reference"],
        exhibit_id=proof,
        today=case.today,
        now=case.now,
    )
    received = case.day(entry, "received")
    if received is not None:
        case.session.flush()
        letters.mark_received(
            case.session, case.packs, letter_id, on=received, exhibit_id=proof, today=case.today, now=case.now
        )


def _last_days(case: _Writing, entry: Entry) -> None:
    """Write when somebody last spoke with her, and close what is over."""
    case.session.flush()
    contact = case.day(entry, "last_contact")
    cases.update_case(
        case.session, case.case_id, case.version(), last_contact_on=contact, today=case.today, now=case.now
    )
    closed = case.day(entry, "closed")
    if closed is not None:
        case.session.flush()
        cases.close_case(case.session, case.case_id, case.version(), on=closed, now=case.now)
