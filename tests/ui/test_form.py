"""Every form and the class that fills it agree, and every form can be used without a mouse or eyes."""

import pkgutil
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import casedesk.ui
from casedesk import paths
from casedesk.ui.form import BrokenForm, Form, contract, fill, path_of

FORMS = sorted(paths.forms().glob("*.ui"))
FIELDS = {"QLineEdit", "QPlainTextEdit", "QComboBox", "QSpinBox", "PassphraseField", "DayField"}
LISTS = {"CardList", "CardStack", "ScrollList", "TimelineList", "CalendarChart", "RowView", "QTabBar"}
INPUTS = FIELDS | LISTS
FOCUSABLE = INPUTS | {"QPushButton", "QCheckBox", "QRadioButton", "RailButton"}
OURS = {
    "MinorQuestion",
    "OffenceSheet",
    "ProofMatrix",
    "WhenField",
    "Choices",
    "Clauses",
    "Findings",
    "Footer",
    "Legend",
    "NoticeMatrix",
    "Questions",
    "Signing",
    "Telling",
    "PagePreview",
    "Explanation",
    "Acts",
    "Notice",
}  # forms of their own, with their own order


def fillers() -> dict[Path, type[QWidget]]:
    """The class of each form."""
    found: dict[Path, type[QWidget]] = {}
    for module in pkgutil.walk_packages(casedesk.ui.__path__, "casedesk.ui."):
        for value in vars(import_module(module.name)).values():
            ours = isinstance(value, type) and issubclass(value, Form) and value.__module__ == module.name
            if ours and path_of(value).exists():
                found[path_of(value)] = value
    return found


FILLERS = fillers()


def tree(form: Path) -> ET.Element:
    return ET.parse(form).getroot()  # noqa: S314 - our own form


def widgets(form: Path) -> dict[str, ET.Element]:
    return {w.attrib["name"]: w for w in tree(form).iter("widget")}


def text_of(widget: ET.Element, name: str) -> str:
    found = widget.find(f"property[@name='{name}']/*")
    return "" if found is None or found.text is None else found.text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_has_the_class_that_fills_it(form: Path) -> None:
    assert form in FILLERS


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_the_class_says_what_it_touches_and_the_form_holds_it(form: Path, qtbot: QtBot) -> None:
    kind = FILLERS[form]
    named = widgets(form)
    layouts = {layout.attrib["name"] for layout in tree(form).iter("layout")}
    target = type(kind.__name__, (QWidget,), {"__module__": kind.__module__, "__annotations__": contract(kind)})()
    qtbot.addWidget(target)
    fill(target)
    assert set(contract(kind)) <= set(named) | layouts


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_no_widget_hides_a_method_of_qt(form: Path) -> None:
    assert [name for name in contract(FILLERS[form]) if hasattr(QWidget, name)] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_every_input_has_a_name_for_a_screen_reader(form: Path) -> None:
    named = widgets(form)
    buddies = {text_of(widget, "buddy") for widget in named.values()}
    nameless = [
        name
        for name, widget in named.items()
        if widget.attrib["class"] in INPUTS and not text_of(widget, "accessibleName") and name not in buddies
    ]
    assert nameless == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_every_input_has_its_place_in_the_order_of_tabs(form: Path) -> None:
    reachable = [name for name, widget in widgets(form).items() if widget.attrib["class"] in FOCUSABLE]
    stops = [stop.text for stop in tree(form).iter("tabstop")]
    if len(reachable) > 1:
        assert set(reachable) <= set(stops)
        assert set(stops) <= set(reachable) | {n for n, w in widgets(form).items() if w.attrib["class"] in OURS}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_holds_no_font_no_style_and_spaces_every_layout(form: Path) -> None:
    root = tree(form)
    names = {prop.attrib["name"] for prop in root.iter("property")}
    assert not names & {"font", "styleSheet", "palette"}
    for layout in root.iter("layout"):
        given = {prop.attrib["name"] for prop in layout.findall("property")}
        assert {"leftMargin", "topMargin", "rightMargin", "bottomMargin"} <= given
        assert given & {"spacing", "horizontalSpacing"}


def test_a_form_without_a_widget_its_class_touches_is_refused(qtbot: QtBot) -> None:
    from casedesk.ui.message_bar import MessageBar

    class Wrong(QWidget):
        absent: QWidget

    Wrong.__module__ = MessageBar.__module__
    target = Wrong()
    qtbot.addWidget(target)
    with pytest.raises(BrokenForm, match="absent"):
        fill(target)
