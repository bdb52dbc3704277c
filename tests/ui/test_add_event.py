"""A step of the proceedings noted in the case, with what it does to the clocks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.law.facts import Happening
from casedesk.law.when import When
from casedesk.law_words import happening_name
from casedesk.queries.case_sheet import CaseSheet
from casedesk.queries.facts import facts_of
from casedesk.queries.timeline import TimelineRow
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.events.add_event import AddEvent
from casedesk.ui.events.consequence import consequence
from casedesk.ui.events.steps import STEPS, known_to, reference_example
from tests.factories import a_content, an_exhibit, an_incident
from tests.ui.case_bench import CaseBench, label
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton
NOTED = [what for steps in STEPS.values() for what in steps]
TOLD_ELSEWHERE = {Happening.OFFENCE, Happening.PUBLICATION, Happening.CONNECTION, Happening.LAW_DATE}


@pytest.fixture
def page(bench: CaseBench) -> AddEvent:
    return at(bench)


def at(bench: CaseBench, what: str = "") -> AddEvent:
    """The page, shown, once the case is read."""
    page = bench.show(places.AddEvent(bench.case_id, what))
    assert isinstance(page, AddEvent)
    bench.qtbot.waitUntil(lambda: bool(page.lead.text()))
    return page


def choose(page: AddEvent, what: Happening) -> None:
    page.what.setCurrentIndex(page.what.findText(happening_name(what)))


def save(page: AddEvent, qtbot: QtBot) -> None:
    """Save, and wait until the page is left."""
    with qtbot.waitSignal(page.leaving):
        qtbot.mouseClick(page.save, LEFT)


def steps(sheet: CaseSheet) -> list[TimelineRow]:
    return [row for row in sheet.timeline if row.happening is not None]


def test_every_step_that_is_not_told_elsewhere_can_be_noted_once(page: AddEvent) -> None:
    assert sorted(NOTED) == sorted(set(Happening) - TOLD_ELSEWHERE)
    texts = [page.what.itemText(index) for index in range(page.what.count())]
    assert all(texts.count(happening_name(what)) == 1 for what in NOTED)


def test_what_the_law_of_the_country_never_speaks_of_and_the_title_of_a_group_are_never_chosen(
    page: AddEvent, bench: CaseBench, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.what.setFocus()
    chosen = []
    for _step in range(page.what.count()):
        qtbot.keyClick(page.what, Qt.Key.Key_Down)
        chosen.append(page.what.currentText())
    assert not {page.what.itemText(page.what.findData(group)) for group in STEPS} & set(chosen)
    known = known_to(bench.packs["fr"])
    expected = [happening_name(what) for what in NOTED if what in known]
    assert chosen[: len(expected)] == expected


def test_a_complaint_to_the_police_is_said_to_stop_nothing_and_its_copy_is_asked_for(
    page: AddEvent, bench: CaseBench
) -> None:
    assert not page.consequence.isVisible()
    choose(page, Happening.COMPLAINT_POLICE)
    assert page.consequence.isVisible()
    assert page.consequence.text() == law(bench.packs["fr"].routes["plainte_commissariat"].effect)
    assert "(PV)" in page.reference.placeholderText()


@pytest.mark.parametrize(
    ("country", "what", "expected"),
    [
        (
            "fr",
            Happening.JUDGMENT,
            ["It starts “{appeal_10d}”.", "It makes every limitation start again from zero, but"],
        ),
        ("fr", Happening.QUALIFIED_REQUISITION, ["start again from zero, but “{hidden_offence_cap_12y}”."]),
        ("fr", Happening.HEARING, ["It makes “{press_limitation_3m}”", "start again from zero."]),
        ("fr", Happening.BAILIFF_REPORT, ["It stops no limitation and starts none again."]),
        (
            "fr",
            Happening.INVESTIGATION_ACT,
            ["again from zero, but “{press_limitation_3m}”, “{private_insult_limitation_3m}”"],
        ),
        ("fr", Happening.CONTENT_REMOVED, ["It puts an end to", "{dsa_notice_target}"]),
        ("fr", Happening.COMPLAINT_REFUSED, ["It starts “{complaint_receipt}”.", "It stops no limitation"]),
        ("fr", Happening.DEVICE_COLLECTED, ["No clock known here depends on it"]),
        ("ml", Happening.ORDER_NOTIFIED, ["It starts “{instruction_order_appeal_3d}”."]),
        ("ml", Happening.JUDGMENT, ["It starts", "“{judgment_appeal_1m}”"]),
    ],
)
def test_what_a_step_starts_ends_or_leaves_alone_is_read_in_the_law_of_the_country(
    bench: CaseBench, country: str, what: Happening, expected: list[str]
) -> None:
    titles = {name: law(rule.title) for name, rule in bench.packs[country].rules.items()}
    said = consequence(bench.packs[country], what)
    for part in expected:
        assert part.format(**titles) in said


@pytest.mark.parametrize("what", NOTED)
def test_no_step_is_without_a_word_on_the_clocks_and_an_example_of_its_number(
    bench: CaseBench, what: Happening
) -> None:
    assert all(consequence(pack, what) for pack in bench.packs.values())
    assert reference_example(what)


def test_a_step_is_noted_with_its_day_its_number_its_facts_and_its_proof(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda session: an_incident(session, bench.packs, bench.case_id))
    exhibit_id = bench.write(lambda session: an_exhibit(session, bench.packs, bench.case_id, "Récépissé", content=None))
    page = at(bench)
    choose(page, Happening.COMPLAINT_PROSECUTOR)
    type_in(qtbot, page.when.when_day, "02/09/2026")
    page.about.setCurrentIndex(page.about.findText("Insultes sous sa photographie"))
    type_in(qtbot, page.reference, "LRAR 1A 204 552 3319 8")
    page.exhibit.setCurrentIndex(page.exhibit.findData(exhibit_id))
    type_in(qtbot, page.note, "déposée au guichet")
    save(page, qtbot)
    case = bench.sheet()
    (row,) = steps(case)
    assert (row.happening, row.when) == (Happening.COMPLAINT_PROSECUTOR, When.on(date(2026, 9, 2)))
    assert (row.reference, row.exhibit) == ("LRAR 1A 204 552 3319 8", 1)
    gate = next(one for one in case.deadlines if one.due.rule.id == "civil_party_gate")
    assert gate.due.legal_day == date(2026, 12, 3)


def test_a_hearing_is_noted_before_it_comes(bench: CaseBench, qtbot: QtBot) -> None:
    page = at(bench, Happening.HEARING)
    type_in(qtbot, page.when.when_day, "15/01")
    save(page, qtbot)
    (row,) = steps(bench.sheet())
    assert (row.happening, row.when) == (Happening.HEARING, When.on(date(2027, 1, 15)))
    page = at(bench, Happening.HEARING)
    choose(page, Happening.COMPLAINT_POLICE)
    type_in(qtbot, page.when.when_day, "15/01")
    assert page.when.when() == When.on(date(2026, 1, 15)), "what was done is behind"


def test_a_step_about_one_content_touches_that_content_only(bench: CaseBench, qtbot: QtBot) -> None:
    item_id = bench.write(
        lambda session: a_content(session, bench.case_id, an_incident(session, bench.packs, bench.case_id))
    )
    page = at(bench, Happening.PLATFORM_DECISION)
    assert page.what.currentText() == happening_name(Happening.PLATFORM_DECISION)
    page.about.setCurrentIndex(2)
    assert "compte_8841" in page.about.currentText()
    save(page, qtbot)
    facts = bench.write(lambda session: facts_of(session, bench.case_id))
    (decision,) = [one for one in facts.occurrences if one.what is Happening.PLATFORM_DECISION]
    assert decision.concerns == (item_id,)
    assert decision.when is None, "a day not typed is not known yet"


def test_a_paper_described_here_takes_the_next_number_and_proves_the_step(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda session: an_exhibit(session, bench.packs, bench.case_id))
    page = at(bench, Happening.COMPLAINT_POLICE)
    assert not page.paper_title.isVisible()
    page.exhibit.setCurrentIndex(page.exhibit.findData("new"))
    assert "2" in page.paper_hint.text()
    type_in(qtbot, page.paper_title, "Récépissé de plainte")
    save(page, qtbot)
    case = bench.sheet()
    assert [(row.number, row.title, row.stored) for row in case.exhibits][1:] == [(2, "Récépissé de plainte", False)]
    (row,) = steps(case)
    assert row.exhibit == 2


@pytest.mark.parametrize("refused", ["what", "when_day", "future", "paper_title", "reference", "reversed"])
def test_a_refusal_is_said_under_its_field_and_nothing_is_written_or_lost(
    page: AddEvent, bench: CaseBench, qtbot: QtBot, refused: str
) -> None:
    if refused != "what":
        choose(page, Happening.COMPLAINT_POLICE)
    if refused == "when_day":
        type_in(qtbot, page.when.when_day, "one day")
    if refused == "future":
        type_in(qtbot, page.when.when_day, "22/11/2027")
    if refused == "reversed":
        page.when.when_known.setCurrentIndex(2)
        type_in(qtbot, page.when.when_day, "02/09/2026")
        type_in(qtbot, page.when.when_last, "01/09/2026")
    page.exhibit.setCurrentIndex(page.exhibit.findData("new"))
    if refused != "paper_title":
        type_in(qtbot, page.paper_title, "Receipt")
    type_in(qtbot, page.reference, "9" * 301 if refused == "reference" else "PV 12")
    type_in(qtbot, page.note, "a note")
    qtbot.mouseClick(page.save, LEFT)
    name = {"when_day": "when", "future": "when", "reversed": "when"}.get(refused, refused)
    qtbot.waitUntil(label(page, f"{name}_problem").isVisible)
    assert label(page, f"{name}_problem").text()
    assert page.note.toPlainText() == "a note"
    assert page.save.isEnabled()
    case = bench.sheet()
    assert steps(case) == []
    assert case.exhibits == (), "the paper is numbered with its step, or not at all"


def test_one_goes_through_every_field_with_the_tabulator(page: AddEvent, qtbot: QtBot) -> None:
    page.activateWindow()
    page.first_focus().setFocus()
    qtbot.waitUntil(page.what.hasFocus)
    page.exhibit.setCurrentIndex(page.exhibit.findData("new"))
    for field in (
        *(page.when.when_known, page.when.when_day, page.about, page.reference, page.exhibit, page.paper_title),
        *(page.note, page.save, page.back),
    ):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert field.hasFocus(), field.objectName()


def test_arriving_with_a_step_the_cursor_is_on_its_day(bench: CaseBench, qtbot: QtBot) -> None:
    page = at(bench, Happening.NOTICE_SENT)
    page.activateWindow()
    page.first_focus().setFocus()
    qtbot.waitUntil(page.when.when_known.hasFocus)


def test_long_words_of_a_case_never_widen_the_page(bench: CaseBench) -> None:
    bench.write(lambda session: an_incident(session, bench.packs, bench.case_id, title="Très long " * 29))
    bench.write(lambda session: an_exhibit(session, bench.packs, bench.case_id, "Capture " * 36))
    assert at(bench).minimumSizeHint().width() <= 620
