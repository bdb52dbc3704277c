"""What can go wrong and be cured by the person: six remedies.

Everything else is a bug of ours and is never shown as a sentence. Each message is a whole, translated sentence that
says what happened, why, and what to do; it never holds a name, an address or a URL.
"""

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
    """A jurisdiction's folder says something the loader does not understand: tell its maintainer."""

    def __init__(self, file: Path | str, rule: str, key: str, expected: str, example: str = "") -> None:
        where = " · ".join(part for part in (str(file), rule, key) if part)
        sentence = f"{where}: {expected}"
        if example:
            sentence += f" ({example})"
        super().__init__(sentence)
        self.file = str(file)
        self.rule = rule
        self.key = key
        self.expected = expected
        self.example = example
