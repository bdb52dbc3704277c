"""Sums written in words and in figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import any_of
from casedesk.translate import _

_UNITS: Final = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip
_HUNDRED: Final = frozenset({"cent", "cents"})
_SCALES: Final = {
    "mille": 1_000, "mil": 1_000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
}  # fmt: skip
_CURRENCIES: Final = {
    "euro": "EUR", "euros": "EUR", "€": "EUR", "eur": "EUR", "franc cfa": "XOF", "francs cfa": "XOF", "f cfa": "XOF",
    "fcfa": "XOF", "xof": "XOF", "cfa": "XOF", "dollar": "USD", "dollars": "USD", "$": "USD",
}  # fmt: skip
_NUMBER_WORD: Final = any_of([*_UNITS, *_HUNDRED, *_SCALES])
_IN_WORDS: Final = rf"(?:{_NUMBER_WORD})(?:(?:[\s-]+(?:et[\s-]+)?)(?:{_NUMBER_WORD}))*"
_MONEY: Final = r"(?:d'|de\s)?(?:" + any_of(_CURRENCIES) + r")(?![a-z])"
_CENTS: Final = rf"(?:\s+et\s+(?P<cents>{_IN_WORDS})\s+centimes?)"
_FIGURES: Final = r"(?P<figures>\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,2})?|\d+(?:,\d{1,2})?)"
_LETTERS_O: Final = re.compile(r"(?<![a-z\d])\d{1,9}\s?o{2,3}(?![a-z\d])")  # the letter, for the figure
_WORDS_THEN_FIGURES: Final = re.compile(
    rf"(?<![a-z-])(?P<words>{_IN_WORDS})(?:\s+(?P<money>{_MONEY}))?{_CENTS}?\s*\(\s*{_FIGURES}(?:\s*(?P<other>{_MONEY}))?\s*\)"
)
_FIGURES_THEN_WORDS: Final = re.compile(
    rf"(?<![\d,.]){_FIGURES}(?:\s*(?P<money>{_MONEY}))?\s*\(\s*(?:soit\s+)?(?P<words>{_IN_WORDS})"
    rf"(?:\s+(?P<other>{_MONEY}))?{_CENTS}?\s*\)"
)


def sums(reading: Reading) -> Iterator[Finding]:
    """Compare each sum in words with its figures."""
    for line in reading.saying(_WORDS_THEN_FIGURES, _FIGURES_THEN_WORDS, _LETTERS_O):
        for span in _wrong(line):
            yield reading.finding(
                Flaw.AMOUNT,
                Gravity.MISTAKE,
                line,
                span,
                says=_("The sum in words and the sum in figures differ."),
                cure=_("Correct one or the other."),
            )


def _wrong(line: Line) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _LETTERS_O.finditer(line.folded))
    for pattern in (_WORDS_THEN_FIGURES, _FIGURES_THEN_WORDS):
        for match in pattern.finditer(line.folded):
            worded = number_of(match["words"])
            if worded is None:
                continue
            cents = number_of(match["cents"]) if match["cents"] else 0
            said = Decimal(worded) + Decimal(cents or 0) / 100
            figures = Decimal(re.sub(r"[\s.]", "", match["figures"]).replace(",", "."))
            units = {_currency(one) for one in (match["money"], match["other"]) if one}
            if said != figures or len(units) > 1:
                yield match.span()


def _currency(words: str) -> str:
    return _CURRENCIES[re.sub(r"^(?:d'|de\s)", "", words)]


def number_of(words: str) -> int | None:
    """Read a number in French words; None when they are none."""
    total = group = 0
    for word in re.findall(r"[a-z]+", words):
        if word == "et":
            continue
        if word in _UNITS:
            value = _UNITS[word]
            group = group + 76 if value == 20 and group % 100 == 4 else group + value  # quatre-vingt
        elif word in _HUNDRED:
            group = (group or 1) * 100 if group < 100 else group
        elif word in _SCALES:
            total += (group or 1) * _SCALES[word]
            group = 0
        else:
            return None
    return total + group
