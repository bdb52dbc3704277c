"""Contents beside the platforms that are told of them: a tick in each crossing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from casedesk.queries.letter_notices import Notice, NoticeChoice
from casedesk.translate import _
from casedesk.ui import fonts

_WIDE = 170  # pixels of a platform's column


class NoticeMatrix(QWidget):
    """Rows are the contents, under their platform; columns are those written to. All is ticked at first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._laid: tuple[NoticeChoice, ...] = ()
        self.boxes: dict[tuple[str, str], QCheckBox] = {}  # by the content and the body it is told to

    def show_choices(self, choices: Sequence[NoticeChoice]) -> None:
        """Show what may be told to whom; what she ticked stays while nothing else changed."""
        if tuple(choices) == self._laid:
            return
        kept = {place for place, box in self.boxes.items() if not box.isChecked()}
        self._laid = tuple(choices)
        self._clear()
        for column, choice in enumerate(choices, start=1):
            self._grid.addWidget(self._head(choice.body.name), 0, column, Qt.AlignmentFlag.AlignBottom)
        line = 1
        for column, choice in enumerate(choices, start=1):
            for item_id, label in zip(choice.notice.item_ids, choice.labels, strict=True):
                self._add(line, column, (item_id, choice.body.id), f"{label}", choice.body.name)
                line += 1
        for place in kept & set(self.boxes):
            self.boxes[place].setChecked(False)
        self._grid.setColumnStretch(len(choices) + 1, 1)
        self._grid.setRowStretch(line, 1)

    def _clear(self) -> None:
        self.boxes = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _head(self, name: str) -> QLabel:
        label = QLabel(name)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDE)
        label.setFont(fonts.font(fonts.Role.SMALL_STRONG))
        return label

    def _add(self, line: int, column: int, place: tuple[str, str], label: str, body: str) -> None:
        words = QLabel(label)
        words.setTextFormat(Qt.TextFormat.PlainText)
        box = self.boxes[place] = QCheckBox()
        box.setChecked(True)
        box.setAccessibleName(_("Tell {platform} of {content}").format(platform=body, content=label))
        box.toggled.connect(lambda _on: self.changed.emit())
        words.setBuddy(box)
        self._grid.addWidget(words, line, 0)
        self._grid.addWidget(box, line, column, Qt.AlignmentFlag.AlignLeft)

    def notices(self, *, one_each: bool) -> tuple[Notice, ...]:
        """Give the notices ticked: one per platform, or one per content."""
        found = []
        for choice in self._laid:
            body = choice.body.id
            ticked = tuple(one for one in choice.notice.item_ids if self.boxes[one, body].isChecked())
            found += [Notice(body, (one,)) for one in ticked] if one_each else [Notice(body, ticked)] if ticked else []
        return tuple(found)
