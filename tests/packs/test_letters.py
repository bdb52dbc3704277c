"""The letters: what each asks is a thing a letter can be told, and asks what the law wants said."""

from dataclasses import fields

import pytest

from casedesk.law.facts import Happening
from casedesk.law.pack import LetterModel
from casedesk.queries.letter_data import ContentLine, IncidentLine, LetterData, Party, Sender
from tests.packs.jurisdictions import FRANCE, MALI, PACKS

MODELS = [letter for pack in PACKS.values() for letter in pack.letters.values()]
ROOMS = {"person": Party, "sender": Sender, "incident": IncidentLine, "content": ContentLine}
WHOLE = {"addressee", "authors", "representatives", "offences", "exhibits", "providers"}


def required(letter: LetterModel) -> set[str]:
    return {question.fact for question in letter.questions if question.required}


def test_the_five_letters_are_there_and_record_what_their_sending_does() -> None:
    records = {(pack.id, letter.id): letter.records for pack in PACKS.values() for letter in pack.letters.values()}
    assert records == {
        ("fr", "plainte_simple"): Happening.COMPLAINT_PROSECUTOR,
        ("fr", "demande_requisitions"): Happening.REQUISITION_REQUESTED,
        ("fr", "notification_dsa"): Happening.NOTICE_SENT,
        ("ml", "plainte_pole"): Happening.COMPLAINT_PROSECUTOR,
        ("ml", "demande_requisitions"): Happening.REQUISITION_REQUESTED,
    }


@pytest.mark.parametrize("letter", MODELS, ids=lambda letter: letter.id)
def test_every_question_is_about_something_a_letter_can_be_told(letter: LetterModel) -> None:
    asked = [question.fact for question in letter.questions]
    assert len(asked) == len(set(asked))
    for fact in asked:
        room, _dot, name = fact.partition(".")
        if room in ROOMS:
            assert name in {field.name for field in fields(ROOMS[room])}, fact
        else:
            assert room == "answers" or fact in WHOLE & {field.name for field in fields(LetterData)}, fact


@pytest.mark.parametrize("letter", MODELS, ids=lambda letter: letter.id)
def test_every_question_is_a_sentence_with_an_example(letter: LetterModel) -> None:
    for question in letter.questions:
        assert "\u00a0?" in question.ask
        assert question.example


@pytest.mark.parametrize("letter", MODELS, ids=lambda letter: letter.id)
def test_the_template_of_a_letter_is_beside_its_pack(letter: LetterModel) -> None:
    assert letter.template.is_file()


def test_a_complaint_asks_who_complains_of_what_and_how_it_is_sent() -> None:
    for letter in (FRANCE.letters["plainte_simple"], MALI.letters["plainte_pole"]):
        assert required(letter) >= {
            "person.given_name",
            "person.family_name",
            "person.born_on",
            "person.birth_place",
            "person.nationality",
            "person.profession",
            "person.address",
            "incident.account_of_facts",
            "incident.when",
            "offences",
            "answers.sending_way",
            "sender.name",
        }


def test_a_notice_asks_the_four_things_of_article_16_and_not_her_name() -> None:
    notice = FRANCE.letters["notification_dsa"]
    assert required(notice) >= {
        "answers.explanation",
        "content.url",
        "sender.name",
        "sender.email",
        "answers.good_faith",
    }
    assert not [question.fact for question in notice.questions if question.fact.startswith("person.")]


def test_a_request_for_requisitions_asks_for_the_complaint_it_goes_with() -> None:
    for pack in PACKS.values():
        assert "answers.complaint_reference" in required(pack.letters["demande_requisitions"])


def test_the_town_of_the_court_is_asked_in_france_and_settled_in_mali() -> None:
    assert "answers.court_town" in required(FRANCE.letters["plainte_simple"])
    assert "answers.court_town" in required(FRANCE.letters["demande_requisitions"])
    assert {letter.addressee for letter in MALI.letters.values()} == {"pole_cyber"}
