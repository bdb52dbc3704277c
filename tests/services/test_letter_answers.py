"""Answers to a letter that belong to its case: shared by its letters, or a step of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import InvalidInput
from casedesk.law.facts import Happening
from casedesk.law.pack import Pack, Question
from casedesk.law.when import When
from casedesk.queries.letter_questions import answer_of
from casedesk.records import Case, Event, Letter
from tests.factories import TODAY, actions, an_event
from tests.services.letter_bench import LetterBench

Packs = Mapping[str, Pack]

DECISION = "events.platform_decision"


@pytest.fixture
def bench(session: Session, packs: Packs) -> LetterBench:
    """A case whose complaint also asks when the platform decided, and when the hearing is."""
    fr = packs["fr"]
    model = fr.letters["plainte_simple"]
    asked = [Question(fact, "Quand ?", "3 novembre 2026", required=False) for fact in (DECISION, "events.hearing")]
    asked.append(Question("events.offence", "Quand ?", "3 novembre 2026", required=False))
    asked.append(Question("about", "Quel courrier ?", "", required=False))
    letters = {**fr.letters, model.id: replace(model, questions=(*model.questions, *asked))}
    return LetterBench(session, {**packs, "fr": replace(fr, letters=letters)})


@pytest.fixture
def letter(bench: LetterBench) -> Letter:
    return bench.ready("plainte_simple")


def steps(bench: LetterBench) -> list[tuple[str, date | None, date | None]]:
    found = bench.session.scalars(select(Event).order_by(Event.earliest_on))
    return [(event.what, event.earliest_on, event.latest_on) for event in found]


def test_an_answer_all_letters_share_is_asked_once_for_the_case(bench: LetterBench, letter: Letter) -> None:
    bench.answer(letter, "answers.court_town", " Rennes ")
    case = bench.session.get_one(Case, bench.case_id)
    assert case.letter_answers["answers.court_town"] == "Rennes"
    assert "answers.court_town" not in letter.answers
    other = bench.ready("demande_requisitions")
    assert bench.draft(other).data.answers["court_town"] == "Rennes"
    bench.answer(other, "answers.court_town", None)
    assert "answers.court_town" not in case.letter_answers
    assert "answers.court_town" in {question.fact for question in bench.draft(letter).missing}
    assert actions(bench.session)[-2:] == ["case.answered", "letter.answered"]


def test_a_shared_answer_that_changes_leaves_the_letters_that_left_as_they_are(
    bench: LetterBench, letter: Letter
) -> None:
    bench.answer(letter, "answers.court_town", "Rennes")
    bench.issue(letter)
    before = (letter.text, letter.data)
    bench.answer(bench.ready("demande_requisitions"), "answers.court_town", "Brest")
    assert (letter.text, letter.data) == before
    assert "Rennes" in letter.text


def test_the_day_of_a_step_is_written_among_the_steps_of_the_case(bench: LetterBench, letter: Letter) -> None:
    bench.answer(letter, DECISION, When(date(2026, 11, 2), date(2026, 11, 4)))
    assert steps(bench) == [("platform_decision", date(2026, 11, 2), date(2026, 11, 4))]
    event = bench.session.scalars(select(Event)).one()
    assert (event.item_id, event.letter_id) == (bench.item_id, None)  # it concerns the only content of the letter
    assert answer_of(bench.draft(letter).data, DECISION) == "2026-11-02 / 2026-11-04"
    assert bench.clocks(event.id)["dsa_internal_complaint_6m"] is False
    bench.answer(letter, DECISION, date(2026, 11, 3))
    assert steps(bench) == [("platform_decision", date(2026, 11, 3), date(2026, 11, 3))]
    bench.answer(letter, DECISION, None)
    assert steps(bench) == []
    assert actions(bench.session)[-2:] == ["event.withdrawn", "letter.answered"]


def test_a_step_noted_elsewhere_is_not_withdrawn_from_a_letter(bench: LetterBench, letter: Letter) -> None:
    known = an_event(bench.session, bench.case_id, Happening.PLATFORM_DECISION, TODAY)
    bench.answer(letter, DECISION, None)
    assert bench.session.get_one(Event, known).earliest_on == TODAY


def test_a_step_is_in_the_past_but_for_what_is_announced(bench: LetterBench, letter: Letter) -> None:
    later = TODAY + timedelta(days=20)
    with pytest.raises(InvalidInput) as refusal:
        bench.answer(letter, DECISION, later)
    assert refusal.value.field == DECISION
    bench.answer(letter, "events.hearing", later)
    assert steps(bench) == [("hearing", later, later)]


def test_what_incidents_tell_is_not_told_as_a_step(bench: LetterBench, letter: Letter) -> None:
    with pytest.raises(InvalidInput) as refusal:
        bench.answer(letter, "events.offence", TODAY)
    assert refusal.value.field == "events.offence"


def test_a_letter_is_about_one_that_left_in_the_same_case(bench: LetterBench, letter: Letter) -> None:
    draft = bench.ready("notification_dsa")
    with pytest.raises(InvalidInput):
        bench.answer(letter, "about", draft.id)
    with pytest.raises(InvalidInput):
        bench.answer(letter, "about", "0" * 32)
    bench.issue(draft)
    bench.send(draft)
    (choice,) = bench.draft(letter).sent_letters
    assert (choice.id, choice.chosen) == (draft.id, False)
    bench.answer(letter, "about", draft.id)
    about = bench.draft(letter).data.about
    assert about is not None
    assert about.title == draft.title
    bench.answer(letter, "about", None)
    assert bench.draft(letter).data.about is None
