"""Figures read as people type them: an amount, a number of days."""

import re
from decimal import Decimal

from casedesk import wording
from casedesk.errors import InvalidInput
from casedesk.translate import _

_SPACES = re.compile(r"[\s\u00a0\u202f'’]+")
_PLAIN = re.compile(r"\d{1,12}([.,]\d{1,2})?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*(?:(?!(?P=group))[.,]\d{1,2})?", re.ASCII)
_DAYS = re.compile(r"\d{1,5}", re.ASCII)


def amount(field: str, text: str) -> Decimal | None:
    """Read `100 000`, `100.000`, `1,234.50`, `150,5`; None when nothing is typed.

    Raises:
        InvalidInput: it is not an amount.
    """
    bare = _SPACES.sub("", text)
    if not bare:
        return None
    if grouped := _GROUPED.fullmatch(bare):
        bare = bare.replace(grouped["group"], "")
    if not _PLAIN.fullmatch(bare):
        sentence = _("“{text}” is not an amount we can read. Write for example {example}, and the currency beside it.")
        raise InvalidInput(field, sentence.format(text=text.strip(), example=wording.number(100_000)))
    return Decimal(bare.replace(",", "."))


def days(field: str, text: str) -> int | None:
    """Read a number of days; None when nothing is typed.

    Raises:
        InvalidInput: it is not a whole number.
    """
    bare = _SPACES.sub("", text)
    if not bare:
        return None
    if not _DAYS.fullmatch(bare):
        sentence = _("“{text}” is not a number of days. Write it in figures, or leave this empty.")
        raise InvalidInput(field, sentence.format(text=text.strip()))
    return int(bare)


def shown(value: Decimal | None) -> str:
    """Write an amount back as it can be read again."""
    if value is None:
        return ""
    return wording.number(value if value % 1 else value.to_integral_value())
