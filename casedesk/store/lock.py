"""The lock file: one program at a time in a workspace, and a trace when it was not closed properly.

The operating system holds the lock, so it falls with the process that held it. The file's content (process and boot
identifiers, no host or user name) is emptied at a proper close.
"""

import contextlib
import json
import os
from pathlib import Path

from casedesk.store import durable, refusal

FILE = "lock"


class Lock:
    """A workspace held by this process until `release`."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; nothing is written yet.

        Raises:
            Unreachable: another program holds it, or the folder cannot be written.
        """
        try:
            self._descriptor = durable.open_plain(folder / FILE, os.O_RDWR | os.O_CREAT)
        except OSError as error:
            raise refusal.of_disk(error) from error
        try:
            _hold(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise refusal.already_open() from error
        self.left_open = os.fstat(self._descriptor).st_size > 0

    def sign(self) -> None:
        """Say who is inside, now that the door has opened; a full disk, still readable, goes without."""
        note = json.dumps({"boot": _boot(), "pid": os.getpid()}).encode()
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, note)

    def release(self, *, closed_properly: bool) -> None:
        """Let others in; an improper close leaves its trace."""
        try:
            if closed_properly:
                os.ftruncate(self._descriptor, 0)
        finally:
            os.close(self._descriptor)


def _boot() -> str:
    """Identify this start of the computer, without naming it."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


if os.name == "nt":  # pragma: no cover - Windows only
    import msvcrt

    def _hold(descriptor: int) -> None:
        """Lock one byte far behind the content, so that the content stays readable."""
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows only

else:
    import fcntl

    def _hold(descriptor: int) -> None:
        """Lock the whole file, without waiting."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
