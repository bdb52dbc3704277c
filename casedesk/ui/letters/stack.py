"""Widgets one under the other, kept from one reading to the next by what they are about."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept", bound=QWidget)


class Stack(Generic[Key, Kept]):
    """A widget whose key stays is never made anew: the cursor in it stays where it is."""

    def __init__(self, layout: QVBoxLayout) -> None:
        self._layout = layout
        self._kept: dict[Key, Kept] = {}

    @property
    def kept(self) -> Mapping[Key, Kept]:
        """The widgets shown, by their key, from the top."""
        return self._kept

    def show(self, keys: Sequence[Key], make: Callable[[Key], Kept]) -> None:
        """Show one widget per key, in this order; `make` gives those that are not there yet."""
        if list(keys) == list(self._kept):
            return
        for key in [one for one in self._kept if one not in set(keys)]:
            gone = self._kept.pop(key)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        shown = {key: self._kept.get(key) or make(key) for key in keys}
        for place, widget in enumerate(shown.values()):
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)
        self._kept = shown
