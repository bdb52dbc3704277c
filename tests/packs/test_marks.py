"""How far each article was checked, held against a table written by hand from what was read."""

import pytest

from casedesk.law.pack import Mark
from tests.packs.jurisdictions import FRANCE, MALI, PACKS, RULES, citations_of

V, S, U = Mark.VERIFIED, Mark.SECONDARY, Mark.UNVERIFIED

# For each rule, version by version from the oldest: the mark of its article, then those of the texts beside it.
RULE_MARKS = {
    ("fr", "press_limitation_3m"): [(V, S, S, S, V)],  # law of 1881, art. 65 read; the three rulings reported
    ("fr", "press_limitation_1y"): [(V, V)],
    ("fr", "delit_limitation_6y"): [(U,), (V, V), (S, V)],  # art. 8 read as of 2021; as of 12 May 2024 reported
    ("fr", "delit_listed_limitation_6y"): [(U,), (V, V), (S, V)],
    ("fr", "delit_minor_limitation"): [(U,), (V, V), (S, V)],
    ("fr", "private_insult_limitation_3m"): [(V, V, V, S)],  # a ruling of 1964, read; that of Chambéry reported
    ("fr", "private_insult_limitation_1y"): [(V, V, V, V)],
    ("fr", "delit_minor_limitation_20y"): [(U,), (V,), (S,)],  # art. 8 as of 23 April 2021; older wordings not read
    ("fr", "non_denunciation_limitation_10y"): [(U,), (V, V), (S, V)],
    ("fr", "crime_limitation_20y"): [(U,), (V, V)],  # art. 7 as of 23 April 2021; older wordings not read
    ("fr", "crime_listed_limitation_20y"): [(U,), (V, V)],
    ("fr", "crime_minor_limitation_30y"): [(U,), (V, V)],
    ("fr", "contravention_limitation_1y"): [(V, V)],
    ("fr", "hidden_offence_cap_12y"): [(V,)],
    ("fr", "complaint_receipt"): [(V,)],  # what was read is that the text says at once
    ("fr", "copy_to_prosecutor_8d"): [(V,)],  # what was read is that the law gives no number
    ("fr", "general_prosecutor_appeal"): [(V, V)],  # nor here
    ("fr", "address_change"): [(V, V)],  # nor here
    ("fr", "preliminary_inquiry_2y"): [(U,), (V,)],
    ("fr", "civil_party_gate"): [(U,), (V,)],
    ("fr", "civil_party_gate_closing"): [(U,), (V, V)],
    ("fr", "deposit_payment"): [(V, V, S, S)],  # art. 392-1 and the ruling on transfers, reported
    ("fr", "prosecutor_submissions_3m"): [(V,)],
    ("fr", "judge_act_1m"): [(V,)],
    ("fr", "judge_news_6m"): [(V,)],
    ("fr", "inquiry_end_requests_3m"): [(V, V)],
    ("fr", "inquiry_end_requests_1m"): [(V, V)],
    ("fr", "civil_party_letter_24h"): [(V,)],
    ("fr", "press_truth_offer_10d"): [(V,)],
    ("fr", "press_counter_evidence_5d"): [(V,)],
    ("fr", "press_counter_evidence_before_hearing"): [(V,)],
    ("fr", "citation_10d"): [(V, S)],  # that the ten days are clear ones is reported
    ("fr", "press_citation_20d"): [(V, V, V)],
    ("fr", "protection_order_6d"): [(V,)],
    ("fr", "immediate_protection_24h"): [(V,)],
    ("fr", "ip_retention_1y"): [(V, V, V, S)],  # decree 2021-1362: two articles read, the rest reported
    ("fr", "account_retention_1y"): [(V, V, V, S)],
    ("fr", "operator_ip_retention_1y"): [(V, V)],
    ("fr", "civil_identity_retention_5y"): [(V, V, V, S)],
    ("fr", "traffic_retention_1y"): [(S,), (V, S), (U,)],  # the decree of 2025 read, that of 2026 not found
    ("fr", "traffic_order_end"): [(V,)],
    ("fr", "content_freeze_1y"): [(V, V)],
    ("fr", "budapest_preservation_90d"): [(U, V)],  # the convention was not read
    ("fr", "production_order_10d"): [(S,), (V, S, V)],  # the regulation read, the day it applies from reported
    ("fr", "production_order_8h"): [(S,), (V, S, V)],
    ("fr", "preservation_order_60d"): [(S,), (V, S, V)],
    ("fr", "appeal_10d"): [(V, V, V)],
    ("fr", "appeal_incident_5d"): [(V, V)],
    ("fr", "appeal_order_10d"): [(S, S, V)],  # art. 186 and the ruling on its start, reported
    ("fr", "opposition_10d"): [(V, V)],
    ("fr", "opposition_1m"): [(V, V)],
    ("fr", "cassation_5d"): [(V, V)],  # in an old copy
    ("fr", "cassation_press_3d"): [(V, V, S)],
    ("fr", "legal_aid_appeal_15d"): [(U,)],  # the decree's art. 69 was not read: no number
    ("fr", "compensation_3y"): [(V, V, S)],
    ("fr", "compensation_minor_3y"): [(S,), (V,)],
    ("fr", "compensation_1y_after_decision"): [(V,)],
    ("fr", "compensation_supplement_1y"): [(V,)],
    ("fr", "recovery_gate_2m"): [(V,)],
    ("fr", "recovery_1y"): [(V,)],
    ("fr", "recovery_1y_after_refusal"): [(V, V)],
    ("fr", "recovery_relief_1m"): [(V, V)],
    ("fr", "fund_offer_2m"): [(V,)],
    ("fr", "provision_decision_1m"): [(V,)],
    ("fr", "dsa_internal_complaint_6m"): [(V, V)],
    ("fr", "gdpr_reply_1m"): [(V, V)],
    ("fr", "dsa_notice_target"): [(V, V)],  # what was read is that the law gives no number
    ("fr", "dsa_notice_ack"): [(V,)],
    ("fr", "dsa_notice_other_target"): [(V,)],
    ("fr", "hate_code_review_24h"): [(S,)],  # a code of conduct, reported
    ("fr", "dsa_internal_complaint_reply"): [(V,)],
    ("fr", "dsa_ods_decision"): [(V, V)],
    ("fr", "dsa_ods_decision_extended"): [(V, V)],
    ("fr", "arcom_complaint_followup"): [(V,)],
    ("fr", "dsc_establishment_assessment"): [(V, V)],
    ("fr", "removed_content_retention_6m"): [(S, V, S)],  # the law was read, the decree that gives the number was not
    ("fr", "platform_police_preservation"): [(V,)],  # the platforms' own pages
    ("fr", "lcen_ofac_removal"): [(V, V)],
    ("fr", "tco_removal"): [(S, V, V)],  # the regulation that gives the hour was not read
    ("fr", "right_of_reply_request"): [(V, V)],
    ("fr", "right_of_reply_insertion"): [(V,)],
    ("fr", "account_ban_end"): [(V,)],
    ("fr", "account_ban_relief"): [(V,)],
    ("fr", "stopncii_recheck"): [(S,)],
    ("fr", "gdpr_reply_extended"): [(V, V)],
    ("fr", "gdpr_minor_erasure"): [(V, V, V)],
    ("fr", "cnil_minor_decision"): [(V, V)],
    ("fr", "cnil_progress"): [(V, V, S, S)],  # decree 2019-536, art. 10, and a ruling, reported
    ("fr", "conseil_etat_cnil"): [(V, V)],
    ("fr", "assignation_registry"): [(V, V)],
    ("fr", "paf_appeal"): [(V, V)],
    ("fr", "refere_appeal"): [(V, V)],
    ("fr", "formal_notice_period"): [(V,)],
    ("fr", "ai_nudify_ban"): [(V, S)],
    ("fr", "ai_marking_grace_end"): [(V, S)],
    ("fr", "torture_experiment_end"): [(V, S)],
    ("fr", "dir_2024_1385_transposition"): [(S, V)],
    ("ml", "delit_limitation_7y"): [(U,), (V, V, V)],
    ("ml", "crime_limitation_15y"): [(U,), (V, V)],
    ("ml", "press_limitation_3m"): [(U,), (S, V, V)],  # law 00-046 was not read
    ("ml", "civil_party_gate"): [(U,), (V,)],
    ("ml", "dismissal_appeal_3m"): [(U,), (V, V)],
    ("ml", "instruction_order_appeal_3d"): [(U,), (V, V)],
    ("ml", "delit_sexual_limitation_10y"): [(U,), (V, V)],
    ("ml", "delit_sexual_minor_limitation_10y"): [(U,), (V, V)],
    ("ml", "crime_sexual_limitation_20y"): [(U,), (V, V)],
    ("ml", "crime_sexual_minor_limitation_20y"): [(U,), (V, V)],
    ("ml", "contravention_limitation_1y"): [(U,), (V, V)],
    ("ml", "parquet_transfer_to_pole"): [(U,), (V, V)],
    ("ml", "dismissal_notice"): [(U,), (V, V)],
    ("ml", "denunciation_may_be_public"): [(U,), (V,)],
    ("ml", "mediation_attempt"): [(U,), (V, V, V)],
    ("ml", "civil_party_after_dismissal"): [(U,), (V,)],
    ("ml", "president_refers_judge"): [(U,), (V, V)],
    ("ml", "deposit_payment"): [(U,), (V, V)],
    ("ml", "deposit_payment_max"): [(U,), (V, V)],
    ("ml", "prosecutor_submissions_8d"): [(U,), (V, V)],
    ("ml", "judge_order_on_pcpc"): [(U,), (V, V)],
    ("ml", "civil_party_withdrawal"): [(U,), (V,)],
    ("ml", "deposit_balance_claim"): [(U,), (V,)],
    ("ml", "abusive_action_claim"): [(U,), (V, V)],
    ("ml", "custody_first_48h"): [(U,), (V,)],
    ("ml", "custody_cyber"): [(U,), (V,)],
    ("ml", "refused_act_appeal"): [(U,), (V,)],
    ("ml", "file_conclusions_detained_1m"): [(U,), (V, V)],
    ("ml", "file_conclusions_3m"): [(U,), (V, V)],
    ("ml", "summons_notice"): [(U,), (V, V)],
    ("ml", "summons_notice_15d"): [(U,), (V, V)],
    ("ml", "summons_notice_30d"): [(U,), (V, V)],
    ("ml", "summons_notice_2m"): [(U,), (V, V)],
    ("ml", "summons_notice_3m"): [(U,), (V, V)],
    ("ml", "civil_claim_at_hearing"): [(U,), (V, V, V)],
    ("ml", "apdp_hearing_notice"): [(U,), (V,)],
    ("ml", "judgment_publication"): [(U,), (V, V)],
    ("ml", "transfer_order_appeal"): [(U,), (V, V)],
    ("ml", "judgment_appeal_1m"): [(U,), (V, V, V)],
    ("ml", "unsummoned_victim_appeal"): [(U,), (V, V)],
    ("ml", "cross_appeal"): [(U,), (V, V)],
    ("ml", "appeal_grounds"): [(U,), (V, V)],
    ("ml", "opposition_civil_party"): [(U,), (V, V)],
    ("ml", "cassation"): [(U,), (V, V, V)],
    ("ml", "cassation_brief"): [(U,), (V, V, V)],
    ("ml", "seized_device_refusal_contest"): [(U,), (V, V)],
    ("ml", "seized_device_claim"): [(U,), (V, V)],
    ("ml", "seized_device_collect"): [(U,), (V, V)],
    ("ml", "right_of_reply"): [(U,), (V,)],
    ("ml", "blocking_by_provider"): [(U,), (V, V)],
    ("ml", "blocking_ruling"): [(U,), (V, V)],
    ("ml", "provider_inform_authorities"): [(U,), (V,)],
    ("ml", "operator_retention"): [(U, V, V, V)],
    ("ml", "controller_response"): [(U, V)],  # law 2013-015 was not read
    ("ml", "apdp_decision"): [(U,)],
}


def test_the_rules_are_those_of_the_table() -> None:
    assert {(pack.id, rule.id) for pack, rule in RULES} == set(RULE_MARKS)


@pytest.mark.parametrize(("jurisdiction", "rule_id"), RULE_MARKS)
def test_a_rule_is_marked_as_its_text_was_read(jurisdiction: str, rule_id: str) -> None:
    versions = PACKS[jurisdiction].rules[rule_id].versions
    marks = [tuple(one.mark for one in (version.article, *version.also)) for version in versions]
    assert marks == RULE_MARKS[jurisdiction, rule_id]


def test_no_number_of_days_rests_on_a_text_nobody_read() -> None:
    unread = [rule.id for _pack, rule in RULES for one in rule.versions if one.duration and one.article.mark is U]
    assert unread == []


def test_every_french_qualification_was_read_in_the_code() -> None:
    assert {offence.citation.mark for offence in FRANCE.offences.values()} == {V}


def test_in_mali_only_defamation_rests_on_a_law_reported() -> None:
    reported = [offence.id for offence in MALI.offences.values() if offence.citation.mark is not V]
    assert reported == ["diffamation_en_ligne"]


def test_a_source_that_was_only_reported_never_carries_a_verified_article() -> None:
    reported = {
        "fr": {
            "budapest",
            "ca_chambery_2023",
            "cpp_706_5_ancien",
            "cpp_75_3_ancien",
            "cpp_avant_2021",
            "crim_21_81826",
            "crim_24_80360",
            "dalloz_2014",
            "dalloz_consignation",
            "decret_2020_1717_69",
            "decret_trafic_2026",
            "decrets_trafic_anciens",
            "etude_impact_2021_998",
            "legipresse_47162",
            "reg_2023_1543_date",
            "senat_l22_660",
            "vagneux_2024",
            "cpp_8_2024",
            "cpp_8_ancien",
            "cpp_85_ancien",
            "crim_13_84444",
            "tgi_paris_1998",
            "decret_2021_1362",
            "service_public",
            "ce_491492",
            "code_conduite_haine",
            "decret_2019_536",
            "decret_2022_1567",
            "decret_2025_146",
            "decret_2025_768",
            "dir_2024_1385",
            "omnibus_ia",
            "cpp_civi",
            "page_3018",
            "page_stopncii",
            "page_take_it_down",
            "point_de_contact_2024",
            "reg_2021_784",
        },
        "ml": {
            "loi_00_046",
            "cpp_2001",
            "ancien_droit",
            "decret_conservation",
            "assistance_judiciaire",
            "loi_2013_015",
        },
    }
    for pack in PACKS.values():
        for citation in citations_of(pack):
            assert (citation.mark is not V) == (citation.source in reported[pack.id]), citation.text


def test_letters_cite_nothing_nobody_read() -> None:
    cited = [citation for pack in PACKS.values() for letter in pack.letters.values() for citation in letter.citations]
    assert cited
    assert all(citation.mark is V for citation in cited)
