"""What every test finds: no screen, no keyring, an open workspace, the law shipped with the program."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from casedesk import paths, translate
from casedesk.law.load import load_packs
from casedesk.law.pack import Pack
from casedesk.store.kdf import KdfCost
from casedesk.store.workspace import Workspace

PASSPHRASE = "abricot rivage tambour lanterne vigne orage menthe"
FAST = KdfCost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new, empty, open workspace; its passphrase is `PASSPHRASE`."""
    made, _recovery_key = Workspace.create(tmp_path / "workspace", PASSPHRASE, cost=FAST)
    with made:
        yield made


@pytest.fixture
def session(workspace: Workspace) -> Iterator[Session]:
    """The session of one gesture; it is committed when the test ends."""
    with workspace.transaction() as transaction:
        yield transaction.session


@pytest.fixture(scope="session")
def packs() -> Mapping[str, Pack]:
    """Both jurisdictions, as shipped."""
    return load_packs(paths.packs())


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English during the test."""
    before = translate.language()
    translate.set_language("en")
    yield
    translate.set_language(before)
