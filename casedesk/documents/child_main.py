"""The process that makes letters, from inside: it reads a question, answers it, and ends when nobody asks any more."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO

from casedesk import translate
from casedesk.documents import child_limits, child_wire
from casedesk.documents.child_wire import Message
from casedesk.errors import PackProblem

Work = Callable[[Message], Message]


def main() -> None:
    """Make letters until the desk closes the pipe."""
    from casedesk.documents.child_work import work

    serve(work)


def serve(work: Work) -> None:
    """Shut every door, then answer one question after the other with `work`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the desk decides when this ends
    asked, answered = _pipes()
    child_limits.limit()
    sealed = _sealed()
    watch = child_limits.watch()
    child_wire.write(answered, Message({"ready": True, "sealed": sealed}))
    while (question := child_wire.read(asked)) is not None:
        watch.alarms.clear()
        child_limits.allow_time(question.head.get("seconds", child_limits.SECONDS))
        translate.set_language(question.head.get("spoken", "fr"))
        answer = _answer(work, question)
        child_wire.write(answered, Message({**answer.head, "alarms": watch.alarms}, answer.blobs))
        if "exhausted" in answer.head:
            return  # what is left of the memory is no place to make another letter


def _sealed() -> bool:
    from casedesk.documents import child_kernel

    return child_kernel.seal()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes for ourselves: nothing that reads or prints elsewhere may touch them."""
    asked, answered = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    sys.stdin = sys.stdout = sys.stderr = None
    return asked, answered


def _answer(work: Work, question: Message) -> Message:
    try:
        return work(question)
    except PackProblem as problem:
        told = [problem.file, problem.rule, problem.key, problem.expected, problem.example]
        return Message({"refused": told})
    except MemoryError:
        return Message({"exhausted": True})
    except Exception as error:  # noqa: BLE001 - carried to the desk, which raises it there; its words may be hers
        stack = traceback.extract_tb(error.__traceback__)
        where = [f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in stack[-6:]]  # noqa: PTH119
        return Message({"broken": [type(error).__name__, *where]})
