"""What the anchor knows that the database does not: actions lost to a damaged disk or an older copy put back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from casedesk.records import JournalEntry
from casedesk.store import journal, state
from casedesk.store.anchor import Anchor
from casedesk.translate import _, ngettext


def sentence(session: Session, known: Anchor | None) -> str:
    """Say what the anchor knows that the database does not; nothing when they agree."""
    if known is None:
        return _(
            "The file “anchor”, which tells whether saved actions are missing, is damaged or was removed. The "
            "workspace is open for reading only: compare it with your last backup before going on."
        )
    missing = known.saved - state.saved(session.connection())
    if missing > 0:
        return ngettext(
            "{count} saved action is missing from this workspace: it was damaged, or an older copy was put back. "
            "It is open for reading only: compare it with your last backup before going on.",
            "{count} saved actions are missing from this workspace: it was damaged, or an older copy was put back. "
            "It is open for reading only: compare it with your last backup before going on.",
            missing,
        ).format(count=missing)
    mac = session.scalar(select(JournalEntry.mac).where(JournalEntry.seq == known.journal_seq)) or journal.START
    if bytes.fromhex(mac)[:16] != known.journal_mac:
        return _(
            "The journal of this workspace is not the one that was last saved: it was changed outside casedesk. "
            "It is open for reading only: compare it with your last backup before going on."
        )
    return ""
