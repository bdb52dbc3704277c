"""A word written across a page in strokes, not in letters: seen by everybody, never read back as text."""

import math
from typing import Any, Final

_COLOUR: Final = (0.965, 0.9, 0.9)
_SPREAD: Final = 0.56  # of the diagonal the word covers
_BETWEEN: Final = 0.26  # from one letter to the next, for letters one high
_THICK: Final = 0.13
_CURVE: Final = tuple(
    (0.33 + 0.33 * math.cos(math.radians(angle)), 0.5 + 0.5 * math.sin(math.radians(angle)))
    for angle in range(48, 313, 8)
)
# Width and strokes of each capital, in a box one high.
_LETTERS: Final = {
    "F": (0.48, (((0.0, -0.07), (0.0, 1.0), (0.48, 1.0)), ((0.0, 0.52), (0.4, 0.52)))),
    "I": (0.0, (((0.0, -0.07), (0.0, 1.07)),)),
    "C": (0.58, (_CURVE,)),
    "T": (0.6, (((0.3, -0.07), (0.3, 1.0)), ((0.0, 1.0), (0.6, 1.0)))),
}


def stamp(canvas: Any, word: str, width: float, height: float) -> None:
    """Draw a word from corner to corner of a page of `width` × `height` points, pale enough to read over.

    Only letters whose strokes are known can be drawn; another is a KeyError.
    """
    long = sum(_LETTERS[letter][0] for letter in word) + _BETWEEN * (len(word) - 1)
    size = math.hypot(width, height) * _SPREAD / long
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.translate(-size * long / 2, -size / 2)
    canvas.setStrokeColorRGB(*_COLOUR)
    canvas.setLineWidth(size * _THICK)
    canvas.setLineJoin(1)
    start = 0.0
    for letter in word:
        wide, strokes = _LETTERS[letter]
        for stroke in strokes:
            path = canvas.beginPath()
            for place, (x, y) in enumerate(stroke):
                go = path.lineTo if place else path.moveTo
                go((x + start) * size, y * size)
            canvas.drawPath(path, stroke=1, fill=0)
        start += wide + _BETWEEN
    canvas.restoreState()
