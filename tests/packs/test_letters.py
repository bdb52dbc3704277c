"""The letters: what each asks is a thing a letter can be told, and asks what the law wants said."""

from dataclasses import fields

import pytest

from casedesk.law.facts import Happening
from casedesk.law.pack import LetterModel, Reader
from casedesk.queries.letter_data import ContentLine, IncidentLine, LetterData, Party, Sender
from tests.packs.jurisdictions import FRANCE, MALI, PACKS

MODELS = [letter for pack in PACKS.values() for letter in pack.letters.values()]
ROOMS = {"person": Party, "sender": Sender, "incident": IncidentLine, "content": ContentLine}
WHOLE = {"addressee", "authors", "representatives", "offences", "exhibits", "providers", "about"}
STARTS = {
    "plainte_simple": Happening.COMPLAINT_PROSECUTOR,
    "plainte_pole": Happening.COMPLAINT_PROSECUTOR,
    "transmission_parquet": Happening.COPY_TO_PROSECUTOR,
    "copie_parquet": Happening.COPY_TO_PROSECUTOR,
    "demande_requisitions": Happening.REQUISITION_REQUESTED,
    "notification_dsa": Happening.NOTICE_SENT,
    "reclamation_interne": Happening.INTERNAL_COMPLAINT_SENT,
    "recours_procureur_general": Happening.GENERAL_PROSECUTOR_APPEAL,
    "plainte_partie_civile": Happening.CIVIL_PARTY_COMPLAINT,
    "changement_adresse": Happening.ADDRESS_CHANGE_SENT,
    "saisine_civi": Happening.COMPENSATION_REQUESTED,
    "plainte_arcom": Happening.COORDINATOR_COMPLAINT,
}


def required(letter: LetterModel) -> set[str]:
    return {question.fact for question in letter.questions if question.required}


def test_the_letters_that_start_clocks_record_what_their_sending_does() -> None:
    for pack in PACKS.values():
        for letter, records in STARTS.items():
            if letter in pack.letters:
                assert pack.letters[letter].records is records, letter


def test_every_event_a_letter_writes_or_awaits_is_one_its_jurisdiction_knows_a_rule_or_a_word_for() -> None:
    for pack in PACKS.values():
        for letter in pack.letters.values():
            events = {letter.records, letter.received, *letter.answers} - {None}
            assert not events & {Happening.OFFENCE, Happening.PUBLICATION, Happening.CONNECTION}, letter.id


def test_the_catalogue_holds_thirty_letters_for_france_and_sixteen_for_mali() -> None:
    assert len(FRANCE.letters) >= 30
    assert len(MALI.letters) >= 16


@pytest.mark.parametrize("letter", MODELS, ids=lambda letter: letter.id)
def test_whatever_a_platform_or_an_author_reads_is_read_by_the_other_side(letter: LetterModel) -> None:
    if letter.addressee == "platform":
        assert letter.reader is Reader.OTHER_SIDE


@pytest.mark.parametrize("letter", MODELS, ids=lambda letter: letter.id)
def test_every_question_is_about_something_a_letter_can_be_told(letter: LetterModel) -> None:
    asked = [question.fact for question in letter.questions]
    assert len(asked) == len(set(asked))
    for fact in asked:
        room, _dot, name = fact.partition(".")
        if room in ROOMS:
            assert name in {field.name for field in fields(ROOMS[room])}, fact
        else:
            assert room in {"answers", "events"} or fact in WHOLE & {field.name for field in fields(LetterData)}, fact


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
    assert MALI.letters["plainte_pole"].addressee == MALI.letters["demande_requisitions"].addressee == "pole_cyber"
