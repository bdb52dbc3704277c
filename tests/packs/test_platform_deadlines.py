"""What platforms, supervisors and the civil judge owe, and what each answer changes to the clocks."""

from datetime import date

import pytest

from casedesk.law.assess import Assessment, Due, NotApplicable, Unknown, Why, assess, assess_rule
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import Clock
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import FRANCE, PACKS

TUESDAY = date(2026, 11, 10)
LATER = date(2027, 12, 1)
Acts = dict[Happening, date]


def answer(rule_id: str, acts: Acts | None = None, facts: dict[str, Value] | None = None) -> Assessment:
    """Ask a rule about a clock started on Tuesday 10 November 2026, after these acts."""
    rule = FRANCE.rules[rule_id]
    start = Occurrence(rule.trigger, When.on(TUESDAY))
    done = tuple(Occurrence(what, When.on(day)) for what, day in (acts or {}).items())
    told = Facts("fr", (start, *done), facts or {})
    return assess_rule(FRANCE, rule, told, start, LATER, calendar_for(PACKS, "fr"))


def due(rule_id: str, acts: Acts | None = None, facts: dict[str, Value] | None = None) -> Due:
    told = answer(rule_id, acts, facts)
    assert isinstance(told, Due)
    return told


def not_yet(rule_id: str, acts: Acts | None = None) -> bool:
    told = answer(rule_id, acts)
    return isinstance(told, NotApplicable) and told.why is Why.NOT_YET


@pytest.mark.parametrize(
    ("rule_id", "act", "facts"),
    [
        ("dsa_notice_ack", Happening.NOTICE_ACKNOWLEDGED, {}),
        ("dsa_notice_other_target", Happening.PLATFORM_DECISION, {"press_offence": True}),
        ("hate_code_review_24h", Happening.CONTENT_REMOVED, {}),
        ("dsa_internal_complaint_reply", Happening.INTERNAL_COMPLAINT_ANSWERED, {}),
        ("dsa_ods_decision", Happening.OUT_OF_COURT_DECIDED, {}),
        ("arcom_complaint_followup", Happening.COORDINATOR_REQUEST_SENT, {}),
        ("dsc_establishment_assessment", Happening.COORDINATOR_ANSWERED, {}),
        ("removed_content_retention_6m", Happening.CONTENT_FREEZE_ORDERED, {"large_platform": True}),
        ("platform_police_preservation", Happening.PRODUCTION_ORDER_RECEIVED, {}),
        ("lcen_ofac_removal", Happening.CONTENT_REMOVED, {}),
        ("tco_removal", Happening.CONTENT_REMOVED, {}),
        ("right_of_reply_request", Happening.REPLY_REQUESTED, {"on_edited_site": True}),
        ("right_of_reply_insertion", Happening.REPLY_PUBLISHED, {}),
        ("stopncii_recheck", Happening.CONTENT_REMOVED, {}),
        ("gdpr_minor_erasure", Happening.CONTENT_REMOVED, {"data_collected_as_minor": True}),
        ("cnil_minor_decision", Happening.AUTHORITY_REFUSED, {"data_collected_as_minor": True}),
        ("cnil_progress", Happening.AUTHORITY_NEWS, {}),
        ("conseil_etat_cnil", Happening.COUNCIL_OF_STATE_APPEAL, {}),
        ("paf_appeal", Happening.APPEAL_LODGED, {}),
        ("refere_appeal", Happening.APPEAL_LODGED, {}),
        ("formal_notice_period", Happening.CONTENT_REMOVED, {}),
    ],
)
def test_the_answer_awaited_stops_the_clock(rule_id: str, act: Happening, facts: dict[str, Value]) -> None:
    assert not due(rule_id, {}, facts).met
    assert due(rule_id, {act: date(2026, 11, 12)}, facts).met


def test_an_appeal_too_late_does_not_stop_its_clock() -> None:
    assert due("refere_appeal", {Happening.APPEAL_LODGED: date(2026, 11, 25)}).met
    assert not due("refere_appeal", {Happening.APPEAL_LODGED: date(2026, 11, 26)}).met


def test_the_copy_of_a_summons_filed_in_time_stops_the_count_back_from_the_hearing() -> None:
    assert due("assignation_registry").legal_day == date(2026, 10, 26)
    assert due("assignation_registry", {Happening.SUMMONS_FILED: date(2026, 10, 20)}).met
    assert not due("assignation_registry", {Happening.SUMMONS_FILED: date(2026, 10, 27)}).met


def test_an_extension_told_moves_the_reply_of_a_controller_to_three_months() -> None:
    told = {Happening.GDPR_EXTENSION_TOLD: date(2026, 12, 1)}
    assert not_yet("gdpr_reply_extended")
    assert not due("gdpr_reply_1m").met
    assert due("gdpr_reply_1m", told).met
    assert due("gdpr_reply_extended", told).legal_day == date(2027, 2, 10)


def test_an_extension_told_moves_the_decision_of_a_settlement_body_to_180_days() -> None:
    told = {Happening.OUT_OF_COURT_EXTENDED: date(2027, 1, 20)}
    assert not_yet("dsa_ods_decision_extended")
    assert due("dsa_ods_decision", told).met
    assert due("dsa_ods_decision_extended", told).legal_day == date(2027, 5, 10)


def test_the_decision_complained_of_is_no_answer_to_the_complaint_sent_the_same_day() -> None:
    assert not due("dsa_internal_complaint_reply", {Happening.PLATFORM_DECISION: TUESDAY}).met


def test_a_notice_is_followed_at_once_without_any_question() -> None:
    for rule_id in ("dsa_notice_ack", "dsa_notice_target"):
        assert due(rule_id).legal_day == date(2026, 11, 11)


def test_the_targets_that_ask_nothing_of_a_case_that_is_not_about_words() -> None:
    for rule_id in ("dsa_notice_other_target",):
        assert isinstance(answer(rule_id), Unknown)
        assert isinstance(answer(rule_id, {}, {"press_offence": False}), NotApplicable)


def test_an_account_that_may_come_back_is_never_overdue() -> None:
    assert {FRANCE.rules[name].clock for name in ("account_ban_end", "account_ban_relief")} == {Clock.OPENS_ON}


def test_her_own_periods_give_a_prudent_day_that_counts_on_no_extension() -> None:
    for rule_id in ("dsa_internal_complaint_6m", "conseil_etat_cnil", "right_of_reply_request", "paf_appeal"):
        rule = FRANCE.rules[rule_id]
        for example in rule.examples:
            assert example.due is None or (example.prudent is not None and example.prudent <= example.due)


def test_the_dates_of_the_law_belong_to_no_case() -> None:
    dated = {rule.id: rule.versions[-1].fixed_on for rule in FRANCE.rules.values() if rule.trigger.value == "law_date"}
    assert dated["ai_nudify_ban"] == dated["ai_marking_grace_end"] == date(2026, 12, 2)
    assert dated["torture_experiment_end"] is dated["dir_2024_1385_transposition"] is None
    answers = assess(FRANCE, Facts("fr"), LATER, calendar_for(PACKS, "fr"))
    assert not set(dated) & {one.rule.id for one in answers}
