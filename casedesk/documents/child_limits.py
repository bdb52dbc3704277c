"""What the process that makes letters may not do: two fences, one of the system, one of the interpreter."""

import math
import os
import sys
from types import ModuleType
from typing import Any, Final

from casedesk import paths

MEMORY: Final = 600_000_000  # bytes of address space
SECONDS: Final = 10  # for one letter

_REFUSED: Final = (
    "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "os.fork", "pty.", "subprocess.",
    "_winapi.Create", "os.kill", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod",
    "os.chown", "os.truncate", "os.utime", "os.setxattr", "os.putenv", "os.unsetenv", "os.chdir", "os.add_dll",
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.",
    "webbrowser.", "ctypes.", "shutil.", "tempfile.", "winreg.", "sqlite3.", "syslog.", "mmap.", "pickle.",
    "cpython.run_", "resource.prlimit", "signal.pthread_kill", "msvcrt.", "glob.", "ensurepip.",
)  # fmt: skip
_READABLE: Final = (".py", ".pyc", ".so", ".pyd", ".dll", ".dylib", ".zip", ".ttf", ".mo", ".afm", ".pfb", ".docx")
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """What the interpreter was asked to do and refused, by the names of its audit events."""

    def __init__(self) -> None:
        self.alarms: list[str] = []
        self._roots = tuple(
            os.path.join(os.path.abspath(root), "")  # noqa: PTH100, PTH118 - a path is judged without touching the disk
            for root in {*sys.path, sys.prefix, sys.base_prefix, str(paths.fonts()), str(paths.catalogues())}
        )

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse an event no letter needs."""
        if event == "open":
            self._opening(*arguments)
        elif event.startswith(_REFUSED) or self._abroad(event, arguments):
            self._refuse(event)

    def _abroad(self, event: str, arguments: tuple[Any, ...]) -> bool:
        """Say whether a folder that is not ours is looked into, or a limit other than that of time is moved."""
        if event in {"os.listdir", "os.scandir"}:
            return not self._ours(arguments[0])
        return event == "resource.setrlimit" and arguments[0] != _resource().RLIMIT_CPU

    def _opening(self, path: object, mode: object, flags: object) -> None:
        writes = any(sign in mode for sign in "wax+") if isinstance(mode, str) else bool(int(flags or 0) & _WRITING)  # type: ignore[call-overload]
        if writes:
            self._refuse("open to write")
        elif not isinstance(path, int) and not (self._ours(path) and str(path).endswith(_READABLE)):
            self._refuse("open to read")

    def _ours(self, path: object) -> bool:
        """Say whether a path belongs to the program itself."""
        if not isinstance(path, str | bytes):
            return False
        whole = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - a path is judged without touching the disk
        return os.path.join(whole, "").startswith(self._roots)  # noqa: PTH118 - as above

    def _refuse(self, event: str) -> None:
        self.alarms.append(event)
        raise PermissionError(f"no letter needs this: {event}")


def limit() -> None:
    """Bound memory, files and processes, as far as this system can; what cannot be bound is told in ADR 0015."""
    resource = _resource()
    if resource is None:
        return
    for name, most in (("AS", MEMORY), ("CORE", 0), ("FSIZE", 0), ("NPROC", 0)):
        kind = getattr(resource, f"RLIMIT_{name}", None)
        try:
            if kind is not None:
                resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # macOS knows the name of a limit that it does not keep
            continue


def watch() -> Watch:
    """Have the interpreter refuse, from now on and for good, what no letter needs."""
    sys.dont_write_bytecode = True
    watching = Watch()
    sys.addaudithook(watching)
    return watching


def allow_time(seconds: float) -> None:
    """Have the system end this process after that much more work, were nobody left to do it."""
    resource = _resource()
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def _resource() -> ModuleType | Any:
    """Give the module of limits; None on Windows, which has none."""
    return _RESOURCE


try:
    import resource as _RESOURCE  # noqa: N812 - a constant of this module
except ImportError:  # Windows
    _RESOURCE = None  # type: ignore[assignment]
