"""The desk: where threads and transactions live, and who says what changed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from casedesk.changes import Changes
from casedesk.errors import CasedeskError, Locked
from casedesk.progress import Cancelled, Progress
from casedesk.services import letter_process
from casedesk.translate import _
from casedesk.ui.task import Task, Workers, is_alive

if TYPE_CHECKING:
    from casedesk.law.pack import Pack
    from casedesk.store.workspace import Workspace

Found = TypeVar("Found")
# A session is SQLAlchemy's: screens only carry it from the desk to a service or a query, so they do not name its type.
Session = Any


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long job is."""

    progress: Progress
    done: int
    total: int
    sentence: str


def _nothing(_found: object) -> None:
    """Receive what nobody waits for."""


class Desk(QObject):
    """Runs services and queries off the UI thread, one session each, in the order asked.

    Outcomes come back on the UI thread. A `CasedeskError` goes to the screen that asked, or to `failed` when it did not
    say what to do with it; anything else is our bug and goes to `broken`.
    """

    changed = Signal(object)  # Changes, once per committed write
    failed = Signal(object)  # CasedeskError nobody took
    broken = Signal(object)  # any other exception
    working = Signal(object)  # Step of a long job
    rested = Signal(object)  # Progress of a long job that ended, well or not
    opened = Signal()
    locked = Signal()

    def __init__(
        self,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        packs: Mapping[str, "Pack"] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._packs = packs
        self._workspace: Workspace | None = None
        self._database = Workers(1, self)
        self._free = Workers(2, self)

    # What every screen may know

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self._clock().astimezone(UTC)

    def today(self) -> date:
        """The day it is where the desk stands."""
        return self._clock().astimezone().date()

    @property
    def packs(self) -> Mapping[str, "Pack"]:
        """The jurisdictions; loaded on first use, off the UI thread by `warm`."""
        return self._find_packs()

    def _find_packs(self) -> Mapping[str, "Pack"]:
        if self._packs is None:
            from casedesk import paths
            from casedesk.law.load import load_packs
            from casedesk.law.load_letters import with_own_letters

            self._packs = with_own_letters(load_packs(paths.packs()), paths.own_letters())
        return self._packs

    @property
    def is_open(self) -> bool:
        """Say whether a workspace is open."""
        return self._workspace is not None

    @property
    def is_idle(self) -> bool:
        """Say whether everything asked was answered."""
        return self._database.is_idle and self._free.is_idle

    # The workspace

    def warm(self) -> None:
        """Import what the first screens need while the person types her passphrase."""
        self._database.submit(Task(self._import_all, _nothing, self._raise))

    def _import_all(self) -> None:
        import casedesk.queries.today
        import casedesk.store.workspace  # noqa: F401 - imported for later

        self._find_packs()

    def open(self, folder: Path, passphrase: str, failed: Callable[[CasedeskError], None]) -> None:
        """Open the workspace in `folder`."""
        self._database.submit(Task(partial(_open, folder, passphrase), self._take, self._either(failed)))

    def propose_passphrase(self) -> str:
        """Draw a passphrase. Called from within a job."""
        from casedesk.store import passphrase

        return passphrase.propose()

    def recover(self, folder: Path, recovery_key: str, failed: Callable[[CasedeskError], None]) -> None:
        """Open the workspace in `folder` with its recovery key."""
        self._database.submit(Task(partial(_recover, folder, recovery_key), self._take, self._either(failed)))

    def create(
        self,
        folder: Path,
        passphrase: str,
        first: Callable[[Session], object],
        then: Callable[[str], None],
        failed: Callable[[CasedeskError], None],
    ) -> None:
        """Create a workspace in `folder`, do `first` in it, and give its recovery key; then `enter` shows it."""
        self._database.submit(
            Task(partial(self._create, folder, passphrase, first), then, self._either(failed)),
        )

    def _create(self, folder: Path, passphrase: str, first: Callable[[Session], object]) -> str:
        from casedesk.store.workspace import Workspace

        workspace, recovery_key = Workspace.create(folder, passphrase)
        with workspace.transaction() as transaction:
            first(transaction.session)
        self._stand_at(workspace)
        return recovery_key

    def enter(self) -> None:
        """Show the workspace just created."""
        self.opened.emit()

    def take(self, workspace: "Workspace") -> None:
        """Stand at an open workspace, the demonstration's or a test's."""
        self._take(workspace)

    def _take(self, workspace: "Workspace") -> None:
        self._stand_at(workspace)
        self.opened.emit()

    def _stand_at(self, workspace: "Workspace") -> None:
        """Work in a workspace: from now on the dates of a case are counted again in whatever transaction touches it."""
        workspace.derive = self._count_cases
        self._workspace = workspace

    def _count_cases(self, session: Session, case_ids: Collection[str]) -> None:
        from casedesk.services.index import count_cases

        count_cases(session, self._find_packs(), self.today(), case_ids)

    @property
    def warning(self) -> str:
        """Say that saved actions are missing from the workspace; empty when none is. Until `accept_loss`, read only."""
        return self._workspace.warning if self._workspace is not None else ""

    def accept_loss(self) -> None:
        """Write again from what is left, after the person read the warning."""
        workspace, now = self._workspace, self.now()
        if workspace is not None:
            self._database.submit(Task(lambda: workspace.accept_loss(now), _nothing, self._raise))

    def lock(self) -> None:
        """Close the workspace; nothing of it stays on screen."""
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            self._database.submit(Task(workspace.close, _nothing, self._raise))
            self._database.submit(Task(letter_process.end, _nothing, self._raise))
        self.locked.emit()

    def stop(self) -> None:
        """Finish what was asked, close the workspace and end the threads."""
        if self._workspace is not None:
            self.lock()
        self._database.stop()
        self._free.stop()

    # What screens ask for

    def read(
        self,
        job: Callable[[Session], Found],
        then: Callable[[Found], None],
        failed: Callable[[CasedeskError], None] | None = None,
    ) -> None:
        """Run a query; `then` receives its frozen rows."""
        self._database.submit(Task(partial(self._in_transaction, job), partial(_first, then), self._either(failed)))

    def write(
        self,
        job: Callable[[Session], Found],
        then: Callable[[Found], None] = _nothing,
        failed: Callable[[CasedeskError], None] | None = None,
    ) -> None:
        """Run a service in one transaction; `then` receives what it returned, after `changed` was said."""
        done = partial(self._written, then)
        self._database.submit(Task(partial(self._in_transaction, job), done, self._either(failed)))

    def run(
        self,
        job: Callable[[Progress], Found],
        then: Callable[[Found], None],
        failed: Callable[[CasedeskError], None] | None = None,
    ) -> Progress:
        """Run work that needs no database; cancel it through the `Progress` returned."""
        progress = self._progress()
        after = partial(self._rest, progress, then)
        either = self._either(failed)

        def fail(error: Exception) -> None:
            self.rested.emit(progress)
            either(error)

        self._free.submit(Task(partial(job, progress), after, fail, partial(self.rested.emit, progress)))
        return progress

    def count_dates(self, cases: int, then: Callable[[int], None]) -> None:
        """Count the dates of the `cases` that are not in the index, some at a time so that screens are answered too.

        `then` receives how many are left: none, unless the person stopped it or it could not be done.
        """
        self._count_on(self._progress(), cases, then, cases)

    def _count_on(self, progress: Progress, cases: int, then: Callable[[int], None], left: int) -> None:
        """Count some more cases, unless all are counted or the person asked to stop."""
        try:
            progress.step(cases - left, cases, _("Counting the dates of the cases"))
        except Cancelled:
            self._count_no_more(progress, then, left)
            return
        if not left or not self.is_open:
            self._count_no_more(progress, then, left)
            return

        def fail(error: Exception) -> None:
            self._count_no_more(progress, then, left)
            if not isinstance(error, Locked):  # locked meanwhile: the rest is counted at the next opening
                self._raise(error)

        def done(outcome: tuple[int, Changes]) -> None:
            self._count_on(progress, cases, then, outcome[0])

        self._database.submit(Task(partial(self._in_transaction, self._count_some), done, fail))

    def _count_some(self, session: Session) -> int:
        from casedesk.services.index import count_some

        return count_some(session, self._find_packs(), self.today())

    def _count_no_more(self, progress: Progress, then: Callable[[int], None], left: int) -> None:
        self.rested.emit(progress)
        _first(then, (left, None))

    def _progress(self) -> Progress:
        """Begin to follow a long work."""
        progress = Progress()
        progress.report = lambda done, total, sentence: self.working.emit(Step(progress, done, total, sentence))
        return progress

    def seal(self, content: bytes) -> str:
        """Encrypt `content` into the workspace and give its random name. Called from within a job."""
        return self._open_workspace().seal(content)

    def unseal(self, name: str) -> bytes:
        """Give back a sealed content. Called from within a job."""
        return self._open_workspace().unseal(name)

    def _open_workspace(self) -> "Workspace":
        if self._workspace is None:
            raise Locked(_("The workspace is locked. Open it again to go on."))
        return self._workspace

    def _in_transaction(self, job: Callable[[Session], Found]) -> tuple[Found, Changes]:
        with self._open_workspace().transaction() as transaction:
            found = job(transaction.session)
        return found, transaction.changes

    def _written(self, then: Callable[[Found], None], outcome: tuple[Found, Changes]) -> None:
        found, changes = outcome
        if changes.kinds:
            self.changed.emit(changes)
        _first(then, (found, changes))

    def _rest(self, progress: Progress, then: Callable[[Found], None], found: Found) -> None:
        self.rested.emit(progress)
        _first(then, (found, None))

    def _either(self, failed: Callable[[CasedeskError], None] | None) -> Callable[[Exception], None]:
        """Send a cure to the screen and a bug to `broken`."""

        def tell(error: Exception) -> None:
            if not isinstance(error, CasedeskError):
                self.broken.emit(error)
            elif failed is not None and is_alive(failed):
                failed(error)
            else:
                self.failed.emit(error)

        return tell

    def _raise(self, error: Exception) -> None:
        self._either(None)(error)


def _open(folder: Path, passphrase: str) -> "Workspace":
    from casedesk.store.workspace import Workspace

    return Workspace.open(folder, passphrase)


def _recover(folder: Path, recovery_key: str) -> "Workspace":
    from casedesk.store.workspace import Workspace

    return Workspace.recover(folder, recovery_key)


def _first(then: Callable[[Found], None], outcome: tuple[Found, object]) -> None:
    if is_alive(then):
        then(outcome[0])
