"""The life of a letter once it left: sent, received, answered; what starts and stops clocks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import case_sheet
from casedesk.queries.letter_life import NextStep
from casedesk.queries.letter_rows import LetterRow
from casedesk.records import Case, Channel, Event, Letter, LetterState
from casedesk.services import cases, letters
from tests.factories import TODAY, actions, an_exhibit
from tests.services.letter_bench import LetterBench

Packs = Mapping[str, Pack]

ERASURE, NOTICE, COMPLAINT = "effacement_rgpd", "notification_dsa", "plainte_simple"


@pytest.fixture
def bench(session: Session, packs: Packs) -> LetterBench:
    return LetterBench(session, packs)


def row(bench: LetterBench, letter: Letter) -> LetterRow:
    """Read the row of a letter in its case."""
    bench.session.flush()
    sheet = case_sheet(bench.session, bench.packs, bench.case_id, bench.today)
    return next(one for one in sheet.letters if one.id == letter.id)


def answered_by(packs: Packs, model: str, *answers: Happening) -> Packs:
    """Say which events answer a letter."""
    fr = packs["fr"]
    return {**packs, "fr": replace(fr, letters={**fr.letters, model: replace(fr.letters[model], answers=answers)})}


# Sent


def test_a_letter_sent_says_how_and_under_what_number(bench: LetterBench) -> None:
    letter = bench.sent(COMPLAINT, reference=" 1A 200 ", on=TODAY)
    assert (letter.state, letter.channel, letter.tracking) == (LetterState.SENT, Channel.LRAR, "1A 200")
    shown = row(bench, letter)
    assert (shown.channel, shown.tracking, shown.days, shown.next) == (Channel.LRAR, "1A 200", 0, NextStep.RECEIVE)
    assert shown.to == bench.packs["fr"].bodies["procureur_republique"].name


def test_the_sending_of_a_letter_starts_the_clock_its_model_names(bench: LetterBench) -> None:
    letter = bench.issue(bench.ready(COMPLAINT))
    assert bench.happenings() == []
    event_id = bench.send(letter)
    assert bench.happenings() == ["complaint_prosecutor"]
    assert bench.clocks(event_id)["civil_party_gate"] is False


def test_what_is_lodged_against_a_receipt_is_received_the_same_day(bench: LetterBench) -> None:
    proof = an_exhibit(bench.session, bench.packs, bench.case_id, "Récépissé", content=None)
    letter = bench.sent(ERASURE, channel=Channel.RECEIPT, exhibit_id=proof)
    assert (letter.state, letter.received_on) == (LetterState.RECEIVED, TODAY)
    assert letter.proofs == {"sent": proof, "received": proof}
    assert bench.happenings().count("gdpr_request_received") == 1


def test_several_letters_leave_together_or_none_does(bench: LetterBench) -> None:
    first, second = bench.issue(bench.ready(NOTICE)), bench.ready(COMPLAINT)
    told: dict[str, Any] = {"on": TODAY, "channel": Channel.FORM, "today": TODAY, "now": bench.now}
    with pytest.raises(Conflict), bench.session.begin_nested():
        letters.mark_all_sent(bench.session, bench.packs, [first.id, second.id], **told)
    bench.session.expire_all()
    assert (first.state, bench.happenings()) == (LetterState.ISSUED, [])
    bench.issue(second)
    letters.mark_all_sent(bench.session, bench.packs, [first.id, second.id], references={first.id: "X-1"}, **told)
    assert [(one.state, one.tracking) for one in (first, second)] == [("sent", "X-1"), ("sent", "")]
    assert sorted(bench.happenings()) == ["complaint_prosecutor", "notice_sent"]


# Received


def test_the_receipt_of_a_letter_starts_the_clock_that_runs_from_it(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE, on=TODAY)
    bench.go_to(TODAY + timedelta(days=4))
    proof = an_exhibit(bench.session, bench.packs, bench.case_id, "Avis de réception", content=None)
    event_id = bench.back("mark_received", letter, exhibit_id=proof)
    event = bench.session.get_one(Event, event_id)
    assert (event.what, event.letter_id, event.exhibit_id) == ("gdpr_request_received", letter.id, proof)
    assert (letter.state, letter.received_on) == (LetterState.RECEIVED, bench.today)
    assert bench.clocks(event_id)["gdpr_reply_1m"] is False
    assert actions(bench.session)[-2:] == ["letter.received", "event.added"]


@pytest.mark.parametrize(("gesture", "told"), [("mark_received", {}), ("mark_answered", {"what": None})])
def test_nothing_comes_back_of_a_letter_before_it_left_nor_tomorrow(
    bench: LetterBench, gesture: str, told: dict[str, Any]
) -> None:
    letter = bench.issue(bench.ready(ERASURE))
    with pytest.raises(Conflict):
        bench.back(gesture, letter, **told)
    bench.send(letter)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(InvalidInput) as refusal:
            bench.back(gesture, letter, on=day, **told)
        assert refusal.value.field == "on"
    assert (letter.state, letter.received_on, letter.answered_on) == (LetterState.SENT, None, None)


# Answered


def test_an_answer_stops_the_clock_and_ends_the_letter(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    received = bench.back("mark_received", letter)
    assert bench.clocks(received)["gdpr_reply_1m"] is False
    bench.go_to(TODAY + timedelta(days=12))
    proof = an_exhibit(bench.session, bench.packs, bench.case_id, "Réponse", content=None)
    bench.back("mark_answered", letter, what=Happening.GDPR_REPLY_RECEIVED, exhibit_id=proof, note=" refus\npartiel ")
    assert bench.clocks(received)["gdpr_reply_1m"] is True
    assert (letter.state, letter.answer, letter.answer_note) == ("answered", "gdpr_reply_received", "refus\npartiel")
    assert letter.proofs["answered"] == proof
    assert (row(bench, letter).next, row(bench, letter).answer) == (NextStep.NOTHING, Happening.GDPR_REPLY_RECEIVED)
    with pytest.raises(Conflict):
        bench.back("mark_answered", letter, what=None)


def test_an_answer_the_law_counts_nothing_from_is_noted_without_an_event(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    before = bench.happenings()
    assert bench.back("mark_answered", letter, what=None, note="une lettre type") == ""
    assert (letter.state, letter.answer, letter.answer_note) == (LetterState.ANSWERED, "", "une lettre type")
    assert bench.happenings() == before


def test_what_answers_another_letter_does_not_answer_this_one(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    with pytest.raises(InvalidInput) as refusal:
        bench.back("mark_answered", letter, what=Happening.JUDGMENT)
    assert (refusal.value.field, letter.state) == ("what", LetterState.SENT)


def test_an_acknowledgement_shows_that_a_letter_arrived_and_the_answer_is_still_owed(bench: LetterBench) -> None:
    letter = bench.issue(bench.ready(NOTICE))
    sent = bench.send(letter, channel=Channel.FORM)
    bench.packs = answered_by(bench.packs, NOTICE, Happening.NOTICE_ACKNOWLEDGED, Happening.PLATFORM_DECISION)
    bench.back("mark_answered", letter, what=Happening.NOTICE_ACKNOWLEDGED)
    assert (letter.state, letter.received_on, letter.answered_on) == (LetterState.RECEIVED, TODAY, None)
    clocks = bench.clocks(sent)
    assert (clocks["dsa_notice_ack"], clocks["dsa_notice_target"]) == (True, False)
    bench.back("mark_answered", letter, what=Happening.PLATFORM_DECISION)
    assert letter.state == LetterState.ANSWERED
    assert bench.clocks(sent)["dsa_notice_target"] is True


def test_an_answer_concerns_what_the_letter_was_about_and_nothing_else(bench: LetterBench) -> None:
    first, second = bench.sent(NOTICE), bench.sent(NOTICE)
    second_sent = bench.session.scalars(select(Event.id).where(Event.letter_id == second.id)).one()
    letter_items = list(second.item_ids)
    assert letter_items == first.item_ids  # the same content: the answer to one is the answer to the other
    bench.back("mark_answered", first, what=Happening.CONTENT_REMOVED)
    assert bench.clocks(second_sent)["dsa_notice_target"] is True


# Noted by mistake


def test_an_answer_noted_by_mistake_is_taken_back_and_its_clock_runs_again(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    received = bench.back("mark_received", letter)
    bench.back("mark_answered", letter, what=Happening.GDPR_REPLY_RECEIVED)
    letters.correct(bench.session, bench.packs, letter.id, now=bench.now)
    assert (letter.state, letter.answer, letter.answered_on) == (LetterState.RECEIVED, "", None)
    assert bench.clocks(received)["gdpr_reply_1m"] is False
    letters.correct(bench.session, bench.packs, letter.id, now=bench.now)
    assert (letter.state, letter.received_on, letter.proofs) == (LetterState.SENT, None, {})
    assert bench.happenings() == ["gdpr_request_sent"]
    with pytest.raises(Conflict):
        letters.correct(bench.session, bench.packs, letter.id, now=bench.now)
    assert actions(bench.session)[-1] == "letter.corrected"


def test_nothing_comes_back_in_a_closed_case(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    version = bench.session.get_one(Case, bench.case_id).version
    cases.close_case(bench.session, bench.case_id, version, on=TODAY, now=bench.now)
    bench.session.flush()
    gestures: tuple[Callable[[], object], ...] = (
        lambda: bench.back("mark_received", letter),
        lambda: bench.back("mark_answered", letter, what=None),
        lambda: letters.remind(bench.session, bench.packs, letter.id, now=bench.now),
        lambda: letters.copy_letter(bench.session, bench.packs, letter.id, now=bench.now),
    )
    for gesture in gestures:
        with pytest.raises(Conflict):
            gesture()
