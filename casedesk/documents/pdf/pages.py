"""Pages with everything placed on them: what is drawn, and where. Lengths in points, `top` measured down the page."""

from dataclasses import dataclass, field

from casedesk.documents.pdf.lines import Line
from casedesk.documents.pdf.tags import Tag
from casedesk.documents.word.story import Section


@dataclass(slots=True)
class Words:
    """A line of text; `x` is the left edge of its column. One shown `again` (the head of a table) is read once only."""

    x: float
    top: float
    line: Line
    again: bool = False


@dataclass(slots=True)
class Box:
    """A rectangle of colour behind the text."""

    x: float
    top: float
    width: float
    height: float
    colour: str


@dataclass(slots=True)
class Rule:
    """A straight line."""

    x: float
    top: float
    to_x: float
    to_top: float
    width: float
    colour: str


@dataclass(slots=True)
class Layer:
    """What one part of the document put on a page: boxes under rules under words."""

    boxes: list[Box] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """One page. `number` is what its page field shows."""

    section: Section
    number: int
    body: Layer = field(default_factory=Layer)
    header: Layer = field(default_factory=Layer)
    footer: Layer = field(default_factory=Layer)


@dataclass(slots=True)
class Pages:
    """A document on its pages, with the pictures it shows, by name of part, and the tree that is read aloud."""

    pages: list[Page]
    pictures: dict[str, bytes]
    tree: Tag
