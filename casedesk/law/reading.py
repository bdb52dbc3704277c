"""One table of a pack's file, read key by key; what is missing, of the wrong kind, or not understood is refused."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from casedesk.errors import InvalidInput, PackProblem, Unreachable
from casedesk.law.facts import Value
from casedesk.law.period import Period

LARGEST = 500_000  # bytes of a file; the largest shipped has fifty thousand
_DOTS = 500  # in one line: the reading of a key takes the square of its parts

Choice = TypeVar("Choice", bound=StrEnum)
TomlTable = dict[str, object]


def open_file(path: Path, name: str, rule: str = "") -> "Entry":
    """Read a TOML file whole; `name` is how messages call it, `rule` the one entry it holds.

    Raises:
        PackProblem: the file is missing, is not UTF-8, is not TOML, or is far too large.
        Unreachable: the disk does not let it be read, or it is no file.
    """
    try:
        values = tomllib.loads(_content(path).decode())
    except FileNotFoundError as error:
        raise PackProblem(name, rule, "", "this file is missing") from error
    except UnicodeDecodeError as error:
        raise PackProblem(name, rule, "", "the file must be written in UTF-8") from error
    except (ValueError, RecursionError) as error:  # no TOML, or a number of thousands of digits
        raise PackProblem(name, rule, "", "the file must be TOML: {error}", told={"error": str(error)}) from error
    except OSError as error:
        raise Unreachable(f"{name} cannot be read. Check that the folder is there and may be opened.") from error
    return Entry(name, rule, values)


def _content(path: Path) -> bytes:
    """Read what can be a file of a pack: one that somebody else wrote may neither hold up the desk nor fill it.

    Raises:
        OSError: it is no file, as a pipe, which would never end.
        ValueError: it is far too large.
    """
    if path.exists() and not path.is_file():
        raise OSError("no file")
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST or any(line.count(b".") > _DOTS for line in content.splitlines()):
        raise ValueError("too large")
    return content


def open_files(folder: Path, name: str, *, optional: bool = False) -> Iterator["Entry"]:
    """Read the files that hold one kind of entry: `name`.toml, then each file of the folder `name`, in order.

    Raises:
        PackProblem: there is none, unless `optional`; or one is not TOML.
        Unreachable: the disk does not let one be read.
    """
    alone = folder / f"{name}.toml"
    parts = sorted((folder / name).glob("*.toml"))
    if alone.exists() or not (parts or optional):
        parts.insert(0, alone)
    for path in parts:
        yield open_file(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")


class Entry:
    """One table. Each `get` takes its key away; `close` refuses the keys that nobody asked for."""

    def __init__(self, file: str, rule: str, values: TomlTable, path: str = "") -> None:
        self.file = file
        self.rule = rule
        self._values = dict(values)
        self._path = path

    def problem(self, key: str, expected: str, example: str = "", told: Mapping[str, str] | None = None) -> PackProblem:
        """Build the refusal of `key`; `told` fills the named places of `expected`."""
        return PackProblem(self.file, self.rule, self._path + key, expected, example, told=told)

    def close(self) -> None:
        """Refuse what is left.

        Raises:
            PackProblem: a key that this table does not have.
        """
        for key in self._values:
            raise self.problem(key, "this key is not known here")

    def has(self, key: str) -> bool:
        """Say whether the table gives `key`."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text; without a default it must be there, and say something."""
        value = self._values.pop(key, default)
        if not isinstance(value, str):
            raise self.problem(key, "a text is needed", f'{key} = "…"')
        if default is None and not value.strip():
            raise self.problem(key, "this text may not be empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; absent is empty."""
        return tuple(self._text_in(key, value) for value in self._list(key))

    def _text_in(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.problem(key, "a list of texts is needed", f'{key} = ["…", "…"]')
        return value

    def _list(self, key: str) -> list[object]:
        value = self._values.pop(key, [])
        if not isinstance(value, list):
            raise self.problem(key, "a list is needed", f"{key} = […]")
        return value

    def day(self, key: str) -> date:
        """Take a day that must be there."""
        day = self.optional_day(key)
        if day is None:
            raise self.problem(key, "a day is needed", f"{key} = 2026-11-21")
        return day

    def optional_day(self, key: str) -> date | None:
        """Take a day, if there is one."""
        value = self._values.pop(key, None)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.problem(key, "a day is needed, without quotes nor hour", f"{key} = 2026-11-21")
        return value

    def optional_instant(self, key: str) -> datetime | None:
        """Take a moment with its offset, if there is one; given back in universal time."""
        value = self._values.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise self.problem(key, "a moment with its offset is needed", f"{key} = 2026-11-21T14:25:00Z")
        return value.astimezone(UTC)

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Take a yes or no."""
        value = self._values.pop(key, default)
        if not isinstance(value, bool):
            raise self.problem(key, "yes or no is needed", f"{key} = true")
        return value

    def optional_number(self, key: str) -> int | None:
        """Take a whole number, if there is one."""
        value = self._values.pop(key, None)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self.problem(key, "a whole number is needed", f"{key} = 1")
        return value

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Take one value of a closed list."""
        return self._choice_in(key, self._values.pop(key, default), kind)

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Take several values of a closed list; absent is empty."""
        return tuple(self._choice_in(key, value, kind) for value in self._list(key))

    def _choice_in(self, key: str, value: object, kind: type[Choice]) -> Choice:
        for member in kind:
            if member.value == value:
                return member
        known = ", ".join(member.value for member in kind)
        if value is None:
            raise self.problem(key, "one of {known} is needed", told={"known": known})
        raise self.problem(key, "one of {known} is needed, not {found}", told={"known": known, "found": repr(value)})

    def optional_period(self, key: str) -> Period | None:
        """Take a length of time, if there is one."""
        if not self.has(key):
            return None
        text = self.text(key)
        try:
            return Period.parse(text)
        except InvalidInput as error:
            told = {"found": repr(text)}
            raise self.problem(key, "a length of time is needed, not {found}", f'{key} = "P3M"', told) from error

    def values(self, key: str) -> dict[str, Value | tuple[Value, ...]]:
        """Take a flat table of facts: each has one value, or a list of them."""
        return {name: self._fact_values(key, name, value) for name, value in self._table(key).items()}

    def _fact_values(self, key: str, name: str, value: object) -> Value | tuple[Value, ...]:
        if isinstance(value, list):
            return tuple(self._fact_value(key, name, one) for one in value)
        return self._fact_value(key, name, value)

    def _fact_value(self, key: str, name: str, value: object) -> Value:
        if isinstance(value, str | bool | int | date) and not isinstance(value, datetime):
            return value
        raise self.problem(f"{key}.{name}", "a text, yes or no, a whole number or a day is needed")

    def sentences(self, key: str) -> dict[str, str]:
        """Take a flat table of texts."""
        return {name: self._text_in(f"{key}.{name}", value) for name, value in self._table(key).items()}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Take a flat table of lists of texts; absent is empty."""
        table = Entry(self.file, self.rule, self._table(key), f"{self._path}{key}.")
        return {name: table.texts(name) for name in list(table._values)}

    def _table(self, key: str) -> TomlTable:
        value = self._values.pop(key, {})
        if not isinstance(value, dict):
            raise self.problem(key, "a table is needed", f"{key} = {{ … }}")
        return value

    def table(self, key: str) -> "Entry":
        """Take a table that must be there."""
        if not self.has(key):
            raise self.problem(key, "a table is needed", f"{key} = {{ … }}")
        return Entry(self.file, self.rule, self._table(key), f"{self._path}{key}.")

    def tables(self, key: str) -> Iterator["Entry"]:
        """Take a list of tables, numbered from 1 in messages; absent is empty."""
        for number, value in enumerate(self._list(key), start=1):
            if not isinstance(value, dict):
                raise self.problem(key, "a list of tables is needed", f"[[{key}]]")
            yield Entry(self.file, self.rule, value, f"{self._path}{key}[{number}].")

    def named_tables(self, key: str, seen: set[str]) -> Iterator["Entry"]:
        """Take a list of tables that each have an `id`; messages then name it. An id already in `seen` is refused."""
        for number, value in enumerate(self._list(key), start=1):
            if not isinstance(value, dict):
                raise self.problem(key, "a list of tables is needed", f"[[{key}]]")
            name = value.get("id")
            if not isinstance(name, str) or not name:
                raise self.problem(f"{key}[{number}].id", "a name of its own is needed", 'id = "press_limitation_3m"')
            entry = Entry(self.file, name, value)
            if name in seen:
                raise entry.problem("id", "this name is already taken")
            seen.add(name)
            yield entry


def named(files: Iterator[Entry], key: str) -> Iterator[Entry]:
    """Walk the named tables of several files, each id once, and refuse whatever else a file holds."""
    seen: set[str] = set()
    for file in files:
        yield from file.named_tables(key, seen)
        file.close()
