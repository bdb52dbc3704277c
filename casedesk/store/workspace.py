"""The encrypted workspace: a folder, opened with a passphrase, held by one program at a time."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from casedesk.errors import Locked, Unreachable
from casedesk.records import JournalEntry
from casedesk.store import (
    anchor,
    creation,
    due,
    durable,
    engine,
    journal,
    key_file,
    loss,
    migrations,
    place,
    recovery_key,
    refusal,
    state,
    transactions,
    vault,
)
from casedesk.store import passphrase as passphrases
from casedesk.store.anchor import Anchor
from casedesk.store.kdf import KdfCost
from casedesk.store.keys import WorkspaceKey
from casedesk.store.lock import Lock
from casedesk.store.sealed import SealedFiles
from casedesk.store.transactions import Transaction
from casedesk.translate import _

log = logging.getLogger(__name__)


class Workspace:
    """An open workspace. Made by `create`, `open` or `recover`; ended by `close`.

    `warning` is empty, or says that saved actions are missing: the workspace is then open for reading only, until
    `accept_loss`. `derive` counts the dates of the cases that a transaction touched; whoever knows the law gives it.
    Until then their dates are taken out of the index, so that nothing false is ever read there.
    """

    def __init__(self, folder: Path, key: WorkspaceKey, lock: Lock) -> None:
        """Enter a folder whose door is open and whose lock is held; see `open`."""
        self.folder = folder
        self.key = key
        self.engine: Engine = engine.connect(folder / engine.FILE, key.database)
        self.warning = ""
        self.derive: due.Derive = due.forget
        self._lock = lock
        self._closed = False
        self._anchored = True
        try:
            durable.sweep(folder)
            self._check(lock.left_open)
            self._sealed = self._find_sealed_files()
            lock.sign()
        except BaseException:
            self.engine.dispose()
            raise

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, cost: KdfCost | None = None) -> tuple[Self, str]:
        """Make a workspace in a new or empty folder, and open it; the text is the recovery key, to be printed once.

        Raises:
            InvalidInput: the passphrase is weak, or the folder is not empty.
            Unreachable: the folder cannot be used, or the disk is full.
        """
        passphrases.check(passphrase)
        place.refuse_sync_folder(folder)
        made = creation.prepare(folder)
        try:
            document, key, recovery = vault.create(passphrase, cost or KdfCost())
            creation.lay(folder, key)
            key_file.write(folder, document)  # last: a folder without it is no workspace
            return cls._inside(folder, Lock(folder), lambda: key), recovery_key.write(recovery)
        except BaseException:
            creation.clear(folder, made=made)
            raise

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Self:
        """Open a workspace with a passphrase; a third of a second is spent on the passphrase, on purpose.

        Raises:
            Locked: the passphrase is wrong.
            Unreachable: the workspace is missing, damaged, already open, of a later version or in a wrong place.
        """
        return cls._enter(folder, lambda document: document.unlock(passphrase))

    @classmethod
    def recover(cls, folder: Path, text: str) -> Self:
        """Open a workspace with the recovery key on paper.

        Raises:
            InvalidInput: the key is not well typed.
            Locked: it is the key of another workspace.
            Unreachable: as `open`.
        """
        key = recovery_key.read(text)
        return cls._enter(folder, lambda document: document.recover(key))

    @classmethod
    def _enter(cls, folder: Path, unlock: Callable[[vault.Vault], WorkspaceKey]) -> Self:
        """Look, hold, unlock, enter; a refusal leaves every file as it was."""
        place.refuse_sync_folder(folder)
        document = key_file.read(folder)
        place.refuse_rival_copies(folder)
        return cls._inside(folder, Lock(folder), lambda: unlock(document))

    @classmethod
    def _inside(cls, folder: Path, lock: Lock, unlock: Callable[[], WorkspaceKey]) -> Self:
        """Unlock and enter, or let the lock go."""
        try:
            return cls(folder, unlock(), lock)
        except BaseException:
            lock.release(closed_properly=False)
            raise

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Open one transaction: leaving normally commits, any exception rolls back; `changes` is then filled.

        Raises:
            Locked: the workspace was closed.
            Conflict: a record was changed since it was read.
            Unreachable: the disk is full, damaged or does not answer, or saved actions are missing.
        """
        self._refuse_if_closed()
        with transactions.transaction(self.engine, self.key, self._write_anchor, self.warning, self.derive) as current:
            yield current

    def seal(self, content: bytes) -> str:
        """Encrypt an attachment and bring it to the disk; note the name it gives in a record of the same gesture.

        Raises:
            Locked: the workspace was closed.
            Unreachable: the disk is full or does not answer, or saved actions are missing.
        """
        self._refuse_if_closed()
        if self.warning:
            raise Unreachable(self.warning)
        return self._sealed.seal(content)

    def unseal(self, name: str) -> bytes:
        """Decrypt an attachment.

        Raises:
            Locked: the workspace was closed.
            NotFound: no attachment has this name.
            Unreachable: the attachment is damaged.
        """
        self._refuse_if_closed()
        return self._sealed.unseal(name)

    def sealed_names(self) -> Iterator[str]:
        """List the attachments on the disk."""
        return self._sealed.names()

    def checkpoint(self) -> None:
        """Move what was saved from the log to the database itself, where damage shows; for idle moments.

        Raises:
            Unreachable: the disk does not answer.
        """
        self._refuse_if_closed()
        if self.warning:
            return
        with self._database_errors(), self.engine.connect() as connection:
            engine.checkpoint(connection)

    def accept_loss(self, now: datetime) -> None:
        """Write again, from what is left, after the person read `warning`; the journal keeps it.

        Raises:
            Unreachable: the disk is full or does not answer.
        """
        warning, self.warning = self.warning, ""
        workspace = self.key.workspace.hex()
        try:
            with self.transaction() as current:
                current.session.add(
                    JournalEntry(
                        at=now, action="workspace.loss_accepted", subject_kind="workspace", subject_id=workspace
                    )
                )
        except BaseException:
            self.warning = warning
            raise

    def close(self) -> None:
        """Checkpoint, close the database and let others in; twice does nothing more."""
        if self._closed:
            return
        proper = False
        try:
            self.checkpoint()
            if not self._anchored:
                with Session(self.engine) as session:
                    self._write_anchor(_here(session))
            proper = True
        except (Unreachable, DBAPIError) as error:
            log.warning("workspace closed without a checkpoint: %s", type(error).__name__)
        finally:
            self._closed = True
            self.engine.dispose()
            self._lock.release(closed_properly=proper)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _refuse_if_closed(self) -> None:
        """Nothing is answered once the door is shut."""
        if self._closed:
            raise Locked(_("The workspace is closed. Open it again with your passphrase."))

    def _check(self, left_open: bool) -> None:
        """Open the database: upgrade it, look at it when it was left open, compare it with its anchor."""
        with self._database_errors():
            log_before = _read(self.folder / f"{engine.FILE}-wal")
            if not engine.is_laid(self.folder / engine.FILE):
                raise refusal.damaged(engine.FILE)
            with self.engine.begin() as connection:
                migrations.upgrade(connection)
                if left_open and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
                    raise refusal.damaged(engine.FILE)
            with Session(self.engine) as session:
                known = anchor.read(self.folder, self.key)
                self.warning = loss.sentence(session, known)
                if not self.warning:
                    self._write_anchor(_here(session), known)
                elif log_before:
                    durable.write(self.folder / f"{engine.FILE}-wal.kept", log_before)

    def _find_sealed_files(self) -> SealedFiles:
        """Open the attachments with the identity the database holds."""
        with self._database_errors(), self.engine.connect() as connection:
            files = SealedFiles(self.folder, state.sealing_identity(connection))
        files.sweep()
        return files

    def _write_anchor(self, here: Anchor, known: Anchor | None = None) -> None:
        """Write the anchor after a commit; the commit stands even if the anchor must wait for the next one."""
        self._anchored = here == known
        if self._anchored:
            return
        try:
            here.write(self.folder, self.key)
            self._anchored = True
        except Unreachable:
            log.warning("anchor left behind at action %d", here.saved)

    @contextmanager
    def _database_errors(self) -> Iterator[None]:
        """Say the errors of the database in sentences."""
        try:
            yield
        except DBAPIError as error:
            sentence = refusal.of_database(error)
            if sentence is None:
                raise
            raise sentence from error


def _here(session: Session) -> Anchor:
    """Note where the database stands."""
    return Anchor.at(state.saved(session.connection()), journal.last(session))


def _read(path: Path) -> bytes:
    """Read a file that may be missing."""
    try:
        return durable.read(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise refusal.of_disk(error) from error
