"""What could harm somebody does not leave, unless it may be passed over and somebody says why."""

from collections.abc import Mapping

import pytest
from sqlalchemy.orm import Session

from casedesk.documents.linter import Finding, Gravity
from casedesk.errors import InvalidInput
from casedesk.law.pack import Pack
from casedesk.queries.letter_others import others_named
from casedesk.records import Letter, LetterState, Role
from casedesk.services import letters
from casedesk.services.letter_findings import harmful
from casedesk.services.letter_preview import look
from tests.factories import a_case, a_person
from tests.services.letter_bench import LetterBench

Packs = Mapping[str, Pack]


@pytest.fixture
def bench(session: Session, packs: Packs) -> LetterBench:
    bench = LetterBench(session, packs)
    other = a_case(session, packs, "Figue-23")
    a_person(session, other, given_name="Oriane", family_name="Kerbrat")
    a_person(session, other, Role.AUTHOR, given_name="Gaspard", family_name="Le Tellier")
    return bench


def harm(bench: LetterBench, letter: Letter) -> tuple[Finding, ...]:
    return tuple(one for one in look(bench.draft(letter)).findings if one.gravity is Gravity.HARM)


def test_her_address_in_what_the_other_side_reads_holds_the_letter(bench: LetterBench) -> None:
    letter = bench.ready("notification_dsa")
    assert harm(bench, letter) == ()
    bench.answer(letter, "answers.danger", "On la cherche au 12 rue des Lilas, 75011 Paris.")
    found = harm(bench, letter)
    assert found
    with pytest.raises(InvalidInput) as refusal:
        bench.issue(letter)
    assert refusal.value.field in {one.fact or "findings" for one in found}
    assert letter.state == LetterState.DRAFT
    bench.answer(letter, "answers.danger", "")
    assert bench.issue(letter).state == LetterState.ISSUED


def test_a_name_of_another_case_holds_the_letter_until_a_reason_is_given(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    bench.answer(letter, "answers.witnesses", "Oriane Kerbrat a tout vu.")
    found = harm(bench, letter)
    assert found
    assert all(one.waivable for one in found)
    with pytest.raises(InvalidInput):
        bench.issue(letter)
    for one in found:
        letters.waive(bench.session, letter.id, one.key, "elle témoigne, avec son accord", now=bench.now)
    letters.waive(bench.session, letter.id, "typography-0", "n’y est pas", now=bench.now)
    bench.session.flush()
    assert harmful(harm(bench, letter), letter.waivers) == ()
    bench.issue(letter)
    assert set(letter.waivers) == {one.key for one in found}  # what was not found is not said to be passed over
    assert "Kerbrat" not in " ".join(letter.waivers)


def test_other_cases_are_searched_for_the_words_of_this_one_and_nothing_else_is_read(bench: LetterBench) -> None:
    letter = bench.ready("plainte_simple")
    assert bench.draft(letter).others == ()
    bench.answer(letter, "answers.witnesses", "gaspard LE TELLIER, puis M. KERBRAT")
    assert bench.draft(letter).others == ("Gaspard Le Tellier", "Oriane Kerbrat")
    data = bench.draft(letter).data
    assert others_named(bench.session, "0" * 32, data) != ()
    bench.answer(letter, "answers.witnesses", "une kerbratienne")
    assert bench.draft(letter).others == ()


@pytest.mark.parametrize(
    "written",
    [
        "oriane lefevre dubosc",
        "Mme Lefevre-Dubosc",
        "LEFÈVRE DUBOSC",
        "Lefe\u0300vre\u2011Dubosc",
        "lefevre_dubosc.png",
    ],
)
def test_a_name_of_another_case_is_known_however_it_is_written(bench: LetterBench, written: str) -> None:
    third = a_case(bench.session, bench.packs, "Cassis-31")
    a_person(bench.session, third, given_name="Oriane", family_name="Lefèvre-Dubosc")
    letter = bench.ready("plainte_simple")
    bench.answer(letter, "answers.witnesses", f"Voir {written} ce jour.")
    assert bench.draft(letter).others == ("Oriane Lefèvre-Dubosc",)


def test_somebody_who_is_in_both_cases_is_not_of_another_one(bench: LetterBench) -> None:
    a_person(bench.session, bench.case_id, Role.AUTHOR, given_name="Gaspard", family_name="Le Tellier")
    letter = bench.ready("plainte_simple")
    assert bench.draft(letter).others == ()


def test_what_may_not_be_passed_over_holds_the_letter_whatever_the_reason(bench: LetterBench) -> None:
    letter = bench.ready("notification_dsa")
    bench.answer(letter, "answers.danger", "On la cherche au 12 rue des Lilas, 75011 Paris.")
    hard = [one for one in harm(bench, letter) if not one.waivable]
    for one in harm(bench, letter):
        letters.waive(bench.session, letter.id, one.key, "elle l’a demandé", now=bench.now)
    bench.session.flush()
    assert bool(harmful(harm(bench, letter), letter.waivers)) is bool(hard)
    if hard:
        with pytest.raises(InvalidInput):
            bench.issue(letter)
