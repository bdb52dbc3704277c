"""Where a case stands among the six steps, derived from what happened."""

from enum import StrEnum

from casedesk.law.facts import Happening
from casedesk.queries.case_file import CaseFile


class Stage(StrEnum):
    """The six steps of the inter-agency guidelines, in order."""

    FIRST_CONTACT = "first_contact"
    ASSESSMENT = "assessment"
    ACTION_PLAN = "action_plan"
    PROCEEDINGS = "proceedings"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


_OURS = frozenset(
    {
        Happening.COMPLAINT_POLICE,
        Happening.COMPLAINT_REFUSED,
        Happening.COMPLAINT_PROSECUTOR,
        Happening.COPY_TO_PROSECUTOR,
        Happening.CIVIL_PARTY_COMPLAINT,
        Happening.DIRECT_CITATION,
        Happening.GENERAL_PROSECUTOR_APPEAL,
        Happening.APPEAL_LODGED,
        Happening.BAILIFF_REPORT,
        Happening.LAWYER_LETTER,
        Happening.NOTICE_SENT,
        Happening.INTERNAL_COMPLAINT_SENT,
        Happening.GDPR_REQUEST_RECEIVED,
        Happening.REQUISITION_REQUESTED,
    }
)


def stage_of(file: CaseFile, *, waiting: bool) -> Stage:
    """Say where a case stands; `waiting` says that an act has had no answer yet.

    Closed once closed; in proceedings from the first act, in follow-up once every act was answered; before any act, an
    action plan from the first qualification or letter, an assessment from the first incident or content.
    """
    if file.case.closed_on is not None:
        return Stage.CLOSED
    if any(event.what in _OURS for event in file.events):
        answered = any(event.what not in _OURS for event in file.events)
        return Stage.FOLLOW_UP if answered and not waiting else Stage.PROCEEDINGS
    if file.letters or any(incident.offences for incident in file.incidents):
        return Stage.ACTION_PLAN
    if file.incidents or file.items:
        return Stage.ASSESSMENT
    return Stage.FIRST_CONTACT
