"""What is done to a case as a whole."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.law.pack import Pack
from casedesk.records import Case, new_id
from casedesk.services import clean, guard, journal
from casedesk.services.journal import Action
from casedesk.translate import _


class CaseFields(TypedDict, total=False):
    """What may be changed on a case; a field left out stays as it is."""

    pseudonym: str
    referent: str
    safe_contact: str
    safe_hours: str
    never: str
    danger_note: str
    last_contact_on: date | None
    consent_follow_up_on: date | None
    consent_sharing_on: date | None
    consent_statistics_on: date | None


_LINES = ("referent", "safe_contact", "safe_hours", "never")
_DAYS = ("last_contact_on", "consent_follow_up_on", "consent_sharing_on", "consent_statistics_on")


def _pseudonym(session: Session, pseudonym: str, but: str = "") -> str:
    """Check that a pseudonym is given and free."""
    chosen = clean.required("pseudonym", pseudonym, _("Give a pseudonym. The name is optional and stays masked."))
    taken = select(Case.id).where(func.lower(Case.pseudonym) == chosen.lower(), Case.id != but)
    if session.scalar(taken) is not None:
        raise InvalidInput("pseudonym", _("Another case already has this pseudonym. Choose another one."))
    return chosen


def _write(case: Case, fields: CaseFields, today: date) -> None:
    """Put the given fields on the case."""
    given: Mapping[str, object] = fields
    for name in _LINES:
        if isinstance(text := given.get(name), str):
            setattr(case, name, clean.short(name, text))
    if "danger_note" in fields:
        case.danger_note = clean.long("danger_note", fields["danger_note"])
    for name in _DAYS:
        if name in given:
            day = given[name]
            if isinstance(day, date) and day > today:
                raise InvalidInput(name, _("This day is in the future. Only what has happened is recorded here."))
            setattr(case, name, day)


def open_case(
    session: Session,
    packs: Mapping[str, Pack],
    *,
    jurisdiction: str,
    opened_on: date,
    now: datetime,
    place: str = "",
    **fields: Unpack[CaseFields],
) -> str:
    """Open a case under a pseudonym and return its id. `place` chooses the calendar; empty = the whole jurisdiction.

    Raises:
        InvalidInput: no pseudonym or one already taken, unknown jurisdiction or place, a day in the future.
    """
    if jurisdiction not in packs:
        raise InvalidInput("jurisdiction", _("Choose the country whose law applies."))
    if place and place not in packs[jurisdiction].places:
        raise InvalidInput("place", _("This place is not in the calendar of the country chosen."))
    case = Case(
        id=new_id(),
        pseudonym=_pseudonym(session, fields.get("pseudonym", "")),
        jurisdiction=jurisdiction,
        place=place or jurisdiction,
        opened_on=opened_on,
        answers={},
    )
    _write(case, fields, opened_on)
    session.add(case)
    journal.write(session, Action.CASE_OPENED, Kind.CASE, case.id, now)
    return case.id


def update_case(
    session: Session, case_id: str, version: int, *, today: date, now: datetime, **fields: Unpack[CaseFields]
) -> None:
    """Change what is known of a case; `version` is the one the person saw.

    Raises:
        Conflict: closed, or changed meanwhile.
        InvalidInput: a field cannot be taken.
    """
    case = guard.open_case(session, case_id)
    guard.same_version(case, version)
    if "pseudonym" in fields:
        case.pseudonym = _pseudonym(session, fields["pseudonym"], but=case.id)
    _write(case, fields, today)
    journal.write(session, Action.CASE_UPDATED, Kind.CASE, case.id, now)


def close_case(session: Session, case_id: str, version: int, *, on: date, now: datetime) -> None:
    """Close a case: nothing in it changes any more until it is reopened.

    Raises:
        Conflict: already closed, or changed meanwhile.
        InvalidInput: closed before it was opened.
    """
    case = guard.open_case(session, case_id)
    guard.same_version(case, version)
    if on < case.opened_on:
        raise InvalidInput("closed_on", _("The case was opened after this day."))
    case.closed_on = on
    journal.write(session, Action.CASE_CLOSED, Kind.CASE, case.id, now)


def reopen_case(session: Session, case_id: str, version: int, *, now: datetime) -> None:
    """Open a closed case again.

    Raises:
        NotFound: it is not there.
        Conflict: it is open already, or was changed meanwhile.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound(_("This case is no longer there."))
    guard.same_version(case, version)
    if case.closed_on is None:
        raise Conflict(_("This case is already open."))
    case.closed_on = None
    journal.write(session, Action.CASE_REOPENED, Kind.CASE, case.id, now)
