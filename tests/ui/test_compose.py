"""A letter written on its page: what goes in, what is refused, how far it went."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from casedesk.queries.values import LetterState
from casedesk.services import association
from casedesk.ui import places
from casedesk.ui.letters.compose import Compose
from casedesk.ui.letters.question_field import QuestionField
from tests.factories import NOW, a_content, a_letter, a_person, an_incident, x_post
from tests.ui.case_bench import CaseBench
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(bench: CaseBench, qtbot: QtBot) -> Compose:
    """The page of a complaint nobody began, over one incident and its content."""
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21)))
    bench.write(lambda s: a_content(s, bench.case_id, incident, x_post(datetime(2026, 8, 21, 20, tzinfo=UTC))))
    shown = bench.show(places.Compose(bench.case_id, "plainte_simple"))
    assert isinstance(shown, Compose)
    qtbot.waitUntil(lambda: bool(shown.findChildren(QuestionField)))
    return shown


def states(bench: CaseBench) -> list[LetterState]:
    return [letter.state for letter in bench.sheet().letters]


def test_looking_at_a_letter_begins_nothing(page: Compose, bench: CaseBench) -> None:
    assert not page.issue.isEnabled()
    assert states(bench) == []


def test_an_unticked_content_leaves_the_letter(page: Compose, bench: CaseBench, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any("x.com" in box.text() for box in page.findChildren(QCheckBox)))
    box = next(box for box in page.findChildren(QCheckBox) if "x.com" in box.text())
    assert box.isChecked()
    with qtbot.waitSignal(bench.desk.changed):
        box.click()
    qtbot.waitUntil(lambda: any("x.com" in b.text() and not b.isChecked() for b in page.findChildren(QCheckBox)))
    assert states(bench) == [LetterState.DRAFT]


def test_an_answer_that_cannot_be_read_is_refused_under_its_field(page: Compose, qtbot: QtBot) -> None:
    asked = next(one for one in page.findChildren(QuestionField) if one.question.fact == "person.born_on")
    type_in(qtbot, asked.field, "le jour du marché")
    asked.on_left()
    assert "le jour du marché" in asked.problem.text()
    assert asked.problem.isVisibleTo(asked)


def test_a_letter_is_issued_then_sent_and_each_step_shows(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(
        lambda s: association.save(
            s, name="Les Veilleuses", jurisdiction="fr", address="1 rue du Port", town="Rennes", now=NOW
        )
    )
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id, earliest_on=date(2026, 8, 21)))
    bench.write(lambda s: a_person(s, bench.case_id))
    letter_id = bench.write(lambda s: a_letter(s, bench.packs, bench.case_id))
    page = bench.show(places.Compose(bench.case_id, "plainte_simple", letter_id))
    assert isinstance(page, Compose)
    qtbot.waitUntil(page.issue.isEnabled)
    qtbot.mouseClick(page.issue, LEFT)
    qtbot.waitUntil(lambda: page.sending.isVisible() or page.problem.isVisible(), timeout=20_000)
    assert page.problem.text() == ""
    assert states(bench) == [LetterState.ISSUED]
    assert page.save.isVisible()
    qtbot.mouseClick(page.sending.mark_sent, LEFT)
    assert page.sending.sent_problem.isVisible()
    type_in(qtbot, page.sending.sent_on, "21/11/2026")
    qtbot.mouseClick(page.sending.mark_sent, LEFT)
    qtbot.waitUntil(lambda: not page.sending.isVisible())
    assert states(bench) == [LetterState.SENT]
