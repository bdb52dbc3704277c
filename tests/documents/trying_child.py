"""The process that makes letters, doors shut, doing whatever a test asks it to try."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casedesk.documents import child_limits, child_main
from casedesk.documents.child_wire import Message

_asleep = False


class _Watch(child_limits.Watch):
    """The interpreter's fence, which a test may put to sleep to see whether the system's stands alone."""

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not _asleep:
            super().__call__(event, arguments)


def _forever(_path: str) -> None:
    while True:
        pass


def _forever_on_little_time(path: str) -> None:
    child_limits.allow_time(0)
    _forever(path)


def _say_nonsense(said: bytes) -> None:
    for pipe in range(3, 16):
        with contextlib.suppress(OSError):
            os.write(pipe, said)
    os._exit(0)


def _fork(_path: str) -> None:
    if os.fork() == 0:
        os._exit(0)


def _ctypes(_path: str) -> None:
    import ctypes

    ctypes.CDLL(None)


def _unpickle(_path: str) -> None:
    import pickle

    pickle.loads(b"cos\nsystem\n.")  # noqa: S301 - that is the attempt


def _raise_limit(_path: str) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (-1, -1))


def _connect(_path: str) -> None:
    with socket.socket() as door:
        door.connect(("127.0.0.1", 9))


def _bind(_path: str) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))


def _signal_by_descriptor(_path: str) -> None:
    desk = os.pidfd_open(os.getppid())
    signal.pidfd_send_signal(desk, signal.SIGCONT)


def _signal_a_thread(_path: str) -> None:
    import ctypes
    import platform

    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 234, "aarch64": 131}[platform.machine()]
    if libc.syscall(number, os.getppid(), os.getppid(), signal.SIGCONT):
        raise OSError(ctypes.get_errno(), "tgkill")


def _limit_the_desk(_path: str) -> None:
    import resource

    resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE)


def _slow_the_desk(_path: str) -> None:
    os.setpriority(os.PRIO_PROCESS, os.getppid(), os.getpriority(os.PRIO_PROCESS, os.getppid()))


ATTEMPTS: dict[str, Callable[[str], Any]] = {
    "nothing": lambda _path: None,
    "print": lambda _path: os.write(1, b"Awa Diarra\n"),
    "bug": lambda _path: 1 // 0,
    "die": lambda _path: os._exit(3),
    "forever": _forever,
    "forever on little time": _forever_on_little_time,
    "nonsense": lambda _path: _say_nonsense(b"\0\0\0\5[[[[["),
    "deep nonsense": lambda _path: _say_nonsense(b"\0\1\x86\xa0" + b"[" * 100_000),
    "no answer": lambda _path: _say_nonsense(b"\0\0\0\6[{},3]"),
    "memory": lambda _path: bytearray(child_limits.MEMORY),
    "os.system": lambda _path: os.system("true"),  # noqa: S605
    "subprocess": lambda _path: subprocess.run(["true"], check=True),
    "fork": _fork,
    "execv": lambda _path: os.execv(sys.executable, [sys.executable, "-c", "pass"]),  # noqa: S606
    "posix_spawn": lambda _path: os.posix_spawn(sys.executable, [sys.executable, "-c", "pass"], {}),
    "connect": _connect,
    "bind": _bind,
    "name lookup": lambda _path: socket.getaddrinfo("localhost", 9),
    "ctypes": _ctypes,
    "write": lambda path: Path(path).with_name("written").write_text("x"),
    "unlink": lambda path: Path(path).unlink(),
    "mkdir": lambda path: Path(path).with_name("made").mkdir(),
    "rename": lambda path: Path(path).rename(path + "2"),
    "read": lambda path: Path(path).read_text(),
    "list": lambda path: list(Path(path).parent.iterdir()),
    "kill": lambda _path: os.kill(os.getppid(), signal.SIGCONT),
    "new environment": lambda _path: os.environ.update({"A": "b"}),
    "unpickle": _unpickle,
    "raise a limit": _raise_limit,
    "make a node": lambda path: os.mknod(path + "2"),
    "make a pipe": lambda path: os.mkfifo(path + "2"),
    "mark a file": lambda path: os.setxattr(path, "user.a", b"b"),
    "date a file": lambda path: os.utime(path, (0, 0)),
    "give a file away": lambda path: os.lchown(path, os.getuid(), os.getgid()),
    "signal by descriptor": _signal_by_descriptor,
    "signal a thread": _signal_a_thread,
    "limit the desk": _limit_the_desk,
    "slow the desk": _slow_the_desk,
}


def work(question: Message) -> Message:
    """Try what is asked; say what became of it."""
    global _asleep  # noqa: PLW0603 - the hook outlives every call
    _asleep = not question.head["watched"]
    attempt = ATTEMPTS[question.head["try"]]
    if question.head["try"] in {"bug", "memory"}:
        attempt(question.head["path"])
    try:
        became = attempt(question.head["path"])
    except OSError as error:
        return Message({"became": f"{type(error).__name__}: {error}"})
    finally:
        _asleep = False
    return Message({"became": f"exit {became}" if question.head["try"] == "os.system" else "done"})


def main() -> None:
    """Try until the test closes the pipe."""
    child_limits.Watch = _Watch  # type: ignore[misc]
    child_main.serve(work)
