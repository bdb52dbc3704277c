"""Every rule of the packs, asked in the situations that catch a wrong count."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from casedesk import explain, paths
from casedesk.law.assess import Assessment, Due, NotApplicable, Unknown, assess_rule
from casedesk.law.facts import FACTS, Facts, FactType, Happening, Occurrence, Value
from casedesk.law.load import load_packs
from casedesk.law.pack import Clock, Pack, Rule, RuleVersion, StartsFrom
from casedesk.law.period import THAT_DAY
from casedesk.law.regime import Regime
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from tests.law.replay import Replay

PACKS = load_packs(paths.packs())
ASKED = [
    (pack, rule) for pack in PACKS.values() for rule in pack.rules.values() if rule.trigger is not Happening.LAW_DATE
]


def params(asked: list[tuple[Pack, Rule]]) -> list[ParameterSet]:
    return [pytest.param(pack, rule, id=f"{pack.id}-{rule.id}") for pack, rule in asked]


RULES = params(ASKED)
CALENDARS = {pack.id: calendar_for(PACKS, pack.id) for pack in PACKS.values()}
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
BORN = date(2011, 2, 28)
MONTH_ENDS = [date(2026, 1, 31), date(2026, 8, 31), date(2026, 11, 30), date(2027, 2, 28), date(2024, 2, 29)]
# A Friday, a Saturday and a Sunday; eves of a holiday, and days from which short periods end on one.
ROLLS = [date(2026, 10, 30), date(2026, 11, 7), date(2026, 11, 8), date(2026, 12, 15), date(2026, 12, 24)]


def answers(rule: Rule) -> dict[str, Value]:
    """What makes the conditions of a rule true, and her birth, where it matters."""
    wanted = {name: value[0] if isinstance(value, tuple) else value for name, value in rule.when.items()}
    if rule.starts_from is StartsFrom.MAJORITY:
        wanted["victim_birth_date"] = BORN
        wanted.pop("victim_minor_at_facts", None)
    return wanted


def told(pack: Pack, rule: Rule, when: When | None, *acts: Occurrence) -> tuple[Facts, Occurrence]:
    trigger = Occurrence(rule.trigger, when, "trigger")
    first = [Occurrence(what, None, what.value) for what in rule.requires[:1]]
    return Facts(pack.id, (trigger, *first, *acts), answers(rule)), trigger


def ask(pack: Pack, rule: Rule, when: When | None, *acts: Occurrence) -> Assessment:
    facts, trigger = told(pack, rule, when, *acts)
    return assess_rule(pack, rule, facts, trigger, date(2100, 1, 1), CALENDARS[pack.id])


def version_on(rule: Rule, day: date) -> RuleVersion | None:
    for version in rule.versions:
        since = version.applies_from is None or version.applies_from <= day
        if since and (version.applies_until is None or day <= version.applies_until):
            return version
    return None


def check(pack: Pack, due: Due) -> None:
    """A date stands on its steps, and its prudent day on the safe side of it."""
    replay = Replay(due.trace.count, CALENDARS[pack.id])
    assert replay.legal == due.trace.count.legal_day
    assert replay.prudent == due.trace.count.prudent_day
    if due.trace.latest is not None:
        assert Replay(due.trace.latest, CALENDARS[pack.id]).legal == due.trace.latest.legal_day
    ends = [count.legal_day for count in (due.trace.count, due.trace.latest) if count is not None]
    assert (due.legal_day, due.until) == (min(ends), max(ends))
    if due.rule.clock is Clock.OPENS_ON:
        assert due.prudent_day >= due.until
    else:
        assert due.prudent_day <= due.legal_day
    sentences = explain.trace_sentences(due, TODAY)
    assert all(sentence.text for sentence in sentences)


def check_answer(pack: Pack, rule: Rule, day: date, answer: Assessment) -> None:
    """A number of the law of that day gives a date; without a number nothing is invented."""
    version = version_on(rule, day)
    if version is not None and version.duration is not None:
        assert isinstance(answer, Due), explain_answer(pack, answer)
        assert answer.version is version
        check(pack, answer)
    else:
        assert isinstance(answer, Unknown)
        assert all(explain.missing_question(missing, pack.elements) for missing in answer.missing)


def explain_answer(pack: Pack, answer: Assessment) -> str:
    if isinstance(answer, NotApplicable):
        return explain.why_sentence(answer, pack.elements)
    return repr(answer)


@pytest.mark.parametrize(("pack", "rule"), RULES)
@pytest.mark.parametrize("day", [*MONTH_ENDS, *ROLLS], ids=str)
def test_month_ends_and_days_off_are_counted_as_the_steps_say(pack: Pack, rule: Rule, day: date) -> None:
    check_answer(pack, rule, day, ask(pack, rule, When.on(day)))


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_each_side_of_a_change_of_the_law_has_its_own_version(pack: Pack, rule: Rule) -> None:
    for version in rule.versions:
        if version.applies_from:
            for day in (version.applies_from - DAY, version.applies_from):
                check_answer(pack, rule, day, ask(pack, rule, When.on(day)))


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_a_day_known_roughly_gives_an_interval_whose_ends_are_those_of_its_days(pack: Pack, rule: Rule) -> None:
    first, last = date(2026, 10, 5), date(2026, 10, 26)
    answer = ask(pack, rule, When(first, last))
    if not isinstance(answer, Due):
        return
    check(pack, answer)
    early, late = ask(pack, rule, When.on(first)), ask(pack, rule, When.on(last))
    assert isinstance(early, Due)
    assert isinstance(late, Due)
    assert (answer.legal_day, answer.until) == (early.legal_day, late.legal_day)
    assert answer.prudent_day == (late if rule.clock is Clock.OPENS_ON else early).prudent_day


def restarts(rule: Rule) -> Iterator[tuple[Happening, tuple[Occurrence, ...]]]:
    """Each act that restarts the clock, with what confirms it."""
    for act in rule.restarted_by:
        confirmation = tuple(Occurrence(what, None, what.value) for what in rule.confirmed_by.get(act, ())[:1])
        yield act, confirmation


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_an_act_in_time_restarts_the_whole_period_and_one_too_late_revives_nothing(pack: Pack, rule: Rule) -> None:
    start = date(2026, 9, 1)
    plain = ask(pack, rule, When.on(start))
    for what, confirmation in restarts(rule):
        assert isinstance(plain, Due)
        in_time = Occurrence(what, When.on(plain.legal_day), "act")
        renewed = ask(pack, rule, When.on(start), in_time, *confirmation)
        assert isinstance(renewed, Due)
        check(pack, renewed)
        assert renewed.trace.restarted == (in_time,)
        assert renewed.trace.started_on == plain.legal_day
        late = Occurrence(what, When.on(plain.legal_day + DAY), "act")
        lost = ask(pack, rule, When.on(start), late, *confirmation)
        assert isinstance(lost, Due)
        assert lost.legal_day == plain.legal_day


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_what_looks_as_if_it_restarted_changes_no_date(pack: Pack, rule: Rule) -> None:
    start = date(2026, 9, 1)
    plain = ask(pack, rule, When.on(start))
    for what in rule.not_restarted_by:
        answer = ask(pack, rule, When.on(start), Occurrence(what, When.on(start + DAY), "act"))
        assert isinstance(plain, Due)
        assert isinstance(answer, Due)
        assert (answer.legal_day, answer.prudent_day) == (plain.legal_day, plain.prudent_day)


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_an_act_that_must_be_confirmed_counts_for_nothing_before(pack: Pack, rule: Rule) -> None:
    start = date(2026, 9, 1)
    plain = ask(pack, rule, When.on(start))
    for what in rule.confirmed_by:
        answer = ask(pack, rule, When.on(start), Occurrence(what, When.on(start + DAY), "act"))
        assert isinstance(plain, Due)
        assert isinstance(answer, Due)
        assert answer.legal_day == plain.legal_day


@pytest.mark.parametrize(
    ("pack", "rule"), params([(pack, rule) for pack, rule in ASKED if rule.starts_from is StartsFrom.MAJORITY])
)
def test_for_a_minor_the_clock_runs_from_her_eighteenth_birthday(pack: Pack, rule: Rule) -> None:
    answer = ask(pack, rule, When.on(date(2026, 9, 1)))
    if not isinstance(answer, Due):
        assert isinstance(answer, Unknown)
        return
    assert answer.trace.started_on == date(2029, 2, 28)
    check(pack, answer)


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_without_its_day_a_clock_asks_for_it_and_gives_no_date(pack: Pack, rule: Rule) -> None:
    answer = ask(pack, rule, None)
    assert isinstance(answer, Unknown)
    assert all(explain.missing_question(missing, pack.elements) for missing in answer.missing)


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_a_condition_not_known_is_asked_and_one_not_met_leaves_the_clock_out(pack: Pack, rule: Rule) -> None:
    trigger = Occurrence(rule.trigger, When.on(date(2026, 9, 1)), "trigger")
    first = [Occurrence(what, None, what.value) for what in rule.requires[:1]]
    for name in rule.when:
        known = {key: value for key, value in answers(rule).items() if key != name}
        known.pop("victim_birth_date", None)
        unknown = assess_rule(pack, rule, Facts(pack.id, (trigger, *first), known), trigger, TODAY, CALENDARS[pack.id])
        assert isinstance(unknown, Unknown)
        spec = FACTS.get(name)
        if spec is None or spec.type is FactType.YES_NO:
            other = {**known, name: not rule.when[name]}
            out = assess_rule(pack, rule, Facts(pack.id, (trigger, *first), other), trigger, TODAY, CALENDARS[pack.id])
            assert isinstance(out, NotApplicable)
            assert explain.why_sentence(out, pack.elements)


@pytest.mark.parametrize(("pack", "rule"), params([(pack, rule) for pack, rule in ASKED if rule.requires]))
def test_a_clock_that_needs_something_first_stays_silent_before(pack: Pack, rule: Rule) -> None:
    trigger = Occurrence(rule.trigger, When.on(date(2026, 9, 1)), "trigger")
    answer = assess_rule(pack, rule, Facts(pack.id, (trigger,), answers(rule)), trigger, TODAY, CALENDARS[pack.id])
    assert isinstance(answer, NotApplicable)
    assert explain.why_sentence(answer, pack.elements)


@pytest.mark.parametrize(
    ("pack", "rule"),
    params([(pack, rule) for pack, rule in ASKED if any(v.duration and v.duration.hours for v in rule.versions)]),
)
def test_hours_run_from_the_moment_and_roll_nowhere(pack: Pack, rule: Rule) -> None:
    moment = datetime(2026, 11, 20, 22, 25, tzinfo=UTC)
    answer = ask(pack, rule, When(moment.date(), moment.date(), moment))
    assert isinstance(answer, Due)
    assert answer.instant is not None
    check(pack, answer)


@given(
    st.sampled_from(ASKED),
    st.dates(date(2018, 1, 1), date(2045, 12, 31)),
    st.integers(0, 45),
)
def test_the_steps_of_any_answer_recompute_to_its_date(
    asked: tuple[Pack, Rule], first: date, uncertain_days: int
) -> None:
    pack, rule = asked
    answer = ask(pack, rule, When(first, first + uncertain_days * DAY))
    if isinstance(answer, Due):
        check(pack, answer)


@given(st.sampled_from(ASKED), st.dates(date(2026, 1, 1), date(2045, 1, 1)), st.integers(1, 60))
def test_a_later_start_never_gives_an_earlier_date(asked: tuple[Pack, Rule], day: date, later: int) -> None:
    pack, rule = asked
    first, second = ask(pack, rule, When.on(day)), ask(pack, rule, When.on(day + later * DAY))
    if isinstance(first, Due) and isinstance(second, Due) and first.version is second.version:
        assert first.legal_day <= second.legal_day
        assert first.prudent_day <= second.prudent_day


def test_every_regime_is_used_or_kept_for_the_calculator_alone() -> None:
    used = {version.regime for pack in PACKS.values() for rule in pack.rules.values() for version in rule.versions}
    assert set(Regime) - used <= {Regime.CIVIL_LIMITATION}


def test_a_day_that_a_judge_fixed_is_counted_from_nothing() -> None:
    fixed = {rule.trigger for _pack, rule in ASKED if any(v.duration == THAT_DAY for v in rule.versions)}
    assert fixed <= {
        Happening.DEPOSIT_DUE,
        Happening.NO_FURTHER_ACTION,
        Happening.HEARING,
    }
