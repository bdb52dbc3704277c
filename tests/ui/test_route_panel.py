"""A route told whole beside its case."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.law.pack import Mark, Pack
from casedesk.law.routes import Condition, ConditionAnswer, RouteAnswer, RouteState, Standing
from casedesk.translate import law
from casedesk.ui import places
from casedesk.ui.cases.route_panel import RoutePanel
from casedesk.ui.cases.route_words import RouteShown, condition_words, route_line, route_sections
from casedesk.ui.desk import Desk
from casedesk.ui.widgets.notice import as_text
from casedesk.ui.workbench import Workbench
from tests.factories import TODAY, an_incident
from tests.ui.case_bench import CaseBench


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> RoutePanel:
    made = RoutePanel(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def told(pack: Pack, answer: RouteAnswer) -> str:
    return as_text(law(answer.route.title), route_sections(pack, answer, TODAY))


def test_every_route_tells_all_that_the_pack_says_of_it_with_its_mark(packs: Mapping[str, Pack]) -> None:
    for pack in packs.values():
        for route in pack.routes.values():
            said = told(pack, RouteAnswer(route, RouteState.OPEN)).casefold()
            whole = (route.why, route.effect, route.cost, route.risk, route.delay, route.citation.text)
            assert all(law(text).casefold() in said for text in whole)
            assert all(law(pack.doubts[doubt]).casefold() in said for doubt in route.doubts)
            assert all(law(pack.bodies[body].name).casefold() in said for body in route.bodies)
            assert ("to be confirmed by a jurist" in said) is (route.citation.mark is not Mark.VERIFIED)


def test_each_condition_says_what_it_is_about_and_where_it_stands(bench: CaseBench, packs: Mapping[str, Pack]) -> None:
    bench.write(lambda s: an_incident(s, packs, bench.case_id))
    pack, seen = packs["fr"], set()
    for answer in bench.sheet().routes:
        said = told(pack, answer)
        for one in answer.conditions:
            word = {Standing.MET: "Met", Standing.MISSING: "Missing", Standing.CONTRARY: "Contrary"}[one.standing]
            assert f"{word}: {condition_words(pack, answer.route, one)}" in said
            seen.add((one.kind, one.standing))
    assert {kind for kind, _standing in seen} == set(Condition)
    assert {standing for _kind, standing in seen} == set(Standing)


def test_a_card_says_first_what_stands_in_the_way(packs: Mapping[str, Pack]) -> None:
    route = next(one for one in packs["fr"].routes.values() if one.needs)
    lacking = ConditionAnswer(Condition.HAPPENED, route.needs, Standing.MISSING)
    line = route_line(packs["fr"], RouteAnswer(route, RouteState.WAITING, conditions=(lacking,)), TODAY)
    assert line.detail.startswith("Missing: ")
    assert law(route.why) in line.detail
    assert line.chip == "not yet"


def test_the_letter_of_an_open_route_is_offered_under_its_risk(
    panel: RoutePanel, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    route = next(one for one in packs["fr"].routes.values() if one.letters and one.risk)
    panel.show_route(RouteShown("c", "fr", RouteAnswer(route, RouteState.OPEN)))
    assert law(route.risk).casefold() in panel.notice.said.casefold()
    panel.letters.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(panel.going) as gone:
        qtbot.keyClick(panel.letters, Qt.Key.Key_Return)
    assert gone.args[0] == places.Compose("c", route.letters[0])
    panel.show_route(RouteShown("c", "fr", RouteAnswer(route, RouteState.WAITING)))
    assert panel.letters.model().rowCount() == 0


def test_a_route_takes_the_place_of_the_date_explained_before(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(lambda s: an_incident(s, bench.packs, bench.case_id))
    view = Workbench(bench.desk)
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    sheet = bench.sheet()
    view.explain(sheet.deadlines[0])
    view.explain(RouteShown(bench.case_id, "fr", replace(sheet.routes[0])))
    shown = [part for part in view.panel.findChildren(RoutePanel) if part.isVisible()]
    assert len(shown) == 1
    assert view.panel.isVisible()
    qtbot.mouseClick(shown[0].close_panel, Qt.MouseButton.LeftButton)
    assert not view.panel.isVisible()
