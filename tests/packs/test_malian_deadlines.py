"""Mali: what starts, stops and silences each clock, and what is never given a number."""

from datetime import date, timedelta

import pytest

from casedesk.law.assess import Assessment, Due, Lack, NotApplicable, Unknown, Why, assess, assess_rule
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import Clock, Mark
from casedesk.law.regime import Regime
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import MALI, PACKS

TUESDAY = date(2026, 11, 10)
LATER = date(2027, 12, 1)
NEW_PENAL_CODE = date(2024, 12, 13)
NEW_PROCEDURE = date(2025, 6, 13)
CALENDAR = calendar_for(PACKS, "ml")
Acts = dict[Happening, str]


def answer(rule_id: str, acts: Acts | None = None, facts: dict[str, Value] | None = None) -> Assessment:
    """Ask a rule about a clock started on Tuesday 10 November 2026, after these acts."""
    rule = MALI.rules[rule_id]
    start = Occurrence(rule.trigger, When.on(TUESDAY))
    done = tuple(Occurrence(what, When.on(date.fromisoformat(day))) for what, day in (acts or {}).items())
    return assess_rule(MALI, rule, Facts("ml", (start, *done), facts or {}), start, LATER, CALENDAR)


def due(rule_id: str, acts: Acts | None = None, facts: dict[str, Value] | None = None) -> Due:
    told = answer(rule_id, acts, facts)
    assert isinstance(told, Due)
    return told


# The rule, the facts it asks for, what ends it, the last day in time, the first day too late (none: late ends it too).
ENDED_BY = [
    ("parquet_transfer_to_pole", {}, Happening.DISMISSAL_DECIDED, "2026-11-20", None),
    ("dismissal_notice", {}, Happening.NO_FURTHER_ACTION, "2026-12-01", None),
    ("denunciation_may_be_public", {}, Happening.INVESTIGATION_ACT, "2027-03-01", None),
    ("mediation_attempt", {}, Happening.NO_FURTHER_ACTION, "2027-01-11", None),
    ("civil_party_gate", {}, Happening.NO_FURTHER_ACTION, "2026-12-01", None),
    ("civil_party_after_dismissal", {}, Happening.CIVIL_PARTY_COMPLAINT, "2026-12-01", None),
    ("president_refers_judge", {}, Happening.DEPOSIT_ORDERED, "2026-12-01", None),
    ("deposit_payment", {}, Happening.DEPOSIT_PAID, "2026-11-10", "2026-11-11"),
    ("deposit_payment_max", {}, Happening.DEPOSIT_WAIVED, "2026-12-10", "2026-12-11"),
    ("prosecutor_submissions_8d", {}, Happening.PROSECUTOR_SUBMISSIONS, "2026-12-01", None),
    ("judge_order_on_pcpc", {}, Happening.INQUIRY_OPENED, "2026-12-01", None),
    ("custody_first_48h", {}, Happening.INQUIRY_OPENED, "2026-12-01", None),
    ("custody_cyber", {}, Happening.HEARING, "2026-12-01", None),
    ("refused_act_appeal", {}, Happening.APPEAL_LODGED, "2026-11-11", "2026-11-12"),
    ("file_conclusions_detained_1m", {"accused_detained": True}, Happening.ACT_REQUESTED, "2026-12-10", "2026-12-11"),
    ("file_conclusions_3m", {"accused_detained": False}, Happening.ACT_REQUESTED, "2027-02-10", "2027-02-11"),
    ("civil_claim_at_hearing", {}, Happening.CIVIL_PARTY_LETTER, "2026-11-02", "2026-11-11"),
    ("judgment_publication", {"publication_ordered": True}, Happening.JUDGMENT_PUBLISHED, "2027-01-11", None),
    ("transfer_order_appeal", {}, Happening.APPEAL_LODGED, "2026-11-16", "2026-11-17"),
    ("judgment_appeal_1m", {}, Happening.APPEAL_LODGED, "2026-12-10", "2026-12-11"),
    ("cross_appeal", {}, Happening.APPEAL_LODGED, "2026-11-16", "2026-11-17"),
    ("opposition_civil_party", {}, Happening.OPPOSITION_LODGED, "2026-12-10", "2026-12-11"),
    ("cassation", {}, Happening.CASSATION_LODGED, "2026-11-13", "2026-11-14"),
    ("cassation_brief", {}, Happening.CASSATION_BRIEF_FILED, "2026-11-20", "2026-11-21"),
    ("seized_device_refusal_contest", {}, Happening.DEVICE_COLLECTED, "2026-12-10", "2026-12-11"),
    ("seized_device_claim", {"device_seized": True}, Happening.RESTITUTION_CLAIMED, "2027-05-10", "2027-05-11"),
    ("seized_device_collect", {}, Happening.DEVICE_COLLECTED, "2027-01-11", "2027-01-12"),
    ("right_of_reply", {}, Happening.REPLY_PUBLISHED, "2026-12-01", None),
]


@pytest.mark.parametrize(("rule_id", "facts", "act", "in_time", "too_late"), ENDED_BY)
def test_what_ends_a_clock_ends_it_in_time(
    rule_id: str, facts: dict[str, Value], act: Happening, in_time: str, too_late: str | None
) -> None:
    assert not due(rule_id, {}, facts).met
    assert due(rule_id, {act: in_time}, facts).met
    assert too_late is None or not due(rule_id, {act: too_late}, facts).met


# The rule, and what must have happened for it to speak.
SPEAKS_ONLY_AFTER = [
    ("civil_party_withdrawal", {Happening.CIVIL_PARTY_WITHDRAWN: "2026-11-11"}),
    ("deposit_balance_claim", {Happening.DEPOSIT_PAID: "2026-03-02"}),
    ("abusive_action_claim", {Happening.CIVIL_PARTY_COMPLAINT: "2026-03-02"}),
    ("abusive_action_claim", {Happening.DIRECT_CITATION: "2026-03-02"}),
    ("apdp_hearing_notice", {Happening.AUTHORITY_COMPLAINT_SENT: "2026-03-02"}),
    ("appeal_grounds", {Happening.JUDGMENT: "2026-11-02"}),
]


@pytest.mark.parametrize(("rule_id", "acts"), SPEAKS_ONLY_AFTER)
def test_a_rule_stays_silent_on_the_cases_it_does_not_concern(rule_id: str, acts: Acts) -> None:
    silent = answer(rule_id)
    assert isinstance(silent, NotApplicable)
    assert silent.why is Why.NOT_YET
    assert due(rule_id, acts).legal_day > date(2026, 10, 1)


def test_a_complaint_lodged_with_another_prosecutor_does_not_say_that_the_file_reached_the_pole() -> None:
    assert not due("parquet_transfer_to_pole", {Happening.COMPLAINT_PROSECUTOR: "2026-11-10"}).met


def test_a_seized_device_is_claimed_from_the_dismissal_itself_not_only_from_its_notice() -> None:
    decided = Occurrence(Happening.DISMISSAL_DECIDED, When.on(date(2026, 11, 2)))
    told_of = Occurrence(Happening.NO_FURTHER_ACTION, When.on(TUESDAY))
    facts = Facts("ml", (decided, told_of), {"device_seized": True})
    answers = [one for one in assess(MALI, facts, LATER, CALENDAR) if one.rule.id == "seized_device_claim"]
    days = sorted(one.legal_day for one in answers if isinstance(one, Due))
    assert days == [date(2027, 5, 3), date(2027, 5, 10)]  # 2 May 2027 is a Sunday


def test_the_risk_of_a_claim_against_her_is_never_said_to_be_over() -> None:
    assert "restent possibles" in MALI.rules["abusive_action_claim"].lost


# Article 457: where the person summoned lives, the rule, the last day to summon before the hearing of 10 November 2026.
SUMMONED_FROM = [
    ("court_town", "summons_notice", "2026-11-01"),
    ("court_district", "summons_notice_15d", "2026-10-25"),
    ("country", "summons_notice_30d", "2026-10-10"),
    ("africa", "summons_notice_2m", "2026-09-09"),
    ("outside_africa", "summons_notice_3m", "2026-08-09"),
]


@pytest.mark.parametrize(("lives", "rule_id", "last"), SUMMONED_FROM)
def test_the_farther_the_person_summoned_lives_the_sooner_the_summons_is_served(
    lives: str, rule_id: str, last: str
) -> None:
    facts: dict[str, Value] = {"cited_residence": lives}
    day = date.fromisoformat(last)
    served, late = ({Happening.DIRECT_CITATION: str(one)} for one in (day, day + timedelta(1)))
    assert due(rule_id, served, facts).met
    assert not due(rule_id, late, facts).met
    others = {name for _, name, _ in SUMMONED_FROM} - {rule_id}
    assert all(isinstance(answer(name, served, facts), NotApplicable) for name in others)


def test_the_notice_before_a_hearing_is_silent_without_a_summons_and_asks_where_the_person_lives() -> None:
    for _, name, _ in SUMMONED_FROM:
        assert isinstance(answer(name), NotApplicable)
        told = answer(name, {Happening.DIRECT_CITATION: "2026-10-20"})
        assert isinstance(told, Unknown)
        assert [one.name for one in told.missing] == ["cited_residence"]


def test_a_notice_of_appeal_of_two_months_asks_whether_she_was_summoned() -> None:
    told = answer("unsummoned_victim_appeal", {Happening.COMPLAINT_POLICE: "2026-03-02"})
    assert isinstance(told, Unknown)
    assert {one.name for one in told.missing} == {"summoned_to_hearing", "crime_tried"}


def test_a_civil_party_complaint_restarts_the_time_limit_only_once_the_deposit_is_paid() -> None:
    filed = {Happening.CIVIL_PARTY_COMPLAINT: "2027-02-15"}
    paid = {**filed, Happening.DEPOSIT_PAID: "2027-03-01"}
    assert due("delit_limitation_7y", filed).legal_day == date(2033, 11, 10)
    assert due("delit_limitation_7y", paid).legal_day == date(2034, 2, 15)


@pytest.mark.parametrize("rule_id", ["blocking_by_provider", "blocking_ruling", "provider_inform_authorities"])
def test_a_text_that_gives_no_number_is_quoted_and_never_counted(rule_id: str) -> None:
    told = answer(rule_id)
    assert isinstance(told, Unknown)
    [missing] = told.missing
    assert missing.lack is Lack.NO_NUMBER
    assert missing.name in {"«\u00a0sans délai\u00a0»", "«\u00a0à bref délai\u00a0»", "«\u00a0promptement\u00a0»"}


@pytest.mark.parametrize("rule_id", ["operator_retention", "controller_response", "apdp_decision"])
def test_a_number_that_was_not_found_is_never_guessed(rule_id: str) -> None:
    [version] = MALI.rules[rule_id].versions
    assert (version.duration, version.without_number, version.article.mark) == (None, "", Mark.UNVERIFIED)
    told = answer(rule_id)
    assert isinstance(told, Unknown)
    assert [one.lack for one in told.missing] == [Lack.DURATION]


def test_every_rule_counts_from_one_of_the_two_new_codes_and_says_that_the_old_law_was_not_read() -> None:
    undated = {"operator_retention", "controller_response", "apdp_decision"}
    for rule in MALI.rules.values():
        if rule.id not in undated:
            old, new = rule.versions
            assert new.applies_from in {NEW_PENAL_CODE, NEW_PROCEDURE}, rule.id
            assert (old.duration, old.without_number, old.article.mark) == (None, "", Mark.UNVERIFIED), rule.id


def test_only_limitations_and_the_penal_code_count_from_its_own_day() -> None:
    of_the_penal_code = {"right_of_reply", "judgment_publication", "apdp_hearing_notice", "provider_inform_authorities"}
    limits = {rule.id for rule in MALI.rules.values() if rule.clock is Clock.LIMITATION}
    counted = {rule.id for rule in MALI.rules.values() if rule.versions[-1].applies_from == NEW_PENAL_CODE}
    assert counted == of_the_penal_code | limits


def test_a_period_to_act_in_shows_the_probable_date_and_the_prudent_one() -> None:
    regimes = {
        rule.id: version.regime
        for rule in MALI.rules.values()
        if rule.clock is Clock.ACT_BY
        for version in rule.versions
    }
    others = {name: regime for name, regime in regimes.items() if regime is not Regime.ML_CPP_1366}
    assert others == {
        "civil_party_withdrawal": Regime.HOURS,
        "refused_act_appeal": Regime.HOURS,
        "deposit_balance_claim": Regime.LIMITATION,  # six months, counted strictly
        "civil_claim_at_hearing": Regime.LIMITATION,  # the very day of the hearing
        **{name: Regime.CLEAR_BACKWARD for _, name, _ in SUMMONED_FROM},
    }


@pytest.mark.parametrize(
    ("born_on", "arguable", "day"),
    [
        (date(2000, 5, 14), "delit_sexual_limitation_10y", date(2036, 11, 10)),
        (date(2010, 5, 14), "delit_sexual_minor_limitation_10y", date(2038, 5, 14)),
    ],
)
def test_where_an_offence_may_be_sexual_the_sure_date_comes_before_the_arguable_one(
    born_on: date, arguable: str, day: date
) -> None:
    facts = Facts(
        "ml",
        (Occurrence(Happening.OFFENCE, When.on(TUESDAY), about={"offence": "pornographie_forcee"}),),
        {"victim_birth_date": born_on},
    )
    answers = [one for one in assess(MALI, facts, LATER, CALENDAR) if isinstance(one, Due)]
    assert {one.rule.id: one.legal_day for one in answers} == {
        "delit_limitation_7y": date(2033, 11, 10),
        arguable: day,
    }


def test_what_may_be_published_by_the_association_is_said_to_be_dangerous_and_has_no_letter() -> None:
    rule = MALI.rules["denunciation_may_be_public"]
    assert rule.clock is Clock.OPENS_ON
    assert rule.letters == ()
    assert "dangereux" in rule.lost


def test_after_a_dismissal_the_civil_party_complaint_no_longer_waits() -> None:
    told = due("civil_party_after_dismissal")
    assert (told.legal_day, told.prudent_day) == (TUESDAY, TUESDAY)
