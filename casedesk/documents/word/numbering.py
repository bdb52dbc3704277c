"""The lists of a .docx: their levels, and the label each paragraph gets in turn."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from casedesk.documents.ooxml import Docx, Element, W, number, value_of
from casedesk.documents.word.looks import Said, paragraph_says, run_says

_LEVELS = 9
SPELT: Final = frozenset(
    {"none", "bullet", "decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}
)
_LETTERS = 26 * 30  # zzz… thirty times; further on, figures are written
# What the private signs of symbol fonts look like, in signs every reader has.
_BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▸", "\uf0fc": "✓", "\uf076": "◆", "\uf071": "☐", "\uf0e0": "→",
    "\uf06f": "☐", "\uf0a8": "☐",
}  # fmt: skip
_SYMBOL_FONTS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    kind: str  # decimal, lowerLetter, bullet …
    text: str  # "%1." or a bullet
    start: int
    follow: str  # tab, space, nothing
    paragraph: Said
    run: Said


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: the definition it shares with others, and where it starts anew."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: bool = False


@dataclass(slots=True)
class _Counter:
    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Knows every list; `label` must be asked once per paragraph, in the order of the text."""

    def __init__(self, docx: Docx) -> None:
        root = docx.beside("numbering")
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, _Counter] = {}
        if root is None:
            return
        definitions = {a.get(W + "abstractNumId", ""): a for a in root.iter(W + "abstractNum")}
        for entry in root.iter(W + "num"):
            definition = value_of(entry, "abstractNumId") or ""
            levels = {_index(lvl): _level(lvl) for lvl in _levels_of(definitions, definition)}
            starts = {}
            for override in entry.findall(W + "lvlOverride"):
                index = _index(override)
                own = override.find(W + "lvl")
                if own is not None:
                    levels[index] = _level(own)
                start = override.find(W + "startOverride")
                if start is not None:
                    starts[index] = number(start, "val") or 0
            self._lists[entry.get(W + "numId", "")] = _List(definition, levels, starts)

    def has(self, list_id: str, level: int) -> bool:
        """Say whether a paragraph of this list and level bears a label."""
        known = self._lists.get(list_id)
        return known is not None and level in known.levels

    def level(self, list_id: str, level: int) -> Level:
        """Describe one level of a list. One that is not there is a KeyError."""
        return self._lists[list_id].levels[level]

    def paragraph_says(self, list_id: str | None, level: int) -> Said:
        """Say what a list says of its paragraphs: the indents."""
        return self.level(list_id, level).paragraph if list_id and self.has(list_id, level) else {}

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Count anew inside, and go on afterwards as if nothing had been: a header counts for itself."""
        counters, begun = self._counters, {name for name, known in self._lists.items() if known.begun}
        self._counters = {}
        self._begin(frozenset())
        yield
        self._counters = counters
        self._begin(begun)

    def _begin(self, begun: Collection[str]) -> None:
        for name, known in self._lists.items():
            known.begun = name in begun

    def label(self, list_id: str, level: int) -> str:
        """Count one paragraph further and give its label (`1.`, `b)`, `•`)."""
        known = self._lists[list_id]
        counter = self._counters.setdefault(known.definition, _Counter())
        if not known.begun:
            known.begun = True
            for index, start in known.starts.items():
                counter.values[index] = start - 1
        current = counter.values[level]
        counter.values[level] = known.levels[level].start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            counter.values[deeper] = None
        described = known.levels[level]
        if described.kind == "bullet":
            return described.text
        text = described.text
        for index in range(_LEVELS):
            if f"%{index + 1}" in text:
                value = counter.values[index]
                shown = known.levels.get(index, described)
                text = text.replace(f"%{index + 1}", _spelt(shown.start if value is None else value, shown.kind))
        return text


def _levels_of(definitions: dict[str, Element], definition: str) -> list[Element]:
    found = definitions.get(definition)
    return [] if found is None else list(found.findall(W + "lvl"))


def _index(element: Element) -> int:
    return min(max(number(element, "ilvl") or 0, 0), _LEVELS - 1)


def _level(element: Element) -> Level:
    kind = value_of(element, "numFmt") or "decimal"
    text = value_of(element, "lvlText") or ""
    run = run_says(element.find(W + "rPr"), {})
    if kind == "bullet":
        text = _bullet(text, str(run.pop("font", "")))
    start = element.find(W + "start")
    return Level(
        kind=kind,
        text="" if kind == "none" else text,
        start=(number(start, "val") or 0) if start is not None else 1,
        follow=value_of(element, "suff") or "tab",
        paragraph=paragraph_says(element.find(W + "pPr")),
        run=run,
    )


def _bullet(text: str, font: str) -> str:
    if font.casefold().startswith("courier") and text == "o":
        return "◦"
    if font.casefold() in _SYMBOL_FONTS and len(text) == 1 and ord(text) < 0x100:
        text = chr(0xF000 + ord(text))  # the same sign, under its private number
    if text in _BULLETS:
        return _BULLETS[text]
    if any("\ue000" <= sign <= "\uf8ff" for sign in text):
        return "•"
    return text


def _spelt(value: int, kind: str) -> str:
    """Write a number the way a list asks for."""
    if kind in {"lowerLetter", "upperLetter"} and 0 < value <= _LETTERS:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in {"lowerRoman", "upperRoman"} and 0 < value < 4000:
        roman = _roman(value)
        return roman if kind == "upperRoman" else roman.lower()
    if kind == "decimalZero":
        return f"{value:02d}"
    return "" if kind == "none" else str(value)


def _roman(value: int) -> str:
    written = ""
    for amount, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        while value >= amount:
            written += sign
            value -= amount
    return written
