"""The page of qualification, used as a jurist does."""

from collections.abc import Iterable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from casedesk import wording
from casedesk.law.offences import Standing
from casedesk.queries.qualification import IncidentReading, asked_by, qualification_sheet
from casedesk.records import Incident
from casedesk.services import cases
from casedesk.store.workspace import Workspace
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.cases.case import Case
from casedesk.ui.cases.qualification import Qualification
from casedesk.ui.places import Page
from casedesk.ui.widgets.card_list import CardList
from tests.conftest import PASSPHRASE
from tests.factories import NOW, TODAY, a_person, an_exhibit, an_incident
from tests.ui.case_bench import CaseBench
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def mali(bench: CaseBench) -> CaseBench:
    return bench.in_country("ml")


@pytest.fixture
def incident(mali: CaseBench) -> str:
    made: str = mali.write(
        lambda s: an_incident(s, mali.packs, mali.case_id, offences=(), earliest_on=date(2026, 9, 1), public=None)
    )
    return made


def open_page(bench: CaseBench) -> Qualification:
    case = bench.show(places.CaseAt(bench.case_id, Page.QUALIFICATION))
    assert isinstance(case, Case)
    bench.qtbot.waitUntil(lambda: isinstance(case.page, Qualification) and case.page.incidents.model().rowCount() > 0)
    assert isinstance(case.page, Qualification)
    return case.page


def reading(bench: CaseBench) -> IncidentReading:
    found: IncidentReading = bench.write(
        lambda s: qualification_sheet(s, bench.packs, bench.case_id, TODAY).incidents[0]
    )
    return found


def ids(rows: CardList) -> list[str]:
    return [rows.row_at(number).offence.id for number in range(rows.model().rowCount())]


def open_offence(page: Qualification, qtbot: QtBot, offence: str, *lists: CardList) -> None:
    for rows in lists or (page.chosen, page.suggested, page.offences):
        if offence in ids(rows):
            rows.setCurrentIndex(rows.model().index(ids(rows).index(offence), 0))
            qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.sheet_card.isVisible()
    qtbot.waitUntil(lambda: all(label.isVisible() for label in page.sheet_card.follows_room.findChildren(QLabel)))


def say(page: Qualification, qtbot: QtBot, element: str, standing: Standing) -> None:
    qtbot.mouseClick(page.sheet_card.questions[element].choices[standing], LEFT)


def words(page: Qualification) -> str:
    labels: Iterable[QLabel] = page.sheet_card.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_an_offence_found_by_its_article_is_chosen_and_its_clock_runs(
    mali: CaseBench, incident: str, qtbot: QtBot
) -> None:
    page = open_page(mali)
    type_in(qtbot, page.search, "321-59")
    assert "chantage" in ids(page.offences)
    open_offence(page, qtbot, "chantage")
    assert page.sheet_card.citation.text() == law(mali.packs["ml"].offences["chantage"].citation.text).replace(
        "a", "A", 1
    )
    qtbot.mouseClick(page.sheet_card.choose, LEFT)
    qtbot.waitUntil(lambda: [one.id for one in mali.sheet().incidents[0].offences] == ["chantage"])
    assert mali.sheet().race
    qtbot.waitUntil(lambda: page.sheet_card.choose.text() == "Take it back")
    qtbot.mouseClick(page.sheet_card.back, LEFT)
    assert ids(page.chosen) == ["chantage"]
    page.chosen.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.chosen, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not mali.sheet().incidents[0].offences)


def test_one_answer_serves_every_offence_and_the_page_says_what_suggested_them(
    mali: CaseBench, incident: str, qtbot: QtBot
) -> None:
    page = open_page(mali)
    assert not page.suggested_room.isVisible()
    open_offence(page, qtbot, "chantage")
    say(page, qtbot, "threat_to_reveal", Standing.YES)
    qtbot.waitUntil(lambda: "Suggested because of your answers" in page.sheet_card.because.text())
    qtbot.mouseClick(page.sheet_card.back, LEFT)
    suggested = [
        offence.id
        for offence in mali.packs["ml"].offences.values()
        if "threat_to_reveal" in offence.elements and "chantage" in offence.id
    ]
    assert [one for one in ids(page.suggested) if one in suggested] == suggested  # the order of the law folder
    assert len(suggested) > 1
    assert "Because of your answers" in str(page.suggested.model().index(0, 0).data())
    said = [label.text() for label in page.suggested_room.findChildren(QLabel)]
    assert "In the order of the law folder: nothing here is ranked." in said


def test_answers_given_in_a_hurry_are_all_kept(mali: CaseBench, incident: str, qtbot: QtBot) -> None:
    page = open_page(mali)
    open_offence(page, qtbot, "chantage")
    for element, standing in {
        "threat_to_reveal": Standing.YES,
        "something_obtained": Standing.NO,
        "by_several": Standing.YES,
    }.items():
        say(page, qtbot, element, standing)
    with qtbot.assertNotEmitted(page.said):
        qtbot.waitUntil(lambda: reading(mali).questions["by_several"].answer.standing is Standing.YES)
    read = reading(mali).questions
    assert read["threat_to_reveal"].answer.standing is Standing.YES
    assert read["something_obtained"].answer.standing is Standing.NO
    say(page, qtbot, "something_obtained", Standing.NOT_KNOWN)
    qtbot.waitUntil(lambda: reading(mali).questions["something_obtained"].answer.standing is Standing.NOT_KNOWN)


def test_what_she_says_after_a_reading_that_failed_is_still_written(
    mali: CaseBench, incident: str, workspace: Workspace, qtbot: QtBot
) -> None:
    page = open_page(mali)
    open_offence(page, qtbot, "chantage")
    mali.desk.changed.connect(mali.desk.lock, Qt.ConnectionType.SingleShotConnection)  # once written, before it is read
    with qtbot.waitSignal(page.said):
        say(page, qtbot, "threat_to_reveal", Standing.YES)
    mali.desk.take(Workspace.open(workspace.folder, PASSPHRASE))
    say(page, qtbot, "by_several", Standing.YES)
    qtbot.waitUntil(lambda: reading(mali).questions["by_several"].answer.standing is Standing.YES)
    assert reading(mali).questions["threat_to_reveal"].answer.standing is Standing.YES


def test_an_answer_about_facts_that_are_gone_does_not_hold_back_the_others(
    mali: CaseBench, incident: str, qtbot: QtBot
) -> None:
    later = date(2026, 9, 2)
    other = mali.write(lambda s: an_incident(s, mali.packs, mali.case_id, offences=(), earliest_on=later))
    page = open_page(mali)
    open_offence(page, qtbot, "chantage")
    say(page, qtbot, "threat_to_reveal", Standing.YES)
    say(page, qtbot, "by_several", Standing.YES)
    mali.desk.write(lambda s: s.delete(s.get(Incident, incident)))
    page.incidents.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.incidents, Qt.Key.Key_Down)
    open_offence(page, qtbot, "chantage")
    say(page, qtbot, "something_obtained", Standing.YES)
    qtbot.waitUntil(lambda: reading(mali).questions["something_obtained"].answer.standing is Standing.YES)
    assert reading(mali).card.id == other


def test_a_circumstance_changes_the_penalty_shown_and_says_why(mali: CaseBench, incident: str, qtbot: QtBot) -> None:
    offence = mali.packs["ml"].offences["chantage"]
    tier = offence.aggravations[0]
    page = open_page(mali)
    open_offence(page, qtbot, "chantage")
    assert page.sheet_card.penalty.text().lower() == law(offence.penalty).lower()
    assert "What could raise it:" in words(page)
    say(page, qtbot, "by_several", Standing.YES)
    qtbot.waitUntil(lambda: page.sheet_card.penalty.text().lower() == law(tier.penalty).lower())
    assert law(mali.packs["ml"].elements["by_several"].says) in page.sheet_card.penalty_because.text()
    assert "321-60" in page.sheet_card.penalty_because.text()
    assert "What could raise it:" not in words(page)


def test_the_sheet_tells_the_mark_the_force_the_complaint_the_address_and_the_doubts_in_full(
    mali: CaseBench, incident: str, qtbot: QtBot
) -> None:
    pack = mali.packs["ml"]
    page = open_page(mali)
    open_offence(page, qtbot, "chantage")
    said = words(page)
    assert "Text read, checked on" in said
    since = wording.day(date(2024, 12, 13))
    assert f"The text stood on the day of the facts (in force since {since})." in said
    assert "Her own complaint is not required to prosecute." in said
    assert law(pack.offences["chantage"].gate_reason) in said
    assert "Last legal day" in said
    assert all(law(pack.doubts[doubt]) in said for doubt in pack.offences["chantage"].doubts)
    assert law(pack.offences["chantage"].note) in said


def test_an_article_nobody_read_is_never_shown_without_saying_so(mali: CaseBench, incident: str, qtbot: QtBot) -> None:
    unread = [one.id for one in mali.packs["ml"].offences.values() if one.citation.mark.value != "VERIFIED"]
    page = open_page(mali)
    lines = {page.offences.row_at(n).offence.id: n for n in range(page.offences.model().rowCount())}
    for offence in unread:
        assert "to be confirmed by a jurist" in str(page.offences.model().index(lines[offence], 0).data())
    if unread:
        open_offence(page, qtbot, unread[0])
        assert "to be confirmed by a jurist" in page.sheet_card.confirm.text()
        assert page.sheet_card.confirm.isVisible()


def test_what_follows_from_a_number_is_shown_as_read_and_leads_where_it_is_noted(
    mali: CaseBench, incident: str, qtbot: QtBot
) -> None:
    mali.write(lambda s: a_person(s, mali.case_id, born_on=date(2012, 1, 1)))
    offence = next(one for one in mali.packs["ml"].offences.values() if "under_15" in asked_by(one))
    page = open_page(mali)
    open_offence(page, qtbot, offence.id)
    question = page.sheet_card.questions["under_15"]
    assert not any(button.isVisible() for button in question.choices.values())
    assert "Yes, read in her date of birth" in words(page)
    with qtbot.waitSignal(page.going) as gone:
        qtbot.mouseClick(question.note, LEFT)
    assert gone.args[0] == places.CaseAt(mali.case_id, Page.PEOPLE)


def test_a_hole_is_said_until_an_exhibit_is_ticked(mali: CaseBench, incident: str, qtbot: QtBot) -> None:
    exhibit = mali.write(lambda s: an_exhibit(s, mali.packs, mali.case_id, "Certificat", content=None))
    page = open_page(mali)
    assert "Open an offence" in page.matrix_lead.text()
    open_offence(page, qtbot, "chantage")
    label, box = page.matrix.labels["threat_to_reveal"], page.matrix.boxes["threat_to_reveal", exhibit]
    says = law(mali.packs["ml"].elements["threat_to_reveal"].says)
    assert label.text() == f"Nothing shows yet: {says}."
    assert box.text() == "1"
    assert "Certificat" in box.accessibleName()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reading(mali).questions["threat_to_reveal"].exhibits == (exhibit,))
    qtbot.waitUntil(lambda: label.text() == says)
    assert page.matrix.labels["threat_to_reveal"] is label  # nothing moved under her cursor
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reading(mali).questions["threat_to_reveal"].exhibits == ())


def test_a_closed_case_is_read_not_qualified(mali: CaseBench, incident: str, qtbot: QtBot) -> None:
    mali.write(lambda s: an_exhibit(s, mali.packs, mali.case_id))
    version = mali.sheet().header.version
    mali.write(lambda s: cases.close_case(s, mali.case_id, version, on=TODAY, now=NOW))
    page = open_page(mali)
    open_offence(page, qtbot, "chantage")
    assert not page.sheet_card.choose.isVisible()
    assert not any(box.isEnabled() for box in page.matrix.boxes.values())
    choices = page.sheet_card.questions["threat_to_reveal"].choices
    assert not any(button.isEnabled() for button in choices.values())
