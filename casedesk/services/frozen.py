"""What a letter was told, as plain JSON: kept with it for ever."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path

from casedesk.queries.letter_data import LetterData

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def frozen(data: LetterData) -> dict[str, Json]:
    """Write a letter's data as JSON: days in ISO 8601, amounts as text, the template by its name alone."""
    plain = _plain(data)
    if not isinstance(plain, dict):
        raise TypeError("a letter's data is a record")
    return plain


def _plain(value: object) -> Json:
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return str(value.value)
        case str():
            return value
        case datetime() | date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case Path():
            return value.name
        case Mapping():
            return {str(key): _plain(part) for key, part in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(part) for part in value]
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} cannot be frozen")
