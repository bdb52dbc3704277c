"""The second reader: who reads a letter before it leaves approves that text, and no other."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput
from casedesk.law.pack import Pack
from casedesk.records import Case, Incident, Letter, LetterState, Person
from casedesk.services import letters
from casedesk.services.letter_preview import look
from tests.factories import TODAY, actions
from tests.services.letter_bench import ALONE, LetterBench

Packs = Mapping[str, Pack]


@pytest.fixture
def bench(session: Session, packs: Packs) -> LetterBench:
    return LetterBench(session, packs)


def ask(bench: LetterBench, letter: Letter) -> None:
    letters.ask_review(bench.session, bench.packs, letter.id, letter.version, today=bench.today, now=bench.now)
    bench.session.flush()


def give(bench: LetterBench, letter: Letter, *, by: str = "Inès", approved: bool = True, **told: str) -> None:
    letters.give_review(
        bench.session,
        bench.packs,
        letter.id,
        letter.version,
        by=by,
        approved=approved,
        today=bench.today,
        now=bench.now,
        **told,
    )
    bench.session.flush()


@pytest.fixture
def approved(bench: LetterBench) -> Letter:
    """A letter that a second person read and approved."""
    letter = bench.ready("plainte_simple")
    ask(bench, letter)
    give(bench, letter)
    return letter


def test_a_letter_approved_by_a_second_person_is_issued_and_says_who_read_it(
    bench: LetterBench, approved: Letter
) -> None:
    assert approved.state == LetterState.REVIEW
    bench.issue(approved, alone_because="")
    assert (approved.state, approved.reviewed_by, approved.reviewed_at) == (LetterState.ISSUED, "Inès", bench.now)
    assert approved.alone_because == ""
    assert actions(bench.session)[-3:] == ["letter.review_asked", "letter.reviewed", "letter.issued"]


def test_a_letter_nobody_else_read_leaves_with_a_reason_or_not_at_all(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    with pytest.raises(InvalidInput) as refusal:
        bench.issue(letter, alone_because=" ")
    assert (refusal.value.field, letter.state) == ("review", LetterState.DRAFT)
    bench.issue(letter)
    assert (letter.alone_because, letter.reviewed_by) == (ALONE, "")
    assert bench.draft(letter).review.alone_because == ALONE


def test_a_letter_under_reading_that_nobody_approved_is_not_issued(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    ask(bench, letter)
    with pytest.raises(InvalidInput) as refusal:
        bench.issue(letter, alone_because="")
    assert refusal.value.field == "review"


def test_an_approval_falls_with_the_first_change_of_the_letter(bench: LetterBench, approved: Letter) -> None:
    bench.answer(approved, "answers.witnesses", "Inès Durand")
    assert (approved.state, approved.reviewed_by, approved.reviewed_sha256) == (LetterState.REVIEW, "", "")
    with pytest.raises(InvalidInput):
        bench.issue(approved, alone_because="")


def test_another_choice_of_contents_undoes_an_approval(bench: LetterBench, approved: Letter) -> None:
    chosen = {"incident_ids": approved.incident_ids, "item_ids": approved.item_ids, "exhibit_ids": list[str]()}
    letters.choose(bench.session, approved.id, approved.version, now=bench.now, **chosen)
    assert (approved.state, approved.reviewed_sha256) == (LetterState.REVIEW, "")


def test_a_part_switched_undoes_an_approval_and_shows_in_the_letter(bench: LetterBench) -> None:
    model = next(one for one in bench.packs["fr"].letters.values() if one.clauses and not one.clauses[0].proposed)
    letter_id = letters.start(bench.session, bench.packs, bench.case_id, model.id, today=bench.today, now=bench.now)
    letter = bench.session.get_one(Letter, letter_id)
    letter.state, letter.reviewed_sha256 = LetterState.REVIEW.value, "0" * 64
    name = model.clauses[0].id
    letters.set_clause(bench.session, bench.packs, letter_id, name, on=True, now=bench.now)
    assert letter.reviewed_sha256 == ""
    draft = bench.draft(letter)
    assert (draft.clauses[0].on, draft.clauses[0].proposed, draft.data.clauses[name]) == (True, False, True)
    with pytest.raises(InvalidInput) as refusal:
        letters.set_clause(bench.session, bench.packs, letter_id, "weather", on=True, now=bench.now)
    assert refusal.value.field == "clause"


def test_a_finding_passed_over_undoes_an_approval_and_its_reason_can_be_taken_back(
    bench: LetterBench, approved: Letter
) -> None:
    letters.waive(bench.session, approved.id, "typography-0", " un nom propre ", now=bench.now)
    assert approved.reviewed_sha256 == ""
    assert bench.draft(approved).waived == {"typography-0": "un nom propre"}
    letters.waive(bench.session, approved.id, "typography-0", "", now=bench.now)
    assert bench.draft(approved).waived == {}


def test_what_changes_elsewhere_in_the_case_makes_it_another_text(bench: LetterBench, approved: Letter) -> None:
    assert look(bench.draft(approved)).approved
    bench.session.scalars(select(Person)).one().profession = "infirmière"
    assert not look(bench.draft(approved)).approved
    with pytest.raises(Conflict):
        bench.issue(approved, alone_because="")
    assert approved.state == LetterState.REVIEW
    ask(bench, approved)
    assert approved.reviewed_by == ""
    give(bench, approved, by="Aminata")
    bench.issue(approved, alone_because="")
    assert approved.reviewed_by == "Aminata"


def test_an_answer_shared_by_the_case_makes_it_another_text_too(bench: LetterBench, approved: Letter) -> None:
    bench.session.get_one(Case, bench.case_id).letter_answers = {"answers.court_town": "Rennes"}
    with pytest.raises(Conflict):
        bench.issue(approved, alone_because="")


def test_what_was_approved_yesterday_is_issued_today_if_only_its_date_differs(
    bench: LetterBench, approved: Letter
) -> None:
    bench.go_to(TODAY + timedelta(days=1))
    assert look(bench.draft(approved)).approved
    bench.issue(approved, alone_because="")
    assert (approved.state, approved.reviewed_on) == (LetterState.ISSUED, TODAY)
    assert "22 novembre 2026" in approved.text.replace("\u00a0", " ").replace("\u202f", " ")


def test_what_was_approved_yesterday_is_not_issued_when_a_fact_changed_since(
    bench: LetterBench, approved: Letter
) -> None:
    bench.go_to(TODAY + timedelta(days=1))
    bench.session.scalars(select(Person)).one().born_on = bench.today - timedelta(days=9000)
    assert not look(bench.draft(approved)).approved
    with pytest.raises(Conflict):
        bench.issue(approved, alone_because="")


def test_the_day_of_the_facts_may_be_that_of_the_reading(session: Session, packs: Packs) -> None:
    bench = LetterBench(session, packs)
    letter = bench.ready("plainte_simple")
    bench.answer(letter, "incident.when", TODAY)
    ask(bench, letter)
    give(bench, letter)
    bench.go_to(TODAY + timedelta(days=1))
    assert look(bench.draft(letter)).approved
    bench.session.scalars(select(Incident)).one().latest_on = bench.today  # the day that the letter itself now bears
    assert not look(bench.draft(letter)).approved


def test_a_letter_given_back_is_a_draft_with_a_remark(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    ask(bench, letter)
    with pytest.raises(InvalidInput) as refusal:
        give(bench, letter, approved=False)
    assert refusal.value.field == "remark"
    give(bench, letter, approved=False, remark="La date du 3 est fausse.\nRelire aussi la pièce n° 2.")
    assert (letter.state, letter.reviewed_by) == (LetterState.DRAFT, "Inès")
    review = bench.draft(letter).review
    assert (review.approved, review.remark.splitlines()[1]) == (False, "Relire aussi la pièce n° 2.")


def test_nobody_reads_without_a_name_nor_what_nobody_asked_to_read(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    with pytest.raises(Conflict):
        give(bench, letter)
    ask(bench, letter)
    with pytest.raises(InvalidInput) as refusal:
        give(bench, letter, by="  ")
    assert refusal.value.field == "by"


def test_a_reader_approves_what_stood_before_her_eyes(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    ask(bench, letter)
    seen = look(bench.draft(letter)).sha256
    bench.session.scalars(select(Person)).one().profession = "infirmière"
    with pytest.raises(Conflict):
        give(bench, letter, seen=seen)
    give(bench, letter, seen=look(bench.draft(letter)).sha256)
    assert letter.reviewed_sha256


def test_a_letter_with_holes_is_not_given_to_read(bench: LetterBench) -> None:
    letter_id = letters.start(
        bench.session, bench.packs, bench.case_id, "plainte_simple", today=bench.today, now=bench.now
    )
    letter = bench.session.get_one(Letter, letter_id)
    bench.session.flush()
    with pytest.raises(InvalidInput):
        ask(bench, letter)
    assert letter.state == LetterState.DRAFT


def test_a_letter_is_taken_back_from_its_reader(bench: LetterBench, approved: Letter) -> None:
    letters.take_back(bench.session, approved.id, now=bench.now)
    assert (approved.state, approved.reviewed_sha256, approved.reviewed_at) == (LetterState.DRAFT, "", None)
    with pytest.raises(Conflict):
        letters.take_back(bench.session, approved.id, now=bench.now)
