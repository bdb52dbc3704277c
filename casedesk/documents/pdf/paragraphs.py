"""Paragraphs of a .docx set into lines."""

import math
from dataclasses import dataclass, replace
from typing import Final

from casedesk.documents.ooxml import Docx, Element, W
from casedesk.documents.pdf.inks import ink_of, inked
from casedesk.documents.pdf.lines import Atom, Is, Line, Setter, atoms_of
from casedesk.documents.pdf.tags import Role, Tag
from casedesk.documents.word.looks import ParagraphLook, RunLook, Said
from casedesk.documents.word.numbering import Numbering
from casedesk.documents.word.story import Kind, Piece, pieces
from casedesk.documents.word.styles import Styles

PageNumbers = dict[Kind, str]
_LISTED: Final = {
    "bullet": "Disc",
    "lowerLetter": "LowerAlpha",
    "upperLetter": "UpperAlpha",
    "lowerRoman": "LowerRoman",
    "upperRoman": "UpperRoman",
}
_OUTDENT: Final = 28.0  # points a text may stand out into the margin, a centimetre
_NARROWEST: Final = 36.0  # points left for it, however it is indented
_SEPARATE = {Kind.LINE_BREAK: Is.BREAK, Kind.PAGE_BREAK: Is.PAGE_BREAK, Kind.TAB: Is.TAB}


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph as an item of a list; `numbering` is how the list counts, as PDF names it."""

    name: str
    level: int
    numbering: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph in lines, not yet on a page. `tag` is what it is when read aloud."""

    look: ParagraphLook
    lines: list[Line]
    tag: Tag
    item: Item | None = None

    @property
    def empty(self) -> bool:
        """Say whether it shows nothing."""
        return not any(line.spans for line in self.lines)

    @property
    def height(self) -> float:
        """Height of the lines alone, without the spacing around."""
        return sum(line.height for line in self.lines)


class Compositor:
    """Sets the paragraphs of one document; lists are counted in the order they are asked for."""

    def __init__(self, docx: Docx) -> None:
        self.docx = docx
        self.tallest = math.inf  # points a picture may take
        self.numbering = Numbering(docx)
        self.styles = Styles(docx, self.numbering)

    def paragraph(
        self,
        part: str,
        paragraph: Element,
        width: float,
        *,
        numbers: PageNumbers | None = None,
        around: tuple[Said, Said] = ({}, {}),
    ) -> Paragraph:
        """Set one paragraph into a column of `width` points.

        Args:
            part: the part it stands in, for its pictures.
            paragraph: the `w:p`.
            width: of the column.
            numbers: what the page fields show.
            around: what the style of its table says of paragraphs and of runs.
        """
        properties = paragraph.find(W + "pPr")
        look = _on_the_page(self.styles.paragraph(properties, around[0]), width)
        base = self.styles.run_base(properties, around[1])
        mark = base if properties is None else {**base, **self.styles.run_says(properties.find(W + "rPr"))}
        label = self.numbering.label(*look.numbered) if look.numbered else ""
        tag, words, item = Tag(Role.PARAGRAPH), None, None
        if label and look.numbered and look.outline is None:
            name, depth = look.numbered
            item = Item(name, depth, _LISTED.get(self.numbering.level(name, depth).kind, "Decimal"))
            tag.role = Role.ITEM
            atoms = self._label(look, mark, label, tag.add(Tag(Role.LABEL)))
            words = tag.add(Tag(Role.ITEM_BODY))
        else:
            atoms = self._label(look, mark, label, tag)
        link: Tag | None = None
        for piece in pieces(self.docx, part, paragraph):
            if not piece.address:
                link = None
            elif link is None or link.address != piece.address:
                link = Tag(Role.LINK, joins=words or tag, address=piece.address)
            self._add(atoms, piece, base, numbers or {}, link or words or tag)
        self._fit_pictures(atoms, look.line if look.rule == "auto" else 1.0)
        empty = ink_of(self.styles.look(mark, {}))
        return Paragraph(look, Setter(look, width, empty).set(atoms), tag, item)

    def _fit_pictures(self, atoms: list[Atom], spacing: float) -> None:
        """Make smaller what is taller than a page, its line spacing counted."""
        for atom in atoms:
            if atom.kind is Is.PICTURE:
                most = max(self.tallest / max(spacing, 1.0) - 2 * atom.ink.size, atom.ink.size)
                scale = min(1.0, most / max(atom.height, 1.0))
                atom.width, atom.height = atom.width * scale, atom.height * scale

    def _label(self, look: ParagraphLook, mark: Said, label: str, tag: Tag) -> list[Atom]:
        """Give the number or bullet a paragraph begins with, and the gap after it."""
        if not label or look.numbered is None:
            return []
        level = self.numbering.level(*look.numbered)
        run = self.styles.look(mark, {"underline": False, **level.run})
        atoms: list[Atom] = []
        _add_text(atoms, label, run, tag)
        ink = atoms[-1].ink
        if level.follow == "tab":
            atoms.append(Atom(Is.TAB, ink, tag))
        elif level.follow == "space":
            atoms.append(Atom(Is.SPACE, ink, tag, " ", ink.width(" ")))
        return atoms

    def _add(self, atoms: list[Atom], piece: Piece, base: Said, numbers: PageNumbers, tag: Tag) -> None:
        look = self.styles.look(base, self.styles.run_says(piece.properties))
        if piece.kind is Kind.TEXT:
            _add_text(atoms, piece.text.replace("\n", " ").replace("\t", " "), look, tag)
        elif piece.kind in {Kind.PAGE, Kind.PAGES}:
            _add_text(atoms, numbers.get(piece.kind, piece.text or "1"), look, tag)
        elif piece.kind is Kind.PICTURE:
            figure = Tag(Role.FIGURE, joins=tag, said=piece.said) if piece.said else None
            ink = ink_of(look)
            atoms.append(Atom(Is.PICTURE, ink, figure, width=piece.width, height=piece.height, picture=piece.picture))
        else:
            atoms.append(Atom(_SEPARATE[piece.kind], ink_of(look), tag))


def _on_the_page(look: ParagraphLook, width: float) -> ParagraphLook:
    """Keep the indents from driving a text off its page."""
    widest = max(width - _NARROWEST, 0.0)
    left = min(max(look.left, -_OUTDENT), widest)
    first = min(max(left + look.first, -_OUTDENT), widest) - left
    right = min(max(look.right, -_OUTDENT), widest - max(left, left + first))
    if (left, first, right) == (look.left, look.first, look.right):
        return look
    return replace(look, left=left, first=first, right=right)


def _add_text(atoms: list[Atom], text: str, look: RunLook, tag: Tag) -> None:
    for bit, ink in inked(text, look):
        atoms += atoms_of(bit, ink, tag, glued=_goes_on(atoms, bit))


def _goes_on(atoms: list[Atom], text: str) -> bool:
    """Say whether a text continues the word before it: a change of look alone never ends a line."""
    return bool(atoms) and atoms[-1].kind is Is.WORD and not text.startswith(" ")
