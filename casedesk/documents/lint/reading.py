"""A letter as the rules read it: its lines, what was typed for it, and how to say where a flaw stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from casedesk.documents.lint.findings import Finding, Flaw, Gravity, Read
from casedesk.documents.lint.page import Line, Page, page_of, page_of_text
from casedesk.documents.lint.words import squeezed
from casedesk.documents.ooxml import Docx
from casedesk.documents.parties import is_represented
from casedesk.law.pack import Reader, Signatory
from casedesk.queries.letter_data import LetterData, Party
from casedesk.translate import _

_SHOWN = 60  # characters of a flaw that its place quotes
_AROUND = 24  # characters shown on each side of it
_TELLING = 12  # letters from which a paragraph is known to have been typed


@dataclass(frozen=True)
class Typed:
    """What somebody typed, and the question that it answers."""

    fact: str
    text: str

    @cached_property
    def squeezed(self) -> str:
        """The text, folded, its words one space apart."""
        return squeezed(self.text)


@dataclass(frozen=True)
class Reading:
    """A letter being read."""

    read: Read

    @property
    def data(self) -> LetterData:
        """What the letter was told."""
        return self.read.data

    @cached_property
    def file(self) -> Docx | None:
        """The .docx opened; None when there is none."""
        return Docx(self.read.docx) if self.read.docx else None

    @cached_property
    def page(self) -> Page:
        """Its lines."""
        return page_of_text(self.read.text) if self.file is None else page_of(self.file)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that say something."""
        return tuple(line for line in self.page.lines if line.text.strip())

    @property
    def exposed(self) -> bool:
        """Say whether the other side will read it."""
        return self.data.model.reader is Reader.OTHER_SIDE

    @property
    def form(self) -> bool:
        """Say whether it is a paper that somebody fills by hand, where blanks are meant."""
        model = self.data.model
        by_hand = model.signs and model.signs[0] in {Signatory.WITNESS, Signatory.NOBODY}
        return by_hand or model.reader in {Reader.WITNESS, Reader.PERSON}

    @property
    def by_person(self) -> bool:
        """Say whether the person signs, or whoever represents her."""
        chosen = self.data.answers.get("signed_by", "").strip().casefold()
        signs = self.data.model.signs
        if chosen and len(signs) > 1:
            return chosen != "association"
        return not signs or signs[0] is Signatory.PERSON

    @cached_property
    def speaker(self) -> Party:
        """Who says “I” in a letter that the association does not sign."""
        return self.data.representatives[0] if is_represented(self.data) else self.data.person

    @cached_property
    def typed(self) -> tuple[Typed, ...]:
        """All that was typed for this letter."""
        return tuple(one for one in _typed(self.data) if one.text.strip())

    @cached_property
    def text(self) -> str:
        """All of its words, folded and one space apart."""
        return " ".join(line.squeezed for line in self.lines)

    @cached_property
    def _joined(self) -> dict[str, str]:
        return {kind: "\n".join(getattr(line, kind) for line in self.lines) for kind in ("text", "folded", "plain")}

    @property
    def low(self) -> str:
        """The lines, folded, one under the other."""
        return self._joined["folded"]

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Say whether the folded letter says something anywhere."""
        return pattern.search(self.low) is not None

    def saying(self, *patterns: re.Pattern[str], kind: str = "folded") -> tuple[Line, ...]:
        """Give the lines in which a pattern finds something. `kind` says in which of their forms they are searched.

        The letter is searched whole first: nothing is found in most of them.
        """
        wanted = [one for one in patterns if one.search(self._joined[kind])]
        return tuple(line for line in self.lines if any(one.search(getattr(line, kind)) for one in wanted))

    @cached_property
    def _parts(self) -> tuple[tuple[str, str], ...]:
        """The paragraphs that were typed, long enough to be told from the template's words."""
        parts = ((one.fact, squeezed(part)) for one in self.typed for part in one.text.split("\n"))
        return tuple((fact, part) for fact, part in parts if len(part) > _TELLING)

    def fact_of(self, words: str, default: str = "") -> str:
        """Name the question whose answer says these words."""
        wanted = squeezed(words)
        return next((one.fact for one in self.typed if wanted and wanted in one.squeezed), default)

    def typed_at(self, line: Line, start: int, end: int) -> str:
        """Name the question whose answer put these words there; empty when they are the template's."""
        words, said = squeezed(line.text[start:end]), line.squeezed
        return next((fact for fact, part in self._parts if words in part and (part in said or said in part)), "")

    def finding(
        self,
        code: Flaw,
        gravity: Gravity,
        line: Line | None,
        span: tuple[int, int] | str,
        *,
        says: str,
        cure: str,
        fact: str = "",
        waivable: bool = True,
        about: str = "",
    ) -> Finding:
        """Word a flaw.

        `span` is where it stands in its line, or the name of its place when it stands in no line. `about` are the words
        that tell it apart, where those of its span do not.
        """
        if line is None:
            words = span if isinstance(span, str) else ""
            return Finding(code, gravity, words, says, cure, fact, waivable, about=about)
        start, end = span if isinstance(span, tuple) else (0, len(line.text))
        words = line.text[start:end]
        found = fact or self.typed_at(line, start, end) or self.fact_of(words)
        return Finding(code, gravity, place_of(line, start, end), says, cure, found, waivable, about=about or words)


def place_of(line: Line, start: int, end: int) -> str:
    """Word where some words stand in the letter."""
    words = _excerpt(line.text, start, end)
    if line.part == "header":
        return _("at the top of the pages: “{words}”").format(words=words)
    if line.part == "footer":
        return _("at the foot of the pages: “{words}”").format(words=words)
    if line.opening:
        return _("above the subject: “{words}”").format(words=words)
    if line.level is not None:
        return _("title “{words}”").format(words=words)
    if line.table and line.section:
        return _("“{section}”, table, row {row}: “{words}”").format(section=line.section, row=line.row, words=words)
    if line.table:
        return _("table, row {row}: “{words}”").format(row=line.row, words=words)
    if line.section:
        return _("“{section}”, paragraph {number}: “{words}”").format(
            section=line.section, number=line.number, words=words
        )
    return _("paragraph {number}: “{words}”").format(number=line.number, words=words)


def _excerpt(text: str, start: int, end: int) -> str:
    """Quote some words with a few around them."""
    if len(text) <= _SHOWN:
        return text.strip()
    first, last = max(0, start - _AROUND), min(len(text), max(end, start + 1) + _AROUND)
    if last - first > 2 * _SHOWN:
        last = first + 2 * _SHOWN
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        cut = text.rfind(" ", min(end, last), last)
        last = cut if cut > start else last
    return ("… " if first else "") + text[first:last].strip() + (" …" if last < len(text) else "")


def _typed(data: LetterData) -> Iterator[Typed]:
    for name, answer in data.answers.items():
        yield Typed(name if name.startswith("answers.") else f"answers.{name}", answer)
    for incident in data.incidents:
        for name in ("account_of_facts", "title", "where", "effects"):
            yield Typed(f"incident.{name}", getattr(incident, name))
        for content in incident.contents:
            yield Typed("content.url", content.url)
            yield Typed("content.account", content.account)
    for exhibit in data.exhibits:
        yield Typed("exhibits", exhibit.title)
    for author in data.authors:
        yield Typed("authors", " ".join((author.given_name, author.family_name, *author.accounts)))
    for party, room in ((data.person, "person"), *((one, "representatives") for one in data.representatives)):
        for name in ("birth_place", "nationality", "profession", "phone", "email"):
            yield Typed(f"{room}.{name}" if room == "person" else room, getattr(party, name))
        yield Typed(f"{room}.address" if room == "person" else room, "\n".join(party.address))
    for step in data.steps:
        yield Typed(f"events.{step.what}", step.reference)
