"""A letter that nobody answers, or written again: what its silence opens, its reminder, what stays as it was."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.pack import Mark, Pack
from casedesk.queries.case_sheet import case_sheet
from casedesk.queries.letter_life import NextStep
from casedesk.queries.letter_rows import LetterRow
from casedesk.queries.silence import SILENCE_FILE
from casedesk.records import Letter, LetterState
from casedesk.services import letters
from tests.factories import DEEPFAKE, TODAY, an_exhibit
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


def test_several_silent_letters_are_reminded_of_in_one_gesture_or_none_is(bench: LetterBench) -> None:
    first, second, answered = bench.sent(ERASURE), bench.sent(NOTICE), bench.sent(ERASURE)
    bench.back("mark_answered", answered, what=None)
    with pytest.raises(Conflict), bench.session.begin_nested():
        letters.remind_all(bench.session, bench.packs, [first.id, answered.id], now=bench.now)
    assert bench.session.scalars(select(Letter.id).where(Letter.model == "relance")).all() == []
    made = letters.remind_all(bench.session, bench.packs, [first.id, second.id], now=bench.now)
    assert [bench.session.get_one(Letter, one).about_id for one in made] == [first.id, second.id]


def test_a_letter_for_which_no_reminder_is_foreseen_is_not_reminded_of(bench: LetterBench) -> None:
    letter = bench.sent(ERASURE)
    fr = bench.packs["fr"]
    for reminder, refusal in (("", InvalidInput), ("a_letter_of_before", NotFound)):
        model = replace(fr.letters[ERASURE], reminder=reminder)
        bench.packs = {**bench.packs, "fr": replace(fr, letters={**fr.letters, ERASURE: model})}
        with pytest.raises(refusal):
            letters.remind(bench.session, bench.packs, letter.id, now=bench.now)


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
