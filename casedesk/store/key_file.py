"""`keys.vault` on the disk, with its twin: a damaged header would otherwise lose everything."""

from pathlib import Path

from casedesk.errors import Unreachable
from casedesk.store import durable, refusal, vault
from casedesk.store.vault import Vault
from casedesk.translate import _

_TWIN = f"{vault.FILE}.1"


def write(folder: Path, document: Vault) -> None:
    """Write the key file and its twin.

    Raises:
        Unreachable: the disk is full, forbidden or does not answer.
    """
    raw = vault.to_bytes(document)
    durable.write(folder / _TWIN, raw)
    durable.write(folder / vault.FILE, raw)


def read(folder: Path) -> Vault:
    """Read the key file, never more of it than a key file can hold.

    Raises:
        Unreachable: there is none, or it is damaged, asks for too much, or is of a later version.
    """
    try:
        raw = durable.read(folder / vault.FILE, vault.MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unreachable(
            _(
                "There is no casedesk workspace in this folder: the file “keys.vault” is not there. "
                "Choose another folder, or put that file back from your last backup."
            )
        ) from error
    except OSError as error:
        raise refusal.of_disk(error) from error
    return vault.from_bytes(raw)
