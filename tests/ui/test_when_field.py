"""When something happened, never forced to a false day."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from casedesk.errors import InvalidInput
from casedesk.law.when import When
from casedesk.ui.widgets.when_field import Known, WhenField
from tests.ui.typing_in import type_in

TODAY = date(2026, 11, 21)


@pytest.fixture
def field(qtbot: QtBot) -> WhenField:
    made = WhenField()
    made.set_today(TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(field: WhenField, known: Known) -> None:
    field.when_known.setCurrentIndex(field.when_known.findData(known))


def test_a_known_day_is_that_day_alone(field: WhenField, qtbot: QtBot) -> None:
    type_in(qtbot, field.when_day, "21/08/2026")
    assert field.when() == When.on(date(2026, 8, 21))


def test_nothing_typed_is_no_day_at_all(field: WhenField) -> None:
    assert field.when() is None


def test_about_a_day_is_an_interval_that_never_goes_beyond_today(field: WhenField, qtbot: QtBot) -> None:
    choose(field, Known.ABOUT)
    field.when_give.setCurrentIndex(1)
    type_in(qtbot, field.when_day, "19/11/2026")
    assert field.when() == When(date(2026, 11, 12), TODAY)


def test_between_two_days_shows_the_second_field_and_gives_both(field: WhenField, qtbot: QtBot) -> None:
    assert not field.when_last.isVisible()
    choose(field, Known.BETWEEN)
    assert field.when_last.isVisible()
    type_in(qtbot, field.when_day, "22/08/2026")
    type_in(qtbot, field.when_last, "4/9/2026")
    assert field.when() == When(date(2026, 8, 22), date(2026, 9, 4))


@pytest.mark.parametrize(("first", "last"), [("soon", "4/9/2026"), ("5/9/2026", "4/9/2026"), ("5/9/2026", "")])
def test_what_cannot_be_an_interval_is_refused_in_a_sentence(
    field: WhenField, qtbot: QtBot, first: str, last: str
) -> None:
    choose(field, Known.BETWEEN)
    type_in(qtbot, field.when_day, first)
    type_in(qtbot, field.when_last, last)
    with pytest.raises(InvalidInput) as refused:
        field.when()
    assert refused.value.sentence.endswith(".")


def test_a_day_not_known_yet_asks_for_nothing(field: WhenField) -> None:
    choose(field, Known.UNKNOWN)
    assert not field.when_day.isVisible()
    assert field.when() is None


@pytest.mark.parametrize("when", [None, When.on(date(2026, 8, 21)), When(date(2026, 8, 1), date(2026, 8, 31))])
def test_what_is_shown_is_given_back(field: WhenField, when: When | None) -> None:
    field.show_when(when)
    assert field.when() == when


def test_leaving_the_field_shows_how_the_day_was_read(field: WhenField, qtbot: QtBot) -> None:
    field.when_day.setFocus()
    type_in(qtbot, field.when_day, "21/8/26")
    field.when_known.setFocus()
    qtbot.waitUntil(lambda: "2026" in field.when_day.text() and "/" not in field.when_day.text())
    field.when_day.setFocus()
    field.when_day.clear()
    type_in(qtbot, field.when_day, "nonsense")
    field.when_known.setFocus()
    qtbot.waitUntil(lambda: field.when_day.property("wrong") is True)


def test_going_to_the_field_puts_the_cursor_in_its_day(field: WhenField) -> None:
    field.setFocus()
    assert field.focusProxy() is field.when_day
    choose(field, Known.UNKNOWN)
    assert field.focusProxy() is field.when_known
