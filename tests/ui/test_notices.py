"""Several notices in one act: who is told of what, all issued or none, what came of it."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from casedesk.queries.values import LetterState
from casedesk.services import letters
from casedesk.services.letter_answers import Answer
from casedesk.ui import places
from casedesk.ui.desk import Step
from casedesk.ui.letters import saving
from casedesk.ui.letters.notices import Notices
from tests.factories import NOW, TODAY, a_content, a_person, an_association, an_incident, x_post
from tests.ui.case_bench import CaseBench
from tests.ui.letter_bench import LEFT, fill, open_letter

MODEL = "notification_dsa"
INSTAGRAM = "https://www.instagram.com/p/CxAbCdEfGhI/"


@pytest.fixture
def draft(bench: CaseBench) -> str:
    """A notice that lacks nothing, in a case with contents on two platforms."""
    bench.write(an_association)
    bench.write(lambda s: a_person(s, bench.case_id, family_name="Morvan"))
    incident = bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    for url in (*(x_post(datetime(2026, 8, 24, hour, tzinfo=UTC)) for hour in (18, 20)), INSTAGRAM):
        bench.write(partial(a_content, case_id=bench.case_id, incident_id=incident, url=url))
    letter_id: str = bench.write(lambda s: letters.start(s, bench.packs, bench.case_id, MODEL, today=TODAY, now=NOW))
    say(bench, letter_id, "answers.explanation", value="Une insulte sous son image.")
    say(bench, letter_id, "answers.good_faith", value=True)
    return letter_id


def say(bench: CaseBench, letter_id: str, fact: str, *, value: Answer) -> None:
    bench.write(lambda s: letters.answer(s, bench.packs, letter_id, fact, value, today=TODAY, now=NOW))


def open_notices(bench: CaseBench, qtbot: QtBot, letter_id: str) -> Notices:
    page = bench.show(places.Notices(bench.case_id, MODEL, letter_id))
    assert isinstance(page, Notices)
    page.activateWindow()
    qtbot.waitUntil(page.issue.isEnabled, timeout=20_000)
    return page


def states(bench: CaseBench) -> list[LetterState]:
    return [row.state for row in bench.sheet().letters]


def test_a_letter_to_platforms_leads_to_several_notices(bench: CaseBench, draft: str, qtbot: QtBot) -> None:
    page = open_letter(bench, qtbot, MODEL, draft)
    with qtbot.waitSignal(page.going) as gone:
        qtbot.mouseClick(page.choices.more, LEFT)
    assert gone.args == [places.Notices(bench.case_id, MODEL, draft)]


def test_each_platform_is_offered_its_own_contents_and_an_unticked_one_is_told_to_nobody(
    bench: CaseBench, draft: str, qtbot: QtBot
) -> None:
    page = open_notices(bench, qtbot, draft)
    assert page.issue.text() == "Issue 2 notices"
    assert len(page.matrix.boxes) == 3
    meta = next(box for (_item, _body), box in page.matrix.boxes.items() if "instagram" in box.accessibleName())
    meta.setFocus()
    qtbot.keyClick(meta, Qt.Key.Key_Space)
    assert page.issue.text() == "Issue 1 notice"
    qtbot.keyClick(meta, Qt.Key.Key_Space)
    page.one_each.setFocus()
    qtbot.keyClick(page.one_each, Qt.Key.Key_Space)
    assert page.issue.text() == "Issue 3 notices"


def test_all_are_issued_in_one_act_and_listed_then_noted_as_sent(
    bench: CaseBench, draft: str, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_notices(bench, qtbot, draft)
    qtbot.mouseClick(page.issue, LEFT)
    assert "Type who read" in page.problem.text()
    fill(page.read_by, qtbot, "Odile")
    with qtbot.waitSignal(page.said, timeout=30_000) as told:
        qtbot.mouseClick(page.issue, LEFT)
    assert told.args == ["2 notices issued"]
    assert states(bench) == [LetterState.ISSUED] * 2
    assert page.issued.model().rowCount() == 2
    rows = [page.issued.row_at(place) for place in range(2)]
    with qtbot.waitSignal(page.said):
        sealed = [saving.Sealed(row.model, row.id, row.docx_sealed_as, row.pdf_sealed_as) for row in rows]
        saving.write(bench.desk, sealed, tmp_path, page.on_saved, page.show_problem)
    assert len(list(tmp_path.glob("*.pdf"))) == len(list(tmp_path.glob("*.docx"))) == 2
    qtbot.mouseClick(page.sent, LEFT)
    assert not page.telling.number.isVisible()
    fill(page.telling.day, qtbot, "21/11/2026")
    with qtbot.waitSignal(page.going, timeout=20_000):
        qtbot.mouseClick(page.telling.confirm, LEFT)
    assert states(bench) == [LetterState.SENT] * 2


def test_stopping_leaves_nothing_but_the_draft(bench: CaseBench, draft: str, qtbot: QtBot) -> None:
    page = open_notices(bench, qtbot, draft)
    fill(page.alone, qtbot, "Personne ce soir")

    def stop(step: Step) -> None:
        step.progress.cancel()

    bench.desk.working.connect(stop)
    with qtbot.waitSignal(bench.desk.rested, timeout=30_000):
        qtbot.mouseClick(page.issue, LEFT)
    qtbot.waitUntil(page.issue.isEnabled)
    assert states(bench) == [LetterState.DRAFT]


def test_what_would_harm_in_one_of_them_keeps_them_all(bench: CaseBench, draft: str, qtbot: QtBot) -> None:
    letter = open_letter(bench, qtbot, MODEL, draft)
    qtbot.mouseClick(letter.questions.more, LEFT)
    asked = letter.questions.fields["answers.explanation"].field
    assert isinstance(asked, QPlainTextEdit)
    fill(asked, qtbot, "Camille Morvan est insultée. ")
    with qtbot.waitSignal(bench.desk.changed):
        letter.footer.next_act.setFocus()
    page = open_notices(bench, qtbot, draft)
    fill(page.read_by, qtbot, "Odile")
    qtbot.mouseClick(page.issue, LEFT)
    qtbot.waitUntil(page.findings.isVisible, timeout=30_000)
    assert "nothing was issued" in page.problem.text()
    assert states(bench) == [LetterState.DRAFT]
    for card in list(page.findings.cards.values()):
        qtbot.mouseClick(card.waive, LEFT)
        fill(card.reason, qtbot, "She asks for it")
        qtbot.mouseClick(card.keep, LEFT)
        assert card.word.text() == "Passed over"
    with qtbot.waitSignal(page.said, timeout=30_000):
        qtbot.mouseClick(page.issue, LEFT)
    assert states(bench) == [LetterState.ISSUED] * 2


def test_a_missing_answer_leads_back_to_the_letter(bench: CaseBench, draft: str, qtbot: QtBot) -> None:
    say(bench, draft, "answers.good_faith", value=None)
    page = open_notices(bench, qtbot, draft)
    fill(page.read_by, qtbot, "Odile")
    qtbot.mouseClick(page.issue, LEFT)
    qtbot.waitUntil(page.answer.isVisible, timeout=20_000)
    with qtbot.waitSignal(page.going) as gone:
        qtbot.mouseClick(page.answer, LEFT)
    assert gone.args == [places.Compose(bench.case_id, MODEL, draft)]
