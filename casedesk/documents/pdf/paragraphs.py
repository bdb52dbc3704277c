"""Paragraphs of a .docx set into lines."""

from dataclasses import dataclass

from casedesk.documents.ooxml import Docx, Element, W
from casedesk.documents.pdf.inks import ink_of, inked
from casedesk.documents.pdf.lines import Atom, Is, Line, Setter, atoms_of
from casedesk.documents.word.looks import ParagraphLook, RunLook, Said
from casedesk.documents.word.numbering import Numbering
from casedesk.documents.word.story import Kind, Piece, pieces
from casedesk.documents.word.styles import Styles

PageNumbers = dict[Kind, str]
_SEPARATE = {Kind.LINE_BREAK: Is.BREAK, Kind.PAGE_BREAK: Is.PAGE_BREAK, Kind.TAB: Is.TAB}


@dataclass(slots=True)
class Paragraph:
    """A paragraph in lines, not yet on a page."""

    look: ParagraphLook
    lines: list[Line]

    @property
    def height(self) -> float:
        """Height of the lines alone, without the spacing around."""
        return sum(line.height for line in self.lines)


class Compositor:
    """Sets the paragraphs of one document; lists are counted in the order they are asked for."""

    def __init__(self, docx: Docx) -> None:
        self.docx = docx
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
        look = self.styles.paragraph(properties, around[0])
        base = self.styles.run_base(properties, around[1])
        mark = base if properties is None else {**base, **self.styles.run_says(properties.find(W + "rPr"))}
        atoms = self._label(look, mark)
        for piece in pieces(self.docx, part, paragraph):
            self._add(atoms, piece, base, numbers or {})
        empty = ink_of(self.styles.look(mark, {}))
        return Paragraph(look, Setter(look, width, empty).set(atoms))

    def _label(self, look: ParagraphLook, mark: Said) -> list[Atom]:
        """Give the number or bullet a paragraph begins with, and the gap after it."""
        if look.numbered is None:
            return []
        level = self.numbering.level(*look.numbered)
        label = self.numbering.label(*look.numbered)
        if not label:
            return []
        run = self.styles.look(mark, {"underline": False, **level.run})
        atoms: list[Atom] = []
        _add_text(atoms, label, run)
        ink = atoms[-1].ink
        if level.follow == "tab":
            atoms.append(Atom(Is.TAB, ink))
        elif level.follow == "space":
            atoms.append(Atom(Is.SPACE, ink, " ", ink.width(" ")))
        return atoms

    def _add(self, atoms: list[Atom], piece: Piece, base: Said, numbers: PageNumbers) -> None:
        look = self.styles.look(base, self.styles.run_says(piece.properties))
        if piece.kind is Kind.TEXT:
            _add_text(atoms, piece.text.replace("\n", " ").replace("\t", " "), look)
        elif piece.kind in {Kind.PAGE, Kind.PAGES}:
            _add_text(atoms, numbers.get(piece.kind, piece.text or "1"), look)
        elif piece.kind is Kind.PICTURE:
            ink = ink_of(look)
            atoms.append(Atom(Is.PICTURE, ink, width=piece.width, height=piece.height, picture=piece.picture))
        else:
            atoms.append(Atom(_SEPARATE[piece.kind], ink_of(look)))


def _add_text(atoms: list[Atom], text: str, look: RunLook) -> None:
    for bit, ink in inked(text, look):
        atoms += atoms_of(bit, ink, glued=_goes_on(atoms, bit))


def _goes_on(atoms: list[Atom], text: str) -> bool:
    """Say whether a text continues the word before it: a change of look alone never ends a line."""
    return bool(atoms) and atoms[-1].kind is Is.WORD and not text.startswith(" ")
