"""A letter on its page: opened, waited for, answered, read as the button that copies it gives it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui import places
from casedesk.ui.letters.compose import Compose
from casedesk.ui.letters.question_field import QuestionField
from casedesk.ui.letters.road import Act
from tests.factories import a_letter, a_person, an_association, an_incident
from tests.ui.case_bench import CaseBench
from tests.ui.typing_in import type_in

LEFT = Qt.MouseButton.LeftButton


def open_letter(bench: CaseBench, qtbot: QtBot, model: str = "plainte_simple", letter_id: str = "") -> Compose:
    """Show the page of a letter, once it is drawn and read over."""
    page = bench.show(places.Compose(bench.case_id, model, letter_id))
    assert isinstance(page, Compose)
    page.activateWindow()
    settled(page, qtbot)
    return page


def a_ready_letter(bench: CaseBench, qtbot: QtBot) -> Compose:
    """Show a complaint that lacks nothing."""
    bench.write(an_association)
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    bench.write(lambda s: a_person(s, bench.case_id))
    letter_id = bench.write(lambda s: a_letter(s, bench.packs, bench.case_id))
    return open_letter(bench, qtbot, letter_id=letter_id)


def settled(page: Compose, qtbot: QtBot) -> None:
    """Wait until all is written, read again and drawn."""
    qtbot.waitUntil(lambda: page.footer.next_act.isEnabled() and page.is_settled, timeout=20_000)


def answer(asked: QuestionField, qtbot: QtBot, text: str) -> None:
    """Type an answer as a person does."""
    fill(asked.field, qtbot, text)


def fill(field: QWidget, qtbot: QtBot, text: str) -> None:
    """Type into a field of the page."""
    field.setFocus()
    type_in(qtbot, field, text)


def words_of(page: Compose, qtbot: QtBot) -> str:
    """Read the letter."""
    settled(page, qtbot)
    with qtbot.waitSignal(page.said):
        qtbot.mouseClick(page.footer.buttons[Act.COPY], LEFT)
    return QGuiApplication.clipboard().text()


def press(page: Compose, qtbot: QtBot, act: Act | None = None) -> None:
    """Press the act that comes next, or another one, and wait until it is done."""
    settled(page, qtbot)
    qtbot.mouseClick(page.footer.next_act if act is None else page.footer.buttons[act], LEFT)
    settled(page, qtbot)


def confirm(page: Compose, qtbot: QtBot) -> None:
    """Confirm what an act was told, and wait until it is done."""
    qtbot.mouseClick(page.footer.telling.confirm, LEFT)
    settled(page, qtbot)
