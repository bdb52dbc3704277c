"""What the person reads when a disk, a file or the database refuses."""

import errno

from sqlalchemy.exc import DBAPIError

from casedesk.errors import CasedeskError, Unreachable
from casedesk.translate import _

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}

# Primary result codes of SQLite (the low byte of an extended code).
_SQLITE_BUSY, _SQLITE_LOCKED, _SQLITE_READONLY, _SQLITE_IOERR = 5, 6, 8, 10
_SQLITE_CORRUPT, _SQLITE_FULL, _SQLITE_CANTOPEN, _SQLITE_NOTADB = 11, 13, 14, 26


def disk_full() -> Unreachable:
    """There is no room left; what was being written is undone, what was saved before is safe."""
    return Unreachable(
        _(
            "There is no room left on the disk, so this was not saved. "
            "Free some space, then save again: your text is kept."
        )
    )


def forbidden() -> Unreachable:
    """The system does not let us write here."""
    return Unreachable(
        _(
            "This computer does not allow writing in the folder of the workspace. "
            "Choose another folder, or unlock the disk."
        )
    )


def silent_disk() -> Unreachable:
    """The disk or the folder does not answer."""
    return Unreachable(
        _(
            "The disk that holds the workspace does not answer. "
            "Check that it is plugged in, then try again; what was saved is kept."
        )
    )


def already_open() -> Unreachable:
    """Another window or another program holds the workspace."""
    return Unreachable(
        _("This workspace is already open in another window. Close that window first, then open the workspace here.")
    )


def later_version() -> Unreachable:
    """A later version of the program made this."""
    return Unreachable(_("This workspace was made by a later version of casedesk. Install that version to open it."))


def damaged(file: str) -> Unreachable:
    """`file`, a name inside the workspace that says nothing of anybody, is not as it was written."""
    return Unreachable(
        _(
            "The file “{file}” of this workspace is damaged or was replaced. "
            "Nothing was changed: put back the copy kept in your last backup."
        ).format(file=file)
    )


def damaged_keys() -> Unreachable:
    """The key file is not as it was written; its twin lies beside it."""
    return Unreachable(
        _(
            "The file “keys.vault” of this workspace is damaged or was replaced. Nothing was changed: "
            "put “keys.vault.1”, kept beside it, in its place, or the copy of your last backup."
        )
    )


def keys_ask_too_much() -> Unreachable:
    """The key file was made to exhaust the computer."""
    return Unreachable(
        _(
            "The file “keys.vault” asks for more memory or time than any workspace needs: it was changed on purpose or "
            "is damaged. Nothing was tried: put back the copy kept in your last backup."
        )
    )


def of_disk(error: OSError) -> Unreachable:
    """Say an error of the operating system in a sentence."""
    if error.errno in _FULL:
        return disk_full()
    if error.errno in _FORBIDDEN:
        return forbidden()
    return silent_disk()


def of_database(error: Exception) -> CasedeskError | None:
    """Say an error of the database, bare or wrapped, in a sentence; `None` when it is a bug of ours."""
    bare = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(bare, "sqlite_errorcode", 0) & 0xFF
    if code == _SQLITE_FULL:
        return disk_full()
    if code in (_SQLITE_BUSY, _SQLITE_LOCKED):
        return already_open()
    if code == _SQLITE_READONLY:
        return forbidden()
    if code in (_SQLITE_CORRUPT, _SQLITE_NOTADB):
        return damaged("data.db")
    if code in (_SQLITE_IOERR, _SQLITE_CANTOPEN):
        return silent_disk()
    return None
