"""What every change checks first: the record is there, its case is open, nobody changed it meanwhile."""

from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from casedesk.errors import Conflict, InvalidInput, NotFound
from casedesk.records import Case, Exhibit, Incident, Item, Letter, LetterState, Record
from casedesk.translate import _

R = TypeVar("R", bound=Record)
Owned = TypeVar("Owned", Incident, Item, Letter, Exhibit)

OPEN = frozenset({LetterState.DRAFT, LetterState.REVIEW})  # a letter that still changes

_EARLIEST = 1900  # the year
_AHEAD = 10  # years: no hearing is announced so long before


def found(session: Session, kind: type[R], record_id: str) -> R:
    """Fetch a record.

    Raises:
        NotFound: it is not there (any more).
    """
    record = session.get(kind, record_id)
    if record is None:
        raise NotFound(_("This is no longer there. Go back to the list and open it again."))
    return record


def open_case(session: Session, case_id: str) -> Case:
    """Fetch a case that may be changed.

    Raises:
        NotFound: it is not there.
        Conflict: it is closed.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound(_("This case is no longer there."))
    if case.closed_on is not None:
        raise Conflict(_("This case is closed. Reopen it before changing anything in it."))
    return case


def draft_letter(session: Session, letter_id: str) -> Letter:
    """Fetch a letter that may still change, being written or read again.

    Raises:
        NotFound: it is not there.
        Conflict: its case is closed, or it was issued.
    """
    letter = found(session, Letter, letter_id)
    open_case(session, letter.case_id)
    if letter.state not in OPEN:
        raise Conflict(_("This letter was issued and no longer changes. Begin another one to say something else."))
    return letter


def same_version(record: Case | Incident | Letter, version: int) -> None:
    """Compare what the person saw with what is stored.

    Raises:
        Conflict: somebody changed it meanwhile.
    """
    if record.version != version:
        raise Conflict(_("This was changed in the meantime. Reload the page, then make your change again."))


def of_case(session: Session, kind: type[Owned], record_id: str | None, case_id: str, field: str) -> Owned | None:
    """Fetch a record that must belong to the case; nothing for None.

    Raises:
        InvalidInput: it is not there, or it belongs to another case.
    """
    if record_id is None:
        return None
    record = session.get(kind, record_id)
    if record is None or record.case_id != case_id:
        raise InvalidInput(field, _("This does not belong to the case. Choose again."))
    return record


def days(
    earliest: date | None, latest: date | None, today: date, field: str, *, announced: bool = False
) -> tuple[date | None, date | None]:
    """Check an uncertain day: one end alone is a known day, both in order, none after today unless it is `announced`.

    Raises:
        InvalidInput: the days are reversed, in the future, or so far away that no period could be counted from them.
    """
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return None, None
    if last < first:
        raise InvalidInput(field, _("The last day comes before the first. Exchange them."))
    if last > today and not announced:
        raise InvalidInput(field, _("This day is in the future. Only what has happened is recorded here."))
    if first.year < _EARLIEST or last.year > today.year + _AHEAD:
        raise InvalidInput(field, _("This day is too far away. Check the year."))
    return first, last
