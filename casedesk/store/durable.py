"""The one way to write a file of the workspace: whole and on the disk, or not at all.

The content goes to a temporary name in the same folder, is synced, takes its name, and the folder is synced. Files are
readable by their owner alone (0600), folders too (0700). On Windows folders cannot be synced and inherit their rights.
"""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from casedesk.store import refusal

UNFINISHED = ".unfinished"  # ends the name of a file whose writing was cut short


def write(path: Path, content: bytes) -> None:
    """Put `content` in `path`, replacing what was there in one step.

    Raises:
        Unreachable: the disk is full, forbidden or does not answer; the former content is intact.
    """
    temporary = path.with_name(f"{secrets.token_hex(8)}{UNFINISHED}")
    try:
        try:
            _write_new(temporary, content)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise refusal.of_disk(error) from error


def open_plain(path: Path, flags: int) -> int:
    """Open an ordinary file, never what a link, a pipe or a device in its place leads to; give its descriptor.

    Raises:
        OSError: it is missing, refused, or no ordinary file.
    """
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | careful, 0o600)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "not an ordinary file")


def read(path: Path, most: int = -1) -> bytes:
    """Read an ordinary file, at most `most` bytes of it.

    Raises:
        OSError: it is missing, refused, or no ordinary file.
    """
    with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
        return file.read(most)


def make_folder(path: Path) -> None:
    """Make a folder only its owner can enter, unless it is there.

    Raises:
        Unreachable: the disk is full, forbidden or does not answer.
    """
    try:
        if path.is_dir():
            return
        path.mkdir(mode=0o700)
        sync_folder(path.parent)
    except OSError as error:
        raise refusal.of_disk(error) from error


def sync_folder(path: Path) -> None:
    """Bring the names of a folder to the disk."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what a cut left unfinished in `folder`; such a file was never acknowledged."""
    for path in folder.glob(f"*{UNFINISHED}"):
        with contextlib.suppress(OSError):
            path.unlink()


def _write_new(path: Path, content: bytes) -> None:
    """Write a new file and bring its bytes to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
