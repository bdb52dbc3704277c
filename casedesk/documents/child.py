"""The process that makes letters, from outside: started at the first letter, kept warm, ended when it misbehaves."""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from casedesk.documents import child_wire
from casedesk.documents.child_limits import SECONDS
from casedesk.documents.child_wire import Message
from casedesk.errors import PackProblem, Unreachable
from casedesk.translate import _, language

ENTRY: Final = "--make-letters"  # how a frozen program is asked to be this process
MAKING: Final = "casedesk.documents.child_main"
_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1])\n"
    "from importlib import import_module; import_module(sys.argv[2]).main()"
)
_NOBODY: Final = "/nonexistent"  # reportlab runs what it finds in the folder of the person
_SECONDS_TO_START: Final = 60.0
_SECONDS_TO_END: Final = 2.0
_KEPT: Final = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ")


class ChildBroken(RuntimeError):
    """A bug of ours inside the process that makes letters: its kind and where it stands, never what it said."""


class Child:
    """One process at a time; whoever asks waits for the one before."""

    def __init__(self, program: str = MAKING, seconds: float = SECONDS) -> None:
        self._program = program
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()
        self.sealed = False  # whether the system itself refuses spawning, writing and network

    @property
    def pid(self) -> int | None:
        """Number of the process; None when there is none."""
        process = self._process
        return None if process is None or process.poll() is not None else process.pid

    def ask(self, name: str, head: Mapping[str, Any], blobs: Mapping[str, bytes]) -> Message:
        """Ask, and wait for the answer, at most `seconds`.

        Args:
            name: file of the template, for the sentence of a refusal.
            head: plain values only.
            blobs: the template and its clauses.

        Raises:
            PackProblem: what is asked is refused, takes too long or too much memory, or tried what no letter needs.
            Unreachable: the process does not start.
            ChildBroken: a bug of ours.
            TypeError: `head` holds something that is not a plain value.
        """
        with self._one_at_a_time:
            question = Message({**head, "spoken": language(), "seconds": self._seconds}, blobs)
            answer, late = self._exchange(question)
            return self._judged(name, answer, late=late)

    def close(self) -> None:
        """End the process; the next letter starts another."""
        with self._one_at_a_time:
            self._end()

    def _exchange(self, question: Message) -> tuple[Message | None, bool]:
        """Send a question and read its answer; None when the process died of it. Also: whether it was too late."""
        process = self._running()
        assert process.stdin  # noqa: S101 - it was asked for
        late = threading.Event()
        answer = None
        alarm = threading.Timer(self._seconds, _stop, (process, late))
        alarm.start()
        try:
            with contextlib.suppress(OSError):  # it died; what it still said is read below
                child_wire.write(_binary(process.stdin), question)
            answer = _heard(process)
        finally:
            alarm.cancel()
            if answer is None:  # as when what was asked could not be said
                self._end()
        return answer, late.is_set()

    def _judged(self, name: str, answer: Message | None, *, late: bool) -> Message:
        if answer is None and late:
            raise PackProblem(
                name, "", "", _("this letter takes too long to make and was stopped: simplify its template")
            )
        if answer is None:
            raise PackProblem(
                name, "", "", _("the making of this letter was stopped: try again, then check its template")
            )
        if "exhausted" in answer.head:
            self._end()
            raise PackProblem(
                name, "", "", _("this letter takes more memory than any letter needs: simplify its template")
            )
        if any(alarm != "open to read" for alarm in answer.head.get("alarms", ())):
            self._end()
            raise PackProblem(name, "", "", _("the template tried to do what no letter needs: use another one"))
        if "broken" in answer.head:
            raise ChildBroken(" < ".join(map(str, answer.head["broken"])))
        if "refused" in answer.head:
            raise PackProblem(*map(str, answer.head["refused"]))
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        atexit.unregister(self.close)
        atexit.register(self.close)
        unreachable = _(
            "The part of the program that makes letters does not start: restart the computer, then try again."
        )
        try:
            self._process = process = subprocess.Popen(
                _command(self._program),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"HOME": _NOBODY},
                cwd=Path(sys.executable).anchor or None,
                close_fds=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Unreachable(unreachable) from error
        alarm = threading.Timer(_SECONDS_TO_START, process.kill)
        alarm.start()
        try:
            ready = _heard(process)
        finally:
            alarm.cancel()
        if ready is None:
            self._end()
            raise Unreachable(unreachable)
        self.sealed = bool(ready.head.get("sealed"))
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin and process.stdout  # noqa: S101 - both were asked for
        with contextlib.suppress(OSError):  # it is gone already
            process.stdin.close()
        try:
            process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _heard(process: "subprocess.Popen[bytes]") -> Message | None:
    """Read an answer; None when the process is gone, or when what it says is no answer."""
    assert process.stdout  # noqa: S101 - it was asked for
    try:
        return child_wire.read(_binary(process.stdout))
    except (OSError, EOFError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _binary(stream: Any) -> BinaryIO:
    found: BinaryIO = stream
    return found


def _command(program: str) -> list[str]:
    """Say how this very program is started again as the process that makes letters."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ENTRY]
    places = [place or str(Path.cwd()) for place in sys.path]
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, json.dumps(places), program]


_child: Final = Child()


def ask(name: str, head: Mapping[str, Any], blobs: Mapping[str, bytes]) -> Message:
    """Ask the one process of this program; see `Child.ask`."""
    return _child.ask(name, head, blobs)


def close() -> None:
    """End the process and all it was told, as when the workspace is locked."""
    _child.close()
