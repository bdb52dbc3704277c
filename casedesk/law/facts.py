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

    OFFENCE = "offence"  # an incident under one offence; `about` says which
    PUBLICATION = "publication"  # a content went online
    CONNECTION = "connection"  # the author's account was seen connected or posting
    ACCOUNT_CLOSED = "account_closed"
    COMMUNICATION = "communication"  # a call, message or session by an operator's subscriber
    COMPLAINT_POLICE = "complaint_police"
    COMPLAINT_REFUSED = "complaint_refused"
    COMPLAINT_PROSECUTOR = "complaint_prosecutor"  # lodged against receipt, or by registered letter
    COPY_TO_PROSECUTOR = "copy_to_prosecutor"  # copy of the police complaint, registered letter
    NO_FURTHER_ACTION = "no_further_action"  # notice of dismissal received
    CIVIL_PARTY_COMPLAINT = "civil_party_complaint"  # deposit paid in time
    DIRECT_CITATION = "direct_citation"
    QUALIFIED_REQUISITION = "qualified_requisition"  # states and qualifies the words
    INVESTIGATION_ACT = "investigation_act"
    BAILIFF_REPORT = "bailiff_report"
    LAWYER_LETTER = "lawyer_letter"
    JUDGMENT = "judgment"
    ORDER_NOTIFIED = "order_notified"  # order of an investigating judge
    APPEAL_LODGED = "appeal_lodged"  # against a judgment, or an order of an investigating judge
    GENERAL_PROSECUTOR_APPEAL = "general_prosecutor_appeal"  # against a dismissal
    NOTICE_SENT = "notice_sent"  # to a platform, DSA art. 16
    NOTICE_ACKNOWLEDGED = "notice_acknowledged"
    PLATFORM_DECISION = "platform_decision"
    INTERNAL_COMPLAINT_SENT = "internal_complaint_sent"  # to a platform, DSA art. 20
    CONTENT_REMOVED = "content_removed"
    GDPR_REQUEST_RECEIVED = "gdpr_request_received"
    GDPR_REPLY_RECEIVED = "gdpr_reply_received"
    REQUISITION_REQUESTED = "requisition_requested"  # our letter asking the prosecutor to identify and preserve


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
