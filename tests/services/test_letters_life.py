"""The life of a letter once it left: sent, received, answered, reminded of; what starts and stops clocks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.facts import Happening
from casedesk.law.pack import Mark, Pack
from casedesk.queries.case_sheet import case_sheet
from casedesk.queries.letter_life import NextStep
from casedesk.queries.letter_rows import LetterRow
from casedesk.queries.silence import SILENCE_FILE
from casedesk.records import Case, Channel, Event, Letter, LetterState
from casedesk.services import cases, letters
from tests.factories import DEEPFAKE, TODAY, actions, an_exhibit
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


# Silence


def test_a_letter_whose_answer_is_late_is_silent_and_a_reminder_is_proposed(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    bench.back("mark_received", letter)
    assert (row(bench, letter).silent, row(bench, letter).next) == (False, NextStep.ANSWER)
    bench.go_to(date(2027, 1, 4))
    late = row(bench, letter)
    assert (late.silent, late.next, late.days, late.reminder) == (True, NextStep.REMIND, 44, "relance")
    assert row(bench, letter) == case_sheet(bench.session, bench.packs, bench.case_id, bench.today).letters[0]


def test_the_silence_of_a_prosecutor_opens_a_way(bench: LetterBench) -> None:
    letter = bench.sent(COMPLAINT)
    bench.go_to(date(2027, 3, 1))
    assert row(bench, letter).silent
    (silence,) = bench.draft(letter).data.silences
    assert (silence.letter.sent_on, silence.letter.days, silence.letter.way) == (TODAY, 100, "lrar")
    (rule,) = silence.rules
    assert (rule.past, rule.mark, "85" in rule.article) == (True, Mark.VERIFIED, True)


def test_the_file_of_silence_tells_the_proof_the_receipt_and_the_reminders(bench: LetterBench) -> None:
    proof = an_exhibit(bench.session, bench.packs, bench.case_id, "Avis de réception", content=None)
    letter = bench.sent(ERASURE, reference="1A 7")
    bench.go_to(TODAY + timedelta(days=2))
    bench.back("mark_received", letter, exhibit_id=proof)
    bench.go_to(date(2027, 1, 4))
    reminder_id = letters.remind(bench.session, bench.packs, letter.id, now=bench.now)
    reminder = bench.session.get_one(Letter, reminder_id)
    reminder.state, reminder.sent_on, reminder.tracking = LetterState.SENT.value, bench.today, "1A 8"
    bench.go_to(date(2027, 1, 20))
    whole = bench.ready(SILENCE_FILE)
    (silence,) = bench.draft(whole).data.silences
    number = bench.draft(whole).exhibits[-1].number
    assert (silence.letter.number, silence.letter.proof, silence.letter.received_on) == (
        "1A 7",
        number,
        TODAY + timedelta(days=2),
    )
    assert [(one.number, one.days) for one in silence.reminders] == [("1A 8", 16)]
    whole.exhibit_ids = []
    assert bench.draft(whole).data.silences[0].letter.proof is None  # a proof that is not joined is not cited
    bench.back("mark_answered", letter, what=None)
    assert bench.draft(whole).data.silences == ()


@pytest.mark.parametrize("country", ["fr", "ml"])
def test_the_file_of_silence_is_issued_like_any_letter_and_says_the_rule(
    session: Session, packs: Packs, country: str
) -> None:
    offences = {"fr": (DEEPFAKE,), "ml": ("chantage",)}[country]
    bench = LetterBench(session, packs, jurisdiction=country, offences=offences)
    model = {"fr": COMPLAINT, "ml": "plainte_pole"}[country]
    proof = an_exhibit(session, packs, bench.case_id, "Avis de dépôt", content=None)
    bench.sent(model, reference="1A 200 300", exhibit_id=proof)
    bench.go_to(date(2027, 3, 1))
    file = bench.issue(bench.ready(SILENCE_FILE))
    said = file.text.replace("\u00a0", " ").replace("\u202f", " ")
    for words in ("1A 200 300", "100 jours", "21 novembre 2026", {"fr": "article 85", "ml": "article 177"}[country]):
        assert words in said, words
    assert file.pdf_sha256


# Reminded of, and written anew


def test_a_reminder_is_about_the_same_contents_and_says_which_letter(bench: LetterBench) -> None:
    proof = an_exhibit(bench.session, bench.packs, bench.case_id, "Accusé de réception", content=None)
    letter = bench.sent(ERASURE, exhibit_id=proof)
    bench.go_to(date(2027, 1, 4))
    reminder_id = letters.remind(bench.session, bench.packs, letter.id, now=bench.now)
    reminder = bench.session.get_one(Letter, reminder_id)
    assert (reminder.model, reminder.state, reminder.about_id) == ("relance", LetterState.DRAFT, letter.id)
    assert (reminder.item_ids, reminder.exhibit_ids) == (letter.item_ids, [proof])
    about = bench.draft(reminder).data.about
    assert about is not None
    assert (about.title, about.sent_on, about.days) == (letter.title, TODAY, 44)
    assert letters.remind(bench.session, bench.packs, letter.id, now=bench.now) == reminder_id  # taken up, not twice
    assert row(bench, reminder).about == letter.title


def test_several_silent_letters_are_reminded_of_in_one_gesture(bench: LetterBench) -> None:
    first, second = bench.sent(ERASURE), bench.sent(COMPLAINT)
    bench.go_to(date(2027, 3, 1))
    if not bench.draft(second).reminder:
        with pytest.raises(InvalidInput):
            letters.remind_all(bench.session, bench.packs, [first.id, second.id], now=bench.now)
        second = bench.sent(ERASURE)
    made = letters.remind_all(bench.session, bench.packs, [first.id, second.id], now=bench.now)
    assert [bench.session.get_one(Letter, one).about_id for one in made] == [first.id, second.id]


def test_only_a_letter_that_waits_for_an_answer_is_reminded_of(bench: LetterBench) -> None:
    letter = bench.issue(bench.ready(ERASURE))
    with pytest.raises(Conflict):
        letters.remind(bench.session, bench.packs, letter.id, now=bench.now)
    bench.send(letter)
    bench.back("mark_answered", letter, what=None)
    with pytest.raises(Conflict):
        letters.remind(bench.session, bench.packs, letter.id, now=bench.now)
    with pytest.raises(NotFound):
        letters.remind(bench.session, bench.packs, "0" * 32, now=bench.now)


def test_a_letter_begun_anew_leaves_the_one_that_was_sent_as_it_is(bench: LetterBench) -> None:
    letter = bench.sent(COMPLAINT)
    before = {name: getattr(letter, name) for name in (column.name for column in Letter.__table__.columns)}
    again = bench.session.get_one(Letter, letters.copy_letter(bench.session, bench.packs, letter.id, now=bench.now))
    assert (again.about_id, again.model, again.state) == (letter.id, letter.model, LetterState.DRAFT)
    assert (again.item_ids, again.exhibit_ids) == (letter.item_ids, letter.exhibit_ids)
    assert again.answers["answers.sending_way"] == letter.answers["answers.sending_way"]
    bench.answer(again, "answers.witnesses", "Inès Durand")
    bench.complete(again)
    bench.issue(again)
    bench.session.expire_all()
    assert {name: getattr(letter, name) for name in before} == before
    assert again.text != letter.text


def test_a_draft_is_not_begun_anew(bench: LetterBench) -> None:
    with pytest.raises(Conflict):
        letters.copy_letter(bench.session, bench.packs, bench.ready(COMPLAINT).id, now=bench.now)


def test_a_reminder_begun_anew_reminds_of_the_same_letter(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    bench.go_to(date(2027, 1, 4))
    reminder = bench.session.get_one(Letter, letters.remind(bench.session, bench.packs, letter.id, now=bench.now))
    reminder.state = LetterState.ISSUED.value
    again = letters.copy_letter(bench.session, bench.packs, reminder.id, now=bench.now)
    assert bench.session.get_one(Letter, again).about_id == letter.id


# Numbers of exhibits


def test_the_exhibits_of_an_issued_letter_keep_their_numbers_whatever_comes_after(bench: LetterBench) -> None:
    letter = bench.issue(bench.ready(COMPLAINT))
    frozen = [(one["number"], one["title"]) for one in letter.data["exhibits"]]
    for title in ("Une deuxième capture", "Une troisième"):
        an_exhibit(bench.session, bench.packs, bench.case_id, title)
    draft = bench.draft(bench.ready(NOTICE))
    assert [(one.number, one.label) for one in draft.exhibits][: len(frozen)] == frozen
    assert [one.number for one in draft.exhibits] == [1, 2, 3]


def test_an_exhibit_is_withdrawn_from_a_draft_and_stays_in_the_case(bench: LetterBench) -> None:
    letter = bench.ready(COMPLAINT)
    letters.choose(
        bench.session,
        letter.id,
        letter.version,
        incident_ids=letter.incident_ids,
        item_ids=letter.item_ids,
        exhibit_ids=[],
        now=bench.now,
    )
    draft = bench.draft(letter)
    assert (draft.data.exhibits, [(one.number, one.chosen) for one in draft.exhibits]) == ((), [(1, False)])


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
