"""A date and its reasons without a case, answered as one types."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from casedesk.law.facts import Happening
from casedesk.law.pack import Mark, Pack
from casedesk.law.regime import Regime
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.law import asked
from casedesk.ui.law.calculator import Calculator
from casedesk.ui.law.choices import choose
from casedesk.ui.law.hours import parse_hour
from casedesk.ui.law.law_room import LawRoom
from casedesk.ui.places import LawPage
from casedesk.ui.widgets.when_field import Known
from tests.ui.law_bench import a_page, said
from tests.ui.typing_in import type_in

PRESS = "fr/press_limitation_3m"


def calculator(desk: Desk, qtbot: QtBot, rule: str = "", width: int = 1100) -> Calculator:
    return a_page(Calculator, desk, qtbot, rule, width)


def on_day(page: Calculator, qtbot: QtBot, day: str) -> Calculator:
    type_in(qtbot, page.when.when_day, day)
    return page


def steps(page: Calculator) -> str:
    told = page.explanation.told
    assert told is not None
    return "\n".join(f"{step.text} {step.detail}" for step in told.steps)


def test_it_begins_by_saying_what_comes_there(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot)
    assert page.idle.isVisible()
    assert "Choose a rule" in page.idle.text()
    assert not page.explanation.isVisible()
    assert not page.day_room.isVisible()


def test_a_rule_is_found_by_its_words_and_enter_takes_it(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot)
    type_in(qtbot, page.search, "presse 1881 press_limitation_3m")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.chosen.isVisible()
    assert not page.search.isVisible()
    assert "Say the day" in page.idle.text()


def test_the_date_its_reasons_and_the_mark_come_at_once(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/08/2026")
    shown = page.explanation
    assert shown.legal.text() == "Last legal day: Saturday 21 November 2026, until midnight"
    assert shown.prudent.text() == "Prudent date: Friday 20 November 2026. It is behind."
    assert shown.mark.text() == "text read, checked on 21 Nov 2026"
    assert "21 August 2026" in steps(page)
    assert shown.reference.text() == PRESS
    assert not page.idle.isVisible()


def test_a_day_half_typed_is_no_error(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/0")
    assert "not a day yet" in page.idle.text()
    assert not page.explanation.isVisible()
    assert not page.when.when_day.property("wrong")


def test_between_two_days_both_ends_are_told(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot, PRESS)
    choose(page.when.when_known, Known.BETWEEN)
    on_day(page, qtbot, "10/08/2026")
    assert "not a day yet" in page.idle.text()
    type_in(qtbot, page.when.when_last, "20/08/2026")
    assert page.explanation.legal.text() == (
        "Last legal day: between Tuesday 10 November 2026 and Friday 20 November 2026"
    )


def test_a_day_not_known_is_a_question(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot, PRESS)
    choose(page.when.when_known, Known.UNKNOWN)
    assert page.explanation.legal.text() == "An answer is missing to give a date."
    assert "On what day did the facts happen?" in steps(page)


def test_an_act_that_restarts_moves_the_date_and_one_that_does_not_is_told(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/08/2026")
    for what, day in ((Happening.DIRECT_CITATION, "03/09/2026"), (Happening.COMPLAINT_POLICE, "24/08/2026")):
        qtbot.mouseClick(page.acts.add, Qt.MouseButton.LeftButton)
        row = page.acts.rows[-1]
        choose(row.what, what)
        type_in(qtbot, row.day, day)
    assert "3 December 2026" in page.explanation.legal.text()
    assert "A whole new period starts." in steps(page)
    qtbot.mouseClick(page.acts.rows[0].remove, Qt.MouseButton.LeftButton)
    assert "21 November 2026" in page.explanation.legal.text()
    assert "it does not restart the period" in steps(page)


def test_the_acts_are_offered_under_what_they_do_and_a_title_cannot_be_chosen(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot, PRESS)
    page.acts.on_add()
    field = page.acts.rows[0].what
    titles = [field.itemText(n) for n in range(field.count()) if not field.itemData(n)]
    parts = ["Starts a whole new period", "Confirms such an act", "Changes nothing, though it looks so"]
    assert titles == ["choose…", *parts]
    assert page.acts.acts() == ()


def test_a_fact_the_rule_needs_is_asked_and_its_answer_counts(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, "fr/delit_minor_limitation"), qtbot, "21/08/2026")
    assert "What is her date of birth?" in steps(page)
    assert page.explanation.legal.text() == "An answer is missing to give a date."
    birth = page.findChild(QLineEdit, "victim_birth_date")
    assert birth is not None
    type_in(qtbot, birth, "03/04/2010")
    assert "3 April 2038" in page.explanation.legal.text()


def test_a_rule_that_does_not_apply_says_why(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, "fr/delit_minor_limitation"), qtbot, "21/08/2026")
    minor = page.findChild(QComboBox, "victim_minor_at_facts")
    assert minor is not None
    choose(minor, False)  # noqa: FBT003 - the answer itself
    assert page.explanation.legal.text() == "This period does not run here."
    assert "her age at the time of the facts" in steps(page)
    assert page.explanation.article.isVisible()


def test_what_must_have_happened_first_is_asked(closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot) -> None:
    pack, one = next((p, r) for p in packs.values() for r in p.rules.values() if r.requires and not r.when)
    page = on_day(calculator(closed_desk, qtbot, f"{pack.id}/{one.id}"), qtbot, "21/08/2026")
    assert "It runs only once this has happened" in steps(page)
    choose(page._required[one.requires[0]].field, True)  # noqa: FBT003 - the answer itself
    assert page.explanation.legal.text() != "This period does not run here."


def test_a_rule_without_a_number_answers_before_any_day_is_given(
    closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    without = [
        (pack, one)
        for pack in packs.values()
        for one in pack.rules.values()
        if one.trigger is not Happening.LAW_DATE and not any(v.duration for v in one.versions)
    ]
    assert without
    for pack, one in without:
        page = calculator(closed_desk, qtbot, f"{pack.id}/{one.id}")
        assert page.explanation.isVisible(), one.id
        if not one.requires:
            assert page.explanation.legal.text() == "The law gives no date here.", one.id


def test_every_rule_can_be_counted_with_and_asks_what_it_needs(
    closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    page = calculator(closed_desk, qtbot)
    for pack in packs.values():
        for one in pack.rules.values():
            if one.trigger is Happening.LAW_DATE:
                continue
            page.show_subject(f"{pack.id}/{one.id}")
            page.when.when_day.setText("21/08/2026")
            assert [field.fact for field in page._fields] == list(asked.facts_of(one))
            assert page.explanation.isVisibleTo(page), one.id
            assert page.explanation.title.text() == law(one.title)
            doubtful = page.explanation.warning.text().casefold()
            marks = {version.article.mark for version in one.versions}
            assert "to be confirmed by a jurist" in doubtful or Mark.VERIFIED in marks, one.id


def test_a_date_of_the_law_itself_is_not_offered(closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot)
    of_france = packs["fr"].rules.values()
    assert len(said(page.rules)) == sum(one.trigger is not Happening.LAW_DATE for one in of_france)


def test_a_rule_in_hours_asks_for_the_hour_of_the_place(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, "fr/dsa_notice_target"), qtbot, "18/11/2026")
    assert page.hour_room.isVisible()
    assert "Target, not law" in page.explanation.legal.text()
    type_in(qtbot, page.hour, "14h25")
    assert "19 November 2026, 14:25, local time" in page.explanation.prudent.text()
    choose(page.place, "fr-974")
    assert "10:25 (UTC)" in steps(page)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:25", "14:25"),
        ("14 h 25", "14:25"),
        ("9h", "09:00"),
        ("0", "00:00"),
        ("24", None),
        ("9:99", None),
        ("", None),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, read: str | None) -> None:
    found = parse_hour(typed)
    assert (found and f"{found:%H:%M}") == read


def test_another_country_has_its_own_rules_and_calendar(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot, PRESS)
    assert page.place.findData("fr-67") >= 0
    choose(page.jurisdiction, "ml")
    assert page.rules.isVisible()
    assert not page.chosen.isVisible()
    assert [page.place.itemData(n) for n in range(page.place.count())] == ["ml"]
    assert not page.place.isEnabled()


def test_the_calendar_of_the_place_decides_of_the_days_off(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot)
    page.by_period.setChecked(True)
    choose(page.regime, Regime.CPP_801)
    choose(page.unit, "days")
    page.number.setText("10")
    on_day(page, qtbot, "16/12/2026")  # the tenth day is 26 December: a Saturday here and there
    page.when.when_day.setText("24/03/2027")
    page.number.setText("2")  # Good Friday, a feast in Alsace and Moselle
    assert "26 March 2027" in page.explanation.legal.text()
    choose(page.place, "fr-67")
    assert "30 March 2027" in page.explanation.legal.text()


def test_a_bare_period_is_counted_and_says_that_it_is_not_law(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot)
    page.by_period.setChecked(True)
    assert not page.rule_room.isVisible()
    on_day(page, qtbot, "30/11/2026")
    assert page.explanation.legal.text() == "Last day: Sunday 28 February 2027"
    assert page.explanation.warning.text() == "A bare count: no text of law stands behind this date."
    assert not page.explanation.mark.isVisible()
    assert not page.explanation.read_it.isVisible()
    page.number.setText("")
    assert "in figures" in page.idle.text()
    page.number.setText("9999")
    choose(page.unit, "years")
    assert page.idle.text() == "This leads out of the calendar."


@pytest.mark.parametrize("regime", Regime)
def test_each_way_of_counting_offers_only_its_units_and_answers(
    closed_desk: Desk, qtbot: QtBot, regime: Regime
) -> None:
    page = calculator(closed_desk, qtbot)
    page.by_period.setChecked(True)
    choose(page.regime, regime)
    page.when.when_day.setText("20/11/2026")
    units = [page.unit.itemData(n) for n in range(page.unit.count())]
    assert units
    assert ("days" in units) is (regime is not Regime.HOURS)
    for unit in units:
        choose(page.unit, unit)
        assert page.explanation.isVisibleTo(page), (regime, unit)


def test_the_explanation_is_copied_as_text_and_leads_to_the_rule(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/08/2026")
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.explanation.copy_it, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "Last legal day: Saturday 21 November 2026" in copied
    assert "\n\n1. " in copied
    assert "text read, checked on 21 Nov 2026" in copied
    with qtbot.waitSignal(page.going) as gone:
        qtbot.mouseClick(page.explanation.read_it, Qt.MouseButton.LeftButton)
    assert gone.args[0] == places.Law(LawPage.RULES, PRESS)


def test_changing_the_rule_begins_anew(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/08/2026")
    page.acts.on_add()
    page.chosen.acted.emit(page.chosen.row_at(0))
    assert page.search.isVisible()
    assert page.acts.rows == []
    assert "Choose a rule" in page.idle.text()
    assert page.when.when_day.text() == "21/08/2026"


def test_where_the_answer_is_out_of_sight_it_is_said_in_short_beside_the_day(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS, width=680), qtbot, "21/08/2026")
    assert page.columns.direction() is QBoxLayout.Direction.TopToBottom
    assert page.short_room.isVisible()
    assert page.short_legal.text() == page.explanation.legal.text()
    assert not page.short_warning.isVisible()
    page.when.when_day.clear()
    assert not page.short_room.isVisible()


def test_an_answer_said_in_short_keeps_what_warns_of_it(closed_desk: Desk, qtbot: QtBot) -> None:
    page = on_day(calculator(closed_desk, qtbot, "fr/dsa_notice_target", width=680), qtbot, "18/11/2026")
    assert page.short_warning.isVisible()
    assert page.short_warning.text() == "A target, not law"


def test_the_rules_read_and_the_rules_counted_share_one_room(closed_desk: Desk, qtbot: QtBot) -> None:
    room = LawRoom(closed_desk, places.Law(LawPage.RULES, PRESS))
    qtbot.addWidget(room)
    room.show()
    assert room.go_within(places.Law(LawPage.CALCULATOR, PRESS))
    assert isinstance(room.page, Calculator)
    assert room.page.chosen.isVisible()
    with qtbot.waitSignal(room.turned) as turned:
        room.tabs.setCurrentIndex(2)
    assert turned.args[0] == places.Law(LawPage.DIRECTORY)


def test_every_field_of_the_calculator_has_a_name_for_a_screen_reader(closed_desk: Desk, qtbot: QtBot) -> None:
    page = calculator(closed_desk, qtbot, "fr/delit_minor_limitation")
    page.acts.on_add()
    fields = [field for kind in (QLineEdit, QComboBox) for field in page.findChildren(kind)]
    labelled = {label.buddy() for label in page.findChildren(QWidget) if hasattr(label, "buddy")}
    assert [field.objectName() for field in fields if not field.accessibleName() and field not in labelled] == []


def test_the_day_of_one_event_is_not_taken_for_the_day_of_another(
    closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/08/2026")
    press = packs["fr"].rules["press_limitation_3m"]
    counted = [one for one in packs["fr"].rules.values() if any(version.duration for version in one.versions)]
    other = next(one for one in counted if one.trigger not in {press.trigger, Happening.LAW_DATE} and not one.requires)
    page.chosen.acted.emit(page.chosen.row_at(0))
    page.show_subject(f"fr/{other.id}")
    assert page.when.when_day.text() == ""
    assert "Say the day" in page.idle.text()
    on_day(page, qtbot, "21/08/2026")
    page.acts.on_add()
    page.show_subject(PRESS)
    assert (page.when.when_day.text(), page.acts.rows) == ("", [])


def test_with_a_day_known_roughly_the_short_answer_says_the_prudent_date_and_that_it_is_behind(
    closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    page = calculator(closed_desk, qtbot, PRESS, width=680)
    checked = 0
    for one in packs["fr"].rules.values():
        told = None
        if one.trigger is not Happening.LAW_DATE and not one.requires and not one.when:
            page.show_subject(f"fr/{one.id}")
            choose(page.when.when_known, Known.BETWEEN)
            page.when.when_day.setText("10/08/2016")
            page.when.when_last.setText("20/12/2026")
            told = page.explanation.told
        if told is not None and "between" in told.legal:
            checked += 1
            assert page.short_prudent.isVisibleTo(page), one.id
            assert "Prudent date:" in page.short_prudent.text(), one.id
            assert page.short_prudent.text().endswith("It is behind.") or "Act by then." in page.short_prudent.text()
    assert checked > 1
    page.by_period.setChecked(True)
    page.when.when_day.setText("10/08/2026")
    page.when.when_last.setText("20/08/2026")
    assert page.short_prudent.text() == "Prudent date: Tuesday 10 November 2026. It is behind."


def test_without_a_case_nothing_is_said_to_be_recorded(
    closed_desk: Desk, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    page = on_day(calculator(closed_desk, qtbot, PRESS), qtbot, "21/08/2026")
    assert "No act that restarts this period was given." in steps(page)
    for one in packs["fr"].rules.values():
        if one.trigger is not Happening.LAW_DATE:
            page.show_subject(f"fr/{one.id}")
            page.when.when_day.setText("21/08/2026")
            assert "recorded" not in steps(page), one.id
