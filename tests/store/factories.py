"""Small true records for the tests of the store."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from casedesk.records import Case, Exhibit, Incident, JournalEntry, new_id
from casedesk.store.workspace import Workspace

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def a_case(pseudonym: str = "Mésange") -> Case:
    return Case(id=new_id(), pseudonym=pseudonym, jurisdiction="fr", place="fr", opened_on=TODAY)


def an_incident(case: Case, title: str = "Montage diffusé") -> Incident:
    return Incident(case_id=case.id, title=title)


def an_entry(subject_id: str = "", turn: int = 0, action: str = "case.opened") -> JournalEntry:
    return JournalEntry(at=NOW + timedelta(seconds=turn), action=action, subject_kind="case", subject_id=subject_id)


def an_exhibit(case: Case, number: int, sealed_as: str, content: bytes) -> Exhibit:
    return Exhibit(
        case_id=case.id,
        number=number,
        title=f"Capture {number}",
        received_on=TODAY,
        sealed_as=sealed_as,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        added_at=NOW,
    )


def save_case(workspace: Workspace, pseudonym: str) -> str:
    """Save a case and its journal entry in one gesture; give its id."""
    with workspace.transaction() as gesture:
        case = a_case(pseudonym)
        gesture.session.add_all([case, an_entry(case.id)])
        return case.id


def save_exhibit(workspace: Workspace, pseudonym: str, content: bytes) -> str:
    """Save a case with one sealed exhibit; give the name of the sealed file."""
    with workspace.transaction() as gesture:
        case = a_case(pseudonym)
        name = workspace.seal(content)
        gesture.session.add_all([case, an_entry(case.id)])
        gesture.session.flush()
        gesture.session.add(an_exhibit(case, 1, name, content))
        return name
