"""A job done off the UI thread, and its outcome brought back onto it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from casedesk.progress import Cancelled


@dataclass(frozen=True, slots=True)
class Task:
    """What to do, and whom to tell: `then` with what the job returned, `failed` with what it raised."""

    job: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]
    cancelled: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class _Outcome:
    task: Task
    value: Any = None
    error: Exception | None = None

    def deliver(self) -> None:
        """Tell the receiver, unless its screen is gone."""
        if self.error is None:
            if is_alive(self.task.then):
                self.task.then(self.value)
        elif isinstance(self.error, Cancelled):
            self.task.cancelled()
        elif is_alive(self.task.failed):
            self.task.failed(self.error)


def is_alive(receiver: Callable[..., None]) -> bool:
    """Say whether the object a method is bound to still exists on Qt's side."""
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Workers(QObject):
    """Threads that take tasks in order; one thread keeps the order of what it does."""

    _done = Signal(object)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way = 0
        self._waiting: SimpleQueue[Task | None] = SimpleQueue()
        self._done.connect(self._deliver)  # queued by Qt: it is said from another thread
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    @property
    def is_idle(self) -> bool:
        """Say whether every task submitted was done and its outcome delivered."""
        return self._under_way == 0

    def submit(self, task: Task) -> None:
        """Have `task` done after those already waiting."""
        self._under_way += 1
        self._waiting.put(task)

    def stop(self) -> None:
        """Finish what was submitted, then let the threads end."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            try:
                outcome = _Outcome(task, task.job())
            except Exception as error:  # noqa: BLE001 - the one place where an error crosses to the UI thread
                outcome = _Outcome(task, error=error)
            if isValid(self):
                self._done.emit(outcome)
            del task, outcome

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        self._under_way -= 1
        outcome.deliver()
