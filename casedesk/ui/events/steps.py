"""The steps a person notes, grouped by who one deals with."""

from typing import assert_never

from casedesk.law.facts import Happening
from casedesk.translate import N_, _

# Facts, publications and connections are told by incidents and contents.
STEPS: dict[str, tuple[Happening, ...]] = {
    N_("Complaint"): (
        Happening.COMPLAINT_POLICE,
        Happening.COMPLAINT_REFUSED,
        Happening.COPY_TO_PROSECUTOR,
        Happening.COMPLAINT_PROSECUTOR,
        Happening.REQUISITION_REQUESTED,
        Happening.CIVIL_PARTY_COMPLAINT,
        Happening.DIRECT_CITATION,
        Happening.GENERAL_PROSECUTOR_APPEAL,
        Happening.APPEAL_LODGED,
    ),
    N_("Answers of justice"): (
        Happening.NO_FURTHER_ACTION,
        Happening.INVESTIGATION_ACT,
        Happening.QUALIFIED_REQUISITION,
        Happening.ORDER_NOTIFIED,
        Happening.JUDGMENT,
    ),
    N_("Platforms"): (
        Happening.NOTICE_SENT,
        Happening.NOTICE_ACKNOWLEDGED,
        Happening.PLATFORM_DECISION,
        Happening.INTERNAL_COMPLAINT_SENT,
        Happening.CONTENT_REMOVED,
        Happening.ACCOUNT_CLOSED,
        Happening.GDPR_REQUEST_RECEIVED,
        Happening.GDPR_REPLY_RECEIVED,
    ),
    N_("Other"): (
        Happening.BAILIFF_REPORT,
        Happening.LAWYER_LETTER,
        Happening.COMMUNICATION,
    ),
}


def reference_example(what: Happening) -> str:
    """Say which number goes with a step, as an example in its field."""
    match what:
        case (
            Happening.COPY_TO_PROSECUTOR
            | Happening.COMPLAINT_PROSECUTOR
            | Happening.REQUISITION_REQUESTED
            | Happening.GENERAL_PROSECUTOR_APPEAL
            | Happening.LAWYER_LETTER
        ):
            return _("number of the registered letter")
        case Happening.COMPLAINT_POLICE | Happening.COMPLAINT_REFUSED | Happening.INVESTIGATION_ACT:
            return _("number of the report (PV)")
        case (
            Happening.NO_FURTHER_ACTION
            | Happening.CIVIL_PARTY_COMPLAINT
            | Happening.DIRECT_CITATION
            | Happening.QUALIFIED_REQUISITION
            | Happening.ORDER_NOTIFIED
            | Happening.JUDGMENT
            | Happening.APPEAL_LODGED
        ):
            return _("number of the proceedings")
        case (
            Happening.NOTICE_SENT
            | Happening.NOTICE_ACKNOWLEDGED
            | Happening.PLATFORM_DECISION
            | Happening.INTERNAL_COMPLAINT_SENT
            | Happening.CONTENT_REMOVED
            | Happening.ACCOUNT_CLOSED
            | Happening.GDPR_REQUEST_RECEIVED
            | Happening.GDPR_REPLY_RECEIVED
        ):
            return _("number given by the platform")
        case (
            Happening.BAILIFF_REPORT
            | Happening.COMMUNICATION
            | Happening.OFFENCE
            | Happening.PUBLICATION
            | Happening.CONNECTION
        ):
            return _("a number, if there is one")
    assert_never(what)
