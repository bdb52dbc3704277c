"""What the rules say beyond their dates: which exist, what restarts them, what they never claim."""

from datetime import date

import pytest

from casedesk.law.assess import Due, assess_rule
from casedesk.law.facts import Facts, Happening, Occurrence
from casedesk.law.pack import Clock, Rule, StartsFrom
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import FRANCE, MALI, PACKS, RULES

# Filed or written by her side: none of these stops the time that limits an action.
NEVER_RESTARTS = {
    Happening.COMPLAINT_POLICE,
    Happening.COMPLAINT_PROSECUTOR,
    Happening.COPY_TO_PROSECUTOR,
    Happening.REQUISITION_REQUESTED,
    Happening.BAILIFF_REPORT,
    Happening.LAWYER_LETTER,
}
LIMITATIONS = [rule for _pack, rule in RULES if rule.clock is Clock.LIMITATION]
ADULT_RULE = "delit_listed_limitation_6y"
MINOR_RULE = "delit_minor_limitation"
# Code of criminal procedure, art. 706-47, text of 2023, among the offences of the pack.
LISTED = {
    "pedoporno_diffusion",
    "pedoporno_detention",
    "corruption_mineur",
    "proposition_sexuelle_mineur",
    "message_porno_mineur",
}


@pytest.mark.parametrize("rule", LIMITATIONS, ids=lambda rule: rule.id)
def test_a_plain_complaint_a_report_or_a_letter_restart_no_limitation(rule: Rule) -> None:
    assert not NEVER_RESTARTS & set(rule.restarted_by)
    assert set(rule.not_restarted_by) >= NEVER_RESTARTS
    assert rule.met_by == ()


def test_an_ordinary_investigation_act_restarts_the_year_of_the_press_not_its_three_months() -> None:
    assert Happening.INVESTIGATION_ACT in FRANCE.rules["press_limitation_1y"].restarted_by
    assert Happening.INVESTIGATION_ACT in FRANCE.rules["press_limitation_3m"].not_restarted_by


def test_nothing_is_taken_to_restart_the_press_clock_of_mali_whose_law_was_not_read() -> None:
    assert MALI.rules["press_limitation_3m"].restarted_by == ()


def test_only_listed_offences_run_from_majority() -> None:
    assert {offence.id for offence in FRANCE.offences.values() if MINOR_RULE in offence.limitation} == LISTED
    adult = {offence.id for offence in FRANCE.offences.values() if ADULT_RULE in offence.limitation}
    assert adult == LISTED | {"non_denonciation"}  # silence about an adult who cannot protect herself: six years too
    assert FRANCE.rules[MINOR_RULE].starts_from is StartsFrom.MAJORITY
    assert FRANCE.rules[MINOR_RULE].when == {"victim_minor_at_facts": True}
    assert FRANCE.rules[ADULT_RULE].when == {"victim_minor_at_facts": False}


# For each clock that an act or an answer ends: the day it starts, what ends it in time, and too late.
ENDED_BY = {
    ("fr", "appeal_10d"): (Happening.APPEAL_LODGED, "2026-11-20", "2026-11-21"),
    ("fr", "dsa_internal_complaint_6m"): (Happening.INTERNAL_COMPLAINT_SENT, "2027-05-10", "2027-05-11"),
    ("fr", "gdpr_reply_1m"): (Happening.GDPR_REPLY_RECEIVED, "2027-02-01", None),
    ("fr", "civil_party_gate"): (Happening.CIVIL_PARTY_COMPLAINT, "2027-02-11", None),
    ("fr", "dsa_notice_target"): (Happening.PLATFORM_DECISION, "2026-12-01", None),
    ("ml", "civil_party_gate"): (Happening.CIVIL_PARTY_COMPLAINT, "2027-02-11", None),
    ("ml", "dismissal_appeal_3m"): (Happening.GENERAL_PROSECUTOR_APPEAL, "2027-02-10", "2027-02-11"),
    ("ml", "instruction_order_appeal_3d"): (Happening.APPEAL_LODGED, "2026-11-13", "2026-11-14"),
}


# Nothing that she, or anybody else, notes in the case ends these: only time does.
NOTHING_ENDS = {
    ("fr", "account_ban_end"),
    ("fr", "account_ban_relief"),
    ("ml", "abusive_action_claim"),  # it runs against her
}


def test_every_clock_but_what_time_alone_ends_can_be_met() -> None:
    on_their_own = {Clock.LIMITATION, Clock.EVIDENCE}
    endless = {
        (pack.id, rule.id)
        for pack, rule in RULES
        if not rule.met_by and rule.clock not in on_their_own and rule.trigger is not Happening.LAW_DATE
    }
    assert endless == NOTHING_ENDS
    assert not [rule.id for _pack, rule in RULES if rule.met_by and rule.clock is Clock.LIMITATION]


@pytest.mark.parametrize(("jurisdiction", "rule_id"), ENDED_BY)
def test_what_was_done_in_time_stops_the_countdown(jurisdiction: str, rule_id: str) -> None:
    act, in_time, too_late = ENDED_BY[jurisdiction, rule_id]
    assert met(jurisdiction, rule_id, act, in_time)
    assert too_late is None or not met(jurisdiction, rule_id, act, too_late)


def met(jurisdiction: str, rule_id: str, act: Happening, on: str) -> bool:
    """Say whether a clock started on Tuesday 10 November 2026 is met by an act on a day."""
    pack = PACKS[jurisdiction]
    rule = pack.rules[rule_id]
    start = Occurrence(rule.trigger, When.on(date(2026, 11, 10)))
    done = Occurrence(act, When.on(date.fromisoformat(on)))
    facts = Facts(jurisdiction, (start, done))
    calendar = calendar_for(PACKS, jurisdiction)
    answer = assess_rule(pack, rule, facts, start, date(2027, 6, 1), calendar)
    assert isinstance(answer, Due)
    return answer.met


def test_an_appeal_makes_the_press_periods_start_again() -> None:
    for name in ("press_limitation_3m", "press_limitation_1y"):
        assert Happening.APPEAL_LODGED in FRANCE.rules[name].restarted_by


def test_every_limitation_asked_of_an_offence_is_one() -> None:
    for pack in (FRANCE, MALI):
        for offence in pack.offences.values():
            assert offence.limitation
            assert {pack.rules[name].clock for name in offence.limitation} == {Clock.LIMITATION}


def test_the_three_months_before_a_civil_party_complaint_start_from_the_prosecutor_only() -> None:
    for pack in (FRANCE, MALI):
        gate = pack.rules["civil_party_gate"]
        assert {gate.trigger, *gate.also_from} == {Happening.COMPLAINT_PROSECUTOR, Happening.COPY_TO_PROSECUTOR}


def test_mali_gives_no_duration_to_what_operators_keep_and_says_it_is_urgent() -> None:
    rule = MALI.rules["operator_retention"]
    assert rule.urgent
    assert [version.duration for version in rule.versions] == [None]


def test_a_target_is_never_called_a_legal_period() -> None:
    targets = [rule for _pack, rule in RULES if rule.clock is Clock.TARGET]
    assert "dsa_notice_target" in {rule.id for rule in targets}
    for version in (version for rule in targets for version in rule.versions):
        assert "aucun délai chiffré" in version.article.text
        assert version.note.startswith(("Objectif interne, non légal.", "Engagement volontaire, non légal."))


def test_what_evaporates_is_prudently_asked_for_the_day_before() -> None:
    for name in ("ip_retention_1y", "account_retention_1y"):
        assert [version.safe_days for version in FRANCE.rules[name].versions] == [1]
