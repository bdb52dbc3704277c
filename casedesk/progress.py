"""How a long job reports and is cancelled; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event


class Cancelled(Exception):
    """The person stopped the job; it must leave no trace."""


def _silent(done: int, total: int, sentence: str) -> None:
    """Report to nobody."""


@dataclass(slots=True)
class Progress:
    """Given to a job: `step` reports, and raises `Cancelled` once the person has asked to stop."""

    report: Callable[[int, int, str], None] = _silent
    _stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, sentence: str) -> None:
        """Report that `done` of `total` parts are finished, in a sentence the person reads.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        self.report(done, total, sentence)
