"""A Designer form poured into the object that uses it; its class annotations are the contract."""

from inspect import get_annotations
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QWidget

from casedesk import paths
from casedesk.ui import widgets


class BrokenForm(TypeError):
    """A form and its class disagree: a bug of ours."""


class _Loader(QUiLoader):
    """Builds the root of the form as the object given, and our own widgets by their class name."""

    def __init__(self, target: QWidget) -> None:
        # Looking for Designer's own plug-ins costs more than all our forms: hide them while the loader is made.
        libraries = QCoreApplication.libraryPaths()
        QCoreApplication.setLibraryPaths([])
        super().__init__(target)
        QCoreApplication.setLibraryPaths(libraries)
        self._target = target
        self.setLanguageChangeEnabled(True)

    def createWidget(self, class_name: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        """Make the widget called `class_name`, or give the target for the root."""
        if parent is None:
            return self._target
        # Made here rather than by Qt: a widget that comes back from C++ makes the binding read all its classes.
        widget = widgets.find(class_name)(parent)
        widget.setObjectName(name)
        return widget


def path_of(kind: type[QWidget]) -> Path:
    """Give the form of a class: named as the module that fills it."""
    return paths.forms() / f"{kind.__module__.rpartition('.')[2]}.ui"


def contract(kind: type[QWidget]) -> dict[str, type[QObject]]:
    """List the widgets a class says its form holds."""
    return {
        name: annotated
        for ancestor in reversed(kind.__mro__)
        for name, annotated in get_annotations(ancestor).items()
        if isinstance(annotated, type) and issubclass(annotated, QObject)
    }


def fill(target: QWidget) -> None:
    """Build the form of `target` inside it and set each annotated widget as an attribute.

    Raises:
        BrokenForm: the form lacks an annotated widget, or it is of another class.
    """
    kind = type(target)
    file = path_of(kind)
    if not file.exists():
        raise BrokenForm(f"{file.name}: not found")
    _Loader(target).load(str(file))
    for name, expected in contract(kind).items():
        widget = target.findChild(expected, name)
        if widget is None:
            raise BrokenForm(f"{file.name}: no {expected.__name__} called {name}")
        setattr(target, name, widget)


class Form(QWidget):
    """A widget drawn in Designer. Override `say` for the words that are not in the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fill(self)

    def say(self) -> None:
        """Say again, in the language now spoken, what was said by the code."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.say()
