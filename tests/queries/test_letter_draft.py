"""Rédaction: what a letter would say today, what it still lacks, what may go into it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from casedesk.documents.unanswered import unanswered
from casedesk.errors import NotFound
from casedesk.law.facts import Happening
from casedesk.law.pack import Mark, Pack, Question
from casedesk.queries.letter_draft import LetterDraft, Warn, letter_draft
from casedesk.queries.letter_questions import AnswerKind, answer_kind, answer_of
from casedesk.queries.values import ItemState, LetterState, Role
from casedesk.records import Incident, Letter
from casedesk.services import cases, items, letters
from tests.factories import (
    DEEPFAKE,
    INSULT,
    NOW,
    TODAY,
    a_case,
    a_content,
    a_letter,
    a_person,
    an_association,
    an_event,
    an_exhibit,
    an_incident,
    x_post,
)

Packs = Mapping[str, Pack]

TIKTOK = "https://www.tiktok.com/@compte_12/video/7300000000000000000"


def draft(session: Session, packs: Packs, case_id: str, model: str = "plainte_simple") -> LetterDraft:
    session.flush()
    return letter_draft(session, packs, case_id, model, TODAY)


def facts(questions: tuple[Question, ...]) -> set[str]:
    return {question.fact for question in questions}


def test_an_empty_case_is_asked_everything_and_a_full_one_only_the_rest(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    first = draft(session, packs, case_id)
    assert facts(first.missing) == facts(first.model.questions)
    assert not first.ready
    an_association(session)
    a_person(session, case_id)
    incident_id = an_incident(session, packs, case_id, offences=(DEEPFAKE,))
    an_exhibit(session, packs, case_id, item_id=a_content(session, case_id, incident_id))
    a_letter(session, packs, case_id)
    second = draft(session, packs, case_id)
    assert second.ready
    assert not any(question.required for question in second.missing)
    told = {one.question.fact: one.answer for one in second.answered}
    assert told["person.born_on"] == "1998-03-14"
    assert told["incident.when"] == "2026-08-24"
    assert told["answers.court_town"] == "Paris"


@pytest.mark.parametrize("jurisdiction", ["fr", "ml"])
def test_what_is_missing_is_what_the_letter_itself_would_refuse(
    session: Session, packs: Packs, jurisdiction: str
) -> None:
    case_id = a_case(session, packs, jurisdiction=jurisdiction)
    a_person(session, case_id, domiciled_at_association=True, address="")
    an_incident(session, packs, case_id, offences=())
    for model in packs[jurisdiction].letters:
        page = draft(session, packs, case_id, model)
        required = tuple(question for question in page.missing if question.required)
        assert required == unanswered(page.data)


def test_the_contents_are_numbered_over_the_whole_letter_with_their_exhibits(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    for day, title in ((24, "Premier fait"), (26, "Second fait")):
        incident_id = an_incident(session, packs, case_id, title=title, earliest_on=date(2026, 8, day))
        for hour in (8, 9):
            item_id = a_content(session, case_id, incident_id, x_post(datetime(2026, 8, day, hour, tzinfo=UTC)))
            an_exhibit(session, packs, case_id, item_id=item_id)
    data = draft(session, packs, case_id).data
    assert [incident.title for incident in data.incidents] == ["Premier fait", "Second fait"]
    assert [content.number for incident in data.incidents for content in incident.contents] == [1, 2, 3, 4]
    assert [incident.exhibits for incident in data.incidents] == [(1, 2), (3, 4)]
    assert {content.host for incident in data.incidents for content in incident.contents} == {"x.com"}


def test_a_loose_exhibit_shows_the_only_incident_and_a_proof_of_an_event_does_not(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id)
    an_exhibit(session, packs, case_id, "Certificat", content=None)
    proof = an_exhibit(session, packs, case_id, "Récépissé", content=None)
    an_event(session, case_id, Happening.COMPLAINT_REFUSED, date(2026, 9, 2), exhibit_id=proof)
    data = draft(session, packs, case_id).data
    assert data.incidents[0].exhibits == (1,)
    assert [(step.what, step.exhibit) for step in data.steps] == [("complaint_refused", 2)]
    an_incident(session, packs, case_id, title="Autre fait")
    assert [incident.exhibits for incident in draft(session, packs, case_id).data.incidents] == [(), ()]


def test_a_letter_recalls_no_step_taken_after_its_day(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    for day in (date(2026, 9, 2), date(2026, 11, 20)):
        an_event(session, case_id, Happening.COMPLAINT_REFUSED, day)
    data = letter_draft(session, packs, case_id, "plainte_simple", date(2026, 10, 1)).data
    assert [step.when.earliest for step in data.steps if step.when] == [date(2026, 9, 2)]


def test_a_notice_goes_to_one_platform_with_its_own_contents_still_there(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id)
    other = an_incident(session, packs, case_id, title="Autre fait")
    gone, left, second = (
        a_content(session, case_id, incident_id, x_post(datetime(2026, 8, 24, hour, tzinfo=UTC))) for hour in (8, 9, 10)
    )
    a_content(session, case_id, other, TIKTOK)
    items.set_state(session, gone, ItemState.REMOVED, seen_on=TODAY, today=TODAY, now=NOW)
    an_exhibit(session, packs, case_id, item_id=left)
    an_exhibit(session, packs, case_id, "Certificat médical", content=None)
    page = draft(session, packs, case_id, "notification_dsa")
    assert page.data.addressee == packs["fr"].bodies["x"]
    assert {choice.id for choice in page.items if choice.chosen} == {left, second}
    assert [choice.id for choice in page.incidents if choice.chosen] == [incident_id]
    assert [exhibit.number for exhibit in page.data.exhibits] == [1], "a certificate is nobody's business on a platform"
    assert {body.kind for body in page.addressees} == {"platform"}


def test_a_complaint_goes_to_the_prosecutor_and_names_the_platforms(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    a_content(session, case_id, an_incident(session, packs, case_id), TIKTOK)
    page = draft(session, packs, case_id)
    assert page.data.addressee == packs["fr"].bodies["procureur_republique"]
    assert [body.id for body in page.data.providers] == ["tiktok"]


def test_the_day_from_which_connection_data_may_be_gone_is_that_of_what_was_chosen(
    session: Session, packs: Packs
) -> None:
    case_id = a_case(session, packs)
    old = an_incident(session, packs, case_id, earliest_on=date(2026, 3, 1))
    recent = an_incident(session, packs, case_id, title="Plus récent")
    assert draft(session, packs, case_id).data.ip_deletion_on == date(2027, 3, 1)
    letter = session.get_one(Letter, a_letter(session, packs, case_id))
    letter.incident_ids = [recent]
    assert old not in letter.incident_ids
    assert draft(session, packs, case_id).data.ip_deletion_on == date(2027, 8, 24)


def test_mali_has_no_known_day_and_says_to_hurry(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs, jurisdiction="ml")
    an_incident(session, packs, case_id, offences=("chantage",), public=False)
    data = draft(session, packs, case_id, "demande_requisitions").data
    assert (data.ip_deletion_on, data.urgent_retention) == (None, True)
    assert data.addressee == packs["ml"].bodies["pole_cyber"]


def test_each_country_writes_from_its_own_house_or_from_the_only_one(session: Session, packs: Packs) -> None:
    an_association(session)
    malian = a_case(session, packs, "Baobab-02", "ml")
    assert draft(session, packs, malian, "plainte_pole").data.sender.town == "Paris"
    an_association(session, jurisdiction="ml", town="Bamako")
    assert draft(session, packs, malian, "plainte_pole").data.sender.town == "Bamako"
    assert draft(session, packs, a_case(session, packs)).data.sender.town == "Paris"


def test_what_to_look_at_before_issuing_is_said(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    assert {warning.code for warning in draft(session, packs, case_id).warnings} >= {
        Warn.NO_INCIDENT,
        Warn.NO_SHARING_CONSENT,
    }
    a_person(session, case_id, born_on=date(2012, 1, 1))
    incident_id = an_incident(session, packs, case_id, earliest_on=None, offences=())
    an_incident(session, packs, case_id, title="Montage", offences=(DEEPFAKE,))
    page = draft(session, packs, case_id)
    title = "Insultes sous sa photographie"
    told = {(warning.code, warning.about) for warning in page.warnings}
    assert {(Warn.MINOR, ""), (Warn.HOME_ADDRESS, "")} <= told
    assert {(Warn.NO_OFFENCE, title), (Warn.NO_DAY, title), (Warn.NO_EXHIBIT, title)} <= told
    assert any(warning.code is Warn.DOUBT for warning in page.warnings)
    assert page.data.minor_concerned
    session.flush()
    cases.update_case(session, case_id, 1, today=TODAY, now=NOW, consent_sharing_on=TODAY)
    an_exhibit(session, packs, case_id, item_id=a_content(session, case_id, incident_id))
    left = {warning.code for warning in draft(session, packs, case_id).warnings if warning.about in {"", title}}
    assert left & {Warn.NO_SHARING_CONSENT, Warn.NO_INCIDENT} == set()


def test_what_a_notice_would_tell_a_platform_of_her_is_said(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    a_person(session, case_id, given_name="Louise", family_name="Morvan", address="3 impasse du Secret\n35200 Rennes")
    incident_id = an_incident(session, packs, case_id)
    elsewhere, on_x = a_content(session, case_id, incident_id, TIKTOK), a_content(session, case_id, incident_id)
    letter_id = letters.start(session, packs, case_id, "notification_dsa", today=TODAY, now=NOW)
    letter = session.get_one(Letter, letter_id)
    letter.incident_ids, letter.item_ids = [incident_id], [elsewhere, on_x]
    letter.answers = {
        "addressee": "x",
        "answers.search_words": "louise morvan, #exemple",
        "answers.danger": "on la cherche au 3 impasse du Secret",
    }
    told = {(one.code, one.about) for one in draft(session, packs, case_id, "notification_dsa").warnings}
    assert {(Warn.TELLS_WHO, about) for about in ("Louise", "Morvan", "3 impasse du Secret")} <= told
    assert (Warn.OTHER_PLATFORM, "www.tiktok.com") in told
    letter.answers = {**letter.answers, "answers.signed_by": "personne"}
    letter.item_ids = [on_x]
    left = {(one.code, one.about) for one in draft(session, packs, case_id, "notification_dsa").warnings}
    assert {one for one in left if one[0] in {Warn.TELLS_WHO, Warn.OTHER_PLATFORM}} == {
        (Warn.TELLS_WHO, "3 impasse du Secret")
    }
    letter.answers = {"addressee": "x", "answers.search_words": "louiselle, la morvandelle"}
    assert Warn.TELLS_WHO not in {one.code for one in draft(session, packs, case_id, "notification_dsa").warnings}


def test_the_last_draft_is_taken_up_again_and_another_can_be_named(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    first = a_letter(session, packs, case_id)
    session.flush()
    assert draft(session, packs, case_id).letter_id == first
    letter = session.get_one(Letter, first)
    letter.state = LetterState.SENT.value
    assert draft(session, packs, case_id).letter_id == ""
    named = letter_draft(session, packs, case_id, "plainte_simple", TODAY, letter_id=first)
    assert (named.letter_id, named.state) == (first, LetterState.SENT)
    for model, letter_id in (("notification_dsa", first), ("plainte_pole", None), ("plainte_simple", "0" * 32)):
        with pytest.raises(NotFound):
            letter_draft(session, packs, case_id, model, TODAY, letter_id=letter_id)


def test_the_offences_are_those_of_the_incidents_chosen_in_the_order_of_the_law(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, offences=(INSULT,))
    an_incident(session, packs, case_id, title="Montage", offences=(DEEPFAKE, INSULT))
    order = list(packs["fr"].offences)
    assert [offence.id for offence in draft(session, packs, case_id).data.offences] == sorted(
        (INSULT, DEEPFAKE), key=order.index
    )


def test_the_heavier_penalty_is_that_of_the_facts_of_the_incidents_chosen(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    an_incident(session, packs, case_id, online=False, offences=("harcelement_cyber", "menace_mort"))
    told = draft(session, packs, case_id).data
    assert told.heavier == {}
    an_incident(session, packs, case_id, title="En ligne", online=True, offences=("harcelement_cyber",))
    told = draft(session, packs, case_id).data
    assert {name: tier.any_of for name, tier in told.heavier.items()} == {"harcelement_cyber": ("online",)}
    an_incident(session, packs, case_id, title="Soins", online=True, incapacity_days=9, offences=("harcelement_cyber",))
    told = draft(session, packs, case_id).data
    assert told.heavier["harcelement_cyber"].at_least == 2


def test_a_heavier_penalty_that_nobody_read_gives_way_to_one_that_was(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    incident_id = an_incident(session, packs, case_id, offences=("menace_condition",))
    incident = session.get_one(Incident, incident_id)
    incident.answers = {"partner_or_former": True, "death_threat": True}
    tier = draft(session, packs, case_id).data.heavier["menace_condition"]
    assert (tier.any_of, tier.citation.mark) == (("death_threat",), Mark.VERIFIED)
    incident.answers = {"partner_or_former": True, "death_threat": True, "still_together": True}
    tier = draft(session, packs, case_id).data.heavier["menace_condition"]
    assert tier.any_of == ("death_threat", "partner_or_former", "still_together")


def test_an_author_without_a_name_is_named_by_the_accounts(session: Session, packs: Packs) -> None:
    case_id = a_case(session, packs)
    a_person(session, case_id, Role.AUTHOR, accounts=("compte_8841", "compte_12"))
    told = {one.question.fact: one.answer for one in draft(session, packs, case_id).answered}
    assert told["authors"] == "compte_8841, compte_12"


@pytest.mark.parametrize(
    ("fact", "example", "kind"),
    [
        ("person.born_on", "14 mars 1998", AnswerKind.DAY),
        ("person.address", "12 rue des Lilas", AnswerKind.LINES),
        ("incident.when", "20 novembre 2026", AnswerKind.WHEN),
        ("incident.incapacity_days", "5", AnswerKind.NUMBER),
        ("answers.wishes_lawyer", "oui", AnswerKind.YES_NO),
        ("answers.court_town", "Lyon", AnswerKind.TEXT),
        ("content.url", "https://x.com/i/status/1", AnswerKind.CONTENTS),
        ("addressee", "X", AnswerKind.ADDRESSEE),
        ("offences", "injure", AnswerKind.OFFENCES),
        ("person.given_name", "oui", AnswerKind.TEXT),
    ],
)
def test_each_question_says_how_it_is_answered(fact: str, example: str, kind: AnswerKind) -> None:
    assert answer_kind(Question(fact, "?", example)) is kind


_ANSWERED_HERE = {"answers", "person", "sender", "incident", "addressee", "events", "about"}


def test_every_question_of_every_letter_can_be_answered_somewhere(packs: Packs) -> None:
    for pack in packs.values():
        for model in pack.letters.values():
            for question in model.questions:
                kind = answer_kind(question)
                room = question.fact.partition(".")[0]
                elsewhere = {AnswerKind.OFFENCES, AnswerKind.PEOPLE, AnswerKind.CONTENTS, AnswerKind.EXHIBITS}
                assert (kind in elsewhere) == (room not in _ANSWERED_HERE)


def test_a_question_no_letter_can_answer_is_a_fault_of_the_law_folder(session: Session, packs: Packs) -> None:
    data = draft(session, packs, a_case(session, packs)).data
    with pytest.raises(LookupError):
        answer_of(data, "weather")
    with pytest.raises(TypeError):
        answer_of(replace(data, person=replace(data.person, phone=b"06")), "person.phone")  # type: ignore[arg-type]


def test_a_sheet_for_nobody_of_the_directory_is_not_said_to_lack_an_addressee(session: Session, packs: Packs) -> None:
    page = draft(session, packs, a_case(session, packs), "dossier_silence")
    assert page.data.addressee is None
    assert Warn.NO_ADDRESSEE not in {warning.code for warning in page.warnings}
