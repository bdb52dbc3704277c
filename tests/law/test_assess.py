"""From facts to answers: a date with its trace, what is missing, or why a clock does not run."""

from datetime import UTC, date, datetime

import pytest

from casedesk.law.assess import Assessment, Due, Lack, Missing, NotApplicable, Unknown, Why, assess, assess_rule
from casedesk.law.facts import Facts, Happening, Value
from casedesk.law.pack import Clock, Pack, Rule, RuleVersion, StartsFrom
from casedesk.law.regime import Regime
from casedesk.law.workdays import Calendar
from tests.law.factories import TODAY, facts, gate, happened, offence, pack, rule, version

RESTARTABLE = rule(
    restarted_by=(Happening.DIRECT_CITATION, Happening.CIVIL_PARTY_COMPLAINT),
    not_restarted_by=(Happening.COMPLAINT_POLICE, Happening.LAWYER_LETTER),
    met_by=(Happening.JUDGMENT,),
)


def ask(asked: Rule, told: Facts, calendar: Calendar, today: date = TODAY, among: Pack | None = None) -> Assessment:
    """Ask a rule about the first thing that happened."""
    return assess_rule(among or pack(asked), asked, told, told.occurrences[0], today, calendar)


def due(asked: Rule, told: Facts, calendar: Calendar, today: date = TODAY) -> Due:
    answer = ask(asked, told, calendar, today)
    assert isinstance(answer, Due)
    return answer


def test_a_date_comes_with_what_it_runs_from_and_how_it_was_counted(france: Calendar) -> None:
    told = facts(happened("publication", "2026-08-21"))
    answer = due(rule(), told, france)
    assert (answer.legal_day, answer.prudent_day, answer.until) == (
        date(2026, 11, 21),
        date(2026, 11, 20),
        date(2026, 11, 21),
    )
    assert answer.subject == "publication"
    assert (answer.instant, answer.met, answer.estimated) == (None, False, False)
    assert answer.trace.trigger is told.occurrences[0]
    assert answer.trace.started_on == date(2026, 8, 21)
    assert answer.trace.count.legal_day == answer.legal_day
    assert answer.trace.latest is None


class TestAnUncertainDay:
    def test_gives_the_earliest_date_to_act_on_and_the_latest_possible(self, france: Calendar) -> None:
        answer = due(rule(), facts(happened("publication", "2026-08-10/2026-08-20")), france)
        assert (answer.legal_day, answer.prudent_day, answer.until) == (
            date(2026, 11, 10),
            date(2026, 11, 10),
            date(2026, 11, 20),
        )
        assert answer.trace.latest is not None
        assert answer.trace.latest.legal_day == date(2026, 11, 20)

    def test_opens_a_gate_surely_only_from_its_latest_end(self, france: Calendar) -> None:
        answer = due(gate(), facts(happened("complaint_prosecutor", "2026-08-10/2026-08-19")), france)
        assert (answer.legal_day, answer.until) == (date(2026, 11, 11), date(2026, 11, 20))
        assert answer.prudent_day == date(2026, 11, 20)

    def test_across_two_versions_takes_the_shorter_period(self, france: Calendar) -> None:
        changed = rule(
            "limit",
            version("P1Y", applies_until=date(2026, 8, 14)),
            version("P3M", applies_from=date(2026, 8, 15)),
        )
        answer = due(changed, facts(happened("publication", "2026-08-10/2026-08-20")), france)
        assert (answer.legal_day, answer.until) == (date(2026, 11, 20), date(2027, 8, 10))
        assert answer.prudent_day == date(2026, 11, 20)

    def test_that_may_fall_under_an_old_law_gives_no_date(self, france: Calendar) -> None:
        recent = rule("limit", version("P3M", applies_from=date(2026, 8, 15)))
        told = facts(happened("publication", "2026-08-10/2026-08-20"))
        assert ask(recent, told, france) == Unknown(recent, "publication", (Missing(Lack.OLD_LAW),))
        ending = rule("limit", version("P3M", applies_until=date(2026, 8, 15)))
        assert ask(ending, told, france) == Unknown(ending, "publication", (Missing(Lack.OLD_LAW),))

    def test_that_is_estimated_at_either_end_is_estimated(self, bamako: Calendar) -> None:
        answer = due(rule("limit", version("P3D")), facts(happened("publication", "2026-05-10/2026-05-24")), bamako)
        assert (answer.legal_day, answer.until, answer.estimated) == (date(2026, 5, 13), date(2026, 5, 27), True)


class TestAnAct:
    def test_that_restarts_gives_a_whole_new_period_from_its_own_day(self, france: Calendar) -> None:
        citation = happened("direct_citation", "2026-11-05")
        answer = due(RESTARTABLE, facts(happened("publication", "2026-08-21"), citation), france)
        assert answer.legal_day == date(2027, 2, 5)
        assert answer.trace.started_on == date(2026, 11, 5)
        assert answer.trace.restarted == (citation,)

    def test_restarts_in_order_of_time_whatever_the_order_of_the_records(self, france: Calendar) -> None:
        later, earlier = happened("civil_party_complaint", "2027-01-15"), happened("direct_citation", "2026-11-05")
        told = facts(happened("publication", "2026-08-21"), later, earlier)
        answer = due(RESTARTABLE, told, france, date(2027, 1, 20))
        assert answer.trace.restarted == (earlier, later)
        assert answer.legal_day == date(2027, 4, 15)

    def test_on_the_last_day_is_in_time_and_the_day_after_too_late(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-20"), happened("direct_citation", "2026-11-20"))
        assert due(RESTARTABLE, told, france).legal_day == date(2027, 2, 20)
        late = happened("direct_citation", "2026-11-21")
        answer = due(RESTARTABLE, facts(happened("publication", "2026-08-20"), late), france)
        assert answer.legal_day == date(2026, 11, 20)
        assert (answer.trace.restarted, answer.trace.ignored) == ((), (late,))

    def test_that_looks_as_if_it_restarted_is_listed_and_changes_nothing(self, france: Calendar) -> None:
        complaint = happened("complaint_police", "2026-09-02")
        letter = happened("lawyer_letter")
        before = happened("lawyer_letter", "2026-08-01")
        answer = due(RESTARTABLE, facts(happened("publication", "2026-08-21"), complaint, letter, before), france)
        assert answer.legal_day == date(2026, 11, 21)
        assert answer.trace.ignored == (complaint, letter)

    def test_before_the_start_is_nothing(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-21"), happened("direct_citation", "2026-08-20"))
        answer = due(RESTARTABLE, told, france)
        assert (answer.legal_day, answer.trace.restarted, answer.trace.ignored) == (date(2026, 11, 21), (), ())

    def test_planned_for_later_has_not_restarted_anything_yet(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-21"), happened("direct_citation", "2026-11-20"))
        answer = due(RESTARTABLE, told, france, today=date(2026, 11, 19))
        assert (answer.legal_day, answer.trace.ignored) == (date(2026, 11, 21), ())

    def test_on_no_known_day_is_not_counted_and_is_listed(self, france: Calendar) -> None:
        citation = happened("direct_citation")
        answer = due(RESTARTABLE, facts(happened("publication", "2026-08-21"), citation), france)
        assert (answer.legal_day, answer.trace.ignored) == (date(2026, 11, 21), (citation,))

    def test_on_an_uncertain_day_restarts_from_its_earliest(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-21"), happened("direct_citation", "2026-11-01/2026-11-10"))
        answer = due(RESTARTABLE, told, france)
        assert (answer.legal_day, answer.until) == (date(2027, 2, 1), date(2027, 2, 10))

    def test_perhaps_too_late_is_not_counted_for_the_date_to_act_on(self, france: Calendar) -> None:
        citation = happened("direct_citation", "2026-11-15/2026-11-25")
        told = facts(happened("publication", "2026-08-20"), citation)
        answer = due(RESTARTABLE, told, france, date(2026, 12, 1))
        assert (answer.legal_day, answer.until) == (date(2026, 11, 20), date(2027, 2, 25))
        assert answer.trace.ignored == (citation,)

    def test_about_another_thing_changes_nothing(self, france: Calendar) -> None:
        published = happened("publication", "2026-08-21", concerns=("content-1", "incident-1"))
        elsewhere = happened("direct_citation", "2026-11-05", concerns=("incident-2",))
        here = happened("direct_citation", "2026-11-05", concerns=("incident-1",))
        everywhere = happened("direct_citation", "2026-11-05")
        assert due(RESTARTABLE, facts(published, elsewhere), france).legal_day == date(2026, 11, 21)
        assert due(RESTARTABLE, facts(published, here), france).legal_day == date(2027, 2, 5)
        assert due(RESTARTABLE, facts(published, everywhere), france).legal_day == date(2027, 2, 5)

    def test_of_the_same_kind_as_the_trigger_is_not_the_trigger_itself(self, france: Calendar) -> None:
        renewed = rule(restarted_by=(Happening.PUBLICATION,))
        told = facts(happened("publication", "2026-08-21"), happened("publication", "2026-10-01"))
        assert due(renewed, told, france).legal_day == date(2027, 1, 1)

    def test_restarts_hours_from_its_day(self, france: Calendar) -> None:
        target = rule("target", version("PT24H", Regime.HOURS), restarted_by=(Happening.NOTICE_SENT,))
        told = facts(happened("publication", "2026-11-10T14:25"), happened("notice_sent", "2026-11-11"))
        assert due(target, told, france).instant == datetime(2026, 11, 12, tzinfo=UTC)


class TestMet:
    def test_stops_a_limitation_only_when_it_came_in_time(self, france: Calendar) -> None:
        published = happened("publication", "2026-08-20")
        assert due(RESTARTABLE, facts(published, happened("judgment", "2026-11-20")), france).met
        assert not due(RESTARTABLE, facts(published, happened("judgment", "2026-11-21")), france).met
        assert not due(RESTARTABLE, facts(published, happened("judgment", "2026-08-19")), france).met
        assert not due(RESTARTABLE, facts(published), france).met

    def test_an_answer_that_came_late_is_still_an_answer(self, france: Calendar) -> None:
        expected = rule("reply", version("P1M"), clock=Clock.ANSWER, met_by=(Happening.PLATFORM_DECISION,))
        told = facts(happened("publication", "2026-08-20"), happened("platform_decision", "2026-11-20"))
        assert due(expected, told, france).met

    def test_on_no_known_day_answers_but_never_proves_that_it_came_in_time(self, france: Calendar) -> None:
        published = happened("publication", "2026-08-20")
        expected = rule("reply", version("P1M"), clock=Clock.ANSWER, met_by=(Happening.PLATFORM_DECISION,))
        assert due(expected, facts(published, happened("platform_decision")), france).met
        assert not due(RESTARTABLE, facts(published, happened("judgment")), france).met

    @pytest.mark.parametrize(
        "counted", [version("P10D", Regime.BACKWARD), version("P10D", Regime.CLEAR_BACKWARD), version("P0D")]
    )
    def test_before_an_event_or_a_day_fixed_comes_ahead_of_it(self, counted: RuleVersion, france: Calendar) -> None:
        served = rule(
            "served", counted, clock=Clock.ACT_BY, trigger=Happening.HEARING, met_by=(Happening.DIRECT_CITATION,)
        )
        hearing = happened("hearing", "2026-11-20")
        assert due(served, facts(hearing, happened("direct_citation", "2026-11-02")), france).met
        assert not due(served, facts(hearing, happened("direct_citation", "2026-11-21")), france).met
        assert not due(served, facts(hearing), france).met

    def test_about_another_thing_meets_nothing(self, france: Calendar) -> None:
        expected = rule("reply", clock=Clock.ANSWER, met_by=(Happening.PLATFORM_DECISION,))
        notice = happened("publication", "2026-11-01", concerns=("item-1",))
        other = happened("platform_decision", "2026-11-02", concerns=("item-2",))
        assert not due(expected, facts(notice, other), france).met


class TestTheOffence:
    press = rule("press", trigger=Happening.OFFENCE)
    known = pack(press, offences=(offence("insult", "press"), offence("threat", "delit")))

    def test_says_which_rule_limits_it(self, france: Calendar) -> None:
        told = facts(happened("offence", "2026-08-21", about={"offence": "insult"}))
        assert isinstance(ask(self.press, told, france, among=self.known), Due)
        told = facts(happened("offence", "2026-08-21", about={"offence": "threat"}))
        answer = ask(self.press, told, france, among=self.known)
        assert answer == NotApplicable(self.press, "offence", Why.OTHER_RULE, "offence")

    def test_that_this_pack_does_not_know_is_asked_again(self, france: Calendar) -> None:
        told = facts(happened("offence", "2026-08-21", about={"offence": "treason"}))
        answer = ask(self.press, told, france, among=self.known)
        assert answer == Unknown(self.press, "offence", (Missing(Lack.FACT, "offence"),))

    def test_that_nobody_named_is_asked_for_in_a_case(self, france: Calendar) -> None:
        told = facts(happened("offence", "2026-08-21"))
        assert assess(self.known, told, TODAY, france) == (
            Unknown(self.press, "offence", (Missing(Lack.FACT, "offence"),)),
        )

    def test_that_nobody_named_is_taken_as_concerned_when_one_rule_is_asked(self, france: Calendar) -> None:
        assert isinstance(ask(self.press, facts(happened("offence", "2026-08-21")), france, among=self.known), Due)


class TestConditions:
    minor = rule(when={"victim_minor_at_facts": True, "residence": ("overseas", "abroad")})

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"victim_minor_at_facts": True, "residence": "abroad"}, Due),
            ({"victim_minor_at_facts": False}, "victim_minor_at_facts"),
            ({"victim_minor_at_facts": True, "residence": "metropolitan"}, "residence"),
            ({"residence": "metropolitan"}, "residence"),
        ],
    )
    def test_must_all_hold(self, france: Calendar, answers: dict[str, Value], expected: type | str) -> None:
        answer = ask(self.minor, facts(happened("publication", "2026-08-21"), answers=answers), france)
        if isinstance(expected, str):
            assert answer == NotApplicable(self.minor, "publication", Why.CONDITION, expected)
        else:
            assert isinstance(answer, expected)

    def test_that_are_not_known_are_all_asked(self, france: Calendar) -> None:
        answer = ask(self.minor, facts(happened("publication", "2026-08-21")), france)
        missing = (Missing(Lack.FACT, "victim_minor_at_facts"), Missing(Lack.FACT, "residence"))
        assert answer == Unknown(self.minor, "publication", missing)

    def test_of_the_occurrence_win_over_those_of_the_case(self, france: Calendar) -> None:
        public = rule(when={"public": True})
        told = facts(happened("publication", "2026-08-21", about={"public": False}), answers={"public": True})
        assert isinstance(ask(public, told, france), NotApplicable)

    def test_on_her_minority_follow_from_her_birth_date(self, france: Calendar) -> None:
        child = rule(when={"victim_minor_at_facts": True})
        for born_on, expected in ((date(2010, 5, 14), Due), (date(1998, 5, 14), NotApplicable)):
            told = facts(happened("publication", "2026-08-21"), answers={"victim_birth_date": born_on})
            assert isinstance(ask(child, told, france), expected)

    def test_on_her_minority_are_asked_when_her_birth_date_does_not_tell(self, france: Calendar) -> None:
        child = rule(when={"victim_minor_at_facts": True})
        told = facts(happened("publication", "2026-08-01/2026-08-31"), answers={"victim_birth_date": date(2008, 8, 15)})
        assert ask(child, told, france) == Unknown(child, "publication", (Missing(Lack.FACT, "victim_minor_at_facts"),))
        undated = facts(happened("publication"), answers={"victim_birth_date": date(2008, 8, 15)})
        assert isinstance(ask(child, undated, france), Unknown)


class TestMajority:
    child = rule("minor", version("P10Y"), starts_from=StartsFrom.MAJORITY, restarted_by=(Happening.DIRECT_CITATION,))

    @pytest.mark.parametrize(
        ("born_on", "legal_day"),
        [(date(2010, 5, 14), date(2038, 5, 14)), (date(2008, 2, 29), date(2036, 2, 28))],
    )
    def test_is_what_the_period_runs_from(self, france: Calendar, born_on: date, legal_day: date) -> None:
        told = facts(happened("publication", "2026-01-21"), answers={"victim_birth_date": born_on})
        answer = due(self.child, told, france)
        assert answer.legal_day == legal_day
        assert answer.trace.latest is None

    def test_does_not_depend_on_the_exact_day_of_the_facts(self, france: Calendar) -> None:
        born_on: dict[str, Value] = {"victim_birth_date": date(2010, 5, 14)}
        answer = due(self.child, facts(happened("publication", "2026-01-21/2026-03-21"), answers=born_on), france)
        assert (answer.legal_day, answer.until, answer.trace.latest) == (date(2038, 5, 14), date(2038, 5, 14), None)

    def test_needs_her_birth_date_and_the_day(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-01-21"))
        missing = (Missing(Lack.FACT, "victim_birth_date"),)
        assert ask(self.child, told, france) == Unknown(self.child, "publication", missing)

    def test_never_starts_a_period_before_the_facts(self, france: Calendar) -> None:
        born_on: dict[str, Value] = {"victim_birth_date": date(1998, 3, 14)}
        answer = due(self.child, facts(happened("publication", "2026-01-21"), answers=born_on), france)
        assert (answer.trace.started_on, answer.legal_day) == (date(2026, 1, 21), date(2036, 1, 21))

    def test_asks_again_for_a_birth_date_after_the_facts(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-01-21"), answers={"victim_birth_date": date(2030, 1, 1)})
        missing = (Missing(Lack.FACT, "victim_birth_date"),)
        assert ask(self.child, told, france) == Unknown(self.child, "publication", missing)

    def test_is_after_an_act_done_while_she_was_a_child(self, france: Calendar) -> None:
        answers: dict[str, Value] = {"victim_birth_date": date(2010, 5, 14)}
        told = facts(happened("publication", "2026-01-21"), happened("direct_citation", "2026-05-01"), answers=answers)
        answer = due(self.child, told, france)
        assert (answer.legal_day, answer.trace.ignored) == (date(2038, 5, 14), ())


class TestWhatIsMissing:
    def test_is_the_day_when_nobody_gave_it(self, france: Calendar) -> None:
        child = rule(when={"public": True})
        answer = ask(child, facts(happened("publication")), france)
        missing = (Missing(Lack.FACT, "public"), Missing(Lack.DAY, "publication"))
        assert answer == Unknown(child, "publication", missing)

    def test_is_only_the_number_of_the_law_when_it_was_not_found(self, france: Calendar) -> None:
        unfound = rule("retention", version(None), when={"public": True})
        for day in ("2026-08-21", None):
            answer = ask(unfound, facts(happened("publication", day)), france)
            assert answer == Unknown(unfound, "publication", (Missing(Lack.DURATION),))

    @pytest.mark.parametrize(
        ("day", "lack"),
        [("2019-12-31", Lack.OLD_LAW), ("2020-01-01", None), ("2026-12-31", None), ("2027-01-01", Lack.OLD_LAW)],
    )
    def test_is_the_law_of_that_day_outside_the_versions_read(
        self, france: Calendar, day: str, lack: Lack | None
    ) -> None:
        dated = rule("limit", version("P3M", applies_from=date(2020, 1, 1), applies_until=date(2026, 12, 31)))
        answer = ask(dated, facts(happened("publication", day)), france)
        assert (answer.missing[0].lack if isinstance(answer, Unknown) else None) == lack

    def test_is_the_old_law_when_its_version_has_no_number(self, france: Calendar) -> None:
        dated = rule(
            "limit", version(None, applies_until=date(2024, 12, 12)), version("P7Y", applies_from=date(2024, 12, 13))
        )
        answer = ask(dated, facts(happened("publication", "2024-12-12")), france)
        assert answer == Unknown(dated, "publication", (Missing(Lack.OLD_LAW),))
        assert due(dated, facts(happened("publication", "2024-12-13")), france).version is dated.versions[1]


class TestAMargin:
    def test_is_taken_off_the_prudent_day_then_back_to_a_working_day(self, france: Calendar) -> None:
        careful = rule("limit", version("P1Y", safe_days=1))
        answer = due(careful, facts(happened("publication", "2026-01-04")), france)
        assert (answer.legal_day, answer.prudent_day) == (date(2027, 1, 4), date(2026, 12, 31))

    def test_of_a_european_period_may_fall_on_a_day_off(self, france: Calendar) -> None:
        european = rule("limit", version("P6M", Regime.EU_1182_71, safe_days=1))
        answer = due(european, facts(happened("publication", "2026-08-31")), france)
        assert (answer.legal_day, answer.prudent_day) == (date(2027, 3, 1), date(2027, 2, 27))

    def test_of_a_gate_is_added(self, france: Calendar) -> None:
        careful = gate(versions=(version("P3M", Regime.GATE, safe_days=1),))
        answer = due(careful, facts(happened("complaint_prosecutor", "2026-08-19")), france)
        assert (answer.legal_day, answer.prudent_day) == (date(2026, 11, 20), date(2026, 11, 23))


def test_hours_run_from_the_moment_and_days_from_the_day_recorded(france: Calendar) -> None:
    told = facts(happened("publication", "2026-11-20T23:30"))
    target = due(rule("target", version("PT24H", Regime.HOURS), clock=Clock.TARGET), told, france)
    assert target.instant == datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert due(rule(), told, france).trace.started_on == date(2026, 11, 20)


def test_every_rule_answers_for_everything_that_starts_it(france: Calendar) -> None:
    told = facts(
        happened("publication", "2026-08-21", subject="content-1"),
        happened("copy_to_prosecutor", "2026-09-02", subject="copy"),
        happened("publication", "2026-08-22", subject="content-2"),
        happened("complaint_prosecutor", "2026-09-01", subject="complaint"),
    )
    appeal = rule("appeal", trigger=Happening.JUDGMENT)
    answers = assess(pack(rule(), gate(), appeal), told, TODAY, france)
    assert [(answer.rule.id, answer.subject) for answer in answers] == [
        ("limit", "content-1"),
        ("limit", "content-2"),
        ("gate", "complaint"),
        ("gate", "copy"),
        ("appeal", ""),
    ]
    assert answers[-1] == NotApplicable(appeal, "", Why.NO_TRIGGER)


class TestAnActToBeConfirmed:
    """A complaint as civil party restarts a limitation once its deposit is paid in time, or waived."""

    CONFIRMED = rule(
        restarted_by=(Happening.CIVIL_PARTY_COMPLAINT, Happening.DIRECT_CITATION),
        confirmed_by={Happening.CIVIL_PARTY_COMPLAINT: (Happening.DEPOSIT_PAID, Happening.DEPOSIT_WAIVED)},
    )
    FACTS = (happened("publication", "2026-08-21"), happened("civil_party_complaint", "2026-11-05"))

    @pytest.mark.parametrize(
        ("confirmations", "expected"),
        [
            ([], "2026-11-21"),
            ([("deposit_paid", "2026-11-12")], "2027-02-05"),
            ([("deposit_paid", None)], "2027-02-05"),
            ([("deposit_waived", "2026-11-12")], "2027-02-05"),
            ([("deposit_due", "2026-11-15")], "2026-11-21"),
            ([("deposit_due", "2026-11-15"), ("deposit_paid", "2026-11-15")], "2027-02-05"),
            ([("deposit_due", "2026-11-15"), ("deposit_paid", "2026-11-16")], "2027-02-05"),
            ([("deposit_due", "2026-11-15"), ("deposit_paid", "2026-11-17")], "2026-11-21"),
            ([("deposit_due", "2026-11-15"), ("deposit_paid", None)], "2026-11-21"),
            ([("deposit_due", None), ("deposit_paid", "2026-11-16")], "2027-02-05"),
            ([("deposit_due", "2026-11-15"), ("deposit_waived", "2026-11-16")], "2027-02-05"),
            ([("deposit_paid", "2026-11-22")], "2026-11-21"),
        ],
    )
    def test_counts_once_confirmed_and_in_time(
        self, france: Calendar, confirmations: list[tuple[str, str | None]], expected: str
    ) -> None:
        told = facts(*self.FACTS, *(happened(what, day) for what, day in confirmations))
        assert due(self.CONFIRMED, told, france).legal_day == date.fromisoformat(expected)

    def test_is_told_apart_while_it_is_not(self, france: Calendar) -> None:
        told = facts(*self.FACTS)
        answer = due(self.CONFIRMED, told, france)
        assert (answer.trace.restarted, answer.trace.unconfirmed) == ((), (self.FACTS[1],))

    def test_leaves_the_other_acts_as_they_are(self, france: Calendar) -> None:
        told = facts(self.FACTS[0], happened("direct_citation", "2026-11-05"))
        assert due(self.CONFIRMED, told, france).legal_day == date(2027, 2, 5)


class TestWhatMustHappenFirst:
    EXTENDED = rule(requires=(Happening.GDPR_EXTENSION_TOLD,), when={"online": True})

    def test_leaves_the_clock_out_without_a_question(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-21"))
        assert ask(self.EXTENDED, told, france) == NotApplicable(
            self.EXTENDED, "publication", Why.NOT_YET, "gdpr_extension_told"
        )

    def test_lets_it_run_once_it_happened(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-21"), happened("gdpr_extension_told"), answers={"online": True})
        assert due(self.EXTENDED, told, france).legal_day == date(2026, 11, 21)


class TestALawWithoutANumber:
    def test_that_was_read_says_what_it_says_instead(self, france: Calendar) -> None:
        bare = rule("limit", version(None, without_number="sans délai"))
        for day in ("2026-08-21", None):
            answer = ask(bare, facts(happened("publication", day)), france)
            assert answer == Unknown(bare, "publication", (Missing(Lack.NO_NUMBER, "sans délai"),))

    def test_that_was_not_found_says_so(self, france: Calendar) -> None:
        bare = rule("limit", version(None))
        for day in ("2026-08-21", None):
            answer = ask(bare, facts(happened("publication", day)), france)
            assert answer == Unknown(bare, "publication", (Missing(Lack.DURATION),))


class TestADateOfTheLawItself:
    BAN = rule("ban", version(None, fixed_on=date(2026, 12, 2)), trigger=Happening.LAW_DATE)

    def test_belongs_to_no_case(self, france: Calendar) -> None:
        told = facts(happened("publication", "2026-08-21"))
        assert assess(pack(self.BAN), told, TODAY, france) == ()

    def test_is_the_day_the_text_fixes(self, france: Calendar) -> None:
        answer = due(self.BAN, facts(happened("law_date")), france)
        assert (answer.legal_day, answer.until) == (date(2026, 12, 2), date(2026, 12, 2))


def test_the_offence_selects_its_limitation_and_no_other_clock(france: Calendar) -> None:
    compensation = rule("civi", version("P3Y"), clock=Clock.ACT_BY, trigger=Happening.OFFENCE)
    told = facts(happened("offence", "2026-08-21", about={"offence": "insult"}))
    among = pack(compensation, offences=(offence("insult"),))
    assert isinstance(ask(compensation, told, france, among=among), Due)
    (answer,) = assess(among, facts(happened("offence", "2026-08-21")), TODAY, france)
    assert isinstance(answer, Due), "no offence needs to be chosen for a clock that is no limitation"
