"""What can go wrong and be cured by the person: six remedies.

Everything else is a bug of ours and is never shown as a sentence. Each message is a whole, translated sentence that
says what happened, why, and what to do; it never holds a name, an address or a URL.
"""

from collections.abc import Mapping
from pathlib import Path


class CasedeskError(Exception):
    """Something the person can cure."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class InvalidInput(CasedeskError):
    """What was typed cannot be taken; shown under the field."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotFound(CasedeskError):
    """What was asked for is not there (any more)."""


class Conflict(CasedeskError):
    """Somebody changed it meanwhile: reload."""


class Locked(CasedeskError):
    """The workspace is closed, or this passphrase does not open it."""


class Unreachable(CasedeskError):
    """A disk, a file or a folder does not answer: free it, then try again."""


class PackProblem(CasedeskError):
    """A jurisdiction's folder says something the loader does not understand: tell its maintainer.

    `expected` may hold named places, filled from `told`; so it can be said again in another language.
    """

    def __init__(
        self,
        file: Path | str,
        rule: str,
        key: str,
        expected: str,
        example: str = "",
        *,
        told: Mapping[str, str] | None = None,
    ) -> None:
        self.file = str(file)
        self.rule = rule
        self.key = key
        self.pattern = expected
        self.told = dict(told or {})
        self.expected = expected.format(**self.told) if self.told else expected
        self.example = example
        super().__init__(self.worded(self.expected))

    def worded(self, expected: str) -> str:
        """Say where the problem is, what is expected there in the words given, and an example if there is one."""
        where = " · ".join(part for part in (self.file, self.rule, self.key) if part)
        return f"{where}: {expected} ({self.example})" if self.example else f"{where}: {expected}"
