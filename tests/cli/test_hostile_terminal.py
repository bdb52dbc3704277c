"""Streams that are closed, full or of another alphabet, and bytes that are no text: a sentence, never a stack."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = f"'{sys.executable}' -m casedesk"
DUE = "law due --jurisdiction fr --rule press_limitation_3m --on 0001-01-01T00:00+14:00"
CALLS = {
    "no keyboard": ("{run} law count --stdin <&-", 0),
    "full disk": ("{run} law rules >/dev/full", 2),
    "another alphabet": ("PYTHONIOENCODING=ascii {run} law rules", 0),
    "bytes as passphrase": (r"printf '\377\376\n' | {run} workspace verify --passphrase-stdin {workspace}", 2),
    "before the calendar": (f"{{run}} {DUE}", 2),
    "deep table": ("{run} law count --regime limitation --from 2026-01-01 --for P3M --local-days {deep}", 2),
}


@pytest.mark.skipif(os.name == "nt", reason="the shell is POSIX's")
@pytest.mark.parametrize("call", CALLS)
def test_a_hostile_terminal_gets_a_sentence(call: str, tmp_path: Path, workspace: object) -> None:
    folder: Path = workspace.folder  # type: ignore[attr-defined]
    workspace.close()  # type: ignore[attr-defined]
    deep = tmp_path / "deep.toml"
    deep.write_text("a=" + "[" * 5000)
    command, code = CALLS[call]
    ran = subprocess.run(
        ["/bin/sh", "-c", command.format(run=PROGRAM, workspace=folder, deep=deep)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    assert bool(ran.stderr.strip()) is (code == 2)
