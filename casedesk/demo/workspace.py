"""The workspace of the fictional association: made anew each time, in a folder of its own."""

import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from casedesk.demo.build import build
from casedesk.errors import InvalidInput, Unreachable
from casedesk.law.pack import Pack
from casedesk.services.index import count_cases
from casedesk.store import passphrase
from casedesk.store.workspace import Workspace
from casedesk.translate import _

NAME = "fictional.casedesk"


def fictional_workspace(folder: Path, packs: Mapping[str, Pack], today: date, now: datetime) -> Workspace:
    """Make the fictional workspace in `folder` and open it; the one made before is replaced, nothing else is touched.

    Raises:
        InvalidInput: something that is not the fictional workspace stands at its place.
        Unreachable: the folder cannot be used, or the disk is full.
    """
    place = folder / NAME
    if place.is_symlink() or place.is_file():
        raise InvalidInput("out", _("This folder holds something else. Choose an empty one."))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if place.exists():
            shutil.rmtree(place)
    except OSError as error:
        raise Unreachable(_("This folder cannot be written. Choose another one, or free some space.")) from error
    workspace, _recovery_key = Workspace.create(place, passphrase.propose())
    workspace.derive = lambda session, case_ids: count_cases(session, packs, today, case_ids)
    try:
        with workspace.transaction() as transaction:
            build(transaction.session, packs, today, now, workspace.seal)
    except BaseException:
        workspace.close()
        raise
    return workspace
