"""Several cards one under the other, each a short list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList


class CardStack(QWidget):
    """Emits what its cards emit. The cards are kept from one showing to the next."""

    chosen = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column: Column[Any] = Column(str, str)
        self._cards: list[CardList] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    @property
    def cards(self) -> tuple[CardList, ...]:
        """The cards shown."""
        return tuple(card for card in self._cards if not card.isHidden())

    def columns(self, column: Column[Any]) -> None:
        """Say how the rows of every card are worded."""
        self._column = column

    def show_cards(self, cards: Sequence[Sequence[Any]]) -> None:
        """Show one card per sequence of rows."""
        while len(self._cards) < len(cards):
            card = CardList(self)
            card.setAccessibleName(self.accessibleName())
            card.columns(self._column)
            card.chosen.connect(self.chosen)
            card.acted.connect(self.acted)
            self._cards.append(card)
            self._layout.addWidget(card)
        for card in self._cards[len(cards) :]:
            card.show_rows(())
        for card, rows in zip(self._cards, cards, strict=False):
            card.show_rows(rows)
        self.setVisible(bool(cards))
