"""What every test finds: no screen, no keyring, an open workspace."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from collections.abc import Iterator
from pathlib import Path

import pytest

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
