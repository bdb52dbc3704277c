"""What goes into a letter: the facts, the contents and the exhibits of the case, ticked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from casedesk import wording
from casedesk.queries.letter_draft import Choice, LetterDraft
from casedesk.queries.letter_warnings import TO_PLATFORM
from casedesk.translate import _, ngettext
from casedesk.ui import fonts
from casedesk.ui.letters.stack import Stack
from casedesk.ui.letters.tick import Tick

_INDENT = 22  # pixels: a content stands under its facts


@dataclass(frozen=True, slots=True)
class _Line:
    """One line to tick."""

    id: str
    text: str
    indent: int = 0


class Choices(QWidget):
    """Said in one line until she wants to change it."""

    chosen = Signal()
    several = Signal()  # several notices are wanted rather than this one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: LetterDraft | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setFont(fonts.font(fonts.Role.SECTION))
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.change = QPushButton()
        self.change.setProperty("role", "link")
        self.change.clicked.connect(self.on_change)
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self.several)
        self._list = QWidget()
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 2, 0, 0)
        rows.setSpacing(2)
        self._rows: Stack[_Line, Tick] = Stack(rows)
        self._list.hide()
        layout.addWidget(self._title)
        layout.addWidget(self.summary)
        layout.addWidget(self._list)
        layout.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def boxes(self) -> Mapping[str, QCheckBox]:
        """The boxes, by what each puts into the letter."""
        return {line.id: tick.box for line, tick in self._rows.kept.items()}

    def show_draft(self, draft: LetterDraft) -> None:
        """Show what the letter holds."""
        self._draft = draft
        self._title.setText(_("In this letter"))
        self.summary.setText(_summary(draft))
        self._say_change()
        lines = list(_lines(draft))
        self._rows.show(lines, self._make)
        ticked = {one.id for one in (*draft.incidents, *draft.items, *draft.exhibits) if one.chosen}
        for line, tick in self._rows.kept.items():
            tick.box.setChecked(line.id in ticked)
        self.more.setText(_("Prepare several notices…"))
        self.more.setVisible(draft.model.addressee == TO_PLATFORM and len(draft.items) > 1)
        self.setVisible(draft.changes and bool(lines))

    def _make(self, line: _Line) -> Tick:
        tick = Tick(line.text, line.indent)
        tick.clicked.connect(lambda _on: self.chosen.emit())
        return tick

    def ticked(self) -> tuple[list[str], list[str], list[str]]:
        """Say which facts, which contents and which exhibits are ticked now."""
        draft, boxes = self._draft, self.boxes
        if draft is None:
            return [], [], []
        on = {choice for choice, box in boxes.items() if box.isChecked()}

        def among(group: Sequence[Choice]) -> list[str]:
            return [one.id for one in group if one.id in on]

        return among(draft.incidents), among(draft.items), among(draft.exhibits)

    def on_change(self) -> None:
        """Show the boxes, or put them away."""
        self.open(shown=self._list.isHidden())

    def open(self, *, shown: bool = True) -> None:
        """Show the boxes, or put them away."""
        self._list.setVisible(shown)
        self._say_change()

    def _say_change(self) -> None:
        self.change.setText(_("Choose…") if self._list.isHidden() else _("Close the list"))


def _lines(draft: LetterDraft) -> list[_Line]:
    """List what may be ticked: each fact, its contents under it, then the exhibits."""
    lines = []
    for incident in draft.incidents:
        lines.append(_Line(incident.id, incident.label))
        lines += [_Line(item.id, item.label, _INDENT) for item in draft.items if item.parent_id == incident.id]
    for exhibit in draft.exhibits:
        text = _("Exhibit {number}: {title}").format(number=exhibit.number, title=exhibit.label)
        lines.append(_Line(exhibit.id, text))
    return lines


def _summary(draft: LetterDraft) -> str:
    """Count what the letter holds."""
    facts, contents, exhibits = (
        sum(1 for one in group if one.chosen) for group in (draft.incidents, draft.items, draft.exhibits)
    )
    parts = [
        ngettext("{count} incident", "{count} incidents", facts).format(count=facts) if facts else "",
        ngettext("{count} content", "{count} contents", contents).format(count=contents) if contents else "",
        ngettext("{count} exhibit", "{count} exhibits", exhibits).format(count=exhibits) if exhibits else "",
    ]
    said = wording.and_list([part for part in parts if part])
    return said or _("Nothing is chosen yet.")
