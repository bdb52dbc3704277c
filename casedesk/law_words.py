"""The words of the law's closed sets: what can happen, what can be asked, the kinds of clock."""

from collections.abc import Mapping

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Element
from casedesk.translate import N_, _, law

_NO_ELEMENTS: Mapping[str, Element] = {}
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
    Happening.CONNECTION_DISCLOSED: N_("Connection disclosed by the platform"),
    Happening.CONTRACT_ENDED: N_("The author’s contract ended"),
    Happening.OTHER_PROSECUTOR_SEIZED: N_("Another prosecutor seized"),
    Happening.ADDRESS_CHANGED: N_("Declared address changed"),
    Happening.ADDRESS_CHANGE_SENT: N_("Change of address sent by registered letter"),
    Happening.ASSOCIATION_DENUNCIATION: N_("Report by the association"),
    Happening.MEDIATOR_SEIZED: N_("Mediator seized"),
    Happening.DISMISSAL_DECIDED: N_("Dismissal decided"),
    Happening.PRESERVATION_REQUESTED: N_("Preservation asked of the platform by investigators"),
    Happening.CONTENT_FREEZE_ORDERED: N_("Freeze of the content ordered by a judge"),
    Happening.PRODUCTION_ORDER_RECEIVED: N_("European production order received by the platform"),
    Happening.EMERGENCY_PRODUCTION_ORDER_RECEIVED: N_("Emergency production order received by the platform"),
    Happening.PRESERVATION_ORDER_RECEIVED: N_("European preservation order received by the platform"),
    Happening.IDENTITY_OBTAINED: N_("Author identified"),
    Happening.SUSPECT_FIRST_HEARD: N_("First hearing, custody or search of a suspect"),
    Happening.ARREST: N_("Arrest"),
    Happening.RESTITUTION_REFUSED: N_("Return of a seized device refused"),
    Happening.RESTITUTION_NOTICE: N_("Formal notice to collect a seized device"),
    Happening.RESTITUTION_CLAIMED: N_("Return of a seized device asked for"),
    Happening.DEVICE_COLLECTED: N_("Seized device collected"),
    Happening.CIVIL_PARTY_WITHDRAWN: N_("Withdrawal as civil party"),
    Happening.CIVIL_PARTY_COMMUNICATED: N_("Civil-party complaint passed to the prosecutor"),
    Happening.PROSECUTOR_SUBMISSIONS: N_("Prosecutor’s submissions received by the judge"),
    Happening.DEPOSIT_ORDERED: N_("Order fixing the deposit"),
    Happening.DEPOSIT_DUE: N_("Last day fixed to pay the deposit"),
    Happening.DEPOSIT_PAID: N_("Deposit paid"),
    Happening.DEPOSIT_WAIVED: N_("Deposit waived"),
    Happening.DEPOSIT_RETURNED: N_("Rest of the deposit given back"),
    Happening.INQUIRY_OPENED: N_("Judicial inquiry opened"),
    Happening.JUDGE_NEWS: N_("News of the inquiry from the judge"),
    Happening.ACT_REQUESTED: N_("Act asked of the judge"),
    Happening.ACT_REFUSED: N_("Refusal of an act communicated"),
    Happening.ACT_ANSWERED: N_("Judge’s answer on an act"),
    Happening.INQUIRY_END_NOTICE: N_("Notice of the end of the inquiry sent"),
    Happening.TRANSFER_ORDER_NOTIFIED: N_("Transfer order notified"),
    Happening.TRUTH_OFFER_SERVED: N_("Offer to prove the truth of the facts served"),
    Happening.COUNTER_EVIDENCE_SERVED: N_("Evidence to the contrary served"),
    Happening.CIVIL_PARTY_LETTER: N_("Letter declaring herself civil party"),
    Happening.HEARING: N_("Criminal hearing"),
    Happening.CIVIL_HEARING: N_("Civil hearing"),
    Happening.SUMMONS_FILED: N_("Copy of the summons filed at the registry"),
    Happening.ACQUITTAL_FINAL: N_("Acquittal or final dismissal by the judge"),
    Happening.DEFAULT_JUDGMENT_SERVED: N_("Judgment given in her absence served"),
    Happening.CIVIL_JUDGMENT_SERVED: N_("Civil judgment served"),
    Happening.URGENT_ORDER_SERVED: N_("Urgent order served"),
    Happening.OPPOSITION_LODGED: N_("Opposition lodged"),
    Happening.OTHER_PARTY_APPEAL: N_("Appeal by another party"),
    Happening.APPEAL_GROUNDS_FILED: N_("Grounds of appeal filed"),
    Happening.APPEAL_DECISION: N_("Decision of the court of appeal"),
    Happening.CASSATION_LODGED: N_("Appeal in cassation lodged"),
    Happening.CASSATION_BRIEF_FILED: N_("Brief in cassation filed"),
    Happening.CONVICTION_FINAL: N_("Conviction final"),
    Happening.JUDGMENT_PUBLISHED: N_("Judgment published"),
    Happening.DECISION_FINAL: N_("Criminal decision final"),
    Happening.ACCOUNT_BAN_SERVED: N_("Account suspension served on the platform"),
    Happening.ACCOUNT_BAN_DECIDED: N_("Account suspension decided"),
    Happening.CIVIL_AWARD_FINAL: N_("Higher civil award final"),
    Happening.AWARD_FINAL: N_("Damages awarded, decision final"),
    Happening.AWARD_PAID: N_("Damages paid"),
    Happening.COMPENSATION_REQUESTED: N_("Compensation commission seized"),
    Happening.COMPENSATION_FILE_RECEIVED: N_("File received by the guarantee fund"),
    Happening.COMPENSATION_OFFER: N_("Offer of the guarantee fund"),
    Happening.COMPENSATION_REFUSED: N_("Refusal of the compensation commission notified"),
    Happening.PROVISION_REQUESTED: N_("Advance payment asked for"),
    Happening.PROVISION_DECIDED: N_("Decision on the advance payment"),
    Happening.RECOVERY_REQUESTED: N_("Help to recover damages asked for"),
    Happening.RECOVERY_REFUSED: N_("Help to recover damages refused"),
    Happening.RECOVERY_RELIEF_REQUESTED: N_("Relief asked for after a refusal of help to recover damages"),
    Happening.LEGAL_AID_REQUESTED: N_("Legal aid asked for"),
    Happening.LEGAL_AID_REFUSED: N_("Legal aid refused"),
    Happening.LEGAL_AID_APPEAL: N_("Refusal of legal aid contested"),
    Happening.PROTECTION_HEARING_FIXED: N_("Hearing for a protection order fixed"),
    Happening.IMMEDIATE_PROTECTION_SOUGHT: N_("Immediate protection asked for by the prosecutor"),
    Happening.PROTECTION_ORDERED: N_("Decision on a protection order"),
    Happening.INTERNAL_COMPLAINT_ANSWERED: N_("Answer to the internal complaint"),
    Happening.OUT_OF_COURT_RECEIVED: N_("Complaint received by an out-of-court body"),
    Happening.OUT_OF_COURT_EXTENDED: N_("Out-of-court body: time extended"),
    Happening.OUT_OF_COURT_DECIDED: N_("Decision of the out-of-court body"),
    Happening.COORDINATOR_COMPLAINT: N_("Complaint to Arcom"),
    Happening.COORDINATOR_REQUEST_SENT: N_("Request of Arcom to the authority of the platform’s country"),
    Happening.COORDINATOR_ANSWERED: N_("Answer of the authority of the platform’s country"),
    Happening.REMOVAL_DEMANDED_BY_POLICE: N_("Removal demanded by the police"),
    Happening.TERRORIST_REMOVAL_ORDERED: N_("Terrorist content: removal ordered"),
    Happening.BLOCKING_REQUESTED: N_("Blocking or removal asked of a judge"),
    Happening.FORMAL_NOTICE_RECEIVED: N_("Formal notice received by its addressee"),
    Happening.REPLY_REQUESTED: N_("Right of reply received by the publisher"),
    Happening.REPLY_PUBLISHED: N_("Reply published"),
    Happening.HASH_CASE_CREATED: N_("Fingerprint case created"),
    Happening.GDPR_REQUEST_SENT: N_("Data-protection request sent"),
    Happening.GDPR_EXTENSION_TOLD: N_("Extension of the reply time told"),
    Happening.AUTHORITY_COMPLAINT_SENT: N_("Complaint sent to the data-protection authority"),
    Happening.AUTHORITY_COMPLAINT_RECEIVED: N_("Complaint received by the data-protection authority"),
    Happening.AUTHORITY_NEWS: N_("News from the data-protection authority"),
    Happening.AUTHORITY_REFUSED: N_("Refusal of the data-protection authority"),
    Happening.COUNCIL_OF_STATE_APPEAL: N_("Appeal to the Conseil d’État"),
    Happening.LAW_DATE: N_("Date fixed by the law itself"),
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
    "press_offence": N_("whether the case is about a press offence"),
    "hidden_offence": N_("whether the offence was hidden"),
    "accused_detained": N_("whether the accused is detained"),
    "summoned_to_hearing": N_("whether she was told the day of the hearing"),
    "crime_tried": N_("whether a crime was tried"),
    "publication_ordered": N_("whether the court ordered the judgment to be published"),
    "device_seized": N_("whether a device of hers was seized"),
    "compensable_harm": N_("the harm she suffered"),
    "on_edited_site": N_("whether it is on a site with a publisher"),
    "monitoring_reporter": N_("whether the association is a monitoring reporter"),
    "data_collected_as_minor": N_("whether the data was collected when she was a minor"),
    "large_platform": N_("whether the platform is a large one"),
    "incapacity_days": N_("the days of incapacity"),
    "victim_age": N_("her age in years"),
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
    "press_offence": N_("Is the case about words that the press law punishes?"),
    "hidden_offence": N_("Was the offence hidden, so that nobody could know of it at the time?"),
    "accused_detained": N_("Is the accused detained?"),
    "summoned_to_hearing": N_("Was she told the day of the hearing?"),
    "crime_tried": N_("Was a crime tried, before the criminal chamber or the assize court?"),
    "publication_ordered": N_("Did the court order the judgment to be published?"),
    "device_seized": N_("Was a device of hers seized, such as her telephone?"),
    "compensable_harm": N_(
        "Is there a month or more of incapacity, a lasting injury, a sexual offence, blackmail, extortion or the "
        "hacking of an account?"
    ),
    "on_edited_site": N_("Is the content on a site with a publisher, not on a social network?"),
    "monitoring_reporter": N_(
        "Does the association report as a monitoring reporter under the code of conduct on hate speech?"
    ),
    "data_collected_as_minor": N_("Was the data collected when she was a minor?"),
    "large_platform": N_("Is it one of the large platforms?"),
    "incapacity_days": N_("How many days of incapacity does the certificate give?"),
    "victim_age": N_("How old was she at the time of the facts?"),
}


def happening_name(what: Happening) -> str:
    """Name what happened or was done."""
    return _(_HAPPENINGS[what])


def clock_name(clock: Clock) -> str:
    """Name a kind of clock."""
    return _(_CLOCKS[clock])


def fact_name(name: str, elements: Mapping[str, Element] = _NO_ELEMENTS) -> str:
    """Name a fact, to be put in a sentence; a question of the pack is quoted as it is asked."""
    if name in elements:
        return _("the answer to “{question}”").format(question=law(elements[name].ask))
    return _(_FACTS[name])


def fact_question(name: str, elements: Mapping[str, Element] = _NO_ELEMENTS) -> str:
    """Ask for a fact: one of the engine's, or a question of the pack."""
    return law(elements[name].ask) if name in elements else _(_QUESTIONS[name])
