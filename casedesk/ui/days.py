"""Reading a day as people type it."""

import re
import unicodedata
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv", "january", "jan"),
            ("fevrier", "fevr", "fev", "february", "feb"),
            ("mars", "march", "mar"),
            ("avril", "avr", "april", "apr"),
            ("mai", "may"),
            ("juin", "june", "jun"),
            ("juillet", "juil", "july", "jul"),
            ("aout", "august", "aug"),
            ("septembre", "sept", "september", "sep"),
            ("octobre", "october", "oct"),
            ("novembre", "november", "nov"),
            ("decembre", "december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_RELATIVE = {"aujourd'hui": 0, "today": 0, "hier": 1, "yesterday": 1, "avant-hier": 2}
_WEEKDAYS = re.compile(r"^(?!march )(lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_FIGURES = re.compile(r"^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{2}|\d{4}))?$")
_WORDS = re.compile(r"^(\d{1,2})(?:er|st|nd|rd|th)? +([a-z]+)\.?,?(?: +(\d{4}))?$")
_MONTH_FIRST = re.compile(r"^([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,?(?: +(\d{4}))?$")


def parse_day(text: str, today: date, *, ahead: bool = False) -> date | None:
    """Read `21/08/2026`, `21 août`, `2026-08-21`, `hier`… or None. Without a year, the last such day not ahead of us.

    What is announced is looked for `ahead`: without a year, the first such day not behind us. Figures are always day
    first.
    """
    plain = _plain(text)
    if plain in _RELATIVE:
        return today - timedelta(days=_RELATIVE[plain])
    plain = _WEEKDAYS.sub("", plain)
    if found := _ISO.match(plain):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.match(plain):
        return _with_year(found[3], int(found[2]), int(found[1]), today, ahead=ahead)
    if (found := _WORDS.match(plain)) and found[2] in _MONTHS:
        return _with_year(found[3], _MONTHS[found[2]], int(found[1]), today, ahead=ahead)
    if (found := _MONTH_FIRST.match(plain)) and found[1] in _MONTHS:
        return _with_year(found[3], _MONTHS[found[1]], int(found[2]), today, ahead=ahead)
    return None


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.strip().lower().replace("’", "'"))
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", kept)


def _with_year(year: str | None, month: int, number: int, today: date, *, ahead: bool) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, number)
    this = _day(today.year, month, number)
    if this is not None and (this >= today if ahead else this <= today):
        return this
    return _day(today.year + (1 if ahead else -1), month, number)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
