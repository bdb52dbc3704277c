"""No copy of the memory on the disk when the program crashes, no other program looking into it."""

import sys

_PR_SET_DUMPABLE = 4


def forbid() -> None:
    """Ask the system for neither; where it cannot, nothing happens."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
