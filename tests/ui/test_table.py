"""Frozen rows in a Qt model."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from casedesk.ui.table import LINE_ROLE, ROW_ROLE, Column, RowTable
from casedesk.ui.widgets.line import Line


@dataclass(frozen=True)
class Fruit:
    name: str
    price: int


def table() -> RowTable[Fruit]:
    return RowTable(
        (
            Column(lambda: "Name", lambda fruit: fruit.name, line=lambda fruit: Line(fruit.name)),
            Column(lambda: "Price", lambda fruit: str(fruit.price), said=lambda fruit: f"{fruit.price} euros"),
        )
    )


@pytest.mark.parametrize("count", [0, 1, 7])
def test_the_model_keeps_the_rules_of_qt_before_and_after(qtmodeltester: ModelTester, count: int) -> None:
    model = table()
    model.show([Fruit(f"fruit {n}", n) for n in range(count)])
    qtmodeltester.check(model, force_py=True)
    model.show([Fruit("last", 1)])
    qtmodeltester.check(model, force_py=True)


def test_a_cell_answers_what_is_shown_said_and_drawn() -> None:
    model = table()
    fig = Fruit("fig", 3)
    model.show([fig])
    name, price = model.index(0, 0), model.index(0, 1)
    assert name.data() == "fig"
    assert price.data(Qt.ItemDataRole.AccessibleTextRole) == "3 euros"
    assert name.data(Qt.ItemDataRole.AccessibleTextRole) == "fig"
    assert name.data(ROW_ROLE) is fig
    assert name.data(LINE_ROLE) == Line("fig")
    assert price.data(LINE_ROLE) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Price"
