"""Looking at a whole workspace: is everything in it as it was saved?"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from casedesk.errors import CasedeskError
from casedesk.records import Exhibit, Letter
from casedesk.store import engine, journal, refusal, state
from casedesk.store.workspace import Workspace
from casedesk.translate import _


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: how much is there, and a sentence for each thing that is not as saved."""

    saved: int  # transactions since the creation
    entries: int  # of the journal
    sealed: int  # attachments that records name
    orphans: int  # attachments no record names: harmless leftovers of an interrupted gesture
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Say whether everything is as it was saved."""
        return not self.problems


def verify(workspace: Workspace) -> Verdict:
    """Read every page, every entry and every attachment; takes a second for some hundred megabytes.

    Raises:
        Locked: the workspace was closed.
    """
    problems = [workspace.warning] if workspace.warning else []
    saved = entries = 0
    named: dict[str, str] = {}
    try:
        if not _pages_sound(workspace):
            problems.append(refusal.damaged(engine.FILE).sentence)
        with Session(workspace.engine) as session:
            saved = state.saved(session.connection())
            chain = journal.verify(session, workspace.key)
            entries = chain.head.seq
            named = dict(_named(session))
        if chain.broken_at:
            problems.append(
                _(
                    "Entry {number} of the journal is not as it was written: the journal was changed outside casedesk."
                ).format(number=chain.broken_at)
            )
    except CasedeskError as error:
        problems.append(error.sentence)
    except DBAPIError as error:
        sentence = refusal.of_database(error)
        if sentence is None:
            raise
        problems.append(sentence.sentence)
    problems += _sealed_problems(workspace, named)
    orphans = set(workspace.sealed_names()) - set(named)
    return Verdict(saved, entries, len(named), len(orphans), tuple(dict.fromkeys(problems)))


def _pages_sound(workspace: Workspace) -> bool:
    """Check the seal and the order of every page, on a fresh connection: one bad page spoils the answers after it."""
    workspace.checkpoint()
    workspace.engine.dispose()
    with workspace.engine.connect() as connection:
        torn = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
        order = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        strays = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return not torn and order == ["ok"] and not strays


def _named(session: Session) -> Iterator[tuple[str, str]]:
    """List the attachments that records name, with the digest noted when they were sealed."""
    for pair in (
        select(Exhibit.sealed_as, Exhibit.sha256),
        select(Letter.docx_sealed_as, Letter.docx_sha256),
        select(Letter.pdf_sealed_as, Letter.pdf_sha256),
    ):
        for name, digest in session.execute(pair):
            if name:
                yield name, digest


def _sealed_problems(workspace: Workspace, named: dict[str, str]) -> Iterator[str]:
    """Open every attachment and compare it with its digest."""
    for name, digest in named.items():
        try:
            content = workspace.unseal(name)
        except CasedeskError as error:
            yield error.sentence
            continue
        if hashlib.sha256(content).hexdigest() != digest:
            yield refusal.damaged(f"{name}.age").sentence
