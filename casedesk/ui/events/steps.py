"""The steps a person notes, grouped by who one deals with."""

from casedesk.law.facts import Happening
from casedesk.law.pack import Pack
from casedesk.translate import N_, _

# Facts, publications and connections are told by incidents and contents; the dates of the law by the law.
STEPS: dict[str, tuple[Happening, ...]] = {
    N_("Complaint"): (
        Happening.COMPLAINT_POLICE,
        Happening.COMPLAINT_REFUSED,
        Happening.COPY_TO_PROSECUTOR,
        Happening.COMPLAINT_PROSECUTOR,
        Happening.OTHER_PROSECUTOR_SEIZED,
        Happening.REQUISITION_REQUESTED,
        Happening.ADDRESS_CHANGED,
        Happening.ADDRESS_CHANGE_SENT,
        Happening.ASSOCIATION_DENUNCIATION,
        Happening.MEDIATOR_SEIZED,
        Happening.DISMISSAL_DECIDED,
        Happening.NO_FURTHER_ACTION,
        Happening.GENERAL_PROSECUTOR_APPEAL,
    ),
    N_("Investigation"): (
        Happening.INVESTIGATION_ACT,
        Happening.QUALIFIED_REQUISITION,
        Happening.PRESERVATION_REQUESTED,
        Happening.CONTENT_FREEZE_ORDERED,
        Happening.PRODUCTION_ORDER_RECEIVED,
        Happening.EMERGENCY_PRODUCTION_ORDER_RECEIVED,
        Happening.PRESERVATION_ORDER_RECEIVED,
        Happening.CONNECTION_DISCLOSED,
        Happening.IDENTITY_OBTAINED,
        Happening.SUSPECT_FIRST_HEARD,
        Happening.ARREST,
        Happening.RESTITUTION_CLAIMED,
        Happening.RESTITUTION_REFUSED,
        Happening.RESTITUTION_NOTICE,
        Happening.DEVICE_COLLECTED,
    ),
    N_("Civil party and judge"): (
        Happening.CIVIL_PARTY_COMPLAINT,
        Happening.DEPOSIT_ORDERED,
        Happening.DEPOSIT_DUE,
        Happening.DEPOSIT_PAID,
        Happening.DEPOSIT_WAIVED,
        Happening.DEPOSIT_RETURNED,
        Happening.CIVIL_PARTY_COMMUNICATED,
        Happening.PROSECUTOR_SUBMISSIONS,
        Happening.CIVIL_PARTY_WITHDRAWN,
        Happening.INQUIRY_OPENED,
        Happening.JUDGE_NEWS,
        Happening.ACT_REQUESTED,
        Happening.ACT_REFUSED,
        Happening.ACT_ANSWERED,
        Happening.INQUIRY_END_NOTICE,
        Happening.ORDER_NOTIFIED,
        Happening.TRANSFER_ORDER_NOTIFIED,
    ),
    N_("Hearing"): (
        Happening.DIRECT_CITATION,
        Happening.TRUTH_OFFER_SERVED,
        Happening.COUNTER_EVIDENCE_SERVED,
        Happening.CIVIL_PARTY_LETTER,
        Happening.HEARING,
        Happening.CIVIL_HEARING,
        Happening.SUMMONS_FILED,
    ),
    N_("Judgment and appeals"): (
        Happening.JUDGMENT,
        Happening.DEFAULT_JUDGMENT_SERVED,
        Happening.CIVIL_JUDGMENT_SERVED,
        Happening.URGENT_ORDER_SERVED,
        Happening.OPPOSITION_LODGED,
        Happening.APPEAL_LODGED,
        Happening.OTHER_PARTY_APPEAL,
        Happening.APPEAL_GROUNDS_FILED,
        Happening.APPEAL_DECISION,
        Happening.CASSATION_LODGED,
        Happening.CASSATION_BRIEF_FILED,
        Happening.CONVICTION_FINAL,
        Happening.ACQUITTAL_FINAL,
        Happening.DECISION_FINAL,
        Happening.JUDGMENT_PUBLISHED,
        Happening.ACCOUNT_BAN_DECIDED,
        Happening.ACCOUNT_BAN_SERVED,
    ),
    N_("Compensation, legal aid, protection"): (
        Happening.COMPENSATION_REQUESTED,
        Happening.COMPENSATION_FILE_RECEIVED,
        Happening.COMPENSATION_OFFER,
        Happening.COMPENSATION_REFUSED,
        Happening.PROVISION_REQUESTED,
        Happening.PROVISION_DECIDED,
        Happening.AWARD_FINAL,
        Happening.CIVIL_AWARD_FINAL,
        Happening.AWARD_PAID,
        Happening.RECOVERY_REQUESTED,
        Happening.RECOVERY_REFUSED,
        Happening.RECOVERY_RELIEF_REQUESTED,
        Happening.LEGAL_AID_REQUESTED,
        Happening.LEGAL_AID_REFUSED,
        Happening.LEGAL_AID_APPEAL,
        Happening.PROTECTION_HEARING_FIXED,
        Happening.IMMEDIATE_PROTECTION_SOUGHT,
        Happening.PROTECTION_ORDERED,
    ),
    N_("Platforms"): (
        Happening.NOTICE_SENT,
        Happening.MONITORING_NOTICE_SENT,
        Happening.NOTICE_ACKNOWLEDGED,
        Happening.PLATFORM_DECISION,
        Happening.INTERNAL_COMPLAINT_SENT,
        Happening.INTERNAL_COMPLAINT_ANSWERED,
        Happening.OUT_OF_COURT_RECEIVED,
        Happening.OUT_OF_COURT_EXTENDED,
        Happening.OUT_OF_COURT_DECIDED,
        Happening.COORDINATOR_COMPLAINT,
        Happening.COORDINATOR_REQUEST_SENT,
        Happening.COORDINATOR_ANSWERED,
        Happening.CONTENT_REMOVED,
        Happening.ACCOUNT_CLOSED,
        Happening.CONTRACT_ENDED,
        Happening.REMOVAL_DEMANDED_BY_POLICE,
        Happening.TERRORIST_REMOVAL_ORDERED,
        Happening.BLOCKING_REQUESTED,
        Happening.HASH_CASE_CREATED,
    ),
    N_("Personal data"): (
        Happening.GDPR_REQUEST_SENT,
        Happening.GDPR_REQUEST_RECEIVED,
        Happening.GDPR_EXTENSION_TOLD,
        Happening.GDPR_REPLY_RECEIVED,
        Happening.AUTHORITY_COMPLAINT_SENT,
        Happening.AUTHORITY_COMPLAINT_RECEIVED,
        Happening.AUTHORITY_NEWS,
        Happening.AUTHORITY_REFUSED,
        Happening.COUNCIL_OF_STATE_APPEAL,
    ),
    N_("Other"): (
        Happening.BAILIFF_REPORT,
        Happening.LAWYER_LETTER,
        Happening.FORMAL_NOTICE_RECEIVED,
        Happening.REPLY_REQUESTED,
        Happening.REPLY_PUBLISHED,
        Happening.COMMUNICATION,
    ),
}
_REGISTERED = frozenset(
    {
        Happening.COPY_TO_PROSECUTOR,
        Happening.COMPLAINT_PROSECUTOR,
        Happening.REQUISITION_REQUESTED,
        Happening.ADDRESS_CHANGE_SENT,
        Happening.GENERAL_PROSECUTOR_APPEAL,
        Happening.CIVIL_PARTY_LETTER,
        Happening.LAWYER_LETTER,
        Happening.FORMAL_NOTICE_RECEIVED,
    }
)
_REPORTED = frozenset({Happening.COMPLAINT_POLICE, Happening.COMPLAINT_REFUSED, Happening.INVESTIGATION_ACT})
_OF_PLATFORMS = frozenset(STEPS["Platforms"]) | {Happening.GDPR_REQUEST_RECEIVED, Happening.GDPR_REPLY_RECEIVED}


def known_to(pack: Pack) -> frozenset[Happening]:
    """Find the steps that a country's law speaks of: those that start, restart, stop or open something."""
    known: set[Happening] = set()
    for rule in pack.rules.values():
        known.update((rule.trigger, *rule.also_from, *rule.restarted_by, *rule.not_restarted_by, *rule.met_by))
        known.update(rule.requires, *rule.confirmed_by.values())
    for route in pack.routes.values():
        known.update((*route.needs, *route.done_by))
    known.update(letter.records for letter in pack.letters.values() if letter.records)
    return frozenset(known)


def reference_example(what: Happening) -> str:
    """Say which number goes with a step, as an example in its field."""
    if what in _REGISTERED:
        return _("number of the registered letter")
    if what in _REPORTED:
        return _("number of the report (PV)")
    if what in _OF_PLATFORMS:
        return _("number given by the platform")
    justice = ("Complaint", "Investigation", "Civil party and judge", "Hearing", "Judgment and appeals")
    if any(what in STEPS[group] for group in justice):
        return _("number of the proceedings")
    return _("a number, if there is one")
