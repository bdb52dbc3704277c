"""The faces letters are drawn with: which one, how wide, and every character kept when the text is read back."""

import threading
from functools import cache
from typing import Any, Final

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from casedesk import paths

_SANS, _SERIF, _MARKS = "NotoSans", "NotoSerif", "Marks"
_SERIF_NAMES: Final = frozenset(
    (
        "times", "cambria", "georgia", "garamond", "palatino", "baskerville", "century", "constantia", "didot",
        "bodoni", "caslon", "minion", "charter", "gentium", "libertinus", "libertine", "bookman", "antiqua", "tinos",
        "roman", "perpetua", "sabon", "utopia", "charis",
    )
)  # fmt: skip
_SUBSET: Final = 256
_SPACE: Final = 32
_lock = threading.Lock()


class Face(TTFont):  # type: ignore[misc]  # reportlab ships no types
    """A face whose embedded subset maps each code back to its own character.

    reportlab turns a no-break space into a space, drops what the face does not cover, and cannot name characters beyond
    the basic plane; a letter must read back as it was written.
    """

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, str(paths.fonts() / file), asciiReadable=False, shapable=False)
        self._widths: dict[str, float] = {}

    def covers(self, text: str) -> bool:
        """Say whether every character has a glyph of its own."""
        return all(ord(sign) in self.face.charToGlyph for sign in text)

    def width(self, text: str) -> float:
        """Measure a text, in thousandths of the size."""
        known = self._widths.get(text)
        if known is None:
            get, default = self.face.charWidths.get, self.face.defaultWidth
            known = float(sum(get(ord(sign), default) for sign in text))
            if len(self._widths) < 20_000:
                self._widths[text] = known
        return known

    @property
    def ascent(self) -> float:
        """Height above the baseline, in thousandths of the size."""
        return float(self.face.ascent)

    @property
    def descent(self) -> float:
        """Depth below the baseline, in thousandths of the size (a positive number)."""
        return -float(self.face.descent)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: ARG002
        """Give each character of the text its code, in subsets of 256; the space is always code 32 of the first."""
        state = self.state.get(doc)
        if state is None:
            state = self.state[doc] = TTFont.State(False, self)  # noqa: FBT003 - reportlab's own signature
            state.subsets = [[0] + [_SPACE] * _SPACE]
            state.assignments = {_SPACE: _SPACE}
            state.nextCode = 1
        split: list[tuple[int, bytearray]] = []
        for character in map(ord, text):
            code = state.assignments.get(character)
            if code is None:
                code = _next_code(state)
                state.assignments[character] = code
                state.subsets[code // _SUBSET][code % _SUBSET : code % _SUBSET + 1] = [character]
            subset = code // _SUBSET
            if not split or split[-1][0] != subset:
                split.append((subset, bytearray()))
            split[-1][1].append(code % _SUBSET)
        return [(subset, bytes(codes)) for subset, codes in split]

    def addObjects(self, doc: Any) -> None:
        """Embed the subsets used in this document, each with a table that gives every character back."""
        state = self.state[doc]
        state.frozen = 1
        for index, subset in enumerate(state.subsets):
            internal = self.getSubsetInternalName(index, doc)[1:]
            prefix = "".join("ABCDEFGHIJ"[int(digit)] for digit in f"{index:06d}")
            base = f"{prefix}+{self.face.name.decode('latin-1')}"
            table = pdfdoc.PDFStream()
            table.content = _reading_table(base, subset)
            table.filters = [pdfdoc.PDFZCompress]
            font = pdfdoc.PDFTrueTypeFont()
            font.Name = internal
            font.BaseFont = base
            font.FirstChar = 0
            font.LastChar = len(subset) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
            font.ToUnicode = doc.Reference(table, "toUnicodeCMap:" + base)
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, subset)
            doc.Reference(font, internal)
            doc.idToObject["BasicFonts"].dict[internal] = font
        del self.state[doc]


def _next_code(state: Any) -> int:
    code: int = state.nextCode
    if code % _SUBSET == 0:
        state.subsets.append([0])
        code += 1
    if code % _SUBSET == _SPACE:
        if code != _SPACE:
            state.subsets[code // _SUBSET].append(_SPACE)
        code += 1
    state.nextCode = code + 1
    return code


def _reading_table(name: str, subset: list[int]) -> str:
    """Write the table by which a reader turns codes into characters (PDF 32000-1, 9.10.3)."""
    pairs = [(code, chr(sign).encode("utf-16-be").hex().upper()) for code, sign in enumerate(subset) if sign]
    rows = [f"<{code:02X}> <{sign}>" for code, sign in pairs]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    )
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return head + body + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


def is_serif(font: str) -> bool:
    """Say whether a font a template names is drawn with the serif family."""
    words = font.casefold().replace("-", " ").split()
    if "sans" in words:
        return False
    return "serif" in words or any(word in _SERIF_NAMES for word in words)


@cache
def _face(name: str) -> Face:
    with _lock:
        face = Face(f"casedesk-{name}", f"{name}.ttf")
        pdfmetrics.registerFont(face)
        return face


@cache
def face_for(font: str, bold: bool, italic: bool) -> Face:
    """Give the face for what a template names."""
    cut = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
    return _face(f"{_SERIF if is_serif(font) else _SANS}-{cut}")


def marks() -> Face:
    """Give the face of arrows, bullets and check marks."""
    return _face(f"{_MARKS}-Regular")
