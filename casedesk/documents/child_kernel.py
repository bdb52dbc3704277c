"""What Linux itself refuses the process that makes letters: to start anything, to write a file, to reach a network."""

import ctypes
import errno
import platform
import struct
import sys
from typing import Final

_PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 4, 22, 38
_FILTER: Final = 2  # SECCOMP_MODE_FILTER
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # classic BPF
_NUMBER_AT, _KIND_AT, _ARGUMENTS_AT = 0, 4, 16  # struct seccomp_data
_WRITING: Final = 0o1 | 0o2 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC
_NOT_THERE: Final = (435, 437)  # clone3, openat2: the C library then asks the older way, which is judged

# (AUDIT_ARCH, calls refused, {call that opens: place of its flags}, prlimit64), by the numbers of each kind of machine.
# In order: clone fork vfork execve execveat; kill ptrace tkill tgkill, signals by queue or descriptor, others' memory;
# socket connect bind socketpair; what makes, moves or marks files; what outlives us (shared memory, queues, keys);
# priorities, name spaces and mounts; newer ways of these.
_MACHINES: Final[dict[str, tuple[int, str, dict[int, int], int]]] = {
    "x86_64": (
        0xC000003E,
        (
            "56 57 58 59 322 62 101 200 234 129 297 424 434 438 310 311 41 42 49 53 "
            "76 77 82 83 84 85 86 87 88 90 91 92 93 94 132 133 188 189 190 197 198 199 235 258 259 260 261 263 "
            "264 265 266 268 280 316 319 452 29 64 68 240 248 249 250 141 142 144 203 251 314 155 161 165 166 272 "
            "308 298 321 323 425"
        ),
        {2: 1, 257: 2},  # open, openat
        302,
    ),
    "aarch64": (
        0xC00000B7,
        (
            "220 221 281 129 117 130 131 138 240 424 434 438 270 271 198 203 200 199 "
            "5 6 7 14 15 16 33 34 35 36 37 38 45 46 52 53 54 55 88 276 279 452 "
            "194 190 186 180 217 218 219 140 118 119 122 30 274 41 51 40 39 97 268 241 280 282 425"
        ),
        {56: 2},  # openat
        261,
    ),
}


def seal() -> bool:
    """Ask the kernel to refuse spawning, writing and network from now on, for good.

    Returns:
        Whether it does: False on another system, another kind of machine, or a kernel without filters.
    """
    if not sys.platform.startswith("linux") or sys.maxsize < 1 << 32 or platform.machine() not in _MACHINES:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    program = _program(*_MACHINES[platform.machine()])
    steps = ctypes.create_string_buffer(program, len(program))
    wanted = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(steps))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.c_char_p(wanted), 0, 0)


def _program(kind: int, refused: str, opening: dict[int, int], limits: int) -> bytes:
    """Write the filter. Jumps are counted from the next step, so each test carries its own answer."""
    no = [(_RETURN, 0, 0, _ERROR | errno.EPERM)]
    steps = [(_LOAD, 0, 0, _KIND_AT), (_EQUAL, 1, 0, kind), *no, (_LOAD, 0, 0, _NUMBER_AT)]
    steps += [(_AT_LEAST, 0, 1, 0x40000000), *no]  # the other way of calling on x86_64
    for call in map(int, refused.split()):
        steps += [(_EQUAL, 0, 1, call), *no]
    for call in _NOT_THERE:
        steps += [(_EQUAL, 0, 1, call), (_RETURN, 0, 0, _ERROR | errno.ENOSYS)]
    # Our own limits may be moved, not those of the desk: the first argument says whose.
    steps += [(_EQUAL, 0, 4, limits), (_LOAD, 0, 0, _ARGUMENTS_AT), (_EQUAL, 1, 0, 0), *no, (_RETURN, 0, 0, _ALLOW)]
    for call, place in opening.items():
        steps += [
            (_EQUAL, 0, 4, call),
            (_LOAD, 0, 0, _ARGUMENTS_AT + 8 * place),
            (_ANY_BIT, 0, 1, _WRITING),
            *no,
            (_RETURN, 0, 0, _ALLOW),
        ]
    steps.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("HBBI", *step) for step in steps)
