"""Days, delays, amounts and lists in words, by the rules of the language spoken."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from casedesk import translate
from casedesk.law.period import Period
from casedesk.law.when import When
from casedesk.translate import _, ngettext

NO_BREAK = "\u00a0"
THIN = "\u202f"

_HIGH_SIGNS = re.compile(r"(?<=[^\s\u00a0\u202f])[ \u00a0]?([;!?])(?=\s|$|»)")
_COLON = re.compile(r"(?<=\S)[ \u00a0]:(?=\s|$)|(?<=[^\s\u00a0\u202f\d/]):(?=\s|$)")
_OPENING = re.compile(r"«[ \u00a0\u202f]?(?=\S)")
_CLOSING = re.compile(r"(?<=[^\s\u00a0\u202f])[ \u00a0\u202f]?»")
_NUMBER_SIGN = re.compile(r"\bn° ?(?=\d)")
_ARTICLE = re.compile(r"\b(art\.|article|articles|p\.|M\.|Mme) (?=\S)")


def _locale(language: str | None) -> Locale:
    """Find the locale of `language`, or of the language spoken."""
    return Locale.parse(language or translate.language())


def _french(language: str | None) -> bool:
    return (language or translate.language()) == "fr"


def _first(text: str, day: date, language: str | None) -> str:
    """Write the first of a month as French does: 1er."""
    if day.day == 1 and _french(language):
        return re.sub(r"\b1 ", "1er ", text, count=1)
    return text


def day(value: date, language: str | None = None) -> str:
    """Write a day with its year: `21 novembre 2026`, `1er août 2026`."""
    return _first(format_date(value, "d MMMM y", locale=_locale(language)), value, language)


def long_day(value: date, language: str | None = None) -> str:
    """Write a day with its weekday and year: `samedi 21 novembre 2026`."""
    return _first(format_date(value, "EEEE d MMMM y", locale=_locale(language)), value, language)


def short_day(value: date, language: str | None = None) -> str:
    """Write a day briefly, without its year: `ven. 21 août`."""
    return _first(format_date(value, "EEE d MMM", locale=_locale(language)), value, language)


def compact_day(value: date, language: str | None = None) -> str:
    """Write a day briefly, with its year: `21 nov. 2026`."""
    return _first(format_date(value, "d MMM y", locale=_locale(language)), value, language)


def weekday(value: date, language: str | None = None) -> str:
    """Name a day of the week with its number: `mardi 24`."""
    return _first(format_date(value, "EEEE d", locale=_locale(language)) + " ", value, language).strip()


def month(value: date, language: str | None = None) -> str:
    """Name a month briefly, for a time axis: `nov.`."""
    return format_date(value, "MMM", locale=_locale(language))


def moment(value: datetime, zone: tzinfo = UTC, *, seconds: bool = False, language: str | None = None) -> str:
    """Write a moment in `zone`: `21 août 2026 à 22 h 14 (UTC)`."""
    local = value.astimezone(zone)
    if _french(language):
        clock = f"{local.hour}{NO_BREAK}h{NO_BREAK}{local:%M}"
        if seconds:
            clock += f"{NO_BREAK}min{NO_BREAK}{local:%S}{NO_BREAK}s"
        joined = f"{day(local.date(), 'fr')} à {clock}"
    else:
        joined = (
            f"{day(local.date(), language)}, {local:%H:%M:%S}"
            if seconds
            else f"{day(local.date(), language)}, {local:%H:%M}"
        )
    return f"{joined} ({local.tzname()})"


def span(when: When, language: str | None = None) -> str:
    """Write when something happened, as exactly as it is known."""
    if when.exact:
        return day(when.earliest, language)
    first, last = when.earliest, when.latest
    if _french(language):
        if first.year == last.year:
            start = _first(format_date(first, "d MMMM", locale=_locale(language)), first, language)
        else:
            start = day(first, language)
        return f"entre le {start} et le {day(last, language)}"
    return f"between {day(first, language)} and {day(last, language)}"


def relative_day(value: date, today: date) -> str:
    """Say how far a day is: `aujourd’hui`, `dans 3 jours`, `dépassé de 2 jours`."""
    days = (value - today) // timedelta(days=1)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 0:
        return ngettext("in {days} day", "in {days} days", days).format(days=number(days))
    return ngettext("{days} day overdue", "{days} days overdue", -days).format(days=number(-days))


def elapsed(since: date, today: date) -> str:
    """Say how long ago a day was: `il y a 5 jours`."""
    days = (today - since) // timedelta(days=1)
    if days <= 0:
        return _("today")
    return ngettext("{days} day ago", "{days} days ago", days).format(days=number(days))


def period(value: Period) -> str:
    """Write a length of time: `3 mois`, `1 an`, `10 jours`, `72 heures`."""
    parts = [
        template.format(n=number(n))
        for n, template in (
            (value.years, ngettext("{n} year", "{n} years", value.years)),
            (value.months, ngettext("{n} month", "{n} months", value.months)),
            (value.weeks, ngettext("{n} week", "{n} weeks", value.weeks)),
            (value.days, ngettext("{n} day", "{n} days", value.days)),
            (value.hours, ngettext("{n} hour", "{n} hours", value.hours)),
        )
        if n
    ]
    return and_list(parts)


def number(value: int | Decimal, language: str | None = None) -> str:
    """Write a number with its groups of three."""
    return format_decimal(value, locale=_locale(language))


def amount(value: Decimal, currency: str, language: str | None = None) -> str:
    """Write an amount: `100 000 F CFA`, `250,00 €`. `currency` is an ISO 4217 code."""
    pattern = None if _french(language) else "#,##0.00\u00a0¤"
    return format_currency(value, currency, pattern, locale=_locale(language))


def and_list(items: Sequence[str], language: str | None = None) -> str:
    """Join words as the language does: `a, b et c`."""
    return format_list(list(items), locale=_locale(language))


def typography(text: str) -> str:
    """Give a French text its apostrophes and no-break spaces. Addresses (URLs) are left alone."""
    return " ".join(part if "://" in part else _signs(part) for part in _glued(text).split(" "))


def _signs(text: str) -> str:
    return text.replace("'", "’")


def _glued(text: str) -> str:
    """Glue the signs of French to the word they belong to."""
    text = _HIGH_SIGNS.sub(THIN + r"\1", text)
    text = _COLON.sub(NO_BREAK + ":", text)
    text = _OPENING.sub("«" + NO_BREAK, text)
    text = _CLOSING.sub(NO_BREAK + "»", text)
    text = _NUMBER_SIGN.sub("n°" + NO_BREAK, text)
    return _ARTICLE.sub(r"\1" + NO_BREAK, text)
