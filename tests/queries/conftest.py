"""A session in a real workspace, and the law shipped with the program."""

from collections.abc import Iterator, Mapping

import pytest
from sqlalchemy.orm import Session

from casedesk import paths
from casedesk.law.load import load_packs
from casedesk.law.pack import Pack
from casedesk.store.workspace import Workspace


@pytest.fixture(scope="session")
def packs() -> Mapping[str, Pack]:
    return load_packs(paths.packs())


@pytest.fixture
def session(workspace: Workspace) -> Iterator[Session]:
    """The session of one gesture; it is committed when the test ends."""
    with workspace.transaction() as transaction:
        yield transaction.session
