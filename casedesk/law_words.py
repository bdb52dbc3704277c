"""The words of the law's closed sets: what can happen, what can be asked, the kinds of clock."""

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock
from casedesk.translate import N_, _

_HAPPENINGS = {
    Happening.OFFENCE: N_("Facts"),
    Happening.PUBLICATION: N_("Content published"),
    Happening.CONNECTION: N_("Account seen connected"),
    Happening.ACCOUNT_CLOSED: N_("Account closed"),
    Happening.COMMUNICATION: N_("Call or message received"),
    Happening.COMPLAINT_POLICE: N_("Complaint to the police"),
    Happening.COMPLAINT_REFUSED: N_("Complaint refused"),
    Happening.COMPLAINT_PROSECUTOR: N_("Complaint to the prosecutor"),
    Happening.COPY_TO_PROSECUTOR: N_("Copy of the complaint sent to the prosecutor"),
    Happening.NO_FURTHER_ACTION: N_("Notice of dismissal received"),
    Happening.CIVIL_PARTY_COMPLAINT: N_("Complaint as civil party"),
    Happening.DIRECT_CITATION: N_("Direct summons to court"),
    Happening.QUALIFIED_REQUISITION: N_("Prosecutor’s act that states and qualifies the words"),
    Happening.INVESTIGATION_ACT: N_("Act of investigation"),
    Happening.BAILIFF_REPORT: N_("Bailiff’s report"),
    Happening.LAWYER_LETTER: N_("Lawyer’s letter"),
    Happening.JUDGMENT: N_("Judgment"),
    Happening.ORDER_NOTIFIED: N_("Investigating judge’s order notified"),
    Happening.APPEAL_LODGED: N_("Appeal lodged"),
    Happening.GENERAL_PROSECUTOR_APPEAL: N_("Appeal to the general prosecutor against a dismissal"),
    Happening.NOTICE_SENT: N_("Notice sent to the platform"),
    Happening.NOTICE_ACKNOWLEDGED: N_("Receipt from the platform"),
    Happening.PLATFORM_DECISION: N_("Decision of the platform"),
    Happening.INTERNAL_COMPLAINT_SENT: N_("Internal complaint sent to the platform"),
    Happening.CONTENT_REMOVED: N_("Content removed"),
    Happening.GDPR_REQUEST_RECEIVED: N_("Data-protection request received by the platform"),
    Happening.GDPR_REPLY_RECEIVED: N_("Reply to a data-protection request"),
    Happening.REQUISITION_REQUESTED: N_("Identification and preservation asked of the prosecutor"),
}
_CLOCKS = {
    Clock.LIMITATION: N_("limitation"),
    Clock.ACT_BY: N_("act to be done"),
    Clock.OPENS_ON: N_("opening of a step"),
    Clock.EVIDENCE: N_("evidence that vanishes"),
    Clock.ANSWER: N_("answer expected"),
    Clock.TARGET: N_("target, not a legal period"),
    Clock.RETENTION: N_("end of our retention"),
}
_FACTS = {
    "victim_birth_date": N_("her date of birth"),
    "victim_minor_at_facts": N_("her age at the time of the facts"),
    "offence": N_("the offence chosen"),
    "online": N_("whether it happened online"),
    "public": N_("whether the public could see it"),
    "author_known": N_("whether the author is known"),
    "content_online": N_("whether the content is still online"),
    "residence": N_("where she lives"),
}
_QUESTIONS = {
    "victim_birth_date": N_("What is her date of birth?"),
    "victim_minor_at_facts": N_("Was she a minor at the time of the facts?"),
    "offence": N_("Which offence does the jurist choose?"),
    "online": N_("Did it happen online?"),
    "public": N_("Could the public see it?"),
    "author_known": N_("Is the author known?"),
    "content_online": N_("Is the content still online?"),
    "residence": N_("Where does she live: in mainland France, overseas or abroad?"),
}


def happening_name(what: Happening) -> str:
    """Name what happened or was done."""
    return _(_HAPPENINGS[what])


def clock_name(clock: Clock) -> str:
    """Name a kind of clock."""
    return _(_CLOCKS[clock])


def fact_name(name: str) -> str:
    """Name a fact, to be put in a sentence."""
    return _(_FACTS[name])


def fact_question(name: str) -> str:
    """Ask for a fact."""
    return _(_QUESTIONS[name])
