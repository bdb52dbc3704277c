"""Sealed files: each attachment is an age file under a random name, readable with the workspace's identity only.

Half of the name is drawn, half is a seal of the content under that draw: a file put in the place of another is refused.

The identity (age X25519) is drawn at creation and kept in the encrypted database. A file is on the disk before the
record that names it is committed; a file no record names is harmless and is counted by the verification.
"""

import hmac
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
_HALF = 8  # bytes of a name


def new_identity() -> str:
    """Draw the identity of a new workspace, in the form every age tool reads."""
    return str(pyrage.x25519.Identity.generate())


class SealedFiles:
    """The attachments of one open workspace."""

    def __init__(self, folder: Path, identity: str) -> None:
        self._folder = folder / FOLDER
        self._identity = pyrage.x25519.Identity.from_str(identity)
        self._recipient = self._identity.to_public()
        self._naming = hmac.digest(identity.encode(), b"casedesk/sealed-name/v1", "sha256")

    def seal(self, content: bytes) -> str:
        """Encrypt `content` and bring it to the disk; give the random name to note in a record.

        Raises:
            Unreachable: the disk is full, forbidden or does not answer.
        """
        name = self._name(secrets.token_bytes(_HALF), content)
        path = self._path(name)
        durable.make_folder(self._folder)
        durable.make_folder(path.parent)
        durable.write(path, pyrage.encrypt(content, [self._recipient]))
        return name

    def unseal(self, name: str) -> bytes:
        """Decrypt a sealed file: the very bytes that were sealed, or an error.

        Raises:
            NotFound: no file has this name.
            Unreachable: the file is damaged or is another one, or the disk does not answer.
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
            content = bytes(pyrage.decrypt(raw, [self._identity]))
        except pyrage.DecryptError as error:
            raise refusal.damaged(path.name) from error
        if not hmac.compare_digest(name, self._name(bytes.fromhex(name)[:_HALF], content)):
            raise refusal.damaged(path.name)  # sealed here, but under another name
        return content

    def names(self) -> Iterator[str]:
        """List the sealed files on the disk."""
        for path in self._folder.glob("??/*.age"):
            yield path.stem

    def sweep(self) -> None:
        """Remove the files whose writing was cut short."""
        for folder in self._folder.glob("??"):
            durable.sweep(folder)

    def _name(self, draw: bytes, content: bytes) -> str:
        """Name a content after a draw."""
        return (draw + hmac.digest(self._naming, draw + content, "sha256")[:_HALF]).hex()

    def _path(self, name: str) -> Path:
        """Where a sealed file lies."""
        return self._folder / name[:2] / f"{name}.age"
