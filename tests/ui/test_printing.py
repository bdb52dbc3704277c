"""Printing one clock's explanation: what stands on the page, and what never does."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter
from pytestqt.qtbot import QtBot

from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack
from casedesk.translate import law
from casedesk.ui.law.trace_panel import TracePanel
from casedesk.ui.printing import document_of, draw_pages
from tests.documents.reading import page_texts
from tests.factories import TODAY, a_content, a_person, an_association, an_event, an_incident
from tests.ui.case_bench import CaseBench


def pages(title: str, paragraphs: list[str], across: str) -> list[str]:
    """Print on a page that stays in memory, and read it back."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    draw_pages(document_of(title, paragraphs), writer, across)
    return page_texts(bytes(buffer.data().data()))


def test_a_fictional_explanation_is_marked_on_every_page_and_none_of_it_is_lost(qtbot: QtBot) -> None:
    sentences = [f"{number}. A sentence that says why the date is what it is." for number in range(1, 90)]
    printed = pages("Why this date", sentences, "FICTIF")
    assert len(printed) > 1
    assert all("FICTIF" in page for page in printed)
    whole = " ".join(printed)
    assert "Why this date" in printed[0]
    assert all(f"{number}. A sentence" in whole for number in range(1, 90))


def test_an_explanation_is_printed_under_the_pseudonym_with_its_steps_text_and_mark(
    bench: CaseBench, packs: Mapping[str, Pack], qtbot: QtBot
) -> None:
    bench.write(an_association)
    bench.write(lambda s: a_person(s, bench.case_id))
    bench.write(lambda s: an_incident(s, packs, bench.case_id, title="Insultes de Camille Exemple"))
    panel = TracePanel(bench.desk)
    qtbot.addWidget(panel)
    row = next(row for row in bench.sheet().deadlines if row.clock is Clock.LIMITATION)
    panel.show_deadline(row)
    qtbot.waitUntil(lambda: bench.desk.is_idle)
    printed = panel.explanation.printed()
    assert printed[0].startswith("Case Louve-07, as of")
    said = "\n".join(printed)
    assert "Last legal day" in said
    assert "1. " in said
    assert law(row.version.article.text).casefold() in said.casefold()
    assert "checked on" in said
    assert "Camille" not in said
    assert panel.explanation.is_fictional


def test_a_target_raises_no_alarm(bench: CaseBench, packs: Mapping[str, Pack], qtbot: QtBot) -> None:
    made = bench.write(lambda s: an_incident(s, packs, bench.case_id))
    item_id = bench.write(lambda s: a_content(s, bench.case_id, made))
    bench.write(lambda s: an_event(s, bench.case_id, Happening.NOTICE_SENT, TODAY.replace(day=2), item_id=item_id))
    panel = TracePanel(bench.desk)
    qtbot.addWidget(panel)
    panel.show_deadline(next(row for row in bench.sheet().deadlines if row.clock is Clock.TARGET))
    assert panel.explanation.legal.property("tone") == "ink"
    assert "not law" in panel.explanation.legal.text()
