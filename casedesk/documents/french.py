"""French as letters write it, whatever the interface speaks: agreement, moments, exhibits, sums."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_DOWN, Decimal
from zoneinfo import ZoneInfo

from casedesk import wording
from casedesk.documents.plain import plain
from casedesk.law.when import When

MADAM, SIR = "madam", "sir"

NO_BREAK = wording.NO_BREAK

_LANGUAGE = "fr"
_UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}
_SCALES = ((1_000_000_000, "milliard"), (1_000_000, "million"))
_CURRENCIES = {  # one, several, one hundredth
    "EUR": ("euro", "euros", "centime"),
    "XOF": ("franc CFA", "francs CFA", "centime"),
    "USD": ("dollar des États-Unis", "dollars des États-Unis", "cent"),
    "GBP": ("livre sterling", "livres sterling", "penny"),
}
_TELEPHONE = re.compile(r"(?<![\d.])(?<!\d )(?:\+\d{2,3} )?\d{1,2}(?: \d{2}){3,4}(?!\d| \d)")
_STRAIGHT_QUOTES = re.compile(r"\"([^\"\n]+)\"")
_FAMILY_WORD = re.compile(r"\b(?!(?:née?|dite?|épouse|veuve|alias)\b)\w+")


def clean(text: str) -> str:
    """Trim what was typed, in the one form every document is written in."""
    return plain(text).replace("\t", " ").strip()


def prose(text: str) -> str:
    """Give a text typed by someone the typography of a French letter."""
    return telephones(wording.typography(_STRAIGHT_QUOTES.sub(r"«\1»", clean(text))))


def telephones(text: str) -> str:
    """Keep each telephone number on one line."""
    return _TELEPHONE.sub(lambda number: number[0].replace(" ", NO_BREAK), text)


def paragraphs(text: str) -> list[str]:
    """Split a text typed by someone into paragraphs, without empty ones."""
    return [prose(line) for line in clean(text).split("\n") if line.strip()]


def phrase(text: str) -> str:
    """Open the end of what was typed, so that a template can go on with its own sentence."""
    worded = prose(text)
    return worded[:-1].rstrip() if worded.endswith(".") and not worded.endswith("..") else worded


def sentence(text: str) -> str:
    """Close a phrase typed by someone with a full stop, unless it is already closed."""
    worded = prose(text)
    return worded if not worded or worded[-1] in ".!?…" else worded + "."


def lower_first(text: str) -> str:
    """Open with a small letter what continues a sentence; an acronym keeps its capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] in "’' " else text


def family_name(text: str) -> str:
    """Write a family name in capitals, but for the words that tie names together: `TRAORÉ, née DIARRA`."""
    return _FAMILY_WORD.sub(lambda match: match[0].upper(), clean(text))


def of_place(town: str) -> str:
    """Say `of` before a town: `de Lyon`, `d’Angers`, `du Mans`, `des Sables-d’Olonne`."""
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if town.startswith(article):
            return contracted + town.removeprefix(article)
    return f"d’{town}" if town[:1] in "AEÉÈÊIÎOUY" else f"de {town}"


def of_person(name: str) -> str:
    """Say `of` before somebody's name: `de Modibo KEÏTA`, `d’Aminata TRAORÉ`, `de Yacouba DIARRA`."""
    return f"d’{name}" if name[:1] in "AEÉÈÊIÎOU" and name else f"de {name}"


def association(name: str) -> str:
    """Name an association with its article: `l’Association Exemple`, `l’association Les Veilleuses`."""
    worded = prose(name)
    return f"l’{worded}" if worded.lower().startswith("association") else f"l’association {worded}"


def agree(addressed_as: str, feminine: str, masculine: str, neutral: str) -> str:
    """Choose the form that agrees with how the person is addressed."""
    return {MADAM: feminine, SIR: masculine}.get(addressed_as, neutral)


def day(value: date) -> str:
    """Write a day: `1er août 2026`."""
    return wording.day(value, _LANGUAGE)


def when(value: When) -> str:
    """Say when, as a complement: `le 21 août 2026`, `entre le 22 août et le 4 septembre 2026`."""
    if value.exact:
        return f"le {day(value.earliest)}"
    return wording.span(value, _LANGUAGE)


def utc(value: datetime) -> str:
    """Write a moment to the second: `21 août 2026 à 22 h 14 min 05 s (UTC)`."""
    return f"{_to_the_second(value.astimezone(UTC))} (UTC)"


def gmt(value: datetime) -> str:
    """Write a moment to the second, in the time of Mali: `21 août 2026 à 22 h 14 min 05 s (GMT)`."""
    return f"{_to_the_second(value.astimezone(UTC))} (GMT)"


def paris(value: datetime) -> str:
    """Write a moment to the second, in the time of Paris, summer time included."""
    return f"{_to_the_second(value.astimezone(ZoneInfo('Europe/Paris')))} (heure de Paris)"


def _to_the_second(value: datetime) -> str:
    clock = NO_BREAK.join((f"{value.hour}", "h", f"{value:%M}", "min", f"{value:%S}", "s"))
    return f"{day(value.date())} à {clock}"


def and_list(items: Sequence[str]) -> str:
    """Join words: `a, b et c`."""
    return wording.and_list(items, _LANGUAGE)


def numbers(values: Sequence[int]) -> str:
    """Write numbers in order, runs of three or more shortened: `2 à 5 et 8`."""
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]} à {run[-1]}"] if len(run) > 2 else [str(value) for value in run]
    return and_list(parts).replace(" à ", f"{NO_BREAK}à{NO_BREAK}")


def exhibits(values: Sequence[int]) -> str:
    """Cite exhibits: `pièce n° 3`, `pièces n° 2 à 5`; empty without any."""
    return _numbered("pièce", values)


def contents(values: Sequence[int]) -> str:
    """Cite contents of the letter's table: `contenu n° 1`, `contenus n° 1 et 2`; empty without any."""
    return _numbered("contenu", values)


def _numbered(noun: str, values: Sequence[int]) -> str:
    if not values:
        return ""
    plural = "s" if len(set(values)) > 1 else ""
    return f"{noun}{plural} n°{NO_BREAK}{numbers(values)}"


def money(value: Decimal, currency: str) -> str:
    """Write a sum in figures: `100 000 francs CFA`, `250,50 euros`. `currency` is an ISO 4217 code."""
    whole = value == value.to_integral_value()
    figures = wording.number(value.to_integral_value() if whole else value.quantize(Decimal("0.01")), _LANGUAGE)
    if not whole and len(figures.rpartition(",")[2]) == 1:
        figures += "0"
    one, several, _cent = _CURRENCIES.get(currency, (currency, currency, ""))
    noun = several if abs(value) >= 2 else one
    return f"{figures} {noun}".replace(" ", NO_BREAK)


def money_in_words(value: Decimal, currency: str) -> str:
    """Write a sum in words: `cent mille francs CFA`, `un million de francs CFA`."""
    units = int(value.to_integral_value(rounding=ROUND_DOWN))
    one, several, cent = _CURRENCIES.get(currency, (currency, currency, "centime"))
    noun = several if abs(units) >= 2 else one
    if units and units % 1_000_000 == 0:
        noun = f"d’{noun}" if noun[:1].lower() in "aeéiou" else f"de {noun}"
    worded = f"{in_words(units)} {noun}"
    cents = int((value - units) * 100)
    if cents:
        worded += f" et {in_words(cents)} {cent}{'s' if cents > 1 else ''}"
    return worded


def in_words(value: int) -> str:
    """Write a whole number in words, traditional spelling: `quatre-vingt-onze`, `deux cent mille`."""
    if value < 0:
        return f"moins {in_words(-value)}"
    if value == 0:
        return _UNITS[0]
    parts: list[str] = []
    for scale, noun in _SCALES:
        count, value = divmod(value, scale)
        if count:
            parts.append(f"{_below_thousand(count, final=True)} {noun}{'s' if count > 1 else ''}")
    thousands, rest = divmod(value, 1_000)
    if thousands:
        parts.append("mille" if thousands == 1 else f"{_below_thousand(thousands, final=False)} mille")
    if rest:
        parts.append(_below_thousand(rest, final=True))
    return " ".join(parts)


def _below_thousand(value: int, *, final: bool) -> str:
    """Write 1 to 999. `final` says that nothing invariable follows: then `cents` and `quatre-vingts` take their s."""
    hundreds, rest = divmod(value, 100)
    parts: list[str] = []
    if hundreds:
        plural = "s" if hundreds > 1 and not rest and final else ""
        parts.append("cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent{plural}")
    if rest:
        parts.append(_below_hundred(rest, final=final))
    return " ".join(parts)


def _below_hundred(value: int, *, final: bool) -> str:
    if value < 20:
        return _UNITS[value]
    ten, unit = divmod(value, 10)
    if ten in {7, 9}:
        ten, unit = ten - 1, unit + 10
    word = _TENS[ten]
    if not unit:
        return f"{word}s" if ten == 8 and final else word
    if unit in {1, 11} and ten != 8:
        return f"{word} et {_UNITS[unit]}"
    return f"{word}-{_UNITS[unit]}"


def digest(sha256: str) -> str:
    """Group a SHA-256 by sixteen characters, so that it can be compared by eye."""
    return " ".join(sha256[i : i + 16] for i in range(0, len(sha256), 16))


def distinct(values: Iterable[str]) -> list[str]:
    """Keep each text once, in order, without the empty ones."""
    return [value for value in dict.fromkeys(values) if value]
