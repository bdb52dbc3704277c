"""Elements beside the exhibits that show them: a tick in each crossing, and the holes in plain words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from casedesk.queries.qualification import ElementRow, ExhibitLine
from casedesk.translate import _

_ACROSS = 6  # exhibits on one line: as many as a narrow column holds


class ProofMatrix(QWidget):
    """One row per element; while the elements and the exhibits are the same, its boxes stay where they are."""

    ticked = Signal(str, str, bool)  # element, exhibit's id, whether it shows it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._laid: tuple[tuple[str, ...], tuple[ExhibitLine, ...]] = ((), ())
        self.labels: dict[str, QLabel] = {}
        self.boxes: dict[tuple[str, str], QCheckBox] = {}

    def show_matrix(
        self,
        words: Mapping[str, str],
        rows: Mapping[str, ElementRow],
        exhibits: Sequence[ExhibitLine],
        *,
        closed: bool,
    ) -> None:
        """Show what shows each element; `words` are the elements to show, each as it is said."""
        laid = (tuple(words), tuple(exhibits))
        if laid != self._laid:
            self._lay(*laid)
        for name, said in words.items():
            label, found = self.labels[name], rows[name].exhibits
            label.setText(said if found else _("Nothing shows yet: {what}.").format(what=said))
            label.setProperty("role", "" if found else "warning")
            label.style().polish(label)
            for exhibit in exhibits:
                box = self.boxes[name, exhibit.id]
                box.setChecked(exhibit.id in found)
                box.setEnabled(not closed)
                box.setText(str(exhibit.number))
                box.setToolTip(exhibit.title)
                box.setAccessibleName(
                    _("Exhibit {number}, {title}, shows: {what}").format(
                        number=exhibit.number, title=exhibit.title, what=said
                    )
                )

    def _lay(self, names: tuple[str, ...], exhibits: tuple[ExhibitLine, ...]) -> None:
        self._laid = (names, exhibits)
        self.labels, self.boxes = {}, {}
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for name in names:
            self._layout.addWidget(self._row(name, exhibits))

    def _row(self, name: str, exhibits: Sequence[ExhibitLine]) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        label = self.labels[name] = QLabel()
        label.setWordWrap(True)
        grid.addWidget(label, 0, 0, 1, _ACROSS + 1)
        for place, exhibit in enumerate(exhibits):
            box = self.boxes[name, exhibit.id] = QCheckBox()
            box.clicked.connect(
                lambda checked, element=name, exhibit_id=exhibit.id: self.ticked.emit(element, exhibit_id, checked)
            )
            grid.addWidget(box, 1 + place // _ACROSS, place % _ACROSS)
        grid.setColumnStretch(_ACROSS, 1)
        return row
