"""From the start of the process to the painted unlock screen, against a bare PySide6 window."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.ratio import Ratio, at_most, in_turn

ROOT = Path(__file__).resolve().parent.parent

_WATCH = """
import os, sys
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):  # of the window alone: of everything, it would time Python once per event
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            sys.stdout.write("painted\\n"); sys.stdout.flush(); os._exit(0)
        return False
"""
BARE = f"""
from PySide6.QtWidgets import QApplication, QWidget
{_WATCH}
application = QApplication([])
watch = Watch(); window = QWidget(); window.installEventFilter(watch); window.resize(1366, 768); window.show()
application.exec()
"""
DESK = f"""
from PySide6.QtWidgets import QApplication
{_WATCH}
from casedesk.app import App
from casedesk.settings import Settings
from casedesk.ui.desk import Desk
application = QApplication([])
app = App(application, Settings(), Desk())
watch = Watch(); app.window.installEventFilter(watch)
app.show()
application.exec()
"""


def _painted(program: str) -> float:
    """Time one process until its window is painted, in seconds."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env=surroundings, text=True
    ) as child:
        said = child.stdout.readline() if child.stdout else ""
        elapsed = time.perf_counter() - start
    if said.strip() != "painted":
        raise SystemExit("the window was never painted")
    return elapsed


def ratios() -> Iterator[Ratio]:
    """Measure whole processes, as a person waits for them."""
    measured = in_turn(lambda: _painted(DESK), lambda: _painted(BARE), 9)
    yield at_most("start to unlock screen / bare PySide6 window", measured, 1.5)
