"""The numbered exhibits of a case."""

import hashlib
from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Exhibit
from casedesk.services import exhibits, items
from casedesk.services.answers import answer_fact
from casedesk.services.exhibits import Shows
from casedesk.store.workspace import Workspace
from tests.factories import (
    DEEPFAKE,
    NOW,
    TODAY,
    a_case,
    a_content,
    a_person,
    actions,
    an_exhibit,
    an_incident,
)

Packs = Mapping[str, Pack]


def test_a_file_is_sealed_numbered_and_identified(workspace: Workspace, packs: Packs) -> None:
    content = "capture — ɛ ɔ".encode()
    with workspace.transaction() as work:
        case_id = a_case(work.session, packs)
        exhibit_id = exhibits.add_exhibit(
            work.session,
            packs,
            case_id,
            title="Capture",
            content=content,
            seal=workspace.seal,
            shows=Shows.TRACE,
            today=TODAY,
            now=NOW,
            original_name="capture\u202egnp.exe",
            media_type="image/png",
        )
        assert actions(work.session)[-1] == "exhibit.added"
    with workspace.transaction() as work:
        exhibit = work.session.get_one(Exhibit, exhibit_id)
        assert (exhibit.number, exhibit.size, exhibit.received_on) == (1, len(content), TODAY)
        assert exhibit.sha256 == hashlib.sha256(content).hexdigest()
        assert exhibit.original_name == "capturegnp.exe"
        assert workspace.unseal(exhibit.sealed_as) == content


def test_numbers_follow_each_other_case_by_case(session: Session, packs: Packs) -> None:
    first, second = a_case(session, packs), a_case(session, packs, "Figue-23")
    for case_id in (first, first, second, first):
        an_exhibit(session, packs, case_id, content=None)
    numbers = select(Exhibit.number).where(Exhibit.case_id == first).order_by(Exhibit.number)
    assert session.scalars(numbers).all() == [1, 2, 3]
    assert session.scalars(select(Exhibit.number).where(Exhibit.case_id == second)).all() == [1]


def test_a_paper_kept_elsewhere_has_a_number_and_no_file(session: Session, packs: Packs) -> None:
    exhibit = session.get_one(Exhibit, an_exhibit(session, packs, a_case(session, packs), content=None))
    assert (exhibit.sealed_as, exhibit.sha256, exhibit.size) == ("", "", 0)


def test_a_description_changes_neither_the_number_nor_the_file(session: Session, packs: Packs) -> None:
    exhibit_id = an_exhibit(session, packs, a_case(session, packs))
    before = session.get_one(Exhibit, exhibit_id).sha256
    exhibits.describe_exhibit(session, exhibit_id, title="Capture du 24 août", description="Une insulte.", now=NOW)
    exhibit = session.get_one(Exhibit, exhibit_id)
    assert (exhibit.number, exhibit.sha256, exhibit.title) == (1, before, "Capture du 24 août")
    with pytest.raises(InvalidInput):
        exhibits.describe_exhibit(session, exhibit_id, title=" ", description="", now=NOW)


@pytest.mark.parametrize("content", [b"", b"x" * 10])
def test_an_empty_or_too_large_file_is_refused(
    session: Session, packs: Packs, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exhibits, "LARGEST", 9)
    with pytest.raises(InvalidInput) as refusal:
        an_exhibit(session, packs, a_case(session, packs), content=content)
    assert refusal.value.field == "content"


def _forbidden(session: Session, packs: Packs, case_id: str, **given: object) -> str:
    with pytest.raises(InvalidInput) as refusal:
        an_exhibit(session, packs, case_id, **given)  # type: ignore[arg-type]  # named fields of the factory
    assert refusal.value.field == "content"
    return refusal.value.sentence


def test_a_file_said_to_show_a_minor_is_never_taken_in_and_the_hotlines_are_named(
    session: Session, packs: Packs
) -> None:
    sentence = _forbidden(session, packs, a_case(session, packs), shows=Shows.MINOR)
    assert all(line in sentence for line in ("PHAROS", "3018", "Point de Contact"))
    assert session.scalars(select(Exhibit)).all() == []


@pytest.mark.parametrize("known_by", ["birth_date", "answer"])
def test_no_trace_of_a_sexual_offence_on_a_minor_is_taken_in_but_papers_are(
    session: Session, packs: Packs, known_by: str
) -> None:
    case_id = a_case(session, packs)
    if known_by == "birth_date":
        a_person(session, case_id, born_on=date(2010, 2, 3))
    else:
        answer_fact(session, case_id, "victim_minor_at_facts", value=True, today=TODAY, now=NOW)
    incident_id = an_incident(session, packs, case_id, offences=(DEEPFAKE,))
    item_id = a_content(session, case_id, incident_id)
    for shows in (Shows.TRACE, Shows.INTIMATE):
        assert "PHAROS" in _forbidden(session, packs, case_id, shows=shows, item_id=item_id)
        assert "PHAROS" in _forbidden(session, packs, case_id, shows=shows)
    an_exhibit(session, packs, case_id, "Récépissé de plainte", shows=Shows.PAPER)


def test_no_file_of_a_content_said_to_show_a_minor_is_taken_in(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id)
    other = a_content(session, case_id, url="https://t.me/canal/613")
    (pasted,) = items.add_links(session, case_id, "https://t.me/canal/614", shows_minor=True, now=NOW)
    assert "PHAROS" in _forbidden(session, packs, case_id, shows=Shows.TRACE, item_id=pasted.item_id)
    assert "PHAROS" in _forbidden(session, packs, case_id, shows=Shows.TRACE)
    an_exhibit(session, packs, case_id, item_id=other)
    an_exhibit(session, packs, case_id, "Récépissé de plainte", shows=Shows.PAPER, item_id=pasted.item_id)


def test_a_minor_insulted_without_anything_sexual_keeps_her_captures(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    a_person(session, case_id, born_on=date(2010, 2, 3))
    insult, sexual = an_incident(session, packs, case_id), an_incident(session, packs, case_id, offences=(DEEPFAKE,))
    an_exhibit(session, packs, case_id, item_id=a_content(session, case_id, insult))
    other = a_content(session, case_id, sexual, url="https://t.me/canal/613")
    assert "PHAROS" in _forbidden(session, packs, case_id, item_id=other)


def test_an_adults_deepfake_can_be_kept_as_a_proof_in_france_and_in_mali_only_on_purpose(
    session: Session, packs: Packs
) -> None:
    french, malian = a_case(session, packs), a_case(session, packs, "Baobab-02", "ml")
    a_person(session, french)
    an_incident(session, packs, french, offences=(DEEPFAKE,))
    an_exhibit(session, packs, french, shows=Shows.INTIMATE)
    assert "Mali" in _forbidden(session, packs, malian, shows=Shows.INTIMATE)
    an_exhibit(session, packs, malian, shows=Shows.TRACE)
