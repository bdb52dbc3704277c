"""The process that makes letters: what it may not do, how it ends, what it costs."""

import gc
import io
import os
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casedesk import cli
from casedesk.documents import child, child_wire, letter
from casedesk.documents.child import ENTRY, Child, ChildBroken
from casedesk.documents.child_limits import MEMORY
from casedesk.documents.child_wire import Message
from casedesk.errors import PackProblem, Unreachable
from tests.documents.fictional_letters import LETTERS
from tests.documents.templates import template

TRYING = "tests.documents.trying_child"
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc, or a limit of Linux")


@pytest.fixture(scope="module")
def trying() -> Iterator[Child]:
    """The process with the same doors shut, which does whatever a test asks of it."""
    made = Child(TRYING, seconds=5)
    yield made
    made.close()


def tried(trying: Child, what: str, *, watched: bool = True, path: str = "") -> Any:
    """Have the process try something; answer what became of it."""
    head = {"try": what, "watched": watched, "path": path}
    try:
        return trying.ask("x.docx", head, {}).head["became"]
    except PackProblem as problem:
        return problem.expected


FORBIDDEN = (
    "os.system", "subprocess", "fork", "execv", "posix_spawn", "connect", "bind", "name lookup", "ctypes", "write",
    "unlink", "mkdir", "rename", "read", "list", "kill", "new environment", "unpickle", "raise a limit",
)  # fmt: skip


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_interpreter_refuses_what_no_letter_needs(trying: Child, what: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Awa")
    said = tried(trying, what, path=str(secret))
    assert "PermissionError: no letter needs this" in said or "tried to do what no letter needs" in said
    assert secret.read_text() == "Awa"
    assert sorted(tmp_path.iterdir()) == [secret]


@LINUX
@pytest.mark.parametrize(
    "what", ["os.system", "subprocess", "fork", "execv", "posix_spawn", "connect", "write", "unlink", "mkdir", "rename"]
)
def test_the_system_refuses_it_too_were_the_interpreter_asleep(trying: Child, what: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Awa")
    said = tried(trying, what, watched=False, path=str(secret))
    assert trying.sealed
    assert said.startswith(("PermissionError", "BlockingIOError", "OSError", "exit 127", "exit -1", "exit 32512"))
    assert secret.read_text() == "Awa"
    assert sorted(tmp_path.iterdir()) == [secret]


@LINUX
@pytest.mark.parametrize(
    "what",
    [
        "make a node", "make a pipe", "mark a file", "date a file", "give a file away", "kill", "signal by descriptor",
        "signal a thread", "limit the desk", "slow the desk",
    ],
)  # fmt: skip
def test_the_system_lets_it_neither_mark_a_file_nor_touch_the_desk(trying: Child, what: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Awa")
    dated = secret.stat().st_mtime_ns
    assert tried(trying, what, watched=False, path=str(secret)).startswith("PermissionError")
    assert sorted(tmp_path.iterdir()) == [secret]
    assert secret.stat().st_mtime_ns == dated


@LINUX
def test_its_limits_are_those_announced(trying: Child) -> None:
    import resource

    assert tried(trying, "nothing") == "done"
    assert trying.pid is not None
    limits = {
        name: resource.prlimit(trying.pid, getattr(resource, f"RLIMIT_{name}"))
        for name in ("AS", "CORE", "FSIZE", "NPROC")
    }
    assert limits == {"AS": (MEMORY, MEMORY), "CORE": (0, 0), "FSIZE": (0, 0), "NPROC": (0, 0)}
    soft, _hard = resource.prlimit(trying.pid, resource.RLIMIT_CPU)
    assert 5 <= soft <= 60


@LINUX
def test_it_holds_no_descriptor_of_the_desk_and_no_word_of_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEDESK_SECRET", "abricot rivage")
    made = Child(TRYING)
    with (tmp_path / "open.txt").open("w") as kept:
        os.set_inheritable(kept.fileno(), True)  # noqa: FBT003 - the signature of the library
        assert tried(made, "nothing") == "done"
        here = Path(f"/proc/{made.pid}")
        held = {str(one.readlink()) for one in (here / "fd").iterdir()}
        told = (here / "environ").read_bytes()
    made.close()
    assert {name.partition(":")[0] for name in held} == {"/dev/null", "pipe"}
    assert b"abricot" not in told
    assert b"HOME=/nonexistent" in told


def test_too_much_memory_is_a_sentence_and_the_next_letter_a_fresh_process(trying: Child) -> None:
    before = (tried(trying, "nothing"), trying.pid)
    assert "more memory than any letter needs" in tried(trying, "memory")
    assert tried(trying, "nothing") == "done"
    assert trying.pid != before[1]


def test_an_endless_letter_is_stopped_and_the_next_one_a_fresh_process() -> None:
    made = Child(TRYING, seconds=0.5)
    start = time.monotonic()
    assert "takes too long" in tried(made, "forever")
    assert time.monotonic() - start < 20
    assert tried(made, "nothing") == "done"
    made.close()


@LINUX
def test_the_system_ends_it_were_the_desk_asleep() -> None:
    made = Child(TRYING, seconds=60)
    assert "was stopped: try again" in tried(made, "forever on little time")
    made.close()


@pytest.mark.parametrize("what", ["nonsense", "deep nonsense", "no answer"])
def test_what_is_no_answer_is_a_sentence(trying: Child, what: str) -> None:
    assert "was stopped: try again" in tried(trying, what)


def test_a_death_is_a_sentence(trying: Child) -> None:
    assert "was stopped: try again" in tried(trying, "die")
    assert tried(trying, "nothing") == "done"


def test_a_bug_of_ours_says_where_it_stands_and_not_what_it_said(trying: Child) -> None:
    with pytest.raises(ChildBroken) as bug:
        trying.ask("x.docx", {"try": "bug", "watched": True, "path": "Awa Diarra"}, {})
    assert "ZeroDivisionError" in str(bug.value)
    assert "trying_child.py" in str(bug.value)
    assert "Awa" not in str(bug.value)


def test_only_plain_values_are_told(trying: Child) -> None:
    with pytest.raises(TypeError):
        trying.ask("x.docx", {"try": object()}, {})
    assert tried(trying, "nothing") == "done"


def test_what_it_prints_reaches_nobody(trying: Child, capfd: pytest.CaptureFixture[str]) -> None:
    assert tried(trying, "print") == "done"
    assert capfd.readouterr() == ("", "")


def test_a_program_that_does_not_start_is_a_sentence() -> None:
    with pytest.raises(Unreachable, match="does not start"):
        Child("tests.documents.nothing_of_the_kind").ask("x.docx", {}, {})


def test_letters_of_several_threads_wait_for_each_other() -> None:
    made: list[bytes] = []
    data = LETTERS["fr_plainte_woman"]
    threads = [threading.Thread(target=lambda: made.append(letter.render_docx(data))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert len(set(made)) == 1


def test_one_process_serves_many_letters() -> None:
    letter.render_docx(LETTERS["fr_plainte_woman"])
    first = child._child.pid
    for name in ("fr_plainte_man", "fr_plainte_woman"):
        letter.render(LETTERS[name])
    assert child._child.pid == first is not None


@LINUX
def test_ordinary_letters_fit_well_below_the_limit() -> None:
    for name in ("fr_plainte_man", "fr_plainte_woman"):
        letter.render(LETTERS[name])
        letter.preview_pdf(LETTERS[name])
    status = Path(f"/proc/{child._child.pid}/status").read_text()
    peak = int(status.split("VmPeak:")[1].split()[0]) * 1024
    assert peak < MEMORY / 2


@LINUX
def test_it_ends_cleanly_and_leaves_no_zombie() -> None:
    made = Child(TRYING)
    assert tried(made, "nothing") == "done"
    pid = made.pid
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made.close()
        made.close()
        del made
        gc.collect()
    assert not Path(f"/proc/{pid}").exists()


@LINUX
def test_it_does_not_outlive_a_desk_that_is_killed() -> None:
    program = f"from casedesk.documents.child import Child; c = Child({TRYING!r})\n"
    program += "c.ask('x', {'try': 'nothing', 'watched': True, 'path': ''}, {}); print(c.pid, flush=True); input()"
    desk = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert desk.stdin and desk.stdout
    pid = int(desk.stdout.readline())
    assert Path(f"/proc/{pid}").exists()
    desk.kill()
    desk.wait()
    desk.stdin.close()
    desk.stdout.close()
    end = time.monotonic() + 5
    while running(pid) and time.monotonic() < end:
        time.sleep(0.02)
    assert not running(pid)


def running(pid: int) -> bool:
    """Say whether a process still works: an orphan that ended may wait for its new parent to read so."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_frozen_program_starts_itself_by_an_argument() -> None:
    question = io.BytesIO()
    child_wire.write(question, Message({"job": "check"}, {"template": template("Bonjour {{ today }}")}))
    done = subprocess.run(
        [sys.executable, "-m", "casedesk", ENTRY], input=question.getvalue(), capture_output=True, check=True
    )
    answers = io.BytesIO(done.stdout)
    ready, answer = child_wire.read(answers), child_wire.read(answers)
    assert ready is not None and ready.head["ready"]
    assert answer is not None and answer.head["faults"] == []
    assert child_wire.read(answers) is None


def test_a_frozen_program_is_asked_by_that_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command("x") == [sys.executable, ENTRY]
    assert cli.__doc__


@pytest.mark.parametrize("said", [b"\0", b"\0\0\0\2{}", b"\xff\xff\xff\xff", b"\0\0\0\7[{},[]]"[:9], b"\0\0\0\3abc"])
def test_what_is_no_message_is_refused(said: bytes) -> None:
    with pytest.raises((ValueError, EOFError)):
        child_wire.read(io.BytesIO(said))


def test_pieces_announced_below_nothing_do_not_make_room_for_more_than_a_message() -> None:
    stream = io.BytesIO()
    head = b'[{}, [["a", 100000000], ["b", 100000000], ["c", -150000000]]]'
    stream.write(len(head).to_bytes(4, "big") + head + b"x" * 64)
    stream.seek(0)
    with pytest.raises(ValueError, match="no message"):
        child_wire.read(stream)


def test_a_message_comes_back_as_it_was_said() -> None:
    stream = io.BytesIO()
    said = Message({"text": "é \ud800 \u202e 👩🏽‍⚖️", "list": [1, None, True]}, {"a": b"\0\1", "b": b""})
    child_wire.write(stream, said)
    stream.seek(0)
    assert child_wire.read(stream) == said
    assert child_wire.read(stream) is None
