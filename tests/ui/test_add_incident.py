"""What was done to her, typed once, completed later, never written over."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from casedesk.law.when import When
from casedesk.queries.case_sheet import IncidentCard
from casedesk.services import incidents
from casedesk.ui import places
from casedesk.ui.incidents.add_incident import AddIncident
from tests.factories import NOW, TODAY, an_incident
from tests.ui.case_bench import CaseBench, field, label
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(bench: CaseBench) -> AddIncident:
    return at(bench)


def at(bench: CaseBench, incident_id: str = "") -> AddIncident:
    """The page, shown, once the case is read."""
    page = bench.show(places.AddIncident(bench.case_id, incident_id))
    assert isinstance(page, AddIncident)
    bench.qtbot.waitUntil(lambda: bool(page.lead.text()))
    return page


def save(page: AddIncident, qtbot: QtBot) -> None:
    """Save, and wait until the page is left."""
    with qtbot.waitSignal(page.leaving):
        qtbot.mouseClick(page.save, LEFT)


def test_a_few_words_are_enough_and_nothing_else_is_invented(page: AddIncident, bench: CaseBench, qtbot: QtBot) -> None:
    type_in(qtbot, page.title, "Insults under her photograph")
    save(page, qtbot)
    (card,) = bench.sheet().incidents
    assert card.title == "Insults under her photograph"
    known = (card.when, card.online, card.public, card.amount, card.incapacity_days, card.currency)
    assert known == (None, None, None, None, None, "")
    assert (card.account_of_facts, card.where, card.effects) == ("", "", "")


def test_everything_typed_is_kept_as_it_was_typed(page: AddIncident, bench: CaseBench, qtbot: QtBot) -> None:
    type_in(qtbot, page.title, "Chantage à la vidéo")
    type_in(qtbot, page.when.when_day, "21/08/2026")
    type_in(qtbot, page.account_of_facts, "Un compte l’a menacée.\n\nElle n’a pas payé.")
    page.online.setCurrentIndex(page.online.findData(True))  # noqa: FBT003 - the answer itself
    page.public.setCurrentIndex(page.public.findData(False))  # noqa: FBT003 - the answer itself
    type_in(qtbot, page.where, "groupe WhatsApp")
    type_in(qtbot, page.amount, "100 000")
    page.currency.setCurrentIndex(page.currency.findData("XOF"))
    type_in(qtbot, page.effects, "Insomnies")
    type_in(qtbot, page.incapacity_days, "6")
    save(page, qtbot)
    (card,) = bench.sheet().incidents
    assert card.when == When.on(date(2026, 8, 21))
    assert card.account_of_facts == "Un compte l’a menacée.\n\nElle n’a pas payé."
    assert (card.online, card.public, card.where) == (True, False, "groupe WhatsApp")
    assert (card.amount, card.currency) == (Decimal(100_000), "XOF")
    assert (card.effects, card.incapacity_days) == ("Insomnies", 6)


def test_an_uncertain_day_stays_uncertain(page: AddIncident, bench: CaseBench, qtbot: QtBot) -> None:
    type_in(qtbot, page.title, "Messages")
    page.when.when_known.setCurrentIndex(2)
    type_in(qtbot, page.when.when_day, "22/08/2026")
    type_in(qtbot, page.when.when_last, "04/09/2026")
    save(page, qtbot)
    (card,) = bench.sheet().incidents
    assert card.when == When(date(2026, 8, 22), date(2026, 9, 4))


@pytest.mark.parametrize(
    ("country", "currency"),
    [("fr", "EUR"), ("ml", "XOF")],
)
def test_one_counts_in_the_currency_of_the_country(bench: CaseBench, country: str, currency: str) -> None:
    assert at(bench.in_country(country)).currency.currentData() == currency


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"title": ""}, "title_problem"),
        ({"title": "x" * 301}, "title_problem"),
        ({"when_day": "one day"}, "when_problem"),
        ({"when_day": "22/11/2027"}, "when_problem"),
        ({"where": "y" * 301}, "where_problem"),
        ({"amount": "a lot"}, "amount_problem"),
        ({"incapacity_days": "six"}, "incapacity_days_problem"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_refusal_is_said_under_its_field_which_has_the_cursor_and_nothing_is_lost(
    page: AddIncident, bench: CaseBench, qtbot: QtBot, typed: dict[str, str], problem: str
) -> None:
    page.activateWindow()
    for name, text in {"title": "Insults", "effects": "Insomnia", **typed}.items():
        type_in(qtbot, field(page, name), text)
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(label(page, problem).isVisible)
    assert label(page, problem).text()
    shown = [found for found in page.findChildren(QLabel) if found.isVisible() and "problem" in found.objectName()]
    assert [found.objectName() for found in shown] == [problem]
    focused = QApplication.focusWidget()
    assert focused is not None
    owner = field(page, problem.removesuffix("_problem"))
    assert focused is owner or owner.isAncestorOf(focused)
    assert page.effects.toPlainText() == "Insomnia"
    assert page.save.isEnabled()
    assert bench.sheet().incidents == ()


def test_what_is_cured_is_no_longer_refused(page: AddIncident, bench: CaseBench, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(label(page, "title_problem").isVisible)
    type_in(qtbot, page.title, "Insults")
    save(page, qtbot)
    assert not label(page, "title_problem").isVisible()
    assert len(bench.sheet().incidents) == 1


def test_completing_shows_what_is_known_and_saving_it_unchanged_changes_nothing(bench: CaseBench, qtbot: QtBot) -> None:
    at_ten = datetime(2026, 8, 24, 22, 10, tzinfo=UTC)
    incident_id = bench.write(
        lambda session: an_incident(
            session,
            bench.packs,
            bench.case_id,
            instant_at=at_ten,
            public=None,
            amount=Decimal("150.50"),
            currency="NGN",
            effects="Insomnies",
            incapacity_days=0,
        )
    )
    (before,) = bench.sheet().incidents
    page = at(bench, incident_id)
    assert page.title.text() == before.title
    assert page.currency.currentData() == "NGN"
    save(page, qtbot)
    (after,) = bench.sheet().incidents
    assert after.when is not None
    assert after.when.instant == at_ten
    fields = set(IncidentCard.__dataclass_fields__) - {"version"}
    assert {name: getattr(after, name) for name in fields} == {name: getattr(before, name) for name in fields}


def test_another_day_forgets_the_hour_of_the_day_before(bench: CaseBench, qtbot: QtBot) -> None:
    moment = datetime(2026, 8, 24, 22, 10, tzinfo=UTC)
    incident_id = bench.write(lambda session: an_incident(session, bench.packs, bench.case_id, instant_at=moment))
    page = at(bench, incident_id)
    page.when.when_day.clear()
    type_in(qtbot, page.when.when_day, "25/08/2026")
    save(page, qtbot)
    (card,) = bench.sheet().incidents
    assert card.when == When.on(date(2026, 8, 25))


def test_a_change_made_meanwhile_is_not_written_over_and_can_be_read_again(bench: CaseBench, qtbot: QtBot) -> None:
    incident_id = bench.write(lambda session: an_incident(session, bench.packs, bench.case_id))
    page = at(bench, incident_id)
    (seen,) = bench.sheet().incidents
    bench.write(
        lambda session: incidents.update_incident(
            session, bench.packs, incident_id, seen.version, today=TODAY, now=NOW, where="Telegram"
        )
    )
    page.title.setText("Mine")
    qtbot.mouseClick(page.save, LEFT)
    qtbot.waitUntil(page.reload.isVisible)
    assert label(page, "problem").isVisible()
    assert page.title.text() == "Mine"
    assert bench.sheet().incidents[0].title == seen.title
    qtbot.mouseClick(page.reload, LEFT)
    qtbot.waitUntil(lambda: page.where.text() == "Telegram")
    assert not label(page, "problem").isVisible()
    assert not page.reload.isVisible()
    page.title.setText("Mine")
    save(page, qtbot)
    assert (bench.sheet().incidents[0].title, bench.sheet().incidents[0].where) == ("Mine", "Telegram")


def test_facts_that_are_gone_cannot_be_saved(bench: CaseBench) -> None:
    page = at(bench, "0" * 32)
    assert "no longer there" in label(page, "problem").text()
    assert not page.save.isEnabled()


def test_one_goes_through_every_field_with_the_tabulator(page: AddIncident, qtbot: QtBot) -> None:
    page.activateWindow()
    page.first_focus().setFocus()
    qtbot.waitUntil(page.title.hasFocus)
    for part in (
        *(page.when.when_known, page.when.when_day, page.account_of_facts, page.online, page.public, page.where),
        *(page.amount, page.currency, page.effects, page.incapacity_days, page.save, page.back),
    ):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert part.hasFocus(), part.objectName()


def test_the_columns_go_one_under_the_other_where_there_is_no_room(page: AddIncident, qtbot: QtBot) -> None:
    assert page.amount.mapTo(page, page.amount.rect().topLeft()).x() > page.title.width()
    page.resize(560, 700)
    qtbot.waitUntil(lambda: page.amount.mapTo(page, page.amount.rect().topLeft()).x() < page.title.width())
    assert page.title.mapTo(page, page.title.rect().bottomRight()).x() <= page.width()
