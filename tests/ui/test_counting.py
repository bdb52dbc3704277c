"""Counting the dates of many cases: some at a time, followed, and never in the way."""

from pytestqt.qtbot import QtBot

from casedesk.services import index
from tests.factories import a_case
from tests.ui.case_bench import CaseBench


def test_what_is_asked_while_dates_are_counted_is_answered_between_two_batches(bench: CaseBench, qtbot: QtBot) -> None:
    cases = index.BATCH + 2

    def fill(session: object) -> None:
        for number in range(cases - 1):  # one is there
            a_case(session, bench.packs, f"Iris-{number}")  # type: ignore[arg-type]  # a session

    bench.write(fill)
    bench.write(index.clear)
    heard: list[object] = []
    bench.desk.working.connect(lambda step: heard.append((step.done, step.total)))
    bench.desk.count_dates(cases, heard.append)
    bench.desk.read(lambda _session: "read", heard.append)
    qtbot.waitUntil(lambda: heard[-1:] == [0])
    assert heard == [(0, cases), (index.BATCH, cases), "read", (cases, cases), 0]


def test_locking_while_dates_are_counted_is_no_error(bench: CaseBench, qtbot: QtBot) -> None:
    bench.write(index.clear)
    left: list[int] = []
    with qtbot.assertNotEmitted(bench.desk.failed), qtbot.assertNotEmitted(bench.desk.broken):
        bench.desk.count_dates(1, left.append)
        bench.desk.lock()
        qtbot.waitUntil(lambda: bool(left))
