"""What passes between the desk and the process that makes letters: a head in JSON, then bytes. Never a pickle."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final

LARGEST: Final = 100_000_000  # bytes of one message; nothing a letter is made of comes near
_SIZE: Final = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Message:
    """Plain values, and named pieces of bytes."""

    head: Mapping[str, Any]
    blobs: Mapping[str, bytes] = field(default_factory=dict)


def write(stream: BinaryIO, message: Message) -> None:
    """Send a message whole.

    Raises:
        TypeError: its head holds something that is not a plain value.
        OSError: the other side is gone.
    """
    sizes = [[name, len(blob)] for name, blob in message.blobs.items()]
    head = json.dumps([message.head, sizes], ensure_ascii=True, check_circular=False).encode("ascii")
    stream.write(_SIZE.pack(len(head)))
    stream.write(head)
    stream.writelines(message.blobs.values())
    stream.flush()


def read(stream: BinaryIO) -> Message | None:
    """Receive a message; None when the other side has closed.

    Raises:
        EOFError: the other side stopped in the middle.
        ValueError: what came is no message.
    """
    start = stream.read(_SIZE.size)
    if not start:
        return None
    (size,) = _SIZE.unpack(start) if len(start) == _SIZE.size else (0,)
    head, sizes = json.loads(_exactly(stream, size))
    lengths = [length for _name, length in sizes]
    if not isinstance(head, dict) or min(lengths, default=0) < 0 or sum(lengths) > LARGEST:
        raise ValueError("no message")
    return Message(head, {str(name): _exactly(stream, length) for name, length in sizes})


def _exactly(stream: BinaryIO, size: int) -> bytes:
    if not 0 <= size <= LARGEST:
        raise ValueError("no message")
    found = stream.read(size)
    if len(found) != size:
        raise EOFError("the other side stopped in the middle")
    return found
