"""Sealed files: each attachment is an age file under a random name, readable with the workspace's identity only.

The identity (age X25519) is drawn at creation and kept in the encrypted database. A file is on the disk before the
record that names it is committed; a file no record names is harmless and is counted by the verification.
"""

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import pyrage

from casedesk.errors import NotFound
from casedesk.store import durable, refusal
from casedesk.translate import _

FOLDER = "a"

_NAME = re.compile(r"[0-9a-f]{32}")


def new_identity() -> str:
    """Draw the identity of a new workspace, in the form every age tool reads."""
    return str(pyrage.x25519.Identity.generate())


class SealedFiles:
    """The attachments of one open workspace."""

    def __init__(self, folder: Path, identity: str) -> None:
        self._folder = folder / FOLDER
        self._identity = pyrage.x25519.Identity.from_str(identity)
        self._recipient = self._identity.to_public()

    def seal(self, content: bytes) -> str:
        """Encrypt `content` and bring it to the disk; give the random name to note in a record.

        Raises:
            Unreachable: the disk is full, forbidden or does not answer.
        """
        name = secrets.token_hex(16)
        path = self._path(name)
        durable.make_folder(self._folder)
        durable.make_folder(path.parent)
        durable.write(path, pyrage.encrypt(content, [self._recipient]))
        return name

    def unseal(self, name: str) -> bytes:
        """Decrypt a sealed file: the very bytes that were sealed, or an error.

        Raises:
            NotFound: no file has this name.
            Unreachable: the file is damaged, or the disk does not answer.
        """
        if not _NAME.fullmatch(name):
            raise NotFound(_("This attachment is not in the workspace. Put back the copy kept in your last backup."))
        path = self._path(name)
        try:
            raw = durable.read(path)
        except FileNotFoundError as error:
            raise NotFound(
                _("This attachment is not in the workspace. Put back the copy kept in your last backup.")
            ) from error
        except OSError as error:
            raise refusal.of_disk(error) from error
        try:
            return bytes(pyrage.decrypt(raw, [self._identity]))
        except pyrage.DecryptError as error:
            raise refusal.damaged(path.name) from error

    def names(self) -> Iterator[str]:
        """List the sealed files on the disk."""
        for path in self._folder.glob("??/*.age"):
            yield path.stem

    def sweep(self) -> None:
        """Remove the files whose writing was cut short."""
        for folder in self._folder.glob("??"):
            durable.sweep(folder)

    def _path(self, name: str) -> Path:
        """Where a sealed file lies."""
        return self._folder / name[:2] / f"{name}.age"
