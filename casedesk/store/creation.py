"""The files of a new workspace, all but the one that opens it."""

import contextlib
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from casedesk.errors import InvalidInput
from casedesk.store import durable, engine, journal, migrations, refusal, sealed, state
from casedesk.store.anchor import Anchor
from casedesk.store.keys import WorkspaceKey
from casedesk.translate import _


def prepare(folder: Path) -> bool:
    """Make the folder of a new workspace, or take an empty one; say whether it was made.

    Raises:
        InvalidInput: the folder is not empty.
        Unreachable: the folder cannot be used.
    """
    made = not folder.exists()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        empty = made or not any(folder.iterdir())
        durable.make_folder(folder)
        if empty:
            folder.chmod(0o700)
    except OSError as error:
        raise refusal.of_disk(error) from error
    if not empty:
        raise InvalidInput("folder", _("This folder is not empty. Choose an empty folder, or type a new name."))
    return made


def lay(folder: Path, key: WorkspaceKey) -> None:
    """Make the files of a new workspace, but the one that opens it."""
    durable.make_folder(folder / sealed.FOLDER)
    durable.write(folder / engine.FILE, b"")  # here first, so that the database takes its rights
    database = engine.connect(folder / engine.FILE, key.database)
    try:
        with database.begin() as connection:
            migrations.upgrade(connection)
            state.first(connection, sealed.new_identity())
    except DBAPIError as error:
        raise refusal.of_database(error) or error from error
    finally:
        database.dispose()
    Anchor.at(0, journal.Head()).write(folder, key)


def clear(folder: Path, *, made: bool) -> None:
    """Undo a creation that failed: remove what it made, and nothing else."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.is_file():
                path.unlink()
            else:
                path.rmdir()
        if made:
            folder.rmdir()
