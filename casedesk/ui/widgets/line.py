"""What one row of a list says, before it is drawn."""

from dataclasses import dataclass
from enum import StrEnum

from casedesk.ui.widgets.paragraph import Tone


class Mark(StrEnum):
    """The small drawing beside a word: never colour alone."""

    NONE = ""
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    RING = "ring"
    CHECK = "check"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a lead in the margin, a title and what follows it, a detail under it, and one act at the right."""

    title: str
    after: str = ""
    detail: str = ""
    chip: str = ""
    mark: Mark = Mark.NONE
    lead: str = ""
    under: str = ""
    tone: Tone = Tone.INK
    aside: str = ""
    aside_tone: Tone = Tone.QUIET
    action: str = ""
    action_below: bool = False  # under the detail rather than at the right
    detail_lines: int = 4
    strong: bool = True
    heading: bool = False  # the title of a card rather than a row

    @property
    def said(self) -> str:
        """The row as a screen reader says it."""
        title = " · ".join(part for part in (self.title, self.after) if part)
        parts = (self.lead, self.under, title, self.chip, self.detail, self.aside)
        return ". ".join(part.strip(" .") for part in parts if part)
