"""How a run is drawn, ready for measuring: the face, its size, its colour, its place on the line."""

from dataclasses import dataclass
from functools import lru_cache

from casedesk.documents.pdf.fonts import Face, face_for, marks
from casedesk.documents.word.looks import RunLook

_SMALL = 0.65  # of the size, for superscripts and subscripts
_RAISED, _LOWERED = 0.34, -0.12  # of the size


@dataclass(frozen=True, slots=True)
class Ink:
    """A face at a size. Lengths in points; `rise` lifts the text above the baseline."""

    face: Face
    size: float
    colour: str
    shade: str
    underline: bool
    strike: bool
    rise: float
    ascent: float
    descent: float

    def width(self, text: str) -> float:
        """Measure a text, in points."""
        return self.face.width(text) * self.size / 1000


@lru_cache(maxsize=512)
def ink_of(look: RunLook, other_signs: bool = False) -> Ink:
    """Make ready the look of a run; `other_signs` for the arrows and marks the text faces lack."""
    face = marks() if other_signs else face_for(look.font, look.bold, look.italic)
    size = look.size * (_SMALL if look.rise else 1)
    rise = look.size * {"superscript": _RAISED, "subscript": _LOWERED}.get(look.rise, 0.0)
    return Ink(
        face=face,
        size=size,
        colour=look.colour,
        shade=look.shade,
        underline=look.underline,
        strike=look.strike,
        rise=rise,
        ascent=face.ascent * size / 1000 + max(rise, 0),
        descent=face.descent * size / 1000 - min(rise, 0),
    )


def inked(text: str, look: RunLook) -> list[tuple[str, Ink]]:
    """Cut a text where another face must lend its signs."""
    ink = ink_of(look)
    if text.isascii() or ink.face.covers(text):
        return [(text, ink)]
    lent = ink_of(look, other_signs=True)
    cut: list[tuple[str, Ink]] = []
    for sign in text:
        use = lent if not ink.face.covers(sign) and lent.face.covers(sign) else ink
        if cut and cut[-1][1] is use:
            cut[-1] = (cut[-1][0] + sign, use)
        else:
            cut.append((sign, use))
    return cut
