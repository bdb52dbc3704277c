"""Words set into lines: where each line ends, and where each word stands on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from casedesk.documents.pdf.inks import Ink
from casedesk.documents.pdf.tags import Tag
from casedesk.documents.word.looks import ParagraphLook, TabStop

DEFAULT_TAB = 35.4  # points: 708 twips, what Word does without a word
_TOLERANCE = 0.01  # points; sums of widths are never exact
_ADDRESS = re.compile(r"://|^www\.|\w\.\w+/")
# Never after a hyphen: readers take it for a division and drop it when the text is copied.
_IN_ADDRESS = re.compile(r"(?<=[/?&=#_.,%@:;+~])(?=[^/?&=#_.,%@:;+~\s-])")
_IN_WORD = re.compile(r"(?<=[\u2014/])(?=\w)")
_WIDEST_SPACE = 0.9  # of the size; a line that would need more is left ragged


class Is(Enum):
    """What stands in a line."""

    WORD = auto()
    SPACE = auto()
    TAB = auto()
    BREAK = auto()
    PAGE_BREAK = auto()
    PICTURE = auto()


@dataclass(slots=True)
class Atom:
    """The smallest thing a line is made of; without a tag, decoration. `glued` = no line may end before it."""

    kind: Is
    ink: Ink
    tag: Tag | None
    text: str = ""
    width: float = 0.0
    height: float = 0.0  # of a picture
    picture: str = ""
    glued: bool = False


@dataclass(slots=True)
class Span:
    """A text or a picture on a line; `x` from the left edge of the column."""

    x: float
    width: float
    ink: Ink
    tag: Tag | None
    text: str = ""
    picture: str = ""
    height: float = 0.0
    stretch: float = 0.0  # added to each space, in points


@dataclass(slots=True)
class Line:
    """A line ready to be drawn. `baseline` is measured down from its top; lengths in points."""

    height: float
    baseline: float
    spans: list[Span] = field(default_factory=list)
    leaders: list[tuple[float, float]] = field(default_factory=list)  # dotted stretches before tab stops
    page_break_after: bool = False


def atoms_of(text: str, ink: Ink, tag: Tag | None, *, glued: bool) -> list[Atom]:
    """Cut a text into words and spaces. `glued` = the text goes on from a word before it."""
    atoms: list[Atom] = []
    for token in re.findall(r" +|[^ ]+", text.replace("\u00ad", "")):
        if token[0] == " ":
            atoms.append(Atom(Is.SPACE, ink, tag, token, ink.width(token)))
            glued = False
            continue
        for bit in _breakable(token):
            atoms.append(Atom(Is.WORD, ink, tag, bit, ink.width(bit), glued=glued))
            glued = False
        glued = True
    return atoms


def _breakable(token: str) -> list[str]:
    if len(token) < 4:
        return [token]
    return re.split(_IN_ADDRESS if _ADDRESS.search(token) else _IN_WORD, token)


def _good_cut(text: str, fits: int) -> int:
    """Find where to cut a text of which `fits` characters have room: after a sign in it, never after a hyphen."""
    for at in range(fits, fits // 2, -1):
        if _IN_ADDRESS.match(text, at):
            return at
    return fits - 1 if text[fits - 1] == "-" and fits > 1 else fits


@dataclass(slots=True)
class _Row:
    """A line being filled."""

    x: float
    atoms: list[tuple[Atom, float]] = field(default_factory=list)  # with its place
    leaders: list[tuple[float, float]] = field(default_factory=list)
    since_tab: int = 0  # from which atom on spaces may be stretched


class Setter:
    """Sets the atoms of one paragraph into a column of a given width."""

    def __init__(self, look: ParagraphLook, width: float, empty: Ink) -> None:
        self._look = look
        self._right = max(width - look.right, look.left + 1)
        self._empty = empty
        self._lines: list[Line] = []
        self._row = _Row(look.left + look.first)

    def set(self, atoms: Sequence[Atom]) -> list[Line]:
        """Fill lines with all atoms; at least one line comes out."""
        index = 0
        while index < len(atoms):
            atom = atoms[index]
            if atom.kind is Is.BREAK:
                self._finish(stretch=False, goes_on=True)
            elif atom.kind is Is.PAGE_BREAK:
                last = index == len(atoms) - 1
                self._finish(stretch=False, goes_on=True)
                self._lines[-1].page_break_after = True
                if last:
                    return self._lines
            elif atom.kind is Is.TAB:
                self._tab(atom, atoms[index + 1 :])
            elif atom.kind is Is.SPACE:
                self._put(atom)
            else:
                end = index + 1
                while end < len(atoms) and atoms[end].glued:
                    end += 1
                self._word(atoms[index:end])
                index = end
                continue
            index += 1
        self._finish(stretch=False)
        return self._lines

    def _put(self, atom: Atom) -> None:
        self._row.atoms.append((atom, self._row.x))
        self._row.x += atom.width

    def _word(self, word: Sequence[Atom]) -> None:
        """Put a word on this line, or on the next, or cut it when no line could hold it."""
        width = sum(atom.width for atom in word)
        if self._row.x + width > self._right + _TOLERANCE and self._begun():
            self._finish(stretch=True)
        if self._row.x + width <= self._right + _TOLERANCE:
            for atom in word:
                self._put(atom)
            return
        for atom in word:
            self._cut(atom)

    def _begun(self) -> bool:
        return any(atom.kind is not Is.SPACE for atom, _x in self._row.atoms)

    def _cut(self, atom: Atom) -> None:
        if atom.kind is Is.PICTURE:
            scale = min(1.0, (self._right - self._row.x) / atom.width)
            atom = Atom(Is.PICTURE, atom.ink, atom.tag, "", atom.width * scale, atom.height * scale, atom.picture)
            self._put(atom)
            return
        rest = atom.text
        while rest:
            room = self._right + _TOLERANCE - self._row.x
            fits = len(rest)
            while fits > 1 and atom.ink.width(rest[:fits]) > room:
                fits -= 1
            if atom.ink.width(rest[:fits]) > room and self._begun():
                self._finish(stretch=False)
                continue
            if fits < len(rest):
                fits = _good_cut(rest, fits)
            self._put(Atom(Is.WORD, atom.ink, atom.tag, rest[:fits], atom.ink.width(rest[:fits])))
            rest = rest[fits:]

    def _tab(self, tab: Atom, following: Sequence[Atom]) -> None:
        """Jump to the next stop; a right or centred stop looks at what follows first."""
        stop = self._next_stop()
        if stop is None:
            self._finish(stretch=False)
            stop = self._next_stop() or TabStop(self._row.x)
        behind = 0.0
        if stop.align in {"right", "center", "decimal"}:
            for atom in following:
                if atom.kind in {Is.TAB, Is.BREAK, Is.PAGE_BREAK}:
                    break
                behind += atom.width
        share = {"right": 1.0, "decimal": 1.0, "center": 0.5}.get(stop.align, 0.0)
        target = max(self._row.x, stop.at - behind * share)
        if stop.leader not in {"", "none"}:
            self._row.leaders.append((self._row.x, target))
        self._row.atoms.append((tab, self._row.x))
        self._row.x = target
        self._row.since_tab = len(self._row.atoms)

    def _next_stop(self) -> TabStop | None:
        x = self._row.x + _TOLERANCE
        stops = list(self._look.tabs)
        if self._look.first < 0 and not any(abs(s.at - self._look.left) < 1 for s in stops):
            stops.append(TabStop(self._look.left))
        ahead = [stop for stop in stops if stop.at > x]
        if ahead:
            stop = min(ahead, key=lambda one: one.at)
            beyond = stop.at > self._right and stop.align in {"right", "decimal"}
            return TabStop(self._right, stop.align, stop.leader) if beyond else stop
        at = (int(x / DEFAULT_TAB) + 1) * DEFAULT_TAB
        return TabStop(at) if at <= self._right else None

    def _finish(self, *, stretch: bool, goes_on: bool = False) -> None:
        """Close the line: drop the spaces at its end, align it, measure it.

        A line that ends between words is followed by a space nobody sees, so that who listens hears two words.
        """
        row = self._row
        while row.atoms and row.atoms[-1][0].kind is Is.SPACE:
            row.atoms.pop()
            goes_on = True
        used = row.atoms[-1][1] + row.atoms[-1][0].width if row.atoms else row.x
        if row.atoms and row.atoms[-1][0].kind is Is.TAB:
            used = row.x
        spare = max(0.0, self._right - used)
        spaces = sum(len(atom.text) for atom, _x in row.atoms[row.since_tab :] if atom.kind is Is.SPACE)
        extra = spare / spaces if stretch and spaces and self._look.align == "justify" else 0.0
        if extra > _WIDEST_SPACE * self._empty.size:
            extra = 0.0
        shift = spare * {"right": 1.0, "center": 0.5}.get(self._look.align, 0.0) if not row.since_tab else 0.0
        line = self._measured([atom for atom, _x in row.atoms])
        line.spans = _spans(row, extra, shift)
        if goes_on:
            _part_from_next(line.spans)
        line.leaders = row.leaders
        self._lines.append(line)
        self._row = _Row(self._look.left)

    def _measured(self, atoms: Sequence[Atom]) -> Line:
        """Give a line its height: the tallest of what stands on it, and the spacing asked for."""
        inks = {atom.ink for atom in atoms if atom.kind is not Is.PICTURE} or {self._empty}
        ascent = max([ink.ascent for ink in inks] + [atom.height for atom in atoms])
        descent = max(ink.descent for ink in inks)
        natural = ascent + descent
        if self._look.rule == "exact":
            return Line(self._look.line, ascent + (self._look.line - natural) / 2)
        height = max(natural, self._look.line) if self._look.rule == "atLeast" else natural * self._look.line
        return Line(height, height - descent)


def _part_from_next(spans: Sequence[Span]) -> None:
    if spans and spans[-1].text and not spans[-1].text.endswith(" "):
        spans[-1].text += " "


def _spans(row: _Row, extra: float, shift: float) -> list[Span]:
    """Join neighbours of one ink; each space after the last tab is widened by `extra`."""
    spans: list[Span] = []
    pushed = shift
    joins = False
    for place, (atom, x) in enumerate(row.atoms):
        if atom.kind is Is.TAB:
            _part_from_next(spans)
            joins = False
            continue
        if atom.kind is Is.PICTURE:
            spans.append(Span(x + pushed, atom.width, atom.ink, atom.tag, picture=atom.picture, height=atom.height))
            joins = False
            continue
        stretch = extra if place >= row.since_tab else 0.0
        more = len(atom.text) * stretch if atom.kind is Is.SPACE else 0.0
        last = spans[-1] if joins else None
        if last and last.ink is atom.ink and last.tag is atom.tag and last.stretch == stretch:
            last.text += atom.text
            last.width += atom.width + more
        else:
            spans.append(Span(x + pushed, atom.width + more, atom.ink, atom.tag, atom.text, stretch=stretch))
            joins = True
        pushed += more
    return spans
