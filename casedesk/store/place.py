"""Where a workspace may live: not in a folder that another program copies behind its back."""

from pathlib import Path

from casedesk.errors import Unreachable
from casedesk.store import refusal
from casedesk.translate import _

_STARTS = ("onedrive", "dropbox", "nextcloud", "owncloud", "google drive", "googledrive", "icloud", "kdrive", "pcloud")
_NAMES = {
    "my drive",
    "mon drive",
    "mobile documents",
    "com~apple~clouddocs",
    "megasync",
    "box sync",
    "seafile",
    "sync.com",
}
_MARKS = (".stfolder", ".dropbox.cache", ".sync_journal.db")
_COPIES = ("conflicted copy", "copie en conflit", "conflict", "conflit")


def refuse_sync_folder(folder: Path) -> None:
    """Refuse a folder kept in step with the network: it copies half-written files and makes rival copies.

    Raises:
        Unreachable: the folder, or one above it, belongs to a known synchronisation program, or cannot be looked at.
    """
    try:
        resolved = folder.resolve()
        parts = [part.casefold() for part in [*folder.absolute().parts, *resolved.parts]]
        named = any(part.startswith(_STARTS) or part in _NAMES for part in parts)
        marked = any((parent / mark).exists() for parent in [resolved, *resolved.parents] for mark in _MARKS)
    except OSError as error:
        raise refusal.of_disk(error) from error
    except (RuntimeError, ValueError) as error:  # links in a circle, a name no disk can hold
        raise refusal.silent_disk() from error
    if named or marked:
        raise Unreachable(
            _(
                "This folder is copied to the network by another program (OneDrive, Dropbox, Nextcloud…), which can "
                "damage a workspace. Put the workspace in an ordinary folder; keep only its backups here."
            )
        )


def refuse_rival_copies(folder: Path) -> None:
    """Refuse a workspace in which a synchronisation program has left a second copy of a file.

    Raises:
        Unreachable: such a copy is there, or the folder cannot be listed.
    """
    try:
        names = [path.name.casefold() for path in folder.iterdir()]
    except OSError as error:
        raise refusal.of_disk(error) from error
    if any(mark in name for name in names for mark in _COPIES):
        raise Unreachable(
            _(
                "A synchronisation program has left two copies of a file in this workspace. Nothing was opened: move "
                "the folder out of the synchronised place and ask for help before deleting either copy."
            )
        )
