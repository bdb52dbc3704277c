"""Everything the law may ask about a case, and nothing else.

A case is told to the law as happenings (something that occurred, when, about what) and as answers (what is known of the
person and of the case as a whole). Packs may only name what is listed here; the loader refuses the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from casedesk.law.when import When

Value = str | bool | int | date


class Happening(StrEnum):
    """What a clock can start from, stop at, or be restarted by. The value is what a pack writes."""

    # The facts, told by incidents and contents
    OFFENCE = "offence"  # an incident under one offence; `about` says which
    PUBLICATION = "publication"  # a content went online
    CONNECTION = "connection"  # the author's account was seen connected or posting
    CONNECTION_DISCLOSED = "connection_disclosed"  # a connection whose IP address the platform gave; its own day
    ACCOUNT_CLOSED = "account_closed"
    CONTRACT_ENDED = "contract_ended"  # the author's, with the operator or the platform
    COMMUNICATION = "communication"  # a call, message or session by an operator's subscriber

    # Complaint
    COMPLAINT_POLICE = "complaint_police"
    COMPLAINT_REFUSED = "complaint_refused"
    COMPLAINT_PROSECUTOR = "complaint_prosecutor"  # lodged against receipt, or by registered letter
    COPY_TO_PROSECUTOR = "copy_to_prosecutor"  # copy of the police complaint, registered letter
    OTHER_PROSECUTOR_SEIZED = "other_prosecutor_seized"  # Mali: a prosecutor who is not the Pôle's
    REQUISITION_REQUESTED = "requisition_requested"  # our letter asking the prosecutor to identify and preserve
    ADDRESS_CHANGED = "address_changed"  # the address she declared changed
    ADDRESS_CHANGE_SENT = "address_change_sent"  # and the registered letter that says so
    ASSOCIATION_DENUNCIATION = "association_denunciation"
    MEDIATOR_SEIZED = "mediator_seized"
    DISMISSAL_DECIDED = "dismissal_decided"
    NO_FURTHER_ACTION = "no_further_action"  # notice of dismissal received
    GENERAL_PROSECUTOR_APPEAL = "general_prosecutor_appeal"  # against a dismissal

    # Investigation
    INVESTIGATION_ACT = "investigation_act"
    QUALIFIED_REQUISITION = "qualified_requisition"  # states and qualifies the words
    PRESERVATION_REQUESTED = "preservation_requested"  # by investigators, to the platform
    CONTENT_FREEZE_ORDERED = "content_freeze_ordered"  # by a judge
    PRODUCTION_ORDER_RECEIVED = "production_order_received"  # European production order, by the platform
    EMERGENCY_PRODUCTION_ORDER_RECEIVED = "emergency_production_order_received"
    PRESERVATION_ORDER_RECEIVED = "preservation_order_received"  # European preservation order, by the platform
    IDENTITY_OBTAINED = "identity_obtained"  # the author was identified
    SUSPECT_FIRST_HEARD = "suspect_first_heard"  # first hearing, custody or search
    ARREST = "arrest"
    RESTITUTION_REFUSED = "restitution_refused"  # of a seized device, notified
    RESTITUTION_NOTICE = "restitution_notice"  # formal notice to collect a seized device
    RESTITUTION_CLAIMED = "restitution_claimed"
    DEVICE_COLLECTED = "device_collected"

    # Civil party and judge
    CIVIL_PARTY_COMPLAINT = "civil_party_complaint"
    CIVIL_PARTY_WITHDRAWN = "civil_party_withdrawn"
    CIVIL_PARTY_COMMUNICATED = "civil_party_communicated"  # the judge passed the complaint to the prosecutor
    PROSECUTOR_SUBMISSIONS = "prosecutor_submissions"  # received by the judge
    DEPOSIT_ORDERED = "deposit_ordered"  # the order that fixes it
    DEPOSIT_DUE = "deposit_due"  # its day is the last one fixed to pay
    DEPOSIT_PAID = "deposit_paid"
    DEPOSIT_WAIVED = "deposit_waived"  # by the judge, or legal aid
    DEPOSIT_RETURNED = "deposit_returned"  # what was left of it was given back
    INQUIRY_OPENED = "inquiry_opened"
    JUDGE_NEWS = "judge_news"  # the judge told how far the inquiry is
    ACT_REQUESTED = "act_requested"  # of the judge, by the civil party
    ACT_REFUSED = "act_refused"  # communicated
    ACT_ANSWERED = "act_answered"
    INQUIRY_END_NOTICE = "inquiry_end_notice"  # its day is that of sending
    ORDER_NOTIFIED = "order_notified"  # order of an investigating judge
    TRANSFER_ORDER_NOTIFIED = "transfer_order_notified"

    # Hearing
    DIRECT_CITATION = "direct_citation"  # served
    TRUTH_OFFER_SERVED = "truth_offer_served"  # the accused offers to prove the defamatory fact
    COUNTER_EVIDENCE_SERVED = "counter_evidence_served"
    CIVIL_PARTY_LETTER = "civil_party_letter"  # declares herself civil party before the hearing
    HEARING = "hearing"  # criminal; its day is that of the hearing
    CIVIL_HEARING = "civil_hearing"
    SUMMONS_FILED = "summons_filed"  # copy of the summons at the registry
    ACQUITTAL_FINAL = "acquittal_final"  # or a final dismissal by the judge

    # Judgment and appeals
    JUDGMENT = "judgment"
    DEFAULT_JUDGMENT_SERVED = "default_judgment_served"
    CIVIL_JUDGMENT_SERVED = "civil_judgment_served"  # accelerated procedure on the merits
    URGENT_ORDER_SERVED = "urgent_order_served"  # « ordonnance de référé »
    OPPOSITION_LODGED = "opposition_lodged"
    APPEAL_LODGED = "appeal_lodged"  # against a judgment, or an order of an investigating judge
    OTHER_PARTY_APPEAL = "other_party_appeal"
    APPEAL_GROUNDS_FILED = "appeal_grounds_filed"
    APPEAL_DECISION = "appeal_decision"  # of a court of appeal
    CASSATION_LODGED = "cassation_lodged"
    CASSATION_BRIEF_FILED = "cassation_brief_filed"
    CONVICTION_FINAL = "conviction_final"
    JUDGMENT_PUBLISHED = "judgment_published"
    DECISION_FINAL = "decision_final"  # of a criminal court
    ACCOUNT_BAN_SERVED = "account_ban_served"  # on the platform
    ACCOUNT_BAN_DECIDED = "account_ban_decided"

    # Compensation, legal aid, protection
    CIVIL_AWARD_FINAL = "civil_award_final"  # higher than what the commission gave
    AWARD_FINAL = "award_final"  # damages, by a decision that became final
    AWARD_PAID = "award_paid"
    COMPENSATION_REQUESTED = "compensation_requested"  # commission for victims of offences
    COMPENSATION_FILE_RECEIVED = "compensation_file_received"  # by the fund
    COMPENSATION_OFFER = "compensation_offer"
    COMPENSATION_REFUSED = "compensation_refused"  # notified
    PROVISION_REQUESTED = "provision_requested"
    PROVISION_DECIDED = "provision_decided"
    RECOVERY_REQUESTED = "recovery_requested"  # help to recover damages
    RECOVERY_REFUSED = "recovery_refused"
    RECOVERY_RELIEF_REQUESTED = "recovery_relief_requested"
    LEGAL_AID_REQUESTED = "legal_aid_requested"
    LEGAL_AID_REFUSED = "legal_aid_refused"  # notified
    LEGAL_AID_APPEAL = "legal_aid_appeal"
    PROTECTION_HEARING_FIXED = "protection_hearing_fixed"  # protection order
    IMMEDIATE_PROTECTION_SOUGHT = "immediate_protection_sought"  # by the prosecutor
    PROTECTION_ORDERED = "protection_ordered"

    # Platforms and their supervisors
    NOTICE_SENT = "notice_sent"  # to a platform, DSA art. 16
    MONITORING_NOTICE_SENT = "monitoring_notice_sent"  # by a reporter that monitors the code on hate speech
    NOTICE_ACKNOWLEDGED = "notice_acknowledged"
    PLATFORM_DECISION = "platform_decision"
    INTERNAL_COMPLAINT_SENT = "internal_complaint_sent"  # to a platform, DSA art. 20
    INTERNAL_COMPLAINT_ANSWERED = "internal_complaint_answered"
    OUT_OF_COURT_RECEIVED = "out_of_court_received"  # complaint received by a dispute settlement body, DSA art. 21
    OUT_OF_COURT_EXTENDED = "out_of_court_extended"  # the body said the case is very complex
    OUT_OF_COURT_DECIDED = "out_of_court_decided"
    COORDINATOR_COMPLAINT = "coordinator_complaint"  # to Arcom, DSA art. 53
    COORDINATOR_REQUEST_SENT = "coordinator_request_sent"  # by Arcom to the coordinator of establishment
    COORDINATOR_ANSWERED = "coordinator_answered"
    CONTENT_REMOVED = "content_removed"
    REMOVAL_DEMANDED_BY_POLICE = "removal_demanded_by_police"
    TERRORIST_REMOVAL_ORDERED = "terrorist_removal_ordered"
    BLOCKING_REQUESTED = "blocking_requested"  # of a judge
    FORMAL_NOTICE_RECEIVED = "formal_notice_received"  # « mise en demeure », by its addressee
    REPLY_REQUESTED = "reply_requested"  # right of reply, received by the publisher
    REPLY_PUBLISHED = "reply_published"
    HASH_CASE_CREATED = "hash_case_created"  # StopNCII and the like

    # Personal data
    GDPR_REQUEST_SENT = "gdpr_request_sent"
    GDPR_REQUEST_RECEIVED = "gdpr_request_received"
    GDPR_EXTENSION_TOLD = "gdpr_extension_told"
    GDPR_REPLY_RECEIVED = "gdpr_reply_received"
    AUTHORITY_COMPLAINT_SENT = "authority_complaint_sent"  # CNIL, APDP
    AUTHORITY_COMPLAINT_RECEIVED = "authority_complaint_received"
    AUTHORITY_NEWS = "authority_news"
    AUTHORITY_REFUSED = "authority_refused"  # or its silence refused for it
    COUNCIL_OF_STATE_APPEAL = "council_of_state_appeal"

    # Acts that look as if they counted
    BAILIFF_REPORT = "bailiff_report"
    LAWYER_LETTER = "lawyer_letter"

    # The calendar of the law itself: such a rule carries its day (`fixed_on`) and belongs to no case
    LAW_DATE = "law_date"


# Announced beforehand: their day is noted while it is still to come, and what must precede it is counted back from it.
ANNOUNCED = frozenset({Happening.HEARING, Happening.CIVIL_HEARING, Happening.DEPOSIT_DUE})


class FactType(StrEnum):
    """What an answer looks like."""

    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact a rule may ask for. The question shown lives in the interface catalogue, keyed by `name`."""

    name: str
    type: FactType
    choices: tuple[str, ...] = ()


FACTS: Mapping[str, FactSpec] = {
    spec.name: spec
    for spec in (
        FactSpec("victim_birth_date", FactType.DATE),
        FactSpec("victim_minor_at_facts", FactType.YES_NO),
        FactSpec("offence", FactType.CHOICE),  # the choices are the pack's offences
        FactSpec("online", FactType.YES_NO),
        FactSpec("public", FactType.YES_NO),
        FactSpec("author_known", FactType.YES_NO),
        FactSpec("content_online", FactType.YES_NO),
        FactSpec("residence", FactType.CHOICE, ("metropolitan", "overseas", "abroad")),
        FactSpec(  # where the person she has summoned lives, seen from the court
            "cited_residence", FactType.CHOICE, ("court_town", "court_district", "country", "africa", "outside_africa")
        ),
        FactSpec("press_offence", FactType.YES_NO),  # the case is about words the press law punishes
        FactSpec("hidden_offence", FactType.YES_NO),  # could not be known when it was committed
        FactSpec("accused_detained", FactType.YES_NO),
        FactSpec("summoned_to_hearing", FactType.YES_NO),  # she was told the day of the hearing
        FactSpec("crime_tried", FactType.YES_NO),  # the judgment is about a crime
        FactSpec("publication_ordered", FactType.YES_NO),  # the court ordered its judgment to be published
        FactSpec("device_seized", FactType.YES_NO),  # a device of hers is held by the investigators
        FactSpec("on_edited_site", FactType.YES_NO),  # a site with a publisher, not a social network
        FactSpec("data_collected_as_minor", FactType.YES_NO),
        FactSpec("large_platform", FactType.YES_NO),
        FactSpec("incapacity_days", FactType.NUMBER),  # ITT, of an incident
        FactSpec("victim_age", FactType.NUMBER),  # whole years at the facts, when her birth date is not told
    )
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One happening of a case.

    `subject` is an opaque id of the record it comes from. `when` is None when nobody has given the day yet.
    `about` holds facts that are true of this occurrence only (`offence`, `online` …); they win over the case's answers.
    `concerns` holds the ids of the incidents or contents it is about; empty, it is about the whole case. An act touches
    the clock of an occurrence only when both concern the case, or the same thing.
    """

    what: Happening
    when: When | None
    subject: str = ""
    proof: str = ""  # exhibit number, as printed ("4"), empty without proof
    derived: bool = False  # the moment was computed from an identifier
    about: Mapping[str, Value] = field(default_factory=dict)
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one case. `place` chooses the calendar (`fr`, `fr-67`, `ml`)."""

    place: str
    occurrences: tuple[Occurrence, ...] = ()
    answers: Mapping[str, Value] = field(default_factory=dict)
