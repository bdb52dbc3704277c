"""The letters of a case: begun, answered, issued for good, sent."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.documents.letter import render
from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.pack import Pack
from casedesk.law.when import When
from casedesk.queries.letter_draft import letter_draft
from casedesk.records import Association, Case, Channel, Event, Incident, Letter, LetterState, Person
from casedesk.services import cases, events, letters
from casedesk.services.letter_answers import Answer
from casedesk.services.letter_preview import preview
from casedesk.services.letter_text import digest
from casedesk.store.workspace import Workspace
from tests.factories import (
    DEEPFAKE,
    NOW,
    TODAY,
    a_case,
    a_content,
    a_letter,
    a_person,
    actions,
    an_association,
    an_exhibit,
    an_incident,
)

Packs = Mapping[str, Pack]


def seal(content: bytes) -> str:
    """Name a file by its digest and keep nothing."""
    return hashlib.sha256(content).hexdigest()[:32]


def a_ready_letter(session: Session, packs: Packs) -> Letter:
    an_association(session)
    case_id = a_case(session, packs)
    a_person(session, case_id)
    incident_id = an_incident(session, packs, case_id, offences=(DEEPFAKE,))
    an_exhibit(session, packs, case_id, item_id=a_content(session, case_id, incident_id))
    letter = session.get_one(Letter, a_letter(session, packs, case_id))
    session.flush()
    return letter


def issue(session: Session, packs: Packs, letter: Letter) -> None:
    letters.issue(
        session, packs, letter.id, letter.version, seal=seal, today=TODAY, now=NOW, alone_because="seule ce soir"
    )
    session.flush()


def send(session: Session, packs: Packs, letter_id: str, on: date = TODAY, **told: Any) -> str:
    return letters.mark_sent(session, packs, letter_id, on=on, channel=Channel.LRAR, today=TODAY, now=NOW, **told)


def answer(session: Session, packs: Packs, letter_id: str, fact: str, value: Answer) -> None:
    letters.answer(session, packs, letter_id, fact, value, today=TODAY, now=NOW)


def test_a_letter_begins_with_all_that_the_case_holds(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    assert (letter.state, letter.pack_version, letter.title) == (
        LetterState.DRAFT,
        packs["fr"].version,
        packs["fr"].letters["plainte_simple"].title,
    )
    assert [len(ids) for ids in (letter.incident_ids, letter.item_ids, letter.exhibit_ids)] == [1, 1, 1]
    with pytest.raises(NotFound):
        letters.start(session, packs, letter.case_id, "plainte_pole", today=TODAY, now=NOW)


def test_an_issued_letter_is_sealed_twice_and_holds_all_it_was_told(workspace: Workspace, packs: Packs) -> None:
    with workspace.transaction() as work:
        letter = a_ready_letter(work.session, packs)
        letters.issue(
            work.session,
            packs,
            letter.id,
            letter.version,
            seal=workspace.seal,
            today=TODAY,
            now=NOW,
            alone_because="seule ce soir",
        )
        letter_id = letter.id
        assert actions(work.session)[-1] == "letter.issued"
    with workspace.transaction() as work:
        letter = work.session.get_one(Letter, letter_id)
        assert (letter.state, letter.issued_at) == (LetterState.ISSUED, NOW)
        for name, digest, start in (
            (letter.docx_sealed_as, letter.docx_sha256, b"PK"),
            (letter.pdf_sealed_as, letter.pdf_sha256, b"%PDF"),
        ):
            content = workspace.unseal(name)
            assert content.startswith(start)
            assert hashlib.sha256(content).hexdigest() == digest
        assert "Camille" in letter.text
        assert any("226-8-1" in citation for citation in letter.citations)
        data = json.loads(json.dumps(letter.data))
        assert data["person"]["born_on"] == "1998-03-14"
        assert data["model"]["template"] == "plainte_simple.docx"
        assert data["incidents"][0]["contents"][0]["created_at"].startswith("2026-08-24T20:14:05")


def test_a_letter_that_lacks_an_answer_is_refused_at_the_question(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    answer(session, packs, letter.id, "answers.court_town", None)
    session.flush()
    with pytest.raises(InvalidInput) as refusal:
        issue(session, packs, letter)
    assert refusal.value.field == "answers.court_town"
    assert letter.state == LetterState.DRAFT


def _frozen(letter: Letter) -> tuple[object, ...]:
    return tuple(
        getattr(letter, name)
        for name in (
            "data",
            "text",
            "citations",
            "docx_sha256",
            "pdf_sha256",
            "docx_sealed_as",
            "pdf_sealed_as",
            "answers",
        )
    )


def test_an_issued_letter_never_changes_whatever_is_tried(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    issue(session, packs, letter)
    before = _frozen(letter)
    with pytest.raises(Conflict):
        answer(session, packs, letter.id, "answers.court_town", "Rennes")
    with pytest.raises(Conflict):
        letters.choose(session, letter.id, letter.version, incident_ids=[], item_ids=[], exhibit_ids=[], now=NOW)
    with pytest.raises(Conflict):
        issue(session, packs, letter)
    person = session.scalars(select(Person)).one()
    person.given_name = "Claire"
    send(session, packs, letter.id)
    session.flush()
    session.expire_all()
    assert _frozen(letter) == before


def test_a_letter_sent_becomes_the_event_its_model_names_and_dates_run_from_it(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    proof = an_exhibit(session, packs, letter.case_id, "Preuve de dépôt", content=None)
    issue(session, packs, letter)
    day = TODAY - timedelta(days=1)
    event_id = send(session, packs, letter.id, day, reference=" 1A 234 ", exhibit_id=proof)
    event = session.get_one(Event, event_id)
    assert (event.what, event.earliest_on, event.latest_on) == ("complaint_prosecutor", day, day)
    assert (event.reference, event.letter_id, event.exhibit_id) == ("1A 234", letter.id, proof)
    assert (letter.state, letter.sent_on) == (LetterState.SENT, day)
    with pytest.raises(Conflict):
        send(session, packs, letter.id, day)


def test_a_draft_is_not_sent_nor_a_letter_tomorrow(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    with pytest.raises(Conflict):
        send(session, packs, letter.id)
    issue(session, packs, letter)
    with pytest.raises(InvalidInput) as refusal:
        send(session, packs, letter.id, TODAY + timedelta(days=1))
    assert refusal.value.field == "on"
    assert session.scalars(select(Event)).all() == []


def test_what_the_person_did_not_see_is_not_issued(workspace: Workspace, packs: Packs) -> None:
    with workspace.transaction() as work:
        letter = a_ready_letter(work.session, packs)
        letter_id, seen = letter.id, letter.version
    with workspace.transaction() as work:
        answer(work.session, packs, letter_id, "answers.sending_way", "dépôt contre récépissé")
    with workspace.transaction() as work, pytest.raises(Conflict):
        letters.issue(work.session, packs, letter_id, seen, seal=seal, today=TODAY, now=NOW, alone_because="seule")


def test_what_another_page_changed_of_the_text_she_saw_is_not_issued(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    seen = digest(render(letter_draft(session, packs, letter.case_id, letter.model, TODAY).data).text)
    session.scalars(select(Person)).one().profession = "infirmière"
    session.flush()
    told = {"seal": seal, "today": TODAY, "now": NOW, "alone_because": "seule ce soir"}
    with pytest.raises(Conflict):
        letters.issue(session, packs, letter.id, letter.version, seen=seen, **told)  # type: ignore[arg-type]  # named
    seen = digest(render(letter_draft(session, packs, letter.case_id, letter.model, TODAY).data).text)
    letters.issue(session, packs, letter.id, letter.version, seen=seen, **told)  # type: ignore[arg-type]  # named
    assert letter.state == LetterState.ISSUED


@pytest.mark.parametrize(
    ("fact", "value", "kept"),
    [
        ("person.birth_place", " Kayes ", (Person, "birth_place", "Kayes")),
        ("person.born_on", date(1999, 1, 2), (Person, "born_on", date(1999, 1, 2))),
        ("person.address", "Porte 3\n75000 Paris", (Person, "address", "Porte 3\n75000 Paris")),
        ("incident.effects", "insomnies", (Incident, "effects", "insomnies")),
        ("incident.incapacity_days", 6, (Incident, "incapacity_days", 6)),
        ("incident.when", When(date(2026, 8, 1), date(2026, 8, 9)), (Incident, "latest_on", date(2026, 8, 9))),
        ("incident.when", date(2026, 8, 2), (Incident, "earliest_on", date(2026, 8, 2))),
        ("incident.when", None, (Incident, "earliest_on", None)),
        ("sender.town", "Rennes", (Association, "town", "Rennes")),
    ],
)
def test_an_answer_is_written_back_to_where_it_belongs(
    session: Session, packs: Packs, fact: str, value: Answer, kept: tuple[type[Any], str, object]
) -> None:
    letter = a_ready_letter(session, packs)
    answer(session, packs, letter.id, fact, value)
    session.flush()
    session.expire_all()
    record, name, expected = kept
    assert getattr(session.scalars(select(record)).one(), name) == expected
    assert letter.answers.get(fact) is None
    assert actions(session)[-1] == "letter.answered"


@pytest.mark.parametrize(("value", "kept"), [(True, "oui"), (False, "non"), ("oui", "oui"), (3, "3"), ("", None)])
def test_an_answer_for_this_letter_only_stays_on_the_letter(
    session: Session, packs: Packs, value: Answer, kept: str | None
) -> None:
    letter = a_ready_letter(session, packs)
    answer(session, packs, letter.id, "answers.witnesses", value)
    assert letter.answers.get("answers.witnesses") == kept
    assert "answers.sending_way" in letter.answers


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("answers.shoe_size", "38"),
        ("offences", "injure_publique"),
        ("exhibits", "1"),
        ("person.born_on", "hier"),
        ("person.born_on", date(2027, 1, 1)),
        ("incident.incapacity_days", -1),
        ("incident.incapacity_days", True),
        ("incident.when", "en août"),
        ("person.birth_place", date(2026, 1, 1)),
        ("person.given_name", "a" * 301),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused_at_its_question(
    session: Session, packs: Packs, fact: str, value: Answer
) -> None:
    letter = a_ready_letter(session, packs)
    with pytest.raises(InvalidInput) as refusal:
        answer(session, packs, letter.id, fact, value)
    assert refusal.value.field == fact


def test_an_answer_about_the_incidents_goes_to_the_one_that_lacks_it(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    first = an_incident(session, packs, case_id, effects="insomnies")
    second = an_incident(session, packs, case_id, title="Menaces", effects="")
    letter_id = letters.start(session, packs, case_id, "plainte_simple", today=TODAY, now=NOW)
    assert letter_draft(session, packs, case_id, "plainte_simple", TODAY).subjects["incident.effects"] == "Menaces"
    answer(session, packs, letter_id, "incident.effects", "arrêt des cours")
    effects = {one.id: one.effects for one in session.scalars(select(Incident))}
    assert effects == {first: "insomnies", second: "arrêt des cours"}
    with pytest.raises(InvalidInput):
        answer(session, packs, letter_id, "incident.effects", "autre chose")


def test_a_sum_demanded_needs_its_currency_first(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, jurisdiction="ml")
    an_incident(session, packs, case_id, offences=())
    letter_id = letters.start(session, packs, case_id, "plainte_pole", today=TODAY, now=NOW)
    with pytest.raises(InvalidInput):
        answer(session, packs, letter_id, "incident.amount", 100000)
    session.scalars(select(Incident)).one().currency = "XOF"
    answer(session, packs, letter_id, "incident.amount", 100000)
    assert session.scalars(select(Incident.amount)).one() == Decimal(100000)


def test_only_a_body_of_the_directory_can_be_written_to(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    letter_id = letters.start(session, packs, case_id, "notification_dsa", today=TODAY, now=NOW)
    answer(session, packs, letter_id, "addressee", "tiktok")
    draft = letter_draft(session, packs, case_id, "notification_dsa", TODAY)
    assert draft.data.addressee == packs["fr"].bodies["tiktok"]
    with pytest.raises(InvalidInput):
        answer(session, packs, letter_id, "addressee", "somebody")


def test_only_what_belongs_to_the_case_goes_into_its_letter(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    other = a_case(session, packs, "Figue-23")
    elsewhere = a_content(session, other)
    with pytest.raises(InvalidInput) as refusal:
        letters.choose(
            session, letter.id, letter.version, incident_ids=[], item_ids=[elsewhere], exhibit_ids=[], now=NOW
        )
    assert refusal.value.field == "item_ids"
    letters.choose(
        session, letter.id, letter.version, incident_ids=letter.incident_ids, item_ids=[], exhibit_ids=[], now=NOW
    )
    draft = letter_draft(session, packs, letter.case_id, "plainte_simple", TODAY)
    assert [len(draft.data.incidents), len(draft.data.exhibits)] == [1, 0]
    assert draft.data.incidents[0].contents == ()


def test_nothing_is_written_in_a_closed_case(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    cases.close_case(session, letter.case_id, session.get_one(Case, letter.case_id).version, on=TODAY, now=NOW)
    session.flush()
    for gesture in (
        lambda: letters.start(session, packs, letter.case_id, "plainte_simple", today=TODAY, now=NOW),
        lambda: answer(session, packs, letter.id, "answers.court_town", "Rennes"),
        lambda: issue(session, packs, letter),
        lambda: send(session, packs, letter.id),
    ):
        with pytest.raises(Conflict):
            gesture()


def test_an_answer_begins_her_record_and_needs_the_association_to_be_written_down(
    session: Session, packs: Packs
) -> None:
    letter_id = letters.start(session, packs, a_case(session, packs), "plainte_simple", today=TODAY, now=NOW)
    answer(session, packs, letter_id, "person.given_name", "Awa")
    assert session.scalars(select(Person.given_name)).all() == ["Awa"]
    with pytest.raises(InvalidInput) as refusal:
        answer(session, packs, letter_id, "sender.town", "Paris")
    assert refusal.value.field == "sender.town"


def test_the_sending_of_a_letter_is_not_taken_back(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    issue(session, packs, letter)
    event_id = send(session, packs, letter.id)
    with pytest.raises(InvalidInput):
        events.withdraw_event(session, event_id, now=NOW)
    assert session.get_one(Event, event_id).letter_id == letter.id


def test_a_letter_whose_model_names_no_event_is_sent_without_one(session: Session, packs: Packs) -> None:
    letter = a_ready_letter(session, packs)
    issue(session, packs, letter)
    silent = replace(packs["fr"].letters["plainte_simple"], records=None)
    changed = {"fr": replace(packs["fr"], letters={silent.id: silent})}
    assert send(session, changed, letter.id) == ""
    assert (letter.state, session.scalars(select(Event)).all()) == (LetterState.SENT, [])


def test_a_letter_is_looked_at_before_it_is_complete_and_nothing_is_kept(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id)
    data = letter_draft(session, packs, case_id, "plainte_simple", TODAY).data
    assert preview(data).startswith(b"%PDF")
    assert session.scalars(select(Letter)).all() == []
