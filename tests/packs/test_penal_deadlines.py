"""What restarts, ends and silences France's penal clocks."""

from datetime import date

import pytest

from casedesk.law.assess import Assessment, Due, NotApplicable, Unknown, Why, assess, assess_rule
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import Clock, Mark, Rule
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import FRANCE, PACKS

TUESDAY = date(2026, 11, 10)
LATER = date(2033, 1, 1)
Acts = dict[Happening, date]
LIMITATIONS = [rule for rule in FRANCE.rules.values() if rule.clock is Clock.LIMITATION]
OF_THE_PRESS = ("press_limitation_3m", "press_limitation_1y", "private_insult_limitation_3m")
CONTRAVENTIONS = ("private_insult_limitation_3m", "private_insult_limitation_1y", "contravention_limitation_1y")


def name_of(rule: Rule) -> str:
    return rule.id


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


@pytest.mark.parametrize("rule", LIMITATIONS, ids=name_of)
def test_no_act_of_hers_before_a_court_makes_a_limitation_start_again(rule: Rule) -> None:
    looks_like = {
        Happening.COMPLAINT_REFUSED,
        Happening.ASSOCIATION_DENUNCIATION,
        Happening.GENERAL_PROSECUTOR_APPEAL,
        Happening.LEGAL_AID_REQUESTED,
        Happening.NOTICE_SENT,
        Happening.FORMAL_NOTICE_RECEIVED,
    }
    assert looks_like <= set(rule.not_restarted_by)


@pytest.mark.parametrize("rule", LIMITATIONS, ids=name_of)
def test_a_civil_party_complaint_counts_only_once_its_deposit_is_settled(rule: Rule) -> None:
    settled = {Happening.CIVIL_PARTY_COMPLAINT: (Happening.DEPOSIT_PAID, Happening.DEPOSIT_WAIVED)}
    assert rule.confirmed_by == (settled if Happening.CIVIL_PARTY_COMPLAINT in rule.restarted_by else {})


@pytest.mark.parametrize("rule_id", CONTRAVENTIONS)
def test_a_contravention_knows_no_civil_party_complaint(rule_id: str) -> None:
    filed = {Happening.CIVIL_PARTY_COMPLAINT: date(2026, 12, 1), Happening.DEPOSIT_PAID: date(2026, 12, 8)}
    assert due(rule_id, filed).legal_day == due(rule_id).legal_day


@pytest.mark.parametrize("rule_id", OF_THE_PRESS)
def test_a_hearing_and_an_appeal_start_the_press_clock_again_one_after_the_other(rule_id: str) -> None:
    acts = {Happening.DIRECT_CITATION: date(2027, 1, 5), Happening.HEARING: date(2027, 4, 2)}
    end = due(rule_id, acts).legal_day
    assert end == (date(2027, 7, 2) if rule_id != "press_limitation_1y" else date(2028, 4, 2))
    assert due(rule_id, {**acts, Happening.APPEAL_LODGED: date(2027, 6, 30)}).legal_day > end


def test_a_hearing_starts_no_ordinary_clock_again() -> None:
    acts = {Happening.HEARING: date(2027, 4, 2)}
    assert due("delit_limitation_6y", acts).legal_day == date(2032, 11, 10)


@pytest.mark.parametrize(
    "rule_id", ["delit_limitation_6y", "crime_limitation_20y", "contravention_limitation_1y", "press_limitation_1y"]
)
def test_an_act_that_looks_for_the_author_starts_every_clock_but_the_press_one_again(rule_id: str) -> None:
    assert due(rule_id, {Happening.INVESTIGATION_ACT: date(2027, 2, 3)}).legal_day > due(rule_id).legal_day


def test_nothing_makes_the_twelve_years_of_a_hidden_offence_start_again() -> None:
    assert FRANCE.rules["hidden_offence_cap_12y"].restarted_by == ()


@pytest.mark.parametrize(
    ("rule_id", "act", "facts"),
    [
        ("copy_to_prosecutor_8d", Happening.COPY_TO_PROSECUTOR, {}),
        ("preliminary_inquiry_2y", Happening.NO_FURTHER_ACTION, {}),
        ("civil_party_gate_closing", Happening.CIVIL_PARTY_COMPLAINT, {}),
        ("deposit_payment", Happening.DEPOSIT_WAIVED, {}),
        ("prosecutor_submissions_3m", Happening.PROSECUTOR_SUBMISSIONS, {}),
        ("judge_act_1m", Happening.ACT_REFUSED, {}),
        ("judge_news_6m", Happening.JUDGE_NEWS, {}),
        ("inquiry_end_requests_3m", Happening.ACT_REQUESTED, {"accused_detained": False}),
        ("inquiry_end_requests_1m", Happening.ACT_REQUESTED, {"accused_detained": True}),
        ("press_truth_offer_10d", Happening.TRUTH_OFFER_SERVED, {"press_offence": True}),
        ("press_counter_evidence_5d", Happening.COUNTER_EVIDENCE_SERVED, {}),
        ("protection_order_6d", Happening.PROTECTION_ORDERED, {}),
        ("immediate_protection_24h", Happening.PROTECTION_ORDERED, {}),
        ("appeal_incident_5d", Happening.APPEAL_LODGED, {}),
        ("appeal_order_10d", Happening.APPEAL_LODGED, {}),
        ("opposition_10d", Happening.OPPOSITION_LODGED, {"residence": "metropolitan"}),
        ("opposition_1m", Happening.OPPOSITION_LODGED, {"residence": "abroad"}),
        ("cassation_5d", Happening.CASSATION_LODGED, {"press_offence": False}),
        ("cassation_press_3d", Happening.CASSATION_LODGED, {"press_offence": True}),
        ("compensation_1y_after_decision", Happening.COMPENSATION_REQUESTED, {}),
        ("compensation_supplement_1y", Happening.COMPENSATION_REQUESTED, {}),
        ("recovery_gate_2m", Happening.AWARD_PAID, {}),
        ("recovery_1y", Happening.RECOVERY_REQUESTED, {}),
        ("recovery_relief_1m", Happening.RECOVERY_RELIEF_REQUESTED, {}),
        ("fund_offer_2m", Happening.COMPENSATION_OFFER, {}),
        ("provision_decision_1m", Happening.PROVISION_DECIDED, {}),
        ("ip_retention_1y", Happening.PRESERVATION_REQUESTED, {}),
        ("operator_ip_retention_1y", Happening.IDENTITY_OBTAINED, {}),
        ("account_retention_1y", Happening.IDENTITY_OBTAINED, {}),
        ("civil_identity_retention_5y", Happening.IDENTITY_OBTAINED, {}),
        ("production_order_10d", Happening.IDENTITY_OBTAINED, {}),
        ("production_order_8h", Happening.CONNECTION_DISCLOSED, {}),
        ("preservation_order_60d", Happening.PRODUCTION_ORDER_RECEIVED, {}),
    ],
)
def test_what_was_awaited_stops_the_clock(rule_id: str, act: Happening, facts: dict[str, Value]) -> None:
    assert not due(rule_id, {}, facts).met
    assert due(rule_id, {act: date(2026, 11, 10)}, facts).met


@pytest.mark.parametrize(
    ("rule_id", "act", "in_time", "too_late", "facts"),
    [
        ("deposit_payment", Happening.DEPOSIT_PAID, date(2026, 11, 3), date(2026, 11, 12), {}),
        ("civil_party_letter_24h", Happening.CIVIL_PARTY_LETTER, date(2026, 11, 6), date(2026, 11, 10), {}),
        ("citation_10d", Happening.DIRECT_CITATION, date(2026, 10, 30), date(2026, 10, 31), {"press_offence": False}),
        (
            "press_citation_20d",
            Happening.DIRECT_CITATION,
            date(2026, 10, 21),
            date(2026, 10, 22),
            {"press_offence": True},
        ),
    ],
)
def test_what_is_done_ahead_of_its_day_stops_the_count_back(
    rule_id: str, act: Happening, in_time: date, too_late: date, facts: dict[str, Value]
) -> None:
    assert due(rule_id, {act: in_time}, facts).met
    assert not due(rule_id, {act: too_late}, facts).met


def test_the_evidence_to_the_contrary_is_due_three_clear_days_before_the_hearing_once_an_offer_was_served() -> None:
    early = answer("press_counter_evidence_before_hearing")
    assert isinstance(early, NotApplicable) and early.why is Why.NOT_YET
    offered = {Happening.TRUTH_OFFER_SERVED: date(2026, 11, 2)}
    assert due("press_counter_evidence_before_hearing", offered).legal_day == date(2026, 11, 6)
    served = {**offered, Happening.COUNTER_EVIDENCE_SERVED: date(2026, 11, 5)}
    assert due("press_counter_evidence_before_hearing", served).met


def test_a_complaint_stops_no_evidence_from_vanishing() -> None:
    filed = {Happening.COMPLAINT_PROSECUTOR: TUESDAY, Happening.REQUISITION_REQUESTED: TUESDAY}
    vanishing = [rule for rule in FRANCE.rules.values() if rule.clock is Clock.EVIDENCE]
    assert len(vanishing) > 5
    for rule in vanishing:
        assert not set(filed) & set(rule.met_by), rule.id


def test_the_second_hop_runs_from_the_connection_and_not_from_the_day_the_platform_answered() -> None:
    connected, answered = When.on(date(2026, 3, 10)), date(2026, 9, 1)
    told = Facts(
        "fr", (Occurrence(Happening.CONNECTION, connected), Occurrence(Happening.CONNECTION_DISCLOSED, connected))
    )
    answers = assess(FRANCE, told, answered, calendar_for(PACKS, "fr"))
    dates = {one.rule.id: (one.legal_day, one.met) for one in answers if isinstance(one, Due)}
    assert dates["ip_retention_1y"] == (date(2027, 3, 10), True)
    assert dates["operator_ip_retention_1y"] == (date(2027, 3, 10), False)


def test_a_text_that_was_not_read_gives_no_date_and_presses() -> None:
    unread = {rule.id for rule in FRANCE.rules.values() if rule.versions[-1].article.mark is Mark.UNVERIFIED}
    assert unread == {"legal_aid_appeal_15d", "budapest_preservation_90d", "traffic_retention_1y"}
    assert all(FRANCE.rules[name].urgent for name in unread - {"traffic_retention_1y"})


def test_only_what_concerns_a_fresh_case_speaks() -> None:
    born, when = date(1998, 5, 4), When.on(TUESDAY)
    told = Facts(
        "fr",
        (
            Occurrence(Happening.OFFENCE, when, "incident", about={"offence": "raid_numerique", "public": True}),
            Occurrence(Happening.PUBLICATION, when, "item", about={"public": True, "on_edited_site": False}),
            Occurrence(Happening.CONNECTION, when, "item"),
        ),
        {"victim_birth_date": born},
    )
    answers = assess(FRANCE, told, TUESDAY, calendar_for(PACKS, "fr"))
    assert {one.rule.id for one in answers if isinstance(one, Due)} == {
        "delit_limitation_6y",
        "ip_retention_1y",
        "compensation_3y",
    }
    assert [one.rule.id for one in answers if isinstance(one, Unknown)] == []


def test_words_alone_ask_for_no_compensation() -> None:
    told = answer("compensation_3y", {}, {"offence": "injure_publique", "victim_minor_at_facts": False})
    assert isinstance(told, NotApplicable) and (told.why, told.name) == (Why.CONDITION, "offence")


# What the commission never looks at: words, fines, files; and harms it looks at only through what they come with.
NEVER_COMPENSATED = {
    "outrage_sexiste",
    "outrage_sexiste_aggrave",
    "secret_correspondances",
    "donnees_collecte",
    "menace_violences_legeres",
    "message_porno_mineur",
    "non_denonciation",
}


def test_the_commission_s_clocks_speak_of_every_offence_that_may_harm_her_body_or_her_mind() -> None:
    words = {one.id for one in FRANCE.offences.values() if one.press or one.limitation[0].startswith("private_insult")}
    followed = set(FRANCE.offences) - words - NEVER_COMPENSATED
    for name in ("compensation_3y", "compensation_minor_3y"):
        assert set(FRANCE.rules[name].when["offence"]) == followed  # type: ignore[arg-type]
    assert set(FRANCE.routes["civi"].offences) == followed


@pytest.mark.parametrize(
    ("minor", "rule_id"), [(True, "non_denunciation_limitation_10y"), (False, "delit_listed_limitation_6y")]
)
def test_silence_about_abuse_has_a_time_limit_whatever_the_age_of_who_suffered_it(minor: bool, rule_id: str) -> None:
    born = date(2012, 5, 4) if minor else date(1950, 5, 4)
    silence = Occurrence(Happening.OFFENCE, When.on(TUESDAY), "incident", about={"offence": "non_denonciation"})
    answers = assess(FRANCE, Facts("fr", (silence,), {"victim_birth_date": born}), TUESDAY, calendar_for(PACKS, "fr"))
    assert [one.rule.id for one in answers if isinstance(one, Due)] == [rule_id]
