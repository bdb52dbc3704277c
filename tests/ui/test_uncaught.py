"""What the terminal and the system's logs keep of an error nobody took."""

import subprocess
import sys

import pytest

SECRET = "Camille Exemple, 12 rue des Lilas"
BEGIN = "import threading; from PySide6.QtCore import QCoreApplication, QTimer; from casedesk.ui import uncaught\n"
BREAK = f"def broken(): raise ValueError('{SECRET}')\n"
WAYS = {
    "at the top": "broken()",
    "in a thread": "t = threading.Thread(target=broken); t.start(); t.join()",
    "in a slot": "a = QCoreApplication([]); QTimer.singleShot(0, broken); QTimer.singleShot(9, a.quit); a.exec()",
    "while deleting": "class A:\n    def __del__(self): broken()\nA()",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "control"])
def test_an_error_nobody_took_is_told_without_its_words(way: str, guarded: bool) -> None:
    guard = "uncaught.guard()\n" if guarded else ""
    command = [sys.executable, "-c", BEGIN + BREAK + guard + WAYS[way]]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "ValueError" in ran.stderr
    assert (SECRET in ran.stderr) is not guarded
