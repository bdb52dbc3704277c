"""What the law answered, told in sentences."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from casedesk import explain, translate
from casedesk.explain import Sentence
from casedesk.law.assess import Due, Lack, Missing, NotApplicable, Why, assess_rule
from casedesk.law.counting import Regime, Step, StepCode, count
from casedesk.law.facts import FACTS, Facts, Happening
from casedesk.law.pack import Citation, Clock, Mark, Rule, StartsFrom
from casedesk.law.period import Period
from casedesk.law.trail import Values
from casedesk.law.workdays import Calendar
from casedesk.law_words import clock_name, fact_name, happening_name
from tests.law.factories import TODAY, facts, gate, happened, pack, rule, version

SUNDAYS_ONLY = Calendar(())
VALUES: Values = {"period": Period(months=3), "number": 30, "name": ""}
pytestmark = pytest.mark.usefixtures("english")


def due(asked: Rule, told: Facts, today: date = TODAY) -> Due:
    answer = assess_rule(pack(asked), asked, told, told.occurrences[0], today, SUNDAYS_ONLY)
    assert isinstance(answer, Due)
    return answer


def told(asked: Rule, case: Facts, today: date = TODAY) -> list[str]:
    """The trace, each detail after its sentence."""
    sentences = explain.trace_sentences(due(asked, case, today), today)
    return [" | ".join(part for part in (one.text, one.detail) if part) for one in sentences]


@pytest.mark.parametrize("code", list(StepCode))
def test_every_step_has_its_sentence(code: StepCode) -> None:
    sentence = explain.step_sentence(Step(code, date(2026, 11, 21), VALUES))
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        (Period(months=3), "3 months, from day-number to day-number: Saturday 21 November 2026."),
        (Period(years=1, months=6), "1 year and 6 months, from day-number to day-number: Saturday 21 November 2026."),
        (Period(days=10), "10 days later: Saturday 21 November 2026."),
        (Period(months=1, days=10), "1 month and 10 days later: Saturday 21 November 2026."),
    ],
)
def test_months_go_by_day_number_and_days_by_the_day(period: Period, sentence: str) -> None:
    assert explain.step_sentence(Step(StepCode.ADDED, date(2026, 11, 21), {"period": period})) == sentence


def test_a_feast_is_named_and_a_week_end_is_not() -> None:
    day = date(2027, 1, 1)
    assert explain.step_sentence(Step(StepCode.DAY_OFF, day, {"name": "Jour de l’an"})) == (
        "Friday 1 January 2027 is a public holiday (Jour de l’an)."
    )
    assert explain.step_sentence(Step(StepCode.NOT_ROLLED, day, {"name": "Jour de l’an"})) == (
        "Friday 1 January 2027 is a public holiday (Jour de l’an): the period is not extended."
    )
    assert explain.step_sentence(Step(StepCode.DAY_OFF, date(2026, 11, 21), {"name": ""})) == (
        "Saturday 21 November 2026 is not a working day."
    )


def test_hours_are_told_with_their_moment() -> None:
    counted = count(Regime.HOURS, datetime(2026, 11, 20, 14, 25, tzinfo=UTC), Period(hours=24), SUNDAYS_ONLY)
    assert [explain.step_sentence(step) for step in counted.steps] == [
        "The count starts from 20 November 2026, 14:25 (UTC).",
        "24 hours later: 21 November 2026, 14:25 (UTC).",
    ]


def test_days_follow_the_language_spoken() -> None:
    step = Step(StepCode.START, date(2026, 11, 21))
    assert "Saturday 21 November 2026" in explain.step_sentence(step)
    translate.set_language("fr")
    assert "samedi 21 novembre 2026" in explain.step_sentence(step)


PRESS = rule(
    restarted_by=(Happening.DIRECT_CITATION,),
    not_restarted_by=(Happening.COMPLAINT_POLICE,),
    met_by=(Happening.JUDGMENT,),
)


DEDUCED = "The day was deduced from the identifier of the content: an indication, not a proof."
COMPLAINT = "Complaint to the police (Wednesday 2 September 2026): it does not restart the period."
UNDATED = "Direct summons to court (day not known): without its day, it is not counted."


def test_a_date_is_told_from_its_trigger_to_what_is_left() -> None:
    published = replace(happened("publication", "2026-08-21"), derived=True, proof="1")
    case = facts(published, happened("complaint_police", "2026-09-02"), happened("direct_citation"))
    assert told(PRESS, case) == [
        f"Content published: Friday 21 August 2026. | {DEDUCED} Exhibit no. 1.",
        "That day is not counted: the first day counted is Saturday 22 August 2026.",
        "3 months, from day-number to day-number: Saturday 21 November 2026.",
        "That day is included, until midnight.",
        "Saturday 21 November 2026 is not a working day: the period is not extended.",
        "Prudent date: Friday 20 November 2026, a working day on which one can still act.",
        f"No act that restarts this period is recorded. | {COMPLAINT} {UNDATED}",
    ]


def test_a_restart_is_told_and_the_count_starts_from_it() -> None:
    case = facts(
        happened("publication", "2026-08-20"),
        happened("direct_citation", "2026-11-05"),
        happened("complaint_police", "2026-11-10"),
    )
    sentences = told(PRESS, case)
    assert sentences[:3] == [
        "Content published: Thursday 20 August 2026.",
        "Direct summons to court: Thursday 5 November 2026. A whole new period starts.",
        "The count starts from Thursday 5 November 2026.",
    ]
    assert sentences[-1].startswith("Other acts do not restart this period. | Complaint to the police")


def test_an_act_too_late_is_told() -> None:
    case = facts(happened("publication", "2026-08-19"), happened("direct_citation", "2026-11-20"))
    assert any("Friday 20 November 2026): too late" in sentence for sentence in told(PRESS, case))


def test_acts_that_nothing_could_restart_are_told_only_when_there_are_some() -> None:
    unstoppable = replace(PRESS, restarted_by=())
    assert not any(
        "restart" in sentence for sentence in told(unstoppable, facts(happened("publication", "2026-08-21")))
    )
    case = facts(happened("publication", "2026-08-21"), happened("complaint_police", "2026-09-02"))
    assert told(unstoppable, case)[-1].startswith("Other acts do not restart this period. | Complaint to the police")


def test_an_uncertain_day_is_told_with_both_ends() -> None:
    sentences = told(rule(), facts(happened("publication", "2026-08-10/2026-08-20")))
    assert sentences[0] == (
        "Content published: between 10 August 2026 and 20 August 2026. | "
        "The day is not known exactly: the count starts from the first day possible."
    )
    assert "Counted from the last day possible, the date would be Friday 20 November 2026." in sentences
    assert "Prudent date: Tuesday 10 November 2026." in sentences


def test_an_uncertain_gate_tells_one_prudent_date_only() -> None:
    sentences = told(gate(), facts(happened("complaint_prosecutor", "2026-08-10/2026-08-21")))
    assert [one for one in sentences if one.startswith("Prudent")] == ["Prudent date: Tuesday 24 November 2026."]


def test_data_that_may_be_erased_on_a_day_is_not_told_to_last_until_midnight() -> None:
    case = facts(happened("publication", "2026-08-20"))
    assert "That day is included, until midnight." in told(rule(), case)
    assert "That day is included, until midnight." not in told(rule(clock=Clock.EVIDENCE), case)


def test_a_margin_is_told_in_place_of_the_usual_prudent_date() -> None:
    careful = rule("limit", version("P1Y", safe_days=1))
    sentences = told(careful, facts(happened("publication", "2026-01-04/2026-01-05")))
    assert [one for one in sentences if one.startswith("Prudent")] == [
        "Prudent date: Friday 1 January 2027, with a margin of 1 day."
    ]


def test_majority_is_told() -> None:
    child = rule("minor", version("P10Y"), starts_from=StartsFrom.MAJORITY)
    case = facts(happened("publication", "2026-01-21"), answers={"victim_birth_date": date(2010, 5, 14)})
    assert told(child, case)[1:3] == [
        "The period runs from her coming of age, at eighteen.",
        "The count starts from Sunday 14 May 2028.",
    ]


def test_other_texts_stand_under_the_count_with_their_warning() -> None:
    also = (Citation("article 5", "code", Mark.VERIFIED), Citation("arrêt", "juris", Mark.SECONDARY))
    sentences = told(rule("limit", version("P3M", also=also)), facts(happened("publication", "2026-08-20")))
    assert sentences[2].endswith(" | article 5 · arrêt (reported, to be confirmed by a jurist)")


@pytest.mark.parametrize(
    ("case", "today", "last"),
    [
        (facts(happened("publication", "2026-08-20")), "2026-11-20", "No act that restarts this period is recorded."),
        (
            facts(happened("publication", "2026-08-20")),
            "2026-11-21",
            "This day is past. A jurist can say what remains possible.",
        ),
        (
            facts(happened("publication", "2026-08-20"), happened("judgment", "2026-09-20")),
            "2026-11-21",
            "What had to be done was done.",
        ),
        (
            facts(happened("publication", "2027-11-20")),
            "2027-11-22",
            "This rule was last checked on 21 November 2026, more than a year ago.",
        ),
    ],
)
def test_where_things_stand_comes_last(case: Facts, today: str, last: str) -> None:
    assert told(PRESS, case, date.fromisoformat(today))[-1] == last


def test_the_note_of_the_jurist_is_told() -> None:
    noted = rule("limit", version("P3M", note="Compter du premier jour."))
    assert "Compter du premier jour." in told(noted, facts(happened("publication", "2026-08-20")))


@pytest.mark.parametrize(
    ("clock", "sentence"),
    [
        (Clock.LIMITATION, "Last legal day: Friday 20 November 2026, until midnight"),
        (Clock.ACT_BY, "Last legal day: Friday 20 November 2026, until midnight"),
        (Clock.RETENTION, "Last legal day: Friday 20 November 2026, until midnight"),
        (Clock.EVIDENCE, "May lawfully be erased from Friday 20 November 2026"),
        (Clock.ANSWER, "Answer expected by Friday 20 November 2026"),
        (Clock.TARGET, "Target, not law: Friday 20 November 2026"),
    ],
)
def test_a_legal_date_is_worded_by_its_kind_of_clock(clock: Clock, sentence: str) -> None:
    asked = replace(PRESS, clock=clock)
    assert explain.legal_sentence(due(asked, facts(happened("publication", "2026-08-20")))) == sentence


def test_where_the_text_leaves_its_first_day_unsettled_no_date_is_called_the_last() -> None:
    mali = rule("appeal", version("P3M", Regime.ML_CPP_1366), clock=Clock.ACT_BY)
    known = due(mali, facts(happened("publication", "2026-08-20")))
    assert explain.legal_sentence(known) == "Probable last day, to be confirmed: Friday 20 November 2026"
    uncertain = due(mali, facts(happened("publication", "2026-08-10/2026-08-20")))
    assert explain.legal_sentence(uncertain) == (
        "Probable last day, to be confirmed: between Tuesday 10 November 2026 and Friday 20 November 2026"
    )


def test_a_gate_and_an_uncertain_date_are_worded_apart() -> None:
    opening = due(gate(), facts(happened("complaint_prosecutor", "2026-08-19")))
    assert explain.legal_sentence(opening) == "Possible from Friday 20 November 2026"
    uncertain = due(rule(), facts(happened("publication", "2026-08-10/2026-08-20")))
    assert explain.legal_sentence(uncertain) == (
        "Last legal day: between Tuesday 10 November 2026 and Friday 20 November 2026"
    )


@pytest.mark.parametrize(
    ("why", "name", "sentence"),
    [
        (Why.NO_TRIGGER, "", "Nothing that starts this clock is recorded (Content published)."),
        (Why.OTHER_RULE, "offence", "The offence chosen is limited by another rule."),
        (Why.CONDITION, "residence", "It does not apply here, given where she lives."),
    ],
)
def test_a_clock_that_does_not_run_says_why(why: Why, name: str, sentence: str) -> None:
    assert explain.why_sentence(NotApplicable(rule(), "", why, name)) == sentence


@pytest.mark.parametrize(
    ("missing", "question"),
    [
        (Missing(Lack.FACT, "residence"), "Where does she live: in mainland France, overseas or abroad?"),
        (Missing(Lack.DAY, "offence"), "On what day did the facts happen?"),
        (Missing(Lack.DAY, "publication"), "On what day was it published?"),
        (Missing(Lack.DAY, "judgment"), "On what day did this happen: Judgment?"),
        (Missing(Lack.DURATION), "The texts read give no number: act as soon as possible, and ask a jurist."),
        (Missing(Lack.OLD_LAW), "The law of that day was not read: ask a jurist."),
    ],
)
def test_what_is_missing_is_asked(missing: Missing, question: str) -> None:
    assert explain.missing_question(missing) == question


def test_everything_the_law_names_has_its_word() -> None:
    assert all(happening_name(what) for what in Happening)
    assert all(clock_name(clock) for clock in Clock)
    assert all(fact_name(name) and explain.missing_question(Missing(Lack.FACT, name)) for name in FACTS)


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (Mark.VERIFIED, "text read, checked on 21 Nov 2026"),
        (Mark.SECONDARY, "reported, text not read: to be confirmed by a jurist; checked on 21 Nov 2026"),
        (Mark.UNVERIFIED, "not verified: to be confirmed by a jurist; checked on 21 Nov 2026"),
    ],
)
def test_a_mark_says_how_far_a_text_was_checked(mark: Mark, sentence: str) -> None:
    assert explain.mark_sentence(mark, date(2026, 11, 21)) == sentence


def test_sentences_are_numbered_with_their_details_under_them() -> None:
    assert list(explain.numbered([Sentence("One.", "A detail."), Sentence("Two.")])) == [
        "  1. One.",
        "     A detail.",
        "  2. Two.",
    ]


def test_an_act_that_still_lacks_its_confirmation_says_that_the_period_goes_on() -> None:
    asked = rule(
        restarted_by=(Happening.CIVIL_PARTY_COMPLAINT,),
        confirmed_by={Happening.CIVIL_PARTY_COMPLAINT: (Happening.DEPOSIT_PAID,)},
    )
    case = facts(happened("publication", "2026-08-20"), happened("civil_party_complaint", "2026-11-05"))
    said = told(asked, case)
    assert "Complaint as civil party (Thursday 5 November 2026): the period goes on until" in " ".join(said)
    assert "Deposit paid" in " ".join(said)
    assert "No act that restarts" not in " ".join(said)
